"""Ranking and aligning: the laws of a score, and bad input."""

from __future__ import annotations

import math
import pickle
import random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.alignment.indexing import DecisionIndex, index
from flanders_care.alignment.profiles import PROFILES, Calibration
from flanders_care.alignment.ranking import align, best_pairs, rank, to_evidence
from flanders_care.alignment.siblings import Siblings
from flanders_care.errors import InvalidValueError, UnknownNameError
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision

from .samples import BRIDGE, CARE, COMMITMENTS, CYCLING, DECISIONS, EMPTY, PREMIUM, PREMIUM_FINAL, SOLAR

WORDS = st.lists(
    st.sampled_from("zorg premie zonnepanelen fietsbrug wachtlijst ouderenzorg Benoeming de 2024 plan".split()),  # noqa: SIM905
    max_size=8,
).map(" ".join)
COMMITMENT = st.builds(
    Commitment, id=st.sampled_from("abc"), text=WORDS, section=st.sampled_from([None, "1.1 Zorg", "1.2 Energie"])
)
DECISION = st.builds(Decision, id=st.sampled_from("defg"), title=WORDS, text=WORDS)
PROFILE = st.sampled_from(sorted(PROFILES))


@given(st.lists(COMMITMENT, max_size=4), st.lists(DECISION, max_size=6), st.randoms(), PROFILE)
def test_no_result_depends_on_the_order_of_the_inputs(
    commitments: list[Commitment], decisions: list[Decision], chance: random.Random, profile: str
) -> None:
    """Order: no result depends on the order of its inputs."""
    mixed, others = list(commitments), list(decisions)
    chance.shuffle(mixed)
    chance.shuffle(others)
    assert rank(mixed, others, profile=profile) == rank(commitments, decisions, profile=profile)
    key = lambda pair: (pair.commitment_id, pair.decision_id, pair.score)  # noqa: E731
    assert sorted(align(mixed, others), key=key) == sorted(align(commitments, decisions), key=key)


@given(COMMITMENT, st.lists(DECISION, min_size=1, max_size=6), st.lists(COMMITMENT, max_size=4), PROFILE)
def test_align_gives_the_first_of_rank(
    commitment: Commitment, decisions: list[Decision], background: list[Commitment], profile: str
) -> None:
    """One commitment has the same scores in `align` as in `rank`, the lift over siblings included."""
    built = index(decisions, background=background, profile=profile)
    ranked = [(item.decision.id, item.score) for item in rank([commitment], built) if item.score > 0]
    for top in (1, 3, 10):
        assert [(pair.decision_id, pair.score) for pair in align([commitment], built, top=top)] == ranked[:top]


@given(st.lists(COMMITMENT, max_size=5), st.lists(DECISION, max_size=5))
def test_a_pair_does_not_depend_on_what_else_is_asked(commitments: list[Commitment], decisions: list[Decision]) -> None:
    """The score of a pair is the same whether its commitment is asked alone or with others."""
    together = [(pair.commitment_id, pair.decision_id, pair.score) for pair in align(commitments, decisions)]
    alone = [(p.commitment_id, p.decision_id, p.score) for one in commitments for p in align([one], decisions)]
    assert together == alone


def test_each_promise_finds_its_decision() -> None:
    """Three promises of different sections are each served by the decision about them."""
    found = align(COMMITMENTS, DECISIONS, top=1, background=COMMITMENTS)
    assert [(pair.commitment_id, pair.decision_id) for pair in found] == [
        ("c-solar", "d-premium"),
        ("c-bridge", "d-bridge"),
        ("c-care", "d-homes"),
    ]


def test_rank_names_the_commitment_that_a_decision_serves_best() -> None:
    """Asked about several sections, each decision counts with its best one."""
    found = {item.decision.id: item.commitment for item in rank(COMMITMENTS, DECISIONS)}
    assert (found["d-premium"], found["d-bridge"], found["d-homes"]) == (SOLAR, BRIDGE, CARE)
    assert found["d-post"] is None


