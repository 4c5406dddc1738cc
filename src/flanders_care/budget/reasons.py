"""Why a line is not added: the vocabulary of a total's proof."""

from __future__ import annotations

import enum

import attrs

from flanders_care.fields import instance_of, member
from flanders_care.model.funding import FundingLine


class Reason(enum.StrEnum):
    """Why a line is left out of a total."""

    STAGE = "stage not asked for"
    NO_STAGE = "no stage known"
    REPEATED = "the same record again"
    SAME = "the same money as"
    PART = "part of"
    ALTERNATIVE = "another view of"
    SUCCEEDED = "replaced by"
    RATE = "the price of one unit of"
    UNIT = "for each unit, and the number of units is not stated"


def _reason(value: Reason | str) -> Reason:
    return member(Reason, value)


@attrs.frozen(kw_only=True)
class LeftOut:
    """A line that a total does not add.

    Attributes:
        line: The line.
        reason: Why.
        overlaps_id: Id of the line that holds its money, or `None` where none does.
    """

    line: FundingLine = attrs.field(validator=instance_of(FundingLine))
    reason: Reason = attrs.field(converter=_reason)
    overlaps_id: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))

    def __str__(self) -> str:
        return self.reason.value if self.overlaps_id is None else f"{self.reason.value} {self.overlaps_id}"
