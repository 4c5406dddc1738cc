"""Cues: what speaks for or against a promise."""

from __future__ import annotations

import pytest

from flanders_care.dutch.promises.cues import find_cues, read_cues, split_words


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("We zetten in op vergroening.", "start-we"),
        ("De criteria worden geëvalueerd en herbekeken.", "passive"),
        ("De Vlaamse regering stimuleert innovatie.", "government-subject"),
        ("Hierin werkt Vlaanderen samen.", "government"),
        ("Er is nood aan optimalisering.", "need"),
        ("De vorige regeerperiode bracht dat.", "past-period"),
        ("Daarom hervormen we het systeem.", "inverted-we"),
        ("Monitoring van de visserij.", "no-auxiliary"),
        ("De samenwerking is vastgelegd in een koepelovereenkomst.", "perfect"),
        ("Op die manier vermijden ze dat.", "start-so"),
        ("Vanuit zijn bevoegdheden werkt Vlaanderen samen.", "inverted-government"),
        ("De Vlaamse instellingen in Brussel zijn gevestigde waarden.", "copula"),
        ("In 2019 groeit dat.", "number"),
    ],
)
def test_a_cue_is_found(sentence: str, name: str) -> None:
    """Sentences of the coalition agreement and the cue that they show."""
    assert name in {cue.name for cue in find_cues(sentence)}


def test_long_and_short_sentences_are_told() -> None:
    """Fewer than nine words are few, more than twenty-eight are many."""
    assert "short" in {cue.name for cue in find_cues("Taal is rijk.")}
    assert "long" in {cue.name for cue in find_cues("woord " * 40)}


def test_an_empty_sentence_has_no_words() -> None:
    """Nothing but the lack of words speaks."""
    assert {cue.name for cue in find_cues("")} == {"base", "no-auxiliary", "short"}


def test_cues_are_read_with_their_weights() -> None:
    """Every cue has a name of its own; 'we' speaks for a promise and the past against it."""
    weights = {cue.name: cue.weight for cue in read_cues()}
    assert len(weights) == len(read_cues())
    assert weights["we"] > 0 > weights["past"]


def test_words_keep_their_hyphens_and_apostrophes() -> None:
    """Words are in small letters, marks that close a sentence are words of their own."""
    assert split_words("KMO’s: welzijns-beleid?") == ["kmo’s", ":", "welzijns-beleid", "?"]
