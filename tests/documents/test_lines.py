"""Pages, running headers and the width of printed lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flanders_care.documents.lines import Line, read_pages, wrap_width


def _texts(text: str) -> list[list[str]]:
    return [[text[line.start : line.end] for line in page.lines] for page in read_pages(text)]


def test_page_number_is_furniture() -> None:
    """`Pagina 18 van 26` opens a page and is no text."""
    text = "reference-site in de context van\n\n\n \n\nPagina 18 van 26\n   \n\n \nFlanders’ Care werd erkend."
    assert _texts(text) == [["reference-site in de context van"], ["Flanders’ Care werd erkend."]]
    [number] = read_pages(text)[1].furniture
    assert text[number.start : number.end] == "Pagina 18 van 26"


def test_form_feed_opens_page() -> None:
    """A form feed is a page break, and a bare number at the edge of a page is its number."""
    text = "Een zin\n3\n\fgaat verder.\n4\n"
    assert _texts(text) == [["Een zin"], ["gaat verder."]]


def test_indent_of_one_blank_opens_page() -> None:
    """Extraction leaves one blank where the form feed was."""
    text = "\n".join(["Een regel van de eerste bladzijde."] * 9) + "\n mogelijk. Door deze ontwikkelingen.\nMeer.\n"
    assert [len(page) for page in _texts(text)] == [9, 2]


def test_indent_on_every_line_is_an_indent() -> None:
    """Where many lines are indented, the indent marks no page."""
    text = " een\n twee\n drie\nvier\n vijf\n zes\n zeven\n acht\n negen\n"
    assert len(read_pages(text)) == 1


def test_running_header_is_furniture() -> None:
    """A line that returns at the edge of three pages, its number apart, is a running header."""
    text = "".join(f"Beleidsnota Wonen 2019-2024 - {n}\nTekst van bladzijde {chr(65 + n)}.\f" for n in range(4))
    assert _texts(text) == [[f"Tekst van bladzijde {chr(65 + n)}."] for n in range(4)]


def test_short_text_keeps_its_numbers() -> None:
    """Without pages a number on a line of its own is text."""
    assert _texts("Aantal\n12\n") == [["Aantal", "12"]]


def test_lines_above_count_empty_lines() -> None:
    """`above` counts the empty lines, blanks in them or not."""
    [page] = read_pages("a\n \n\nb\nc")
    assert [line.above for line in page.lines] == [0, 2, 0]


def test_width_of_wrapped_text() -> None:
    """A printed page has a width, a web page has none, an empty text has none."""
    wrapped = [Line(0, 100, 0, opens_page=False)] * 8 + [Line(0, 30, 0, opens_page=False)] * 2
    assert wrap_width(wrapped) == 100
    assert wrap_width([Line(0, 600, 0, opens_page=False)] * 5) is None
    assert wrap_width([Line(0, 20, 0, opens_page=False)] * 5) is None
    assert wrap_width([]) is None


@given(st.text(alphabet="ab .1\n\f\t–", max_size=200))
def test_no_character_is_lost(text: str) -> None:
    """Every character that is no blank is in one line of one page."""
    pages = read_pages(text)
    spans = sorted((line.start, line.end) for page in pages for line in (*page.lines, *page.furniture))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


def test_notes_are_no_running_footers() -> None:
    """Links at the foot of every page are its notes, however alike they are."""
    text = "".join(f"Tekst {chr(65 + n)}.\n\n{n} https://www.vlaanderen.be/bron-{n}\f" for n in range(1, 5))
    assert all(page.furniture == () for page in read_pages(text))
