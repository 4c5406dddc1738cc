"""Read the figures of a text that are money, each with its unit, and leave out counts (`een miljoen genomen`)."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

import attrs

from flanders_care.diagnostics import Diagnostic
from flanders_care.dutch.money.figures.lists import has_table_head, read_lists
from flanders_care.dutch.money.figures.ranges import join_ranges
from flanders_care.dutch.money.figures.scan import scan
from flanders_care.dutch.money.sum import Sum
from flanders_care.dutch.text.patterns import alternatives
from flanders_care.dutch.text.wordlists import read_rows, read_words
from flanders_care.regex import regex

_NEXT_WORD = regex(r"\s{0,4}([A-Za-zÀ-ÿ'-]+)")
_NEAR = 160
_REACH = 600


def read_figures(text: str) -> tuple[tuple[Sum, ...], tuple[Diagnostic, ...]]:
    """Read the figures of a text that are money.

    Args:
        text: A text with plain characters.

    Returns:
        The sums in text order, none over another, and what looks like one and cannot be read.
    """
    found, unread = scan(text)
    unread.sort(key=lambda diagnostic: diagnostic.start or 0)
    if not found and not has_table_head(text):
        return (), tuple(unread)
    sums = join_ranges(text, _with_currency(text, found))
    further = read_lists(text, sums)
    if further:
        sums = sorted(sums + further, key=lambda item: (item.start, item.end))
    return _apart(sums), tuple(unread)


def _apart(sums: list[Sum]) -> tuple[Sum, ...]:
    """Keep the first of sums that lie over each other."""
    kept: list[Sum] = []
    for item in sums:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return tuple(kept)


def _with_currency(text: str, found: list[Sum]) -> list[Sum]:
    """Keep what is money, and give it a currency where none stands with it."""
    stated = [item for item in found if item.currency]
    starts = [item.start for item in stated]
    return [
        item if item.currency else attrs.evolve(item, currency=_currency_near(item, stated, starts))
        for item in found
        if item.currency or _is_money(text, item, starts)
    ]


def _currency_near(item: Sum, stated: list[Sum], starts: list[int]) -> str:
    """Take the currency of the nearest sum that names one; these are Belgian documents, so euro otherwise."""
    place = bisect_left(starts, item.start)
    near = [other for other in stated[max(0, place - 1) : place + 1] if abs(other.start - item.start) < _REACH]
    nearest = min(near, key=lambda other: (abs(other.start - item.start), other.start), default=None)
    return "EUR" if nearest is None else nearest.currency


@cache
def _money_nouns() -> re.Pattern[str]:
    return regex(alternatives(row[0] for row in read_rows("dutch/money/nouns.tsv")))


def _is_money(text: str, item: Sum, starts: list[int]) -> bool:
    """Tell `1 miljoen strategische ecologiesteun` from `één miljoen genomen`.

    A noun of money within three words makes it a sum, another noun a count; where only small words follow, a noun of
    money or a sum with a currency must be near.
    """
    position = item.end
    for _ in range(3):
        word = _NEXT_WORD.match(text, position)
        if word is None or word[1].lower() in read_words("dutch/money/function_words.txt"):
            break
        if _money_nouns().search(word[1].lower()):
            return True
        position = word.end()
    if position != item.end:
        return False
    near = text[max(0, item.start - _NEAR) : item.end + 40].lower()
    place = bisect_left(starts, item.start - _NEAR)
    return bool(_money_nouns().search(near)) or (place < len(starts) and starts[place] < item.start + _NEAR)
