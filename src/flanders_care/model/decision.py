"""What the government decided (Dutch: *beslissing, besluit, nota*)."""

from __future__ import annotations

import datetime
import enum
from typing import Any

import attrs

from flanders_care.errors import InvalidValueError
from flanders_care.fields import instance_of, optional_member, text_field, tuple_of
from flanders_care.model.identity import slug
from flanders_care.provenance import Document, Source
from flanders_care.rendering import Shown

CITED_PREFIX = "decision:"
"""Ids with this prefix come from a citation (date and title); others were given by the government's site."""


class Step(enum.StrEnum):
    """How far a file has come with this decision; members stand in the order of the ladder where there is one."""

    EXPLORATORY = "exploratory"  # conceptnota, startnota, verkennende nota
    CALL = "call"  # oproep
    DRAFT_PRINCIPLE = "draft_principle"  # principiële goedkeuring, voorontwerp
    DRAFT_AFTER_ADVICE = "draft_after_advice"  # na advies, tweede principiële goedkeuring
    FINAL = "final"  # definitieve goedkeuring
    RATIFICATION = "ratification"  # bekrachtiging en afkondiging
    AWARD = "award"  # toekenning van subsidie
    BUDGET = "budget"  # begroting, herverdeling
    APPOINTMENT = "appointment"  # benoeming, aanstelling
    REPORT = "report"  # mededeling, jaarverslag
    POSITION = "position"  # standpunt, advies van de regering
    OTHER = "other"


class Outcome(enum.StrEnum):
    """What a council did with an item, as the page states it."""

    APPROVED = "approved"  # goedgekeurd, aangenomen
    REJECTED = "rejected"  # verworpen, niet goedgekeurd
    NOTED = "noted"  # kennisname, akte genomen
    ADJOURNED = "adjourned"  # verdaagd, uitgesteld
    WITHDRAWN = "withdrawn"  # ingetrokken, van de agenda gehaald


#: Sorts of item that decide only where the page says that they were approved.
_UNDECIDED_KINDS = frozenset({"advice", "notice", "motion", "proposal", "question"})


def cited_decision_id(title: str, date: datetime.date | None) -> str:
    """The id of a decision that is known by its title and date only, as reports cite it.

    Reports cut titles at 200 characters, so no more than the first 190 count.

    Example:
        >>> cited_decision_id("Convenant Flanders Make 2023-2027", datetime.date(2023, 12, 8))
        'decision:2023-12-08:convenant-flanders-make-2023-2027'
    """
    day = "undated" if date is None else date.isoformat()
    return f"{CITED_PREFIX}{day}:{slug(' '.join(title.split())[:190])}"


def _plain_date(instance: Any, attribute: attrs.Attribute[Any], value: object) -> None:
    # a datetime is a date to isinstance, but would not survive a round trip as one
    if isinstance(value, datetime.datetime):
        raise InvalidValueError(f"Decision.date: needs a date without time, not {value!r}; use value.date()")


def _step(value: Step | str | None) -> Step | None:
    return optional_member(Step, value)


def _outcome(value: Outcome | str | None) -> Outcome | None:
    return optional_member(Outcome, value)


@attrs.frozen(kw_only=True, repr=False)
class Decision(Shown):
    """One item decided by the Flemish Government or by a council.

    Attributes:
        id: As the government's site gives it, or `decision:DATE:TITLE` where a report cites it.
        title: The title; "" where the source gives none.
        text: Long title and summary, without the title; "" where only the title is known.
        step: How far the file has come with it; `None` until `flanders_care.dossiers` has looked.
        date: Day of the meeting.
        kind: Sort of item, such as `"nota"` or `"mededeling"`; of a council `"decision"`, `"advice"`, `"notice"`,
            `"motion"`, `"proposal"` or `"question"`.
        outcome: What the council did with it, as the page states it; `None` where it states nothing. Neither a vote nor
            a title such as `Goedkeuring ...` states it.
        url: Where it is published.
        aliases: Other ids of the same decision.
        actor_ids: Ministers who brought it, as far as known.
        sources: Where it was read.

    Example:
        >>> Decision(id="d1", title="Convenant Flanders Make 2023-2027", date=datetime.date(2023, 12, 8)).text
        ''
    """

    id: str = attrs.field(validator=text_field)
    title: str = attrs.field(validator=instance_of(str))
    text: str = attrs.field(default="", validator=instance_of(str))
    step: Step | None = attrs.field(default=None, converter=_step)
    date: datetime.date | None = attrs.field(
        default=None, validator=[instance_of(datetime.date, optional=True), _plain_date]
    )
    kind: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))
    outcome: Outcome | None = attrs.field(
        default=None, converter=_outcome, validator=instance_of(Outcome, optional=True)
    )
    url: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))
    aliases: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    actor_ids: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=tuple_of(Source))


def did_decide(decision: Decision) -> bool:
    """Whether an item may have decided something: what was only noted, put off or asked did not.

    Args:
        decision: Any decision.

    Returns:
        True for decisions of the government, for what a council approved, and for its decisions of unknown outcome.

    Example:
        >>> did_decide(Decision(id="v", title="Vraag over de Elenestraat", kind="question"))
        False
    """
    if decision.outcome is None:
        return decision.kind not in _UNDECIDED_KINDS
    return decision.outcome is Outcome.APPROVED


def decision_document(decision: Decision) -> Document:
    """The text of a decision as a document: the title, an empty line, the rest.

    Facts read from a decision (its funding lines) point into this document.

    Args:
        decision: Any decision.

    Returns:
        A document whose id is the decision's with `#text` behind; where title or text is empty, it holds the other.
    """
    parts = [part for part in (decision.title, decision.text) if part]
    return Document(
        id=f"{decision.id}#text",
        family="decisions",
        title=decision.title or None,
        date=None if decision.date is None else decision.date.isoformat(),
        text="\n\n".join(parts),
        url=decision.url,
    )
