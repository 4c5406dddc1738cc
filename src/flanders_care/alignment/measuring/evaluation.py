"""How good a ranking is, measured against graded labels; ties count against the ranking."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias, cast

import attrs

from flanders_care.alignment.results import Alignment, Ranked
from flanders_care.errors import InvalidValueError

RELEVANT = 2
"""From this grade on a decision counts as carrying out a promise, wherever a measure knows only yes and no."""

Ranking: TypeAlias = "Mapping[str, float] | Iterable[Ranked | Alignment | str]"


@attrs.frozen(kw_only=True)
class Evaluation:
    """What `evaluate` finds; `None` where a measure is not defined because no label is relevant.

    Attributes:
        ndcg: Normalised discounted cumulative gain of the first `k`, 0..1.
        average_precision: Mean precision at each decision of grade 2 or higher, 0..1.
        precision: Share of the first `k` with grade 2 or higher, 0..1.
        k: How many first decisions count.
        labelled: How many decisions have a label.
        relevant: How many of them have grade 2 or higher.
    """

    ndcg: float | None
    average_precision: float | None
    precision: float
    k: int
    labelled: int
    relevant: int


@attrs.frozen(kw_only=True)
class BestF1:
    """The threshold with the highest F1.

    Attributes:
        f1: The highest F1 over all thresholds, 0..1.
        threshold: The score from which on a pair counts as found; infinite where nothing is relevant.
        precision: Precision there.
        recall: Recall there.
    """

    f1: float
    threshold: float
    precision: float
    recall: float


@attrs.frozen(kw_only=True)
class Bin:
    """One row of a reliability table: the pairs whose score lies in `low..high`.

    Attributes:
        low: Lowest score of the bin.
        high: Highest score of the bin; it belongs to the next bin, except in the last one.
        count: Number of pairs.
        mean_score: Their mean score; `None` without pairs.
        share_relevant: Share of them that is relevant; `None` without pairs.
    """

    low: float
    high: float
    count: int
    mean_score: float | None
    share_relevant: float | None


@attrs.frozen(kw_only=True)
class Reliability:
    """Whether scores mean what they say.

    Attributes:
        bins: The table, from low scores to high ones.
        error: Expected calibration error: mean distance between score and share, weighed by the pairs, 0..1.
    """

    bins: tuple[Bin, ...]
    error: float


def evaluate(ranking: Ranking, grades: Mapping[str, int], *, k: int = 10) -> Evaluation:
    """Measure a ranking against graded labels.

    Only labelled decisions count. Where scores tie, the lower grade is put first: a method gains nothing from ties.
    A labelled decision that the ranking lacks comes last.

    Args:
        ranking: `Ranked` or `Alignment` items; or a mapping from decision id to score; or ids, best first. An id that
            comes more than once counts with its highest score.
        grades: Grade of each labelled decision, 0 or higher; 2 and 3 are relevant.
        k: How many first decisions nDCG and precision look at, at least 1.

    Returns:
        nDCG (gain `2**grade - 1`), average precision and precision at `k`.

    Raises:
        InvalidValueError: For a score that is no number, a negative grade, or a `k` below 1.

    Example:
        >>> found = evaluate(["d1", "d2", "d3"], {"d1": 3, "d2": 0, "d3": 2}, k=2)
        >>> round(found.ndcg, 3), round(found.average_precision, 3), found.precision
        (0.787, 0.833, 0.5)
    """
    if k < 1:
        raise InvalidValueError(f"evaluate: k needs at least 1, not {k!r}")
    ordered = _pessimistic(_scores(ranking), grades)
    return Evaluation(
        ndcg=ndcg(ordered, k),
        average_precision=average_precision(ordered),
        precision=precision_at(ordered, k),
        k=k,
        labelled=len(ordered),
        relevant=sum(grade >= RELEVANT for grade in ordered),
    )


def _scores(ranking: Ranking) -> dict[str, float]:
    scores: dict[str, float] = {}
    if isinstance(ranking, Mapping):
        scores = dict(cast("Mapping[str, float]", ranking))
    else:
        for place, item in enumerate(ranking):
            name, value = _named_score(item, place)
            scores[name] = max(value, scores.get(name, -math.inf))
    for name, value in scores.items():
        if math.isnan(value):
            raise InvalidValueError(f"evaluate: the score of {name} is not a number")
    return scores


def _named_score(item: Ranked | Alignment | str, place: int) -> tuple[str, float]:
    if isinstance(item, Ranked):
        return item.decision.id, item.score
    return (item.decision_id, item.score) if isinstance(item, Alignment) else (item, float(-place))


def _pessimistic(scores: Mapping[str, float], grades: Mapping[str, int]) -> list[int]:
    """Return the grades in the ranking's order, the lower grade first where scores tie."""
    for name, grade in grades.items():
        if grade < 0:
            raise InvalidValueError(f"evaluate: the grade of {name} needs 0 or more, not {grade!r}")
    pairs = sorted((-scores.get(name, -math.inf), grade) for name, grade in grades.items())
    return [grade for _, grade in pairs]


