"""A text made ready once: characters, dots, sentences, head."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.dutch.text.page import Page


@given(st.text(max_size=200))
def test_a_page_is_as_long_as_its_text(text: str) -> None:
    """Offsets hold in the text and on its page, and every character is in a sentence."""
    page = Page(text)
    assert len(page.text) == len(text)
    for offset in range(len(text)):
        start, end = page.span(page.sentence_at(offset))
        assert start <= offset < end


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Subsidie Konekt vzw  De Vlaamse Regering kent toe.", "Subsidie Konekt vzw"),
        ("Titel\n\nTitel Ontwerpbesluit over zorg  De Vlaamse Regering.", "Titel\n\nTitel Ontwerpbesluit over zorg"),
        ("Zorg A. Ontwerpbesluit B. Ontwerp van protocol  De rest.", "Zorg A. Ontwerpbesluit B. Ontwerp van protocol"),
        ("Zorg cf. art. 5 en o.a. X  De rest.", "Zorg cf. art. 5 en o.a. X"),
        ("De Vlaamse Regering beslist  en doet.", ""),
        ("Dit is proza. Het gaat door  en verder.", ""),
        ("Geen titel.  Wel tekst.", ""),
        ("", ""),
    ],
)
def test_the_head_is_what_announces(text: str, head: str) -> None:
    """Title and long title end at a wide gap, before the first sentence; prose has no head."""
    assert text[: Page(text).head_end] == head


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Het is zo. De rest volgt.", ["Het is zo. ", "De rest volgt."]),
        ("A krijgt 3 mln. euro; B niets. Zo is dat.", ["A krijgt 3 mln. euro; B niets. ", "Zo is dat."]),
        ("Geel, Fiets Hup! (500.000 euro) en meer", ["Geel, Fiets Hup! (500.000 euro) en meer"]),
        ("Het is zo:\n\ntweede regel", ["Het is zo:\n\n", "tweede regel"]),
        ("Het gaat om\n• huizen\n• wegen", ["Het gaat om\n", "• huizen\n", "• wegen"]),
        ("Titel  De tekst.", ["Titel", "  De tekst."]),
    ],
)
def test_the_sentences_of_a_page(text: str, sentences: list[str]) -> None:
    """Full stops, blank lines, items and the head end sentences; an abbreviation and a semicolon do not."""
    page = Page(text)
    count = page.sentence_at(len(text)) + 1
    assert [text[slice(*page.span(number))] for number in range(count)] == sentences
