"""Hostile text: long runs of what makes a careless reader go back and forth. Reading ends, whatever the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from flanders_care.dutch.dates.mentions import read_dates
from flanders_care.dutch.money.mentions import read_amounts
from flanders_care.dutch.names.find import find_actors, find_programmes
from flanders_care.dutch.promises.reading import Setting, classify
from flanders_care.dutch.text.headings import split_heading
from flanders_care.dutch.text.repair import repair
from flanders_care.dutch.text.sentences import split_sentences

READERS: tuple[Callable[[str], object], ...] = (
    split_sentences,
    read_amounts,
    split_heading,
    repair,
    read_dates,
    find_actors,
    find_programmes,
    classify,
    lambda text: classify(text, setting=Setting.AGREEMENT),
)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "A ",
        "a.",
        "ca. ",
        "enz. A ",
        "1 euro. ",
        "1.",
        "(A",
        "a-\n",
        "‘",
        "2019",
        "1/1/",
        "a@",
        "https://",
        "A, ",
        "Universiteit ",
        "die kan ",
        "\n ",
        "minister van A ",
    ],
)
def test_long_runs_are_read_to_the_end(piece: str) -> None:
    """Fifty thousand characters of one thing are read by every reader (measured: time grows with the length)."""
    text = piece * (50_000 // len(piece))
    for reader in READERS:
        reader(text)


@pytest.mark.parametrize("reader", READERS[:4])
def test_a_megabyte_is_read(reader: Callable[[str], object]) -> None:
    """A megabyte without a blank, and one of nothing else, are read as any other text."""
    for piece in ("x", " ", "20", "a-"):
        reader(piece * (1_000_000 // len(piece)))


@pytest.mark.parametrize("reader", READERS)
def test_odd_characters_are_read(reader: Callable[[str], object]) -> None:
    """Control characters, lone surrogates and right-to-left marks are text as well."""
    reader("\x00\x0b\x1c\x85\u2028 We \ud800 zullen \u200f 2019 \ufeff – ‘ VLAIO")
