"""Receipts: contributions add up to the score, and every piece of evidence stands where it says."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.alignment.explaining import explain
from flanders_care.alignment.indexing import index
from flanders_care.alignment.profiles import PROFILES
from flanders_care.alignment.ranking import align
from flanders_care.alignment.receipts import Change, Evidence, EvidenceKind, Receipt, diff
from flanders_care.errors import InvalidValueError, UnknownNameError
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision, decision_document

from .samples import APPOINTMENT, BRIDGE, COMMITMENTS, CYCLING, DECISIONS, EMPTY, PREMIUM, PREMIUM_FINAL, SOLAR
from .test_ranking import COMMITMENT, DECISION, PROFILE


@given(COMMITMENT, st.lists(DECISION, min_size=1, max_size=5), st.lists(COMMITMENT, max_size=4), PROFILE)
def test_contributions_add_up_to_the_score_of_align(
    commitment: Commitment, decisions: list[Decision], background: list[Commitment], profile: str
) -> None:
    """Score: the receipt's contributions add up to the score, which is that of `align`."""
    built = index(decisions, background=background, profile=profile)
    scores = [pair.score for pair in align([commitment], built, top=9)]
    receipts = [explain(commitment, decision, among=built, profile=profile) for decision in decisions]
    assert sorted(receipt.score for receipt in receipts if receipt.score) == sorted(scores)
    for receipt in receipts:
        assert sum(part.contribution for part in receipt.evidence) == pytest.approx(receipt.score, abs=1e-9)


@given(COMMITMENT, DECISION, st.lists(DECISION, max_size=4))
def test_evidence_stands_in_both_texts(commitment: Commitment, decision: Decision, others: list[Decision]) -> None:
    """Every piece of evidence has its places in the commitment's text and in the decision's."""
    receipt = explain(commitment, decision, among=[decision, *others])
    text = decision_document(decision).text
    assert (receipt.commitment_text, receipt.decision_text) == (commitment.text, text)
    for part in receipt.evidence:
        assert all(0 <= place.start <= place.end <= len(commitment.text) for place in part.commitment_places)
        assert all(0 <= place.start <= place.end <= len(text) for place in part.decision_places)


def test_the_words_of_a_receipt_are_those_that_both_texts_have() -> None:
    """Promise and decision share "een premie voor zonnepanelen"."""
    receipt = explain(SOLAR, PREMIUM, among=DECISIONS, background=COMMITMENTS)
    words = [part for part in receipt.evidence if part.kind is EvidenceKind.WORDS]
    best = max(words, key=lambda part: part.contribution)
    assert SOLAR.text[best.commitment_start : best.commitment_end] == "zonnepanelen"
    assert receipt.decision_text[best.decision_start : best.decision_end] == "zonnepanelen"
    assert {"premie", "zonnepanelen", "gezinnen"} <= {word.lower() for word in receipt.words()}
    assert receipt.profile == PROFILES["default"].label
    assert dict(receipt.versions)["decisions"] == "5"
    assert "zonnepanelen" in repr(receipt)


def test_parts_of_words_match_too() -> None:
    """A compound is evidence for its part, and the note names both words."""
    decision = Decision(id="d", title="Fietsbruggen")
    receipt = explain(BRIDGE, decision, among=[decision, PREMIUM])
    assert any(part.note == "fietsbrug ~ fietsbruggen" for part in receipt.evidence)


def test_a_background_that_is_alike_takes_off() -> None:
    """The commitments of other sections that the decision resembles are named, with what they take off."""
    other = Commitment(id="c-other", section="9", text="De premie voor zonnepanelen loopt af.")
    receipt = explain(SOLAR, PREMIUM, among=DECISIONS, background=[other, BRIDGE])
    taken = {part.note: part.contribution for part in receipt.evidence if part.kind is EvidenceKind.ELSEWHERE}
    assert taken["also like c-other"] < 0


