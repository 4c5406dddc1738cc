"""When a sum is meant: its years, from the words around it.

The rules, in order: a time behind the sum in its own clause; before it in its own clause; before it in its sentence;
behind it in its sentence; a stated period in another sentence of the body; the title. Dates of laws, agreements and
earlier acts, and years in the names of plans, are not times of money.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from flanders_care.dutch.money.context import Place, Surroundings
from flanders_care.dutch.money.recurrence import is_yearly
from flanders_care.dutch.text.numerals import number_word

__all__ = ["Time", "budget_year", "free_times", "times_of", "years_of"]

_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"

_MONTH_NAMES: list[str] = list(_MONTHS.split("|"))

_Y = r"20\d\d"

_DATE = rf"(?:(?:\d{{1,2}}(?:ste|e)?\s+)?(?:{_MONTHS})\s+)"

_TO = r"\s{0,2}(?:-|–|/|tot\s+en\s+met|t\.?e\.?m\.?|t/m|tot|en)\s{0,2}(?:eind\s+|en\s+met\s+)?"

_YEAR = re.compile(_Y + r"(?!\d)")

_DATE_BEFORE = re.compile(rf"{_DATE}$", re.IGNORECASE)

_HALF_BEFORE = re.compile(rf"{_DATE}{_TO}{_DATE}$", re.IGNORECASE)  # van 1 januari tot en met 30 juni 2023

_UNTIL = re.compile(
    rf"{_TO}(?P<second>(?:{_DATE})?)(?P<to>{_Y}(?!\d)|\d\d(?!\d|[.,/]\d|\s(?:{_MONTHS}|euro|miljoen|projecten)))",
    re.IGNORECASE,
)

_LAW = re.compile(
    r"(?:besluit\w*|decreet|decreten|akkoord|wet|overeenkomst\w*|protocol|richtlijn|verordening|beslissing|advies|codex\w*|conceptnota|arrest"
    r"|verdrag|omzendbrief|agenda|horizon|visie|vizier|regering|plan|wonen)\s+(?:(?:van|dd\.?|d\.d\.|van\s+de)\s+)?$",
    re.IGNORECASE,
)

_PLAN = re.compile(
    r"(?:\b|(?<=[a-z]))(?:plan|agenda|horizon|visie|vizier|strategie|akkoord|nota|codex|masterplan)['’”\"]?\s{0,2}[('‘]?$|\w['’”]\s{0,2}\(?$",
    re.IGNORECASE,
)

_SINCE = re.compile(
    r"\b(?:sinds|al\s+in|reeds\s+in|eerder\s+in|(?:opgericht|geïntroduceerd|ingevoerd|gestart|gelanceerd|goedgekeurd|ondertekend|beslist)\s+in|ten\s+opzichte\s+van|vergeleken\s+met)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)

_BOUND_ITSELF = re.compile(
    r"\b(?:engageerde|engageerden|verbond|verbonden|besliste|beslisten|besloot|besloten|beloofde|beloofden)\b[^.;]{0,40}\bin\s+$",
    re.IGNORECASE,
)

_TO_DO = re.compile(r"\s+(?:om|dat)\b", re.IGNORECASE)

_CUE = re.compile(
    r"(?:\b(?:in|voor|vanaf|tegen|tijdens|gedurende|over|tot\s+eind|eind|begin|midden|van|najaar|voorjaar|zomer|winter)|jaar|jaren|periode|begroting|jaargang|editie"
    r"|loop\s+van|werking|termijn|looptijd)\s+(?:de\s+|het\s+)?(?:(?:jaar|jaren|periode|begrotingsja\w+|schoolja\w+|begroting)\s+)?(?:van\s+)?[('‘]?$",
    re.IGNORECASE,
)

_PERIOD_CUE = re.compile(
    r"(?:periode|looptijd|begrotingsja\w+|werkingsja\w+|kalenderja\w+|schoolja\w+|academieja\w+|werkja\w+|voor\s+de\s+jaren|voor\s+het\s+jaar|loopt(?!\s+af)|duurt|duur|termijn|uitvoering)"
    r"[^.;]{0,30}$",
    re.IGNORECASE,
)

_REACH = 700

_WHOLE_PERIOD = re.compile(r"(?:project|subsidie|looptijd|volledige\s+)periode")

_TITLED = re.compile(r"\bvoor\s+(?:het|de)\s+(?:\w*ja(?:ar|ren)|periode)\s+(?:van\s+)?$", re.IGNORECASE)

_BUDGET_YEAR = re.compile(r"\bbegrotingsjaar\s+(20\d\d)(?!\d)")

_MONTHS_LONG = re.compile(r"\b(\d{1,3}|[a-zë]{3,10})\s+(maanden|jaar)\b", re.IGNORECASE)

_START = re.compile(
    rf"\b(?:start|gaat?\s+in|ingang|van\s+start|vanaf|begint)\b[^.;]{{0,60}}?\b(?:\d{{1,2}}\s+)?(?P<month>{_MONTHS})\s+(?P<year>{_Y})",
    re.IGNORECASE,
)

_PAST = re.compile(
    r"\b(?:keurde|kende|besliste|werd|werden|bedroeg|lanceerde|voorzag|reserveerde|maakte|had|hadden|was|waren|liep|kregen|kreeg|gebeurde|startte)\b",
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
        aim = time.years[0] % 10 == 0 and time.years[0] >= 2030 and not time.stated  # Visie 2050, VRTRN 2030
        before = text[max(0, time.start - 48) : time.start]
        bound = _TO_DO.match(text, time.end) and _BOUND_ITSELF.search(before)  # engageerde zich in 2017 om jaarlijks
        if not (aim or bound or _LAW.search(before) or _PLAN.search(before) or _SINCE.search(before)):
            found.append(time)
    return found


def _time_at(text: str, match: re.Match[str]) -> Time:
    """Read the time around one year: the date before it, and the end of the period behind it."""
    first, start = int(match[0]), match.start()
    half = _HALF_BEFORE.search(text, max(0, start - 60), start)
    date = half or _DATE_BEFORE.search(text, max(0, start - 24), start)
    start = date.start() if date else start
    until = _UNTIL.match(text, match.end())
    last = first
    if until is not None:
        last = int(until["to"]) if len(until["to"]) == 4 else first // 100 * 100 + int(until["to"])
    if until is None or not first <= last <= first + 30:
        until, last = None, first
    before = text[max(0, start - 48) : start]
    cued = bool(_CUE.search(before))
    stated = bool(half or (until and until["second"]) or _PERIOD_CUE.search(before) or (cued and last > first))
    period = stated or last > first
    end = until.end() if until else match.end()
    return Time(start, end, tuple(range(first, last + 1)), period or cued, period, stated)


def free_times(times: list[Time], around: Surroundings, taken: frozenset[int]) -> list[Time]:
    """Find the times of the body that can hold for sums of other sentences.

    Args:
        times: What `times_of` found.
        around: The text's sentences.
        taken: Numbers of the sentences that hold sums: their times belong to those.

    Returns:
        Stated periods outside the title that are not told in the past tense.
    """
    body = (t for t in times if t.start >= around.head_end and t.stated and around.sentence_at(t.start) not in taken)
    return [t for t in body if not _is_past(around, t)]


def years_of(
    place: Place, around: Surroundings, times: tuple[list[Time], list[Time]], *, rule: bool
) -> tuple[int, ...]:
    """Say for which years a sum is meant.

    Args:
        place: Where the sum stands.
        around: The text's sentences.
        times: What `times_of` found, and of these the `free_times`.
        rule: Whether the sum is a norm or a price: then only its own sentence speaks of it.

    Returns:
        The years in order, empty where nothing says.
    """
    start, end = around.span(place.sentence)
    first, last = max(start, place.start - _REACH), min(end, place.end + _REACH)
    own = times[0][bisect_left(times[0], (first,)) : bisect_left(times[0], (last,))]
    if rule:
        own = [t for t in own if t.stated or t.start >= place.end]
    if chosen := _in_sentence(place, own):
        return chosen.years
    if place.in_head or not rule or _WHOLE_PERIOD.search(around.text, first, last):
        return _elsewhere(place, around, times)
    return ()


def _in_sentence(place: Place, own: list[Time]) -> Time | None:
    """Choose among the times of the sum's own sentence."""
    behind_edge = place.end + len(place.clause_after)
    before_edge = place.start - len(place.clause_before)
    if place.last_end > place.end and not any(t.start >= place.last_end for t in own):
        # for 2021 A, for 2022 B, for 2023 C: what stands behind A belongs to B
        leading = [t for t in own if before_edge <= t.start < place.start and t.cued]
        if leading:
            return leading[-1]
    groups = (
        [t for t in own if place.end <= t.start < behind_edge and t.stated],
        [t for t in own if place.end <= t.start < behind_edge and t.cued],
        [t for t in reversed(own) if before_edge <= t.start < place.start and t.cued],
        [t for t in reversed(own) if t.start < place.start and t.cued],
        [t for t in own if t.start >= place.end and t.cued],
        [t for t in own if place.end <= t.start < behind_edge],
        [t for t in reversed(own) if t.start < place.start],
    )
    return next((group[0] for group in groups if group), None)


