"""Which sums the words call parts of others."""

from __future__ import annotations

import pytest

from flanders_care.dutch.money.mentions import read_amounts


def links(text: str) -> list[tuple[int | None, int | None]]:
    """`same_as` and `part_of` of each sum."""
    return [(mention.same_as, mention.part_of) for mention in read_amounts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2,8 miljoen euro (1,4 miljoen vanuit A en 1,4 miljoen vanuit B)", [None, 0, 0]),
        ("5,35 miljoen euro, waarvan 1 miljoen voor de Demer en 4,35 miljoen voor de IJzer", [None, 0, 0]),
        ("een budget van 74.947,80 euro. Hiervan is 44.152,80 euro voor A en 30.795 euro voor B.", [None, 0, 0]),
        ("Van het totale budget van 175,59 miljoen euro werd 87,63 miljoen euro gereserveerd.", [None, 0]),
        ("A krijgt 12,58 miljoen euro en B 3,1 miljoen euro. In totaal wordt 15,7 miljoen euro ingezet.", [2, 2, None]),
        ("Er is 220 miljoen euro steun verleend. Circa 35 miljoen euro ging naar farma.", [None, 0]),
        ("een eerste schijf van 7 miljoen euro. Op jaarbasis is dat 23 miljoen euro.", [1, None]),
        ("een opstap van 8 miljoen euro, waardoor de toelage 63 miljoen euro bedraagt", [1, None]),
        (
            "een totaal budget van 3 miljoen euro voor de tweejaarlijkse oproep (dus jaarlijks 1,5 miljoen euro)",
            [None, 0],
        ),
        (
            "een jaarlijks budget van 5 miljoen euro, waardoor een totaalbudget van 10 miljoen euro ter beschikking is",
            [1, None],
        ),
        ("te verhogen van 1 miljoen euro tot 1,3 miljoen euro, een verhoging met 300.000 euro", [None, None, 1]),
        ("2 miljoen euro (zie ook 5 miljoen euro elders)", [None, None]),
        ("1 miljoen euro voor A. 2 miljoen euro voor B.", [None, None]),
        ("1 miljoen euro, waarvan 5 miljoen euro", [None, None]),
        ("10 miljoen euro, waarvan 6 miljoen euro voor A en 6 miljoen euro voor B", [None, 0, None]),
    ],
)
def test_parts_and_wholes(text: str, expected: list[int | None]) -> None:
    """`waarvan`, brackets, totals, tranches and rises say what is part of what; impossible parts are not linked."""
    assert [part for _, part in links(text)] == expected


def test_an_unused_budget_is_part_of_what_it_was_set_aside_in() -> None:
    """'Het stuk onbenut subsidiebudget ... van 496.000 euro zal gebruikt worden' is no money beside the 13 million."""
    text = (
        "De Vlaamse Regering voorziet in totaal 13 miljoen euro ondersteuning voor 55 projecten. Het stuk onbenut"
        " subsidiebudget voor de verhaallijn van 496.000 euro zal gebruikt worden om het tekort op te vangen."
    )
    assert [m.part_of for m in read_amounts(text)] == [None, 0]


def test_support_within_a_budget_that_was_asked_for() -> None:
    """'waarbij het gevraagde steunbedrag' is part of the whole budget; a larger figure is not."""
    text = "De aangevraagde begroting bedroeg 42 miljoen euro, waarbij het gevraagde steunbedrag 29 miljoen euro was."
    assert [m.part_of for m in read_amounts(text)] == [None, 0]
    assert [m.part_of for m in read_amounts(text.replace("29", "49"))] == [None, None]
