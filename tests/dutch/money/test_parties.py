"""Who pays, who receives, and what for."""

from __future__ import annotations

import pytest

from flanders_care.dutch.money.figures.scan import scan
from flanders_care.dutch.money.parties import Parties, Party, parties_of
from flanders_care.dutch.names.find import find_actors
from flanders_care.dutch.text.page import plain_characters


def parties(text: str, which: int = 0, *, known: bool = False) -> Parties:
    """The parties of one sum of a text, each quoted where it stands."""
    sums, _ = scan(plain_characters(text))
    previous = sums[which - 1].end if which else 0
    following = sums[which + 1].start if which + 1 < len(sums) else len(text)
    names = find_actors(text) if known else None
    found = parties_of(text, sums[which].start, sums[which].end, since=previous, until=following, known=names)
    for party in (*found.payers, *found.recipients):
        assert known or " ".join(text[party.start : party.end].split()) == party.name
    return found


def names(found: tuple[Party, ...]) -> tuple[str, ...]:
    """The names of parties."""
    return tuple(party.name for party in found)


def test_who_receives_stands_behind_toe_aan() -> None:
    """'kent 600.000 euro subsidie toe aan vzw Familiehulp voor het ontwikkelen van een methodiek'."""
    found = parties(
        "De Vlaamse Regering kent 600.000 euro subsidie toe aan vzw Familiehulp voor het ontwikkelen van iets."
    )
    assert (found.payers, names(found.recipients), found.subject) == (
        (),
        ("vzw Familiehulp",),
        "het ontwikkelen van iets",
    )


def test_who_pays_is_a_fund_or_a_provision() -> None:
    """'5,35 miljoen euro uit het Vlaams Klimaatfonds'."""
    found = parties("Ze reserveert 5,35 miljoen euro uit het Vlaams Klimaatfonds.")
    assert names(found.payers) == ("Vlaams Klimaatfonds",)


def test_a_name_before_brackets_is_the_subject() -> None:
    """''BlueChem XL' van BlueChem nv (630.000 euro)'."""
    text = "Het gaat om: 'Bio Base' van Bio Base nv (518.000 euro); 'BlueChem XL' van BlueChem nv (630.000 euro)."
    assert parties(text, 1).subject == "'BlueChem XL' van BlueChem nv"


def test_each_sum_has_its_own_recipient() -> None:
    """'450.000 euro steun toe aan de UHasselt en 460.000 euro aan de LRM'."""
    text = "kent 450.000 euro steun toe aan de UHasselt en 460.000 euro aan de LRM."
    assert [names(parties(text, i).recipients) for i in (0, 1)] == [("UHasselt",), ("LRM",)]


def test_nothing_is_invented() -> None:
    """A bare sum has no parties."""
    assert parties("Het gaat om 5 euro.") == Parties((), (), None)


FWO = "Fonds voor Wetenschappelijk Onderzoek - Vlaanderen"
VITO = "Vlaamse Instelling voor Technologisch Onderzoek"


@pytest.mark.parametrize(
    ("text", "payers", "recipients"),
    [
        ("In 2020 ging 4 miljoen euro van het FWO budget als subsidie aan VITO.", (FWO,), (VITO,)),
        ("Jaarlijks beschikt het FWO over een vastleggingskrediet van 4,8 miljoen euro.", (FWO,), ()),
        ("Er ging 4 miljoen euro naar VITO.", (), (VITO,)),
        ("Aan de hand van een oproep ging 4 miljoen euro naar bedrijven.", (), ()),
        ("De vraag werd gesteld aan VITO, en er ging 4 miljoen euro naar bedrijven.", (), ()),
        ("Er ging 4 miljoen euro naar bedrijven, 3 miljoen euro naar VITO en 1 miljoen euro naar scholen.", (), ()),
    ],
)
def test_known_names(text: str, payers: tuple[str, ...], recipients: tuple[str, ...]) -> None:
    """In prose only a body that is known by name is a party, by its usual name, and only behind its own sum."""
    found = parties(text, known=True)
    assert (names(found.payers), names(found.recipients)) == (payers, recipients)
    if "scholen" in text:
        assert names(parties(text, 1, known=True).recipients) == (VITO,)


def test_a_name_ends_before_the_next() -> None:
    """'300.000 euro aan de VVSG en 200.000 euro ...': the name stands in the text without `en` and blanks."""
    found = parties("kent 300.000 euro toe aan de VVSG en  200.000 euro aan vzw Konekt.")
    assert names(found.recipients) == ("VVSG",)


@pytest.mark.parametrize(
    ("words", "recipients"),
    [
        ("toe aan 14 scholen", ()),
        ("toe aan de continuïteit van de werking", ()),
        ("toe aan vzw essenscia", ("vzw essenscia",)),
        ("toe aan imec", ("imec",)),
    ],
)
def test_a_body_has_a_name(words: str, recipients: tuple[str, ...]) -> None:
    """Common nouns are no recipients; a capital, a legal form or the table of bodies makes a name."""
    assert names(parties(f"kent 300.000 euro {words}.").recipients) == recipients


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("vzw Alfa i.k.v. het programma", "vzw Alfa"),
        ("de stad Gent incl. de werking", "stad Gent"),
        ("Sint-Jan vzw e.a. in Gent", "Sint-Jan vzw"),
        ("vzw Alfa d.d. 3 mei 2021", "vzw Alfa"),
        ("N.V. Beta voor de werking", "N.V. Beta"),
    ],
)
def test_an_abbreviation_ends_a_name_or_stands_in_it(words: str, name: str) -> None:
    """'toe aan vzw Alfa i.k.v. het programma' names vzw Alfa, not 'vzw Alfa i'."""
    assert names(parties(f"De Vlaamse Regering kent 33.000 euro toe aan {words}.").recipients) == (name,)


def test_marks_of_no_width_are_no_part_of_a_name() -> None:
    """The name of a body holds no mark that nobody sees; its place in the text does."""
    text = "kent 300.000 euro toe aan het consortium \u200bVRT."
    [found] = parties_of(text, 5, 17, since=0, until=len(text)).recipients
    assert (found.name, text[found.start : found.end]) == ("consortium VRT", "consortium \u200bVRT")
