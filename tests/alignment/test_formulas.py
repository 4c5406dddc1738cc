"""Formulas: each against its definition, worked out by hand or by an independent implementation."""

from __future__ import annotations

import math

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.alignment.formulas import (
    bm25_idf,
    bm25_saturation,
    lifted,
    local_rarity,
    logistic,
    mean_of_best,
    reweighed_cosine,
    secant,
    smooth_idf,
    usual_likeness,
)
from flanders_care.alignment.indexing import DecisionIndex, index
from flanders_care.alignment.profiles import PROFILES
from flanders_care.alignment.signals import ask
from flanders_care.alignment.tokens import cut
from flanders_care.model.decision import decision_document
from flanders_care.vectors import Array, Matrix, damped_count, sparse_matrix, unit_lengths

from .samples import COMMITMENTS, DECISIONS

NUMBERS = st.floats(-30, 30)


def test_counts_and_rarities() -> None:
    """Log counts, the two inverse document frequencies and BM25's saturation, by hand."""
    assert damped_count(np.array([1.0, math.e])).tolist() == [1.0, 2.0]
    assert smooth_idf(np.array([9]), 9)[0] == 1.0
    assert bm25_idf(np.array([2]), 5)[0] == pytest.approx(math.log(1 + 3.5 / 2.5))
    assert bm25_saturation(np.array([2.0]), np.array([10.0]), 20.0, 1.2, 0.75)[0] == pytest.approx(
        2 / (2 + 1.2 * 0.625)
    )
    assert local_rarity(np.array([4, 0]), 4, 2.0).tolist() == [0.0, pytest.approx(math.log(5) ** 2)]


def test_lengths_and_means() -> None:
    """A row of zeros keeps its length; means take what there is."""
    assert unit_lengths(np.array([4.0, 0.0])).tolist() == [0.5, 1.0]
    assert usual_likeness(np.array([[0.5, 0.5, 0.0], [0.0, 0.0, 0.0]])).tolist() == [0.5, 0.0]
    assert mean_of_best(np.array([[1.0], [3.0], [2.0]]), 2).tolist() == [2.5]
    assert mean_of_best(np.array([[1.0], [3.0]]), 5).tolist() == [2.0]
    assert lifted(np.array([1.0, 3.0]), np.array([2.0, 2.0]), 0.5).tolist() == [1.5, 3.0]


@given(NUMBERS, st.floats(-5, 5), st.floats(0.1, 5))
def test_the_chord_leads_from_the_base_to_the_score(evidence: float, intercept: float, slope: float) -> None:
    """Base plus chord times evidence is the logistic score, and the chord is never negative."""
    base = 1 / (1 + math.exp(-intercept))
    chord = secant(evidence, intercept, slope)
    assert base + chord * evidence == pytest.approx(1 / (1 + math.exp(-(intercept + slope * evidence))), abs=1e-9)
    assert chord >= 0


def test_the_logistic_map_is_safe_for_any_size() -> None:
    """Huge evidence gives 0 and 1, without a warning."""
    assert logistic(np.array([-1e9, 0.0, 1e9, -np.inf, np.inf]), 0.0, 1.0).tolist() == [0.0, 0.5, 1.0, 0.0, 1.0]


def test_the_reweighed_cosine_is_that_of_the_multiplied_vectors() -> None:
    """Without copying the columns it gives what multiplying every vector gives."""
    rows, columns = np.array([[1.0, 2.0, 0.0]]), np.array([[3.0, 0.0], [1.0, 0.0], [5.0, 4.0]])
    weights = np.array([0.5, 2.0, 1.0])
    left, right = rows * weights, columns * weights[:, None]
    lengths = np.linalg.norm(left) * np.linalg.norm(right, axis=0)
    found = reweighed_cosine(_sparse(rows), _sparse(columns), weights)
    assert found == pytest.approx(left @ right / lengths)


def _sparse(dense: Array) -> Matrix:
    cells = [(row, column) for row in range(dense.shape[0]) for column in range(dense.shape[1]) if dense[row, column]]
    ends = np.searchsorted([row for row, _ in cells], range(dense.shape[0] + 1))
    data = np.array([dense[cell] for cell in cells])
    return sparse_matrix(data, np.array([column for _, column in cells]), ends, dense.shape)


@pytest.mark.parametrize("profile", ["char-ngrams", "bm25"])
def test_likeness_is_what_independent_implementations_give(profile: str) -> None:
    """Cosine of TF-IDF as scikit-learn computes it, and BM25 by the definition over the same counts."""
    built = index(DECISIONS, profile=attrs.evolve(PROFILES[profile], borrows_below=0))
    asked = ask(built, COMMITMENTS)
    found = built.whole.likeness(built.whole.weighting.query_rows(asked.counts))
    assert found == pytest.approx(_cosines(built) if profile == "char-ngrams" else _bm25(built), abs=1e-5)


def _dense_counts(built: DecisionIndex) -> tuple[Array, Array]:
    texts = [decision_document(decision).text for decision in built.decisions]
    decisions = built.whole.lexicon.counts(cut(texts).words()).toarray()
    return decisions, ask(built, COMMITMENTS).counts.toarray()


def _cosines(built: DecisionIndex) -> Array:
    text = pytest.importorskip("sklearn.feature_extraction.text")
    decisions, asked = _dense_counts(built)
    transformer = text.TfidfTransformer(sublinear_tf=True).fit(decisions)
    return np.asarray((transformer.transform(asked) @ transformer.transform(decisions).T).toarray())


def _bm25(built: DecisionIndex) -> Array:
    decisions, asked = _dense_counts(built)
    n, lengths = len(decisions), decisions.sum(axis=1)
    frequency = (decisions > 0).sum(axis=0)
    rarity = np.log(1 + (n - frequency + 0.5) / (frequency + 0.5))
    found = np.zeros((len(asked), n))
    for q, counts in enumerate(asked):
        weights = np.where(counts > 0, 1 + np.log(np.maximum(counts, 1)), 0) * rarity
        for d in range(n):
            saturated = decisions[d] / (decisions[d] + 1.2 * (0.25 + 0.75 * lengths[d] / lengths.mean()))
            found[q, d] = (weights * saturated).sum() / weights.sum()
    return found
