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

from flanders_care.dutch.money.cues import holds
from flanders_care.dutch.money.sum import WINDOW, Sum
from flanders_care.dutch.text.page import Page
from flanders_care.money import exact_sum

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


def _beside(*names: str) -> Callable[[Sums, int], bool]:
    return lambda sums, i: holds(sums[i], *names)


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
        and holds(sums[i - 1], "from budget")
        and holds(sums[i], "goes")
        and sums[i - 1].value > sums[i].value
    )


def _went_to(sums: Sums, i: int) -> bool:
    opens_sentence = len(sums[i].before.split()) <= 2  # Circa 35 miljoen euro ging naar ...
    return holds(sums[i], "went to") and _follows(sums, i, sentences=1) and opens_sentence


def _is_in_all(sums: Sums, i: int) -> bool:
    return i > 0 and holds(sums[i], "in all") and sums[i - 1].sentence == sums[i].sentence - 1


def _is_support_within(sums: Sums, i: int) -> bool:
    """The support that is asked for is part of all that is to be spent."""
    return _follows(sums, i) and holds(sums[i - 1], "all of it") and holds(sums[i], "support of it")


def _rises_to_next(sums: Sums, i: int) -> bool:
    return i + 1 < len(sums) and holds(sums[i], "rise") and holds(sums[i + 1], "rise to")


def _is_tranche(sums: Sums, i: int) -> bool:
    return i + 1 < len(sums) and holds(sums[i], "tranche") and _follows(sums, i + 1, sentences=1)


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
    PartRule("of-which", _beside("of which", "of which behind"), partial(_larger_before, sentences=1)),
    PartRule("goes-on", _goes_on, _whole_of_previous),
    PartRule("from-budget", _is_from_budget, _previous_if_larger),
    PartRule("went-to", _went_to, _previous_if_larger),
    PartRule("in-all", _is_in_all, _top_of_chain),
    PartRule("unused-part", _beside("unused before", "unused behind"), partial(_larger_before, sentences=2)),
    PartRule("support-within", _is_support_within, _previous_if_larger),
    PartRule("rise-to", _rises_to_next, _next_of_sentence),
    PartRule("tranche", _is_tranche, _next_if_new),
)
"""The first rule that holds decides."""
