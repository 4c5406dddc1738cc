"""Steps of decisions, read from headings and summaries that a person has read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.dossier.steps import read_step, split_announcement
from flanders_care.model.decision import Decision, Step
from flanders_care.model.loaded import Loaded


def decide(title: str, text: str = "", kind: str = "nota") -> Decision:
    """A decision with the words of one that was published."""
    return Decision(id="d", title=title, text=text, kind=kind)


READ = [
    # "keurt de Vlaamse Regering principieel"
    (
        "Subsidiëring bebossing",
        (
            "Ontwerpbesluit van de Vlaamse Regering over de subsidiëring van bebossing  De Vlaamse Regering keurt "
            "principieel het besluit goed over de subsidiëring van bebossing."
        ),
        Step.DRAFT_PRINCIPLE,
    ),
    # "Na adviezen ... keurt ... definitief"
    (
        "Subsidiëring bebossing",
        (
            "Ontwerpbesluit van de Vlaamse Regering over de subsidiëring van bebossing  Na adviezen van de Minaraad en "
            "van de Raad van State keurt de Vlaamse Regering definitief  het besluit goed over de subsidiëring."
        ),
        Step.FINAL,
    ),
    # "opnieuw haar principiële goedkeuring"
    (
        "Bosuitbreidingsdecreet",
        (
            "Voorontwerp van decreet  Na adviezen van de Minaraad en van de VVSG hecht de Vlaamse Regering opnieuw "
            "haar principiële goedkeuring aan het voorontwerp van Bosuitbreidingsdecreet."
        ),
        Step.DRAFT_AFTER_ADVICE,
    ),
    # "beslist tot bekrachtiging en afkondiging"
    (
        "Wijziging decreten wonen",
        "De Vlaamse Regering beslist tot bekrachtiging en afkondiging van het decreet dat diverse decreten wijzigt.",
        Step.RATIFICATION,
    ),
    # "beslist principieel tot definitieve vaststelling": a draft, for all its "definitieve"
    (
        "GRUP Golfterrein Witbos",
        "Voorontwerp van besluit  De Vlaamse Regering beslist principieel tot definitieve vaststelling van het plan.",
        Step.DRAFT_PRINCIPLE,
    ),
    # "Eenmaal dit besluit definitief is goedgekeurd": what will be, not what is
    (
        "Licentie radio-omroepen: wijzigingsbesluit",
        (
            "De Vlaamse Regering wijzigt principieel haar besluit. Eenmaal dit besluit definitief is goedgekeurd, moet "
            "de Vlaamse Regering de multiplex naar de markt brengen."
        ),
        Step.DRAFT_PRINCIPLE,
    ),
    # "keurt de startnota goed"
    (
        "Opstart geïntegreerd planningsproces gewestelijk ruimtelijk uitvoeringsplan ‘Herkenrodebossen’",
        "De Vlaamse Regering keurt de startnota 'Herkenrodebossen en de Wijer' goed.",
        Step.DRAFT_PRINCIPLE,
    ),
    # "kent 1,72 miljoen euro subsidie toe"
    (
        "Subsidie Limburgs Landschap vzw",
        "De Vlaamse Regering kent 1,72 miljoen euro subsidie toe aan Limburgs Landschap vzw.",
        Step.AWARD,
    ),
    # "lanceert de projectoproep"
    (
        "Projectoproep 'Natuur in je school 2023'",
        "De Vlaamse Regering lanceert de projectoproep en voorziet maximaal 9 miljoen euro voor projecten.",
        Step.CALL,
    ),
    # "reserveert 20 miljoen euro vanuit het Vlaams Klimaatfonds"
    (
        "Besteding middelen Vlaams Klimaatfonds (VKF)",
        "De Vlaamse Regering reserveert 20 miljoen euro vanuit het Vlaams Klimaatfonds.",
        Step.BUDGET,
    ),
    # "draagt ... voor als bestuurders"
    (
        "nv Vlaamse havens: voordracht bestuurders",
        "De Vlaamse Regering draagt Nathalie Balcaen voor als bestuurders in de Raad van Bestuur.",
        Step.APPOINTMENT,
    ),
    # "Betrokkenheid van de Vlaamse Regering Standpuntbepaling"
    (
        "Maritieme beveiliging",
        "Voorontwerp van wet Betrokkenheid van de Vlaamse Regering Standpuntbepaling  De Vlaamse Regering stemt in.",
        Step.POSITION,
    ),
    # a vision note, not the decree that carries one out
    ("Visienota 'Bijkomende maatregelen Klimaat'", "De Vlaamse Regering keurt de visienota goed.", Step.EXPLORATORY),
    (
        "Wijziging Onroerenderfgoeddecreet: uitvoering visienota",
        "Voorontwerp van decreet  De Vlaamse Regering wijzigt principieel het Onroerenderfgoeddecreet.",
        Step.DRAFT_PRINCIPLE,
    ),
    # "keurt het ... goed", at once
    ("Uitvoeringsplan kunststoffen", "De Vlaamse Regering keurt dat uitvoeringsplan goed.", Step.FINAL),
    # "neemt kennis van de stand van zaken"
    ("Kustvisie", "De Vlaamse Regering neemt kennis van de stand van zaken.", Step.REPORT),
    # nothing of the procedure is said
    ("Basisbereikbaarheid", "De Vlaamse Regering duidt De Lijn aan voor het kernnet.", Step.OTHER),
]


@pytest.mark.parametrize(("title", "text", "step"), READ, ids=[f"{row[2]}-{row[0][:24]}" for row in READ])
def test_reads_the_step_that_a_person_reads(title: str, text: str, step: Step) -> None:
    """The set phrases of the cabinet's procedure tell the step."""
    assert read_step(decide(title, text)) is step


