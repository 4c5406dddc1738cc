"""Numbers in words: days of the month and years."""

from __future__ import annotations

import re

import pytest

from flanders_care.dutch.dates.words import DAY_WORDS, YEAR_WORDS, read_number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("één", 1),
        ("eerste", 1),
        ("tweede", 2),
        ("derde", 3),
        ("achtste", 8),
        ("negentiende", 19),
        ("twintigste", 20),
        ("drieëntwintigste", 23),
        ("eenendertig", 31),
        ("tweeduizend twintig", 2020),
        ("Tweeduizend en vijf", 2005),
        ("tweeduizendtweeëntwintig", 2022),
        ("negentienhonderd negenennegentig", 1999),
        ("2019", 2019),
    ],
)
def test_a_number_is_read(words: str, number: int) -> None:
    """Cardinals, ordinals, years and figures."""
    assert read_number(words) == number


def test_what_is_no_number() -> None:
    """Another word is a KeyError: the patterns never match one."""
    with pytest.raises(KeyError):
        read_number("zorg")


def test_the_patterns_match_whole_words() -> None:
    """A day goes up to thirty-one, a year in words needs its tens."""
    assert re.fullmatch(DAY_WORDS, "eenendertigste")
    assert re.fullmatch(DAY_WORDS, "tweeëndertig") is None
    assert re.fullmatch(YEAR_WORDS, "tweeduizend") is None
