"""What a sum can be, and what a rule that says so is like."""

from __future__ import annotations

import enum

import attrs


class SumRole(enum.StrEnum):
    """What a sum is in its document."""

    GRANTED = "granted"  # toegekend: subsidie, steun
    BUDGET = "budget"  # voorzien, gereserveerd, vrijgemaakt
    TRANSFERRED = "transferred"  # herverdeeld tussen kredieten
    ADVANCE = "advance"  # voorschot
    REQUESTED = "requested"  # aangevraagd
    COST = "cost"  # kostprijs, raming, investering van een ander
    NORM = "norm"  # plafond, tarief, premie, drempel
    INCOME = "income"  # ontvangst, lening, opbrengst
    REFERENCE = "reference"  # een vroegere beslissing, context


FUNDING_ROLES = frozenset({SumRole.GRANTED, SumRole.BUDGET, SumRole.TRANSFERRED, SumRole.ADVANCE})
"""The roles of sums that fund something."""


@attrs.frozen
class Rule:
    """What decided the role of a sum.

    Attributes:
        name: The name that `AmountMention.rule` gives.
        weak: Whether it goes by single words near the sum, so that the sums beside it may know better.
        passive: Whether it says only that there is money: a later sum may be what is given of it.
        by_noun: Whether it goes by a noun of granting: behind `is`, `zijn`, `werd` that too only says that there is
            money.
    """

    name: str
    weak: bool = attrs.field(default=False, kw_only=True)
    passive: bool = attrs.field(default=False, kw_only=True)
    by_noun: bool = attrs.field(default=False, kw_only=True)


NO_RULE = Rule("")
"""Stands where no rule was asked yet."""
