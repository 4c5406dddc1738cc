"""Patterns made of word lists, and words that are one typing error away."""

from __future__ import annotations

import re
from collections.abc import Iterable

from flanders_care.dutch.text.abbreviations import DOT


def alternatives(words: Iterable[str]) -> str:
    r"""Make one regular expression of many literal words: longest first, any blanks between their parts.

    A dot is found whether the text is level (`level_dots`) or not.

    Example:
        >>> alternatives(["ca", "ca.", "om en bij"])
        'om\\s+en\\s+bij|ca[.․]|ca'
    """
    longest = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(map(escape_word, word.split())) for word in longest)


def escape_word(word: str) -> str:
    """Write a word as a pattern; a dot is found whether the text is level or not."""
    return re.escape(word).replace(r"\.", f"[.{DOT}]")


def near_miss(word: str, wanted: str) -> bool:
    """Tell whether a word is `wanted` or one typing error away: a letter more, less, other, or two swapped.

    Example:
        >>> near_miss("miljioen", "miljoen"), near_miss("miloen", "miljoen"), near_miss("menselijk", "miljoen")
        (True, True, False)
    """
    if word == wanted:
        return True
    if abs(len(word) - len(wanted)) > 1:
        return False
    head = 0
    while head < min(len(word), len(wanted)) and word[head] == wanted[head]:
        head += 1
    left, right = word[head:], wanted[head:]
    if len(left) == len(right):
        return left[1:] == right[1:] or (left[:2] == right[1::-1] and left[2:] == right[2:])
    return left[1:] == right if len(left) > len(right) else left == right[1:]


def last_match(pattern: re.Pattern[str], text: str, start: int = 0) -> re.Match[str] | None:
    """Return the last place where a pattern is found, or `None`.

    Example:
        >>> last_match(re.compile("aan"), "aan A en aan B").start()
        9
    """
    found = None
    for match in pattern.finditer(text, start):
        found = match
    return found
