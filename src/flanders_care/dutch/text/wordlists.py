"""Word lists that ship with the package, read once and kept: the one reader of all of them.

Every list is a text file in the folder ``data`` of the room that it belongs to, with one entry a line; lines that
start with ``#`` say where the list comes from and are skipped. A list is named by its room and its file.
"""

from __future__ import annotations

import pkgutil
from functools import cache


def read_text(name: str) -> str:
    """Return a data file of the package as it is.

    Args:
        name: The room and the file's name, such as ``dutch/abbreviations.txt``.

    Returns:
        Its text.

    Raises:
        FileNotFoundError: If the package holds no such file.
    """
    room, _, file = name.rpartition("/")
    data = pkgutil.get_data("flanders_care", f"{room}/data/{file}")
    if data is None:
        raise FileNotFoundError(name)
    return data.decode("utf-8")


@cache
def read_lines(name: str) -> tuple[str, ...]:
    """Return the entries of one list in the order of the file.

    Args:
        name: The room and the file's name.

    Returns:
        The entries, stripped, without comments and blank lines.

    Raises:
        FileNotFoundError: If the package holds no such list.

    Example:
        >>> "We" in read_lines("dutch/text/sentence_openers.txt")
        True
    """
    return tuple(line for line in map(str.strip, read_text(name).splitlines()) if line and line[0] != "#")


@cache
def read_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a list with tabs between its cells.

    Args:
        name: The room and the file's name.

    Returns:
        The rows in file order, each cell stripped.

    Example:
        >>> ("mio", "scale", "6") in read_rows("dutch/money/units.tsv")
        True
    """
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in read_lines(name))


@cache
def read_words(name: str) -> frozenset[str]:
    """Return the entries of one list as a set, for membership tests only.

    Args:
        name: The room and the file's name.

    Returns:
        The entries.

    Example:
        >>> "de" in read_words("dutch/text/sentence_openers.txt")
        False
    """
    return frozenset(read_lines(name))


@cache
def read_group(name: str) -> frozenset[str]:
    """Return one of the small groups of words in ``word_groups.txt``.

    Args:
        name: The group's name.

    Returns:
        Its words.

    Raises:
        KeyError: If there is no such group.

    Example:
        >>> "tegen" in read_group("year cues")
        True
    """
    return _read_groups()[name]


@cache
def _read_groups() -> dict[str, frozenset[str]]:
    groups: dict[str, frozenset[str]] = {}
    for line in read_lines("dutch/text/word_groups.txt"):
        name, _, words = line.partition(":")
        groups[name] = groups.get(name, frozenset()).union(words.split())
    return groups
