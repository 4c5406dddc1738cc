"""When a sum is meant: its years, from the words around it.

The rules, in order: a time behind the sum in its own clause; before it in its own clause; before it in its sentence;
behind it in its sentence; a stated period in another sentence of the body; the title. Dates of laws, agreements and
earlier acts, and years in the names of plans, are not times of money.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Set
from typing import NamedTuple

import attrs

from flanders_care.dutch.dates.words import MONTHS
from flanders_care.dutch.money.cues import stands_in
from flanders_care.dutch.money.recurrence import is_yearly
from flanders_care.dutch.money.roles import FUNDING_ROLES, SumRole
from flanders_care.dutch.money.sum import Sum
from flanders_care.dutch.text.abbreviations import DOT
from flanders_care.dutch.text.numerals import number_word
from flanders_care.dutch.text.page import Page
from flanders_care.regex import regex

_MONTH = "|".join(MONTHS)
_Y = r"20\d\d"
_DATE = rf"(?:(?:\d{{1,2}}(?:ste|e)?\s+)?(?:{_MONTH})\s+)"
_TO = rf"\s{{0,2}}(?:-|–|/|tot\s+en\s+met|t{DOT}?e{DOT}?m{DOT}?|t/m|tot|en)\s{{0,2}}(?:eind\s+|en\s+met\s+)?"
_YEAR = regex(_Y + r"(?!\d)")
_DATE_BEFORE = regex(rf"{_DATE}$", re.IGNORECASE)
_HALF_BEFORE = regex(rf"{_DATE}{_TO}{_DATE}$", re.IGNORECASE)  # van 1 januari tot en met 30 juni 2023
_UNTIL = regex(
    rf"{_TO}(?P<second>(?:{_DATE})?)(?P<to>{_Y}(?!\d)|\d\d(?!\d|[.,/]\d|\s(?:{_MONTH}|euro|miljoen|projecten)))",
    re.IGNORECASE,
)
_PLAN = regex(
    r"(?:\b|(?<=[a-z]))(?:plan|agenda|horizon|visie|vizier|strategie|akkoord|nota|codex|masterplan)['’”\"]?\s{0,2}[('‘]?$|\w['’”]\s{0,2}\(?$",
    re.IGNORECASE,
)
_TO_DO = regex(r"\s+(?:om|dat)\b", re.IGNORECASE)
_CUE = regex(
    r"(?:\b(?:in|voor|vanaf|tegen|tijdens|gedurende|over|tot\s+eind|eind|begin|midden|van|najaar|voorjaar|zomer|winter)|jaar|jaren|periode|begroting|jaargang|editie"
    r"|loop\s+van|werking|termijn|looptijd)\s+(?:de\s+|het\s+)?(?:(?:jaar|jaren|periode|begrotingsja\w+|schoolja\w+|begroting)\s+)?(?:van\s+)?[('‘]?$",
    re.IGNORECASE,
)

# characters of the text that are read for each of these
_REACH = 700  # the sentence of a sum, on each side
_BEFORE, _ONE_DATE, _TWO_DATES = 48, 24, 60  # before a year
_PAST_BEFORE, _PAST_BEHIND = 500, 120  # beside a period, for a verb in the past tense
_LENGTH_BEHIND = 500  # behind a sum, for a length and a start

_LONGEST_PERIOD, _LONGEST_MONTHS = 30, 360  # years and months from the first to the last
_SENTENCES_AWAY = 4  # a period is of a sum so many sentences away
_FIRST_AIM = 2030  # a round year from here on is the name of a plan
_WHOLE_PERIOD = regex(r"(?:project|subsidie|looptijd|volledige\s+)periode")
_BUDGET_YEAR = regex(r"\bbegrotingsjaar\s+(20\d\d)(?!\d)")
_MONTHS_LONG = regex(r"\b(\d{1,3}|[a-zë]{3,10})\s+(maanden|jaar)\b", re.IGNORECASE)
_START = regex(
    rf"\b(?:start|gaat?\s+in|ingang|van\s+start|vanaf|begint)\b[^.;]{{0,60}}?\b(?:\d{{1,2}}\s+)?(?P<month>{_MONTH})\s+(?P<year>{_Y})",
    re.IGNORECASE,
)


class Time(NamedTuple):
    """A stated time: where it stands, its years, and how sure it is that money is meant for it.

    Attributes:
        start: First character.
        end: One past the last character.
        years: The years, in order.
        cued: Whether a preposition or noun of time leads to it (`in 2023`, `voor het jaar 2023`).
        period: Whether it is a stretch of time (`2021-2025`, `de periode ... 2023`).
        stated: Whether it says that it is one (`voor de periode`, `begrotingsjaar`, two dates).
    """

    start: int
    end: int
    years: tuple[int, ...]
    cued: bool
    period: bool
    stated: bool


def times_of(text: str) -> list[Time]:
    """Find the times of a text that money can be meant for.

    Args:
        text: A levelled text.

    Returns:
        The times in text order; dates of laws and promises and years in names of plans are left out.
    """
    found: list[Time] = []
    reach = 0
    for match in _YEAR.finditer(text):
        if match.start() < reach or (match.start() and text[match.start() - 1].isalnum()):
            continue
        time = _time_at(text, match)
        reach = time.end
        aim = time.years[0] % 10 == 0 and time.years[0] >= _FIRST_AIM and not time.stated  # Visie 2050, VRTRN 2030
        before = text[max(0, time.start - _BEFORE) : time.start]
        bound = _TO_DO.match(text, time.end) and stands_in(
            "bound itself", before
        )  # engageerde zich in 2017 om jaarlijks
        if not (aim or bound or _PLAN.search(before) or stands_in("law", before) or stands_in("since", before)):
            found.append(time)
    return found


def _time_at(text: str, match: re.Match[str]) -> Time:
    """Read the time around one year: the date before it, and the end of the period behind it."""
    first, start = int(match[0]), match.start()
    half = _HALF_BEFORE.search(text, max(0, start - _TWO_DATES), start)
    date = half or _DATE_BEFORE.search(text, max(0, start - _ONE_DATE), start)
    start = date.start() if date else start
    until = _UNTIL.match(text, match.end())
    last = first
    if until is not None:
        last = int(until["to"]) if len(until["to"]) == 4 else first // 100 * 100 + int(until["to"])
    if until is None or not first <= last <= first + _LONGEST_PERIOD:
        until, last = None, first
    before = text[max(0, start - _BEFORE) : start]
    cued = bool(_CUE.search(before))
    stated = bool(half or (until and until["second"]) or stands_in("period", before) or (cued and last > first))
    period = stated or last > first
    end = until.end() if until else match.end()
    return Time(start, end, tuple(range(first, last + 1)), period or cued, period, stated)


class _Times(NamedTuple):
    """The times of one text.

    Attributes:
        every: All of them, in text order.
        free: Stated periods of the body, in sentences without sums, that are not told in the past tense: these can hold
            for sums of other sentences.
    """

    every: list[Time]
    free: list[Time]


def give_years(sums: tuple[Sum, ...], page: Page) -> tuple[Sum, ...]:
    """Give each sum its years; two that are the same money share them."""
    every = times_of(page.text)
    times = _Times(every, _free_times(every, page, {item.sentence for item in sums}))
    named = _BUDGET_YEAR.search(page.text, 0, page.head_end)  # a title: voor het begrotingsjaar 2023
    budget_year = (int(named[1]),) if named else ()
    dated: list[Sum] = []
    for item in sums:
        years = (budget_year if item.role is SumRole.TRANSFERRED else ()) or _years_of(item, page, times)
        dated.append(attrs.evolve(item, years=years) if years else item)
    for i, item in enumerate(dated):
        if (first := item.same_as) is None or not {item.role, dated[first].role} <= FUNDING_ROLES:
            continue
        if is_yearly(item) == is_yearly(dated[first]):
            years = item.years or dated[first].years
            dated[i] = attrs.evolve(item, years=years)
            dated[first] = attrs.evolve(dated[first], years=dated[first].years or years)
    return tuple(dated)


def _free_times(times: list[Time], page: Page, taken: Set[int]) -> list[Time]:
    body = (t for t in times if t.start >= page.head_end and t.stated and page.sentence_at(t.start) not in taken)
    return [t for t in body if not _is_past(page, t)]


def _years_of(item: Sum, page: Page, times: _Times) -> tuple[int, ...]:
    """Say for which years a sum is meant; of a norm or price only its own sentence speaks."""
    norm = item.role is SumRole.NORM
    start, end = page.span(item.sentence)
    first, last = max(start, item.start - _REACH), min(end, item.end + _REACH)
    own = times.every[bisect_left(times.every, (first,)) : bisect_left(times.every, (last,))]
    if norm:
        own = [t for t in own if t.stated or t.start >= item.end]
    if chosen := _in_sentence(item, own):
        return chosen.years
    if item.in_head or not norm or _WHOLE_PERIOD.search(page.text, first, last):
        return _elsewhere(item, page, times)
    return ()


def _in_sentence(item: Sum, own: list[Time]) -> Time | None:
    """Choose among the times of the sum's own sentence."""
    behind_edge = item.end + len(item.clause_after)
    before_edge = item.start - len(item.clause_before)
    if item.last_end > item.end and not any(t.start >= item.last_end for t in own):
        # for 2021 A, for 2022 B, for 2023 C: what stands behind A belongs to B
        leading = [t for t in own if before_edge <= t.start < item.start and t.cued]
        if leading:
            return leading[-1]
    groups = (
        [t for t in own if item.end <= t.start < behind_edge and t.stated],
        [t for t in own if item.end <= t.start < behind_edge and t.cued],
        [t for t in reversed(own) if before_edge <= t.start < item.start and t.cued],
        [t for t in reversed(own) if t.start < item.start and t.cued],
        [t for t in own if t.start >= item.end and t.cued],
        [t for t in own if item.end <= t.start < behind_edge],
        [t for t in reversed(own) if t.start < item.start],
    )
    return next((group[0] for group in groups if group), None)


