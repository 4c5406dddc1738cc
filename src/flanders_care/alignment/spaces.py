"""A space of units: what decisions and promises are compared in."""

from __future__ import annotations

from typing import Any

import attrs
import numpy as np

from flanders_care.alignment.profiles import Profile, Units
from flanders_care.alignment.sparse import Array, Matrix
from flanders_care.alignment.tokens import Lexicon, Words, build_lexicon
from flanders_care.alignment.weighting import Weighting, weigh_decisions

__all__ = ["Space", "build_space"]

_FEW = 10


@attrs.frozen(kw_only=True, eq=False)
class Space:
    """Units with their weights, and what was indexed in them.

    Attributes:
        lexicon: The words known, and their units.
        weighting: How counts become weights.
        columns: Units by indexed texts, weighted.
        owners: The decision of each indexed text, where the texts are passages; `None` where they are decisions.
    """

    lexicon: Lexicon
    weighting: Weighting
    columns: Matrix
    owners: Array | None = None

    def likeness(self, rows: Matrix) -> Array:
        """Return the likeness of weighted rows to each decision; of its passages the best counts."""
        product: Any = rows @ self.columns
        if self.owners is None:
            return np.asarray(product.toarray())
        return _best_of_owner(product, self.owners)


def _best_of_owner(product: Any, owners: Array) -> Array:
    """Return for each row the highest value among the passages of each decision."""
    width = int(owners[-1]) + 1 if len(owners) else 0
    best = np.zeros((product.shape[0], width), dtype=np.float32)
    rows = np.repeat(np.arange(product.shape[0], dtype=np.int64), np.diff(product.indptr))
    np.maximum.at(best.reshape(-1), rows * width + owners[product.indices], product.data)
    return best


def build_space(words: Words, units: Units, profile: Profile) -> tuple[Space, Matrix]:
    """Index decisions in a space of their own units.

    Args:
        words: The words of the decisions.
        units: What to count.
        profile: Says how to weigh, and which units are too common.

    Returns:
        The space, and the decisions in it by rows.
    """
    lexicon = build_lexicon(words.distinct, units)
    found: Any = words.counts @ lexicon.of_word
    kept = _telling(found, profile)
    if len(kept) < len(lexicon.numbers):
        lexicon, found = lexicon.keep(kept), found[:, kept]
    found.sort_indices()
    weighting, rows = weigh_decisions(found, profile)
    return Space(lexicon=lexicon, weighting=weighting, columns=rows.T.tocsr()), rows


def _telling(counts: Matrix, profile: Profile) -> Array:
    """Leave out the units that stand in so many decisions that they tell none from another."""
    frequency = np.bincount(counts.indices, minlength=counts.shape[1])
    return np.flatnonzero(frequency <= max(_FEW, profile.most_common * counts.shape[0]))
