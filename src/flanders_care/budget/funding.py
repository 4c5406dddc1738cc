"""The funding lines of a decision: which sums of its text fund something, and who, whom and what for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from flanders_care.arguments import one_of
from flanders_care.diagnostics import Diagnostic
from flanders_care.dutch.money.mention import AmountMention
from flanders_care.dutch.money.mentions import read_money
from flanders_care.dutch.money.parties import Parties, Party, parties_of
from flanders_care.dutch.money.roles import FUNDING_ROLES, SumRole
from flanders_care.model.actor import Actor, actor_id
from flanders_care.model.decision import Decision, decision_document, did_decide
from flanders_care.model.funding import FundingLine, Stage, line_id
from flanders_care.provenance import Document, Source

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

    Costs, prices, ceilings for one applicant, incomes and sums of earlier decisions are no funding lines, and what did
    not decide (a question, what was put off or rejected) funds nothing. The lines
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
    return read_lines(decision_document(decision), decision_id=decision.id).lines if did_decide(decision) else ()


def funding_diagnostics(decision: Decision) -> tuple[Diagnostic, ...]:
    """Say what in a decision looks like money and could not be read as a sum.

    Args:
        decision: The decision.

    Returns:
        Diagnostics that point into `decision_document(decision)`.
    """
    document = decision_document(decision)
    return read_money(document.text, document_id=document.id).diagnostics


class LinesRead(NamedTuple):
    """Lines, and the actors that they name."""

    lines: tuple[FundingLine, ...]
    actors: tuple[Actor, ...]


def read_lines(
    document: Document,
    *,
    words: str | None = None,
    start: int = 0,
    decision_id: str | None = None,
    requested: bool = False,
) -> LinesRead:
    """Read the sums in a stretch of a document that fund something, and who pays and receives them.

    Args:
        document: The document.
        words: The stretch, in which what is no prose may be masked; the whole text where not given.
        start: Where it begins in the document.
        decision_id: The decision that it states, if any.
        requested: Whether sums that were only asked for are lines too (stage `requested`).

    Returns:
        The lines in text order, and a record of each actor that one of them names.
    """
    text = document.text if words is None else words
    mentions = read_money(text).mentions
    ends = [0, *(mention.end for mention in mentions)]
    starts = [*(mention.start for mention in mentions[1:]), len(text)]
    lines: list[FundingLine] = []
    actors: list[Actor] = []
    for i, stated in stated_sums(mentions, decision_id or document.id, requested=requested).items():
        mention = stated.mention
        parties = parties_of(text, mention.start, mention.end, since=ends[i], until=starts[i])
        sources = (document.source(start + mention.start, start + mention.end),)
        lines.append(stated.line(parties, sources, decision_id=decision_id))
        actors += (_actor(document, party, start) for party in (*parties.payers, *parties.recipients))
    return LinesRead(tuple(lines), tuple(actors))


def _actor(document: Document, party: Party, start: int) -> Actor:
    source = document.source(start + party.start, start + party.end)
    return Actor(id=actor_id(party.name), name=party.name, sources=(source,))


class StatedSum(NamedTuple):
    """A sum that funds something, as its text states it: all that its line needs but the parties and the place."""

    mention: AmountMention
    id: str
    same_as: str | None
    part_of: str | None
    successor_of: str | None
    alternative_to: str | None

    @property
    def stage(self) -> Stage:
        """The stage that its role stands for."""
        return STAGE_OF_ROLE[self.mention.role]

    def line(self, parties: Parties, sources: tuple[Source, ...], **told: Any) -> FundingLine:
        """Make the line.

        Args:
            parties: Who pays and receives, and what for.
            sources: Where the sum stands.
            **told: Fields that the reader knows better than the sum alone does.
        """
        mention = self.mention
        fields: dict[str, Any] = {
            "id": self.id,
            "amount": mention.amount,
            "stage": self.stage,
            "recurrence": mention.recurrence,
            "years": mention.years,
            "payer_ids": tuple(actor_id(party.name) for party in parties.payers),
            "recipient_ids": tuple(actor_id(party.name) for party in parties.recipients),
            "subject": parties.subject,
            "same_as": self.same_as,
            "part_of": self.part_of,
            "successor_of": self.successor_of,
            "alternative_to": self.alternative_to,
            "times": mention.times,
            "sources": sources,
        }
        return FundingLine(**(fields | told))


def stated_sums(
    mentions: Sequence[AmountMention],
    owner: str,
    *,
    requested: bool = False,
    funds: Callable[[AmountMention], bool] | None = None,
) -> dict[int, StatedSum]:
    """Choose the sums of a text that fund something, with their links as ids of lines.

    Args:
        mentions: What was read in the text.
        owner: Id of the decision or document that states them.
        requested: Whether sums that were only asked for are among them.
        funds: Tells of a sum whose role funds something whether it does.

    Returns:
        The sums by their place among the mentions.
    """
    roles = FUNDING_ROLES | {SumRole.REQUESTED} if requested else FUNDING_ROLES
    kept = [i for i, m in enumerate(mentions) if m.role in roles and (funds is None or funds(m))]
    ids = {i: line_id(owner, mentions[i].quote, mentions[i].start) for i in kept}
    return {i: _stated(mentions, i, ids) for i in kept}


def _stated(mentions: Sequence[AmountMention], i: int, ids: Mapping[int, str]) -> StatedSum:
    mention = mentions[i]
    asked = mention.part_of is not None and mentions[mention.part_of].role is SumRole.REQUESTED
    granted = asked and mention.role is not SumRole.REQUESTED  # what was granted of a request replaces it
    whole = _linked(mentions, mention.part_of, ids)
    return StatedSum(
        mention=mention,
        id=ids[i],
        same_as=_linked(mentions, mention.same_as, ids),
        part_of=None if granted else whole,
        successor_of=whole if granted else None,
        alternative_to=_linked(mentions, mention.alternative_to, ids),
    )


def _linked(mentions: Sequence[AmountMention], target: int | None, ids: Mapping[int, str]) -> str | None:
    """Name the line that a mention points to; what only repeats a sum stands for the first that says it."""
    seen: set[int] = set()
    while target is not None and target not in ids and target not in seen:
        seen.add(target)
        target = mentions[target].same_as
    return None if target is None else ids.get(target)
