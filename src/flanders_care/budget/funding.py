"""The funding lines of a decision: which sums of its text fund something, and who, whom and what for."""

from __future__ import annotations

from flanders_care.arguments import one_of
from flanders_care.diagnostics import Diagnostic
from flanders_care.dutch.money.mentions import AmountMention, read_money
from flanders_care.dutch.money.parties import Parties, parties_of
from flanders_care.dutch.money.roles import FUNDING_ROLES, SumRole
from flanders_care.model.actor import actor_id
from flanders_care.model.decision import Decision, decision_document
from flanders_care.model.funding import FundingLine, Stage
from flanders_care.model.identity import content_id
from flanders_care.provenance import Document

__all__ = ["STAGE_OF_ROLE", "document_lines", "funding_diagnostics", "funding_lines"]

STAGE_OF_ROLE: dict[SumRole, Stage] = {
    SumRole.GRANTED: Stage.AWARDED,
    SumRole.BUDGET: Stage.BUDGETED,
    SumRole.TRANSFERRED: Stage.BUDGETED,  # a redistribution makes credit available; nobody has received it yet
    SumRole.ADVANCE: Stage.PAID,
    SumRole.REQUESTED: Stage.REQUESTED,
}
"""The stage of a funding line by the role of its sum; sums of other roles are no funding lines."""


def funding_lines(decision: Decision) -> tuple[FundingLine, ...]:
    """Read the sums in a decision that fund something.

    Costs, prices, ceilings for one applicant, incomes and sums of earlier decisions are no funding lines. The lines
    point into `decision_document(decision)`.

    Args:
        decision: The decision; its title and text are read.

    Returns:
        The lines in text order, with their links (`same_as`, `part_of`, `alternative_to`).

    Example:
        >>> decision = Decision(id="d1", title="Subsidie", text="De Vlaamse Regering kent 3 miljoen euro subsidie toe.")
        >>> [line] = funding_lines(decision)
        >>> print(line.amount, line.stage, line.sources[0].quote)
        3.000.000 EUR awarded 3 miljoen euro
    """
    one_of(Decision, decision, "decision")
    return document_lines(decision_document(decision), decision_id=decision.id)


def funding_diagnostics(decision: Decision) -> tuple[Diagnostic, ...]:
    """Say what in a decision looks like money and could not be read as a sum.

    Args:
        decision: The decision.

    Returns:
        Diagnostics that point into `decision_document(decision)`.
    """
    document = decision_document(decision)
    return read_money(document.text, document_id=document.id).diagnostics


def document_lines(
    document: Document,
    *,
    decision_id: str | None = None,
    programme_id: str | None = None,
    requested: bool = False,
    mentions: tuple[AmountMention, ...] | None = None,
) -> tuple[FundingLine, ...]:
    """Read the sums in any document that fund something.

    Args:
        document: The document.
        decision_id: The decision that it is the text of, if any.
        programme_id: The programme that it is about, if any.
        requested: Whether sums that were only asked for are lines too (stage `requested`).
        mentions: What `read_amounts` found in the text, where that is known already.

    Returns:
        The lines in text order.
    """
    mentions = read_money(document.text).mentions if mentions is None else mentions
    roles = FUNDING_ROLES | {SumRole.REQUESTED} if requested else FUNDING_ROLES
    kept = [i for i, mention in enumerate(mentions) if mention.role in roles]
    ids = {i: _line_id(document, mentions[i], decision_id) for i in kept}
    return tuple(_line(document, mentions, i, ids, (decision_id, programme_id)) for i in kept)


def _line_id(document: Document, mention: AmountMention, decision_id: str | None) -> str:
    return content_id("funding", decision_id or document.id, mention.quote, str(mention.start), readable=mention.quote)


def _line(
    document: Document,
    mentions: tuple[AmountMention, ...],
    i: int,
    ids: dict[int, str],
    owner: tuple[str | None, str | None],
) -> FundingLine:
    mention = mentions[i]
    following = mentions[i + 1].start if i + 1 < len(mentions) else len(document.text)
    previous = mentions[i - 1].end if i else 0
    asked = mention.part_of is not None and mentions[mention.part_of].role is SumRole.REQUESTED
    granted = asked and mention.role is not SumRole.REQUESTED  # what was granted of a request replaces it
    whole = _linked(mentions, mention.part_of, ids)
    parties: Parties = parties_of(document.text, mention.start, mention.end, previous, following)
    return FundingLine(
        id=ids[i],
        amount=mention.amount,
        stage=STAGE_OF_ROLE[mention.role],
        recurrence=mention.recurrence,
        years=mention.years,
        payer_ids=tuple(actor_id(name) for name in parties.payers),
        recipient_ids=tuple(actor_id(name) for name in parties.recipients),
        programme_id=owner[1],
        decision_id=owner[0],
        subject=parties.subject,
        same_as=_linked(mentions, mention.same_as, ids),
        part_of=None if granted else whole,
        successor_of=whole if granted else None,
        alternative_to=_linked(mentions, mention.alternative_to, ids),
        times=mention.times,
        sources=(document.source(mention.start, mention.end),),
    )


def _linked(mentions: tuple[AmountMention, ...], target: int | None, ids: dict[int, str]) -> str | None:
    """Name the line that a mention points to; what only repeats a sum stands for the first that says it."""
    seen: set[int] = set()
    while target is not None and target not in ids and target not in seen:
        seen.add(target)
        target = mentions[target].same_as
    return None if target is None else ids.get(target)
