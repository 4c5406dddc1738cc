"""Evaluation: against independent implementations, ties pessimistic."""

from __future__ import annotations

import itertools
import math

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.alignment.measuring.evaluation import (
    average_precision,
    best_f1,
    evaluate,
    ndcg,
    precision_at,
    reliability,
)
from flanders_care.alignment.ranking import align, rank
from flanders_care.errors import InvalidValueError

from .samples import DECISIONS, SOLAR

GRADES = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 3), max_size=8)
SCORES = st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from([0.1, 0.2, 0.5, 0.9]), max_size=8)
PAIRS = st.lists(st.tuples(st.sampled_from([0.0, 0.1, 0.35, 0.5, 0.95, 1.0]), st.booleans()), max_size=12)


@given(st.lists(st.integers(0, 3), min_size=1, max_size=9), st.integers(1, 5))
def test_ndcg_is_that_of_an_independent_implementation(grades: list[int], k: int) -> None:
    """Gain-based nDCG with gain `2**grade - 1` is the one that pytrec_eval computes on those gains."""
    oracle = pytest.importorskip("pytrec_eval")
    gains = {f"d{place}": 2**grade - 1 for place, grade in enumerate(grades)}
    run = {name: float(-place) for place, name in enumerate(gains)}
    found = oracle.RelevanceEvaluator({"q": gains}, {f"ndcg_cut.{k}"}).evaluate({"q": run})["q"][f"ndcg_cut_{k}"]
    assert (ndcg(grades, k) or 0.0) == pytest.approx(found)


@given(st.lists(st.integers(0, 3), min_size=1, max_size=9))
def test_average_precision_is_that_of_an_independent_implementation(grades: list[int]) -> None:
    """Average precision for grades of 2 and more is the one that scikit-learn computes without ties."""
    metrics = pytest.importorskip("sklearn.metrics")
    labels = [grade >= 2 for grade in grades]
    expected = metrics.average_precision_score(labels, range(len(grades), 0, -1)) if any(labels) else None
    assert average_precision(grades) == (None if expected is None else pytest.approx(expected))


@given(SCORES, GRADES)
def test_ties_are_counted_against_the_ranking(scores: dict[str, float], grades: dict[str, int]) -> None:
    """Of all orders that the scores allow, the measure is that of the worst."""
    found = evaluate(scores, grades, k=3)
    orders = (
        [
            [grades[name] for name in order]
            for order in itertools.permutations(sorted(grades))
            if all(_score(scores, a) >= _score(scores, b) for a, b in itertools.pairwise(order))
        ]
        if len(grades) <= 6
        else []
    )
    for order in orders:
        assert (found.average_precision or 0) <= (average_precision(order) or 0) + 1e-12
        assert (found.ndcg or 0) <= (ndcg(order, 3) or 0) + 1e-12
        assert found.precision <= precision_at(order, 3)


def _score(scores: dict[str, float], name: str) -> float:
    return scores.get(name, -math.inf)


def test_rankings_alignments_scores_and_ids_are_all_taken() -> None:
    """The same ranking in its four forms measures the same."""
    grades = {"d-premium": 3, "d-premium-final": 3, "d-bridge": 0, "d-post": 0}
    ranked = rank([SOLAR], DECISIONS)
    scores = {item.decision.id: item.score for item in ranked}
    expected = evaluate(ranked, grades)
    assert (expected.ndcg, expected.average_precision, expected.relevant, expected.labelled) == (1.0, 1.0, 2, 4)
    assert evaluate(scores, grades) == evaluate(align([SOLAR], DECISIONS), grades) == expected
    assert evaluate([item.decision.id for item in ranked], grades) == expected


def test_an_id_that_comes_twice_counts_with_its_highest_score() -> None:
    """Pairs of several commitments are one ranking by the best pair of each decision."""
    pairs = align([SOLAR], DECISIONS)
    low = attrs.evolve(pairs[0], score=0.0)
    assert evaluate([low, *pairs, low], {"d-premium": 3, "d-bridge": 0}).average_precision == 1.0


def test_measures_without_relevant_labels_are_none() -> None:
    """Nothing relevant: no nDCG and no average precision, and precision 0."""
    found = evaluate(["a"], {"a": 0, "b": 0})
    assert (found.ndcg, found.average_precision, found.precision) == (None, None, 0.0)


def test_bad_rankings_are_refused() -> None:
    """A score that is no number, a negative grade and an empty cut are errors."""
    with pytest.raises(InvalidValueError, match="not a number"):
        evaluate({"a": math.nan}, {"a": 1})
    with pytest.raises(InvalidValueError, match="grade"):
        evaluate({"a": 1.0}, {"a": -1})
    with pytest.raises(InvalidValueError, match="k needs"):
        evaluate({"a": 1.0}, {"a": 1}, k=0)


@given(PAIRS)
def test_best_f1_is_the_highest_over_all_thresholds(pairs: list[tuple[float, bool]]) -> None:
    """No threshold gives a higher F1, and the threshold named gives this one."""
    relevant = sum(label for _, label in pairs)

    def at(line: float) -> float:
        found = [label for score, label in pairs if score >= line]
        return 2 * sum(found) / (len(found) + relevant) if found or relevant else 0.0

    best = best_f1(pairs)
    assert best.f1 == pytest.approx(max([at(score) for score, _ in pairs], default=0.0))
    if relevant:
        assert best.f1 == pytest.approx(at(best.threshold))
        assert best.f1 == pytest.approx(2 * best.precision * best.recall / (best.precision + best.recall))


@given(PAIRS, st.integers(1, 12))
def test_the_reliability_table_holds_every_pair(pairs: list[tuple[float, bool]], bins: int) -> None:
    """The bins hold all pairs, and the error is the mean distance weighed by them."""
    table = reliability(pairs, bins=bins)
    assert sum(row.count for row in table.bins) == len(pairs)
    assert 0 <= table.error <= 1
    expected = 0.0
    for row in table.bins:
        inside = [p for p in pairs if row.low <= p[0] < row.high or (row.high == 1 and p[0] == 1)]
        assert row.count == len(inside)
        expected += abs(sum(score for score, _ in inside) - sum(label for _, label in inside))
    assert table.error == pytest.approx(expected / len(pairs) if pairs else 0.0)


def test_bad_reliability_is_refused() -> None:
    """Scores outside 0..1 and no bins are errors."""
    with pytest.raises(InvalidValueError, match=r"0\.\.1"):
        reliability([(1.5, True)])
    with pytest.raises(InvalidValueError, match="bins"):
        reliability([], bins=0)
