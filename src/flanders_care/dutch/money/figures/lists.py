"""Figures whose unit stands before a list, near a product, or above a table."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal

import attrs

from flanders_care.dutch.money.figures.found import Found
from flanders_care.dutch.text.numerals import figure, shifted

__all__ = ["has_table_head", "read_lists"]

_YEAR = re.compile(r"(?:19|20)\d\d\Z")

_LIST_ITEM = re.compile(r"\(([^()\d\n]{2,60}?)\s[–-]\s{0,2}\n?(\d{1,4},\d{1,3})\)")

_LIST_REACH = 600

_FACTORED = re.compile(
    r"(?<![\w.,])(\d{1,4})\s{0,2}(?:x|×|maal|keer)\s{0,2}(\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?)(?![\d.,]?\d)", re.IGNORECASE
)

_FACTOR_REACH = 300

_HEAD = re.compile(
    r"\b(?:in|x|×)\s{0,2}(?P<scale>duizend(?:en)?|miljoen(?:en)?|miljard(?:en)?|mio|mln\.?|1\.000|1\s000|k(?=\s?(?:€|eur)))?\s{0,2}(?P<cur>euro|eur|€)"
    r"(?![a-zà-ÿ])",
    re.IGNORECASE,
)

_HEAD_SCALES = {"duizend": 3, "duizenden": 3, "1.000": 3, "1 000": 3, "k": 3, "miljard": 9, "miljarden": 9}

_CELL = re.compile(
    r"(?:(?<=[|\t;:])|(?<=\s{2})|(?<=\n))[ ]{0,8}(-?\d[\d. ]{0,18}(?:,\d{1,3})?)[ ]{0,8}(?=[|\t;\n]|\s{2}|$)"
)

_TABLE_LINES = 60


def has_table_head(text: str) -> bool:
    """Tell whether a line names the unit of the figures below it: `(in duizend euro)`."""
    return "\n" in text and _HEAD.search(text) is not None


def read_lists(text: str, sums: list[Found]) -> list[Found]:
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


def _covered(item: Found, sums: list[Found], starts: list[int]) -> bool:
    """Tell whether a sum lies over the last one that begins before its end; the sums do not overlap."""
    place = bisect_left(starts, item.end) - 1
    return place >= 0 and sums[place].end > item.start


def _listed(text: str, sums: list[Found], starts: list[int]) -> list[Found]:
    """Read the bare decimals of a list, `(GTI Limburg – 4,76)`, with the unit of the sum before the list."""
    items = list(_LIST_ITEM.finditer(text))
    found: list[Found] = []
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
                digits=item[2],
                number=shifted(whole, fraction, 0),
                value=shifted(whole, fraction, giver.places),
                times=1,
                low=None,
                high=None,
                carried=True,
            )
        )
    return found


def _scaled_before(position: int, sums: list[Found], starts: list[int]) -> Found | None:
    """Return the nearest sum in millions before a place, if it is near."""
    for place in range(bisect_left(starts, position) - 1, -1, -1):
        if position - sums[place].end >= _LIST_REACH:
            return None
        if sums[place].places >= 6:
            return sums[place]
    return None


def _factored(text: str, sums: list[Found], starts: list[int]) -> list[Found]:
    """Read `11 x 50.000` where euro stands near, but not with it."""
    found: list[Found] = []
    for match in _FACTORED.finditer(text):
        value = figure(match[2])
        near = bisect_left(starts, match.start() - _FACTOR_REACH)
        if value is None or near >= len(sums) or starts[near] > match.end() + _FACTOR_REACH:
            continue
        found.append(
            Found(
                start=match.start(),
                end=match.end(),
                digits=match[2],
                number=value,
                currency=sums[near].currency,
                times=int(match[1]),
                value=value,
                carried=True,
            )
        )
    return found


def _tabled(text: str) -> list[Found]:
    """Read the cells under a head that names the unit: `(in duizend euro)`."""
    found: list[Found] = []
    reach = 0
    for head in _HEAD.finditer(text):
        line_end = text.find("\n", head.end())
        if line_end < 0 or head.start() < reach:
            continue
        reach = _table_end(text, line_end + 1)
        places = _HEAD_SCALES.get((head["scale"] or "").lower(), 6 if head["scale"] else 0)
        for cell in _CELL.finditer(text, line_end + 1, reach):
            value = figure(cell[1].strip("- "), places)
            if value is None or _YEAR.match(cell[1].strip()):
                continue
            found.append(_cell(cell, -value if cell[1].startswith("-") else value, places))
    return found


def _cell(cell: re.Match[str], value: Decimal, places: int) -> Found:
    start = cell.start(1)
    digits = cell[1].rstrip()
    return Found(
        start=start,
        end=start + len(digits),
        digits=digits,
        number=value,
        places=places,
        currency="EUR",
        value=value,
        carried=True,
    )


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
