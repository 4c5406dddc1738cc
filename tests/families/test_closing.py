"""Closing reports: the seed as a person reads it, and reports of other programmes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from flanders_care.families.closing import load
from flanders_care.model.commitment import CommitmentKind
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document


@pytest.fixture(scope="module")
def report(seed: Callable[[str], Document]) -> Loaded:
    """The closing report among the seeds, read."""
    return load(seed("001"))


def _read(text: str) -> Loaded:
    return load(Document(id="report", text=text))


def test_planned_actions_of_the_seed(report: Loaded) -> None:
    """What was planned and what follows, not the lessons (`Krapte op de arbeidsmarkt`) or the results (`15 events`)."""
    assert len(report.corpus.commitments) == 13
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
