"""People's verdicts and corrections as CSV and JSON: written for a spreadsheet, read back with each bad row named.

A verdict or correction that does not fit is a diagnostic with its row; the others are read. JSON is exact; CSV is for
people, who may sort it, leave columns out and write the verdicts in Dutch.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Generic, TypeVar

import attrs

from flanders_care.diagnostics import Diagnostic
from flanders_care.documents.files import read_text
from flanders_care.errors import ExchangeError, InvalidValueError
from flanders_care.exchange.csv import to_csv
from flanders_care.exchange.json import from_json
from flanders_care.fields import instance_of, tuple_of
from flanders_care.model.assessment import Assessment, Correction

R = TypeVar("R", Assessment, Correction)

_DUTCH = {
    "uitgevoerd": "fulfilled",
    "volledig uitgevoerd": "fulfilled",
    "volledig": "fulfilled",
    "gedeeltelijk uitgevoerd": "partially",
    "gedeeltelijk": "partially",
    "niet uitgevoerd": "not_fulfilled",
    "niet": "not_fulfilled",
    "in uitvoering": "in_progress",
    "lopend": "in_progress",
    "niet na te gaan": "not_checkable",
}


@attrs.frozen(kw_only=True)
class Judgements(Generic[R]):
    """What was read of people's judgements.

    Attributes:
        items: The assessments or corrections, in the order of the text.
        diagnostics: `bad-row` for each row that could not be read, with its number, from 1 below the names.
    """

    items: tuple[R, ...] = attrs.field(default=(), validator=instance_of(tuple))
    diagnostics: tuple[Diagnostic, ...] = attrs.field(default=(), validator=tuple_of(Diagnostic))


def assessments_to_csv(assessments: Iterable[Assessment], *, delimiter: str = ",") -> str:
    """Write assessments as CSV, safe to open in a spreadsheet.

    Args:
        assessments: The assessments.
        delimiter: Between cells; Belgian spreadsheets open `;`.

    Returns:
        The text, with a line of names on top.

    Example:
        >>> print(assessments_to_csv([Assessment(commitment_id="c1", verdict="fulfilled", assessor="An")]), end="")
        commitment_id,verdict,assessor,date,evidence,note
        c1,fulfilled,An,,,
    """
    return to_csv(assessments, cls=Assessment, delimiter=delimiter)


def corrections_to_csv(corrections: Iterable[Correction], *, delimiter: str = ",") -> str:
    """Write corrections as CSV; as `assessments_to_csv`.

    Args:
        corrections: The corrections.
        delimiter: Between cells; Belgian spreadsheets open `;`.

    Returns:
        The text, with a line of names on top; an empty value stands for `None`.
    """
    return to_csv(corrections, cls=Correction, delimiter=delimiter)


def assessments_from_csv(text: str) -> Judgements[Assessment]:
    r"""Read assessments from CSV.

    Args:
        text: A table with a line of names on top: `commitment_id`, `verdict` and `assessor`, and of `date`, `evidence`
            (several separated by `;`) and `note` what there is. Comma, semicolon or tab between cells; verdicts may be
            Dutch (`gedeeltelijk`).

    Returns:
        The assessments, and a diagnostic for each row that does not fit.

    Raises:
        ExchangeError: If the names on top lack one that is needed.

    Example:
        >>> read = assessments_from_csv("commitment_id;verdict;assessor\nc1;gedeeltelijk;An\nc2;soms;An")
        >>> read.items[0].verdict, [diagnostic.code for diagnostic in read.diagnostics]
        (<Verdict.PARTIALLY: 'partially'>, ['bad-row'])
    """
    return _from_csv(text, Assessment, ("commitment_id", "verdict", "assessor"))


def corrections_from_csv(text: str) -> Judgements[Correction]:
    """Read corrections from CSV: `record_id`, `field`, `reason` and `author`, and `value` and `date` if there are.

    Args:
        text: A table as for `assessments_from_csv`; an empty value empties the field.

    Returns:
        The corrections, and a diagnostic for each row that does not fit.

    Raises:
        ExchangeError: If the names on top lack one that is needed.
    """
    return _from_csv(text, Correction, ("record_id", "field", "reason", "author"))


def load_assessments(source: str | os.PathLike[str]) -> Judgements[Assessment]:
    """Read assessments from a file: `.json` as `to_json` writes it, anything else as CSV.

    Args:
        source: Path of the file.

    Returns:
        The assessments and what could not be read.

    Raises:
        UnreadableError: If the file is missing, too large or no text.
        ExchangeError: If the JSON or the names on top of the table do not fit.
    """
    return _load(Path(source), Assessment, assessments_from_csv)


def load_corrections(source: str | os.PathLike[str]) -> Judgements[Correction]:
    """Read corrections from a CSV or JSON file; as `load_assessments`.

    Args:
        source: The path; a name that ends in `.json` is read as JSON, any other as CSV.

    Returns:
        The corrections, and a diagnostic for each row that could not be read.

    Raises:
        UnreadableError: If the file is missing or no text.
        ExchangeError: If the JSON does not hold corrections.
    """
    return _load(Path(source), Correction, corrections_from_csv)


def _load(path: Path, cls: type[R], from_csv: Callable[[str], Judgements[R]]) -> Judgements[R]:
    text = read_text(path).text
    if path.suffix.lower() == ".json":
        return Judgements(items=from_json(text, tuple[cls, ...]))  # type: ignore[valid-type]
    return from_csv(text)


def _from_csv(text: str, cls: type[R], needed: tuple[str, ...]) -> Judgements[R]:
    items: list[R] = []
    notes: list[Diagnostic] = []
    for number, row in enumerate(_rows(text.removeprefix("\ufeff"), needed), start=1):
        try:
            items.append(_record(row, cls))
        except InvalidValueError as trouble:
            notes.append(Diagnostic(code="bad-row", message=f"row {number}: {trouble}"))
    return Judgements(items=tuple(items), diagnostics=tuple(notes))


def _rows(text: str, needed: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """The rows that hold something, by the names on top."""
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    lines = (line.replace("\0", "") for line in io.StringIO(text, newline=""))
    reader = csv.reader(lines, delimiter=delimiter)
    try:
        names = [name.strip().lower() for name in next(reader, list[str]())]
        missing = [name for name in needed if name not in names]
        if missing:
            raise ExchangeError(f"the names on top lack {', '.join(missing)}; they are {', '.join(names) or 'none'}")
        for row in reader:
            cells = dict(zip(names, map(_bare, row), strict=False))
            if any(cells.values()):
                yield cells
    except csv.Error as trouble:
        raise ExchangeError(f"line {reader.line_num} is no CSV: {trouble}") from None


def _bare(cell: str) -> str:
    """A cell without the apostrophe that keeps spreadsheets from taking it for a formula."""
    stripped = cell.strip()
    risky = stripped[:1] == "'" and stripped[1:].lstrip()[:1] in tuple("=+-@")
    return stripped[1:] if risky else stripped


def _record(row: dict[str, str], cls: type[R]) -> R:
    values: dict[str, Any] = {}
    for field in attrs.fields(cls):
        cell = row.get(field.name, "")
        if field.name == "evidence":
            values[field.name] = tuple(part.strip() for part in cell.split(";") if part.strip())
        elif field.name == "verdict":
            values[field.name] = _DUTCH.get(cell.lower(), cell.lower())
        elif cell or field.default is attrs.NOTHING:
            values[field.name] = cell
    return cls(**values)
