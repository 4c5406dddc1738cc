"""Small collections: what they borrow from the reference, and that large ones borrow nothing."""

from __future__ import annotations

import math
import pickle

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.alignment.explaining import explain
from flanders_care.alignment.formulas import (
    borrowed_share,
    chance_of_any,
    expected_likeness,
    pool_chance,
    typical_length,
)
from flanders_care.alignment.indexing import DecisionIndex, index
from flanders_care.alignment.lexicon import build_lexicon
from flanders_care.alignment.profiles import PROFILES, Units
from flanders_care.alignment.ranking import align, rank
from flanders_care.alignment.reference import borrow, read_reference
from flanders_care.dutch.text.words import stop_words, word_stems
from flanders_care.model.decision import Decision
from flanders_care.vectors import sparse_matrix

from .samples import COMMITMENTS, DECISIONS, HOMES, PREMIUM, SOLAR

DEFAULT = PROFILES["default"]
ALONE = attrs.evolve(DEFAULT, borrows_below=0)


def _many(count: int) -> list[Decision]:
    """Make decisions about a few subjects, each with a number of its own."""
    subjects = ("premie zonnepanelen gezinnen", "fietsbrug Schelde", "wachtlijst ouderenzorg", "benoeming bestuur")
    return [
        Decision(id=f"m{number:04}", title=f"{subjects[number % 4]} dossier{number}", text="De regering beslist.")
        for number in range(count)
    ]


def _rarity(built: DecisionIndex, unit: str) -> float:
    return float(built.whole.weighting.rarity[built.whole.lexicon.numbers[unit]])


def test_the_reference_holds_words_with_their_counts() -> None:
    """Every word once, in 3 or more of the decisions and not in all, no stop words; *subsidie* is no rare word."""
    reference = read_reference()
    counts = dict(zip(reference.words, reference.frequency.tolist(), strict=True))
    assert len(counts) == len(reference.words)
    assert min(counts.values()) >= 3
    assert max(counts.values()) < reference.documents == 4298
    assert not stop_words().intersection(counts)
    assert counts["vlaamse"] > counts["subsidie"] > counts["zonnepanelen"]


@given(st.integers(0, 3000), st.integers(1, 2000))
def test_the_fewer_decisions_the_more_is_borrowed(decisions: int, enough: int) -> None:
    """The share lies in 0..1, falls with the number of decisions, and is 0 from `enough` on."""
    share = borrowed_share(decisions, enough)
    assert 0 <= borrowed_share(decisions + 1, enough) <= share <= 1
    assert (share == 0) == (decisions >= enough)
    assert borrowed_share(decisions, 0) == 0


def test_the_formulas_by_hand() -> None:
    """Chances, lengths and the expected likeness against sums that a person can follow."""
    words = sparse_matrix(np.ones(3), np.array([0, 0, 1]), np.array([0, 1, 3]), (2, 2))
    assert chance_of_any(words, np.array([0.5, 0.2])).tolist() == pytest.approx([1 - 0.5 * 0.8, 0.2])
    assert typical_length(np.array([3.0, 4.0]), np.array([1.0, 0.5])) == pytest.approx(math.sqrt(9 + 8))
    one = sparse_matrix(np.array([0.4]), np.array([1]), np.array([0, 1, 1]), (2, 2))
    # one word alone: every document that has it is as alike as the word weighs
    assert expected_likeness(one, np.array([0.9, 0.1])).tolist() == pytest.approx([0.4, 0.0])
    assert pool_chance(np.array([0.1, 0.1, 0.5]), np.array([0.0, 0.5, 0.5])).tolist() == pytest.approx([0.1, 0.6, 1.0])


def test_a_thousand_decisions_borrow_nothing() -> None:
    """From 1,000 decisions on, every score is exactly what it is without the reference; with one fewer it borrows."""
    many = _many(1000)
    built = index(many)
    assert built.borrowed is None
    assert rank(COMMITMENTS, built) == rank(COMMITMENTS, many, profile=ALONE)
    assert tuple(align(COMMITMENTS, many)) == tuple(align(COMMITMENTS, many, profile=ALONE))
    assert index(many[:-1]).borrowed is not None


