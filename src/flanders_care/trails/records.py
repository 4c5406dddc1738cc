"""What following gives back: the trail of each promise, where was looked, and the way back."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import overload

import attrs

from flanders_care.diagnostics import Diagnostic
from flanders_care.dossier.dossier import Dossier
from flanders_care.fields import instance_of, text_field, tuple_of
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision, Step
from flanders_care.model.totals import Total
from flanders_care.rendering import diagnostics_html, label, some, table

_MOST_ROWS = 100


@attrs.frozen(kw_only=True)
class Search:
    """Where was looked, so that "nothing found" has bounds.

    Attributes:
        looked_through: In how many decisions.
        kinds: How many of each kind, in the order of the kinds.
        since: Day of the first dated decision, or `None`.
        up_to: Day of the last, or `None`.
        undated: How many decisions have no date.
        profile: Name and version of the profile that scored.
        threshold: From which score on a decision counts, in 0..1.
    """

    looked_through: int = attrs.field(validator=instance_of(int))
    kinds: tuple[tuple[str, int], ...] = attrs.field(default=(), validator=tuple_of(tuple))
    since: datetime.date | None = None
    up_to: datetime.date | None = None
    undated: int = attrs.field(default=0, validator=instance_of(int))
    profile: str = attrs.field(validator=text_field)
    threshold: float = attrs.field(validator=instance_of(float, int))

    def __str__(self) -> str:
        kinds = ", ".join(f"{count} {kind}" for kind, count in self.kinds) or "none of any kind"
        days = f" from {self.since} up to {self.up_to}" if self.up_to else ""
        return (
            f"in {self.looked_through} decisions ({kinds}){days}, with profile {self.profile} "
            f"and threshold {self.threshold:g}"
        )


@attrs.frozen(kw_only=True, repr=False)
class Trail:
    """A promise, the dossiers that carry it out, how far they came, and the money (Dutch: *spoor*).

    Attributes:
        commitment: The promise.
        dossiers: The dossiers with a decision at or above the threshold, best first; empty where none was found.
        scores: For each dossier the score of its best decision, in 0..1.
        step: The farthest step of the dossiers, or `None` where there is none.
        total: What is budgeted, awarded or paid in the dossiers, each euro once over all steps of a dossier. Sums that
            are only asked for or announced are left out with that reason.
        first_date: Day of the first dated decision of the dossiers, or `None`.
        last_date: Day of the last, or `None`.
        search: Where was looked.
    """

    commitment: Commitment
    dossiers: tuple[Dossier, ...] = attrs.field(default=(), validator=tuple_of(Dossier))
    scores: tuple[float, ...] = attrs.field(default=(), validator=tuple_of(float))
    step: Step | None = None
    total: Total = attrs.field(validator=instance_of(Total))
    first_date: datetime.date | None = None
    last_date: datetime.date | None = None
    search: Search = attrs.field(validator=instance_of(Search))

    @property
    def empty(self) -> bool:
        """Whether nothing was found."""
        return not self.dossiers

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """All decisions of the dossiers, in the order of the dossiers and of their steps."""
        return tuple(decision for dossier in self.dossiers for decision in dossier.decisions)

    def __str__(self) -> str:
        if self.empty:
            return f"no decision found {self.search}"
        days = f", {self.first_date} to {self.last_date}" if self.first_date else ""
        count = f"{len(self.dossiers)} dossier{'s' if len(self.dossiers) > 1 else ''}"
        return f"{count}, farthest step {self.step}{days}; {self.total.headline}"

    def __repr__(self) -> str:
        return f"<Trail {self.commitment.id}: {self}>"

    def _repr_html_(self) -> str:
        """Show the dossiers with their scores and steps, for notebooks."""
        shown, hidden = some(self.dossiers, _MOST_ROWS)
        rows = [
            (
                label(one.decisions[-1]) if one.decisions else one.id,
                str(len(one.decisions)),
                str(one.step),
                f"{score:.2f}",
            )
            for one, score in zip(shown, self.scores, strict=False)
        ]
        head, right = ("dossier", "decisions", "step", "score"), ("decisions", "score")
        return table(f"{self.commitment.text}: {self}", rows, head=head, right=right, hidden=hidden)


@attrs.frozen(kw_only=True)
class FundedDossier:
    """A dossier with money that serves none of the promises asked about.

    Attributes:
        dossier: The dossier.
        total: What is budgeted, awarded or paid in it, each euro once.
    """

    dossier: Dossier
    total: Total


@attrs.frozen(kw_only=True, repr=False)
class Trails(Sequence[Trail]):
    """The trails of promises, in the order asked, and the way back.

    Attributes:
        items: A trail for each commitment.
        without_promise: Dossiers with money that serve none of them, in the order of the dossiers.
        diagnostics: `against-promise`: decisions that may go against a promise, for a person to judge;
            `maybe-same-money`: equal sums to one recipient that are counted in two dossiers of a promise;
            `other-currency`: sums that are not in euro and stay out of the totals.
        search: Where was looked.
    """

    items: tuple[Trail, ...] = attrs.field(default=(), validator=tuple_of(Trail))
    without_promise: tuple[FundedDossier, ...] = attrs.field(default=(), validator=tuple_of(FundedDossier))
    diagnostics: tuple[Diagnostic, ...] = attrs.field(default=(), validator=tuple_of(Diagnostic))
    search: Search = attrs.field(validator=instance_of(Search))

    @overload
    def __getitem__(self, index: int) -> Trail: ...
    @overload
    def __getitem__(self, index: slice) -> Trails: ...
    def __getitem__(self, index: int | slice) -> Trail | Trails:
        """Return one trail, or some of them as `Trails`."""
        return attrs.evolve(self, items=self.items[index]) if isinstance(index, slice) else self.items[index]

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Trail]:
        return iter(self.items)

    @property
    def gaps(self) -> tuple[Trail, ...]:
        """The promises for which no decision was found."""
        return tuple(trail for trail in self.items if trail.empty)

    @property
    def without_money(self) -> tuple[Trail, ...]:
        """The promises with decisions and without a sum."""
        return tuple(trail for trail in self.items if not trail.empty and trail.total.amount is None)

    def for_section(self, section: str) -> Trails:
        """Return the trails of a section, named by its number (`"1.2.5"`) or by its whole heading."""
        return attrs.evolve(self, items=tuple(t for t in self.items if is_section(t.commitment.section, section)))

    def __repr__(self) -> str:
        lacking = f"{len(self.gaps)} without decision, {len(self.without_money)} without sum"
        return f"<Trails: {len(self.items)} promises, {lacking}>"

    def _repr_html_(self) -> str:
        """Show how far each promise came and its money, then the diagnostics, for notebooks."""
        shown, hidden = some(self.items, _MOST_ROWS)
        rows = [
            (
                trail.commitment.text,
                str(len(trail.dossiers)),
                str(trail.step or "no decision found"),
                str(trail.last_date or ""),
                str(trail.total.amount or ""),
            )
            for trail in shown
        ]
        head = ("promise", "dossiers", "step", "last date", "sum")
        found = table(repr(self)[1:-1], rows, head=head, right=("dossiers", "sum"), hidden=hidden)
        return found + diagnostics_html(self.diagnostics) if self.diagnostics else found


def is_section(heading: str | None, asked: str) -> bool:
    """Whether a heading is the one asked for, by its number (`"1.2.5"`) or whole."""
    return heading is not None and (heading == asked or heading.split(" ", 1)[0].rstrip(".") == asked.rstrip("."))
