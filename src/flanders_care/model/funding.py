"""Sums that fund something (Dutch: *subsidie, krediet, steunbedrag, middelen*)."""

from __future__ import annotations

import enum
from typing import Literal, TypeAlias

import attrs
from attrs import validators

from flanders_care.fields import instance_of, member, optional_member, text_field, tuple_of
from flanders_care.model.identity import content_id
from flanders_care.money import Amount
from flanders_care.provenance import Source
from flanders_care.rendering import Shown


class Stage(enum.StrEnum):
    """What has happened to the money; sums of different stages are different money."""

    REQUESTED = "requested"  # aangevraagd, steunvraag
    ANNOUNCED = "announced"  # aangekondigd
    BUDGETED = "budgeted"  # voorzien, begroot, gereserveerd
    AWARDED = "awarded"  # toegekend, vastgelegd
    PAID = "paid"  # uitbetaald, gestort


StageName: TypeAlias = Literal["requested", "announced", "budgeted", "awarded", "paid"]
"""The word of a stage, for type checkers."""


class Recurrence(enum.StrEnum):
    """How often the sum is meant."""

    ONE_OFF = "one_off"  # eenmalig
    PER_YEAR = "per_year"  # jaarlijks, per jaar
    PER_UNIT = "per_unit"  # per project, per plaats
    UNKNOWN = "unknown"


def line_id(owner: str, quote: str, start: int) -> str:
    """The id of a line, from where its sum stands.

    Args:
        owner: Id of the decision that states it, or of the document.
        quote: The words of the sum.
        start: Where they begin in what was read.

    Example:
        >>> line_id("d1", "3 miljoen euro", 41)
        'funding:3-miljoen-euro-eb8d4d99'
    """
    return content_id("funding", owner, quote, str(start), readable=quote)


def _stage(value: Stage | str | None) -> Stage | None:
    return optional_member(Stage, value)


def _recurrence(value: Recurrence | str) -> Recurrence:
    return member(Recurrence, value)


@attrs.frozen(kw_only=True, repr=False)
class FundingLine(Shown):
    """One sum that funds something: who, whom, for what, when, at which stage.

    Attributes:
        id: From its decision or document and its words.
        amount: The sum, with its bounds.
        stage: What has happened to the money, or `None` where nothing tells.
        recurrence: How often the sum is meant.
        years: The years it is stated for.
        payer_ids: Actors who pay.
        recipient_ids: Actors who receive.
        programme_id: The programme that it funds.
        decision_id: The decision that states it.
        subject: The words that say for what.
        same_as: Id of the line that states the same money.
        part_of: Id of the line that contains this money.
        alternative_to: Id of the line that shows the same money in another way: the commitment credit that a payment
            credit stands beside.
        successor_of: Id of the earlier line that this one replaces: the request that was granted.
        rate_of: Id of the line that is the sum over all units of this price for one.
        times: How many times the sum is meant, from 1 (`3 maal 650.000 euro`).
        matched: Whether `same_as` was found by comparing documents: merging drops it and compares anew. A link that was
            read in the document, or that a person set, is not.
        sources: Where it stands.

    Example:
        >>> line = FundingLine(id="line:1", amount=Amount.of(300_000), stage="awarded", recurrence="one_off")
        >>> print(line.amount, line.stage)
        300.000 EUR awarded
    """

    id: str = attrs.field(validator=text_field)
    amount: Amount = attrs.field(validator=instance_of(Amount))
    stage: Stage | None = attrs.field(default=None, converter=_stage)
    recurrence: Recurrence = attrs.field(default=Recurrence.UNKNOWN, converter=_recurrence)
    years: tuple[int, ...] = attrs.field(default=(), validator=tuple_of(int))
    payer_ids: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    recipient_ids: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    programme_id: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))
    decision_id: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))
    subject: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))
    same_as: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))
    part_of: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))
    alternative_to: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))
    successor_of: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))
    rate_of: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))
    times: int = attrs.field(default=1, validator=[instance_of(int), validators.ge(1)])
    matched: bool = attrs.field(default=False, validator=instance_of(bool))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=tuple_of(Source))


def units(line: FundingLine) -> int:
    """Return how often a line's sum counts: its factor, and for a yearly sum the number of its years."""
    years = len(line.years) if line.recurrence is Recurrence.PER_YEAR and line.years else 1
    return line.times * years