def test_nothing_is_borrowed_for_no_decisions_or_by_a_profile_that_says_so() -> None:
    """An empty collection has nothing to weigh; `borrows_below=0` leaves the reference out."""
    assert borrow(0, DEFAULT) is None
    assert borrow(5, ALONE) is None
    assert rank([SOLAR], []) == ()


@pytest.mark.parametrize("profile", sorted(PROFILES))
def test_a_word_that_all_of_few_decisions_hold_keeps_its_rarity(profile: str) -> None:
    """*vlaamse* says less than *zonnepanelen* also where all decisions at hand hold both; neither is left out."""
    same = [Decision(id=f"d{number}", title="Vlaamse premie voor zonnepanelen") for number in range(40)]
    built = index(same, profile=attrs.evolve(PROFILES[profile], most_common=0.95))
    common, rare = (
        (" vlaa", " zonn")
        if profile != "bm25"
        else tuple("=" + word_stems(word, "dutch")[0] for word in ("vlaamse", "zonnepanelen"))
    )
    assert _rarity(built, rare) > _rarity(built, common)


def test_what_asks_keeps_the_words_that_no_decision_has() -> None:
    """A word of the promise that no decision holds takes likeness off, as it does in a large collection."""
    longer = attrs.evolve(SOLAR, text=f"{SOLAR.text} Dat doen we met de haven, het onderwijs en de landbouw.")
    short, long = (rank([promise], DECISIONS)[0] for promise in (SOLAR, longer))
    assert short.decision == long.decision
    assert short.score > long.score


@given(st.integers(1, 30))
def test_other_decisions_change_a_score_little(others: int) -> None:
    """With one more decision on another subject or thirty, the score of a pair stays about the same."""
    pairs = [align([SOLAR], [PREMIUM, *_many(120)[3 : 4 * count : 4]])[0] for count in (1, others)]
    assert {pair.decision_id for pair in pairs} == {PREMIUM.id}
    assert abs(pairs[0].score - pairs[1].score) < 0.03


def test_a_lexicon_grows_behind_what_it_knows() -> None:
    """Extended by new words it counts what one built at once counts, and known units keep their numbers."""
    units = Units(gram_sizes=(3, 5), stems="dutch")
    known = build_lexicon(["zorg", "premie"], units)
    grown, whole = known.extended(["premie", "zorgpremie"]), build_lexicon(["zorg", "premie", "zorgpremie"], units)
    assert grown.words == whole.words
    assert set(grown.numbers) == set(whole.numbers)
    assert list(grown.numbers)[: len(known.numbers)] == list(known.numbers)
    order = [whole.numbers[unit] for unit in grown.numbers]
    assert (grown.of_word.toarray() == whole.of_word.toarray()[:, order]).all()


def test_receipts_of_small_collections_add_up_and_name_the_reference() -> None:
    """The score of `explain` is that of `align`; its versions say how much was borrowed."""
    receipt = explain(SOLAR, PREMIUM, among=[PREMIUM, HOMES], background=COMMITMENTS)
    best = align([SOLAR], [PREMIUM, HOMES], background=COMMITMENTS)[0]
    assert receipt.score == best.score == pytest.approx(math.fsum(part.contribution for part in receipt.evidence))
    assert dict(receipt.versions)["reference"] == "4298.0 decisions, 8503 words"
    assert dict(explain(SOLAR, PREMIUM, among=index([PREMIUM], profile=ALONE)).versions)["reference"] == "none"


def test_an_index_that_borrows_pickles() -> None:
    """A pickled index gives the same scores."""
    built = index(DECISIONS)
    assert rank(COMMITMENTS, pickle.loads(pickle.dumps(built))) == rank(COMMITMENTS, built)  # noqa: S301
