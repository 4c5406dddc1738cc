"""Decisions that are steps of one file share their evidence: what one stage carries out, the others carry out."""

from __future__ import annotations

import attrs
import numpy as np

from flanders_care.vectors import Array, Matrix, pairs_worth_a_look, row_products


@attrs.frozen(kw_only=True, eq=False)
class Siblings:
    """Pairs of decisions that are steps of one file, ordered by the first.

    Attributes:
        decisions: The decisions that have siblings, each once.
        starts: Where the siblings of each begin in `siblings`.
        siblings: The siblings, those of one decision behind one another.
    """

    decisions: Array
    starts: Array
    siblings: Array

    def best(self, values: Array) -> Array:
        """Return the highest value among the siblings of each decision in `decisions`, for each row of values."""
        return np.asarray(np.maximum.reduceat(values[:, self.siblings], self.starts, axis=1))

    def of(self, decisions: Array) -> tuple[Array, Array]:
        """Return the siblings of many decisions.

        Args:
            decisions: Numbers of decisions, in any order, also more than once.

        Returns:
            The place in `decisions` to which each sibling belongs, and the siblings.
        """
        if not len(decisions):
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        places = np.minimum(np.searchsorted(self.decisions, decisions), len(self.decisions) - 1)
        counts = np.diff(np.append(self.starts, len(self.siblings)))[places]
        counts[self.decisions[places] != decisions] = 0
        origin = np.repeat(np.arange(len(decisions)), counts)
        within = np.arange(len(origin)) - np.repeat(np.cumsum(counts) - counts, counts)
        return origin, self.siblings[self.starts[places][origin] + within]


def find_siblings(rows: Matrix, alike: float, telling: Array) -> Siblings | None:
    """Find for each decision those whose texts are so alike that they are steps of one file.

    Candidates share units that stand in few decisions; only those are compared in full, so that the cost grows with
    the number of decisions and not with its square.

    Args:
        rows: Decisions by units, of length 1.
        alike: Cosine at or above which two decisions belong together, in 0..1.
        telling: The numbers of the units that candidates are looked for with.

    Returns:
        The siblings, or `None` where no decision has one.
    """
    left, right = pairs_worth_a_look(rows, telling)
    near = row_products(rows, left, right) >= alike
    if not near.any():
        return None
    left, right = np.concatenate([left[near], right[near]]), np.concatenate([right[near], left[near]])
    order = np.lexsort((right, left))
    decisions, starts = np.unique(left[order], return_index=True)
    return Siblings(decisions=decisions, starts=starts, siblings=right[order])
