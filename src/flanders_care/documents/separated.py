"""Separated text to rows (Dutch: *csv*): cells between `;`, `,`, tabs or bars, each with its place in the text.

What stands between the cells is told from the text, never guessed: the rows must agree on how many cells they have.
The reader of the standard library keeps no places, and swallows all that follows a quote that nobody closed.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

import attrs

from flanders_care.diagnostics import Diagnostic, Severity
from flanders_care.fields import instance_of, tuple_of
from flanders_care.provenance import Document, Source
from flanders_care.regex import regex

MOST_CELLS = 5_000_000
"""Most cells of a text; what stands after them is passed over with a diagnostic."""

MARKS = (";", ",", "\t", "|")
"""What may stand between two cells."""

MOST_SAID = 50
"""So many rows that cannot be read are said one by one; the others are counted."""

_SAMPLE = 200  # rows that show what stands between cells
_AGREE = 0.9  # the share of them that must have as many cells as the head
_SAID = regex(r"sep=(?P<mark>[;,\t|])\r?\n")  # a first line that Excel writes and understands


class Cell(NamedTuple):
    """What stands between two marks.

    Attributes:
        text: The words, without the quotes around them and the blanks at the ends.
        start: Where they begin in the text.
        end: One past their last character.
    """

    text: str
    start: int
    end: int


Row: TypeAlias = tuple[Cell, ...]
"""The cells of one row, as many as the head has."""


@attrs.frozen(kw_only=True)
class Sheet:
    """The rows of a separated text.

    Attributes:
        document: The document.
        head: The cells of the first row, which name the columns.
        rows: The rows below it that have as many cells; blank ones are left out.
        diagnostics: Rows that are not read, with their places.
    """

    document: Document = attrs.field(validator=instance_of(Document))
    head: Row = attrs.field(default=(), validator=tuple_of(tuple))
    rows: tuple[Row, ...] = attrs.field(default=(), validator=instance_of(tuple))
    diagnostics: tuple[Diagnostic, ...] = attrs.field(default=(), validator=tuple_of(Diagnostic))

    def column(self, place: int) -> list[Cell]:
        """The cells below a head."""
        return [row[place] for row in self.rows]

    def source(self, cell: Cell) -> Source:
        """Where a cell stands."""
        return self.document.source(cell.start, cell.end)

    def note(
        self, code: str, message: str, cells: Sequence[Cell] = (), severity: Severity = Severity.WARNING
    ) -> Diagnostic:
        """Say what is wrong, at the cells where it is."""
        start, end = (cells[0].start, cells[-1].end) if cells else (None, None)
        return Diagnostic(
            code=code, message=message, severity=severity, document_id=self.document.id, start=start, end=end
        )


def read_sheet(document: Document) -> Sheet:
    r"""Read the rows of a separated text.

    Args:
        document: The document; any text is read.

    Returns:
        Its rows. Diagnostics: `no-columns` where no mark divides the rows alike, `uneven-row` for a row with another
        number of cells than the head, `open-quote` for a quote that swallowed rows, `too-many-cells`.

    Example:
        >>> sheet = read_sheet(Document(id="d", text='Naam;Jaar\r\n"Huis; tuin";2024\r\n'))
        >>> [cell.text for cell in sheet.rows[0]], sheet.source(sheet.rows[0][0]).quote
        (['Huis; tuin', '2024'], 'Huis; tuin')
    """
    empty = Sheet(document=document)
    text = document.text
    said = _SAID.match(text)
    start = said.end() if said else len(text) - len(text.lstrip("\ufeff"))
    mark = said["mark"] if said else find_mark(text)
    if mark is None:
        message = (
            "the rows have no mark between their cells that divides them alike; save them with ; between the cells"
        )
        return attrs.evolve(empty, diagnostics=(empty.note("no-columns", message),))
    head: Row = ()
    rows: list[Row] = []
    uneven: list[Diagnostic] = []
    cells = 0
    for row in split_rows(text, mark, start):
        cells += len(row)
        if cells > MOST_CELLS:
            uneven.append(empty.note("too-many-cells", f"only the first {MOST_CELLS} cells are read", row))
            break
        if not head:
            head = row
        elif (fitted := _fitted(row, len(head))) is None:
            message = f"the row has {len(row)} cells where the head has {len(head)}; it is not read"
            uneven.append(empty.note("uneven-row", message, row))
        elif any(_swallowed(cell, mark, len(head)) for cell in row):
            uneven.append(empty.note("open-quote", "a quote that nobody closed holds rows; they are not read", row))
        else:
            rows.append(fitted)
    return Sheet(document=document, head=head, rows=tuple(rows), diagnostics=tuple(at_most(empty, uneven)))


def at_most(sheet: Sheet, diagnostics: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Say the first `MOST_SAID` diagnostics of each code one by one, and how many others there are."""
    counts: Counter[str] = Counter()
    for diagnostic in diagnostics:
        counts[diagnostic.code] += 1
        if counts[diagnostic.code] <= MOST_SAID:
            yield diagnostic
    for code, count in counts.items():
        if count > MOST_SAID:
            yield sheet.note(code, f"and {count - MOST_SAID} more places like the {MOST_SAID} before")


