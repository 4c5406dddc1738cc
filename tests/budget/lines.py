"""Funding lines for tests: short to write, and random ones for the laws."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs
from hypothesis import strategies as st

from flanders_care.model.funding import FundingLine, Recurrence, Stage
from flanders_care.money import Amount

QUALIFIERS = ["exact", "approx", "at_most", "at_least", "less_than", "more_than", "nearly"]


def line(
    identity: str, value: int | str = 100, qualifier: str = "exact", currency: str = "EUR", **fields: Any
) -> FundingLine:
    """A funding line with an amount of this value."""
    return FundingLine(id=identity, amount=Amount.of(Decimal(value), qualifier, currency), **fields)


@st.composite
def lines_with_links(draw: st.DrawFn, *, stages: list[Stage | None] | None = None) -> list[FundingLine]:
    """Some lines of which some are the same money as, part of, or another view of an earlier one."""
    count = draw(st.integers(0, 8))
    found: list[FundingLine] = []
    for number in range(count):
        cents = draw(st.integers(0, 10**14))
        made = FundingLine(
            id=f"line:{number}",
            amount=Amount.of(Decimal(cents).scaleb(-2), draw(st.sampled_from(QUALIFIERS))),
            stage=draw(st.sampled_from(stages or [Stage.AWARDED])),
            recurrence=draw(st.sampled_from(list(Recurrence))),
            years=tuple(range(2020, 2020 + draw(st.integers(0, 3)))),
            times=draw(st.sampled_from([1, 1, 1, 3])),
            decision_id=draw(st.sampled_from(["d1", "d2", None])),
        )
        link = draw(st.sampled_from([None, None, "same_as", "part_of", "alternative_to", "rate_of", "successor_of"]))
        if link is not None and number:
            earlier = draw(st.integers(0, number - 1))
            changes: dict[str, Any] = {link: f"line:{earlier}"}
            made = attrs.evolve(made, **changes)
        found.append(made)
    return found
