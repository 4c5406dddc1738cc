"""What alignment gives back: ranked decisions, pairs of a commitment and a decision with a score, what is covered."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, overload

import attrs

from flanders_care.errors import InvalidValueError
from flanders_care.fields import instance_of, tuple_of
from flanders_care.legible import shorten
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision
from flanders_care.rendering import label, some, table

_MOST_ROWS = 100
_MOST_LETTERS = 120


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
        titles: For a person: by id the first words of each promise and the title of each decision, as pairs in the
            order of the ids; without them the ids are shown. They are not compared.

    Example:
        >>> found = Alignments(items=(Alignment(commitment_id="c1", decision_id="d1", score=0.7),))
        >>> found.to_rows()
        [{'commitment_id': 'c1', 'decision_id': 'd1', 'score': 0.7}]
    """

    items: tuple[Alignment, ...] = attrs.field(default=(), validator=tuple_of(Alignment))
    profile: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))
    titles: tuple[tuple[str, str], ...] = attrs.field(default=(), eq=False, validator=tuple_of(tuple))

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

    def __str__(self) -> str:
        rows, hidden = self._told()
        lines = [f"{score}  {shorten(promise, 50)}  →  {shorten(decision, 60)}" for promise, decision, score, _ in rows]
        return "\n".join([*lines, f"and {hidden} more"] if hidden else lines or [repr(self)])

    def _repr_html_(self) -> str:
        """Show the pairs as a table of words, for notebooks."""
        rows, hidden = self._told()
        head = ("promise", "decision", "score", "decision id")
        return table(repr(self)[1:-1], rows, head=head, right=("score",), hidden=hidden)

    def _told(self) -> tuple[list[tuple[str, str, str, str]], int]:
        """The first pairs in words, and how many there are behind them."""
        titles = dict(self.titles)
        shown, hidden = some(self.items, _MOST_ROWS)
        return [
            (
                titles.get(one.commitment_id, one.commitment_id),
                titles.get(one.decision_id, one.decision_id),
                f"{one.score:.2f}",
                one.decision_id,
            )
            for one in shown
        ], hidden


@attrs.frozen(kw_only=True)
class Covered:
    """A commitment and the decisions found for it.

    Attributes:
        commitment: The commitment.
        decisions: The decisions at or above the threshold, best first; empty where none was found.
    """

    commitment: Commitment
    decisions: tuple[Ranked, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class Coverage:
    """What was found for each commitment, and what was looked through.

    Attributes:
        commitments: Each commitment with its decisions, in the order asked.
        unserved: The commitments for which nothing was found.
        idle: The decisions that serve none of the commitments, in the order of their ids.
        threshold: The score from which on a decision counts as found.
        looked_through: In how many decisions it looked.
        kinds: How many decisions of each kind, as pairs of kind and number, in the order of the kinds.
        up_to: Date of the last decision, or `None` where none has a date.
    """

    commitments: tuple[Covered, ...]
    unserved: tuple[Commitment, ...]
    idle: tuple[Decision, ...]
    threshold: float
    looked_through: int
    kinds: tuple[tuple[str, int], ...]
    up_to: datetime.date | None

    def __repr__(self) -> str:
        served = len(self.commitments) - len(self.unserved)
        among = f"{self.looked_through} decisions up to {self.up_to or 'no date'}"
        return (
            f"<Coverage: {served} of {len(self.commitments)} commitments served, "
            f"none found for {len(self.unserved)} among {among}>"
        )

    def _repr_html_(self) -> str:
        """Show each commitment with the best of its decisions, for notebooks."""
        shown, hidden = some(self.commitments, _MOST_ROWS)
        rows = [(one.commitment.text, str(len(one.decisions)), *_best(one)) for one in shown]
        head = ("promise", "decisions", "score", "best decision")
        return table(repr(self)[1:-1], rows, head=head, right=("decisions", "score"), hidden=hidden)


def _best(one: Covered) -> tuple[str, str]:
    best = one.decisions[:1]
    return (f"{best[0].score:.2f}", label(best[0].decision)) if best else ("", "none found")


def titles_of(records: Iterable[Commitment | Decision]) -> tuple[tuple[str, str], ...]:
    """Say promises and decisions in a few words, by their ids and in their order."""
    said = {record.id: shorten(label(record), _MOST_LETTERS) for record in records}
    return tuple(sorted(said.items()))
