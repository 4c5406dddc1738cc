"""Decisions that are steps of one file share their evidence: what one stage carries out, the others carry out."""

from __future__ import annotations

from typing import Any

import numpy as np
import scipy.sparse as sp

from flanders_care.alignment.tokens import Matrix

__all__ = ["sibling_shares"]

_RARE = 40
_SURE = 0.15


def sibling_shares(rows: Matrix, columns: Matrix, alike: float) -> Matrix:
    """Find for each decision those whose texts are so alike that they are steps of one file.

    Candidates share units that stand in few decisions; only those are compared in full, so that the cost grows with
    the number of decisions and not with its square.

    Args:
        rows: Decisions by units, of length 1.
        columns: The same, units by decisions.
        alike: Cosine at or above which two decisions belong together, in 0..1.

    Returns:
        Decisions by decisions: the share of each decision in the mean over its file, itself included; rows add to 1.
    """
    size = rows.shape[0]
    pairs = _candidates(rows, columns)
    left, right = pairs.nonzero()
    likeness = _row_products(rows, left, right)
    near = likeness >= alike
    left, right = np.concatenate([left[near], np.arange(size)]), np.concatenate([right[near], np.arange(size)])
    shares: Any = sp.csr_matrix((np.ones(len(left)), (left, right)), shape=(size, size))
    shares.data[:] = 1.0  # a decision that stood twice in the list counts once
    counts = np.diff(shares.indptr)
    shares.data /= np.repeat(np.maximum(counts, 1), counts)
    return shares


def _candidates(rows: Matrix, columns: Matrix) -> Matrix:
    """Return the pairs that agree on rare units."""
    frequency = np.diff(columns.indptr)
    rare = np.flatnonzero((frequency >= 2) & (frequency <= _RARE))
    products: Any = (rows[:, rare] @ columns[rare]).tocsr()
    products.data[products.data < _SURE] = 0
    products.eliminate_zeros()
    products.setdiag(0)
    products.eliminate_zeros()
    return products


def _row_products(rows: Matrix, left: Any, right: Any) -> Any:
    """Return the product of each pair of rows, some thousands of pairs at a time."""
    found = np.zeros(len(left))
    for start in range(0, len(left), 4096):
        chosen = slice(start, start + 4096)
        found[chosen] = np.asarray(rows[left[chosen]].multiply(rows[right[chosen]]).sum(axis=1)).ravel()
    return found
