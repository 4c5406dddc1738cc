"""Blocks: where a text breaks whatever its sentences do."""

from __future__ import annotations

from flanders_care.dutch.text.blocks import Span, split_blocks


def blocks(text: str) -> list[str]:
    """Return the texts of the blocks."""
    return [text[start:end] for start, end in split_blocks(text)]


def test_an_empty_text_has_no_blocks() -> None:
    """Blanks and line ends alone make no block."""
    assert split_blocks("") == ()
    assert split_blocks(" \n\t\n ") == ()


def test_list_items_are_blocks_of_their_own() -> None:
    """Bullets, numbers and letters open a block even where the item begins with a small letter."""
    text = "Er werd ingezet op drie lijnen:\n• toegang tot data\n• talent\n1. eerste\na) tweede"
    assert blocks(text) == [
        "Er werd ingezet op drie lijnen:",
        "• toegang tot data",
        "• talent",
        "1. eerste",
        "a) tweede",
    ]


def test_a_dash_that_goes_on_a_sentence_opens_no_item() -> None:
    """Seed 004: 'inclusief over levensstijl en dieet / - over klinisch gevalideerde gezondheidsdata'."""
    text = "data - inclusief over levensstijl en dieet\n- over klinisch gevalideerde gezondheidsdata"
    assert len(blocks(text)) == 1


def test_a_dash_behind_a_full_stop_opens_an_item() -> None:
    """A dash at the start of a line is a bullet where the line before is finished."""
    assert blocks("Dit is klaar.\n- en dit is een punt") == ["Dit is klaar.", "- en dit is een punt"]


def test_wrapped_lines_are_one_block_and_a_page_break_does_not_split_a_sentence() -> None:
    """Seed 002: 'De inzet op [page break] onderzoeksinfrastructuren onder meer voor het delen van data'."""
    wide = "De voorgestelde acties naast het impulsprogramma willen de ontwikkeling ondersteunen en de inzet op"
    text = f"{wide}\n{wide}\n\n\n\nonderzoeksinfrastructuren onder meer voor het delen van data is belangrijk."
    assert len(blocks(text)) == 1


def test_a_short_line_before_a_capital_is_a_heading_in_wrapped_text() -> None:
    """A line that had room for the next word was broken on purpose."""
    wide = "Uit de vorige oproepen is gebleken dat de industrie sterk wil inzetten op innovatie en dat er groot"
    text = (
        f"Health-tech\n{wide}\npotentieel gecreëerd wordt door samenwerking buiten hun core-business en verder\nheen."
    )
    assert blocks(text)[0] == "Health-tech"
    assert len(blocks(text)) == 2


def test_every_line_counts_in_text_from_the_web() -> None:
    """A text whose lines are whole paragraphs has a block a line, whatever their length."""
    paragraph = "De partners zullen nauw samenwerken rond nieuwe toepassingen. " * 6
    assert len(blocks(f"Tags\n{paragraph}\nCategory\n{paragraph}")) == 4


def test_links_stand_alone() -> None:
    """A footnote that is a link is no part of the sentence before or behind it."""
    text = "de slimme specialisatiestrategie\n36 https://ec.europa.eu/eip/ageing\nDe focus ligt elders"
    assert blocks(text)[1] == "36 https://ec.europa.eu/eip/ageing"


def test_a_numbered_heading_opens_a_block_behind_a_finished_line() -> None:
    """A chapter number after a full stop opens a block in wrapped text of full width."""
    line = "de juiste behandeling aan de juiste persoon op het juiste moment wordt gegeven en dat is zeer nodig"
    heading = "8 Monitoring van alle programma’s en de meting van hun impact en een lange titel over"
    text = f"{line}\n{line} ook.\n{heading}\n{line}"
    assert len(blocks(text)) == 2


def test_a_span_is_a_slice() -> None:
    """A span unpacks as start and end."""
    start, end = Span(2, 5)
    assert "Vlaanderen"[start:end] == "aan"
