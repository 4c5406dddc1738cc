"""Figures and number words become exact decimals."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.dutch.text.numerals import figure, number_word, shifted


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2.217.289,16", "2217289.16"),
        ("1 250 000", "1250000"),
        ("1,250,000.50", "1250000.50"),
        ("1,250.5", "1250.5"),
        ("1.5", "1.5"),
        ("7,692", "7.692"),
        ("0.125", "0.125"),
        ("12345", "12345"),
        ("340.000,00", "340000"),
    ],
)
def test_figures_follow_flemish_usage(text: str, value: str) -> None:
    """Dots and blanks group thousands, a comma starts the fraction, and a dot does so where it cannot group."""
    assert figure(text) == Decimal(value)


@pytest.mark.parametrize("text", ["1.2.3,4", "1.23.456", "1,2,3", "12.34.567,8"])
def test_what_is_no_figure_is_refused(text: str) -> None:
    """A run of digits whose thousands and fraction cannot be told apart is no figure."""
    assert figure(text) is None


@given(st.integers(0, 10**30), st.integers(0, 99))
def test_a_written_figure_reads_back_exactly(whole: int, cents: int) -> None:
    """Whatever is written with dots and a comma is read back to the cent, however large."""
    written = f"{whole:,}".replace(",", ".") + f",{cents:02d}"
    assert figure(written) == Decimal(f"{whole}.{cents:02d}")


@given(st.text("0123456789", min_size=1, max_size=40), st.text("0123456789", max_size=20), st.integers(0, 12))
def test_shifting_is_exact(digits: str, fraction: str, places: int) -> None:
    """Millions and milliards are a shift of the comma, never a rounded product."""
    number = Decimal(f"{digits}.{fraction or '0'}")
    sign, numerals, exponent = number.as_tuple()
    assert shifted(digits, fraction, places) == Decimal((sign, numerals, int(exponent) + places))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("twee", "2"),
        ("een half", "0.5"),
        ("anderhalf", "1.5"),
        ("twee en een half", "2.5"),
        ("tweeënhalf", "2.5"),
        ("drie kwart", "0.75"),
        ("vijfentwintig", "25"),
        ("tweeëntwintig", "22"),
        ("honderdtwintig", "120"),
        ("tweehonderdvijftigduizend", "250000"),
        ("duizend", "1000"),
        ("tweeduizend driehonderd", "2300"),
        ("Twintig", "20"),
    ],
)
def test_number_words(words: str, value: str) -> None:
    """Dutch number words, halves and compounds have their value."""
    assert number_word(words) == Decimal(value)


@pytest.mark.parametrize(
    "words",
    ["", "genomen", "vijftigen", "elfentwintig", "huisduizend", "duizendhuis", "x" * 99, "huishonderd", "honderdhuis"],
)
def test_other_words_are_no_numbers(words: str) -> None:
    """A word that is no number is not guessed at."""
    assert number_word(words) is None
