"""Records as CSV that is safe to open: no cell is a formula, and nothing hidden in a text comes along.

A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@`, also behind a tab or blank; such a text gets an
apostrophe in front, which spreadsheets take for "this is text". Control characters become blanks, and characters that
turn the reading direction are left out. CSV is for people: to read records back, use JSON.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from flanders_care.exchange.columns import check_class, class_of, columns_of, rows_of
from flanders_care.provenance import Source

_FORMULA: Final = re.compile(r"[\s\ufeff\u200b]*[=+\-@\uff1d\uff0b\uff0d\uff20]")
_HIDDEN: Final = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def harmless(text: str) -> str:
    r"""Make a text safe for a spreadsheet cell.

    Args:
        text: Any text.

    Returns:
        The text without control and direction characters, with an apostrophe in front where it looks like a formula.

    Example:
        >>> harmless('=HYPERLINK("http://x", "klik")')
        '\'=HYPERLINK("http://x", "klik")'
        >>> harmless("Nota over de zorg")
        'Nota over de zorg'
    """
    risky = _FORMULA.match(text) is not None or text[:1] in "\t\r\n"
    visible = "".join(" " if unicodedata.category(c) == "Cc" else c for c in text if c not in _HIDDEN)
    encodable = visible.encode("utf-8", "replace").decode("utf-8")
    return f"'{encodable}" if risky and encodable else encodable


def to_csv(records: Iterable[object], *, cls: type | None = None, delimiter: str = ",") -> str:
    """Write records of one class as CSV.

    Args:
        records: Records or results of one class, such as `corpus.decisions`.
        cls: The class, needed where there may be no records to tell it.
        delimiter: Between cells; Belgian spreadsheets open `;`.

    Returns:
        The text, with a line of names on top. Sums have a point for the comma; several values in one cell stand
        behind each other with `; ` between, sources as `document:start-end`.

    Raises:
        ExchangeError: If the records are of several classes, or none and `cls` is not given.

    Example:
        >>> from flanders_care.model.actor import Actor
        >>> print(to_csv([Actor(id="actor:vito", name="=VITO", aliases=("a", "b"))]), end="")
        id,name,kind,aliases,sources
        actor:vito,'=VITO,,a; b,
    """
    rows = rows_of(records)
    kind = class_of(rows, records, cls)
    check_class(rows, kind)
    columns = columns_of(kind)
    cells = zip(*[column.values(rows) for column in columns], strict=True)
    return _written([column.name for column in columns], cells, delimiter)


def rows_to_csv(rows: Sequence[Mapping[str, object]]) -> str:
    """Write plain rows, such as a command prints, as CSV.

    Args:
        rows: Rows that have the same keys; those of the first are the head. No rows give an empty text.

    Returns:
        The text, as safe to open as that of `to_csv`; `None` becomes an empty cell.

    Example:
        >>> print(rows_to_csv([{"title": "=1+1", "score": 0.5}]), end="")
        title,score
        '=1+1,0.5
    """
    return _written(rows[0], (row.values() for row in rows), ",") if rows else ""


def _written(head: Iterable[str], rows: Iterable[Iterable[Any]], delimiter: str) -> str:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=delimiter, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(map(_cell, row) for row in rows)
    return file.getvalue()


def _cell(value: Any) -> str:
    """One cell: numbers as they are (a minus before digits is no formula), texts made harmless."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, (int, float)):
        return str(value)
    return harmless(_said(value))


def _said(value: Any) -> str:
    """A value in words, for a person."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join([_said(item) for item in value])  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, Source):
        return f"{value.document_id}:{value.start}-{value.end}"
    return str(getattr(value, "id", value))
