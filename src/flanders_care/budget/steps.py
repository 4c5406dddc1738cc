"""The same money over the steps of one file: asked for, approved, advised on, approved again, awarded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from flanders_care.model.funding import FundingLine
from flanders_care.money import same_figure

__all__ = ["join_steps"]


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
    for step in steps:
        earlier = list(joined)
        taken: set[str] = set()
        for line in step:
            match = None if _is_linked(line) else _match(line, earlier, taken)
            if match is not None:
                taken.add(match.id)
                line = attrs.evolve(line, same_as=match.id)  # noqa: PLW2901  # a linked copy takes its place
            joined.append(line)
        _replace(joined, earlier, step, taken)
    return tuple(joined)


def _is_linked(line: FundingLine) -> bool:
    return line.same_as is not None


def _match(line: FundingLine, earlier: Sequence[FundingLine], taken: set[str]) -> FundingLine | None:
    for other in earlier:
        if other.id not in taken and other.same_as is None and _same_sum(line, other):
            return other
    return None


def _same_sum(line: FundingLine, other: FundingLine) -> bool:
    first, second = line.amount, other.amount
    alike = first.currency == second.currency and line.recurrence is other.recurrence and line.times == other.times
    return alike and same_figure(first.value, second.value)


def _replace(
    joined: list[FundingLine], earlier: Sequence[FundingLine], step: Sequence[FundingLine], taken: set[str]
) -> None:
    """Where one sum of each side is left over, the later replaces the earlier."""
    before = [line for line in earlier if line.id not in taken and _stands_alone(line) and not _replaced(line, joined)]
    after = [line for line in joined[len(earlier) :] if _stands_alone(line)]
    if len(before) != 1 or len(after) != 1 or before[0].amount.currency != after[0].amount.currency:
        return
    old, new = before[0], after[0]
    if len(step) and old.recurrence is new.recurrence:
        joined[joined.index(new)] = attrs.evolve(new, successor_of=old.id)


def _stands_alone(line: FundingLine) -> bool:
    return line.same_as is None and line.part_of is None and line.alternative_to is None


def _replaced(line: FundingLine, joined: Sequence[FundingLine]) -> bool:
    return any(other.successor_of == line.id for other in joined)