def _elsewhere(item: Sum, page: Page, times: _Times) -> tuple[int, ...]:
    """Look for a period that the title states, one of the rest of the body, then any time of the title."""
    free = times.free
    head = times.every[: bisect_left(times.every, (page.head_end,))]
    if titled := next(
        (t for t in head if stands_in("for the year", page.text[max(0, t.start - _BEFORE) : t.start])), None
    ):
        return titled.years
    middle = bisect_left(free, (item.start,))
    beside = free[max(0, middle - 1) : middle + 1]
    nearest = min(beside, key=lambda t: (abs(page.sentence_at(t.start) - item.sentence), t.start), default=None)
    if nearest is not None and abs(page.sentence_at(nearest.start) - item.sentence) <= _SENTENCES_AWAY:
        return nearest.years
    if counted := _counted_from_start(item, page):
        return counted
    chosen = next((t for t in head if t.period), None)
    if chosen is None and not is_yearly(item):  # one year in a title does not bound a sum that comes back every year
        chosen = next((t for t in head if t.cued), None) or next(iter(head), None)
    return chosen.years if chosen else ()


def _is_past(page: Page, time: Time) -> bool:
    start, end = page.span(page.sentence_at(time.start))
    return stands_in("past", page.text[max(start, time.start - _PAST_BEFORE) : min(end, time.end + _PAST_BEHIND)])


def _counted_from_start(item: Sum, page: Page) -> tuple[int, ...]:
    """Count `een uitvoeringstermijn van 30 maanden` from `van start op 1 januari 2020`, in the next two sentences."""
    start, _ = page.span(item.sentence)
    text = page.text[max(start, item.start - _REACH) : min(len(page.text), item.end + _LENGTH_BEHIND)]
    begin, length = _START.search(text), None
    for match in _MONTHS_LONG.finditer(text):
        number = int(match[1]) if match[1].isdigit() else int(number_word(match[1]) or 0)
        length = number * (12 if match[2].lower() == "jaar" else 1) or length
    if begin is None or length is None or length > _LONGEST_MONTHS:
        return ()
    first = int(begin["year"])
    months = MONTHS.index(begin["month"].lower()) + length - 1
    return tuple(range(first, first + months // 12 + 1))
