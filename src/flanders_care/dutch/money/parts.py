"""Which sums of one text are part of others.

The rules:

- `of-which`: `waarvan`, `hiervan`, `van het budget van A werd B`.
- `went-to`: `circa B ging naar ...` behind A.
- `in-all`: `In totaal ... B` behind a chain of parts of A is part of A, and holds the smaller part before it.
- `in-all-including`: `In totaal ... inclusief ... B` holds the smaller sum that the sentence before allots.
- `unused-part`: an `onbenut budget van B` that is put to another use within A.
- `support-within`: `de totale begroting bedroeg A, waarbij het gevraagde steunbedrag B was`.
- `in-brackets`: figures in brackets behind a sum that contains them.
- `adds-up`: neighbouring figures add up to a stated whole.
- `rise-to`: `een opstap van A waardoor de toelage B bedraagt`.
- `yearly-whole`: a yearly sum and the total of its years.
- `raised-by`: `van A tot B verhoogd`, and the rise `B - A` is part of B.
- `tranche`: `een eerste schijf van A`, and the whole follows.
- `unit-carried`: a list without unit has the unit of the sum that it divides.
"""

from __future__ import annotations

import re
from decimal import Decimal

from flanders_care.dutch.money.context import Place
from flanders_care.dutch.money.credit import WINDOW, Credit, Links
from flanders_care.dutch.money.figures.found import Found
from flanders_care.dutch.money.recurrence import is_yearly
from flanders_care.money import Qualifier, exact_sum

__all__ = ["find_parts"]


def find_parts(
    sums: list[Found],
    places: list[Place],
    known: tuple[list[Credit | None], list[Qualifier]],
    links: list[Links],
    text: str,
) -> None:
    """Fill in `part_of`, rule by rule; repeats must be known before.

    Args:
        sums: The sums in text order.
        places: Their surroundings.
        known: The credit and the qualifier of each.
        links: What the sums are to each other so far; changed in place.
        text: The levelled text.
    """
    _of_which(sums, places, links, text)
    _brackets(sums, links, text)
    _adds_up(sums, places, known, links)
    _carried(sums, links)
    _yearly_whole(sums, places, links)
    _raised_by(sums, places, links)


_OF_WHICH = re.compile(
    r"\b(?:waarvan|hiervan|daarvan|waaronder|daarin|hierin|van\s+(?:dit|dat)\s+\w*(?:budget|bedrag))\b[^.;]{0,160}$",
    re.IGNORECASE,
)

_OF_WHICH_BEHIND = re.compile(r"^\s{0,3}(?:hiervan|daarvan)\b", re.IGNORECASE)

_OF_BUDGET = re.compile(r"^[^.;]{0,20}\b(?:werd|wordt|is|gaat|ging)\b[^.;]{0,60}$", re.IGNORECASE)

_FROM_BUDGET = re.compile(
    r"\b[Vv]an\s+(?:het|de|dit|dat)\s+(?:totale?\s+)?\w*(?:budget|bedrag|krediet|middelen|begroting|investeringen)\b[^.;]{0,30}$"
)

_WENT_TO = re.compile(r"^\s{0,3}(?:ging|gingen|gaat|gaan)\s+naar\b", re.IGNORECASE)

_IN_ALL = re.compile(r"^\s*(?:In\s+totaal|Samen)\b")

_INCLUDING = re.compile(r"^\s*(?:In\s+totaal|Samen)\b[^.;]{0,120}\b(?:inclusief|waaronder|met\s+inbegrip\s+van)\b")

_ALLOTTED = re.compile(r"\b(?:toegewezen|toegekend|verleend|gesteund|goedgekeurd|geselecteerd|ging(?:en)?\s+naar)\b")

_ALL_OF_IT = re.compile(
    r"\b(?:begroting|\w*budget|\w*kost(?:en|prijs)?|\w*investering)\b[^.;]{0,60}$",
    re.IGNORECASE,
)

