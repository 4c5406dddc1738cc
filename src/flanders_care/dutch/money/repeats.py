"""Which sums of one text say the same money again.

The rules: `title-body`, the title and the body say the same figure, the one perhaps rounded; `said-again`, two
sentences say the same figure about the same things, or the second points back (`het bedrag van`); `only-figure`, a
short text names one figure twice and no other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal

from flanders_care.dutch.money.context import Place
from flanders_care.dutch.money.credit import WINDOW, Links
from flanders_care.dutch.money.figures.found import Found
from flanders_care.money import same_figure, significant

__all__ = ["find_repeats"]

_POINTS_BACK = re.compile(
    r"\b(?:het|dit|dat|deze|die)\s+(?:totale?\s+|beschikbare\s+|maximale\s+|voor\s+\S+\s+\S+\s+)?(?:\w*bedrag|\w*budget|\w*krediet|middelen|subsidie|steun)\s+(?:van\s+)?$",
    re.IGNORECASE,
)

_DEFINITE = re.compile(r"\b(?:de|het|die|deze)\s+$", re.IGNORECASE)

_WORDS = re.compile(r"[A-Za-zÀ-ÿ]{5,}")

_COMMON = frozenset(
    [
        "miljoen",
        "miljard",
        "vlaamse",
        "regering",
        "vlaanderen",
        "subsidie",
        "subsidies",
        "budget",
        "bedrag",
        "totaal",
        "totale",
        "euro",
        "wordt",
        "worden",
        "werden",
        "projecten",
        "project",
        "kader",
        "middelen",
        "waarbij",
        "waarvan",
        "hiervoor",
        "voorzien",
        "voorziet",
        "goedkeuring",
        "jaarlijks",
        "jaarlijkse",
        "periode",
        "ongeveer",
        "maximaal",
        "toegekend",
    ]
)

_ALSO = re.compile(r"\b(?:ook|daarnaast|eveneens|tevens|bijkomend\w*|verder|telkens|elk(?!\s+jaar))\b", re.IGNORECASE)

_SHORT_TEXT = 12_000

_NEARBY = 700


def find_repeats(sums: list[Found], places: list[Place], links: list[Links], text: str) -> None:
    """Rules `title-body`, `said-again` and `only-figure`: a later sum points to the first that says it."""
    if len(sums) == 2 and _only_figure(sums, places, text):
        links[1].same_as = 0
        return
    first: dict[tuple[str | None, Decimal, int], list[int]] = defaultdict(list)
    heads = [i for i, place in enumerate(places) if place.in_head][:WINDOW]
    for i, (item, place) in enumerate(zip(sums, places, strict=True)):
        earlier = first[item.currency, item.value, item.times]
        rare = significant(item.value) >= 3
        match = next((j for j in earlier[-WINDOW:] if _says_again(places[j], place, rare=rare)), None)
        if match is None and not place.in_head:
            match = next((j for j in heads if _same_sum(sums[j], item)), None)
        if match is None:
            earlier.append(i)
        else:
            links[i].same_as = match


def _only_figure(sums: list[Found], places: list[Place], text: str) -> bool:
    """Tell whether a short text names one figure twice and no other; a second gift says so (`ook`, `daarnaast`)."""
    first, second = sums
    if (first.value, first.currency, first.times) != (second.value, second.currency, second.times):
        return False
    apart = places[0].sentence != places[1].sentence and len(text) < _SHORT_TEXT
    return apart and not _ALSO.search(places[1].before + " " + places[1].after[:120])


def _says_again(first: Place, second: Place, *, rare: bool) -> bool:
    """Tell whether the second place repeats the first; items of one list, in one sentence, never do."""
    if first.in_head:
        return first.sentence != second.sentence or not second.in_head or second.start - first.end > 60
    if first.sentence == second.sentence:
        return False
    near = second.start - first.end < _NEARBY
    shared = _content(first, near=near) & _content(second, near=near)
    return (
        near and bool(_POINTS_BACK.search(second.clause_before[-60:]) or _DEFINITE.search(second.clause_before[-8:]))
    ) or len(shared) >= (2 if near else 3 if rare else 4)


def _content(place: Place, *, near: bool) -> set[str]:
    """Return the beginnings of the words that say what a sum is about; far apart, common words tell something too."""
    words = _WORDS.findall((place.before[-140:] + " " + place.after[:140]).lower())
    return {word[:7] for word in words if not near or word not in _COMMON}


def _same_sum(head: Found, body: Found) -> bool:
    return head.currency == body.currency and same_figure(head.value, body.value)
