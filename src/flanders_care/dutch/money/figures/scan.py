"""Find the figures of a text that are money: one pass over its digits, one over its unit words.

Nothing here says what a sum means; it says where a figure with a unit stands and what number it is, exactly.
"""

from __future__ import annotations

import re

from flanders_care.dutch.money.figures.figure import with_figure
from flanders_care.dutch.money.figures.found import Found, Trouble
from flanders_care.dutch.money.figures.words import with_words
from flanders_care.dutch.text.numerals import FIGURE

__all__ = ["scan"]

_VAGUE = re.compile(
    r"\b(tientallen|honderden|duizenden|enkele|meerdere|verschillende|diverse|vele|een\s+paar)"
    r"(?:\s+(?:duizenden|honderdduizenden|miljoenen|miljarden|miljoen|miljard|duizend)){0,2}(?:\s+aan)?(\s+euro)?(?![a-zà-ÿ])",
    re.IGNORECASE,
)

_VAGUE_WORDS = ("tientallen", "honderden", "duizenden", "miljoenen", "miljarden")


def scan(text: str) -> tuple[list[Found], list[Trouble]]:
    """Find every figure with a unit in a levelled text.

    Args:
        text: What `level` gave.

    Returns:
        The figures in text order, and what looked like one and is not. Sums without currency (`1,4 miljoen`) are
        among the figures: the caller decides whether they are money.
    """
    troubles: list[Trouble] = []
    found = [item for match in FIGURE.finditer(text) for item in with_figure(text, match, troubles)]
    found += with_words(text, found)
    found.sort(key=lambda item: item.start)
    troubles += _vague(text)
    return _join_cents(text, found), troubles


def _vague(text: str) -> list[Trouble]:
    """Find sums that no figure can stand for: `tientallen miljoenen euro`."""
    lowered = text.lower()
    if not any(word in lowered for word in _VAGUE_WORDS):
        return []
    return [
        Trouble("vague-amount", match.start(), match.end(), f"{match[0]!r} states no figure and is not counted")
        for match in _VAGUE.finditer(text)
        if match[2] or "miljo" in match[0].lower() or "miljard" in match[0].lower()
    ]


def _join_cents(text: str, found: list[Found]) -> list[Found]:
    """Join `5 euro en 20 cent` into one sum."""
    joined: list[Found] = []
    for item in found:
        previous = joined[-1] if joined else None
        if (
            previous is not None
            and text[item.start : item.end].lower().endswith(("cent", "centen"))
            and text[previous.end : item.start].strip().lower() in {"en", ""}
            and previous.currency == "EUR"
            and item.value < 1
        ):
            previous.value, previous.end = previous.value + item.value, item.end
        else:
            joined.append(item)
    return joined
