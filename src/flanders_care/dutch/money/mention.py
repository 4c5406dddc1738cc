"""What is read of one sum of money in a text."""

from __future__ import annotations

import attrs

from flanders_care.dutch.money.roles import SumRole
from flanders_care.dutch.money.sum import Credit
from flanders_care.model.funding import Recurrence
from flanders_care.money import Amount


@attrs.frozen(kw_only=True, repr=False)
class AmountMention:
    """One sum of money in a text (Dutch: *vermelding van een bedrag*).

    Law: `text[start:end] == quote`.

    Attributes:
        start: First character, from 0; the words that qualify the sum are included where they touch it.
        end: One past the last character.
        quote: The words.
        amount: The sum, exact, with its bounds.
        recurrence: Whether the sum comes once, every year, or for every unit.
        years: The years it is meant for, in order; empty where the text does not say.
        role: What the sum is.
        same_as: Index of the mention that says the same money first, or `None`.
        part_of: Index of the mention whose money contains this, or `None`.
        alternative_to: Index of the commitment credit that a payment credit stands beside, or `None`.
        times: How many times the sum is meant, 1 or more (`3 maal 650.000 euro`).
        credit: Commitment or payment credit of the budget, where the text says so.
        rule: Name of the rule that decided the role.
    """

    start: int
    end: int
    quote: str
    amount: Amount
    recurrence: Recurrence = Recurrence.UNKNOWN
    years: tuple[int, ...] = ()
    role: SumRole = SumRole.REFERENCE
    same_as: int | None = None
    part_of: int | None = None
    alternative_to: int | None = None
    times: int = 1
    credit: Credit | None = None
    rule: str = ""

    def __repr__(self) -> str:
        return f"<AmountMention {self.quote!r}: {self.amount}, {self.role}>"
