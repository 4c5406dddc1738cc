"""What alignment gives back: ranked decisions, and pairs of a commitment and a decision with a score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, overload

import attrs

from flanders_care.errors import InvalidValueError
from flanders_care.fields import instance_of, tuple_of
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision

__all__ = ["Alignment", "Alignments", "Ranked"]


def _chance(instance: Any, attribute: attrs.Attribute[Any], value: float) -> None:
    # NaN fails both comparisons, so it does not pass either
    if not 0.0 <= value <= 1.0:
        raise InvalidValueError(f"{type(instance).__name__}.{attribute.name}: needs 0..1, not {value!r}")


@attrs.frozen(kw_only=True)
class Ranked:
    """A decision in a ranking.

    Attributes:
        decision: The decision.
        score: How well it carries out any of the commitments asked about, in 0..1.
        commitment: The commitment that it serves best; `None` only where it shares nothing with any.
    """

    decision: Decision
    score: float = attrs.field(validator=_chance)
    commitment: Commitment | None = None


@attrs.frozen(kw_only=True)
class Alignment:
    """One commitment and one decision.

    Attributes:
        commitment_id: Id of the commitment.
        decision_id: Id of the decision.
        score: How well the decision carries out the commitment, in 0..1.
    """

    commitment_id: str
    decision_id: str
    score: float = attrs.field(validator=_chance)


@attrs.frozen(kw_only=True, repr=False)
class Alignments(Sequence[Alignment]):
    """Pairs of commitments and decisions, best first for each commitment, in the commitments' order.

    Attributes:
        items: The pairs.
        profile: Name and version of the profile that scored them, such as `"default 2026.11.1"`.

    Example:
        >>> found = Alignments(items=(Alignment(commitment_id="c1", decision_id="d1", score=0.7),))
        >>> found.to_rows()
        [{'commitment_id': 'c1', 'decision_id': 'd1', 'score': 0.7}]
    """

    items: tuple[Alignment, ...] = attrs.field(default=(), validator=tuple_of(Alignment))
    profile: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))

    @overload
    def __getitem__(self, index: int) -> Alignment: ...
    @overload
    def __getitem__(self, index: slice) -> Alignments: ...
    def __getitem__(self, index: int | slice) -> Alignment | Alignments:
        """Return one pair, or some of them as `Alignments`."""
        if isinstance(index, slice):
            return attrs.evolve(self, items=self.items[index])
        return self.items[index]

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Alignment]:
        return iter(self.items)

    def for_commitment(self, commitment_id: str) -> Alignments:
        """Return the pairs of one commitment, best first."""
        return attrs.evolve(self, items=tuple(item for item in self.items if item.commitment_id == commitment_id))

    def at_least(self, score: float) -> Alignments:
        """Return the pairs with this score or a higher one (0..1)."""
        return attrs.evolve(self, items=tuple(item for item in self.items if item.score >= score))

    def to_rows(self) -> list[dict[str, Any]]:
        """Return one plain dictionary a pair, ready for a table or a data frame."""
        return [attrs.asdict(item) for item in self.items]

    def __repr__(self) -> str:
        commitments = len({item.commitment_id for item in self.items})
        return f"<Alignments: {len(self.items)} pairs of {commitments} commitments>"

    def _repr_html_(self) -> str:
        """Show the pairs as a table with bars, for notebooks."""
        from flanders_care.alignment.notebook import alignments_html

        return alignments_html(self)
