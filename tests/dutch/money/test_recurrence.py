"""How often a sum is meant does not hang on the dot of an abbreviation beside it."""

from __future__ import annotations

import pytest

from flanders_care.dutch.money.mentions import read_amounts
from flanders_care.model.funding import Recurrence


@pytest.mark.parametrize(
    "text",
    [
        "De Vlaamse Regering geeft jaarlijks ca. 2 mln. euro subsidie aan het instituut.",
        "Er wordt jaarlijks ca. 2 miljoen euro toegekend.",
        "De minister reserveert ca. EUR 39,3 mln. per jaar.",
        "Het fonds krijgt elk jaar max. 2 mio. euro.",
        "Jaarlijks voorziet de Vlaamse Regering voor o.a. vzw X 3 miljoen euro.",
        "Het fonds krijgt 60.000 euro p.j. voor zijn werking.",
    ],
)
def test_the_dot_of_an_abbreviation_ends_no_sentence(text: str) -> None:
    """`jaarlijks` before `ca.`, and `per jaar` behind `mln.`, belong to the sum."""
    [mention] = read_amounts(text)
    assert mention.recurrence is Recurrence.PER_YEAR


def test_a_full_stop_ends_the_sentence() -> None:
    """What the sentence before says is said of another sum."""
    [mention] = read_amounts("Het verslag verschijnt jaarlijks. De subsidie bedraagt 2 miljoen euro.")
    assert mention.recurrence is not Recurrence.PER_YEAR


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("Ze kent jaarlijks 1 miljoen euro subsidie toe met een looptijd van {} jaar.", 30, 31),
        ("Ze kent aan {} projecten subsidies toe van telkens 72.000 euro.", 400, 401),
        ("Ze kent {} x 500 euro subsidie toe.", 9_999, 10_000),
    ],
)
def test_how_often_a_sum_can_be_meant(text: str, inside: int, outside: int) -> None:
    """Thirty years, four hundred recipients and four digits are the most that a text can mean."""
    [most], [too_many] = read_amounts(text.format(inside)), read_amounts(text.format(outside))
    assert (most.times, too_many.times) == (inside, 1)
