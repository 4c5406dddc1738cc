"""One walk over many lines that learns all a total must know before it adds: mixtures, links, rates, values."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from flanders_care.model.funding import FundingLine, Recurrence, Stage
from flanders_care.money import Qualifier

__all__ = ["Facts", "facts_of", "together"]


class Facts(NamedTuple):
    """What one walk over lines finds.

    Attributes:
        stages: The stages that occur, `None` among them.
        currencies: The currencies that occur.
        repeats: Whether an id stands twice, one behind the other.
        overlaps: Whether a line is linked to another, or is a price of one unit.
        counts: Whether a line counts more than once, or has no end.
        exact: Whether all amounts are exact.
        values: The values in the order of the lines.
    """

    stages: set[Stage | None]
    currencies: set[str]
    repeats: bool
    overlaps: bool
    counts: bool
    exact: bool
    values: list[Decimal]


def facts_of(lines: Sequence[FundingLine]) -> Facts:
    """Walk over lines once; a million lines are read from memory only once this way.

    Args:
        lines: The lines, in the order of their ids.

    Returns:
        What was found.
    """
    stages: set[Stage | None] = set()
    currencies: set[str] = set()
    values: list[Decimal] = []
    repeats = overlaps = counts = False
    exact, last = True, ""
    sure, per_unit, per_year = Qualifier.EXACT, Recurrence.PER_UNIT, Recurrence.PER_YEAR
    for line in lines:
        amount, recurrence = line.amount, line.recurrence
        values.append(amount.value)
        stages.add(line.stage)
        currencies.add(amount.currency)
        if amount.qualifier is not sure:
            exact = False
        if recurrence is per_year or line.times != 1:
            counts = True
        elif recurrence is per_unit:
            overlaps = True
        if line.same_as or line.part_of or line.alternative_to or line.successor_of or line.rate_of:
            overlaps = True
        if line.id == last:
            repeats = True
        last = line.id
    return Facts(stages, currencies, repeats, overlaps, counts, exact, values)


def together(parts: Sequence[Facts]) -> Facts:
    """Join what was found in groups of lines, when each line stands in one group only.

    Args:
        parts: The facts of the groups.

    Returns:
        The facts of all lines; the values are in another order.
    """
    return Facts(
        stages={stage for part in parts for stage in part.stages},
        currencies={currency for part in parts for currency in part.currencies},
        repeats=any(part.repeats for part in parts),
        overlaps=any(part.overlaps for part in parts),
        counts=any(part.counts for part in parts),
        exact=all(part.exact for part in parts),
        values=[value for part in parts for value in part.values],
    )
