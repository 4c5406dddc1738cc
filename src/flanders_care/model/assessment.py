"""What people judge: verdicts on promises, and corrections of what was read (Dutch: *oordeel, rechtzetting*)."""

from __future__ import annotations

import datetime
import enum

import attrs

from flanders_care.errors import InvalidValueError
from flanders_care.fields import instance_of, member, text_field, tuple_of


class Verdict(enum.StrEnum):
    """How a promise stands.

    The first three are the scale of the Comparative Party Pledges Project (R. Thomson et al., The Fulfillment of
    Parties' Election Pledges, American Journal of Political Science 61, 2017); a promise that is still on its way and
    one that nobody can check have a word of their own.
    """

    FULFILLED = "fulfilled"  # volledig uitgevoerd
    PARTIALLY = "partially"  # gedeeltelijk uitgevoerd
    NOT_FULFILLED = "not_fulfilled"  # niet uitgevoerd
    IN_PROGRESS = "in_progress"  # in uitvoering
    NOT_CHECKABLE = "not_checkable"  # niet na te gaan

    @property
    def grade(self) -> int | None:
        """The place on the scale: 0 not fulfilled, 1 in progress, 2 partially, 3 fulfilled; `None` not checkable."""
        return _GRADES.get(self)


_GRADES = {Verdict.NOT_FULFILLED: 0, Verdict.IN_PROGRESS: 1, Verdict.PARTIALLY: 2, Verdict.FULFILLED: 3}


def _verdict(value: Verdict | str) -> Verdict:
    return member(Verdict, value)


def _day(value: datetime.date | str | None) -> datetime.date | None:
    """A date, or one as ISO 8601; an empty text is no date, as in a table's empty cell."""
    if isinstance(value, datetime.datetime):
        raise InvalidValueError(f"needs a date without time, not {value!r}; use value.date()")
    if isinstance(value, str):
        try:
            return datetime.date.fromisoformat(value) if value.strip() else None
        except ValueError:
            raise InvalidValueError(f"needs a date such as 2024-01-31, not {value!r}") from None
    return value


@attrs.frozen(kw_only=True)
class Assessment:
    """A person's verdict on a promise, kept beside the scores and never mixed with them.

    Attributes:
        commitment_id: The promise.
        verdict: How it stands.
        assessor: Who judged; two people may judge the same promise.
        date: Day of the judgement, or `None`.
        evidence: What it rests on: ids of decisions, or links.
        note: Why, in the assessor's words.

    Example:
        >>> Assessment(commitment_id="c1", verdict="fulfilled", assessor="An Peeters").verdict.grade
        3
    """

    commitment_id: str = attrs.field(validator=text_field)
    verdict: Verdict = attrs.field(converter=_verdict)
    assessor: str = attrs.field(validator=text_field)
    date: datetime.date | None = attrs.field(
        default=None, converter=_day, validator=instance_of(datetime.date, optional=True)
    )
    evidence: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    note: str = attrs.field(default="", validator=instance_of(str))


@attrs.frozen(kw_only=True)
class Correction:
    """A person's correction of one field of a record; the documents stay as they are.

    Attributes:
        record_id: The record.
        field: The field, with a dot for a field within: `"step"`, `"amount.value"`.
        value: What it should be, as text: a word, a number, an ISO date; several separated by `;`. `None` empties it.
        reason: Why.
        author: Who says so.
        date: When, or `None`.

    Example:
        >>> Correction(record_id="d1", field="step", value="final", reason="title is wrong", author="An").field
        'step'
    """

    record_id: str = attrs.field(validator=text_field)
    field: str = attrs.field(validator=text_field)
    value: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))
    reason: str = attrs.field(validator=text_field)
    author: str = attrs.field(validator=text_field)
    date: datetime.date | None = attrs.field(
        default=None, converter=_day, validator=instance_of(datetime.date, optional=True)
    )
