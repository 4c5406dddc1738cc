"""Which sums of one text are the same money, part of other money, or another view of it.

Every rule has a name:

- `title-body`: the title and the body say the same figure, the one perhaps rounded.
- `said-again`: two sentences say the same figure about the same things, or the second points back (`het bedrag van`).
- `of-which`: `waarvan`, `hiervan`, `van het budget van A werd B`.
- `in-brackets`: figures in brackets behind a sum that contains them.
- `adds-up`: neighbouring figures add up to a stated whole.
- `rise-to`: `een opstap van A waardoor de toelage B bedraagt`.
- `yearly-whole`: a yearly sum and the total of its years.
- `raised-by`: `van A tot B verhoogd`, and the rise `B - A` is part of B.
- `tranche`: `een eerste schijf van A`, and the whole follows.
- `unit-carried`: a list without unit has the unit of the sum that it divides.
- `payment-credit`: a payment credit beside a commitment credit is the same money at another moment.
"""

from __future__ import annotations

import enum
import re
from collections import defaultdict
from decimal import Decimal

import attrs

from flanders_care.dutch.amount_scan import Found
from flanders_care.dutch.money_context import Place
from flanders_care.dutch.money_time import is_yearly
from flanders_care.money import Qualifier, exact_sum

__all__ = ["Credit", "Links", "credit_of", "link"]


class Credit(enum.StrEnum):
    """Which credit of the Flemish budget a sum is."""

    COMMITMENT = "commitment"  # vastleggingskrediet (VAK)
    PAYMENT = "payment"  # vereffeningskrediet (VEK), betaalkrediet
    BOTH = "both"  # vastleggings- en vereffeningskrediet


@attrs.define(kw_only=True)
class Links:
    """What one sum is to the others, as indices."""

    same_as: int | None = None
    part_of: int | None = None
    alternative_to: int | None = None


_BOTH = re.compile(r"vastleggings\w*\s*-?\s*(?:en|als)\s*-?\s*(?:vereffenings|betaal|betalings)", re.IGNORECASE)
_COMMITMENT = re.compile(r"vastleggings\w*|\bVAK\b", re.IGNORECASE)
_PAYMENT = re.compile(r"(?:vereffenings|betaal|betalings)kredi\w*|\bVEK\b", re.IGNORECASE)
_OF_WHICH = re.compile(r"\b(?:waarvan|hiervan|daarvan|waaronder)\b[^.;]{0,160}$", re.IGNORECASE)
_OF_WHICH_BEHIND = re.compile(r"^\s{0,3}(?:hiervan|daarvan)\b", re.IGNORECASE)
_OF_BUDGET = re.compile(r"^[^.;]{0,20}\b(?:werd|wordt|is|gaat|ging)\b[^.;]{0,60}$", re.IGNORECASE)
_FROM_BUDGET = re.compile(r"\b[Vv]an\s+(?:het|de|dit|dat)\s+(?:totale?\s+)?\w*(?:budget|bedrag|krediet|middelen|begroting|investeringen)\b[^.;]{0,30}$")
_TRANCHE = re.compile(r"\b(?:eerste|tweede)\s+(?:schijf|fase|tranche)\s+van\s+$", re.IGNORECASE)
_RISE = re.compile(r"\b(?:opstap|verhoging|stijging|toename|verhoogd|verhogen|verhoogt)\b[^.;]{0,60}\b(?:van|met)\s+$", re.IGNORECASE)
_RISE_TO = re.compile(r"\b(?:waardoor|zodat|tot|naar)\b", re.IGNORECASE)
_YEARLY_PART = re.compile(r"\(\s*(?:dus\s+)?(?:jaarlijks|per\s+jaar)\b", re.IGNORECASE)
_FROM = re.compile(r"\bvan\s+$", re.IGNORECASE)
_UP_TO = re.compile(r"^\s{0,3}(?:tot|naar)\b", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:totaal|totale|totaalbedrag|totaalbudget|samen|gezamenlijk\w*|resulteert|goed\s+voor|saldo)\b", re.IGNORECASE)
_POINTS_BACK = re.compile(r"\b(?:het|dit|dat|deze|die)\s+(?:totale?\s+|beschikbare\s+|maximale\s+)?(?:\w*bedrag|\w*budget|\w*krediet|middelen|subsidie|steun)\s+(?:van\s+)?$", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:de|het|die|deze)\s+$", re.IGNORECASE)
_WORDS = re.compile(r"[A-Za-zÀ-ÿ]{5,}")
_COMMON = frozenset(
    "miljoen miljard vlaamse regering vlaanderen subsidie subsidies budget bedrag totaal totale euro wordt worden werden projecten project kader"
    " middelen waarbij waarvan hiervoor voorzien voorziet goedkeuring jaarlijks jaarlijkse periode ongeveer maximaal toegekend".split()
)
_WINDOW = 12
_NEARBY = 700


