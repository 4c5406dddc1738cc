"""The words that begin or end a name and say what it names: ``agentschap``, ``vzw``, ``-programma``."""

from __future__ import annotations

from functools import cache

from flanders_care.dutch.text.wordlists import read_rows


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
    return {
        word: kind
        for name, kind, words in read_rows("dutch/names/name_heads.tsv")
        if name == group
        for word in words.split()
    }
