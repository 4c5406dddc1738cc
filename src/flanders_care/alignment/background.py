"""The rest of the agreement, weighed against what is asked: which other promises a decision resembles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import attrs
import numpy as np

from flanders_care.model.commitment import Commitment
from flanders_care.vectors import Array, Matrix

SectionKey = tuple[str, str, str]
_KEPT_FOR_EACH = 8
_BLOCK_CELLS = 2_000_000
_WORKERS = 2


def section_key(commitment: Commitment) -> SectionKey:
    """Tell to which section a commitment belongs: its document and heading; one without either stands alone.

    Example:
        >>> section_key(Commitment(id="c1", text="We bouwen.", section="1.2 Gebouwen"))
        ('', '1.2 Gebouwen', '')
    """
    document = commitment.sources[0].document_id if commitment.sources else ""
    section = commitment.section or ""
    return (document, section, "" if document or section else commitment.id)


@attrs.frozen(kw_only=True, eq=False)
class Background:
    """For each decision the commitments of the background that it resembles most.

    Attributes:
        commitments: The commitments, in an order of their own.
        numbers: The number of each section.
        by_text: The number of the section in which a text stands.
        sections: The number of the section of each commitment.
        nearest: The commitments that each decision resembles most, best first: decisions by places.
        likeness: Their likeness.
        neighbours: How many of them count.
    """

    commitments: tuple[Commitment, ...]
    numbers: dict[SectionKey, int]
    by_text: dict[str, int]
    sections: Array
    nearest: Array
    likeness: Array
    neighbours: int

    def section_of(self, commitments: Iterable[Commitment]) -> int:
        """Return the number of the section that these commitments belong to, -1 where it is not in the background."""
        for commitment in commitments:
            number = self.numbers.get(section_key(commitment), self.by_text.get(commitment.text, -1))
            if number >= 0:
                return number
        return -1

    def weights(self, own: int, chosen: Array | slice = slice(None)) -> Array:
        """Return the weight of each place in the mean over the nearest commitments outside the section `own`.

        Args:
            own: Number of a section, -1 for none.
            chosen: The decisions asked about; all if not given.
        """
        nearest = self.nearest[chosen]
        other = self.sections[nearest] != own
        taken = other & (np.cumsum(other, axis=1) <= self.neighbours)
        return np.asarray(taken / np.maximum(taken.sum(axis=1, keepdims=True), 1), dtype=np.float32)

    def elsewhere(self, own: int) -> Array:
        """Return the mean likeness of each decision to its nearest commitments outside the section `own`."""
        first = min(self.neighbours, self.nearest.shape[1])
        mean: Array = self.likeness[:, :first].mean(axis=1)
        changed = np.flatnonzero((self.sections[self.nearest[:, :first]] == own).any(axis=1))
        mean[changed] = (self.weights(own, changed) * self.likeness[changed]).sum(axis=1)
        return mean


def order_commitments(commitments: Iterable[Commitment]) -> tuple[Commitment, ...]:
    """Put commitments in an order that does not depend on how they came: by section, id and text."""
    return tuple(sorted(commitments, key=lambda c: (section_key(c), c.id, c.text)))


def weighed_against(
    commitments: Sequence[Commitment], decisions: Matrix, columns: Matrix, neighbours: int
) -> Background:
    """Find the nearest commitments of each decision, in blocks that bound the memory.

    Args:
        commitments: The commitments, in order.
        decisions: Decisions by units.
        columns: Units by commitments.
        neighbours: How many will count; some more are kept, for those of the section that is asked about are left out.
    """
    keep = min(neighbours * _KEPT_FOR_EACH, columns.shape[1])
    step = max(1, _BLOCK_CELLS // max(1, columns.shape[1]))
    nearest = np.zeros((decisions.shape[0], keep), dtype=np.int32)
    likeness = np.zeros((decisions.shape[0], keep), dtype=np.float32)

    def search(start: int) -> None:
        found: Any = (decisions[start : start + step] @ columns).toarray()
        best = np.argpartition(found, found.shape[1] - keep, axis=1)[:, -keep:] if keep < found.shape[1] else None
        best = np.broadcast_to(np.arange(keep), found.shape) if best is None else np.sort(best, axis=1)
        values = np.take_along_axis(found, best, axis=1)
        order = np.argsort(-values, axis=1, kind="stable")
        nearest[start : start + step] = np.take_along_axis(best, order, axis=1)
        likeness[start : start + step] = np.take_along_axis(values, order, axis=1)

    # each block fills rows of its own, and numpy lets go of the interpreter while it computes
    with ThreadPoolExecutor(_WORKERS) as workers:
        list(workers.map(search, range(0, decisions.shape[0] if keep else 0, step)))
    keys = [section_key(commitment) for commitment in commitments]
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    return Background(
        commitments=tuple(commitments),
        numbers=numbers,
        by_text={one.text: numbers[key] for one, key in reversed(list(zip(commitments, keys, strict=True)))},
        sections=np.array([numbers[key] for key in keys], dtype=np.int32),
        nearest=nearest,
        likeness=likeness,
        neighbours=neighbours,
    )
