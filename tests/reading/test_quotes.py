"""Quotes and who speaks them."""

from __future__ import annotations

import pytest

from flanders_care.provenance import Document
from flanders_care.reading.facts import read_facts
from flanders_care.reading.quotes import find_quotes, speaker_at


@pytest.mark.parametrize(
    "text",
    [
        "“De zorg van de toekomst wordt beter.” - Hilde Crevits",
        "“De zorg van de toekomst wordt beter”, zegt minister Hilde Crevits.",
        "Volgens Hilde Crevits is dat zo: “De zorg van de toekomst wordt beter.” Ben Weyts was er ook.",
    ],
)
def test_speaker(text: str) -> None:
    """Who speaks stands behind the quote, or before it."""
    facts = read_facts(Document(id="n", text=text))
    [quote] = find_quotes(facts)
    assert quote.speaker == "Hilde Crevits"
    assert quote.text.startswith("De zorg van de toekomst wordt beter")
    assert speaker_at((quote,), facts.reading.text.index("toekomst")) == "Hilde Crevits"
    assert speaker_at((quote,), 0 if text[0] != "“" else len(facts.reading.text) - 1) is None


def test_terms_are_no_quotes() -> None:
    """A few words between quotation marks are a term."""
    assert find_quotes(read_facts(Document(id="n", text="De “zorg van de toekomst” wint."))) == ()


def test_quote_of_nobody() -> None:
    """Where no person is named the speaker is not known."""
    [quote] = find_quotes(read_facts(Document(id="n", text="“De zorg van de toekomst wordt beter.”")))
    assert quote.speaker is None
