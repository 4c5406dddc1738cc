"""Names: known and unknown bodies, persons and programmes, with their places."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.dutch.names.find import find_actors, find_programmes
from flanders_care.model.actor import ActorKind
from flanders_care.model.identity import name_key
from flanders_care.model.programme import ProgrammeKind

PIECES = st.sampled_from(
    [
        "VLAIO",
        "KU",
        "Leuven",
        "de",
        "Vlaamse",
        "Regering",
        "bedrijven",
        "zoals",
        "Barco,",
        "Complix",
        "(TETRA)",
        "en",
        "‘Zorg’",
        "minister",
        "Hilde",
        "Crevits",
        "programma",
        "van",
        ".",
        "\n",
        "Agentschap",
        "(ABC)",
        "is een platform",
    ]
)
TEXTS = st.lists(PIECES, max_size=30).map(" ".join) | st.text(max_size=120)


def actors(text: str) -> list[tuple[str, str]]:
    """Return names and kinds of the actors."""
    return [(mention.name, mention.kind) for mention in find_actors(text)]


def programmes(text: str) -> list[tuple[str, str]]:
    """Return names and kinds of the programmes."""
    return [(mention.name, mention.kind) for mention in find_programmes(text)]


@given(TEXTS)
def test_quotes_are_exact_and_in_order(text: str) -> None:
    """Law: text[start:end] == quote, mentions are in order and never overlap, and every kind is one of the model."""
    for mentions, kinds in ((find_actors(text), ActorKind), (find_programmes(text), ProgrammeKind)):
        position = 0
        for mention in mentions:
            assert text[mention.start : mention.end] == mention.quote
            assert mention.start >= position
            assert kinds(mention.kind)
            assert mention.name not in mention.aliases
            position = mention.end


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("in opdracht van het Departement EWI", "Departement Economie, Wetenschap en Innovatie", "department"),
        ("Agentschap Innoveren en Ondernemen (VLAIO)", "Agentschap Innoveren en Ondernemen", "agency"),
        ("de koepel van zorgactoren Zorgnet-ICURO", "Zorgnet-Icuro", "association"),
        ("in samenwerking met VOKA, om", "Voka", "association"),
        ("agentschap Vlaams Waterbeheer en Kust doet dat", "Agentschap Vlaams Waterbeheer en Kust", "agency"),
        ("de Strategische Adviesraad voor Ruimte werkt", "Strategische Adviesraad voor Ruimte", "advisory"),
        ("het UZ Zwolle meldt", "UZ Zwolle", "hospital"),
        ("de stad Ninove sluit aan", "Stad Ninove", "local"),
        ("vzw Zonnelied organiseert", "Zonnelied", "association"),
        ("met Zonnelied vzw en", "Zonnelied", "association"),
        ("met Lemmens NV, en", "Lemmens", "company"),
        ("spelers (Cochlear ) en", "Cochlear", "company"),
        ("Indigo Diabetics doet mee", "Indigo Diabetics", "company"),
        ("de World Bioscience Council zegt", "World Bioscience Council", "advisory"),
        ("Volgens minister Zwanenberg is dat", "Zwanenberg", "person"),
        ("Vlaams minister van Innovatie Bruno Zwanenberg zegt", "Bruno Zwanenberg", "person"),
        ("burgemeester Karla van den Zwanenberg zegt", "Karla van den Zwanenberg", "person"),
        (
            "De Vlaamse minister bevoegd voor Justitie en Handhaving evalueert",
            "Vlaams minister van Justitie en Handhaving",
            "person",
        ),
        ("Anicells voorziet een GMP-faciliteit", "Anicells", "company"),
        ("een studie door Inovigate werd uitgevoerd", "Inovigate", "company"),
        ("in samenwerking met Xerius deden we dat", "Xerius", "company"),
        ("het Zwanen Centre of Gene Research (ZCGR) van", "Zwanen Centre of Gene Research", "other"),
        ("de Zorgnett-Icuro koepel: agentschap Zorgnet-Icuros", "Agentschap Zorgnet-Icuros", "agency"),
    ],
)
def test_an_actor_is_found(text: str, name: str, kind: str) -> None:
    """By the table, or by a head, a legal form, a title, a list or an act."""
    assert (name, kind) in actors(text)


def test_a_list_of_companies() -> None:
    """Seed 004: 'bedrijven ... zoals Confo Therapeutics, Complix, Remynd,…' and 'Voorbeelden hiervan zijn: ...'."""
    text = (
        "veel kleinere bedrijven zoals Confo Therapeutics, Complix, Remynd,… "
        "Voorbeelden hiervan zijn: De Clercq en \npartners, Biogazelle, ..."
    )
    assert [name for name, _ in actors(text)] == [
        "Confo Therapeutics",
        "Complix",
        "Remynd",
        "De Clercq en partners",
        "Biogazelle",
    ]


def test_counted_groups_of_companies() -> None:
    """Seed 003: 'waaronder 45 kmo’s, 14 grote bedrijven, de 4 universitaire ziekenhuizen'."""
    text = "waaronder 45 kmo’s, 14 grote bedrijven, de 4 universitaire ziekenhuizen"
    assert actors(text) == [
        ("Kmo’s", "company"),
        ("Grote bedrijven", "company"),
        ("Universitaire ziekenhuizen", "hospital"),
    ]


def test_agents_of_a_passive() -> None:
    """Seed 004: 'Door Inovigate en PWC werd in 2020 een doelgroepbevraging uitgevoerd'."""
    assert actors("Door Inovigate en PWC werd in 2020 een bevraging uitgevoerd") == [
        ("Inovigate", "company"),
        ("PwC", "company"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "door Vlaanderen werd beslist",
        "Warmtenetten bieden kansen",
        "bedrijven zoals banken en Vlaanderen",
        "De minister van morgen beslist",
        "voorzitter Beleid en Bestuur",
        "een gemiddelde dosis (TRL)",
        "zoals Antelope in het wild",
        "de heer An Janssen komt",
        "door Complix en het team",
    ],
)
def test_what_names_no_actor(text: str) -> None:
    """Places, ordinary words, abbreviations of things and other people's surnames are no actors."""
    assert actors(text) == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "het Impulsprogramma ‘Innovatie in de zorg en gezondheid’",
            "Impulsprogramma Innovatie in gezondheid en zorg",
            "programme",
        ),
        ("de Tetra/coock oproep", "COOCK", "instrument"),
        ("in Horizon 2020 deelname", "Horizon 2020", "programme"),
        ("het project ‘Slimme zorg’ loopt", "Slimme zorg", "project"),
        ("het actieplan Zorgzaam Vlaanderen", "Actieplan Zorgzaam Vlaanderen", "plan"),
        ("Convenant Flanders Make 2023-2027", "Convenant Flanders Make", "plan"),
        ("Proeftuinen Sociale Economie en Zorg", "Proeftuinen Sociale Economie en Zorg", "project"),
        ("het biobank initiatief BIOMRQ en", "BIOMRQ", "initiative"),
        ("het platform Zwaneburg is", "Platform Zwaneburg", "infrastructure"),
        ("in het Digital Zwanen Programme wordt", "Digital Zwanen Programme", "programme"),
        ("Zwanen House is een belevingscentrum voor zorg", "Zwanen House", "infrastructure"),
        ("een innovatie-ecosysteem, Zwanepolis, opzetten", "Zwanepolis", "infrastructure"),
        ("de Zwanenberg-oproep voor", "Zwanenberg", "call"),
        ("met het ZwanMed XB programma", "ZwanMed XB", "programme"),
        ("de Fundamentele Zwanen Mandaten (FZM) zijn", "Fundamentele Zwanen Mandaten", "instrument"),
        ("een innovatiecentrum op te richten (ZwanCaS ) dat", "ZwanCaS", "infrastructure"),
        ("van belang (ZPE, Zwanen Projects of Europe) is", "Zwanen Projects of Europe", "programme"),
        ("zoals ZwanMed XB, of Zwanen Medicine Cross-Borders, een", "Zwanen Medicine Cross-Borders", "programme"),
        ("het plan ‘Zorg voor morgen’ ligt", "Zorg voor morgen", "plan"),
    ],
)
def test_a_programme_is_found(text: str, name: str, kind: str) -> None:
    """By the table, or by a head, quotes, an English tail, a definition, a compound or an abbreviation."""
    assert (name, kind) in programmes(text)


