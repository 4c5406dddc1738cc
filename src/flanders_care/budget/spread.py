"""Divide a sum over several years evenly, exactly to the cent."""

from __future__ import annotations

from decimal import Decimal

import attrs

from flanders_care.model.funding import FundingLine, Recurrence
from flanders_care.money import EXACT, Amount

_CENT = Decimal("0.01")


def evenly(amount: Amount, parts: int) -> tuple[Amount, ...]:
    """Divide an amount into parts that add up to it exactly.

    Whole cents are dealt out; the first parts get one cent more where they do not come out even. Bounds are divided
    the same way.

    Args:
        amount: The amount.
        parts: How many parts, from 1.

    Returns:
        The parts.

    Example:
        >>> [str(part.value) for part in evenly(Amount.of("100"), 3)]
        ['33.34', '33.33', '33.33']
    """
    values = _deal(amount.value, parts)
    lows = [None] * parts if amount.low is None else _deal(amount.low, parts)
    highs = [None] * parts if amount.high is None else _deal(amount.high, parts)
    return tuple(
        attrs.evolve(amount, value=value, low=low, high=high)
        for value, low, high in zip(values, lows, highs, strict=True)
    )


def _deal(value: Decimal, parts: int) -> list[Decimal]:
    step = min(_CENT, Decimal((0, (1,), int(value.as_tuple().exponent)))) if value else _CENT
    units = int(EXACT.divide(value, step))
    share, rest = divmod(units, parts)
    return [EXACT.multiply(Decimal(share + (1 if place < rest else 0)), step) for place in range(parts)]


def by_year(line: FundingLine, *, spread: str | None) -> tuple[tuple[int | str | None, FundingLine], ...]:
    """Say under which year a line stands.

    A yearly sum stands under each of its years. A sum for several years together stands under its span
    (`"2021-2025"`) unless it is to be spread.

    Args:
        line: The line.
        spread: `"even"` to divide a sum over its years, `None` to leave it whole.

    Returns:
        Keys with the line, or its share, that stands under each; `None` where no year is stated.
    """
    years = line.years
    if not years:
        return ((None, line),)
    if line.recurrence is Recurrence.PER_YEAR or len(years) == 1:
        return tuple((year, attrs.evolve(line, years=(year,))) if len(years) > 1 else (year, line) for year in years)
    if spread is None:
        return ((f"{years[0]}-{years[-1]}", line),)
    shares = evenly(line.amount, len(years))
    return tuple(
        (year, attrs.evolve(line, amount=share, years=(year,))) for year, share in zip(years, shares, strict=True)
    )
