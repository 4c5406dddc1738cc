"""Headings, paragraphs, items, captions, boxes and notes, each in its place."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.documents.layout import BlockKind, Layout, read_layout


def _blocks(layout: Layout, kind: BlockKind) -> list[str]:
    return [
        " ".join(" ".join(layout.text[a:b] for a, b in block.pieces).split())
        for block in layout.blocks
        if block.kind is kind
    ]


@pytest.fixture(scope="session")
def note(seeds_folder: Path) -> Layout:
    """The layout of the policy note among the seeds."""
    [path] = seeds_folder.glob("004_*.txt")
    return read_layout(path.read_text(encoding="utf-8"))


def test_headings_of_the_note(note: Layout) -> None:
    """The note has eight chapters, and every section in them, in their tree."""
    chapters = [section.name for section in note.sections if section.level == 1]
    assert chapters[:3] == ["SAMENVATTING", "1 Inleiding", "2 Europese context"]
    assert [name.split()[0] for name in chapters[1:]] == list("12345678")
    numbers = [section.number for section in note.sections if section.number.startswith(("3.3", "4.", "7."))]
    assert numbers == [
        *("3.3", *(f"3.3.{n}" for n in range(1, 10))),
        *(f"4.{n}" for n in range(1, 8)),
        *("7.1", "7.2", "7.3", "7.4", "7.5", "7.5.1", "7.5.2", "7.5.3", "7.6"),
    ]


def test_heading_over_two_lines(note: Layout) -> None:
    """Chapter 7 has a title broken over two lines with an empty one between."""
    [seven] = [section for section in note.sections if section.number == "7"]
    assert seven.title == (
        "Naar een versterkte beleidsagenda O&I in gezondheid en zorg in het kader van de economische en "
        "maatschappelijke relance"
    )


def test_tree_of_sections(note: Layout) -> None:
    """7.5.3 stands in 7.5, and 7.5 in 7; `Zorginnovatie`, without a number, stands in 6."""
    names = {section.number or section.title: place for place, section in enumerate(note.sections)}
    path = [note.sections[place].number for place in note.path(names["7.5.3"])]
    assert path == ["7", "7.5", "7.5.3"]
    assert [note.sections[place].number for place in note.path(names["Zorginnovatie"])] == ["6", ""]
    assert note.path(None) == ()


def test_captions_of_the_note(note: Layout) -> None:
    """`Fig. 3.` and `Fig 4.` are captions; `Figuur 3 schetst het ecosysteem` is a sentence."""
    captions = [
        (b.mark, note.text[b.pieces[0].start : b.pieces[0].end]) for b in note.blocks if b.kind is BlockKind.CAPTION
    ]
    assert [mark for mark, _ in captions] == [
        *("Fig. 1", "Fig. 2", "Fig. 3", "Fig 4", "Fig. 5", "Fig. 6", "Fig 7", "Fig 8", "Fig 8")
    ]
    assert captions[2][1] == "Health ecosysteem Vlaanderen"


def test_box_of_the_note(note: Layout) -> None:
    """`Box 1 Ambitie voor een sterke gezondheidseconomie` holds its text, over an empty line."""
    [box] = _blocks(note, BlockKind.BOX)
    assert box.startswith("Ambitie voor een sterke gezondheidseconomie Er wordt een sterke")
    assert box.endswith("maar daarnaast ook in productontwikkeling en export.")


def test_footnotes_of_the_note(note: Layout) -> None:
    """The note has 41 footnotes, and every one is referred to."""
    numbers = [int(block.mark) for block in note.blocks if block.kind is BlockKind.NOTE]
    assert numbers == list(range(1, 42))
    assert {int(n) for a, b in note.marks for n in note.text[a:b].split(",")} == set(range(1, 42))


def test_page_numbers_of_the_note(note: Layout) -> None:
    """Four pages carry their number."""
    assert _blocks(note, BlockKind.FURNITURE) == [f"Pagina {n} van 26" for n in (18, 21, 24, 25)]


def test_bullets_of_two_levels(note: Layout) -> None:
    """`o` stands under `•`: `• Innovatie:` has three items of the second level, the regelluwte two."""
    items = [(block.level, note.text[block.start : block.end]) for block in note.blocks if block.kind is BlockKind.ITEM]
    place = next(n for n, (_, words) in enumerate(items) if words.startswith("Innovatie:"))
    assert [level for level, _ in items[place : place + 4]] == [1, 2, 2, 2]
    place = next(n for n, (_, words) in enumerate(items) if words.startswith("Het aanbieden van een regelluwte"))
    assert [level for level, _ in items[place : place + 4]] == [1, 2, 2, 1]


def test_paragraph_goes_on_over_a_page(note: Layout) -> None:
    """`De projecten` ends a page and `die opgenomen werden` opens the next: one paragraph."""
    assert any(
        "De projecten die opgenomen werden, vielen uiteraard" in words for words in _blocks(note, BlockKind.PARAGRAPH)
    )
    assert any("waarin ICT, farma en micro-elektronica" in words for words in _blocks(note, BlockKind.PARAGRAPH))


def test_closing_report_headings(seeds_folder: Path) -> None:
    """Chapters and list items of the closing report are both `1.`: only the chapters are headings; 4 comes twice."""
    [path] = seeds_folder.glob("001_*.txt")
    layout = read_layout(path.read_text(encoding="utf-8"))
    assert [section.name for section in layout.sections] == [
        "1 Inleiding",
        "2 Doelstellingen en Resultaten",
        "3 Concrete aandachtspunten",
        "4 Vervolg",
        "4 Conclusies",
    ]
    assert [d.code for d in layout.diagnostics] == ["heading-order"]
    items = [block.mark for block in layout.blocks if block.kind is BlockKind.ITEM]
    assert items == [*("1", "·", "2", "3", "·", "·", "4", "·"), *"567", *("1", "·", "·", "2", "·", "3", "·", "·")]


def test_other_numbering_styles() -> None:
    """Roman numbers, `Hoofdstuk 2`, `OD 1.1` and Markdown headings are headings too."""
    text = (
        "I. Omgevingsanalyse\n\nDe woningmarkt staat onder druk en vraagt om een brede aanpak van de overheid.\n\n"
        "Hoofdstuk 2 Doelstellingen\n\nWe zetten in op betaalbaar wonen in elke gemeente van Vlaanderen.\n\n"
        "OD 1.1 Sociale huur uitbreiden\n\nWe bouwen meer sociale woningen en renoveren de bestaande.\n\n"
        "## Financiering\n\nDe middelen staan in de begroting van dit jaar en van de volgende jaren.\n"
    )
    layout = read_layout(text)
    assert [(section.number, section.level) for section in layout.sections] == [
        ("I", 1),
        ("Hoofdstuk 2", 1),
        ("OD 1.1", 2),
        ("", 2),
    ]


def test_dash_in_a_sentence_is_no_item() -> None:
    """A wrapped line may begin with a dash; after a lead-in the dash is a bullet."""
    text = (
        "Verschillende databronnen zijn hiervoor nodig en gaan van ‘real world’ data - inclusief dieet en leefstijl\n"
        "- over klinisch gevalideerde gezondheidsdata – zoals uit de dossiers van de ziekenhuizen en de artsen - tot\n"
        "genomische profielen van de deelnemers aan het onderzoek en hun families in de verschillende provincies:\n"
        "- de eerste\n- de tweede\n"
    )
    layout = read_layout(text)
    assert [(block.kind.value, block.mark) for block in layout.blocks] == [
        ("paragraph", ""),
        ("item", "-"),
        ("item", "-"),
    ]


def test_footnote_without_text() -> None:
    """A mark whose note is not in the text is reported with its place."""
    text = "Het onderzoek werd afgerond.12 Daarna volgde een evaluatie."
    [diagnostic] = read_layout(text).diagnostics
    assert (diagnostic.code, text[slice(diagnostic.start, diagnostic.end)]) == ("footnote-without-text", "12")


def test_number_in_front_of_a_sentence_is_no_heading() -> None:
    """A count that opens a line is text."""
    layout = read_layout("In totaal\n3 Vlaamse bedrijven zijn actief.\n\n12 kandidaten werden gekozen.\n")
    assert layout.sections == ()


def test_empty_text() -> None:
    """An empty text has no blocks."""
    assert read_layout("").blocks == ()


@given(st.text(alphabet="aB .:1\n\f•o-–7http/", max_size=300))
def test_every_character_has_its_block(text: str) -> None:
    """All that is no blank stands in one block or in the mark in front of one."""
    layout = read_layout(text)
    spans = sorted(piece for block in layout.blocks for piece in block.pieces)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    outside = text
    for start, end in reversed(spans):
        outside = outside[:start] + outside[end:]
    marks = sum(len(re.sub(r"\s", "", block.mark)) for block in layout.blocks)
    assert len("".join(outside.split())) <= marks + 2 * len(layout.blocks)


def test_table_is_left_out_and_told() -> None:
    """Rows of numbers are a table: no headings, no sums, and a diagnostic with its place."""
    text = (
        "Het budget groeide sterk in de voorbije jaren.\n\nJaar 2019 2020 2021\nBudget 12,3 14,5 16,0\n"
        "Uitgaven 11 13 15\n\nDe uitgaven volgen.\n"
    )
    layout = read_layout(text)
    assert _blocks(layout, BlockKind.TABLE) == ["Jaar 2019 2020 2021 Budget 12,3 14,5 16,0 Uitgaven 11 13 15"]
    [diagnostic] = layout.diagnostics
    assert (diagnostic.code, text[slice(diagnostic.start, diagnostic.end)][:4]) == ("unreadable-table", "Jaar")


def test_table_with_bars() -> None:
    """A table with bars between its cells is one too, however it is filled."""
    layout = read_layout("| Actie | Wie |\n| Fonds | VLAIO |\n")
    assert [block.kind.value for block in layout.blocks] == ["table"]


def test_table_of_contents_is_furniture() -> None:
    """`1 Inleiding ........ 3` is no heading."""
    layout = read_layout("1 Inleiding ............ 3\n2 Acties . . . . . . 7\n\n1 Inleiding\n\nDe tekst begint hier.\n")
    assert [section.name for section in layout.sections] == ["1 Inleiding"]


def test_box_with_its_title_apart() -> None:
    """A box whose title stands alone holds the paragraph below it."""
    [box] = _blocks(read_layout("Kader 2 Wat wil de sector?\n\nDe sector wil meer.\n\nDe tekst.\n"), BlockKind.BOX)
    assert box == "Wat wil de sector? De sector wil meer."


def test_labels_are_sisters() -> None:
    """`Spoor 2` stands beside `Spoor 1`, below the chapter that holds both."""
    text = (
        "2. Acties\n\nHet plan bestaat uit twee sporen.\n\nSpoor 1. Onderzoek\n\nWe doen onderzoek naar de bodem.\n\n"
        "Spoor 2. Demonstratie\n\nWe tonen wat we weten aan iedereen.\n"
    )
    assert [(section.number, section.level) for section in read_layout(text).sections] == [
        ("2", 1),
        ("Spoor 1", 2),
        ("Spoor 2", 2),
    ]
