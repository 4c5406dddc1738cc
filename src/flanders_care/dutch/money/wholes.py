"""Which sums of one text are parts of others by their figures and by how they stand together.

The rules:

- `in-brackets`: figures in brackets behind a sum that contains them.
- `adds-up`: neighbouring figures add up to a stated whole.
- `unit-carried`: a list without unit has the unit of the sum that it divides.
- `yearly-whole`: a yearly sum and the total of its years.
- `raised-by`: `van A tot B verhoogd`, and the rise `B - A` is part of B.
"""

from __future__ import annotations

import itertools
from decimal import Decimal

import attrs

from flanders_care.dutch.money.cues import holds, stands_in
from flanders_care.dutch.money.recurrence import is_yearly
from flanders_care.dutch.money.sum import WINDOW, Credit, Sum
from flanders_care.dutch.text.page import Page
from flanders_care.money import Qualifier, exact_sum
from flanders_care.regex import regex

_BRACKET = regex(r"\s*[\w\s'-]{0,64}\(")

_TO_BRACKET = 80  # characters between a whole and its first part in brackets
_IN_BRACKETS = 600  # characters that brackets with parts can be long
_TOTAL_BEFORE, _TOTAL_BEHIND = 80, 40  # characters beside a sum that call it a total
_NEIGHBOURS, _NEIGHBOURS_OF_TOTAL = 2, 12  # sentences between a whole and its parts; with a word such as `totaal`


def find_counted_parts(sums: tuple[Sum, ...], page: Page) -> tuple[Sum, ...]:
    """Link parts to the whole that their figures make, rule by rule."""
    linked = list(sums)
    if len(linked) > 1:
        _link_brackets(linked, page.text)
        _link_addends(linked)
        _link_lists(linked, page.text)
        _link_yearly(linked)
        _link_rises(linked)
    return tuple(linked)


def _link(sums: list[Sum], part: int, whole: int | None) -> None:
    sums[part] = attrs.evolve(sums[part], part_of=whole)


def _link_brackets(sums: list[Sum], text: str) -> None:
    """Rule `in-brackets`: `2,8 miljoen euro (1,4 miljoen vanuit A en 1,4 miljoen vanuit B)`."""
    for i, whole in enumerate(sums[:-1]):
        between = text[whole.end : sums[i + 1].start]
        if len(between) > _TO_BRACKET or ")" in between or between.count(".") > 1 or not _BRACKET.match(between):
            continue
        close = text.find(")", sums[i + 1].end, sums[i + 1].end + _IN_BRACKETS)
        inside = [j for j in range(i + 1, min(len(sums), i + 1 + WINDOW)) if sums[j].start < close]
        if any(sums[j].currency != whole.currency for j in inside):
            continue
        if exact_sum(sums[j].value for j in inside) <= whole.value:
            for j in inside:
                if sums[j].part_of is None and sums[j].same_as is None and sums[j].value < whole.value:
                    _link(sums, j, i)


def _link_addends(sums: list[Sum]) -> None:
    """Rule `adds-up`: two or more neighbours, just before or just behind, add up to a stated whole."""
    free = [i for i, item in enumerate(sums) if item.same_as is None and item.credit is not Credit.PAYMENT]
    for position, whole in enumerate(free):
        before, behind = free[max(0, position - WINDOW) : position][::-1], free[position + 1 : position + 1 + WINDOW]
        for part in _addends(sums, whole, before) or _addends(sums, whole, behind):
            _link(sums, part, whole)


def _addends(sums: list[Sum], i: int, neighbours: list[int]) -> list[int]:
    """Take neighbours one by one until they make the whole, or cannot."""
    whole = sums[i]
    stated = _is_called_total(whole) or stands_in("total", whole.clause_after[:_TOTAL_BEHIND])
    slack = _slack(whole, stated=stated)
    reach = _NEIGHBOURS_OF_TOTAL if stated or whole.in_head else _NEIGHBOURS
    wanted, total, parts = whole.value * whole.times, Decimal(0), list[int]()
    for j in neighbours:
        part = sums[j]
        if part.currency != whole.currency or abs(part.sentence - whole.sentence) > reach or part.value <= 0:
            break
        if part.part_of in neighbours:
            continue  # it is in the part that it belongs to
        if part.part_of not in (None, i):
            break
        total += part.value * part.times
        parts.append(j)
        if total > wanted + slack:
            break
        if len(parts) > 1 and abs(total - wanted) <= slack:
            return parts if whole.part_of not in parts else []
    return []


def _is_called_total(whole: Sum) -> bool:
    return stands_in("total", whole.clause_before[-_TOTAL_BEFORE:])


def _slack(whole: Sum, *, stated: bool) -> Decimal:
    """How far parts may miss their whole: nothing, unless the whole is called a total or is rounded."""
    if whole.qualifier in {Qualifier.APPROX, Qualifier.NEARLY, Qualifier.MORE_THAN}:
        return whole.value * 3 / 100
    if whole.qualifier is Qualifier.AT_MOST and not stated:
        return whole.value / 500  # a ceiling is a round figure
    return whole.value / 100 if stated else Decimal(0)


def _link_lists(sums: list[Sum], text: str) -> None:
    """Rule `unit-carried`: bare decimals of a list divide the sum whose unit they have."""
    giver: int | None = None
    for i, item in enumerate(sums):
        if not item.carried:
            giver = i
            continue
        figure = text[item.start : item.end]
        listed = item.scale >= 6 and "," in figure and figure[0].isdigit() and item.part_of is None
        if giver is not None and listed and sums[giver].value > item.value and sums[giver].scale == item.scale:
            _link(sums, i, giver)


def _link_yearly(sums: list[Sum]) -> None:
    """Rule `yearly-whole`: `jaarlijks 5 miljoen, waardoor een totaalbudget van 10 miljoen`."""
    for i, whole in enumerate(sums):
        if not _is_called_total(whole):
            continue
        for j in (i - 1, i + 1):
            if 0 <= j < len(sums) and _is_one_of_its_years(sums[j], whole):
                _link(sums, j, i)


def _is_one_of_its_years(part: Sum, whole: Sum) -> bool:
    if part.part_of is not None or abs(part.sentence - whole.sentence) > 1 or part.currency != whole.currency:
        return False
    even = part.value > 0 and whole.value % part.value == 0
    return even and 2 <= whole.value / part.value <= 10 and is_yearly(part) and not is_yearly(whole)


def _link_rises(sums: list[Sum]) -> None:
    """Rule `raised-by`: `van 1 tot 1,3 miljoen`, and the rise of 0,3 miljoen is part of the second."""
    for i, (before, after) in enumerate(itertools.pairwise(sums)):
        if not (holds(before, "from") and holds(before, "changed to")):
            continue
        _link(sums, i, None)
        for j in range(i + 2, min(len(sums), i + 2 + WINDOW)):
            if sums[j].value == after.value - before.value and sums[j].currency == after.currency:
                _link(sums, j, i + 1)


def open_circles(sums: tuple[Sum, ...], page: Page) -> tuple[Sum, ...]:
    """Drop the link that would close a circle: a sum cannot contain what contains it."""
    opened = list(sums)
    safe: set[int] = set()
    for start in range(len(opened)):
        path: set[int] = set()
        i: int | None = start
        while i is not None and i not in safe:
            path.add(i)
            whole = opened[i].part_of
            if whole in path:
                _link(opened, i, None)
                whole = None
            i = whole
        safe |= path
    return tuple(opened)
