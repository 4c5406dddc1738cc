"""Separated text: rows and cells with their places, whatever stands between them."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.documents import separated
from flanders_care.documents.separated import Sheet, find_mark, read_sheet, split_rows
from flanders_care.provenance import Document


def _sheet(text: str) -> Sheet:
    return read_sheet(Document(id="d", text=text))


def _words(sheet: Sheet) -> list[list[str]]:
    return [[cell.text for cell in row] for row in sheet.rows]


def _codes(sheet: Sheet) -> list[str]:
    return [diagnostic.code for diagnostic in sheet.diagnostics]


@pytest.mark.parametrize("mark", separated.MARKS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("before", ["", "\ufeff"])
def test_any_mark_and_any_line_end(mark: str, end: str, before: str) -> None:
    """The same rows come out whatever stands between cells and rows, and with a byte order mark before them."""
    text = before + end.join(mark.join(row) for row in (["Naam", "Jaar", "Bedrag"], ["VITO", "2024", "12"])) + end
    sheet = _sheet(text)
    assert [cell.text for cell in sheet.head] == ["Naam", "Jaar", "Bedrag"]
    assert _words(sheet) == [["VITO", "2024", "12"]]
    assert not sheet.diagnostics


def test_cells_point_at_their_words() -> None:
    """The quote of a cell is what stands in the text, without the quotes around it and blanks at its ends."""
    sheet = _sheet('Naam;Plaats\n "De ""Brug""" ; Gent \n"De ""Brug""";"Gent; Sint-Amandsberg"\n')
    assert [sheet.source(cell).quote for cell in sheet.rows[1]] == ['De ""Brug""', "Gent; Sint-Amandsberg"]
    assert [cell.text for cell in sheet.rows[1]] == ['De "Brug"', "Gent; Sint-Amandsberg"]
    assert [cell.text for cell in sheet.rows[0]] == ['"De ""Brug"""', "Gent"]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("a;b;c\n1,5;2,5;3,5\n", ";"),
        ("a,b\n1,2\n", ","),
        ("a;b,c\n1;2,3\n", None),
        ("naam\nVITO\n", None),
        ("", None),
        ("a;b\n" + "1;2\n" * 8 + "losse regel\n", ";"),
        ("a;b\n" + "1;2\n" * 7 + "losse regel\n", None),
    ],
)
def test_the_mark_that_divides_alike(text: str, mark: str | None) -> None:
    """Nine rows in ten must have as many cells as the head; of two marks the one with more cells; a draw is none."""
    assert find_mark(text) == mark


def test_text_without_columns_says_so() -> None:
    """Prose is no table, and nothing is read as one."""
    sheet = _sheet("Melk, brood en kaas.\nEn eieren.\n")
    assert (_codes(sheet), sheet.rows) == (["no-columns"], ())


def test_a_first_line_that_names_the_mark() -> None:
    """`sep=,` as Excel writes it decides, and is no head."""
    assert _words(_sheet("sep=,\r\na;b,c\r\n1;2,3\r\n")) == [["1;2", "3"]]


def test_rows_of_another_width_are_said() -> None:
    """A row with another number of cells than the head is not read; empty cells behind it do not count."""
    sheet = _sheet("a;b\n" + "1;2\n" * 40 + "3\n4;5;6\n7;8;;\n\n;\n")
    assert _codes(sheet) == ["uneven-row", "uneven-row"]
    assert _words(sheet)[40:] == [["7", "8"]]
    first = sheet.diagnostics[0]
    assert sheet.document.text[first.start : first.end] == "3"


def test_a_quote_that_nobody_closed() -> None:
    """A stray quote that swallows rows up to the next one gives a diagnostic; a line break in a cell is fine."""
    sheet = _sheet('a;b;c\n"1;2;3\n4;5;6";7;8\n"eerste\ntweede";2;3\n' + "1;2;3\n" * 20)
    assert _codes(sheet) == ["open-quote"]
    assert _words(sheet)[0] == ["eerste\ntweede", "2", "3"]
    assert _words(_sheet('a;b\n"x;2\n')) == [['"x', "2"]]


def test_many_bad_rows_are_counted() -> None:
    """Fifty rows are said one by one, the others as a number."""
    rows = "1;2\n" * 1000
    assert len(_sheet("a;b\n" + rows + "3\n" * 50).diagnostics) == 50
    more = _sheet("a;b\n" + rows + "3\n" * 53).diagnostics
    assert (len(more), more[-1].message) == (51, "and 3 more places like the 50 before")


def test_more_cells_than_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands behind the limit is passed over aloud; exactly as many as the limit are read."""
    monkeypatch.setattr(separated, "MOST_CELLS", 6)
    assert (_codes(_sheet("a;b\n1;2\n3;4\n")), _codes(_sheet("a;b\n1;2\n3;4\n5;6\n"))) == ([], ["too-many-cells"])


@given(
    st.lists(st.lists(st.text("ab\"';,\n\r ", max_size=5).map(str.strip), min_size=2, max_size=2), max_size=6),
    st.sampled_from(separated.MARKS),
)
def test_what_the_standard_library_writes_is_read_back(rows: list[list[str]], mark: str) -> None:
    """Cells with marks, quotes and line ends in them come back, and every one is where it says."""
    wanted = [row for row in rows if any(row)]
    held = io.StringIO()
    csv.writer(held, delimiter=mark, quoting=csv.QUOTE_ALL).writerows(wanted)
    found = list(split_rows(held.getvalue(), mark))
    assert [[cell.text for cell in row] for row in found] == wanted
    assert all(held.getvalue()[c.start : c.end].replace('""', '"') == c.text for row in found for c in row)


@given(st.text('a1;,"\n\r\t| ', max_size=80))
def test_no_text_raises(text: str) -> None:
    """Any text is read or said; places are in it."""
    sheet = _sheet(text)
    assert all(0 <= c.start <= c.end <= len(text) for row in sheet.rows for c in row)
