"""Places: whether a stretch of a text is taken."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flanders_care.dutch.names.stretches import Places


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 10)), max_size=8), st.integers(0, 50), st.integers(1, 10))
def test_places_tell_overlap(spans: list[tuple[int, int]], start: int, length: int) -> None:
    """Law: a stretch overlaps the taken ones exactly when it shares a character with one of them."""
    places = Places()
    taken: set[int] = set()
    for first, size in spans:
        if not places.overlap(first, first + size):
            places.add(first, first + size)
            taken.update(range(first, first + size))
    wanted = set(range(start, start + length))
    assert places.overlap(start, start + length) == bool(taken & wanted)


def test_places_tell_cover() -> None:
    """A stretch is covered when one taken reaches over it."""
    places = Places([(5, 10)])
    assert places.cover(6, 9)
    assert not places.cover(6, 12)
    assert not places.cover(0, 3)