def credit_of(place: Place) -> Credit | None:
    """Tell a commitment credit from a payment credit by the words beside the sum."""
    behind = place.clause_after[:60]
    cut = re.search(r"[,;.(]|\ben\s+(?=\d|van\b)", behind)
    for text in (behind[: cut.start()] if cut else behind, place.clause_before[-40:]):
        if _BOTH.search(text):
            return Credit.BOTH
        commitment, payment = _COMMITMENT.search(text), _PAYMENT.search(text)
        if payment and not commitment:
            return Credit.PAYMENT
        if commitment and not payment:
            return Credit.COMMITMENT
    return None


def link(sums: list[Found], places: list[Place], credits: list[Credit | None], qualifiers: list[Qualifier], text: str) -> list[Links]:
    """Link the sums of one text.

    Args:
        sums: The sums in text order.
        places: Their surroundings.
        credits: What `credit_of` said of each.
        qualifiers: How firmly each is stated.
        text: The levelled text.

    Returns:
        For each sum what it is to the others; never a cycle.
    """
    links = [Links() for _ in sums]
    if len(sums) > 1:
        _same(sums, places, links)
        _payments(places, credits, links)
        _of_which(sums, places, links, text)
        _brackets(sums, links, text)
        _adds_up(sums, places, (credits, qualifiers), links)
        _carried(sums, links)
        _yearly_whole(sums, places, links)
        _raised_by(sums, places, links)
        _open_circles(links)
    return links


def _open_circles(links: list[Links]) -> None:
    """Drop the link that would close a circle: a sum cannot contain what contains it."""
    safe: set[int] = set()
    for start in range(len(links)):
        path: set[int] = set()
        i: int | None = start
        while i is not None and i not in safe:
            path.add(i)
            whole = links[i].part_of
            if whole in path:
                links[i].part_of = whole = None
            i = whole
        safe |= path


def _same(sums: list[Found], places: list[Place], links: list[Links]) -> None:
    """Rules `title-body` and `said-again`: a later sum points to the first that says it."""
    first: dict[tuple[str | None, Decimal, int], list[int]] = defaultdict(list)
    heads = [i for i, place in enumerate(places) if place.in_head][:_WINDOW]
    for i, (item, place) in enumerate(zip(sums, places, strict=True)):
        earlier = first[item.currency, item.value, item.times]
        match = next((j for j in earlier[-_WINDOW:] if _says_again(places[j], place)), None)
        if match is None and not place.in_head:
            match = next((j for j in heads if _rounded(sums[j], item)), None)
        if match is None:
            earlier.append(i)
        else:
            links[i].same_as = match


def _says_again(first: Place, second: Place) -> bool:
    """Tell whether the second place repeats the first; items of one list, in one sentence, never do."""
    if first.in_head:
        return first.sentence != second.sentence or not second.in_head or second.start - first.end > 60
    if first.sentence == second.sentence:
        return False
    shared = _content(first) & _content(second)
    near = second.start - first.end < _NEARBY
    return (near and bool(_POINTS_BACK.search(second.clause_before[-60:]) or _DEFINITE.search(second.clause_before[-8:]))) or len(shared) >= (2 if near else 3)


def _content(place: Place) -> set[str]:
    words = _WORDS.findall((place.before[-140:] + " " + place.after[:140]).lower())
    return {word[:9] for word in words if word not in _COMMON}


def _rounded(head: Found, body: Found) -> bool:
    """Tell whether one figure is the other rounded or cut off: 2.217.289,16 and 2,217 miljoen."""
    if head.currency != body.currency or not head.value or head.value == body.value:
        return head.currency == body.currency and head.value == body.value
    exact, rough = (head, body) if _precision(head) > _precision(body) else (body, head)
    step = Decimal(10) ** _last_digit(rough.value)
    return _precision(exact) >= 5 and abs(exact.value - rough.value) < step and abs(exact.value - rough.value) * 100 < exact.value


def _precision(item: Found) -> int:
    return len(str(item.value.normalize().as_tuple().digits)) and len(item.value.normalize().as_tuple().digits)


def _last_digit(value: Decimal) -> int:
    return int(value.normalize().as_tuple().exponent)


def _payments(places: list[Place], credits: list[Credit | None], links: list[Links]) -> None:
    """Rule `payment-credit`: beside the nearest commitment credit before it, else the first of the text."""
    commitments = [i for i, credit in enumerate(credits) if credit in {Credit.COMMITMENT, Credit.BOTH}]
    for i, credit in enumerate(credits):
        if credit is Credit.PAYMENT and commitments:
            before = [j for j in commitments[: _WINDOW * 4] if j < i]
            links[i].alternative_to = before[-1] if before else commitments[0]