@pytest.mark.parametrize(
    "text",
    [
        "het ICT-project van de overheid",
        "projecten ‘van groot openbaar belang’",
        "de projecten, RUPs, en andere",
        "een plan Vlaanderen",
        "het regeerakkoord Sectie",
        "Belangrijk is de oproep om dat te doen",
        "het project VV020 loopt",
        "de actie ‘zo’ loopt",
        "een netwerk Zorg",
        "het Proef-project van nu",
        "de energie-intensieve (CAGR) groei",
        "de GDPR, of Vlaanderen Zelf",
    ],
)
def test_what_names_no_programme(text: str) -> None:
    """Abbreviations of techniques, places, codes and ordinary words are no programmes."""
    assert programmes(text) == []


def test_an_actor_is_no_programme() -> None:
    """'project VITO' names a body, not a project."""
    assert programmes("een project VITO en een project Zwanenberg BV") == [("Project Zwanenberg BV", "project")]


def test_a_stranger_is_found_again() -> None:
    """What the text introduces with an abbreviation is found under it later, and in other spellings."""
    text = "Het Zwanen Centre of Gene Research (ZCGR) start. Later groeit ZCGR."
    mentions = find_actors(text)
    assert [mention.quote for mention in mentions] == ["Zwanen Centre of Gene Research (ZCGR)", "ZCGR"]
    assert {mention.name for mention in mentions} == {"Zwanen Centre of Gene Research"}
    assert mentions[1].abbreviation == "ZCGR"


