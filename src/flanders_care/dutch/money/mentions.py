"""Read every sum of money in a Dutch text: where it stands, how much, how firmly, how often, when, and what it is.

`read_amounts` finds the figures in one pass over the digits of the text and looks only at the words around them, so
that its time grows with the text and nothing else.
"""

from __future__ import annotations

import decimal

import attrs

from flanders_care.arguments import one_of
from flanders_care.diagnostics import Diagnostic
from flanders_care.dutch.money.mention import AmountMention
from flanders_care.dutch.money.passes import read_sums
from flanders_care.dutch.money.qualifiers import dotted_words
from flanders_care.dutch.money.sum import Sum
from flanders_care.dutch.text.page import Page
from flanders_care.fields import instance_of
from flanders_care.money import Amount, Qualifier

_READING = decimal.Context(prec=1000, Emin=-10_000, Emax=10_000)
"""What is computed while reading depends on no decimal context of the caller."""


@attrs.frozen(kw_only=True)
class AmountReading:
    """What was read of the money in one text, and what could not be.

    Attributes:
        mentions: The sums in text order.
        diagnostics: Places that look like money and are no sum: `malformed-amount`, `amount-too-long`, `vague-amount`.
    """

    mentions: tuple[AmountMention, ...] = attrs.field(validator=instance_of(tuple))
    diagnostics: tuple[Diagnostic, ...] = ()


def read_amounts(text: str) -> tuple[AmountMention, ...]:
    """Read the sums of money in a text.

    Args:
        text: Dutch text, such as a decision's title and summary.

    Returns:
        The mentions in text order. Percentages, counts, surfaces and years are not among them.

    Example:
        >>> [mention] = read_amounts(
        ...     "De Vlaamse Regering kent jaarlijks maximaal 3,5 miljoen euro subsidie toe in 2021-2022."
        ... )
        >>> print(mention.amount, mention.recurrence, mention.years, mention.role)
        at most 3.500.000 EUR per_year (2021, 2022) granted
    """
    return read_money(one_of(str, text, "text")).mentions


def read_money(text: str, *, document_id: str | None = None) -> AmountReading:
    """Read the sums of money in a text and say what could not be read.

    Args:
        text: Dutch text.
        document_id: Named in the diagnostics.

    Returns:
        The mentions and the diagnostics, each in text order.

    Example:
        >>> reading = read_money("tientallen miljoenen euro")
        >>> reading.mentions, reading.diagnostics[0].code
        ((), 'vague-amount')
    """
    with decimal.localcontext(_READING):
        sums, unread = read_sums(Page(text, dotted_words()))
    return AmountReading(
        mentions=tuple(_mention(text, item) for item in sums),
        diagnostics=tuple(attrs.evolve(diagnostic, document_id=document_id) for diagnostic in unread),
    )


def _mention(text: str, item: Sum) -> AmountMention:
    return AmountMention(
        start=item.quote_start,
        end=item.quote_end,
        quote=text[item.quote_start : item.quote_end],
        amount=_amount(item),
        recurrence=item.recurrence,
        years=item.years,
        role=item.role,
        rule=item.rule.name,
        times=item.times,
        credit=item.credit,
        same_as=item.same_as,
        part_of=item.part_of,
        alternative_to=item.alternative_to,
    )


def _amount(item: Sum) -> Amount:
    """Build the amount with the bounds that its qualifier gives it."""
    if item.qualifier is Qualifier.RANGE:
        return Amount(value=item.value, low=item.low, high=item.high, qualifier=item.qualifier, currency=item.currency)
    return Amount.of(item.value, item.qualifier, item.currency)
