"""One sum of money, from the figure to what it is: a record that no pass changes, each makes it anew."""

from __future__ import annotations

import enum
from collections.abc import Callable
from decimal import Decimal

import attrs

from flanders_care.dutch.money.roles import NO_RULE, Rule, SumRole
from flanders_care.model.funding import Recurrence
from flanders_care.money import Qualifier

WINDOW = 12
"""How many sums before and behind one are looked at; more would make the time grow with the square."""


class Credit(enum.StrEnum):
    """Which credit of the Flemish budget a sum is."""

    COMMITMENT = "commitment"  # vastleggingskrediet (VAK)
    PAYMENT = "payment"  # vereffeningskrediet (VEK), betaalkrediet
    BOTH = "both"  # vastleggings- en vereffeningskrediet


@attrs.frozen(kw_only=True)
class Sum:
    """One sum of money in a text, as far as the passes have read it.

    Attributes:
        start: First character of the figure or its prefix.
        end: One past the unit.
        value: The figure with its unit and sign; of a range its middle.
        scale: Power of ten of the scale word (6 for `miljoen`), 0 without.
        currency: ISO code, `""` where no currency stands with it.
        times: How many times the sum is meant (`3 maal 650.000 euro`).
        low: Lower bound of a range.
        high: Upper bound of a range.
        carried: Whether the unit stands elsewhere.
        sentence: Number of its sentence in the text, from 0.
        in_head: Whether it stands in the title or the long title.
        before: The words of its sentence before it, as far as they reach.
        after: The words of its sentence behind it, as far as they reach.
        clause_before: As `before`, from the previous sum of the sentence on.
        clause_after: As `after`, up to the next sum of the sentence.
        last_end: One past the last character of the last sum in the sentence.
        head: Title and long title of the text, `""` where there is none.
        own_act: Whether the text tells of an act of the government itself.
        qualifier: How firmly it is stated.
        distributes: Whether the words that qualify it hold for the next sum of the sentence too.
        quote_start: First character, with the words that qualify the sum where they touch it.
        quote_end: One past the last character, with those words.
        credit: Commitment or payment credit of the budget, where the text says so.
        same_as: Index of the sum that says the same money first.
        part_of: Index of the sum whose money contains this.
        alternative_to: Index of the commitment credit that a payment credit stands beside.
        role: What the sum is.
        rule: The rule that decided the role.
        years: The years it is meant for, in order.
        recurrence: Whether it comes once, every year, or for every unit.
    """

    start: int
    end: int
    value: Decimal
    scale: int = 0
    currency: str = ""
    times: int = 1
    low: Decimal | None = None
    high: Decimal | None = None
    carried: bool = False

    sentence: int = 0
    in_head: bool = False
    before: str = ""
    after: str = ""
    clause_before: str = ""
    clause_after: str = ""
    last_end: int = 0
    head: str = ""
    own_act: bool = False

    qualifier: Qualifier = Qualifier.EXACT
    distributes: bool = False
    quote_start: int = 0
    quote_end: int = 0
    credit: Credit | None = None

    same_as: int | None = None
    part_of: int | None = None
    alternative_to: int | None = None

    role: SumRole = SumRole.REFERENCE
    rule: Rule = NO_RULE
    years: tuple[int, ...] = ()
    recurrence: Recurrence = Recurrence.UNKNOWN


@attrs.frozen
class RoleRule(Rule):
    """A rule that gives a sum its role where it holds.

    Attributes:
        role: The role.
        holds: Tells whether the rule holds for a sum.
    """

    role: SumRole
    holds: Callable[[Sum], bool]
