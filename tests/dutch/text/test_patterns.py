"""Words that are one typing error away."""

from __future__ import annotations

import pytest

from flanders_care.dutch.text.patterns import near_miss


@pytest.mark.parametrize(
    ("word", "wanted", "near"),
    [
        ("miljoen", "miljoen", True),
        ("miljioen", "miljoen", True),
        ("mijloen", "miljoen", True),
        ("miljon", "miljoen", True),
        ("eruo", "euro", True),
        ("eurx", "euro", True),
        ("miloen", "miljoenen", False),
        ("menselijk", "miljoen", False),
    ],
)
def test_one_typing_error_is_forgiven(word: str, wanted: str, near: bool) -> None:
    """A letter more, less or other, or two swapped; no more than one of these."""
    assert near_miss(word, wanted) is near
