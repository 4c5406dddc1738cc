"""Who pays, who receives, and what for."""

from __future__ import annotations

from flanders_care.dutch.money.figures.scan import scan
from flanders_care.dutch.money.parties import Parties, parties_of
from flanders_care.dutch.text.page import plain_characters


def parties(text: str, which: int = 0) -> Parties:
    """The parties of one sum of a text."""
    sums, _ = scan(plain_characters(text))
    previous = sums[which - 1].end if which else 0
    following = sums[which + 1].start if which + 1 < len(sums) else len(text)
    return parties_of(text, sums[which].start, sums[which].end, previous, following)


def test_who_receives_stands_behind_toe_aan() -> None:
    """'kent 600.000 euro subsidie toe aan vzw Familiehulp voor het ontwikkelen van een methodiek'."""
    found = parties(
        "De Vlaamse Regering kent 600.000 euro subsidie toe aan vzw Familiehulp voor het ontwikkelen van iets."
    )
    assert found == Parties((), ("vzw Familiehulp",), "het ontwikkelen van iets")


def test_who_pays_is_a_fund_or_a_provision() -> None:
    """'5,35 miljoen euro uit het Vlaams Klimaatfonds'."""
    assert parties("Ze reserveert 5,35 miljoen euro uit het Vlaams Klimaatfonds.").payers == ("Vlaams Klimaatfonds",)


def test_a_name_before_brackets_is_the_subject() -> None:
    """''BlueChem XL' van BlueChem nv (630.000 euro)'."""
    text = "Het gaat om: 'Bio Base' van Bio Base nv (518.000 euro); 'BlueChem XL' van BlueChem nv (630.000 euro)."
    assert parties(text, 1).subject == "'BlueChem XL' van BlueChem nv"


def test_each_sum_has_its_own_recipient() -> None:
    """'450.000 euro steun toe aan de UHasselt en 460.000 euro aan de LRM'."""
    text = "kent 450.000 euro steun toe aan de UHasselt en 460.000 euro aan de LRM."
    assert [parties(text, i).recipients for i in (0, 1)] == [("UHasselt",), ("LRM",)]


def test_nothing_is_invented() -> None:
    """A bare sum has no parties."""
    assert parties("Het gaat om 5 euro.") == Parties((), (), None)
