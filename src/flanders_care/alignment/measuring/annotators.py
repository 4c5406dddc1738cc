"""How far annotators agree: Cohen's weighted kappa for two, Krippendorff's ordinal alpha for any number."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import permutations

from flanders_care.errors import InvalidValueError


def weighted_kappa(first: Sequence[int], second: Sequence[int], *, power: int = 2) -> float | None:
    """Return Cohen's kappa with weights that grow with the distance between grades.

    Source: J. Cohen, Weighted kappa (1968).

    Args:
        first: Grades of one annotator.
        second: Grades of the other for the same items.
        power: 1 weighs distances as they are, 2 squared.

    Returns:
        1 for full agreement, 0 for agreement by chance, below 0 for worse; `None` where chance leaves nothing to
        disagree about (no items, or one grade only).

    Raises:
        InvalidValueError: If the annotators did not grade the same number of items.

    Example:
        >>> weighted_kappa([0, 0, 3, 3], [0, 3, 3, 3])
        0.5
    """
    if len(first) != len(second):
        raise InvalidValueError(f"weighted_kappa: {len(first)} grades and {len(second)} are not of the same items")
    seen = math.fsum(abs(a - b) ** power for a, b in zip(first, second, strict=True))
    ours, theirs = Counter(first), Counter(second)
    chance = math.fsum(abs(a - b) ** power * n * m for a, n in sorted(ours.items()) for b, m in sorted(theirs.items()))
    return 1.0 - seen * len(first) / chance if chance else None


def krippendorff_alpha(items: Iterable[Sequence[int | None]]) -> float | None:
    """Return Krippendorff's alpha for ordered grades by any number of annotators.

    Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), ordinal metric.

    Args:
        items: The grades that each item got; `None` where an annotator gave none. Items with fewer than two grades
            tell nothing and do not count.

    Returns:
        1 for full agreement, 0 for agreement by chance; `None` where there is nothing to disagree about.

    Example:
        >>> krippendorff_alpha([(0, 0), (1, 1), (3, 3), (2, None)])
        1.0
    """
    graded = [[grade for grade in item if grade is not None] for item in items]
    pairable = [grades for grades in graded if len(grades) > 1]
    totals = Counter(grade for grades in pairable for grade in grades)
    seen = math.fsum(
        _ordinal_distance(a, b, totals) / (len(grades) - 1) for grades in pairable for a, b in permutations(grades, 2)
    )
    size = totals.total()
    chance = math.fsum(
        _ordinal_distance(a, b, totals) * n * m for a, n in sorted(totals.items()) for b, m in sorted(totals.items())
    )
    return 1.0 - seen * (size - 1) / chance if chance else None


def _ordinal_distance(a: int, b: int, totals: Counter[int]) -> float:
    """Return the squared number of grades given between two ranks, counting each end half."""
    low, high = min(a, b), max(a, b)
    between = sum(count for grade, count in totals.items() if low <= grade <= high)
    return 0.0 if a == b else (between - (totals[a] + totals[b]) / 2) ** 2