def test_the_kind_of_decision_is_told() -> None:
    """An appointment loses for being one, and the receipt points at the word that tells."""
    promise = Commitment(id="c", text="We versterken de gouverneur.")
    receipt = explain(promise, APPOINTMENT, among=DECISIONS)
    part = next(part for part in receipt.evidence if part.kind is EvidenceKind.DECISION_KIND)
    assert part.note == "appointment"
    assert part.contribution < 0
    assert receipt.decision_text[part.decision_start : part.decision_end] == "Benoem"


def test_a_step_is_told_which_step_lifts_it() -> None:
    """The receipt of a step that says little names the step that says more."""
    short = attrs.evolve(PREMIUM_FINAL, id="d-short", text="Definitieve goedkeuring van de premie voor zonnepanelen.")
    receipt = explain(SOLAR, short, among=[PREMIUM, short, CYCLING])
    part = next(part for part in receipt.evidence if part.kind is EvidenceKind.SIBLING)
    assert part.note == "step of the same file: d-premium"
    assert part.contribution > 0


def test_word_for_word_is_told() -> None:
    """A decision that says the promise as it is scores 1, and the receipt says why."""
    same = Decision(id="d", title=SOLAR.text)
    receipt = explain(SOLAR, same, among=[same, *DECISIONS])
    assert receipt.score == 1.0
    assert any(part.kind is EvidenceKind.WORD_FOR_WORD for part in receipt.evidence)


def test_small_matches_are_added_up() -> None:
    """A long text has one line for all that is too small to list."""
    text = " ".join(f"woord{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(60))
    decision = Decision(id="d", title="Lang", text=text)
    receipt = explain(Commitment(id="c", text=f"We {text}"), decision, among=[decision, PREMIUM])
    assert sum(part.kind is EvidenceKind.OTHER_WORDS for part in receipt.evidence) == 1
    assert len(receipt.evidence) < 40


def test_nothing_shared_gives_an_empty_receipt() -> None:
    """Score 0 has no evidence."""
    receipt = explain(SOLAR, CYCLING, among=[CYCLING, PREMIUM])
    assert (receipt.score, receipt.evidence) == (0.0, ())
    assert explain(EMPTY, PREMIUM, among=DECISIONS).score == 0.0
    assert receipt.words() == ()


def test_a_decision_must_be_among_the_decisions() -> None:
    """How rare a word is depends on the decisions, so an outsider is refused."""
    with pytest.raises(UnknownNameError, match="d-bridge"):
        explain(BRIDGE, CYCLING, among=[PREMIUM])


def test_a_receipt_that_does_not_add_up_is_refused() -> None:
    """The law is checked when a receipt is made."""
    part = Evidence(kind="base", contribution=0.2, commitment_places=[(0, 1)], decision_places=[(0, 1)])
    assert Receipt(commitment_id="c", decision_id="d", score=0.2, evidence=(part,)).score == 0.2
    with pytest.raises(InvalidValueError, match="add up"):
        Receipt(commitment_id="c", decision_id="d", score=0.5, evidence=(part,))


def test_the_difference_of_receipts_names_the_cause() -> None:
    """One more decision changes how rare words are: the number of decisions is named first, then what moved."""
    before = explain(SOLAR, PREMIUM, among=[PREMIUM, CYCLING])
    after = explain(SOLAR, PREMIUM, among=[PREMIUM, CYCLING, Decision(id="x", title="Zonnepanelen op scholen")])
    changes = diff(before, after)
    assert changes[0] == Change(what="decisions", before="2", after="3")
    assert "words: zonnepanelen" in [change.what for change in changes]
    assert diff(before, before) == ()


def test_a_receipt_becomes_rows() -> None:
    """One plain row for each part, with the words of both texts."""
    rows = explain(SOLAR, PREMIUM, among=DECISIONS).to_rows()
    assert {"kind", "contribution", "in_commitment", "in_decision", "note"} == set(rows[0])
    assert any(row["in_decision"] == "zonnepanelen" for row in rows)
