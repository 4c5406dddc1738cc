"""Clauses: which verbs stand in the main clause."""

from __future__ import annotations

import pytest

from flanders_care.dutch.text.clauses import main_words


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("een bril die gegevens kan verzamelen helpt .", "kan"),
        ("het zijn voorbeelden van wat innovatie in de zorg kan betekenen .", "kan"),
        ("de modellen die in de projecten werden ontwikkeld , groeien .", "werden"),
        ("elixir is de infrastructuur die een rol zal spelen .", "zal"),
        ("een populatie die langer gezond en actief kan zijn .", "kan"),
        ("evident dat verdere uitwerking nodig zullen zijn om dat te doen .", "zullen"),
        ("de zorg die meer wordt , de eigen gezondheid wil managen en meer .", "wil"),
        ("acties die voorgesteld worden .", "worden"),
    ],
)
def test_a_verb_at_the_end_of_a_subordinate_clause_is_left_out(sentence: str, verb: str) -> None:
    """The verb says nothing about what the sentence promises."""
    assert verb not in main_words(sentence.split())


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("om die ambitie te realiseren zullen bedrijven , ziekenhuizen samenwerken .", "zullen"),
        ("een programma dat convergentie aanmoedigt , zal innovatie stimuleren .", "zal"),
        ("de mensen die akkoord gaan met hun data kunnen als compensatie een profiel krijgen .", "kunnen"),
        ("in dit kader zullen afspraken gemaakt worden .", "zullen"),
        ("hiervoor wil flanders’ care een traject initiëren .", "wil"),
        ("dit kan nog verder versterkt worden .", "kan"),
    ],
)
def test_the_verb_of_the_main_clause_stays(sentence: str, verb: str) -> None:
    """The verb in second place is kept, also behind a subordinate clause."""
    assert verb in main_words(sentence.split())


def test_a_sentence_may_end_with_its_verb() -> None:
    """A list of words that stops at a verb behind a subordinator is read to its end."""
    assert main_words(["wat", "men", "wil"]) == ["wat", "men"]