_SUPPORT_OF_IT = re.compile(
    r"^[^.;]{0,30}\b(?:waarbij|waarvoor|met|tegenover)\b[^.;]{0,20}\bgevraagde\s+(?:steun|subsidie|tegemoetkoming)\w*[^.;]{0,40}$",
    re.IGNORECASE,
)

_UNUSED = re.compile(
    r"\b(?:onbenut|niet-benut|ongebruikt)\w{0,2}\s+\w*(?:budget|krediet|middelen|bedrag)\b", re.IGNORECASE
)

_TRANCHE = re.compile(r"\b(?:eerste|tweede)\s+(?:schijf|fase|tranche)\s+van\s+$", re.IGNORECASE)

_RISE = re.compile(
    r"\b(?:opstap|verhoging|stijging|toename|verhoogd|verhogen|verhoogt)\b[^.;]{0,60}\b(?:van|met)\s+$", re.IGNORECASE
)

_RISE_TO = re.compile(r"\b(?:waardoor|zodat|tot|naar)\b", re.IGNORECASE)

_YEARLY_PART = re.compile(r"\(\s*(?:dus\s+)?(?:jaarlijks|per\s+jaar)\b", re.IGNORECASE)

_FROM = re.compile(r"\bvan\s+$", re.IGNORECASE)

_UP_TO = re.compile(r"^\s{0,3}(?:tot|naar)\b", re.IGNORECASE)

_TOTAL = re.compile(
    r"\b(?:totaal|totale|totaalbedrag|totaalbudget|samen|gezamenlijk\w*|resulteert|goed\s+voor|saldo)\b", re.IGNORECASE
)


def _of_which(sums: list[Found], places: list[Place], links: list[Links], text: str) -> None:
    """Rules `of-which` and `tranche`."""
    for i, (item, place) in enumerate(zip(sums, places, strict=True)):
        if links[i].same_as is not None:
            continue
        whole = None
        if _OF_WHICH.search(place.clause_before) or _OF_WHICH_BEHIND.match(place.clause_after):
            whole = _larger_before(sums, places, links, i, sentences=1)
        elif (
            i
            and places[i - 1].sentence == place.sentence
            and links[i - 1].part_of is not None
            and _continues(sums, links, text, i)
        ):
            whole = links[i - 1].part_of
        elif (
            i
            and places[i - 1].sentence == place.sentence
            and _FROM_BUDGET.search(places[i - 1].clause_before)
            and _OF_BUDGET.match(place.clause_before)
            and sums[i - 1].value > item.value
        ):
            whole = i - 1
        elif (
            _WENT_TO.match(place.clause_after) and i and place.sentence - places[i - 1].sentence <= 1 and _leads(place)
        ):
            whole = i - 1 if sums[i - 1].value > item.value else None
        elif i and _IN_ALL.match(place.before) and places[i - 1].sentence == place.sentence - 1:
            whole = _in_all(sums, places, links, i)
        elif _UNUSED.search(place.clause_before[-160:]) or _UNUSED.search(place.clause_after[:120]):
            whole = _larger_before(sums, places, links, i, sentences=2)
        elif i and places[i - 1].sentence == place.sentence and _is_support(places[i - 1], place):
            whole = i - 1 if sums[i - 1].value > item.value else None
        elif _RISE.search(place.clause_before) and i + 1 < len(sums) and _RISE_TO.search(places[i + 1].clause_before):
            whole = i + 1 if sums[i + 1].value > item.value and places[i + 1].sentence == place.sentence else None
        elif (
            _TRANCHE.search(place.clause_before) and i + 1 < len(sums) and places[i + 1].sentence - place.sentence <= 1
        ):
            whole = i + 1 if sums[i + 1].value > item.value and links[i + 1].same_as is None else None
        links[i].part_of = whole if whole != i else None


