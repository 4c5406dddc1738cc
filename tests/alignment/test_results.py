"""Results: frozen sequences with scores in 0..1."""

from __future__ import annotations

import math

import pytest

from flanders_care.alignment.ranking import align
from flanders_care.alignment.results import Alignment, Alignments, Ranked
from flanders_care.errors import InvalidValueError

from .samples import PREMIUM, SOLAR

PAIRS = tuple(Alignment(commitment_id=c, decision_id="d", score=s) for c, s in (("a", 0.9), ("a", 0.2), ("b", 0.4)))


def test_alignments_are_a_sequence() -> None:
    """Length, items, slices and iteration are those of the pairs."""
    found = Alignments(items=PAIRS, profile="default 1")
    assert len(found) == 3
    assert found[0] == PAIRS[0]
    assert found[1:] == Alignments(items=PAIRS[1:], profile="default 1")
    assert tuple(found) == PAIRS
    assert repr(found) == "<Alignments: 3 pairs of 2 commitments>"


def test_alignments_can_be_narrowed() -> None:
    """To one commitment, or to a score."""
    found = Alignments(items=PAIRS)
    assert [pair.score for pair in found.for_commitment("a")] == [0.9, 0.2]
    assert [pair.score for pair in found.at_least(0.4)] == [0.9, 0.4]
    assert found.to_rows()[2] == {"commitment_id": "b", "decision_id": "d", "score": 0.4}


@pytest.mark.parametrize("score", [-0.1, 1.1, math.nan])
def test_scores_lie_in_0_to_1(score: float) -> None:
    """A score outside 0..1, or none at all, is refused."""
    with pytest.raises(InvalidValueError, match="score"):
        Alignment(commitment_id="c", decision_id="d", score=score)
    with pytest.raises(InvalidValueError, match="score"):
        Ranked(decision=PREMIUM, score=score)


def test_printed_alignments_show_words() -> None:
    """A printed answer says what was promised and decided, not only ids; without the words, the ids."""
    found = align([SOLAR], [PREMIUM])
    assert str(found) == f"{found[0].score:.2f}  {SOLAR.text}  →  {PREMIUM.title}"
    assert str(Alignments(items=PAIRS[:1])) == "0.90  a  →  d"
    assert str(Alignments()) == "<Alignments: 0 pairs of 0 commitments>"
    assert str(Alignments(items=PAIRS * 50)).endswith("\nand 50 more")
