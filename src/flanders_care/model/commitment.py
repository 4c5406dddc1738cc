"""What a government or programme says it will do (Dutch: *belofte, engagement, actiepunt*)."""

from __future__ import annotations

import enum

import attrs

from flanders_care.fields import instance_of, optional_member, text_field, tuple_of
from flanders_care.model.identity import content_id
from flanders_care.period import PartialDate
from flanders_care.provenance import Source
from flanders_care.rendering import Shown


class CommitmentKind(enum.StrEnum):
    """How firmly something is promised, from firm to soft."""

    PROMISE = "promise"  # we voorzien, zal, wordt opgericht: a government or minister binds itself
    PLANNED_ACTION = "planned_action"  # an action that a programme plans
    PROPOSAL = "proposal"  # zou, kan, wordt voorgesteld: put forward, not decided
    AMBITION = "ambition"  # wil, streeft naar, ambieert: a goal without an action

    @property
    def firm(self) -> bool:
        """Whether it binds: a promise or a planned action."""
        return self in (CommitmentKind.PROMISE, CommitmentKind.PLANNED_ACTION)


def commitment_id(document_id: str, text: str, start: int) -> str:
    """The id of a commitment from where it stands and what it says.

    Args:
        document_id: The document.
        text: The commitment as read.
        start: Its first character in the document: the same words twice are two places.

    Returns:
        A readable id, the same in every run.
    """
    return content_id("commitment", document_id, text, str(start), readable=text)


def _kind(value: CommitmentKind | str | None) -> CommitmentKind | None:
    return optional_member(CommitmentKind, value)


@attrs.frozen(kw_only=True, repr=False)
class Commitment(Shown):
    """One testable intention of a government or programme.

    Attributes:
        id: From its document and words; see `commitment_id`.
        text: What is promised, with the hyphens that a PDF broke joined again.
        kind: How firmly, or `None` where nothing tells.
        section: Heading under which it stands, such as `"1.2.5 Werf 5: Flanders’ Care"`.
        deadline: By when, as exactly as stated.
        actor_ids: Who is to do it, as far as named.
        programme_id: The programme that it belongs to.
        sources: Where it stands.

    Example:
        >>> Commitment(id="c1", text="We voorzien regelluwe zones.", kind="promise").kind.firm
        True
    """

    id: str = attrs.field(validator=text_field)
    text: str = attrs.field(validator=instance_of(str))
    kind: CommitmentKind | None = attrs.field(default=None, converter=_kind)
    section: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))
    deadline: PartialDate | None = attrs.field(default=None, validator=instance_of(PartialDate, optional=True))
    actor_ids: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    programme_id: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=tuple_of(Source))
