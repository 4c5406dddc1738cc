"""Closing reports: the seed as a person reads it, and reports of other programmes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

import pytest

from flanders_care.families.closing import load
from flanders_care.model.actor import Actor
from flanders_care.model.commitment import Commitment, CommitmentKind
from flanders_care.model.loaded import Loaded
from flanders_care.model.programme import Programme
from flanders_care.provenance import Document

Named: TypeAlias = Sequence[Actor] | Sequence[Programme]
Compare: TypeAlias = Callable[[Iterable[str], Named], list[str]]
Promised: TypeAlias = Callable[[Iterable[str], Sequence[Commitment]], list[str]]

CLOSING_ACTORS = ["VOKA", "KPMG", "VLAIO", "departement Zorg", "Medvia", "kennisinstellingen"]
CLOSING_PROGRAMMES = [
    "Impulsprogramma ‘Innovatie in gezondheid en zorg",
    "Tetra",
    "coock",
    "speerpunt cluster Medvia",
    "proeftuinwerking Werkbaar Werk",
    "EHDS",
    "begeleidingsprogramma voor bedrijven",
    "opvolgkader voor impactanalyse",
]

CLOSING_ACTIONS = [
    "Kenbaar maken van bestaande initiatieven",
    "Tetra/coock oproep eerste jaar",
    "Doorstroming van ontwikkelingen",
    "Opstellen van een opvolgkader",
    "Blijvende aandacht voor innovatie",
    "Verderzetting speerpuntclusterwerking",
    "Verderzetting van de VOKA samenwerking",
    "Structurele samenwerking tussen zorgaanbieders",
    "Verdere uitbouw van een proeftuinwerking",
    "Lang termijn beleid",
    "Opvolging van de regelgeving",
    "Verdere actie en doorlopende investeringen",
    "VLAIO staat dan ook open",
]


@pytest.fixture(scope="module")
def report(seed: Callable[[str], Document]) -> Loaded:
    """The closing report among the seeds, read."""
    return load(seed("001"))


def _read(text: str) -> Loaded:
    return load(Document(id="report", text=text))


def test_names_of_the_seed(report: Loaded, missed: Compare, false_ones: Compare) -> None:
    """Six bodies and the programmes are found, and at most one in ten is false."""
    assert len(missed(CLOSING_ACTORS, report.corpus.actors)) <= 0.1 * len(CLOSING_ACTORS)
    assert len(false_ones(CLOSING_ACTORS, report.corpus.actors)) <= 0.1 * len(report.corpus.actors)
    assert len(missed(CLOSING_PROGRAMMES, report.corpus.programmes)) <= 1
    assert len(false_ones(CLOSING_PROGRAMMES, report.corpus.programmes)) <= 0.1 * len(report.corpus.programmes)


def test_planned_actions_of_the_seed(report: Loaded, unpromised: Promised) -> None:
    """What was planned and what follows, not the lessons (`Krapte op de arbeidsmarkt`) or the results (`15 events`)."""
    assert unpromised(CLOSING_ACTIONS, report.corpus.commitments) == []
    assert len(report.corpus.commitments) == len(CLOSING_ACTIONS)
    assert {c.section for c in report.corpus.commitments} == {
        "2 Doelstellingen en Resultaten",
        "4 Vervolg",
        "4 Conclusies",
    }


def test_conclusion_promises_softly(report: Loaded) -> None:
    """`VLAIO staat dan ook open voor verder samenwerkingen` is VLAIO's, and no plan."""
    [offer] = [c for c in report.corpus.commitments if c.text.startswith("VLAIO staat")]
    assert offer.kind is CommitmentKind.PROPOSAL
    assert offer.actor_ids == ("actor:agentschap-innoveren-en-ondernemen",)


def test_figures_of_the_seed(report: Loaded) -> None:
    """`de 3 pijlers`, `15 events`, `20 à 30 deelnemers`, `8 projecten`; no sum."""
    assert [(str(i.value), i.unit) for i in report.corpus.indicators] == [
        ("3", "pijlers"),
        ("15", "events"),
        ("25", "deelnemers"),
        ("8", "projecten"),
    ]
    assert report.corpus.funding_lines == ()


def test_repeated_chapter_number_is_told(report: Loaded) -> None:
    """The seed has two chapters 4."""
    assert [d.code for d in report.diagnostics] == ["heading-order"]


MOBILITY = """Eindverslag programma Slimme Mobiliteit

1 Situering

Het programma Slimme Mobiliteit liep van 2018 tot 2021 en werd getrokken door het departement MOW.

2 Acties en realisaties

De acties van het programma waren:
- Opzetten van een testomgeving met De Lijn
- Uitbouwen van een dataplatform voor deelfietsen

Er werden 12 proefprojecten afgerond met steun van 1,5 miljoen euro, toegekend aan VITO.

3 Geleerde lessen

- Samenwerking met lokale besturen vraagt tijd.

4 Aanbevelingen

- Verankeren van het dataplatform bij het departement MOW tegen 2023
- Opschalen van de testomgeving naar alle centrumsteden
"""


def test_other_theme_with_dashes() -> None:
    """A report on mobility: dashes, `Acties`, `Aanbevelingen`; a title, a sum, a deadline."""
    loaded = _read(MOBILITY)
    assert loaded.corpus.documents[0].title == "Eindverslag programma Slimme Mobiliteit"
    assert [c.text.split()[0] for c in loaded.corpus.commitments] == [
        "Opzetten",
        "Uitbouwen",
        "Verankeren",
        "Opschalen",
    ]
    assert [c.deadline.iso for c in loaded.corpus.commitments if c.deadline is not None] == ["2023"]
    [line] = loaded.corpus.funding_lines
    assert (str(line.amount), line.stage) == ("1.500.000 EUR", "awarded")
    assert line.recipient_ids == ("actor:vlaamse-instelling-voor-technologisch-onderzoek",)


def test_report_without_follow_up() -> None:
    """A report that does not say what follows has no promises, and says so."""
    loaded = _read("1. Resultaten\n\nHet programma TETRA bereikte 40 scholen.\n\n2. Lessen\n\nMeer tijd is nodig.\n")
    assert loaded.corpus.commitments == ()
    assert "no-followup-found" in [d.code for d in loaded.diagnostics]


def test_report_without_programme() -> None:
    """A report that names no programme says so."""
    assert "no-programme-found" in [d.code for d in _read("1. Vervolg\n\nWe gaan voort.\n").diagnostics]


@pytest.mark.parametrize(
    "text", ["", " ", "\f\f", "1.", "•", "1. Vervolg", "Vervolg\n• \n• \n", "\x00\x01", "·" * 3000]
)
def test_bad_input_does_not_raise(text: str) -> None:
    """Nothing that a text holds raises; the text stays as it is."""
    loaded = _read(text)
    assert loaded.corpus.documents[0].text == text