def find_mark(text: str) -> str | None:
    r"""Find what stands between the cells of a text.

    Args:
        text: The text.

    Returns:
        The mark that divides nine rows in ten into as many cells as the head, two at least; of several the one that
        makes the most cells. `None` where there is none, or where two make as many.

    Example:
        >>> find_mark("Naam;Bedrag\nVITO;1,5\nVUB;2,5"), find_mark("Naam\nVITO")
        (';', None)
    """
    width: dict[str, int] = {}
    for mark in MARKS:
        counts = [len(row) for row in itertools.islice(split_rows(text, mark), _SAMPLE)]
        if counts and counts[0] > 1 and counts.count(counts[0]) >= _AGREE * len(counts):
            width[mark] = counts[0]
    widest = [mark for mark, count in width.items() if count == max(width.values())]
    return widest[0] if len(widest) == 1 else None


def split_rows(text: str, mark: str, start: int = 0) -> Iterator[Row]:
    """Split a text into the cells of its rows, blank rows left out.

    A cell in quotes may hold marks, line ends and doubled quotes; a quote that stands elsewhere, or that nobody closes
    before a mark or a line end, is a letter as any other.

    Args:
        text: The text.
        mark: What stands between two cells.
        start: Where the first row begins.

    Yields:
        The cells of each row in which anything stands.
    """
    plain = regex(rf"[^{re.escape(mark)}\r\n]*")
    row: list[Cell] = []
    at = start
    while at <= len(text):
        quoted = _closing_quote(text, at, mark) if text.startswith('"', at) else None
        if quoted is None:
            end = plain.match(text, at).end()  # type: ignore[union-attr]  # it matches nothing at all, too
            row.append(_cell(text, at, end))
        else:
            cell = _cell(text, at + 1, quoted)
            row.append(cell._replace(text=cell.text.replace('""', '"')) if '""' in cell.text else cell)
            end = quoted + 1
        if not text.startswith(mark, end):
            if any(cell.text for cell in row):
                yield tuple(row)
            row = []
        at = end + (2 if text.startswith("\r\n", end) else 1)


def _cell(text: str, start: int, end: int) -> Cell:
    raw = text[start:end]
    words = raw.strip()
    start += raw.index(words) if words else 0
    return Cell(words, start, start + len(words))


def _closing_quote(text: str, at: int, mark: str) -> int | None:
    """Where the quote ends that a cell begins with; `None` where it is none around a cell."""
    end = text.find('"', at + 1)
    while end >= 0 and text.startswith('"', end + 1):
        end = text.find('"', end + 2)
    return end if end >= 0 and (end + 1 == len(text) or text[end + 1] in (mark, "\r", "\n")) else None


def _fitted(row: Row, width: int) -> Row | None:
    """The row with as many cells as the head: empty ones behind it do not count."""
    return row[:width] if len(row) >= width and not any(cell.text for cell in row[width:]) else None


def _swallowed(cell: Cell, mark: str, width: int) -> bool:
    """Whether a cell holds what looks like a row of its own."""
    return "\n" in cell.text and any(line.count(mark) >= width - 1 for line in cell.text.splitlines())
