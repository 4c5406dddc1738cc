"""Plain rows as CSV, for what is no record: tables that a command prints."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from flanders_care.exchange.csv import harmless


def rows_to_csv(rows: Sequence[Mapping[str, object]]) -> str:
    r"""Write rows that have the same keys as CSV (newline `\n`), safe to open in a spreadsheet.

    Args:
        rows: The rows; the keys of the first are the head. No rows give an empty text.

    Returns:
        The text; `None` becomes an empty cell, and a text that a spreadsheet would run is made harmless.

    Example:
        >>> print(rows_to_csv([{"title": "=1+1", "score": 0.5}]), end="")
        title,score
        '=1+1,0.5
    """
    if not rows:
        return ""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(rows[0])
    writer.writerows([_cell(value) for value in row.values()] for row in rows)
    return buffer.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    return harmless(value) if isinstance(value, str) else str(value)
