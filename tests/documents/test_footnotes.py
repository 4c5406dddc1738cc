"""Footnotes and the marks that point to them."""

from __future__ import annotations

import pytest

from flanders_care.documents.footnotes import find_marks, split_notes
from flanders_care.documents.lines import read_pages


def _marks(text: str) -> list[tuple[str, tuple[int, ...]]]:
    bodies, notes = split_notes(text, read_pages(text))
    known = frozenset(note.number for note in notes if note.number)
    found = [mark for page in bodies for mark in find_marks(text, page.lines, known, known)]
    return [(text[a - 4 : b], tuple(map(int, text[a:b].split(",")))) for a, b in found]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("betaalbaar te houden.1 In 2013 werd", [("den.1", (1,))]),
        ("een stijging van 26,7% tegenover 2015.1", [("015.1", (1,))]),
        ("bedroeg in 2019 22,8%.1  ", [(",8%.1", (1,))]),
        ("voor gepersonaliseerde geneeskunde.1,2 In 2016", [("nde.1,2", (1, 2))]),
        ("Health and Wellbeing1 en IMI2-JU2, maar", [("eing1", (1,)), ("2-JU2", (2,))]),
        ("gepubliceerd in december 2015. 1 ", [("15. 1", (1,))]),
        ("kennis gedeeld door online tools. 1,2", [("ls. 1,2", (1, 2))]),
        ("samen te werken,2", [("ken,2", (2,))]),
        ("(VI smart Health).1,2 Op die manier", [("th).1,2", (1, 2))]),
    ],
)
def test_mark_is_found(body: str, expected: list[tuple[str, tuple[int, ...]]]) -> None:
    """A mark is glued to a word, a year, a percentage, a bracket, or stands behind the sentence."""
    assert _marks(f"{body}\n\n1 https://a.be/x\n2www.b.be\n") == expected


@pytest.mark.parametrize(
    "body",
    ["COVID-1 en S3P4PM", "100.000 m2 totaal", "op 1,2 procent", "6.2 en 1.1 samen", "bedroeg 3.1", "9 van 2020"],
)
def test_figures_are_no_marks(body: str) -> None:
    """Digits that belong to a name, a unit or a number are no footnote marks."""
    marks = [words for words, _ in _marks(f"{body} enzovoort\n\n1 https://a.be/x\n")]
    assert marks == []


def test_note_runs_over_blank_lines() -> None:
    """A link that is broken over an empty line is one note; the links below it are links without number."""
    text = (
        "Het onderzoek.1 En meer\n\n \n1https://ec.europa.eu/info/research-and-\n\ninnovation/pm_en \n"
        "2 Nota Focus dd. 23 maart 2020\n\nhttps://ec.europa.eu/info/research-and-innovation/pm_en\n"
    )
    bodies, notes = split_notes(text, read_pages(text))
    assert [note.number for note in notes] == [1, 2, 0]
    assert text[notes[0].start : notes[0].end].endswith("innovation/pm_en")
    assert len(bodies[0].lines) == 1


def test_note_of_words_needs_its_mark() -> None:
    """`1 Inleiding` is a heading; `1 Zie het verslag` is a note where a mark 1 stands above it."""
    heading = "Voorwoord zonder voetnoot.\n\n1 Inleiding\n\nTekst.\n"
    assert split_notes(heading, read_pages(heading))[1] == ()
    note = "De regering besliste.1 Daarna niets.\n\n1 Zie het verslag van de commissie\n"
    assert [n.number for n in split_notes(note, read_pages(note))[1]] == [1]


def test_text_behind_notes_is_text() -> None:
    """Where the page break is lost, the notes end at the first line that cannot be theirs."""
    text = (
        "Eerste deel.1\n\n1 https://a.be\n\nTweede deel begint hier.\nEn gaat verder.\n\nDerde.\n\nVierde.\n\nVijfde.\n"
    )
    bodies, notes = split_notes(text, read_pages(text))
    assert len(notes) == 1
    assert [text[line.start : line.end] for line in bodies[0].lines][1] == "Tweede deel begint hier."


def test_numbers_go_on_over_pages() -> None:
    """The notes of the second page go on where those of the first stopped."""
    text = "Een.1\n\n1 https://a.be\n\fTwee.2 Drie\n\n2 https://b.be\nhttps://b.be\n"
    notes = split_notes(text, read_pages(text))[1]
    assert [(note.number, note.page) for note in notes] == [(1, 0), (2, 1), (0, 1)]


def test_heading_with_a_cited_number() -> None:
    """`2 Acties` may be cited above and is a heading: text stands below it."""
    text = "De sector groeit.2 Goed.\n\n2 Acties\n\nDe acties volgen.\nZe zijn goed.\n\nMeer.\n\n2 Zie het verslag\n"
    bodies, notes = split_notes(text, read_pages(text))
    assert [text[note.start : note.end] for note in notes] == ["2 Zie het verslag"]
    assert "2 Acties" in [text[line.start : line.end] for line in bodies[0].lines]
