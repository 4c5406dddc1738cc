"""How alignments and receipts look in a notebook: escaped, without scripts."""

from __future__ import annotations

from flanders_care.alignment.explaining import explain
from flanders_care.alignment.ranking import align
from flanders_care.alignment.results import Alignment, Alignments
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision

from .samples import COMMITMENTS, DECISIONS, PREMIUM, SOLAR

EVIL = "<script>alert('zonnepanelen')</script> zonnepanelen"


def test_alignments_are_a_table_with_bars() -> None:
    """A row for each pair with its score and a bar."""
    html = align(COMMITMENTS, DECISIONS)._repr_html_()
    assert html.startswith("<table>")
    assert "c-solar" in html
    assert "width:" in html


def test_long_alignments_say_how_many_are_not_shown() -> None:
    """A notebook shows a hundred pairs and the number of the rest."""
    pair = Alignment(commitment_id="c", decision_id="d", score=0.5)
    assert "and 50 more pairs" in Alignments(items=(pair,) * 150)._repr_html_()


def test_a_receipt_shows_both_texts_with_the_evidence_marked() -> None:
    """What both texts have is marked in both."""
    html = explain(SOLAR, PREMIUM, among=DECISIONS)._repr_html_()
    assert html.count(">zonnepanelen</mark>") == 3
    assert "background-color:#fff" not in html


def test_a_word_that_matches_twice_is_marked_once() -> None:
    """Where several words of the promise match one word of the decision it is marked once."""
    decision = Decision(id="d", title="Premie")
    html = explain(Commitment(id="c", text="premie premies"), decision, among=[decision, PREMIUM])._repr_html_()
    assert html.count("Premie</mark>") == 1


def test_texts_are_escaped() -> None:
    """A text with markup is shown as text."""
    decision = Decision(id="<b>d</b>", title=EVIL)
    html = explain(Commitment(id="c", text=EVIL), decision, among=[decision])._repr_html_()
    pairs = align([Commitment(id="c", text=EVIL)], [decision])._repr_html_()
    assert "<script>" not in html + pairs
    assert "<b>" not in pairs
