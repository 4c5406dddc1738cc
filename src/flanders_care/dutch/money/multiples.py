"""How often a sum comes back, and how many times it is given to each of several: `elk`, `telkens`, `zowel ... als`.

The rules: `zowel A als B` is two; `A, B en C krijgen elk` are as many as are named; `telkens` and `elk project` are as
many as the nearest number of the same sentence, the sentence before it, or the title says. A ceiling for each
(`maximaal`) is a norm and has no number.
"""

from __future__ import annotations

import re

import attrs

from flanders_care.dutch.money.cues import holds
from flanders_care.dutch.money.recurrence import in_each_year, is_yearly, number_of_years, per_unit
from flanders_care.dutch.money.roles import FUNDING_ROLES, SumRole
from flanders_care.dutch.money.sum import Sum
from flanders_care.dutch.text.numerals import number_word
from flanders_care.dutch.text.page import Page
from flanders_care.model.funding import Recurrence
from flanders_care.regex import regex

_BOTH = regex(r"\bzowel\b[^.;]{2,120}?\bals\b[^.;]{2,120}$", re.IGNORECASE)
_EACH = regex(
    r"\b(?:elk|ieder)(?:\s+(?:een|van|afzonderlijk|\w+))?\b[^.;()]{0,60}$|\btelkens\b[^.;()]{0,30}$|\belke?\s+\w+\s+(?:krijgt|ontvangt)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_GIVES = regex(r"\b(?:krijg\w*|ontvang\w*|kent|toegekend|verleent|toekennen|subsidies?)\b", re.IGNORECASE)
_OFTEN = regex(r"\b(twee|drie|vier|vijf)\s?maal\b", re.IGNORECASE)
_NAMED = regex(r"(?P<names>[A-Z][^.;:]{2,160}?)\s+(?:krijgen|ontvangen)\s+(?:elk|ieder)\b[^.;]{0,40}$")
_NAMED_EACH = regex(
    r"\b(?:aan|voor)\s+(?P<names>(?:[^.;:,]{2,60},\s){0,12}[^.;:,]{2,60}\sen\s[^.;:,]{2,60}?)\s+(?:elk|ieder)\b[^.;]{0,40}$"
)
_NUMBER = regex(
    r"\b(?P<number>\d{1,3}|[Tt]wee|[Dd]rie|[Vv]ier|[Vv]ijf|[Zz]es|zeven|acht|negen|elf|twaalf|[a-z]{0,6}tien|[a-zë]{0,12}tig)\s+(?:[a-zà-ÿ-]+\s+){0,2}?(?P<noun>[a-zà-ÿ-]{3,}(?:en|s|ers))\b"
)
_NOT_COUNTED = regex(
    r"(?:jaren|maanden|euro|dagen|weken|uren|procent|percent|miljoen|leerlingen|inwoners|personen|kinderen|jongeren|leden)$"
)

# characters beside a sum in which these words tell of it
_NEAR, _GIVES_BEHIND = 160, 40
_SENTENCE, _SENTENCES_BEFORE = 600, 1_500  # characters of its sentence, and of the three before, that may count
_MOST = 400  # more are no recipients of one sum


def gives_each(item: Sum) -> bool:
    """Tell whether the sum is given to each of several, and is no ceiling: `de projecten krijgen elk 60.000 euro`."""
    near = item.clause_before[-_NEAR:]
    if in_each_year(item):
        return False
    if holds(item, "times over"):
        return not holds(item, "limited")
    return bool(_BOTH.search(near) or (_EACH.search(near) and not holds(item, "every year"))) and bool(
        (_GIVES.search(item.before) or _GIVES.match(item.after[:_GIVES_BEHIND].lstrip()) or _BOTH.search(near))
        and not holds(item, "limited")
    )


def times_given(item: Sum, page: Page) -> int:
    """Count those that each receive the sum.

    Args:
        item: A sum for which `gives_each` holds.
        page: The text.

    Returns:
        The number, 1 where the text does not say it.
    """
    if _BOTH.search(item.clause_before):
        return 2
    if named := _NAMED.search(item.before) or _NAMED_EACH.search(item.before):
        names = re.sub(r"\([^)]*\)", "", named["names"])
        return names.count(",") + len(re.findall(r"\ben\b", names)) + 1
    if often := _OFTEN.search(item.before):
        return int(number_word(often[1]) or 1)
    start, end = page.span(item.sentence)
    earlier = page.span(max(0, item.sentence - 3))[0]
    for text in (
        page.text[start : min(end, start + _SENTENCE)],
        page.text[max(earlier, start - _SENTENCES_BEFORE) : start],
        page.head,
    ):
        if count := _number_in(text):
            return count
    return 1


def _number_in(text: str) -> int:
    for match in _NUMBER.finditer(text):
        if _NOT_COUNTED.search(match["noun"]):
            continue
        number = int(match["number"]) if match["number"].isdigit() else number_word(match["number"].lower())
        if number is not None and number == int(number) and 1 < number <= _MOST:
            return int(number)
    return 0


def count_times(sums: tuple[Sum, ...], page: Page) -> tuple[Sum, ...]:
    """Say of each sum whether it comes once, every year or for every unit, and how many times it is meant."""
    return tuple(_counted(item, page) for item in sums)


def _counted(item: Sum, page: Page) -> Sum:
    funds = item.role in FUNDING_ROLES
    each = funds and item.times == 1 and gives_each(item)
    times = times_given(item, page) if each else item.times
    if is_yearly(item):
        years = 1 if item.years or not funds else number_of_years(item, page)
        return attrs.evolve(item, recurrence=Recurrence.PER_YEAR, times=times * years)
    if item.times == len(item.years) > 1:  # twee maal 1,72 miljoen euro voor 2021 en 2022
        return attrs.evolve(item, recurrence=Recurrence.PER_YEAR, times=1)
    if item.role is SumRole.NORM or times > 1 or per_unit(item):
        return attrs.evolve(item, recurrence=Recurrence.PER_UNIT, times=times)
    return attrs.evolve(item, recurrence=Recurrence.ONE_OFF, times=times)