def ndcg(ordered: Sequence[int], k: int = 10) -> float | None:
    """Return normalised discounted cumulative gain of grades in ranked order; `None` where all grades are 0.

    Source: K. Järvelin, J. Kekäläinen, Cumulated gain-based evaluation of IR techniques (2002), with the gain
    `2**grade - 1` of C. Burges and others (2005).

    Example:
        >>> ndcg([3, 2, 0]), ndcg([0, 0])
        (1.0, None)
    """
    best = _gain(sorted(ordered, reverse=True), k)
    return _gain(ordered, k) / best if best else None


def _gain(ordered: Sequence[int], k: int) -> float:
    return math.fsum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(ordered[:k]))


def average_precision(ordered: Sequence[int]) -> float | None:
    """Return the mean precision at each relevant place; `None` where nothing is relevant.

    Source: C. Manning and others, Introduction to Information Retrieval (2008), 8.4.

    Example:
        >>> average_precision([2, 0, 3, 1])
        0.8333333333333333
    """
    places = [place for place, grade in enumerate(ordered, start=1) if grade >= RELEVANT]
    return math.fsum(hit / place for hit, place in enumerate(places, start=1)) / len(places) if places else None


def precision_at(ordered: Sequence[int], k: int) -> float:
    """Return the share of the first `k` places that is relevant; an empty place is not."""
    return sum(grade >= RELEVANT for grade in ordered[:k]) / k


def best_f1(pairs: Iterable[tuple[float, bool]]) -> BestF1:
    """Find the threshold with the highest F1 over pairs of score and label.

    Args:
        pairs: Score, and whether the pair is relevant. Pairs with one score are found together or not at all.

    Example:
        >>> best_f1([(0.9, True), (0.8, False), (0.7, True), (0.1, False)])
        BestF1(f1=0.8, threshold=0.7, precision=0.6666666666666666, recall=1.0)
    """
    ordered = sorted(pairs, key=lambda pair: -pair[0])
    relevant = sum(label for _, label in ordered)
    best = BestF1(f1=0.0, threshold=math.inf, precision=0.0, recall=0.0)
    hits = 0
    for place, (score, label) in enumerate(ordered, start=1):
        hits += label
        tied = place < len(ordered) and ordered[place][0] == score
        f1 = 2 * hits / (place + relevant)
        if not tied and f1 > best.f1:
            best = BestF1(f1=f1, threshold=score, precision=hits / place, recall=hits / relevant)
    return best


def reliability(pairs: Iterable[tuple[float, bool]], *, bins: int = 10) -> Reliability:
    """Compare scores with the share of relevant pairs, in bins of equal width.

    Source: M. Naeini, G. Cooper, M. Hauskrecht, Obtaining Well Calibrated Probabilities Using Bayesian Binning (2015).

    Args:
        pairs: Score in 0..1, and whether the pair is relevant.
        bins: Number of bins, at least 1.

    Returns:
        The table and the expected calibration error, 0 without pairs.

    Raises:
        InvalidValueError: For a score outside 0..1 or less than one bin.

    Example:
        >>> reliability([(0.75, True), (0.75, True), (0.75, True), (0.75, False)]).error
        0.0
    """
    if bins < 1:
        raise InvalidValueError(f"reliability: bins needs at least 1, not {bins!r}")
    members: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for score, label in pairs:
        if not 0 <= score <= 1:
            raise InvalidValueError(f"reliability: a score needs 0..1, not {score!r}")
        members[min(int(score * bins), bins - 1)].append((score, label))
    table = tuple(_bin(number, bins, found) for number, found in enumerate(members))
    total = sum(row.count for row in table)
    return Reliability(bins=table, error=math.fsum(map(_gap, table)) / total if total else 0.0)


def _gap(row: Bin) -> float:
    if row.mean_score is None or row.share_relevant is None:
        return 0.0
    return row.count * abs(row.mean_score - row.share_relevant)


def _bin(number: int, bins: int, found: Sequence[tuple[float, bool]]) -> Bin:
    count = len(found)
    return Bin(
        low=number / bins,
        high=(number + 1) / bins,
        count=count,
        mean_score=math.fsum(score for score, _ in found) / count if count else None,
        share_relevant=sum(label for _, label in found) / count if count else None,
    )
