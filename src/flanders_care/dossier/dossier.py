"""A dossier: the decisions that are steps of one file (Dutch: *dossier*, `dossier:Dossier` in OSLO)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Protocol

import attrs

from flanders_care.fields import instance_of, text_field, tuple_of
from flanders_care.model.decision import Decision, Step
from flanders_care.rendering import label, some, table

_MOST_ROWS = 100

_PROGRESS = (
    Step.OTHER,
    Step.POSITION,
    Step.REPORT,
    Step.APPOINTMENT,
    Step.EXPLORATORY,
    Step.CALL,
    Step.DRAFT_PRINCIPLE,
    Step.DRAFT_AFTER_ADVICE,
    Step.BUDGET,
    Step.FINAL,
    Step.RATIFICATION,
    Step.AWARD,
)


def farthest_step(steps: Iterable[Step]) -> Step | None:
    """Return the step that has come farthest.

    Args:
        steps: Steps of one file, or of several.

    Returns:
        The farthest, an award behind all approvals; `None` where there is no step.

    Example:
        >>> farthest_step([Step.FINAL, Step.DRAFT_PRINCIPLE])
        <Step.FINAL: 'final'>
    """
    return max(steps, key=_PROGRESS.index, default=None)


class HoldsDecisions(Protocol):
    """Anything that holds decisions, such as an index of them."""

    @property
    def decisions(self) -> Sequence[Decision]:
        """The decisions."""
        ...


@attrs.frozen(kw_only=True)
class Dossier:
    """Decisions that are steps of one file.

    Attributes:
        id: From the id of its first decision, so it stays when later steps are added.
        decisions: In order of date, each with its `step` filled in; undated ones stand where their step puts them.
        step: How far the file has come.
    """

    id: str = attrs.field(validator=text_field)
    decisions: tuple[Decision, ...] = attrs.field(validator=tuple_of(Decision))
    step: Step = attrs.field(validator=instance_of(Step))

    @property
    def decision_ids(self) -> tuple[str, ...]:
        """Ids of the decisions, in their order."""
        return tuple(decision.id for decision in self.decisions)

    @property
    def first_date(self) -> datetime.date | None:
        """Day of the first dated decision."""
        return min((d.date for d in self.decisions if d.date), default=None)

    @property
    def last_date(self) -> datetime.date | None:
        """Day of the last dated decision."""
        return max((d.date for d in self.decisions if d.date), default=None)

    def _repr_html_(self) -> str:
        """Show the steps in their order, for notebooks."""
        shown, hidden = some(self.decisions, _MOST_ROWS)
        rows = [(str(d.date or "undated"), str(d.step or ""), label(d), d.id) for d in shown]
        caption = f"Dossier {self.id}: as far as {self.step}"
        return table(caption, rows, head=("date", "step", "decision", "id"), hidden=hidden)