def _of_which(sums: list[Found], places: list[Place], links: list[Links], text: str) -> None:
    """Rules `of-which` and `tranche`."""
    for i, (item, place) in enumerate(zip(sums, places, strict=True)):
        if links[i].same_as is not None:
            continue
        whole = None
        if _OF_WHICH.search(place.clause_before) or _OF_WHICH_BEHIND.match(place.clause_after):
            whole = _larger_before(sums, places, links, i, sentences=1)
        elif i and places[i - 1].sentence == place.sentence and links[i - 1].part_of is not None and _continues(sums, links, text, i):
            whole = links[i - 1].part_of
        elif i and _FROM_BUDGET.search(places[i - 1].clause_before) and _OF_BUDGET.match(place.clause_before) and sums[i - 1].value > item.value:
            whole = i - 1
        elif _RISE.search(place.clause_before) and i + 1 < len(sums) and _RISE_TO.search(places[i + 1].clause_before):
            whole = i + 1 if sums[i + 1].value > item.value and places[i + 1].sentence == place.sentence else None
        elif _TRANCHE.search(place.clause_before) and i + 1 < len(sums) and places[i + 1].sentence - place.sentence <= 1:
            whole = i + 1 if sums[i + 1].value > item.value and links[i + 1].same_as is None else None
        links[i].part_of = whole if whole != i else None


def _continues(sums: list[Found], links: list[Links], text: str, i: int) -> bool:
    """Tell whether `waarvan A voor ... en B voor ...` goes on to B."""
    whole = links[i - 1].part_of
    between = text[sums[i - 1].end : sums[i].start]
    if whole is None or whole > i or re.search(r"[.;)]", between) or not re.search(r"\ben\b|,", between):
        return False
    parts = exact_sum(sums[j].value for j in range(whole + 1, i + 1) if links[j].part_of == whole or j == i)
    return parts <= sums[whole].value


def _larger_before(sums: list[Found], places: list[Place], links: list[Links], i: int, *, sentences: int) -> int | None:
    for j in range(i - 1, max(-1, i - _WINDOW), -1):
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
        inside = [j for j in range(i + 1, min(len(sums), i + 1 + _WINDOW)) if sums[j].start < close]
        same_currency = all(sums[j].currency == whole.currency for j in inside)
        if inside and same_currency and exact_sum(sums[j].value for j in inside) <= whole.value and re.match(r"\s*[\w\s'-]{0,64}\(", between):
            for j in inside:
                if links[j].part_of is None and links[j].same_as is None and sums[j].value < whole.value:
                    links[j].part_of = i


def _adds_up(
    sums: list[Found], places: list[Place], kinds: tuple[list[Credit | None], list[Qualifier]], links: list[Links]
) -> None:
    """Rule `adds-up`: two or more neighbours, just before or just behind, add up to a stated whole."""
    credits, qualifiers = kinds
    free = [i for i in range(len(sums)) if links[i].same_as is None and credits[i] is not Credit.PAYMENT]
    for position, i in enumerate(free):
        stated = bool(_TOTAL.search(places[i].clause_before[-80:]) or _TOTAL.search(places[i].clause_after[:40]))
        slack = _slack(sums[i].value, qualifiers[i], stated=stated)
        for neighbours in (free[max(0, position - _WINDOW) : position][::-1], free[position + 1 : position + 1 + _WINDOW]):
            parts = _run(sums, places, links, i, neighbours, slack, far=stated or places[i].in_head)
            if parts:
                for j in parts:
                    links[j].part_of = i
                break


def _slack(value: Decimal, qualifier: Qualifier, *, stated: bool) -> Decimal:
    """How far parts may miss their whole: nothing, unless the whole is called a total or is rounded."""
    if qualifier in {Qualifier.APPROX, Qualifier.NEARLY, Qualifier.MORE_THAN}:
        return value * 3 / 100
    return value / 100 if stated else Decimal(0)


def _run(
    sums: list[Found], places: list[Place], links: list[Links], whole: int, neighbours: list[int], slack: Decimal, *, far: bool
) -> list[int]:
    """Take neighbours one by one until they make the whole, or cannot."""
    total, parts = Decimal(0), []
    for j in neighbours:
        apart = abs(places[j].sentence - places[whole].sentence)
        if sums[j].currency != sums[whole].currency or apart > (12 if far else 2) or sums[j].value <= 0:
            break
        if links[j].part_of is not None:
            if links[j].part_of in parts or links[j].part_of == whole:
                continue
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
            if not 0 <= j < len(sums) or links[j].part_of is not None or abs(places[j].sentence - places[i].sentence) > 1:
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
        for j in range(i + 2, min(len(sums), i + 2 + _WINDOW)):
            if sums[j].value == after.value - before.value and sums[j].currency == after.currency:
                links[j].part_of = i + 1
