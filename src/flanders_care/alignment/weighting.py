"""From counts to weights: the vectors of decisions and of what is asked, for each kind of profile."""

from __future__ import annotations

import attrs
import numpy as np

from flanders_care.alignment.formulas import bm25_idf, bm25_saturation, smooth_idf
from flanders_care.alignment.profiles import Profile
from flanders_care.vectors import Array, Matrix, damped_count, row_numbers, row_sums, sparse_matrix, unit_lengths


@attrs.frozen(kw_only=True, eq=False)
class Weighting:
    """How counts of units in a text that asks become weights.

    Attributes:
        kind: `"tfidf"` or `"bm25"`.
        rarity: Inverse document frequency of each unit, to the power of the profile.
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
            sums = row_sums(counts, weights)
            return _scale(counts, weights, 1.0 / np.where(sums > 0, sums, 1.0))
        return _scale(counts, weights, unit_lengths(row_sums(counts, weights**2)))


def weigh_decisions(counts: Matrix, profile: Profile, frequency: Array, documents: float) -> tuple[Weighting, Matrix]:
    """Weigh the units of decisions.

    Args:
        counts: Decisions by units.
        profile: Says with which formulas.
        frequency: In how many documents each unit stands, borrowed ones included.
        documents: How many documents that is out of.

    Returns:
        How to weigh what asks, and the weighted decisions by units.
    """
    if profile.weighting == "bm25":
        weighting = Weighting(kind="bm25", rarity=bm25_idf(frequency, documents).astype(np.float32))
        lengths = row_sums(counts, counts.data)
        mean = float(lengths.mean()) if lengths.sum() else 1.0
        weights = bm25_saturation(counts.data, lengths[row_numbers(counts)], mean, profile.k1, profile.b)
        return weighting, _scale(counts, weights, np.ones(counts.shape[0]))
    rarity = smooth_idf(frequency, documents) ** profile.rarity_power
    weighting = Weighting(kind="tfidf", rarity=rarity.astype(np.float32))
    return weighting, weighting.query_rows(counts)


def _scale(counts: Matrix, weights: Array, factors: Array) -> Matrix:
    """Return the matrix with other weights, each row times its factor."""
    scaled = weights * np.repeat(factors, np.diff(counts.indptr))
    return sparse_matrix(scaled.astype(np.float32), counts.indices, counts.indptr, counts.shape)
