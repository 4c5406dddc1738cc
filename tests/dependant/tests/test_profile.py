"""The profile of minutes keeps the law of scores."""

from __future__ import annotations

import attrs
import pytest
from council_minutes import MINUTES
from hypothesis import given
from hypothesis import strategies as st

import flanders_care as fc
from flanders_care.testing import laws, strategies

DECISIONS = (
    fc.Decision(id="m1", title="Subsidie voor de scoutsgroep", text="De raad kent een subsidie toe."),
    fc.Decision(id="m2", title="Aanleg van een fietspad in de Dorpsstraat"),
    fc.Decision(id="m3", title="Benoeming van een financieel directeur"),
)
COMMITMENTS = (fc.Commitment(id="c1", text="We leggen fietspaden aan in alle dorpsstraten."),)


def rank(commitments: object, decisions: object) -> tuple[fc.Ranked, ...]:
    """Rank with our own profile."""
    return fc.rank(commitments, decisions, profile=MINUTES)  # type: ignore[arg-type]


def test_law_of_scores() -> None:
    """In 0..1, deterministic, identical texts highest."""
    laws.score(rank, COMMITMENTS, DECISIONS)
    assert rank(COMMITMENTS, DECISIONS)[0].decision.id == "m2"


@given(st.lists(strategies.decisions(), min_size=1, max_size=4, unique_by=lambda decision: decision.id))
def test_law_of_order(decisions: list[fc.Decision]) -> None:
    """No score depends on the order of the decisions."""
    laws.order(lambda given_order: {r.decision.id: r.score for r in rank(COMMITMENTS, given_order)}, decisions)


def test_index_is_pinned_to_its_profile() -> None:
    """An index that was built with our profile refuses to score with another."""
    built = fc.index(DECISIONS, profile=MINUTES)
    assert fc.rank(COMMITMENTS, built, profile=MINUTES)[0].decision.id == "m2"
    with pytest.raises(fc.FlandersCareError):
        fc.rank(COMMITMENTS, built, profile="bm25")
    assert attrs.evolve(MINUTES, version="2").label == "minutes 2"
