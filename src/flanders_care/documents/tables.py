"""Rows of tables: in plain text their columns cannot be told apart, so they are known by their form alone."""

from __future__ import annotations

from flanders_care.documents.lines import Line
from flanders_care.regex import regex

_NUMBERS = regex(r"\d\S*\s+\S*\d")
_CELL = regex(r"[€(]?[-–+]?\d[\d.,]{0,20}[%)]?|[-–]|n\.?v\.?t\.?")
_LONGEST = 160  # characters


def is_row(text: str, line: Line) -> bool:
    """Tell whether a line is a row of a table: cells between bars, or three numbers that are half its words."""
    words = text[line.start : line.end]
    if words.count("|") > 1:
        return True
    if len(words) > _LONGEST or _NUMBERS.search(words) is None:
        return False
    cells = words.split()
    numbers = sum(1 for cell in cells if _CELL.fullmatch(cell) is not None)
    return numbers >= 3 and 2 * numbers >= len(cells)
