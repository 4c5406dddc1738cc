"""What was found in a text, in text order, so that what lies in a stretch of it or before a place is found at once."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import Protocol, TypeVar


class Placed(Protocol):
    """What begins somewhere in a text."""

    @property
    def start(self) -> int:
        """First character."""
        ...


P = TypeVar("P", bound=Placed)
START = attrgetter("start")
"""Where a thing begins, as key for `bisect`."""


class InOrder(tuple[P, ...]):
    """Things found in a text, by the place where they begin.

    Example:
        >>> names = InOrder((slice(3, 8), slice(20, 25), slice(40, 45)))
        >>> names.within(0, 40), names.before(30), names.before(30, since=21)
        ((slice(3, 8, None), slice(20, 25, None)), slice(20, 25, None), None)
    """

    __slots__ = ()

    def within(self, start: int, end: int) -> tuple[P, ...]:
        """Those that begin in a stretch of the text."""
        return self[bisect_left(self, start, key=START) : bisect_left(self, end, key=START)]

    def before(self, position: int, *, since: int = 0) -> P | None:
        """The last one that begins before a place, and not before `since`."""
        place = bisect_left(self, position, key=START) - 1
        return self[place] if place >= 0 and self[place].start >= since else None
