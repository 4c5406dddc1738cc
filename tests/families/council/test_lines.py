"""Meetings read from lines alone: numbered items, overviews, outcome lines, dates."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.families.council.items import Item as CouncilItem
from flanders_care.families.council.items import Sheet, each_once, sheet_of
from flanders_care.families.council.lines import read_lines
from flanders_care.model.decision import Outcome

MINUTES = """Notulen van de gemeenteraad

Zitting van 15 april 2024
Gepubliceerd op 24 april 2024

Agendapunten
1. Verslag vorige zitting.
2. Fietspad Molenstraat. Goedkeuring.
AP1. X-fractie. Sneeuw.

1. Verslag vorige zitting.
De raad bespreekt:
1. de kop;
5. de staart.
Goedgekeurd
2. Fietspad Molenstraat. Goedkeuring.
Stemming: 24 voor.
Verdaagd
AP1. X-fractie. Sneeuw.
De X-fractie vraagt hoe er gestrooid wordt.
"""


def test_minutes() -> None:
    """An overview and the items below it are the same items; numbers within an item are no items."""
    read = read_lines(MINUTES)
    assert (read.sheet, str(read.date), read.decided) == (Sheet.DECIDED, "2024-04-15", True)
    assert [(item.number, item.title, item.outcome) for item in read.items] == [
        ("1", "Verslag vorige zitting.", Outcome.APPROVED),
        ("2", "Fietspad Molenstraat. Goedkeuring.", Outcome.ADJOURNED),
        ("AP1", "X-fractie. Sneeuw.", None),
    ]
    assert [MINUTES[start:end] for start, end in read.items[1].places] == [
        "Fietspad Molenstraat. Goedkeuring.",
        "Fietspad Molenstraat. Goedkeuring.",
        "Verdaagd",
    ]
    assert read.items[0].text == "De raad bespreekt:\n\n1. de kop;\n\n5. de staart."


def test_numbers_on_lines_of_their_own() -> None:
    """A number may stand above its title, and a code before it."""
    read = read_lines("Besluitenlijst\n- 1.\n\n2024_GR_00061 - Akte.\n\nGoedgekeurd\n\n- 2.\n\nBrug.\nVerworpen\n3.")
    assert [(i.number, i.code, i.title, str(i.outcome), i.text) for i in read.items] == [
        ("1", "2024_GR_00061", "Akte.", "approved", ""),
        ("2", "", "Brug.", "rejected", "3."),
    ]
    assert read_lines("1.\nGoedgekeurd").items == ()


def test_titles_without_number() -> None:
    """Where no title bears a number, a heading with an outcome below it is one; others are headings of the page."""
    text = "Besluitenlijst\nInleiding\nBrug\nDe brug.\nGoedgekeurd\nWeg\nKennisname\n"
    read = read_lines(text, [text.index(word) for word in ("Inleiding", "Brug", "Weg")])
    assert [(item.title, item.text) for item in read.items] == [("Brug", "De brug."), ("Weg", "")]


def test_two_outcomes_are_none() -> None:
    """An item below which two outcomes stand has none that the page states."""
    [item] = read_lines("1. Brug.\nGoedgekeurd\nVerworpen").items
    assert item.outcome is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Notulen gemeenteraad 15 april 2024\n1. Brug op 3 mei 2024.", "2024-04-15"),
        ("Opgemaakt op 2 mei 2024\nma 13/05/2024 - 20:00\n1. Brug.", "2024-05-13"),
        ("1 maart 2024\nZitting van 15 april 2024\n1. Brug.", "2024-04-15"),
        ("Notulen\n1. Algemene vergadering van 3 mei 2024.", "None"),
        ("Zitting van april 2024", "None"),
    ],
)
def test_day_of_the_meeting(text: str, day: str) -> None:
    """The day stands above the items: not that of the publication, nor one that an item tells of."""
    assert str(read_lines(text).date) == day


@pytest.mark.parametrize(
    ("words", "sheet"),
    [("Agenda raad", Sheet.AGENDA), ("Lijst van besluiten", Sheet.DECIDED), ("Agendapunten", None), ("", None)],
)
def test_sheets(words: str, sheet: Sheet | None) -> None:
    """A page is what it calls itself first."""
    assert sheet_of(words) is sheet


def test_items_that_differ_stay_apart() -> None:
    """One title with two outcomes is two items; without outcome it joins the first."""
    items = [CouncilItem(title="Brug", outcome=outcome) for outcome in (Outcome.APPROVED, Outcome.REJECTED, None)]
    assert [item.outcome for item in each_once(items)] == [Outcome.APPROVED, Outcome.REJECTED]


@given(st.lists(st.sampled_from([*"1.2 \n", "AP1.", "3)", "Goedgekeurd\n", "Brug.", "13/05/2024", "\r\n", "agenda"])))
def test_any_text(pieces: list[str]) -> None:
    """No text raises, and every place lies in it."""
    text = "".join(pieces)
    for item in read_lines(text, [0]).items:
        assert all(0 <= start < end <= len(text) for start, end in item.places)
        assert all(text[start:end] == words for words, start, end in item.parts)


@pytest.mark.parametrize(
    "piece", ["1. A.\nregel b.\n", "1. A.\n", "regel\n", "1.\n", "De raad keurt ", "1. A.\nGoedgekeurd\n"]
)
def test_long_texts(piece: str) -> None:
    """Many lines, and one title many times, take a moment."""
    start = time.perf_counter()
    [*_] = read_lines("1. Kop.\n" + piece * 40_000).items
    assert time.perf_counter() - start < 30
