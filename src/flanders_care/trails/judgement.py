"""A person's verdicts beside our trails: where they agree, where they do not, and how far beyond chance.

A trail says what was decided, not whether a promise was kept: the verdict that it suggests is a first sorting, to be
judged by people and compared with them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import attrs

from flanders_care.alignment.measuring.annotators import krippendorff_alpha, weighted_kappa
from flanders_care.fields import instance_of, tuple_of
from flanders_care.model.assessment import Assessment, Verdict
from flanders_care.model.decision import Step
from flanders_care.trails.records import Trail

_SUGGESTED = {
    Step.FINAL: Verdict.FULFILLED,
    Step.RATIFICATION: Verdict.FULFILLED,
    Step.AWARD: Verdict.FULFILLED,
    Step.EXPLORATORY: Verdict.IN_PROGRESS,
    Step.CALL: Verdict.IN_PROGRESS,
    Step.DRAFT_PRINCIPLE: Verdict.IN_PROGRESS,
    Step.DRAFT_AFTER_ADVICE: Verdict.IN_PROGRESS,
}


def suggest_verdict(trail: Trail) -> Verdict:
    """Sort a trail on the scale of verdicts.

    Args:
        trail: Any trail.

    Returns:
        `fulfilled` where a dossier came to a final approval, a ratification or an award; `in_progress` where none came
        beyond notes, calls and drafts; `partially` where there are other decisions only; `not_fulfilled` where none
        was found. Never `not_checkable`.

    Example:
        >>> from flanders_care.trails.following import follow
        >>> from flanders_care.model.commitment import Commitment
        >>> suggest_verdict(follow([Commitment(id="c", text="We bouwen een brug.")], [])[0])
        <Verdict.NOT_FULFILLED: 'not_fulfilled'>
    """
    if trail.step is None:
        return Verdict.NOT_FULFILLED
    return _SUGGESTED.get(trail.step, Verdict.PARTIALLY)


@attrs.frozen(kw_only=True)
class Disagreement:
    """An assessment and the trail that suggests another verdict.

    Attributes:
        assessment: What the person judged.
        trail: What was found.
        suggested: What the trail suggests.
    """

    assessment: Assessment = attrs.field(validator=instance_of(Assessment))
    trail: Trail = attrs.field(validator=instance_of(Trail))
    suggested: Verdict = attrs.field(validator=instance_of(Verdict))


@attrs.frozen(kw_only=True)
class Comparison:
    """Assessments beside trails.

    Attributes:
        confusion: How often a person's verdict (first) stands beside a suggested one (second), both in the order of
            `Verdict`; pairs that do not occur are left out.
        kappa: Cohen's kappa between the assessors' verdicts and those suggested, with quadratic weights on the scale
            not fulfilled, in progress, partially, fulfilled; `None` where there is nothing to compare. Verdicts
            `not_checkable` do not count.
        alpha: Krippendorff's ordinal alpha among the assessors themselves; `None` where no promise has two verdicts.
        disagreements: Where the two differ, the farthest apart first.
        unmatched: Assessments of promises without a trail.
    """

    confusion: tuple[tuple[Verdict, Verdict, int], ...] = attrs.field(default=(), validator=tuple_of(tuple))
    kappa: float | None = None
    alpha: float | None = None
    disagreements: tuple[Disagreement, ...] = attrs.field(default=(), validator=tuple_of(Disagreement))
    unmatched: tuple[Assessment, ...] = attrs.field(default=(), validator=tuple_of(Assessment))


def compare(assessments: Iterable[Assessment], trails: Iterable[Trail]) -> Comparison:
    """Compare people's verdicts with those that trails suggest.

    Args:
        assessments: Any assessments, also several of one promise.
        trails: The trails.

    Returns:
        The confusion table, the agreement beyond chance, and the cases to look at.
    """
    by_id = {trail.commitment.id: trail for trail in trails}
    given = sorted(assessments, key=_order)
    pairs = [(a, by_id[a.commitment_id]) for a in given if a.commitment_id in by_id]
    cells = Counter((a.verdict, suggest_verdict(trail)) for a, trail in pairs)
    graded = [(a.verdict.grade, suggest_verdict(trail).grade) for a, trail in pairs]
    both = [(one, other) for one, other in graded if one is not None and other is not None]
    scale = list(Verdict)
    return Comparison(
        confusion=tuple((one, other, cells[one, other]) for one in scale for other in scale if cells[one, other]),
        kappa=weighted_kappa([one for one, _ in both], [other for _, other in both]),
        alpha=_among(given),
        disagreements=_disagreements(pairs),
        unmatched=tuple(a for a in given if a.commitment_id not in by_id),
    )


def _order(assessment: Assessment) -> tuple[str, ...]:
    day = "" if assessment.date is None else assessment.date.isoformat()
    return assessment.commitment_id, assessment.assessor, day, assessment.verdict, assessment.note


def _among(given: Sequence[Assessment]) -> float | None:
    """Agreement among assessors; of several verdicts of one person the last by date counts."""
    verdicts: dict[str, dict[str, Verdict]] = {}
    for assessment in given:
        verdicts.setdefault(assessment.commitment_id, {})[assessment.assessor] = assessment.verdict
    return krippendorff_alpha([v.grade for v in by_person.values()] for by_person in verdicts.values())


def _disagreements(pairs: Sequence[tuple[Assessment, Trail]]) -> tuple[Disagreement, ...]:
    found = [
        Disagreement(assessment=assessment, trail=trail, suggested=suggest_verdict(trail))
        for assessment, trail in pairs
        if assessment.verdict not in (suggest_verdict(trail), Verdict.NOT_CHECKABLE)
    ]
    return tuple(sorted(found, key=lambda d: (-_distance(d), _order(d.assessment))))


def _distance(disagreement: Disagreement) -> int:
    return abs((disagreement.assessment.verdict.grade or 0) - (disagreement.suggested.grade or 0))
