"""Stretches of a text that are taken."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable


class Places:
    """Stretches of a text that are taken, to ask whether another one overlaps them.

    Args:
        stretches: ``(start, end)`` in text order, none overlapping.

    Example:
        >>> Places([(0, 5)]).overlap(4, 9)
        True
    """

    def __init__(self, stretches: Iterable[tuple[int, int]] = ()) -> None:
        self._stretches = sorted(stretches)

    def add(self, start: int, end: int) -> None:
        """Take one more stretch."""
        insort(self._stretches, (start, end))

    def overlap(self, start: int, end: int) -> bool:
        """Tell whether a stretch shares a character with one that is taken."""
        place = bisect_left(self._stretches, (end, end))
        return place > 0 and self._stretches[place - 1][1] > start

    def cover(self, start: int, end: int) -> bool:
        """Tell whether one that is taken covers the stretch, or all but its edges."""
        place = bisect_left(self._stretches, (end, end))
        return place > 0 and self._stretches[place - 1][0] <= start and self._stretches[place - 1][1] >= end
