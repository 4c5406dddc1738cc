"""Enumerations cut into the parts that were announced."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.reading.enumerations import part_name, split_list


@pytest.mark.parametrize(
    ("words", "count", "parts"),
    [
        ("water, lucht en bodem", 3, ["water", "lucht", "bodem"]),
        ("water, lucht, bodem", 3, ["water", "lucht", "bodem"]),
        ("onderzoeks- en zorgprojecten en data", 2, ["onderzoeks- en zorgprojecten", "data"]),
        ("water en lucht en bodem", 2, ["water", "lucht en bodem"]),
        ("water, lucht en bodem, waarbij zorg telt", 3, ["water", "lucht", "bodem"]),
        ("water", 3, ["water"]),
        ("", 3, []),
        ("a en b en c en d en e en f en g en h en i en j en k en l en m", 3, list("abcdefghijklm")),
    ],
)
def test_parts(words: str, count: int, parts: list[str]) -> None:
    """As many parts as announced where the enumeration adds up; too many pieces are no enumeration of them."""
    assert [words[a:b] for a, b in split_list(words, count)] == parts


@given(st.text(alphabet="ab, en;-", max_size=60), st.integers(1, 5))
def test_parts_lie_in_the_words(words: str, count: int) -> None:
    """Parts stand in the words in order and do not overlap, whatever the words."""
    spans = split_list(words, count)
    assert all(0 <= start < end <= len(words) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))


def test_names_lose_their_article() -> None:
    """`tot slot het uitrollen` is `uitrollen`; an article alone stays."""
    assert [part_name(words) for words in ("tot slot het uitrollen", "onze kennis,", "de")] == [
        "uitrollen",
        "kennis",
        "de",
    ]
