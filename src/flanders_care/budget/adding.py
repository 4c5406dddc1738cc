"""Add the amounts of many lines exactly, with their bounds, as fast as the decimals allow."""

from __future__ import annotations

import decimal
from collections.abc import Sequence
from decimal import Decimal

from flanders_care.budget.overlap import units
from flanders_care.model.funding import FundingLine, Recurrence
from flanders_care.money import EXACT, Amount, Qualifier, sum_amounts

__all__ = ["add_lines"]


def add_lines(lines: Sequence[FundingLine]) -> Amount | None:
    """Add lines that do not overlap and have one currency.

    Args:
        lines: The lines; each counts as often as `units` says.

    Returns:
        The exact sum with its bounds, or `None` for no lines.
    """
    if not lines:
        return None
    exact, yearly, plain = Qualifier.EXACT, Recurrence.PER_YEAR, True
    for line in lines:
        amount = line.amount
        if amount.qualifier is not exact or line.times != 1 or line.recurrence is yearly:
            plain = False
            break
    if not plain:
        return sum_amounts(line.amount * units(line) for line in lines)
    with decimal.localcontext(EXACT):
        value = sum([line.amount.value for line in lines], Decimal(0))
    return Amount(value=value, currency=lines[0].amount.currency)
