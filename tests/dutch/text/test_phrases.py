"""Set phrases: what they match."""

from __future__ import annotations

import pytest

from flanders_care.dutch.text.phrases import Phrase, read_phrases


@pytest.mark.parametrize(
    ("words", "text", "fits"),
    [
        ("keurt goed", "de regering keurt goed", True),
        ("keurt goed", "de regering keurt het goed", False),
        ("keurt ... goed", "de regering keurt het plan goed", True),
        ("keurt ... goed", "de regering keurt niets. dat is goed", False),
        ("keurt ... goed", "de regering keurt art. 3 goed", False),
        ("startnota/procesnota", "een procesnota", True),
        ("voorontwerp*", "het voorontwerpen", True),
        ("voorontwerp", "het voorontwerpen", False),
        ("^volgens het akkoord", "volgens het akkoord", True),
        ("^volgens het akkoord", "dat is volgens het akkoord", False),
        ("de * keurt", "de minister keurt", True),
        ("!die/dat kan", "wie kan", True),
        ("!die/dat kan", "premies die kan", False),
        ("a.b", "axb", False),
    ],
)
def test_a_phrase_matches_what_it_says(words: str, text: str, fits: bool) -> None:
    """Words in order, choices, rests of words, skips within a sentence, ties and forbidden words before."""
    assert (Phrase(words).search(text) is not None) is fits


def test_a_skip_ends_after_160_characters() -> None:
    """What stands far away belongs to something else, and a bounded skip keeps the search linear."""
    assert Phrase("keurt ... goed").search("keurt " + "a" * 100 + " goed")
    assert not Phrase("keurt ... goed").search("keurt " + "a" * 200 + " goed")


@pytest.mark.parametrize("name", ["dossier/step_rules.txt", "auditing/audit_phrases.txt"])
def test_the_shipped_lists_are_read(name: str) -> None:
    """Each line of a list gives a phrase with a label and a place."""
    rows = read_phrases(name)
    assert len(rows) > 20
    assert all(row.label and row.place and row.phrase.words for row in rows)


def test_a_text_of_beginnings_is_searched() -> None:
    """Linear: a text full of beginnings of a phrase is searched like any other."""
    assert not Phrase("keurt ... startnota ... goed").search("keurt startnota " * 3_000)
