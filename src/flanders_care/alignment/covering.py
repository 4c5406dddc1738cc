"""Which promises no decision carries out, and which decisions carry out no promise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from flanders_care.alignment.indexing import DecisionIndex, build_index
from flanders_care.alignment.profiles import Profile
from flanders_care.alignment.ranking import best_pairs
from flanders_care.alignment.results import Coverage, Covered, Ranked
from flanders_care.arguments import all_of
from flanders_care.errors import InvalidValueError
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision, did_decide


def coverage(
    commitments: Iterable[Commitment],
    decisions: Iterable[Decision] | DecisionIndex,
    *,
    threshold: float | None = None,
    background: Iterable[Commitment] | None = None,
    profile: str | Profile = "default",
) -> Coverage:
    """Find for each commitment the decisions above a threshold, and the decisions that serve none.

    Below the threshold the answer is "none found among N decisions up to DATE", not a weak guess. What a council only
    noted, put off or was asked serves no promise.

    Args:
        commitments: What is promised.
        decisions: The decisions, or an index of them.
        threshold: Score in 0..1 from which on a decision counts; that of the profile if not given.
        background: Other commitments that scores are weighed against.
        profile: Name of a shipped profile, or a `Profile`.

    Returns:
        The coverage, both ways.

    Raises:
        InvalidValueError: For a threshold outside 0..1.
        UnknownNameError: For the name of a profile that is not shipped.

    Example:
        >>> promise = Commitment(id="c1", text="We bouwen een brug over de Schelde.")
        >>> coverage([promise], [Decision(id="d1", title="Benoeming gouverneur")])
        <Coverage: 0 of 1 commitments served, none found for 1 among 1 decisions up to no date>
    """
    built = build_index(decisions, background=background, profile=profile, singles=True)
    line = built.mixtures.single.threshold.score if threshold is None else threshold
    if not 0 <= line <= 1:
        raise InvalidValueError(f"coverage: threshold needs 0..1, not {line!r}")
    asked = tuple(all_of(Commitment, commitments, "commitments"))
    covered = _cover(asked, built, line)
    serving = {item.decision.id for one in covered for item in one.decisions}
    return Coverage(
        commitments=covered,
        unserved=tuple(one.commitment for one in covered if not one.decisions),
        idle=tuple(decision for decision in built.decisions if decision.id not in serving),
        threshold=line,
        looked_through=len(built),
        kinds=tuple(sorted(Counter(decision.kind or "unknown" for decision in built.decisions).items())),
        up_to=max((decision.date for decision in built.decisions if decision.date), default=None),
    )


def _cover(asked: tuple[Commitment, ...], built: DecisionIndex, line: float) -> tuple[Covered, ...]:
    served: list[list[Ranked]] = [[] for _ in asked]
    for row, column, score in best_pairs(built, asked, top=max(1, len(built)), at_least=line):
        if did_decide(built.decisions[column]):
            served[row].append(Ranked(decision=built.decisions[column], score=score, commitment=asked[row]))
    return tuple(Covered(commitment=one, decisions=tuple(found)) for one, found in zip(asked, served, strict=True))
