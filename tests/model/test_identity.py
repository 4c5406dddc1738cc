"""Names and ids."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.model.identity import content_id, name_key, slug


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Flanders’ Care", "FLANDERS'CARE"),
        ("Zorgnet-Icuro", "zorgnet icuro"),
        ("Coördinatie", "Coordinatie"),
        ("‘Zorg’ en „wonen”", "zorg en wonen"),
    ],
)
def test_one_name(one: str, other: str) -> None:
    """Case, accents, blanks, hyphens and quotes do not make another name."""
    assert name_key(one) == name_key(other)


def test_other_names() -> None:
    """Letters, digits, `+` and `&` do."""
    assert len({name_key(name) for name in ("O&O", "OO", "Horizon 2020", "Horizon 2021", "Google+", "Google")}) == 6


@given(st.text(max_size=200))
def test_slugs(text: str) -> None:
    """A slug is one to eighty ASCII characters, the same each time, and never begins or ends with a hyphen."""
    made = slug(text)
    assert re.fullmatch(r"[0-9a-z+&]+(-[0-9a-z+&]+)*", made)
    assert 1 <= len(made) <= 80
    assert slug(text) == made


def test_long_texts_keep_distinct_slugs() -> None:
    """Two long texts with the same beginning do not get the same slug."""
    assert slug("zorg " * 100 + "a") != slug("zorg " * 100 + "b")


def test_letters_of_other_scripts_do_not_get_lost() -> None:
    """A name that holds no Latin letter gets a slug of its own."""
    assert slug("Προϋπολογισμός") != slug("Бюджет")


@given(st.lists(st.text(max_size=20), max_size=3), st.lists(st.text(max_size=20), max_size=3))
def test_content_ids(one: list[str], other: list[str]) -> None:
    """Different contents get different ids; the same gets the same."""
    assert (content_id("x", *one) == content_id("x", *other)) == (
        one == other or "\x1f".join(one) == "\x1f".join(other)
    )
    assert content_id("x", *one).startswith("x:")
