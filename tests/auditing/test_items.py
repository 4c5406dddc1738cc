"""Figures, dates and names in claims, each with the words that a person underlined."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.auditing.items import ItemKind, find_items, mask_marks, read_values


def found(text: str) -> list[tuple[str, str]]:
    """Kind and words of each item."""
    return [(str(item.kind), item.quote) for item in find_items(text)]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        # names of places, in the middle of a sentence
        ("de nieuwe sluis in Terneuzen en in Zeebrugge \\[14\\]", [("name", "Terneuzen"), ("name", "Zeebrugge")]),
        # a quoted term, and what every report says
        ("De Vlaamse Regering rolt 'vierkant groen' uit \\[4\\]", [("name", "vierkant groen")]),
        # a sum, once
        ("een subsidie van 45 miljoen euro \\[3\\]", [("number", "45 miljoen euro")]),
        # the accent makes the article a number
        ("in handen van één overheidsentiteit", [("number", "één")]),
        ("een van de drie pijlers", [("number", "drie")]),
        ("een vierjarige regeling", [("number", "vierjarige")]),
        # dates
        ("goedgekeurd op 14 juli 2020 voor 2021", [("date", "14 juli 2020"), ("date", "2021")]),
        # an institution is one, and has a long name
        ("een versterkte Vlaamse zorginspectie", [("name", "Vlaamse zorginspectie")]),
        ("inclusief het tweede getijdendok", [("name", "tweede getijdendok")]),
        ("steun voor Vlaamse gezinnen en ondernemingen", []),
        # a label in bold is a heading, not a name
        ("**Bestaande Procedures**: er wordt gewerkt met MIA", [("name", "MIA")]),
        ("**Slimme Regio \\[2\\]**: steun voor VITO", [("name", "VITO")]),
        ("Hervorming Ziekenhuislandschap\nDat gebeurt door VITO.", [("name", "VITO")]),
        # the word that opens a sentence is no name
        ("Overall, dat is zo. Hiermee wordt VITO gesteund.", [("name", "VITO")]),
        ("Het Moonshot-initiatief is gestart", [("name", "Moonshot-initiatief")]),
        ("Flanders Investment & Trade werkt mee", [("name", "Flanders Investment & Trade")]),
        ("RIZIV-sectoren worden digitaal", [("name", "RIZIV-sectoren")]),
    ],
)
def test_finds_what_a_person_underlines(text: str, items: list[tuple[str, str]]) -> None:
    """Names, figures and dates are found, citation marks, labels and openings are not."""
    assert found(text) == items


def test_places_point_at_the_words() -> None:
    """Quote: the words stand where the item says, marks and all."""
    text = "**Steun**: 3,15 miljoen euro voor *Flanders Make* \\[0\\]"
    items = find_items(text)
    assert [item.kind for item in items] == [ItemKind.NUMBER, ItemKind.NAME]
    assert all(text[item.start : item.end] == item.quote for item in items)


@given(st.text(alphabet="abAB 0123,.'‘’*[]\\()\n-é", max_size=200))
def test_any_text_gives_places_in_order(text: str) -> None:
    """Quote and order: items never overlap, and each quotes its own place."""
    items = find_items(text)
    assert all(text[item.start : item.end] == item.quote for item in items)
    assert all(one.end <= other.start for one, other in itertools.pairwise(items))


def test_masking_keeps_places() -> None:
    """Blanked marks leave every other character where it was."""
    text = "**Steun** [0](https://example.org/a) en `bos`"
    assert len(mask_marks(text)) == len(text)
    assert mask_marks(text).split() == ["Steun", "en", "bos"]


def test_values_of_figures_and_words() -> None:
    """Sums count in full and as written, words as numbers."""
    assert set(read_values("drie pijlers, 1.500 woningen en één fonds")) == {Decimal(3), Decimal(1500), Decimal(1)}
    assert set(read_values("2,5 miljoen euro")) == {Decimal(2500000)}


@pytest.mark.parametrize("unit", ["A", "A ", "'a ", "1.", "**", "Vlaamse ", "[0,"])
def test_a_megabyte_of_anything_is_read(unit: str) -> None:
    """Linear: hostile text is read like any other."""
    assert isinstance(find_items(unit * (200_000 // len(unit))), tuple)
