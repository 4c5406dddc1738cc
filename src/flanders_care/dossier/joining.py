"""Which decisions are steps of one file.

A file changes its title on its way, and its sister has the same words: so likeness proposes and the procedure
disposes. Pairs come in order of likeness; two groups join when each decision of the one can be an earlier or later
step of each of the other.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

import attrs

from flanders_care.arguments import all_of
from flanders_care.dossier.dossier import Dossier, HoldsDecisions, farthest_step
from flanders_care.dossier.likeness import measure_likeness
from flanders_care.dossier.lineage import Lineage, may_follow, read_lineage
from flanders_care.dossier.steps import split_announcement
from flanders_care.model.decision import Decision, Step

#: From which likeness on two decisions are steps of one file. Set on labelled decisions; see docs/explanation/dossiers.
_SAME_FILE = 0.55
#: A note that explores, a call and an award share less of the procedure's own words by chance than two drafts do.
_SAME_FILE_LOOSE = 0.65
#: A draft that comes back once more without saying so; see `_comes_back`.
_SAME_DRAFT = 0.9
_SAME_DECREE = 0.85
_SOON = datetime.timedelta(days=300)


def dossiers(decisions: Iterable[Decision] | HoldsDecisions) -> tuple[Dossier, ...]:
    """Group decisions into the files that they are steps of, and read the step of each.

    Args:
        decisions: Any decisions, or an index of them; a step that is filled in already stands.

    Returns:
        Each decision in one dossier, most dossiers holding one; in order of their first date (undated ones first) and
        id. The result does not depend on the order of the decisions.

    Example:
        >>> draft = Decision(
        ...     id="a",
        ...     title="Bosdecreet",
        ...     text="Voorontwerp van decreet over bos  De Vlaamse Regering "
        ...     "keurt principieel het voorontwerp van Bosdecreet goed.",
        ...     date=datetime.date(2021, 7, 19),
        ... )
        >>> final = Decision(
        ...     id="b",
        ...     title="Bosdecreet",
        ...     text="Ontwerpdecreet over bos  Na advies van de Raad van "
        ...     "State keurt de Vlaamse Regering definitief het Bosdecreet goed.",
        ...     date=datetime.date(2022, 5, 13),
        ... )
        >>> [dossier.decision_ids for dossier in dossiers([final, draft])]
        [('a', 'b')]
    """
    listed: Any = decisions if isinstance(decisions, Iterable) else getattr(decisions, "decisions", decisions)
    ordered = sorted(all_of(Decision, listed, "decisions"), key=_identity)
    lineages = [read_lineage(decision) for decision in ordered]
    groups = _join(lineages, _proposals(ordered, lineages))
    found = (_dossier([ordered[i] for i in group], [lineages[i] for i in group]) for group in groups)
    return tuple(sorted(found, key=lambda dossier: _identity(dossier.decisions[0])))


def _identity(decision: Decision) -> tuple[str, ...]:
    day = "" if decision.date is None else decision.date.isoformat()
    return day, decision.id, decision.title, decision.text, decision.kind or "", decision.url or ""


def _proposals(ordered: Sequence[Decision], lineages: Sequence[Lineage]) -> list[tuple[float, int, int]]:
    """Pairs that are alike enough and can follow each other, most alike first."""
    parts = [split_announcement(decision) for decision in ordered]
    found: list[tuple[float, int, int]] = []
    for pair in measure_likeness([heading for heading, _ in parts], [summary for _, summary in parts]):
        alike = max(pair.texts, (pair.texts + pair.headings) / 2)
        if alike >= _SAME_FILE and _fit(lineages[pair.first], lineages[pair.second], alike):
            found.append((-alike, pair.first, pair.second))
    return sorted(found)


def _fit(one: Lineage, other: Lineage, alike: float) -> bool:
    """Whether two decisions that are alike can be steps of one file, in either order."""
    if may_follow(one, other) or may_follow(other, one):
        return alike >= (_SAME_FILE_LOOSE if _is_loose(one) or _is_loose(other) else _SAME_FILE)
    return _comes_back(one, other, alike)


def _is_loose(lineage: Lineage) -> bool:
    return lineage.step in (Step.EXPLORATORY, Step.CALL, Step.AWARD, Step.BUDGET)


def _comes_back(one: Lineage, other: Lineage, alike: float) -> bool:
    """A draft, or a decree on an agreement, that comes back soon and a little changed: sisters are less alike."""
    if one.step is not other.step or one.rung != other.rung or one.years != other.years:
        return False
    if one.date is None or other.date is None or not datetime.timedelta(0) < abs(other.date - one.date) <= _SOON:
        return False
    if one.step is Step.FINAL:
        return alike >= _SAME_DECREE and one.instrument == other.instrument == "decreet"
    return alike >= _SAME_DRAFT and one.step is Step.DRAFT_PRINCIPLE


def _join(lineages: Sequence[Lineage], proposals: Sequence[tuple[float, int, int]]) -> list[list[int]]:
    """Join groups along the proposals where every pair across them fits."""
    home = {place: [place] for place in range(len(lineages))}
    for negative, first, second in proposals:
        one, other = home[first], home[second]
        if one is other or not all(_fit(lineages[a], lineages[b], -negative) for a in one for b in other):
            continue
        one.extend(other)
        for place in other:
            home[place] = one
    return list({id(group): group for group in home.values()}.values())


def _dossier(decisions: Sequence[Decision], lineages: Sequence[Lineage]) -> Dossier:
    steps = [decision.step or lineage.step for decision, lineage in zip(decisions, lineages, strict=True)]
    undated = any(decision.date is None for decision in decisions)

    def place(i: int) -> tuple[int, tuple[str, ...]]:
        """By date; where one has none, by step first."""
        return (lineages[i].rung or 0) if undated else 0, _identity(decisions[i])

    order = sorted(range(len(decisions)), key=place)
    stepped = tuple(attrs.evolve(decisions[i], step=steps[i]) for i in order)
    reached = farthest_step(steps)
    assert reached is not None  # noqa: S101  # a dossier holds at least one decision
    return Dossier(id=f"dossier:{stepped[0].id}", decisions=stepped, step=reached)
