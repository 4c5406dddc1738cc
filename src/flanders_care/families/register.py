"""Subsidy registers (Dutch: *subsidieregister*): rows that say who paid whom how much, in which year, and for what.

A row gives two lines, what was awarded and what was paid: these are different money. Corrections stay negative.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import attrs

from flanders_care.diagnostics import Diagnostic, Severity, diagnostic_order
from flanders_care.documents.column_numbers import Numbers, scaled
from flanders_care.documents.separated import Cell, Row, at_most, read_sheet
from flanders_care.families.columns import Columns, find_columns, is_total
from flanders_care.model.actor import Actor, actor_id, numbered_actor_id
from flanders_care.model.corpus import Corpus
from flanders_care.model.funding import FundingLine, Recurrence, Stage, line_id
from flanders_care.model.loaded import Loaded
from flanders_care.model.programme import Programme, ProgrammeKind, programme_id
from flanders_care.money import Amount
from flanders_care.provenance import Document, Source, merge_sources
from flanders_care.regex import regex

FAMILY = "subsidy-register"

_STAGES = (Stage.AWARDED, Stage.PAID)
_YEAR = regex(r"(?:19|20)[0-9]{2}")
_NUMBER = regex(r"(?:BE)?[ .]?(?P<number>[01]?[0-9]{3}[ .]?[0-9]{3}[ .]?[0-9]{3})", re.IGNORECASE)
_MODULUS = 97  # the last two digits of a number prove the others


def load(document: Document) -> Loaded:
    r"""Read a subsidy register.

    Args:
        document: The register as separated text; any text is read, nothing is raised.

    Returns:
        Two lines a row (`awarded`, `paid`; a sum of 0 gives none), payers, recipients with their enterprise number
        (*KBO-nummer*) as identity, programmes, and what was not understood.

    Example:
        >>> text = "Verstrekker;Naam ontvanger;Jaar;Toegekend (EUR);Betaald (EUR)\nVLAIO;VITO;2024;-1,250;81,499\n"
        >>> [f"{line.amount} {line.stage}" for line in load(Document(id="r", text=text)).corpus.funding_lines]
        ['-1.250 EUR awarded', '81.499 EUR paid']
    """
    columns, diagnostics = find_columns(read_sheet(document), FAMILY)
    reader = _Reader(columns)
    reader.read()
    diagnostics = (*columns.sheet.diagnostics, *diagnostics, *_missing(columns), *reader.diagnostics())
    corpus = Corpus(
        documents=(attrs.evolve(document, family=FAMILY),),
        actors=tuple(_actor(identity, cells, reader) for identity, cells in reader.actors.items()),
        programmes=tuple(_programme(identity, cells, reader) for identity, cells in reader.programmes.items()),
        funding_lines=tuple(reader.lines),
    )
    return Loaded(corpus=corpus, diagnostics=tuple(sorted(diagnostics, key=diagnostic_order)))


def enterprise_number(text: str) -> str | None:
    """Read an enterprise number (*KBO-nummer*), however it is written, and check its last two digits.

    Args:
        text: A cell.

    Returns:
        Its ten digits, or `None` where it is no such number.

    Example:
        >>> enterprise_number("BE 0413.726.972"), enterprise_number("413726972"), enterprise_number("0413726973")
        ('0413726972', '0413726972', None)
    """
    found = _NUMBER.fullmatch(text)
    digits = "" if found is None else re.sub(r"[ .]", "", found["number"]).zfill(10)
    return digits if digits and _MODULUS - int(digits[:8]) % _MODULUS == int(digits[8:]) else None


class _Reader:
    """Reads row after row, and keeps what the rows name."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.lines: list[FundingLine] = []
        self.actors: dict[str, list[Cell]] = {}
        self.programmes: dict[str, list[Cell]] = {}
        self._numbers: dict[str, Numbers] = columns.numbers(*_STAGES)
        self._noted: list[Diagnostic] = []
        self._zeros = 0

    def read(self) -> None:
        """Read all rows."""
        sheet, seen = self.columns.sheet, Counter[tuple[str, ...]]()
        for place, row in enumerate(sheet.rows):
            words = tuple(cell.text for cell in row)
            seen[words] += 1
            if words == tuple(cell.text for cell in sheet.head):
                self._note("repeated-head", "the head stands here again; the row is not read", row)
            elif self._adds_up(row):
                self._note("total-row", "the row adds up others; it is not read", row)
            else:
                if seen[words] > 1:
                    self._note("repeated-row", "the row says the same as one before; both count", row)
                self._read_row(place, row)

    def _adds_up(self, row: Row) -> bool:
        """Whether a row is a total: it says so, and nobody with a number of its own receives it."""
        name, number = self.columns.cell(row, "recipient"), self.columns.cell(row, "number")
        told = any(map(is_total, row)) and (not name.text or is_total(name))
        return told and enterprise_number(number.text) is None

    def _read_row(self, place: int, row: Row) -> None:
        told: dict[str, Any] = {
            "years": self._years(row),
            "payer_ids": self._named(self.columns.cell(row, "payer")),
            "recipient_ids": self._recipient(row),
            "programme_id": self._programme(self.columns.cell(row, "programme")),
            "subject": self.columns.cell(row, "programme").text or None,
        }
        for stage, numbers in self._numbers.items():
            value, unit = numbers.values[place], self.columns.units[stage]
            if value is None or not unit.times:
                continue
            if not value:
                self._zeros += 1
                continue
            source = self.columns.sheet.source(self.columns.cell(row, stage))
            self.lines.append(
                FundingLine(
                    id=line_id(source.document_id, source.quote, source.start),
                    amount=Amount.of(scaled(value, unit)),
                    stage=Stage(stage),
                    recurrence=Recurrence.ONE_OFF,
                    sources=(source,),
                    **told,
                )
            )

    def _years(self, row: Row) -> tuple[int, ...]:
        cell = self.columns.cell(row, "year")
        if _YEAR.fullmatch(cell.text):
            return (int(cell.text),)
        if "year" in self.columns.places:
            self._note("unread-year", f"{cell.text!r} is no year; the lines of the row have none", row)
        return ()

    def _named(self, cell: Cell) -> tuple[str, ...]:
        if not cell.text:
            return ()
        identity = actor_id(cell.text)
        self.actors.setdefault(identity, []).append(cell)
        return (identity,)

    def _recipient(self, row: Row) -> tuple[str, ...]:
        name, given = self.columns.cell(row, "recipient"), self.columns.cell(row, "number")
        number = enterprise_number(given.text)
        if number is None:
            if given.text:
                self._note("doubtful-number", f"{given.text!r} is no enterprise number; the name identifies", [given])
            return self._named(name)
        identity = numbered_actor_id(number)
        self.actors.setdefault(identity, []).append(name if name.text else given)
        return (identity,)

    def _programme(self, cell: Cell) -> str | None:
        if not cell.text:
            return None
        identity = programme_id(cell.text)
        self.programmes.setdefault(identity, []).append(cell)
        return identity

    def _note(self, code: str, message: str, cells: Row | list[Cell]) -> None:
        severity = Severity.INFO if code in ("repeated-row", "repeated-head") else Severity.WARNING
        self._noted.append(self.columns.sheet.note(code, message, cells, severity))

    def diagnostics(self) -> Iterator[Diagnostic]:
        """What was noted, and how many cells say that there is no money."""
        yield from at_most(self.columns.sheet, self._noted)
        yield from self.columns.unread(self._numbers)
        if self._zeros:
            message = f"{self._zeros} cells hold 0 and give no line"
            yield self.columns.sheet.note("zero-sums", message, severity=Severity.INFO)

    def sources(self, cells: list[Cell]) -> tuple[Source, ...]:
        """Where cells stand."""
        return merge_sources(map(self.columns.sheet.source, cells))


def _actor(identity: str, cells: list[Cell], reader: _Reader) -> Actor:
    """A record of all cells that name one actor; the spelling that stands most often is its name."""
    spelled = Counter(" ".join(cell.text.split()) for cell in cells)
    name = min(spelled, key=lambda words: (-spelled[words], words))
    aliases = tuple(sorted(set(spelled) - {name}))
    return Actor(id=identity, name=name, aliases=aliases, sources=reader.sources(cells))


def _programme(identity: str, cells: list[Cell], reader: _Reader) -> Programme:
    name = " ".join(min(cell.text for cell in cells).split())
    return Programme(id=identity, name=name, kind=ProgrammeKind.INSTRUMENT, sources=reader.sources(cells))


def _missing(columns: Columns) -> Iterator[Diagnostic]:
    """Say which columns a register should have and this file has not."""
    if not columns.sheet.head:
        return
    wanted = {
        "payer": "payer",
        "recipient": "recipient",
        "year": "year",
        "awarded": "sums awarded",
        "paid": "sums paid",
    }
    for what, words in wanted.items():
        if what not in columns.places:
            message = f"no column is headed as that of the {words}"
            yield columns.sheet.note("missing-column", message, columns.sheet.head)
