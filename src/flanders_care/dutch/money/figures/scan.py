"""Find the figures of a text that are money: one pass over its digits, one over its unit words.

Nothing here says what a sum means; it says where a figure with a unit stands and what number it is, exactly.
"""

from __future__ import annotations

import re

import attrs

from flanders_care.diagnostics import Diagnostic
from flanders_care.dutch.money.figures.figure import read_figure
from flanders_care.dutch.money.figures.words import read_words_before_units
from flanders_care.dutch.money.sum import Sum
from flanders_care.dutch.text.numerals import FIGURE
from flanders_care.regex import regex

_VAGUE = regex(
    r"\b(tientallen|honderden|duizenden|enkele|meerdere|verschillende|diverse|vele|een\s+paar)"
    r"(?:\s+(?:duizenden|honderdduizenden|miljoenen|miljarden|miljoen|miljard|duizend)){0,2}(?:\s+aan)?(\s+euro)?(?![a-zà-ÿ])",
    re.IGNORECASE,
)

_VAGUE_WORDS = ("tientallen", "honderden", "duizenden", "miljoenen", "miljarden")


def scan(text: str) -> tuple[list[Sum], list[Diagnostic]]:
    """Find every figure with a unit.

    Args:
        text: A text with plain characters.

    Returns:
        The figures in text order, and what looked like one and is not. Sums without currency (`1,4 miljoen`) are
        among the figures: the caller decides whether they are money.
    """
    read = [found for digits in FIGURE.finditer(text) if (found := read_figure(text, digits)) is not None]
    sums = [item for item in read if isinstance(item, Sum)]
    sums += read_words_before_units(text, {item.end for item in sums})
    sums.sort(key=lambda item: item.start)
    return _join_cents(text, sums), [item for item in read if isinstance(item, Diagnostic)] + _vague(text)


def _vague(text: str) -> list[Diagnostic]:
    """Find sums that no figure can stand for: `tientallen miljoenen euro`."""
    lowered = text.lower()
    if not any(word in lowered for word in _VAGUE_WORDS):
        return []
    return [
        Diagnostic(
            code="vague-amount",
            message=f"{match[0]!r} states no figure and is not counted",
            start=match.start(),
            end=match.end(),
        )
        for match in _VAGUE.finditer(text)
        if match[2] or "miljo" in match[0].lower() or "miljard" in match[0].lower()
    ]


def _join_cents(text: str, sums: list[Sum]) -> list[Sum]:
    """Join `5 euro en 20 cent` into one sum."""
    joined: list[Sum] = []
    for item in sums:
        previous = joined[-1] if joined else None
        if previous is not None and _are_cents_of(text, previous, item):
            cents = abs(item.value)
            value = previous.value + (-cents if previous.value < 0 else cents)
            joined[-1] = attrs.evolve(previous, value=value, end=item.end)
        else:
            joined.append(item)
    return joined


def _are_cents_of(text: str, euros: Sum, item: Sum) -> bool:
    return (
        text[item.start : item.end].lower().endswith(("cent", "centen"))
        and text[euros.end : item.start].strip().lower() in {"en", ""}
        and euros.currency == "EUR"
        and abs(item.value) < 1
    )