def test_the_promises_of_one_section_are_asked_together() -> None:
    """A section of two promises ranks the decisions about either above the rest."""
    pair = [attrs.evolve(SOLAR, section="1"), attrs.evolve(BRIDGE, section="1")]
    found = rank(pair, DECISIONS, background=COMMITMENTS)
    assert {item.decision.id for item in found[:3]} == {"d-premium", "d-premium-final", "d-bridge"}
    assert {item.decision.id: item.commitment for item in found}["d-bridge"] == pair[1]


def test_a_background_takes_off_what_others_are_served_by() -> None:
    """A decision that resembles another promise as much loses against one that does not."""
    other = Commitment(id="c-other", section="9 Andere", text="We keuren de premie voor zonnepanelen definitief goed.")
    plain = {item.decision.id: item.score for item in rank([SOLAR], DECISIONS, background=[BRIDGE])}
    weighed = {item.decision.id: item.score for item in rank([SOLAR], DECISIONS, background=[BRIDGE, other])}
    assert weighed["d-premium-final"] < plain["d-premium-final"]


def test_the_own_section_is_no_background() -> None:
    """What stands in the section that is asked about is not weighed against it, by section or by text."""
    behind = [BRIDGE, CARE, attrs.evolve(SOLAR, id="c-again"), SOLAR]
    without = rank([SOLAR], DECISIONS, background=[BRIDGE, CARE])
    assert rank([SOLAR], DECISIONS, background=behind) == without
    nameless = attrs.evolve(SOLAR, section=None)
    found = [item.score for item in rank([nameless], DECISIONS, background=behind)]
    assert found == [item.score for item in without]


def test_steps_of_one_file_follow_the_best() -> None:
    """A step that says little is found through the step that says all, and never passes it."""
    short = attrs.evolve(PREMIUM_FINAL, id="d-short", text="Definitieve goedkeuring van de premie voor zonnepanelen.")
    lone = attrs.evolve(PROFILES["default"], lift=0.0)
    decisions = [PREMIUM, short, CYCLING]
    followed = {item.decision.id: item.score for item in rank([SOLAR], decisions)}
    alone = {item.decision.id: item.score for item in rank([SOLAR], decisions, profile=lone)}
    assert alone["d-short"] <= followed["d-short"] <= followed["d-premium"]
    assert followed["d-premium"] == alone["d-premium"]


def test_an_index_is_taken_in_place_of_the_decisions() -> None:
    """An index gives the same as the decisions, also after pickling, and with another background."""
    built = index(DECISIONS, background=COMMITMENTS)
    again: DecisionIndex = pickle.loads(pickle.dumps(built))  # noqa: S301
    expected = rank([SOLAR], DECISIONS, background=COMMITMENTS)
    assert rank([SOLAR], built) == rank([SOLAR], again) == expected
    assert rank([SOLAR], index(DECISIONS), background=COMMITMENTS) == expected
    assert index(built) is built
    assert index(built, background=()).background is None
    assert len(built) == 5
    assert "3 promises behind" in repr(built)


def test_an_index_keeps_its_profile() -> None:
    """Asking an index with another profile is an error that names both."""
    built = index(DECISIONS, profile="bm25")
    assert rank([SOLAR], built)[0].decision == PREMIUM
    assert rank([SOLAR], built, profile="bm25") == rank([SOLAR], DECISIONS, profile="bm25")
    with pytest.raises(InvalidValueError, match="char-ngrams"):
        rank([SOLAR], built, profile="char-ngrams")
    with pytest.raises(InvalidValueError, match="default"):
        rank([SOLAR], built, profile=PROFILES["default"])


def test_a_profile_of_ones_own_can_be_passed() -> None:
    """A dependant passes a record in place of a name."""
    own = attrs.evolve(PROFILES["bm25"], name="own", k1=0.5)
    assert align([SOLAR], DECISIONS, profile=own).profile == f"own {own.version}"


def test_an_unknown_profile_is_refused() -> None:
    """The error lists the profiles."""
    with pytest.raises(UnknownNameError, match="bm25"):
        rank([SOLAR], DECISIONS, profile="best")


