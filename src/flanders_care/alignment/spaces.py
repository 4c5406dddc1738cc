"""A space of units: what decisions and promises are compared in."""

from __future__ import annotations

from typing import Any

import attrs
import numpy as np

from flanders_care.alignment.lexicon import Lexicon, build_lexicon
from flanders_care.alignment.profiles import Profile, Units
from flanders_care.alignment.reference import Borrowed
from flanders_care.alignment.tokens import Words
from flanders_care.alignment.weighting import Weighting, weigh_decisions
from flanders_care.vectors import Array, Matrix

_FEW = 10


@attrs.frozen(kw_only=True, eq=False)
class Space:
    """Units with their weights, and what was indexed in them.

    Attributes:
        lexicon: The words known, and their units.
        weighting: How counts become weights.
        columns: Units by indexed texts, weighted.
        owners: The decision of each indexed text, where the texts are passages; `None` where they are decisions.
        decisions: The number of decisions; also those count that have no passage.
    """

    lexicon: Lexicon
    weighting: Weighting
    columns: Matrix
    owners: Array | None = None
    decisions: int = 0

    def likeness(self, rows: Matrix) -> Array:
        """Return the likeness of weighted rows to each decision; of its passages the best counts."""
        product: Any = rows @ self.columns
        if self.owners is None:
            return np.asarray(product.toarray())
        return _best_of_owner(product, self.owners, self.decisions)


def _best_of_owner(product: Any, owners: Array, width: int) -> Array:
    """Return for each row the highest value among the passages of each decision."""
    best = np.zeros((product.shape[0], width), dtype=np.float32)
    rows = np.repeat(np.arange(product.shape[0], dtype=np.int64), np.diff(product.indptr))
    np.maximum.at(best.reshape(-1), rows * width + owners[product.indices], product.data)
    return best


def build_space(words: Words, units: Units, profile: Profile, borrowed: Borrowed | None = None) -> tuple[Space, Matrix]:
    """Index decisions in a space of their own units.

    Args:
        words: The words of the decisions.
        units: What to count.
        profile: Says how to weigh, and which units are too common.
        borrowed: What stands beside a small collection, or `None`.

    Returns:
        The space, and the decisions in it by rows.
    """
    lexicon, found = _counted(words, units, borrowed)
    frequency, documents = _frequency(found, lexicon, borrowed)
    # units that stand in too many decisions tell none from another
    kept = np.flatnonzero(frequency <= max(_FEW, profile.most_common * documents))
    if len(kept) < len(lexicon.numbers):
        lexicon, found, frequency = lexicon.keep(kept), found[:, kept], frequency[kept]
    found.sort_indices()
    weighting, rows = weigh_decisions(found, profile, frequency, documents)
    return Space(lexicon=lexicon, weighting=weighting, columns=rows.T.tocsr()), rows


def _counted(words: Words, units: Units, borrowed: Borrowed | None) -> tuple[Lexicon, Any]:
    """Count the units of decisions, those that only the reference has included: what asks may hold them."""
    if borrowed is None:
        lexicon = build_lexicon(words.distinct, units)
        return lexicon, words.counts @ lexicon.of_word
    lexicon = borrowed.lexicon(units).extended(words.distinct)
    return lexicon, lexicon.counts(words)


def _frequency(counts: Matrix, lexicon: Lexicon, borrowed: Borrowed | None) -> tuple[Array, float]:
    """Return in how many documents each unit stands, and how many there are, borrowed ones included."""
    own = np.bincount(counts.indices, minlength=counts.shape[1])
    if borrowed is None:
        return own, counts.shape[0]
    return own + borrowed.documents * borrowed.unit_chances(lexicon), counts.shape[0] + borrowed.documents
