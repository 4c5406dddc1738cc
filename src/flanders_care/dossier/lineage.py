"""Which decision can be a later step of the same file: the order of the steps, the dates, the instrument, the years.

Two drafts of one sister project or two years of one subsidy may share nearly every word. What keeps them apart is not
likeness but the procedure: a file is approved finally once, a decree does not become a decree after it was an order,
and the budget of 2022 is not that of 2023.
"""

from __future__ import annotations

import datetime

import attrs

from flanders_care.dossier.steps import read_step, split_announcement
from flanders_care.dutch.dates.words import MONTHS
from flanders_care.model.decision import Decision, Step
from flanders_care.regex import regex

#: The order in which steps come in a file. Steps that are not here stand alone.
_RUNGS = {
    Step.EXPLORATORY: 0,
    Step.CALL: 1,
    Step.DRAFT_PRINCIPLE: 4,
    Step.DRAFT_AFTER_ADVICE: 5,
    Step.FINAL: 6,
    Step.RATIFICATION: 7,
    Step.AWARD: 8,
    Step.BUDGET: 8,
}
#: A spatial plan is approved in principle three times: when it starts, provisionally, and before it becomes final.
_START_OF_PLAN, _PROVISIONAL_PLAN = 2, 3
_LONGEST_WAY = datetime.timedelta(days=1200)

_READ = 4000

_PLAN_START = regex(r"\b(?:startnota|startbeslissing|procesnota|opstart\s+(?:van\s+)?(?:het\s+)?geïntegreerde?)\b")
_PLAN_PROVISIONAL = regex(r"\bvoorlopige\s+(?:vaststelling|aanduiding|bescherming)\b")
_INSTRUMENT = regex(
    r"(?:voor)?ontwerp(?:en)?(?:besluit(?:en)?\b|decreet|\s+(?:van\s+)?(?:\w+\s+)?(?:\w*decreet|besluit)\b)"
    r"|afkondiging\s+van\s+het\s+\w*decreet"
)
_FULL_DATE = regex(rf"\b\d{{1,2}}\s+(?:{'|'.join(MONTHS)})\s+\d{{4}}\b")
_YEAR = regex(r"(?<![\d/.-])(?:19|20)\d\d(?![\d/])")


@attrs.frozen(kw_only=True)
class Lineage:
    """What a decision says of its place in a file.

    Attributes:
        step: Its step.
        rung: The place of the step in the order of a file, or `None` for steps that stand alone.
        date: Day of the meeting, or `None`.
        instrument: `"decreet"` or `"besluit"` where the heading names the draft of one, else `None`.
        years: Years that the heading names, those within full dates left out: full dates name older rules.
    """

    step: Step
    rung: int | None
    date: datetime.date | None
    instrument: str | None
    years: frozenset[int]


def read_lineage(decision: Decision) -> Lineage:
    """Read what a decision says of its place in a file.

    Example:
        >>> read_lineage(Decision(id="d", title="Ontwerpdecreet over de begroting 2022")).years
        frozenset({2022})
    """
    heading, summary = split_announcement(decision)
    heading = heading[:_READ].lower()
    step = read_step(decision)
    return Lineage(
        step=step,
        rung=_rung(step, heading, summary[:_READ].lower()),
        date=decision.date,
        instrument=_instrument(heading, step),
        years=frozenset(int(year) for year in _YEAR.findall(_FULL_DATE.sub(" ", heading))),
    )


def _rung(step: Step, heading: str, summary: str) -> int | None:
    if step is not Step.DRAFT_PRINCIPLE:
        return _RUNGS.get(step)
    if _PLAN_PROVISIONAL.search(heading):
        return _PROVISIONAL_PLAN
    return _START_OF_PLAN if _PLAN_START.search(heading) or _PLAN_START.search(summary) else _RUNGS[step]


def _instrument(heading: str, step: Step) -> str | None:
    named = _INSTRUMENT.findall(heading)
    if named:  # the long title stands last, and says most exactly what it is
        return "decreet" if "decreet" in named[-1] else "besluit"
    return "decreet" if step is Step.EXPLORATORY and "decreet" in heading else None


def may_follow(earlier: Lineage, later: Lineage) -> bool:
    """Tell whether one decision can be a later step of the file that another belongs to.

    Args:
        earlier: What the one says.
        later: What the other says.

    Returns:
        `False` where the order of the steps, the dates, the instrument or the years speak against it. Of two approvals
        of the same kind only the second approval in principle may come twice.
    """
    return (
        _steps_fit(earlier, later)
        and _dates_fit(earlier.date, later.date)
        and (earlier.instrument == later.instrument or earlier.instrument is None or later.instrument is None)
        and (not earlier.years or not later.years or not earlier.years.isdisjoint(later.years))
    )


def _steps_fit(earlier: Lineage, later: Lineage) -> bool:
    if earlier.rung is None or later.rung is None:
        return False
    if later.step in (Step.AWARD, Step.BUDGET):
        return earlier.step is Step.CALL or (later.step is Step.AWARD and earlier.step in _DRAFTS)
    if earlier.rung == later.rung:
        return earlier.step is Step.DRAFT_AFTER_ADVICE
    return earlier.rung < later.rung


_DRAFTS = (Step.DRAFT_PRINCIPLE, Step.DRAFT_AFTER_ADVICE)


def _dates_fit(earlier: datetime.date | None, later: datetime.date | None) -> bool:
    return earlier is None or later is None or datetime.timedelta(0) <= later - earlier <= _LONGEST_WAY
