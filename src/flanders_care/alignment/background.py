"""The rest of the agreement, weighed against what is asked: which other sections a decision resembles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import attrs
import numpy as np

from flanders_care.alignment.formulas import Array
from flanders_care.alignment.tokens import Matrix
from flanders_care.model.commitment import Commitment

__all__ = ["Background", "group_by_section", "nearest_sections", "section_key"]

_BLOCK_CELLS = 4_000_000


def section_key(commitment: Commitment) -> tuple[str, str, str]:
    """Tell to which section a commitment belongs: its document and heading; one without either stands alone.

    Example:
        >>> section_key(Commitment(id="c1", text="We bouwen.", section="1.2 Gebouwen"))
        ('', '1.2 Gebouwen', '')
    """
    document = commitment.sources[0].document_id if commitment.sources else ""
    section = commitment.section or ""
    return (document, section, "" if document or section else commitment.id)


def group_by_section(commitments: Iterable[Commitment]) -> dict[tuple[str, str, str], list[Commitment]]:
    """Group commitments by section, the sections and the commitments in them in an order of their own."""
    groups: dict[tuple[str, str, str], list[Commitment]] = {}
    for commitment in sorted(commitments, key=lambda c: (section_key(c), c.id, c.text)):
        groups.setdefault(section_key(commitment), []).append(commitment)
    return groups


@attrs.frozen(kw_only=True, eq=False)
class Background:
    """For each decision the sections that it resembles most.

    Attributes:
        numbers: The number of each section.
        by_text: The number of the section in which a text stands.
        likeness: The highest likenesses of each decision to a section, best first: decisions by places.
        sections: The section at each place; -1 where there is none.
        neighbours: How many of them count.
    """

    numbers: dict[tuple[str, str, str], int]
    by_text: dict[str, int]
    likeness: Array
    sections: Array
    neighbours: int

    def section_of(self, commitments: Sequence[Commitment]) -> int:
        """Return the number of the section that these commitments belong to, -1 where it is not in the background."""
        for commitment in commitments:
            number = self.numbers.get(section_key(commitment), self.by_text.get(commitment.text, -1))
            if number >= 0:
                return number
        return -1

    def weights(self, own: int) -> Array:
        """Return the weight of each place in the mean over the nearest sections that are not `own`."""
        valid = (self.sections >= 0) & (self.sections != own)
        taken = valid & (np.cumsum(valid, axis=1) <= self.neighbours)
        return np.asarray(taken / np.maximum(taken.sum(axis=1, keepdims=True), 1))

    def elsewhere(self, own: int) -> Array:
        """Return the mean likeness of each decision to its nearest sections, without the section `own`."""
        return np.asarray((self.weights(own) * self.likeness).sum(axis=1))


def nearest_sections(rows: Matrix, columns: Matrix, keep: int) -> tuple[Array, Array]:
    """Find the nearest sections of each decision, in blocks that bound the memory.

    Args:
        rows: Sections by units, of length 1.
        columns: Units by decisions, of length 1.
        keep: How many to keep.

    Returns:
        Likenesses and section numbers, decisions by `keep`, best first; likeness 0 and number -1 where there is none.
    """
    decisions = columns.shape[1]
    likeness = np.zeros((keep, decisions), dtype=np.float32)
    sections = np.full((keep, decisions), -1, dtype=np.int32)
    step = max(1, _BLOCK_CELLS // max(1, decisions))
    for start in range(0, rows.shape[0], step):
        block: Any = (rows[start : start + step] @ columns).toarray()
        numbers = np.arange(start, start + block.shape[0], dtype=np.int32)[:, None]
        values = np.concatenate([likeness, block.astype(np.float32)])
        names = np.concatenate([sections, np.where(block > 0, numbers, -1).astype(np.int32)])
        order = np.argsort(-values, axis=0, kind="stable")[:keep]
        likeness = np.take_along_axis(values, order, axis=0)
        sections = np.take_along_axis(names, order, axis=0)
    return np.ascontiguousarray(likeness.T), np.ascontiguousarray(sections.T)