def test_a_surname_behind_another_given_name_is_somebody_else() -> None:
    """'An Janssen' is not the company, 'minister Crevits' is the minister."""
    assert actors("met Janssen werken we") == [("Janssen Pharmaceutica", "company")]
    assert actors("Minister Crevits zegt") == [("Hilde Crevits", "person")]


def test_one_key_for_all_spellings() -> None:
    """Case, blanks, hyphens, accents and apostrophes do not part names."""
    assert name_key("Flanders’ Care") == name_key("FLANDERS'CARE") == name_key("flanders´ care")


def test_the_actors_of_the_policy_note(seeds_folder: Path) -> None:
    """Seed 004 names these bodies and companies, each in its own way."""
    text = next(seeds_folder.glob("004_*")).read_text(encoding="utf-8")
    found = {mention.name for mention in find_actors(text)}
    for name in (
        "imec",
        "KU Leuven",
        "Confo Therapeutics",
        "Biomaric",
        "Televic",
        "Biogazelle",
        "Anicells",
        "At.las",
        "PwC",
    ):
        assert name in found
    assert len(found) >= 65


def test_the_programmes_of_the_policy_note(seeds_folder: Path) -> None:
    """Seed 004 names these programmes and infrastructures."""
    text = next(seeds_folder.glob("004_*")).read_text(encoding="utf-8")
    found = {mention.name for mention in find_programmes(text)}
    for name in (
        "TETRA",
        "COOCK",
        "ICON",
        "1+MEGA",
        "RegMed XB",
        "Health House",
        "NUHCaS",
        "Human Brain Project",
        "EATRIS",
    ):
        assert name in found
    assert len(found) >= 58
