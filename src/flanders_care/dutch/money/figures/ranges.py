"""Ranges and pairs that share one unit: `tussen 2 en 3 miljoen euro`, `respectievelijk 3 en 11 miljoen euro`."""

from __future__ import annotations

import re
from decimal import Decimal

import attrs

from flanders_care.dutch.money.cues import stands_in
from flanders_care.dutch.money.sum import Sum
from flanders_care.dutch.text.abbreviations import DOT
from flanders_care.dutch.text.numerals import figure, number_word, shifted
from flanders_care.regex import regex

_BARE = r"(?P<bare>\d[\d.,]{0,18}\d|\d|(?:een\s)?(?:half|anderhalf)|[a-zë]{3,12})"
_LINK = r"(?P<link>tot\s+en\s+met|tot|à|a|en|of|[-–/,])"
_BEFORE = regex(
    rf"(?:^|(?<=[\s(]))(?:€\s?)?{_BARE}\s{{0,3}}{_LINK}\s{{0,3}}(?:maximaal\s+|max{DOT}\s+)?$", re.IGNORECASE
)
_BETWEEN = regex(r"\btussen(?:\s+de)?\s+$", re.IGNORECASE)
_RANGE_LINKS = frozenset({"tot", "tot en met", "à", "a", "-", "–"})
_LEADS_PAIR = regex(
    r"(?:\b(?:respectievelijk|van|telkens|met|voor|naar|bedragen|bedraagt|ten\s+bedrage\s+van|krijgen|ontvangen|uit)|[(:,])\s*$",
    re.IGNORECASE,
)
_YEAR = regex(r"(?:19|20)\d\d\Z")


def join_ranges(text: str, sums: list[Sum]) -> list[Sum]:
    """Join `tussen 2 en 3 miljoen euro`; give `3` its unit in `respectievelijk 3 en 11 miljoen euro`."""
    result: list[Sum] = []
    for item in sums:
        previous = result[-1] if result else None
        if previous is not None and (joined := _range_of(text, previous, item)):
            result[-1] = joined
            continue
        bare = _bare_before(text, item, previous.end if previous else 0)
        if bare is not None and (joined := _range_of(text, bare, item)):
            result.append(joined)
        else:
            result += [item] if bare is None else [bare, item]
    return result


def _bare_before(text: str, item: Sum, floor: int) -> Sum | None:
    """Find a figure without unit that shares the unit of the sum behind it."""
    match = _BEFORE.search(text, max(floor, item.start - 40), item.start)
    if match is None or item.times > 1:
        return None
    bare, link, scale = match["bare"], match["link"].lower(), item.scale
    number = figure(bare) if bare[0].isdigit() else number_word(bare)
    if number is None or (_YEAR.match(bare) and (scale or match["link"] not in _RANGE_LINKS)):
        return None
    if not bare[0].isdigit() and not scale:
        return None
    lead = text[max(0, match.start() - 30) : match.start()]
    if link in {"en", ",", "of"} and not (_BETWEEN.search(lead) or _LEADS_PAIR.search(lead)):
        return None
    if scale and number >= 1000:
        scale = 0  # 500.000 à 1 miljoen
    value = number * Decimal(10) ** scale
    value = shifted(f"{value:f}", "", 0) if value == value.to_integral_value() else value
    start, end = match.span("bare")
    return attrs.evolve(item, start=start, end=end, scale=scale, value=value, carried=True)


def _range_of(text: str, left: Sum, right: Sum) -> Sum | None:
    """Join two figures into one range when the words between and before them say so."""
    between = text[left.end : right.start].strip().lower()
    lead = _BETWEEN.search(text, max(0, left.start - 12), left.start)
    if len(between) > 12 or left.currency != right.currency or left.value > right.value or left.times != right.times:
        return None
    if lead is not None and between in {"en", "à", "-", "–"}:
        start = lead.start()
    elif between in _RANGE_LINKS and not stands_in("change", text[max(0, left.start - 160) : left.start]):
        start = left.start
    else:
        return None
    low, high = left.value, right.value
    middle = (low + high) / 2
    return attrs.evolve(right, start=start, value=middle, low=low, high=high)
