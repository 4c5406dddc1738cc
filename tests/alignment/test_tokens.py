"""Words of a piece of text."""

from __future__ import annotations

from flanders_care.alignment.tokens import words_of_piece


def test_words_of_a_piece() -> None:
    """Brackets and stops go, broken hyphens are mended."""
    assert list(words_of_piece("(gemid-deld).")) == ["gemiddeld"]
    assert list(words_of_piece("VMM")) == ["vmm"]
