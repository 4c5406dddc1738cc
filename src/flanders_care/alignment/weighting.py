"""From counts to weights: the vectors of decisions and of what is asked, for each kind of profile."""

from __future__ import annotations

from typing import Any

import attrs
import numpy as np
import scipy.sparse as sp

from flanders_care.alignment.formulas import (
    Array,
    bm25_idf,
    bm25_saturation,
    damped_count,
    smooth_idf,
    unit_lengths,
)
from flanders_care.alignment.profiles import Profile
from flanders_care.alignment.tokens import Matrix

__all__ = ["Weighting", "weigh_decisions"]


@attrs.frozen(kw_only=True, eq=False)
class Weighting:
    """How counts of units in a text that asks become weights.

    Attributes:
        kind: `"tfidf"` or `"bm25"`.
        rarity: Inverse document frequency of each unit.
    """

    kind: str
    rarity: Array

    def query_rows(self, counts: Matrix) -> Matrix:
        """Weigh the units of texts that ask.

        With `"tfidf"` the rows have length 1, so that their product with a decision is the cosine. With `"bm25"` the
        weights of a row add up to 1, so that the product is the share of the highest BM25 score that the text can get.
        """
        weights = damped_count(counts.data) * self.rarity[counts.indices]
        if self.kind == "bm25":
            return _scale(counts, weights, _shares(counts, weights))
        return _scale(counts, weights, unit_lengths(_row_sums(counts, weights**2)))


def weigh_decisions(counts: Matrix, profile: Profile) -> tuple[Weighting, Matrix]:
    """Weigh the units of decisions.

    Args:
        counts: Decisions by units.
        profile: Says with which formulas.

    Returns:
        How to weigh what asks, and the weighted decisions by units.
    """
    frequency = np.bincount(counts.indices, minlength=counts.shape[1]).astype(np.float64)
    if profile.weighting == "bm25":
        lengths = np.asarray(counts.sum(axis=1)).ravel()
        mean = float(lengths.mean()) if lengths.sum() else 1.0
        rows = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
        weights = bm25_saturation(counts.data, lengths[rows], mean, profile.k1, profile.b)
        weighting = Weighting(kind="bm25", rarity=bm25_idf(frequency, counts.shape[0]).astype(np.float32))
        return weighting, _scale(counts, weights, np.ones(counts.shape[0]))
    weighting = Weighting(kind="tfidf", rarity=smooth_idf(frequency, counts.shape[0]).astype(np.float32))
    return weighting, weighting.query_rows(counts)


def _row_sums(counts: Matrix, values: Array) -> Array:
    rows = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    return np.bincount(rows, weights=values, minlength=counts.shape[0])


def _shares(counts: Matrix, weights: Array) -> Array:
    sums = _row_sums(counts, weights)
    return np.asarray(1.0 / np.where(sums > 0, sums, 1.0))


def _scale(counts: Matrix, weights: Array, factors: Array) -> Matrix:
    """Return the matrix with other weights, each row times its factor."""
    scaled: Any = weights * np.repeat(factors, np.diff(counts.indptr))
    return sp.csr_matrix((scaled.astype(np.float32), counts.indices, counts.indptr), shape=counts.shape)
