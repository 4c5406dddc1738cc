"""Broken words: what is joined, what survives, and the way back to the raw text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.dutch.text.repair import repair

PIECES = st.sampled_from(
    [
        "vermark-ting",
        "zorg- en",
        "welzijn",
        "opportu niteiten",
        "onder-\nzoek",
        "COVID-\n19",
        "EU-lidstaten",
        " ",
        "\n",
        "effici-ente",
        "be¬leid",
        "a-b-c",
        "health-tech",
        "niet- werkende",
        "wel - bevinden",
        "https://a-b.be/c-d",
        "-",
        "\xad",
    ]
)
TEXTS = st.lists(PIECES, max_size=20).map(" ".join) | st.text(max_size=120)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("de internationale vermark-ting ervan", "de internationale vermarkting ervan"),
        ("een veilige elektroni-sche gegevensdeling", "een veilige elektronische gegevensdeling"),
        ("Proef-projecten die de overheid lanceert", "Proefprojecten die de overheid lanceert"),
        ("de opportu niteiten in de zorg", "de opportuniteiten in de zorg"),
        ("een nieuw onder-\nzoek", "een nieuw onderzoek"),
        ("een be\xadleid en een be¬leid", "een beleid en een beleid"),
        ("een effici-ente werking voor pati-enten", "een efficiënte werking voor patiënten"),
        ("de verant-woordelijkheid en de be schermen", "de verantwoordelijkheid en de beschermen"),
        ("het sociaal wel - bevinden", "het sociaal welbevinden"),
        ("de niet- werkende werkzoekenden", "de niet-werkende werkzoekenden"),
        ("socio-economi-sche impact", "socio-economische impact"),
        ("een ge-exporteerde en re-ele effici-entieverhoging", "een geëxporteerde en reële efficiëntieverhoging"),
    ],
)
def test_broken_words_are_joined(broken: str, whole: str) -> None:
    """Forms that PDF broke in the coalition agreement and in the seeds."""
    assert repair(broken, torn=True).text == whole


@pytest.mark.parametrize(
    "text",
    [
        "in de zorg- en welzijnssectoren",
        "de vracht- en verzendkosten of de bouw- , financiële sector",
        "de EU-lidstaten en de Noord-Zuid verbinding",
        "een e-health toepassing en het M-decreet",
        "de niet-residentiële gebouwen",
        "een prestatie-indicatoren en milieu-impact",
        "sociaal-economische en socio-preventieve aanpak",
        "alle info op https://www.vlaio.be/onder-zoek en ver-\n",
        "innovatie – en dat is nieuw – in de zorg",
        "de wkk-projecten van de overheid",
        "de niet-actieven en de zero-emissiebussen",
    ],
)
def test_hyphens_that_belong_survive(text: str) -> None:
    """Shared parts, abbreviations, prefixes, clashing vowels, links and dashes stay as they are."""
    assert repair(text, torn=True).text == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("de COVID-\n19 pandemie", "de COVID-19 pandemie"),
        ("onze health-\ntech bedrijven en health-tech", "onze health-tech bedrijven en health-tech"),
        (
            "een genoom-\ngebaseerde aanpak met het genoom. Het genoom",
            "een genoom-gebaseerde aanpak met het genoom. Het genoom",
        ),
        ("de Noord-\nZuid verbinding", "de Noord-Zuid verbinding"),
        ("een GMP-\nfaciliteit", "een GMP-faciliteit"),
        ("een flurkel-\nvork en een flurkel-mes", "een flurkel-vork en een flurkel-mes"),
    ],
)
def test_a_hyphen_at_a_line_end_keeps_its_word(text: str, kept: str) -> None:
    """The line end goes, the hyphen stays, where the hyphen is part of the word."""
    assert repair(text).text == kept


def test_a_hyphen_in_sound_text_is_left_alone() -> None:
    """Seed 004 writes 'technologie-gedreven' and 'adeno-geassocieerd' on purpose: nothing there is torn."""
    text = "sterk technologie-gedreven, adeno-geassocieerd, evidence-informed en health-tech in het ecosysteem"
    assert repair(text).text == text


def test_a_word_of_the_text_itself_is_known() -> None:
    """A form is joined where the text writes it whole elsewhere, whatever the list says."""
    text = "Het flurkelprogramma loopt. Dit flurkel-programma is nieuw."
    assert repair(text, lexicon=frozenset()).text == "Het flurkelprogramma loopt. Dit flurkelprogramma is nieuw."


def test_function_words_are_never_glued() -> None:
    """'competentieprofiel en' is not the plural of it, and 'me de' is not 'mede'."""
    text = "het competentieprofiel en curriculum, samen me de initiatiefnemers"
    assert repair(text).text == text


@given(TEXTS)
def test_the_map_leads_back(text: str) -> None:
    """Law: every character of the repaired text stands in the raw text at its place, save a diaeresis got back."""
    mended = repair(text)
    for place, letter in enumerate(mended.text):
        start, end = mended.to_raw(place, place + 1)
        assert end == start + 1
        assert text[start] == letter or letter in "ëïöü"


@given(TEXTS)
def test_both_maps_agree(text: str) -> None:
    """Law: from the repaired text to the raw one and back is where one was."""
    mended = repair(text)
    for place in range(len(mended.text)):
        assert mended.to_repaired(*mended.to_raw(place, place + 1)) == (place, place + 1)


@given(TEXTS)
def test_nothing_is_put_in(text: str) -> None:
    """Law: the repaired text is the raw one without the stretches that were taken out."""
    mended = repair(text)
    taken = sum(end - start for start, end in mended.removed)
    assert len(mended.text) == len(text) - taken


def test_what_was_taken_out_maps_to_its_place() -> None:
    """A raw offset inside a cut maps to where the cut was."""
    mended = repair("een onder-\nzoek nu")
    assert mended.removed == ((9, 11),)
    assert mended.to_repaired(10, 15) == (9, 13)
    assert mended.to_raw(4, 4) == (4, 4)


def test_the_seed_is_mended(seeds_folder: object) -> None:
    """Seed 000: 'vermark-ting', 'opportu niteiten', 'elektroni-sche', 'Proef-projecten', 'nega-tieve'."""
    from pathlib import Path

    text = next(Path(str(seeds_folder)).glob("000_*")).read_text(encoding="utf-8")
    mended = repair(text).text
    for word in ("vermarkting", "opportuniteiten", "elektronische", "Proefprojecten", "negatieve"):
        assert word in mended
    assert "zorg- en welzijnssectoren" in mended