def test_a_mededeling_without_text_is_told_and_not_decided() -> None:
    """An item that is only a title is a report where the site calls it a mededeling, else nobody knows."""
    title = "Gewijzigde statuten nv Vlaamse havens"
    assert read_step(decide(title, kind="mededeling")) is Step.REPORT
    assert read_step(decide(title)) is Step.OTHER


def test_a_whole_text_in_the_place_of_the_title_is_split() -> None:
    """Where a dump runs title, long title and summary together, the wide gap parts heading and summary."""
    whole = "Bosdecreet Ontwerpdecreet over bos  De Vlaamse Regering keurt definitief het decreet goed."
    assert split_announcement(decide(whole)) == (
        "Bosdecreet Ontwerpdecreet over bos",
        "De Vlaamse Regering keurt definitief het decreet goed.",
    )


def test_a_wide_gap_within_the_summary_parts_nothing() -> None:
    """A gap behind words that already tell is a slip of the typist."""
    text = "Na advies wijzigt de Vlaamse Regering definitief de  decreten over het beheer."
    assert split_announcement(decide("Havens", text)) == ("Havens", text)


def test_without_a_gap_the_government_begins_the_summary() -> None:
    """Where blanks were cleaned away, the first sentence of the government begins the summary."""
    heading, summary = split_announcement(decide("Bos", "Ontwerpdecreet over bos De Vlaamse Regering keurt het goed."))
    assert (heading, summary) == ("Bos Ontwerpdecreet over bos", "De Vlaamse Regering keurt het goed.")


def test_a_long_title_alone_is_heading() -> None:
    """Where nothing tells, all is heading."""
    assert split_announcement(decide("Erfgoedpremie", "Ontwerp van ministerieel besluit")) == (
        "Erfgoedpremie Ontwerp van ministerieel besluit",
        "",
    )


def test_prose_before_the_government_stays_in_the_summary() -> None:
    """A summary may open with its grounds; the title alone is the heading then."""
    text = "Proper water is nodig. De Vlaamse Regering keurt het plan goed."
    assert split_announcement(decide("Waterplan", text)) == ("Waterplan", text)


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_has_a_step(title: str, text: str) -> None:
    """Bad input: text that nobody understands is `other`, and never raises."""
    assert read_step(decide(title, text)) in Step


@pytest.mark.parametrize(
    "unit", ["keurt ", "oproep goedkeuring aan ", "a" * 64, "  ", "na advies ", "De Vlaamse Regering ", ". A"]
)
def test_a_megabyte_of_anything_is_read(unit: str) -> None:
    """Linear: a megabyte of repeated words, also those that begin rules, is read like any other text."""
    assert read_step(decide("x", unit * (1_000_000 // len(unit)))) in Step


def test_most_labelled_steps_are_read_as_labelled(dump: Loaded, gold_folder: Path) -> None:
    """On the labelled decisions at least 95 of 100 steps are read as labelled (98 when this was written)."""
    gold = json.loads((gold_folder / "dossiers.json").read_text(encoding="utf-8"))["steps"]
    read = {decision.id: read_step(decision) for decision in dump.corpus.decisions if decision.id in gold}
    assert sum(read[name] == step for name, step in gold.items()) >= 0.95 * len(gold)
