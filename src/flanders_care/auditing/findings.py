"""What an audit found about a claim, with the places in the claim and in the decisions."""

from __future__ import annotations

import enum

import attrs

from flanders_care.fields import instance_of, member, text_field, tuple_of
from flanders_care.provenance import Source
from flanders_care.rendering import Shown


class FindingCode(enum.StrEnum):
    """What an audit can say of a claim. A claim may have several findings; `supported` stands alone."""

    SUPPORTED = "supported"  # nothing speaks against it
    UNSUPPORTED_NUMBER = "unsupported_number"  # a figure that no cited decision holds
    UNSUPPORTED_NAME = "unsupported_name"  # a name or term that no cited decision holds
    UNSUPPORTED_DATE = "unsupported_date"  # a date that no cited decision holds or bears
    HEDGED = "hedged"  # the claim says itself that it is not sure
    MISCITED = "miscited"  # it tells what the agreement says, and cites a decision for that
    WEAK_EVIDENCE = "weak_evidence"  # the cited decisions do little for the section, or hold little of the claim


def _code(value: FindingCode | str) -> FindingCode:
    return member(FindingCode, value)


@attrs.frozen(kw_only=True)
class Finding(Shown):
    """One thing that an audit found about a claim. A person judges; an audit points.

    Attributes:
        claim_id: The claim.
        code: What was found.
        message: One sentence for a person, with the words that it is about.
        missing: The figure, name or date that is absent, as the claim writes it; else `None`.
        score: For `weak_evidence` and `supported` how near the cited decisions are to the section, halfway between
            the best of them and their mean (0..1); else `None`.
        decision_ids: The decisions that were looked at, in the order of citation.
        sources: The place in the report, and for `supported`, `weak_evidence` and `miscited` the closest words of the
            cited decisions, in `flanders_care.ids.decision_document`. Of an absent figure, name or date there is a
            place in the report only: exactly its words.
    """

    claim_id: str = attrs.field(validator=text_field)
    code: FindingCode = attrs.field(converter=_code)
    message: str = attrs.field(validator=text_field)
    missing: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))
    score: float | None = attrs.field(default=None, validator=instance_of(float, optional=True))
    decision_ids: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=tuple_of(Source))

    @property
    def doubtful(self) -> bool:
        """Whether it speaks against the claim as cited."""
        return self.code is not FindingCode.SUPPORTED
