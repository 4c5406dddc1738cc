"""Following a promise: from the commitment to the dossiers that carry it out, how far they came, and the money.

And the way back: money that no promise asked for, and decisions that may go against one. What is not found is said
with its bounds: in how many decisions, of which kinds, up to which day, with which profile and threshold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from flanders_care.alignment.covering import coverage
from flanders_care.alignment.indexing import DecisionIndex, index
from flanders_care.alignment.profiles import Profile
from flanders_care.alignment.results import Covered
from flanders_care.budget.funding import funding_lines
from flanders_care.budget.totals import total
from flanders_care.diagnostics import Diagnostic, Severity
from flanders_care.dossier.dossier import Dossier, farthest_step
from flanders_care.dossier.joining import dossiers
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision
from flanders_care.model.funding import FundingLine, Stage
from flanders_care.model.same.over_steps import join_steps
from flanders_care.model.totals import Total
from flanders_care.trails.against import against
from flanders_care.trails.records import FundedDossier, Search, Trail, Trails
from flanders_care.trails.repeated import repeated

#: Money that the government itself puts aside, grants or pays. What is asked for or announced is not there yet.
_COMMITTED = (Stage.BUDGETED, Stage.AWARDED, Stage.PAID)
_CURRENCY = "EUR"


def follow(
    commitments: Iterable[Commitment],
    decisions: Iterable[Decision] | DecisionIndex,
    *,
    threshold: float | None = None,
    background: Iterable[Commitment] | None = None,
    profile: str | Profile = "default",
) -> Trails:
    """Follow promises to the dossiers that carry them out, and to the euro.

    Args:
        commitments: What is promised.
        decisions: The decisions, or an index of them.
        threshold: From which score on a decision counts, in 0..1; that of the profile if not given.
        background: Other commitments, such as the whole agreement, that scores are weighed against.
        profile: Name of a shipped profile, or a `Profile`.

    Returns:
        A trail for each commitment in the order asked, empty ones with their bounds, and the way back.

    Raises:
        InvalidValueError: For a threshold outside 0..1.
        UnknownNameError: For the name of a profile that is not shipped.

    Example:
        >>> promise = Commitment(id="c1", text="We bouwen een brug over de Schelde.")
        >>> trails = follow([promise], [Decision(id="d1", title="Benoeming gouverneur")])
        >>> print(trails[0].empty, trails[0].search.looked_through)
        True 1
    """
    built = index(decisions, background=background, profile=profile)
    covered = coverage(commitments, built, threshold=threshold)
    search = _search(built, covered.threshold)
    files = dossiers(built)
    purse = _Purse(files)
    home = {decision.id: dossier for dossier in files for decision in dossier.decisions}
    items = tuple(_trail(one, home, purse, search) for one in covered.commitments)
    served = {dossier.id for trail in items for dossier in trail.dossiers}
    idle = (dossier for dossier in files if dossier.id not in served)
    spent = (FundedDossier(dossier=dossier, total=purse.total([dossier])) for dossier in idle)
    return Trails(
        items=items,
        without_promise=tuple(one for one in spent if one.total.amount is not None),
        diagnostics=(*against(covered.commitments, home), *repeated(items, home), *purse.diagnostics),
        search=search,
    )


def _search(built: DecisionIndex, threshold: float) -> Search:
    dated = sorted(decision.date for decision in built.decisions if decision.date)
    return Search(
        looked_through=len(built),
        kinds=tuple(sorted(Counter(decision.kind or "unknown" for decision in built.decisions).items())),
        since=dated[0] if dated else None,
        up_to=dated[-1] if dated else None,
        undated=len(built) - len(dated),
        profile=built.profile.label,
        threshold=threshold,
    )


def _trail(one: Covered, home: Mapping[str, Dossier], purse: _Purse, search: Search) -> Trail:
    best: dict[str, float] = {}
    for ranked in one.decisions:
        dossier = home[ranked.decision.id]
        best[dossier.id] = max(ranked.score, best.get(dossier.id, 0.0))
    files = {home[ranked.decision.id].id: home[ranked.decision.id] for ranked in one.decisions}
    order = sorted(files, key=lambda name: (-best[name], name))
    found = tuple(files[name] for name in order)
    days = [decision.date for dossier in found for decision in dossier.decisions if decision.date]
    return Trail(
        commitment=one.commitment,
        dossiers=found,
        scores=tuple(best[name] for name in order),
        step=farthest_step(dossier.step for dossier in found),
        total=purse.total(found),
        first_date=min(days, default=None),
        last_date=max(days, default=None),
        search=search,
    )


class _Purse:
    """The money of dossiers, read once a dossier and joined over its steps."""

    def __init__(self, files: Iterable[Dossier]) -> None:
        self._lines: dict[str, tuple[FundingLine, ...]] = {}
        self.diagnostics: list[Diagnostic] = []
        for dossier in files:
            joined = join_steps([funding_lines(decision) for decision in dossier.decisions])
            self._lines[dossier.id] = tuple(line for line in joined if line.amount.currency == _CURRENCY)
            self.diagnostics.extend(_foreign(line) for line in joined if line.amount.currency != _CURRENCY)

    def total(self, files: Iterable[Dossier]) -> Total:
        return total((line for dossier in files for line in self._lines[dossier.id]), stages=_COMMITTED)


def _foreign(line: FundingLine) -> Diagnostic:
    message = f"{line.amount} is not in euro and stays out of the totals; add it with its own rate"
    return Diagnostic.at(line.sources[0], "other-currency", message, Severity.INFO)
