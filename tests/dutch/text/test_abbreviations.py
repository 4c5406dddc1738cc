"""The dot of an abbreviation is no full stop."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.dutch.text.abbreviations import DOT, level_dots


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("ca. 3 miljoen", "ca* 3 miljoen"),
        ("o.a. in art. 5, nr.7 en blz. 12", "o*a* in art* 5, nr*7 en blz* 12"),
        ("t.e.m. 2024", "t*e*m* 2024"),
        ("’t is bv. zo", "’t is bv* zo"),
        ("Prof. Peeters en minister J. Janssens", "Prof* Peeters en minister J* Janssens"),
        ("J. Janssens tekent. K. Peeters ook.", "J* Janssens tekent. K* Peeters ook."),
        ("2 mln. euro, enz. en zo", "2 mln* euro, enz* en zo"),
    ],
)
def test_a_dot_that_ends_nothing_is_levelled(text: str, level: str) -> None:
    """Abbreviations, dotted or not, and initials lose their full stop; `*` stands for what comes in its place."""
    assert level_dots(text).replace(DOT, "*") == level


@pytest.mark.parametrize(
    "text",
    [
        "Het is zo. De rest volgt.",
        "maskers, spuiten, etc. In dit ecosysteem",
        "een prijs van 2 mln. “De rest” volgt",
        "personen met hemofilie B. Hoewel onderzoek loopt",
        "3.000.000 euro in 2015. Dat is veel",
        "zie www.vlaanderen.be voor meer",
        "geen punt",
    ],
)
def test_a_full_stop_stays(text: str) -> None:
    """What closes a sentence, also an abbreviation before a capital, and the dots of numbers and links stay."""
    assert level_dots(text) == text


def test_further_abbreviations_are_given() -> None:
    """A reader may know abbreviations that the list does not have."""
    assert level_dots("xyz. 3 euro", frozenset({"xyz"})) == f"xyz{DOT} 3 euro"
    assert level_dots("xyz. 3 euro") == "xyz. 3 euro"


@given(st.lists(st.sampled_from(["ca", "o.a", ".", " ", "De", "\n", "3", "mln", "J", "’"])).map("".join) | st.text())
def test_only_dots_change(text: str) -> None:
    """A level text is as long as the text, differs from it in dots alone, and is level itself."""
    level = level_dots(text)
    assert level.replace(DOT, ".") == text.replace(DOT, ".")
    assert level_dots(level) == level
