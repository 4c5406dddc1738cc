"""Promises as commitments: who, for which programme, by when."""

from __future__ import annotations

import pytest

from flanders_care.dutch.promises.reading import Setting
from flanders_care.model.commitment import Commitment
from flanders_care.provenance import Document
from flanders_care.reading.facts import read_facts
from flanders_care.reading.pledges import doers, find_commitments, programme_of


def _doers(text: str) -> list[str]:
    facts = read_facts(Document(id="n", text=text))
    return [mention.quote for mention in doers(facts, facts.reading.sentences[0])]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("VITO zal het fonds uitbouwen.", ["VITO"]),
        ("VITO en imec zullen samenwerken.", ["VITO", "imec"]),
        ("Binnen dit kader zal VITO projecten steunen.", ["VITO"]),
        ("Het fonds zal worden beheerd door VITO en imec.", ["VITO", "imec"]),
        ("Er zullen afspraken gemaakt worden met VITO, imec en VLAIO.", []),
        ("Met VITO zet Vlaanderen in op zorg.", []),
        ("Het fonds zal zorg bieden door interactie met VITO.", []),
        ("We zullen het fonds uitbouwen.", []),
    ],
)
def test_who_is_to_do_it(text: str, names: list[str]) -> None:
    """The subject, and who stands behind `door`; not who stands behind another preposition."""
    assert _doers(text) == names


@pytest.mark.parametrize(
    ("text", "main", "name"),
    [
        ("TETRA zal groeien.", "COOCK", "TETRA"),
        ("We zullen na afloop van de eerste fase verder groeien met TETRA.", "COOCK", "COOCK"),
        ("We zullen na afloop van de eerste fase verder groeien met TETRA.", None, "TETRA"),
        ("We zullen groeien.", None, None),
    ],
)
def test_which_programme(text: str, main: str | None, name: str | None) -> None:
    """The first before or right behind the verb, else the one that the section is about, else any."""
    facts = read_facts(Document(id="n", text=text))
    assert programme_of(facts, facts.reading.sentences[0], main) == name


def _found(text: str) -> tuple[Commitment, ...]:
    facts = read_facts(Document(id="n", text=text))
    return find_commitments(facts, setting_of=lambda _: Setting.STATEMENT, speaker_of=lambda _: "Hilde Crevits")


def test_speaker_of_the_first_person() -> None:
    """`We` is who speaks; a sentence that names its subject is not the speaker's."""
    we, other = _found("We zullen in 2023 een fonds oprichten.\n\nVITO zal het fonds beheren.\n")
    assert (we.actor_ids, str(we.deadline)) == (("actor:hilde-crevits",), "2023")
    assert other.actor_ids == ("actor:vlaamse-instelling-voor-technologisch-onderzoek",)


@pytest.mark.parametrize(
    "text",
    [
        "We zullen de volgende acties uitvoeren:",
        "De nota zal verschijnen op https://www.vlaio.be/nota",
        "Fig. 1 We zullen groeien",
        "Zal er een fonds komen?",
    ],
)
def test_no_promise(text: str) -> None:
    """Lead-ins, references, captions and questions promise nothing."""
    assert _found(f"{text}\n") == ()