def _elsewhere(place: Place, around: Surroundings, times: tuple[list[Time], list[Time]]) -> tuple[int, ...]:
    """Look for a period that the title states, one of the rest of the body, then any time of the title."""
    every, free = times
    head = every[: bisect_left(every, (around.head_end,))]
    if titled := next((t for t in head if _TITLED.search(around.text, max(0, t.start - 40), t.start)), None):
        return titled.years
    middle = bisect_left(free, (place.start,))
    beside = free[max(0, middle - 1) : middle + 1]
    nearest = min(beside, key=lambda t: (abs(around.sentence_at(t.start) - place.sentence), t.start), default=None)
    if nearest is not None and abs(around.sentence_at(nearest.start) - place.sentence) <= 4:
        return nearest.years
    if counted := _counted_from_start(place, around):
        return counted
    chosen = next((t for t in head if t.period), None)
    if chosen is None and not is_yearly(place):  # one year in a title does not bound a sum that comes back every year
        chosen = next((t for t in head if t.cued), None) or next(iter(head), None)
    return chosen.years if chosen else ()


def budget_year(around: Surroundings) -> tuple[int, ...]:
    """Return the budget year that the title of a decision names: `voor het begrotingsjaar 2023`."""
    match = _BUDGET_YEAR.search(around.text, 0, around.head_end)
    return (int(match[1]),) if match else ()


def _is_past(around: Surroundings, time: Time) -> bool:
    start, end = around.span(around.sentence_at(time.start))
    return bool(_PAST.search(around.text, max(start, time.start - 500), min(end, time.end + 120)))


def _counted_from_start(place: Place, around: Surroundings) -> tuple[int, ...]:
    """Count `een uitvoeringstermijn van 30 maanden` from `van start op 1 januari 2020`, in the next two sentences."""
    start, _ = around.span(place.sentence)
    text = around.text[max(start, place.start - _REACH) : min(len(around.text), place.end + 500)]
    begin, length = _START.search(text), None
    for match in _MONTHS_LONG.finditer(text):
        number = int(match[1]) if match[1].isdigit() else int(number_word(match[1]) or 0)
        length = number * (12 if match[2].lower() == "jaar" else 1) or length
    if begin is None or length is None or length > 360:
        return ()
    first = int(begin["year"])
    months = _MONTH_NAMES.index(begin["month"].lower()) + length - 1
    return tuple(range(first, first + months // 12 + 1))
