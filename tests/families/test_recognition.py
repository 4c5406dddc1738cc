"""Telling families apart, for texts that nobody has seen before too."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.families import recognition
from flanders_care.families.kinds import FAMILIES
from flanders_care.families.recognition import family_scores, recognise
from flanders_care.loading.entry import load_text

UNSEEN = {
    "adherence-report": (
        "# Waterbeheer\n\nDe regering voerde het regeerakkoord uit: er kwam een dijk [0] en een polder [1].\n"
        "De naleving van het regeerakkoord is goed [0, 1].\n\n## Referenties\n\n[0]: (2021-05-07) Dijkversterking\n"
    ),
    "closing-report": (
        "Eindverslag programma Slim Water\n\n1. Doelstellingen\nHet programma wilde drie zaken.\n\n"
        "2. Behaalde resultaten\n- Er werd een meetnet opgezet.\n\n3. Geleerde lessen\n- Begin op tijd.\n\n"
        "4. Aanbevelingen\n- Zet het meetnet voort.\n\n5. Conclusie\nGoed gewerkt.\n"
    ),
    "written-question": (
        "SCHRIFTELIJKE VRAAG\nnr. 123 van AN JANSSENS\naan HILDE CREVITS, VLAAMS MINISTER\n\n"
        "1. Hoeveel dijken zijn er versterkt in 2022?\n2. Wanneer zijn de werken klaar?\n\nANTWOORD\n"
        "1. Er zijn zeven dijken versterkt.\n2. De werken zijn klaar in 2024.\n"
    ),
    "press-release": (
        "Persbericht\n\nVlaams minister van Omgeving Zuhal Demir investeert 5 miljoen euro in dijken.\n\n"
        "“We beschermen onze burgers tegen het water en geven de rivier meer ruimte”, zegt minister Demir.\n\n"
        "Perscontact: woordvoerder van de minister\n"
    ),
    "policy-note": (
        "VISIENOTA AAN DE VLAAMSE REGERING\nVR 2022 0101 DOC.1\n\nSamenvatting\n\nWater is schaars.\n\n"
        "1 Inleiding\n1.1 Situering van de nota\nDe visienota beschrijft acties.\n1.2 Doelstellingen van de nota\n"
        "Tekst.\nFiguur 1 Neerslag per jaar\n12 www.waterinfo.be/neerslag\n"
    ),
    "agreement-section": (
        "4.2.1 Waterbeheer We versterken de dijken en we geven de rivieren ruimte. Tijdens deze regeer-periode "
        "bouwen we drie pompstations."
    ),
    "debate": (
        "over het beheer van dijken\ndonderdag 20 februari 2025\nhttps://www.parlement.example/verslag/1\n\n"
        "An Peeters (Partij)\nMinister, het water stond deze winter hoger dan ooit, en de dijken zijn oud.\n\n"
        "Minister Jan Janssens\nIk laat mijn administratie onderzoeken welke dijken eerst aan de beurt komen.\n\n"
        "An Peeters (Partij)\nDank u wel, minister, ik kijk uit naar wat dat onderzoek zal opleveren.\n"
    ),
    "audit-report": (
        "Beheer van de dijken: een audit\n\nVaststellingen\n\nDe dienst stelt vast dat er geen inventaris is. De "
        "dienst merkt ook op dat de kosten niet gekend zijn.\n\nAanbevelingen\n\nDe dienst beveelt aan een inventaris "
        "te maken. De aanbevelingen zijn gericht aan de minister.\n"
    ),
    "decision-list": (
        "Besluitenlijst gemeenteraad\n\nma 13/05/2024 - 20:00\n\nOpenbare zitting\n\n"
        "1. Fietspad Molenstraat. Goedkeuring.\n\nGoedgekeurd\n\n2. Mededelingen.\n\nKennisname\n"
    ),
    "decisions": '[{"id": "D1", "title": "Dijkversterking", "meetingDate": "2022-05-06T08:00:00Z"}]',
    "subsidy-register": (
        "Verstrekker,Begunstigde,Boekjaar,Bedrag toegekend (EUR),Bedrag betaald (EUR)\n"
        "Departement Water,Polder van Oost,2022,1200,800\n"
    ),
}


@pytest.mark.parametrize("family", FAMILIES)
def test_unseen_documents_are_recognised(family: str) -> None:
    """A document of each family that was written for this test is recognised from its text alone."""
    assert recognise(UNSEEN[family]) == family


def test_windows_newlines_do_not_matter() -> None:
    """The same documents with Windows newlines are recognised too."""
    for family, text in UNSEEN.items():
        assert recognise(text.replace("\n", "\r\n")) == family


def test_seeds_are_recognised(seeds_folder: Path) -> None:
    """The five seeds are of five families."""
    found = [recognise(file.read_text(encoding="utf-8")) for file in sorted(seeds_folder.glob("*.txt"))]
    assert found == ["adherence-report", "closing-report", "written-question", "press-release", "policy-note"]


def test_the_corpus_is_recognised(corpus_folder: Path) -> None:
    """All sections of the agreement and all reports of the corpus are recognised."""
    sections = {recognise(file.read_text(encoding="utf-8")) for file in (corpus_folder / "agreement").iterdir()}
    reports = {recognise(f.read_text(encoding="utf-8")) for f in (corpus_folder / "adherence_reports").rglob("*.md")}
    assert (sections, reports) == ({"agreement-section"}, {"adherence-report"})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Melk, brood en kaas.",
        '{"name": "package", "version": "1.0.0"}',
        "[1, 2, 3]",
        "# README\n\nHoe dit werkt: voer het uit.\n",
        "12 eieren en 3 bananen",
    ],
)
def test_what_is_of_no_family_is_nobodys(text: str) -> None:
    """A text without evidence belongs to no family."""
    assert recognise(text) is None


@pytest.mark.parametrize("head", ["1.2.5 Werf 5: Dijken\n", "1.2.5\nWerf 5: Dijken\n"])
def test_a_section_may_stand_on_several_lines(head: str) -> None:
    """A section as it comes from a page is one; with a blank line or a second number it is not told."""
    words = "We bundelen de inbreng van de\nbeleidsdomeinen om een\nactieplan uit te voeren.\n"
    [commitment] = load_text(head + words).corpus.commitments
    assert commitment.section == "1.2.5 Werf 5: Dijken"
    assert recognise(head + words.replace("\nactie", "\n\nactie")) is None
    assert recognise(head + words.replace("\nactie", "\n1.2.6 Actie")) != "agreement-section"


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("PERSBERICHT\n25 juni 2026\nDe dijken zijn klaar.\n", "press-release"),
        ("Dit is geen persbericht maar een lijst.\n25 juni 2026\nDe dijken zijn klaar.\n", None),
    ],
)
def test_a_line_that_names_the_kind_is_enough(text: str, family: str | None) -> None:
    """The line `PERSBERICHT` alone tells a press release; the word in a sentence does not."""
    assert recognise(text) == family


def test_who_attends_does_not_speak() -> None:
    """Names with parties, one below the other, are a list and no debate."""
    attending = "Aanwezig\n" + "".join("An Peeters (Partij)\nschepen van openbare werken\n" for _ in range(9))
    assert recognise(attending) is None
    assert (
        recognise(attending.replace("schepen", "Voorzitter, ik vraag het woord omdat deze dijken oud zijn, schepen"))
        == "debate"
    )


def test_two_families_at_once_are_none() -> None:
    """A text that is as much of one family as of another is not guessed at."""
    both = UNSEEN["closing-report"] + UNSEEN["written-question"] + UNSEEN["press-release"]
    scores = family_scores(both)
    assert sorted(scores.values())[-2] >= 3
    assert recognise(both) is None


@pytest.mark.parametrize(
    ("best", "next_best", "found"),
    [(3.0, 2.0, "policy-note"), (2.99, 0.0, None), (3.5, 2.5, "policy-note"), (3.5, 2.51, None)],
)
def test_just_enough_and_just_not(
    monkeypatch: pytest.MonkeyPatch, best: float, next_best: float, found: str | None
) -> None:
    """A family needs a sum of 3, and 1 more than any other."""
    scores = dict.fromkeys(FAMILIES, 0.0) | {"policy-note": best, "press-release": next_best}
    monkeypatch.setattr(recognition, "family_scores", lambda _: scores)
    assert recognise("x") == found


def test_the_end_of_a_long_text_counts() -> None:
    """References at the end of a very long report are seen, the middle is not read."""
    text = "# Kop\n" + "woord " * 60_000 + "\n<details>\n<summary>Referenties</summary>\n"
    assert family_scores(text)["adherence-report"] >= 3


@given(st.text(alphabet="[]\\(){}<>*#-1.? \n“a€", max_size=300))
def test_recognising_never_raises(text: str) -> None:
    """Any text has a family or none."""
    assert recognise(text) in (None, *FAMILIES)
