"""Strategies for sums of money: exact, qualified, bounded."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from flanders_care.money import Amount, Qualifier


def figures(*, max_value: int = 10**12) -> st.SearchStrategy[Decimal]:
    """Draw a figure as documents state them: round ones mostly, some with cents.

    Args:
        max_value: The largest figure, in euro.

    Returns:
        A strategy for decimals from 0.
    """
    return st.one_of(
        st.integers(0, max_value // 1000).map(lambda number: Decimal(number * 1000)),
        st.integers(0, max_value).map(Decimal),
        st.decimals(0, max_value, places=2, allow_nan=False, allow_infinity=False),
    )


def amounts(*, currency: str | None = "EUR", exact: bool = False) -> st.SearchStrategy[Amount]:
    """Draw an amount with every qualifier, its bounds as the qualifier says.

    Args:
        currency: ISO 4217 code, or `None` to draw one.
        exact: Whether to draw exact amounts only.

    Returns:
        A strategy; it shrinks to `0 EUR`.
    """
    currencies = st.sampled_from(["EUR", "USD", "GBP"]) if currency is None else st.just(currency)
    plain = st.builds(Amount.of, figures(), st.just(Qualifier.EXACT), currencies)
    if exact:
        return plain
    loose = [q for q in Qualifier if q not in (Qualifier.EXACT, Qualifier.RANGE)]
    return st.one_of(plain, st.builds(Amount.of, figures(), st.sampled_from(loose), currencies), _ranges(currencies))


def _ranges(currencies: st.SearchStrategy[str]) -> st.SearchStrategy[Amount]:
    def build(figure: Decimal, below: Decimal, above: Decimal, currency: str) -> Amount:
        low, high = figure, figure + below + above
        return Amount(value=low + below, low=low, high=high, qualifier=Qualifier.RANGE, currency=currency)

    small = figures(max_value=10**6)
    return st.builds(build, figures(max_value=10**9), small, small, currencies)
