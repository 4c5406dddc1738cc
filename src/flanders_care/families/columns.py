"""Which column of a file of rows holds what, told by the words of its head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import attrs

from flanders_care.diagnostics import Diagnostic
from flanders_care.documents.column_numbers import Numbers, Unit, read_numbers, read_unit
from flanders_care.documents.separated import Cell, Row, Sheet, at_most
from flanders_care.dutch.text.wordlists import read_rows
from flanders_care.regex import regex

_EMPTY = Cell("", 0, 0)
_TOTAL = regex(r"(?:(?:algemeen|sub|eind)[ -]?)?tota(?:al|len)\b.{0,60}", re.IGNORECASE)


@attrs.frozen(kw_only=True)
class Columns:
    """The columns of a sheet that a family reads.

    Attributes:
        sheet: The rows.
        places: The place of each column by what it holds.
        units: What the head of each says of its numbers.
    """

    sheet: Sheet
    places: Mapping[str, int]
    units: Mapping[str, Unit]

    def cell(self, row: Row, what: str) -> Cell:
        """The cell of a row in a column; an empty one where there is no such column."""
        return row[self.places[what]] if what in self.places else _EMPTY

    def numbers(self, *names: str) -> dict[str, Numbers]:
        """Read the numbers of the columns that there are, by the notation of the file."""
        there = [name for name in names if name in self.places]
        cells = [[cell.text for cell in self.sheet.column(self.places[name])] for name in there]
        return dict(zip(there, read_numbers(cells, [self.units[name] for name in there]), strict=True))

    def unread(self, numbers: Mapping[str, Numbers]) -> Iterator[Diagnostic]:
        """Say which columns and cells of numbers are not read, and why."""
        found: list[Diagnostic] = []
        for name, column in numbers.items():
            head = self.sheet.head[self.places[name]]
            if not self.units[name].times:
                yield self.sheet.note("unknown-unit", f"the unit of {head.text!r} is not known; it is not read", [head])
            elif column.trouble:
                yield self.sheet.note("unclear-numbers", f"{head.text!r} is not read: {column.trouble}", [head])
            elif not self.units[name].euro:
                message = f"{head.text!r} says no currency; its numbers are read as euro"
                yield self.sheet.note("unit-not-stated", message, [head])
            for place in column.unread:
                cell = self.cell(self.sheet.rows[place], name)
                found.append(self.sheet.note("unread-number", f"{cell.text!r} is no number that is understood", [cell]))
        yield from at_most(self.sheet, found)


def find_columns(sheet: Sheet, family: str) -> tuple[Columns, tuple[Diagnostic, ...]]:
    """Find the columns that a family reads.

    Args:
        sheet: The rows.
        family: Its name in `families/data/column_heads.tsv`.

    Returns:
        The columns, and a diagnostic `two-columns` where several heads say the same.
    """
    units = [read_unit(cell.text) for cell in sheet.head]
    labels = [unit.label.lower() for unit in units]
    places: dict[str, int] = {}
    twice: dict[str, Diagnostic] = {}
    for _, what, words in (row for row in read_rows("families/column_heads.tsv") if row[0] == family):
        found = [place for place, label in enumerate(labels) if re.fullmatch(words, label)]
        if len(found) == 1:
            places.setdefault(what, found[0])
        elif found and what not in places:
            message = f"{len(found)} columns are headed as {what}; none of them is read"
            twice[what] = sheet.note("two-columns", message, [sheet.head[place] for place in found])
    told = tuple(diagnostic for what, diagnostic in twice.items() if what not in places)
    return Columns(sheet=sheet, places=places, units={what: units[place] for what, place in places.items()}), told


def is_total(cell: Cell) -> bool:
    """Whether a cell says that its row adds up others."""
    return _TOTAL.fullmatch(cell.text) is not None