def test_top_needs_at_least_one() -> None:
    """No place at all is an error, not an empty answer."""
    with pytest.raises(InvalidValueError, match="top"):
        align([SOLAR], DECISIONS, top=0)


@pytest.mark.parametrize("profile", sorted(PROFILES))
@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n ",
        "!!! ---",
        "12 345",
        "de het een",
        "zorg " * 20_000,
        "a" * 50_000,
        "-".join(["ab"] * 20_000),
        "\ud800",
    ],
)
def test_odd_texts_are_no_trouble(text: str, profile: str) -> None:
    """Empty texts, texts without letters, one word repeated: a score in 0..1 and never a crash."""
    odd = Commitment(id="c", text=text)
    decisions = [Decision(id="d1", title=text), Decision(id="d1", title="zorg", text=text), Decision(id="d2", title="")]
    found = rank([odd, SOLAR], decisions, background=[odd, CARE], profile=profile)
    assert len(found) == 3
    assert all(0 <= item.score <= 1 for item in found)


def test_decisions_without_text_are_ranked_last() -> None:
    """A decision that has no passage at all is ranked all the same, also where it comes last or stands alone."""
    both = [attrs.evolve(SOLAR, section="1"), attrs.evolve(BRIDGE, section="1")]
    empty = Decision(id="z", title="")
    assert [item.decision for item in rank(both, [PREMIUM, empty])] == [PREMIUM, empty]
    assert [item.score for item in rank(both, [empty])] == [0.0]


def test_nothing_asked_or_nothing_to_find_gives_nothing() -> None:
    """No promises: every decision with score 0. No decisions: nothing."""
    assert [item.score for item in rank([], DECISIONS)] == [0.0] * 5
    assert rank([SOLAR], []) == ()
    assert len(align([SOLAR], [])) == 0
    assert len(align([], DECISIONS)) == 0
    assert len(align([EMPTY], DECISIONS)) == 0


def test_equal_ids_stay_apart() -> None:
    """Two decisions with one id are both ranked."""
    found = rank([SOLAR], [PREMIUM, attrs.evolve(CYCLING, id=PREMIUM.id)])
    assert [item.decision.title for item in found] == ["Premie voor zonnepanelen", "Fietsbrug Temse"]


def test_many_promises_are_searched_in_blocks() -> None:
    """More promises than fit in one block are answered in their order."""
    many = [attrs.evolve(COMMITMENTS[number % 3], id=f"c{number}") for number in range(50)]
    found = align(many, DECISIONS, top=1)
    assert [pair.commitment_id for pair in found] == [f"c{number}" for number in range(50)]
    assert len({pair.score for pair in found}) == 3


def test_a_floor_leaves_out_lower_scores() -> None:
    """Pairs below `at_least` are not given, and those above are all given."""
    built = index(DECISIONS)
    scores = [score for _, _, score in best_pairs(built, COMMITMENTS, top=9)]
    line = sorted(scores)[len(scores) // 2]
    kept = [score for _, _, score in best_pairs(built, COMMITMENTS, top=9, at_least=line)]
    assert sorted(kept) == [score for score in sorted(scores) if score >= line]
    assert not list(best_pairs(built, COMMITMENTS, top=9, at_least=1.0))


def test_evidence_is_the_way_back_from_a_score() -> None:
    """Score 0 and 1 are infinitely far; in between the logistic curve is turned round."""
    calibration = Calibration(intercept=-1.0, slope=2.0)
    assert to_evidence(0.5, calibration) == 0.5
    assert (to_evidence(0, calibration), to_evidence(1, calibration)) == (-math.inf, math.inf)


def test_decisions_without_siblings_have_none() -> None:
    """The siblings of nothing are nothing."""
    siblings = index([PREMIUM, PREMIUM_FINAL, CYCLING]).siblings
    assert isinstance(siblings, Siblings)
    origin, found = siblings.of(siblings.decisions[:0])
    assert (len(origin), len(found)) == (0, 0)
    assert index([PREMIUM, CYCLING]).siblings is None
