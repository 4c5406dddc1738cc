"""Word lists that ship with the package, read once and kept.

Every list is a text file under ``dutch/data`` with one entry a line; lines that start with ``#`` say where
the list comes from and are skipped.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["read_group", "read_kinds", "read_lines", "read_words"]


@cache
def read_lines(name: str) -> tuple[str, ...]:
    """Return the entries of one list in the order of the file.

    Args:
        name: The file's name under ``dutch/data``.

    Returns:
        The entries, stripped, without comments and blank lines.

    Raises:
        FileNotFoundError: If the package holds no such list.

    Example:
        >>> "We" in read_lines("sentence_openers.txt")
        True
    """
    text = files("flanders_care.dutch").joinpath("data", name).read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def read_words(name: str) -> frozenset[str]:
    """Return the entries of one list as a set, for membership tests only.

    Args:
        name: The file's name under ``dutch/data``.

    Returns:
        The entries.

    Example:
        >>> "de" in read_words("sentence_openers.txt")
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
    for line in read_lines("word_groups.txt"):
        name, _, words = line.partition(":")
        groups[name] = groups.get(name, frozenset()).union(words.split())
    return groups


@cache
def read_kinds(group: str) -> dict[str, str]:
    """Return the words of one group in ``name_heads.tsv`` with the kind that each stands for.

    Args:
        group: The group's name.

    Returns:
        The kind of each word; empty where there is no such group.

    Example:
        >>> read_kinds("actor heads")["agentschap"]
        'agency'
    """
    rows = (line.split("\t") for line in read_lines("name_heads.tsv"))
    return {word: kind for name, kind, words in rows if name == group for word in words.split()}
