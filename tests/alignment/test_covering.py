"""Coverage: which promises are served, which decisions serve none."""

from __future__ import annotations

import datetime

import pytest

from flanders_care.alignment.covering import coverage
from flanders_care.alignment.indexing import index
from flanders_care.alignment.profiles import PROFILES
from flanders_care.alignment.ranking import align
from flanders_care.errors import InvalidValueError
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision

from .samples import APPOINTMENT, BRIDGE, COMMITMENTS, CYCLING, DECISIONS, SOLAR

LOST = Commitment(id="c-lost", text="Doventolk.")


def test_coverage_goes_both_ways() -> None:
    """Each promise has its decisions above the threshold; the appointment serves none, the last promise has none."""
    found = coverage([*COMMITMENTS, LOST], DECISIONS, threshold=0.01)
    assert [one.commitment for one in found.commitments] == [*COMMITMENTS, LOST]
    assert {item.decision.id for item in found.commitments[0].decisions} >= {"d-premium", "d-premium-final"}
    assert found.unserved == (LOST,)
    assert APPOINTMENT in found.idle
    assert CYCLING not in found.idle


def test_coverage_says_where_it_looked() -> None:
    """None found among N decisions up to DATE: the number, the kinds and the last date are there."""
    found = coverage([LOST], DECISIONS)
    assert (found.looked_through, found.up_to) == (5, datetime.date(2021, 1, 15))
    assert found.kinds == (("mededeling", 1), ("nota", 3), ("unknown", 1))
    assert repr(found).endswith("none found for 1 among 5 decisions up to 2021-01-15>")


def test_the_threshold_is_that_of_the_profile() -> None:
    """Without a threshold, that of the profile holds, with a background another than without."""
    profile = PROFILES["default"]
    assert coverage([SOLAR], DECISIONS).threshold == profile.plain.single.threshold.score
    assert coverage([SOLAR], DECISIONS, background=[BRIDGE]).threshold == profile.threshold.score


def test_coverage_holds_all_pairs_above_the_threshold() -> None:
    """Coverage has the scores of `align`, without a limit on their number."""
    built = index(DECISIONS)
    pairs = [(p.decision_id, p.score) for p in align([SOLAR], built, top=99) if p.score >= 0.02]
    found = coverage([SOLAR], built, threshold=0.02)
    assert [(item.decision.id, item.score) for item in found.commitments[0].decisions] == pairs


def test_a_threshold_of_one_keeps_what_is_word_for_word() -> None:
    """Only a decision that says the promise as it is reaches 1."""
    same = Decision(id="same", title=SOLAR.text)
    found = coverage([SOLAR], [same, *DECISIONS], threshold=1.0)
    assert [item.decision for item in found.commitments[0].decisions] == [same]


def test_commitments_with_one_id_stay_apart() -> None:
    """Two commitments with one id are covered each by its own decisions."""
    twin = Commitment(id=SOLAR.id, text=LOST.text)
    found = coverage([SOLAR, twin], DECISIONS, threshold=0.01)
    assert found.commitments[0].decisions
    assert not found.commitments[1].decisions


def test_a_threshold_lies_in_0_to_1() -> None:
    """A threshold of 70 is an error, not an empty answer."""
    with pytest.raises(InvalidValueError, match="70"):
        coverage([SOLAR], DECISIONS, threshold=70)


def test_nothing_to_look_through_finds_nothing() -> None:
    """No decisions: every promise is unserved and nothing is idle."""
    found = coverage([SOLAR], [])
    assert (found.unserved, found.idle, found.up_to) == ((SOLAR,), (), None)
