"""Figures whose unit stands before a list, near a product, or above a table."""

from __future__ import annotations

import re
from bisect import bisect_left

import attrs

from flanders_care.dutch.money.sum import Sum
from flanders_care.dutch.text.abbreviations import DOT
from flanders_care.dutch.text.numerals import figure, shifted
from flanders_care.regex import regex

_YEAR = regex(r"(?:19|20)\d\d\Z")
_LIST_ITEM = regex(r"\(([^()\d\n]{2,60}?)\s[–-]\s{0,2}\n?(\d{1,4},\d{1,3})\)")
_LIST_REACH = 600
_FACTORED = regex(
    r"(?<![\w.,])(\d{1,4})\s{0,2}(?:x|×|maal|keer)\s{0,2}(\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?)(?![\d.,]?\d)", re.IGNORECASE
)
_FACTOR_REACH = 300
_HEAD = regex(
    rf"\b(?:in|x|×)\s{{0,2}}(?P<scale>duizend(?:en)?|miljoen(?:en)?|miljard(?:en)?|mio|mln{DOT}?|1\.000|1\s000|k(?=\s?(?:€|eur)))?"
    r"\s{0,2}(?P<cur>euro|eur|€)"
    r"(?![a-zà-ÿ])",
    re.IGNORECASE,
)
_HEAD_SCALES = {"duizend": 3, "duizenden": 3, "1.000": 3, "1 000": 3, "k": 3, "miljard": 9, "miljarden": 9}
_CELL = regex(r"(?:(?<=[|\t;:])|(?<=\s{2})|(?<=\n))[ ]{0,8}(-?\d[\d. ]{0,18}(?:,\d{1,3})?)[ ]{0,8}(?=[|\t;\n]|\s{2}|$)")
_TABLE_LINES = 60


def has_table_head(text: str) -> bool:
    """Tell whether a line names the unit of the figures below it: `(in duizend euro)`."""
    return "\n" in text and _HEAD.search(text) is not None


def read_lists(text: str, sums: list[Sum]) -> list[Sum]:
    """Read the figures of lists, products and tables whose unit stands elsewhere.

    Args:
        text: The levelled text.
        sums: The sums with a unit of their own, in text order.

    Returns:
        The further sums; none lies over one of `sums`.
    """
    starts = [item.start for item in sums]
    found = _listed(text, sums, starts) + _factored(text, sums, starts) + _tabled(text)
    return [item for item in found if not _covered(item, sums, starts)]


def _covered(item: Sum, sums: list[Sum], starts: list[int]) -> bool:
    """Tell whether a sum lies over the last one that begins before its end; the sums do not overlap."""
    place = bisect_left(starts, item.end) - 1
    return place >= 0 and sums[place].end > item.start


def _listed(text: str, sums: list[Sum], starts: list[int]) -> list[Sum]:
    """Read the bare decimals of a list, `(GTI Limburg – 4,76)`, with the unit of the sum before the list."""
    items = list(_LIST_ITEM.finditer(text))
    found: list[Sum] = []
    for item, before, behind in zip(items, [None, *items], [*items[1:], None], strict=False):
        beside = [other for other in (before, behind) if other is not None]
        if not any(abs(other.start() - item.start()) < _LIST_REACH for other in beside):
            continue
        giver = _scaled_before(item.start(), sums, starts)
        if giver is None:
            continue
        whole, _, fraction = item[2].partition(",")
        found.append(
            attrs.evolve(
                giver,
                start=item.start(2),
                end=item.end(2),
                value=shifted(whole, fraction, giver.scale),
                times=1,
                low=None,
                high=None,
                carried=True,
            )
        )
    return found


def _scaled_before(position: int, sums: list[Sum], starts: list[int]) -> Sum | None:
    """Return the nearest sum in millions before a place, if it is near."""
    for place in range(bisect_left(starts, position) - 1, -1, -1):
        if position - sums[place].end >= _LIST_REACH:
            return None
        if sums[place].scale >= 6:
            return sums[place]
    return None


def _factored(text: str, sums: list[Sum], starts: list[int]) -> list[Sum]:
    """Read `11 x 50.000` where euro stands near, but not with it."""
    found: list[Sum] = []
    for match in _FACTORED.finditer(text):
        value = figure(match[2])
        near = bisect_left(starts, match.start() - _FACTOR_REACH)
        if value is None or near >= len(sums) or starts[near] > match.end() + _FACTOR_REACH:
            continue
        found.append(
            Sum(
                start=match.start(),
                end=match.end(),
                currency=sums[near].currency,
                times=int(match[1]),
                value=value,
                carried=True,
            )
        )
    return found


def _tabled(text: str) -> list[Sum]:
    """Read the cells under a head that names the unit: `(in duizend euro)`."""
    found: list[Sum] = []
    reach = 0
    for head in _HEAD.finditer(text):
        line_end = text.find("\n", head.end())
        if line_end < 0 or head.start() < reach:
            continue
        reach = _table_end(text, line_end + 1)
        scale = _HEAD_SCALES.get((head["scale"] or "").lower(), 6 if head["scale"] else 0)
        for cell in _CELL.finditer(text, line_end + 1, reach):
            value = figure(cell[1].strip("- "), scale)
            if value is None or _YEAR.match(cell[1].strip()):
                continue
            start = cell.start(1)
            found.append(
                Sum(
                    start=start,
                    end=start + len(cell[1].rstrip()),
                    value=-value if cell[1].startswith("-") else value,
                    scale=scale,
                    currency="EUR",
                    carried=True,
                )
            )
    return found


def _table_end(text: str, start: int) -> int:
    """Return where the table that follows its head ends: at a blank line or a line of prose."""
    position = start
    for _ in range(_TABLE_LINES):
        end = text.find("\n", position)
        line = text[position : len(text) if end < 0 else end]
        if not line.strip() or len(line) > 400:
            break
        position += len(line) + 1
    return min(position, len(text))
