"""Units of words: all at once gives the same as one by one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flanders_care.alignment.lexicon import build_lexicon, units_of_word
from flanders_care.alignment.profiles import Units
from flanders_care.alignment.tokens import cut

UNITS = st.sampled_from(
    [Units(), Units(gram_sizes=(3, 4, 5)), Units(gram_sizes=(5,), stems="dutch"), Units(stems="dutch_porter")]
)
WORDS = st.lists(st.text(alphabet="abcdeéïzorgplan-0123", max_size=12), unique=True, max_size=8)


@given(WORDS, UNITS)
def test_all_at_once_is_as_one_by_one(words: list[str], units: Units) -> None:
    """Each word of a lexicon holds the units that it holds by itself."""
    lexicon = build_lexicon(words, units)
    names = list(lexicon.numbers)
    for number, word in enumerate(words):
        row = lexicon.of_word[[number]]
        assert sorted(names[unit] for unit in row.indices) == sorted(units_of_word(word, units))
        assert set(row.data) <= {1.0}


def test_units_are_numbered_whatever_the_order_of_the_words() -> None:
    """Order: the same words in another order give the same units in the same order."""
    words = ["zorg", "innovatie", "premie", "zorginnovatie"]
    units = Units(gram_sizes=(4,), stems="dutch")
    assert list(build_lexicon(words, units).numbers) == list(build_lexicon(words[::-1], units).numbers)


def test_new_words_are_taken_apart_when_they_come() -> None:
    """A word that the index has never seen counts by the units that it shares with words that it has."""
    lexicon = build_lexicon(["innovatie", "zorg"], Units(stems="dutch"))
    counts = lexicon.counts(cut(["zorginnovatie in de zorg", "xyzzy"]).words())
    found = dict(zip(lexicon.numbers, counts.toarray()[0].tolist(), strict=True))
    assert found == {"=innovatie": 1.0, "=zorg": 2.0}
    assert counts.toarray()[1].sum() == 0


def test_stems_are_told_from_n_grams() -> None:
    """A lexicon says which of its units are stems; one without stems says all of them."""
    mixed = build_lexicon(["zorg"], Units(gram_sizes=(5,), stems="dutch"))
    assert [list(mixed.numbers)[number] for number in mixed.stems()] == ["=zorg"]
    grams = build_lexicon(["zorg"], Units(gram_sizes=(5,)))
    assert len(grams.stems()) == len(grams.numbers)


def test_stop_words_and_single_letters_have_no_units() -> None:
    """What carries no subject is not counted."""
    assert units_of_word("de", Units(gram_sizes=(3,), stems="dutch")) == ()
    assert units_of_word("a", Units(gram_sizes=(3,))) == ()
