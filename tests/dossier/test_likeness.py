"""Likeness of decisions in their words."""

from __future__ import annotations

import numpy as np
import pytest

from flanders_care.dossier.likeness import measure_likeness


def test_the_same_words_are_wholly_alike() -> None:
    """Identical texts have likeness 1, headings and all."""
    (pair,) = measure_likeness(["Bosdecreet"] * 2, ["Bomen in Limburg"] * 2)
    assert (pair.first, pair.second) == (0, 1)
    assert pair.headings == pytest.approx(1.0)
    assert pair.texts == pytest.approx(1.0)


def test_words_of_the_procedure_count_for_nothing() -> None:
    """`principieel` and `definitief` say how far a file is, not what it is about."""
    (pair,) = measure_likeness(["Bosdecreet", "Bosdecreet"], ["principieel goedgekeurd", "definitief"])
    assert pair.texts == pytest.approx(1.0)


def test_texts_without_a_word_in_common_are_no_pair() -> None:
    """Only pairs that share a rare word are measured."""
    assert measure_likeness(["Bosdecreet", "Havens"], ["Limburg", "Gent"]) == ()


@pytest.mark.parametrize("count", [0, 1])
def test_few_texts_make_no_pair(count: int) -> None:
    """None and one have no pairs."""
    assert measure_likeness(["Bos"] * count, [""] * count) == ()


def test_a_word_that_all_share_brings_nobody_together() -> None:
    """A common word would make all pairs: the cost would grow with the square."""
    names = [f"naam{number}" for number in range(100)]
    assert measure_likeness(["Oproep"] * 100, names) == ()


def test_accents_and_marks_without_width_do_not_count() -> None:
    """Spellings that look the same are the same."""
    (pair,) = measure_likeness(["Coördinatie", "Coo\u0308rdi\u200bnatie"], ["", ""])
    assert pair.headings == pytest.approx(1.0)


def test_likeness_lies_between_none_and_all() -> None:
    """Likeness is within 0..1 for any mixture of words."""
    words = ["bos", "haven", "water", "zorg", "school", "weg", "fiets"]
    rng = np.random.default_rng(7)
    texts = [" ".join(rng.choice(words, size=5)) for _ in range(30)]
    pairs = measure_likeness(texts, texts[::-1])
    assert len(pairs) > 100
    for pair in pairs:
        assert 0.0 <= pair.headings <= 1.0
        assert 0.0 <= pair.texts <= 1.0
