"""Give every figure its unit, and tell sums without currency (`1,4 miljoen`) from counts."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from flanders_care.dutch.money.figures.found import Found
from flanders_care.dutch.money.figures.lists import has_table_head, read_lists
from flanders_care.dutch.money.figures.ranges import join_ranges
from flanders_care.dutch.money.words import alternatives
from flanders_care.dutch.text.wordlists import read_rows, read_words

__all__ = ["complete", "has_table_head"]

_NEXT_WORD = re.compile(r"\s{0,4}([A-Za-zÀ-ÿ'-]+)")

_NEAR = 160
_REACH = 600


def complete(text: str, found: list[Found]) -> list[Found]:
    """Give every figure its unit, join ranges, and leave out counts (`een miljoen genomen`).

    Args:
        text: The levelled text.
        found: What `scan` found in it, in text order.

    Returns:
        The sums of money, in text order, none over another.
    """
    stated = [item for item in found if item.currency is not None]
    starts = [item.start for item in stated]
    sums = [item for item in found if item.currency is not None or _is_money(text, item, starts)]
    for item in sums:
        item.currency = item.currency or _currency_near(item, stated, starts)
        item.value = -item.value if item.negative else item.value
    sums = join_ranges(text, sums)
    further = read_lists(text, sums)
    if further:
        sums = sorted(sums + further, key=lambda item: (item.start, item.end))
    return _apart(sums)


def _apart(sums: list[Found]) -> list[Found]:
    """Keep the first of sums that lie over each other."""
    kept: list[Found] = []
    for item in sums:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept


def _currency_near(item: Found, stated: list[Found], starts: list[int]) -> str:
    """Take the currency of the nearest sum that names one; these are Belgian documents, so euro otherwise."""
    place = bisect_left(starts, item.start)
    beside = stated[max(0, place - 1) : place + 1]
    near = [other for other in beside if abs(other.start - item.start) < _REACH]
    nearest = min(near, key=lambda other: (abs(other.start - item.start), other.start), default=None)
    return nearest.currency if nearest is not None and nearest.currency is not None else "EUR"


@cache
def _money_nouns() -> re.Pattern[str]:
    return re.compile(alternatives(row[0] for row in read_rows("dutch/money/nouns.tsv")))


def _is_money(text: str, item: Found, starts: list[int]) -> bool:
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