def _in_all(sums: list[Found], places: list[Place], links: list[Links], i: int) -> int | None:
    """Rules `in-all` and `in-all-including`: say what holds the total `i`, and let it hold the part before it."""
    before = i - 1
    root = _root(links, before)
    whole = root if root != before and sums[root].value > sums[i].value else None
    including = _INCLUDING.match(places[i].before) and _ALLOTTED.search(places[before].clause_after)
    free = links[before].same_as is None and sums[before].currency == sums[i].currency
    if free and sums[before].value < sums[i].value and (whole is not None or including):
        links[before].part_of = i
    return whole


def _is_support(whole: Place, place: Place) -> bool:
    """Rule `support-within`: the support that is asked for is part of all that is to be spent."""
    return bool(_ALL_OF_IT.search(whole.clause_before) and _SUPPORT_OF_IT.match(place.clause_before))


def _leads(place: Place) -> bool:
    """Tell whether a sum opens its sentence: `Circa 35 miljoen euro ging naar ...`."""
    return len(place.before.split()) <= 2


def _root(links: list[Links], i: int) -> int:
    """Return the sum that contains all others of a chain of parts."""
    seen = {i}
    while (above := links[i].part_of) is not None and above not in seen:
        seen.add(above)
        i = above
    return i


def _continues(sums: list[Found], links: list[Links], text: str, i: int) -> bool:
    """Tell whether `waarvan A voor ... en B voor ...` goes on to B."""
    whole = links[i - 1].part_of
    between = text[sums[i - 1].end : sums[i].start]
    if whole is None or not i - 4 * WINDOW < whole < i or between.count("(") != between.count(")"):
        return False
    if re.search(r"[.;]", between) or not re.search(r"\ben\b|,", between):
        return False
    parts = exact_sum(sums[j].value for j in range(whole + 1, i + 1) if links[j].part_of == whole or j == i)
    return parts <= sums[whole].value


def _larger_before(sums: list[Found], places: list[Place], links: list[Links], i: int, *, sentences: int) -> int | None:
    for j in range(i - 1, max(-1, i - WINDOW), -1):
        if places[i].sentence - places[j].sentence > sentences:
            return None
        if sums[j].value >= sums[i].value and sums[j].currency == sums[i].currency and links[j].alternative_to is None:
            return j if links[j].same_as is None else links[j].same_as
    return None


def _brackets(sums: list[Found], links: list[Links], text: str) -> None:
    """Rule `in-brackets`: `2,8 miljoen euro (1,4 miljoen vanuit A en 1,4 miljoen vanuit B)`."""
    for i, whole in enumerate(sums[:-1]):
        between = text[whole.end : sums[i + 1].start]
        if len(between) > 80 or "(" not in between or ")" in between or between.count(".") > 1:
            continue
        close = text.find(")", sums[i + 1].end, sums[i + 1].end + 600)
        inside = [j for j in range(i + 1, min(len(sums), i + 1 + WINDOW)) if sums[j].start < close]
        same_currency = all(sums[j].currency == whole.currency for j in inside)
        if (
            inside
            and same_currency
            and exact_sum(sums[j].value for j in inside) <= whole.value
            and re.match(r"\s*[\w\s'-]{0,64}\(", between)
        ):
            for j in inside:
                if links[j].part_of is None and links[j].same_as is None and sums[j].value < whole.value:
                    links[j].part_of = i


def _adds_up(
    sums: list[Found], places: list[Place], kinds: tuple[list[Credit | None], list[Qualifier]], links: list[Links]
) -> None:
    """Rule `adds-up`: two or more neighbours, just before or just behind, add up to a stated whole."""
    credit_of_each, qualifiers = kinds
    free = [i for i in range(len(sums)) if links[i].same_as is None and credit_of_each[i] is not Credit.PAYMENT]
    for position, i in enumerate(free):
        stated = bool(_TOTAL.search(places[i].clause_before[-80:]) or _TOTAL.search(places[i].clause_after[:40]))
        slack = _slack(sums[i].value, qualifiers[i], stated=stated)
        for neighbours in (
            free[max(0, position - WINDOW) : position][::-1],
            free[position + 1 : position + 1 + WINDOW],
        ):
            parts = _run(sums, places, links, i, neighbours, slack, far=stated or places[i].in_head)
            if parts:
                for j in parts:
                    links[j].part_of = i
                break


