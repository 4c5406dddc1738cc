"""The same money over the steps of one file: asked for, approved, advised on, approved again, awarded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from flanders_care.model.funding import FundingLine
from flanders_care.money import same_figure


def join_steps(steps: Iterable[Sequence[FundingLine]]) -> tuple[FundingLine, ...]:
    """Link the lines of decisions that are steps of one file, so that a total counts each euro once.

    A sum that a later step repeats (or says rounded) is the same money; where the steps differ in one sum only, the
    later replaces the earlier. Sums that a step has and no other has stay as they are.

    Args:
        steps: The lines of each decision, the decisions in order of date.

    Returns:
        All lines, in the order given, with `same_as` and `successor_of` filled in across steps.

    Example:
        >>> from flanders_care.money import Amount
        >>> first = FundingLine(id="a", amount=Amount.of(100), stage="budgeted")
        >>> second = FundingLine(id="b", amount=Amount.of(100), stage="awarded")
        >>> [line.same_as for line in join_steps([[first], [second]])]
        [None, 'a']
    """
    joined: list[FundingLine] = []
    replaced: set[str] = set()
    for step in steps:
        free = [line for line in joined if line.same_as is None]
        linked = [_linked(line, free) for line in step]
        left = [line for line in free if _stands_alone(line) and line.id not in replaced]
        new = [line for line in linked if _stands_alone(line)]
        if len(left) == len(new) == 1:
            (earlier,), (later,) = left, new
            if later.amount.currency == earlier.amount.currency and later.recurrence is earlier.recurrence:
                replaced.add(earlier.id)
                linked[linked.index(later)] = attrs.evolve(later, successor_of=earlier.id)
        joined += linked
    return tuple(joined)


def _linked(line: FundingLine, free: list[FundingLine]) -> FundingLine:
    """Link a line to the earlier one that says its sum, the equal before the rounded, and take that from the list."""
    if line.same_as is not None:
        return line
    alike = [other for other in free if _same_sum(line, other)]
    equal = (other for other in alike if other.amount.value == line.amount.value)
    first = next(equal, alike[0] if alike else None)
    if first is None:
        return line
    free.remove(first)
    return attrs.evolve(line, same_as=first.id)


def _same_sum(line: FundingLine, other: FundingLine) -> bool:
    first, second = line.amount, other.amount
    alike = first.currency == second.currency and line.recurrence is other.recurrence and line.times == other.times
    return alike and same_figure(first.value, second.value)


def _stands_alone(line: FundingLine) -> bool:
    return line.same_as is None and line.part_of is None and line.alternative_to is None
