"""A text with its broken words joined, and the way back to the raw text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

import attrs


@attrs.frozen(kw_only=True)
class Repaired:
    """A text with its broken words joined, and the way back.

    Attributes:
        text: The text as it was meant.
        removed: What was taken out, as raw offsets ``(start, end)`` in text order. Nothing was put in; a letter may
            have got its diaeresis back (``effici-ente`` is ``efficiënte``).

    Example:
        >>> mended = Repaired(text="de vermarkting ervan", removed=((10, 11),))
        >>> mended.to_raw(3, 14), mended.to_repaired(3, 15)
        ((3, 15), (3, 14))
    """

    text: str
    removed: tuple[tuple[int, int], ...] = ()
    _shifts: tuple[int, ...] = attrs.field(
        init=False, repr=False, eq=False, default=attrs.Factory(lambda self: _shifts(self.removed), takes_self=True)
    )
    _places: tuple[int, ...] = attrs.field(
        init=False, repr=False, eq=False, default=attrs.Factory(lambda self: _places(self.removed), takes_self=True)
    )

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Map a stretch of the repaired text to the raw text.

        Args:
            start: First character in ``text``.
            end: One past the last character in ``text``.

        Returns:
            The offsets in the raw text, without what was taken out at the edges; an empty stretch stays empty.
        """
        raw = self._raw(start)
        return raw, raw if end <= start else self._raw(end - 1) + 1

    def to_repaired(self, start: int, end: int) -> tuple[int, int]:
        """Map a stretch of the raw text to the repaired text.

        Args:
            start: First character in the raw text.
            end: One past the last character in the raw text.

        Returns:
            The offsets in ``text``; what was taken out maps to the place where it stood.
        """
        return self._mended(start), self._mended(end)

    def _raw(self, position: int) -> int:
        return position + self._shifts[bisect_right(self._places, position)]

    def _mended(self, position: int) -> int:
        done = bisect_left(self.removed, (position, position))
        shift = self._shifts[done]
        if done and self.removed[done - 1][1] > position:
            shift -= self.removed[done - 1][1] - position
        return position - shift


def _shifts(removed: tuple[tuple[int, int], ...]) -> tuple[int, ...]:
    """Return how many characters are gone before the first cut, after it, after the second..."""
    return tuple(accumulate((end - start for start, end in removed), initial=0))


def _places(removed: tuple[tuple[int, int], ...]) -> tuple[int, ...]:
    """Return where each cut lies in the mended text."""
    return tuple(start - shift for (start, _), shift in zip(removed, _shifts(removed), strict=False))