def _slack(value: Decimal, qualifier: Qualifier, *, stated: bool) -> Decimal:
    """How far parts may miss their whole: nothing, unless the whole is called a total or is rounded."""
    if qualifier in {Qualifier.APPROX, Qualifier.NEARLY, Qualifier.MORE_THAN}:
        return value * 3 / 100
    if qualifier is Qualifier.AT_MOST and not stated:
        return value / 500  # a ceiling is a round figure
    return value / 100 if stated else Decimal(0)


def _run(
    sums: list[Found],
    places: list[Place],
    links: list[Links],
    whole: int,
    neighbours: list[int],
    slack: Decimal,
    *,
    far: bool,
) -> list[int]:
    """Take neighbours one by one until they make the whole, or cannot."""
    total = Decimal(0)
    parts: list[int] = []
    near = set(neighbours)
    for j in neighbours:
        apart = abs(places[j].sentence - places[whole].sentence)
        if sums[j].currency != sums[whole].currency or apart > (12 if far else 2) or sums[j].value <= 0:
            break
        above = links[j].part_of
        if above in near:
            continue  # it is in the part that it belongs to
        if above is not None and above != whole:
            break
        total += sums[j].value * sums[j].times
        parts.append(j)
        if total > sums[whole].value * sums[whole].times + slack:
            return []
        if len(parts) > 1 and abs(total - sums[whole].value * sums[whole].times) <= slack:
            return parts if not any(links[whole].part_of == j for j in parts) else []
    return []


def _carried(sums: list[Found], links: list[Links]) -> None:
    """Rule `unit-carried`: bare decimals of a list divide the sum whose unit they have."""
    for i, item in enumerate(sums):
        if not item.carried or not item.digits[:1].isdigit() or item.places < 6 or links[i].part_of is not None:
            continue
        giver = next((j for j in range(i - 1, -1, -1) if not sums[j].carried), None)
        listed = "," in item.digits and item.end - item.start == len(item.digits)
        if giver is not None and listed and sums[giver].value > item.value and sums[giver].places == item.places:
            links[i].part_of = giver


def _yearly_whole(sums: list[Found], places: list[Place], links: list[Links]) -> None:
    """Rule `yearly-whole`: `jaarlijks 5 miljoen, waardoor een totaalbudget van 10 miljoen`."""
    for i, whole in enumerate(sums):
        if not _TOTAL.search(places[i].clause_before[-60:]) and not _YEARLY_PART.search(places[i].clause_after[:60]):
            continue
        for j in (i - 1, i + 1):
            if (
                not 0 <= j < len(sums)
                or links[j].part_of is not None
                or abs(places[j].sentence - places[i].sentence) > 1
            ):
                continue
            part = sums[j]
            even = part.value > 0 and part.currency == whole.currency and whole.value % part.value == 0
            if even and 2 <= whole.value / part.value <= 10 and is_yearly(places[j]) and not is_yearly(places[i]):
                links[j].part_of = i


def _raised_by(sums: list[Found], places: list[Place], links: list[Links]) -> None:
    """Rule `raised-by`: `van 1 tot 1,3 miljoen`, and the rise of 0,3 miljoen is part of the second."""
    for i in range(len(sums) - 1):
        before, after = sums[i], sums[i + 1]
        if not (_FROM.search(places[i].clause_before[-8:]) and _UP_TO.match(places[i].clause_after)):
            continue
        links[i].part_of = None
        for j in range(i + 2, min(len(sums), i + 2 + WINDOW)):
            if sums[j].value == after.value - before.value and sums[j].currency == after.currency:
                links[j].part_of = i + 1
