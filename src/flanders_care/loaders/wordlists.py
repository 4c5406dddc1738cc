"""Word lists that ship with the loaders, read once and kept; the lines that start with `#` say where they come from."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["read_lines", "read_rows", "read_words"]


@cache
def read_lines(name: str) -> tuple[str, ...]:
    """Return the entries of one list in the order of the file.

    Args:
        name: The file's name under `loaders/data`.

    Returns:
        The entries, stripped, without comments and blank lines.

    Example:
        >>> "kmo’s" in read_lines("figure_units.txt")
        True
    """
    text = files("flanders_care.loaders").joinpath("data", name).read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def read_words(name: str) -> frozenset[str]:
    """Return the entries of one list as a set, for membership tests only.

    Example:
        >>> "jaar" in read_words("figure_units.txt")
        True
    """
    return frozenset(read_lines(name))


@cache
def read_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a list with tabs between its cells.

    Args:
        name: The file's name under `loaders/data`.

    Returns:
        The rows in file order, each cell stripped.
    """
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in read_lines(name))
