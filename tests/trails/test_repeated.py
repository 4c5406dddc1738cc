"""Equal sums to one recipient in two dossiers of a promise are pointed out, and nothing is left out for that."""

from __future__ import annotations

from flanders_care.budget.totals import total
from flanders_care.dossier.dossier import Dossier
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision, Step
from flanders_care.model.funding import FundingLine
from flanders_care.money import Amount
from flanders_care.provenance import Source
from flanders_care.trails.records import Search, Trail
from flanders_care.trails.repeated import repeated

SEARCH = Search(looked_through=2, profile="default", threshold=0.5)
HOME = {
    name: Dossier(id=f"dossier:{name}", decisions=(Decision(id=name, title=name),), step=Step.AWARD) for name in "abc"
}


def line(decision: str, euro: int, *recipients: str, source: Source | None = None) -> FundingLine:
    """A grant of a decision."""
    return FundingLine(
        id=f"line:{decision}:{euro}",
        amount=Amount.of(euro),
        stage="awarded",
        decision_id=decision,
        recipient_ids=recipients,
        sources=() if source is None else (source,),
    )


def trail(*lines: FundingLine) -> Trail:
    """A trail that counts these lines."""
    return Trail(commitment=Commitment(id="c1", text="We helpen bedrijven."), total=total(lines), search=SEARCH)


def test_an_equal_sum_to_one_recipient_in_two_dossiers_is_pointed_out() -> None:
    """The message names both decisions, and the place is that of the second."""
    source = Source(document_id="b#text", start=0, end=2, quote="30")
    one = trail(line("a", 30, "actor:fit"), line("b", 30, "actor:fit", source=source), line("c", 31, "actor:fit"))
    [found] = repeated([one, one], HOME)
    assert (found.code, found.document_id, found.start, found.end) == ("maybe-same-money", "b#text", 0, 2)
    assert "decision b" in found.message
    assert "decision a" in found.message
    assert len(one.total.counted) == 3


def test_sums_to_others_or_to_nobody_known_are_not() -> None:
    """Equal sums say nothing where the recipients differ or are not named."""
    assert repeated([trail(line("a", 30, "actor:fit"), line("b", 30, "actor:vlaio"))], HOME) == ()
    assert repeated([trail(line("a", 30), line("b", 30))], HOME) == ()


def test_a_line_without_a_place_is_pointed_out_too() -> None:
    """A hand-made line has no source; the message is the same."""
    [found] = repeated([trail(line("a", 30, "actor:fit"), line("b", 30, "actor:fit"))], HOME)
    assert found.document_id is None
