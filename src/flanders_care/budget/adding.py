"""Add the amounts of many lines exactly, with their bounds, as fast as the decimals allow."""

from __future__ import annotations

import decimal
from collections.abc import Sequence
from decimal import Decimal

from flanders_care.budget.overlap import units
from flanders_care.model.funding import FundingLine
from flanders_care.money import EXACT, Amount, sum_amounts

__all__ = ["add_lines", "add_values"]


def add_lines(lines: Sequence[FundingLine]) -> Amount | None:
    """Add lines that do not overlap and have one currency.

    Args:
        lines: The lines; each counts as often as `units` says.

    Returns:
        The exact sum with its bounds, or `None` for no lines.
    """
    if not lines:
        return None
    return sum_amounts([line.amount * count if (count := units(line)) != 1 else line.amount for line in lines])


def add_values(values: Sequence[Decimal], currency: str) -> Amount | None:
    """Add exact values of one currency; `None` for no values.

    Example:
        >>> print(add_values([Decimal("1E+30"), Decimal("0.01")], "EUR"))
        1.000.000.000.000.000.000.000.000.000.000,01 EUR
    """
    if not values:
        return None
    with decimal.localcontext(EXACT):
        return Amount(value=sum(values, Decimal(0)), currency=currency)
