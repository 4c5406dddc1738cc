"""Which sums of one text the words beside them call parts of others.

The rules stand in order and have names; the first that holds decides:

- `of-which`: `waarvan`, `hiervan`, `van dit budget`; `goes-on`: `waarvan A voor ... en B voor ...` goes on to B.
- `from-budget`: `van het budget van A werd B`.
- `went-to`: `circa B ging naar ...` behind A.
- `in-all`: `In totaal ... B` behind a chain of parts of A is part of A, and holds the smaller part before it.
- `unused-part`: an `onbenut budget van B` that is put to another use within A.
- `support-within`: `de totale begroting bedroeg A, waarbij het gevraagde steunbedrag B was`.
- `rise-to`: `een opstap van A waardoor de toelage B bedraagt`.
- `tranche`: `een eerste schijf van A`, and the whole follows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, NamedTuple, TypeAlias

import attrs

from flanders_care.dutch.money.sum import WINDOW, Sum
from flanders_care.dutch.text.page import Page
from flanders_care.money import exact_sum

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

_UNUSED_BEFORE, _UNUSED_BEHIND = 160, 120  # characters beside a sum that call it an unused budget

Sums: TypeAlias = Sequence[Sum]


class PartRule(NamedTuple):
    """A rule that says of which whole a sum is part.

    Attributes:
        name: Its name.
        holds: Tells whether it holds for the sum with this index.
        whole: Returns the index of the whole, `None` where no sum can be it.
    """

    name: str
    holds: Callable[[Sums, int], bool]
    whole: Callable[[Sums, int], int | None]


def find_named_parts(sums: tuple[Sum, ...], page: Page) -> tuple[Sum, ...]:
    """Link parts to the whole that the words beside them name; what only repeats a sum is part of nothing."""
    linked = list(sums)
    for i, item in enumerate(sums):
        rule = next((rule for rule in PART_RULES if rule.holds(linked, i)), None) if item.same_as is None else None
        if rule is None:
            continue
        whole = rule.whole(linked, i)
        if rule.holds is _is_in_all and whole is not None and _holds_previous(linked, i):
            linked[i - 1] = attrs.evolve(linked[i - 1], part_of=i)
        linked[i] = attrs.evolve(linked[i], part_of=whole)
    return tuple(linked)


def _is_of_which(sums: Sums, i: int) -> bool:
    return bool(_OF_WHICH.search(sums[i].clause_before) or _OF_WHICH_BEHIND.match(sums[i].clause_after))


def _goes_on(sums: Sums, i: int) -> bool:
    """`waarvan A voor ... en B voor ...` goes on to B, as long as the parts fit in their whole."""
    if not _follows(sums, i) or (whole := sums[i - 1].part_of) is None:
        return False
    between = sums[i].clause_before
    if not i - 4 * WINDOW < whole < i or between.count("(") != between.count(")"):
        return False
    if re.search(r"[.;]", between) or not re.search(r"\ben\b|,", between):
        return False
    parts = exact_sum(sums[j].value for j in range(whole + 1, i + 1) if sums[j].part_of == whole or j == i)
    return parts <= sums[whole].value


def _is_from_budget(sums: Sums, i: int) -> bool:
    return (
        _follows(sums, i)
        and bool(_FROM_BUDGET.search(sums[i - 1].clause_before) and _OF_BUDGET.match(sums[i].clause_before))
        and sums[i - 1].value > sums[i].value
    )


def _went_to(sums: Sums, i: int) -> bool:
    opens_sentence = len(sums[i].before.split()) <= 2  # Circa 35 miljoen euro ging naar ...
    return bool(_WENT_TO.match(sums[i].clause_after)) and _follows(sums, i, sentences=1) and opens_sentence


def _is_in_all(sums: Sums, i: int) -> bool:
    return i > 0 and bool(_IN_ALL.match(sums[i].before)) and sums[i - 1].sentence == sums[i].sentence - 1


def _is_unused(sums: Sums, i: int) -> bool:
    beside = sums[i].clause_before[-_UNUSED_BEFORE:], sums[i].clause_after[:_UNUSED_BEHIND]
    return any(map(_UNUSED.search, beside))


def _is_support_within(sums: Sums, i: int) -> bool:
    """The support that is asked for is part of all that is to be spent."""
    return _follows(sums, i) and bool(
        _ALL_OF_IT.search(sums[i - 1].clause_before) and _SUPPORT_OF_IT.match(sums[i].clause_before)
    )


def _rises_to_next(sums: Sums, i: int) -> bool:
    return (
        i + 1 < len(sums)
        and bool(_RISE.search(sums[i].clause_before))
        and bool(_RISE_TO.search(sums[i + 1].clause_before))
    )


def _is_tranche(sums: Sums, i: int) -> bool:
    return i + 1 < len(sums) and bool(_TRANCHE.search(sums[i].clause_before)) and _follows(sums, i + 1, sentences=1)


def _follows(sums: Sums, i: int, *, sentences: int = 0) -> bool:
    """Tell whether a sum stands before this one, at most so many sentences away."""
    return i > 0 and sums[i].sentence - sums[i - 1].sentence <= sentences


def _whole_of_previous(sums: Sums, i: int) -> int | None:
    return sums[i - 1].part_of


def _previous_if_larger(sums: Sums, i: int) -> int | None:
    return i - 1 if sums[i - 1].value > sums[i].value else None


def _next_of_sentence(sums: Sums, i: int) -> int | None:
    return i + 1 if sums[i + 1].value > sums[i].value and _follows(sums, i + 1) else None


def _next_if_new(sums: Sums, i: int) -> int | None:
    return i + 1 if sums[i + 1].value > sums[i].value and sums[i + 1].same_as is None else None


def _top_of_chain(sums: Sums, i: int) -> int | None:
    """Return what contains the chain of parts before a total, where it is larger than the total."""
    top, seen = i - 1, {i - 1}
    while (above := sums[top].part_of) is not None and above not in seen:
        seen.add(above)
        top = above
    return top if top != i - 1 and sums[top].value > sums[i].value else None


def _holds_previous(sums: Sums, i: int) -> bool:
    """Tell whether a total holds the sum before it in its chain."""
    part, total = sums[i - 1], sums[i]
    return part.same_as is None and part.currency == total.currency and part.value < total.value


def _larger_before(sums: Sums, i: int, *, sentences: int) -> int | None:
    """Return the nearest sum before that can hold this one."""
    for j in range(i - 1, max(-1, i - WINDOW), -1):
        if sums[i].sentence - sums[j].sentence > sentences:
            return None
        if sums[j].value >= sums[i].value and sums[j].currency == sums[i].currency and sums[j].alternative_to is None:
            return j if (first := sums[j].same_as) is None else first
    return None


PART_RULES: Final[tuple[PartRule, ...]] = (
    PartRule("of-which", _is_of_which, partial(_larger_before, sentences=1)),
    PartRule("goes-on", _goes_on, _whole_of_previous),
    PartRule("from-budget", _is_from_budget, _previous_if_larger),
    PartRule("went-to", _went_to, _previous_if_larger),
    PartRule("in-all", _is_in_all, _top_of_chain),
    PartRule("unused-part", _is_unused, partial(_larger_before, sentences=2)),
    PartRule("support-within", _is_support_within, _previous_if_larger),
    PartRule("rise-to", _rises_to_next, _next_of_sentence),
    PartRule("tranche", _is_tranche, _next_if_new),
)
"""The first rule that holds decides."""
