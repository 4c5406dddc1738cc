"""Words: hyphens mended, stems pinned, compounds taken apart."""

from __future__ import annotations

import pytest
import snowballstemmer
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.dutch.text.wordlists import read_words
from flanders_care.dutch.text.words import (
    STEMMERS,
    StemmerPin,
    derive_stems,
    find_forms,
    forms,
    mend_form,
    split_compound,
    stem,
    stop_words,
    word_stems,
)
from flanders_care.errors import UnknownNameError


@given(st.text())
def test_forms_stand_where_they_say(text: str) -> None:
    """For every form: `text[start:end] == form`, and the forms are those that `forms` gives."""
    found = find_forms(text)
    assert all(text[form.start : form.end] == form.form for form in found)
    assert [form.form for form in found] == forms(text)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("gemid-deld", ("gemiddeld",)),  # "voor woningrenovatie van gemid-deld 100 kWh/m2"
        ("innova-tieve", ("innovatieve",)),  # "integreren sneller innova-tieve bouwtechnieken"
        ("energeti-sche", ("energetische",)),  # "ingrijpende energeti-sche renovaties"
        ("EU-lidstaten", ("eu", "lidstaten")),
        ("e-loket", ("e", "loket")),
        ("energie-efficiëntie", ("energie", "efficiëntie")),
        ("Noord-Zuid", ("noord", "zuid")),
        ("Zorg", ("zorg",)),
    ],
)
def test_hyphens_of_a_pdf_are_taken_out_again(form: str, words: tuple[str, ...]) -> None:
    """A hyphen that broke a word goes; one that belongs to the word parts it."""
    assert mend_form(form) == words


def test_a_suspended_or_listed_part_keeps_its_hyphen() -> None:
    """A part of the list of hyphen parts stays apart where the whole is unknown."""
    part = sorted(read_words("dutch/text/hyphen_parts.txt"))[0]
    assert mend_form(f"{part}-xyzzy") == (part, "xyzzy")


def test_a_form_too_long_to_be_a_word_is_only_cut() -> None:
    """A hostile chain of hyphens costs no more than its length."""
    assert len(mend_form("-".join(["ab"] * 100_000))) == 100_000


def test_given_words_decide_what_is_known() -> None:
    """A caller's own words go before the shipped list."""
    assert mend_form("proef-tuin", {"proef", "tuin"}) == ("proef", "tuin")
    assert mend_form("proef-tuin", {"proeftuin"}) == ("proeftuin",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("maatregel", "maatregelen"),
        ("bedrag", "bedragen"),
        ("subsidie", "subsidies"),
        ("plan", "plannen"),
        ("stad", "steden"),
    ],
)
def test_words_that_an_algorithm_parts_have_one_stem(one: str, other: str) -> None:
    """The overrides join what `dutch` (maatregel, bedrag) and `dutch_porter` (subsidie, plan) part."""
    for algorithm in STEMMERS:
        assert stem(one, algorithm) == stem(other, algorithm)


def test_other_words_are_stemmed_by_snowball() -> None:
    """Outside the overrides the stem is that of the pinned algorithm."""
    for algorithm in STEMMERS:
        assert stem("wandelingen", algorithm) == snowballstemmer.stemmer(algorithm).stemWord("wandelingen")


def test_an_unknown_stemmer_is_refused() -> None:
    """The error lists the stemmers that there are."""
    with pytest.raises(UnknownNameError, match="dutch_porter"):
        stem("zorg", "english")
    with pytest.raises(UnknownNameError):
        StemmerPin.current("english")


def test_a_word_too_long_is_its_own_stem() -> None:
    """What is no word is not handed to the stemmer."""
    assert stem("a" * 1000) == "a" * 1000


def test_the_pin_names_algorithm_and_release() -> None:
    """A profile can say which stemmer made its stems."""
    pin = StemmerPin.current("dutch_porter")
    assert pin.algorithm == "dutch_porter"
    assert pin.release.startswith("3.")
    assert pin.overrides > 10


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("mobiliteitshulpmiddelen", ("mobiliteit", "hulpmiddelen")),
        ("zorginnovatie", ("zorg", "innovatie")),
        ("ouderenzorg", ("ouderen", "zorg")),
        ("zorg", ("zorg",)),
        ("xyzzyzorg", ("xyzzyzorg",)),
        ("a" * 10_000, ("a" * 10_000,)),
    ],
)
def test_compounds_are_taken_apart_into_known_words(word: str, parts: tuple[str, ...]) -> None:
    """Linking letters go; a word that is no compound of known words stays whole."""
    assert split_compound(word) == parts


def test_a_compound_of_three_words_is_taken_apart() -> None:
    """What stands before the last part is taken apart too."""
    assert split_compound("zorgbeleidsplan", {"zorg", "beleid", "plan", "zorgbeleid"}) == ("zorg", "beleid", "plan")


def test_a_word_is_found_under_the_stems_of_its_parts() -> None:
    """`zorginnovatie` and `innovatie in de zorg` share their stems."""
    assert {*word_stems("innovatie"), *word_stems("zorg")} <= set(word_stems("zorginnovatie"))
    assert word_stems("de") == ()
    assert word_stems("zorg", "dutch_porter") == ("zorg",)


def test_the_table_holds_the_stems_that_the_algorithm_gives() -> None:
    """The shipped table gives each word the stem of the pinned algorithm, before those of its parts."""
    words = sorted(read_words("dutch/text/words.txt") - stop_words())[::40]
    assert [word_stems(word)[0] for word in words] == [derive_stems(word)[0] for word in words]
