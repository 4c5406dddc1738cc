"""Which sums are parts of others by their figures."""

from __future__ import annotations

from decimal import Decimal

import pytest

from flanders_care.dutch.money.mentions import read_amounts
from flanders_care.dutch.money.sum import Sum
from flanders_care.dutch.money.wholes import open_circles
from flanders_care.dutch.text.page import Page

TWO = "A krijgt 7 miljoen euro en B 3 miljoen euro."


def links(text: str) -> list[tuple[int | None, int | None]]:
    """`same_as` and `part_of` of each sum."""
    return [(mention.same_as, mention.part_of) for mention in read_amounts(text)]


def test_the_humanitarian_funds_make_circa_two_million() -> None:
    """475.000 + 475.000 + 1.000.000 (of which 200.000 and 800.000) are the 'circa 2 miljoen' behind them."""
    text = (
        "in het kader van de Rode Neuzen (totale budget max. 475.000 euro), het Rode Kruis (totale budget max. 475.000"
        " euro) en Kom op tegen Kanker (totale budget max. 1.000.000 euro, waarvan 200.000 euro voor een mandaat en"
        " 800.000 euro voor projecten). Dit resulteert in een bijkomende financiering van circa 2 miljoen euro."
    )
    assert [part for _, part in links(text)] == [5, 5, 5, 2, 2, None]


def test_a_part_of_its_own_part_is_opened() -> None:
    """Rules that disagree never make a circle."""
    sums = tuple(Sum(start=i, end=i + 1, value=Decimal(i), part_of=whole) for i, whole in enumerate([1, 2, 0, 0]))
    assert [item.part_of for item in open_circles(sums, Page(""))] == [1, 2, None, 0]


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        (TWO + " In totaal gaat het om {} miljoen euro.", "10,1", "10,2"),  # 1 % of what is called a total
        ("Het gaat om circa {} miljoen euro. " + TWO, "10,3", "10,4"),  # 3 % of what is rounded
        ("Er is maximaal {} miljoen euro. " + TWO, "10,02", "10,03"),  # 0,2 % of a ceiling
        ("Er is {} miljoen euro. " + TWO, "10", "10,01"),  # nothing of a plain figure
    ],
)
def test_how_far_parts_may_miss_their_whole(text: str, inside: str, outside: str) -> None:
    """Neighbours add up to a whole that is called a total, is rounded or is a ceiling, as far as such figures are."""
    for figure, parts in ((inside, 2), (outside, 0)):
        assert [part for _, part in links(text.format(figure))].count(None) == 3 - parts


@pytest.mark.parametrize(("total", "sentences"), [("", 1), ("in totaal ", 11)])
def test_how_far_parts_stand_from_their_whole(total: str, sentences: int) -> None:
    """Two sentences behind a plain figure, twelve behind one that is called a total."""
    start = f"Er is {total}10 miljoen euro. "
    assert [part for _, part in links(start + "Zo is het. " * sentences + TWO)] == [None, 0, 0]
    assert [part for _, part in links(start + "Zo is het. " * (sentences + 1) + TWO)] == [None, None, None]


@pytest.mark.parametrize(("whole", "part"), [("10", 1), ("11", None)])
def test_a_yearly_sum_has_at_most_ten_years(whole: str, part: int | None) -> None:
    """'jaarlijks 1 miljoen, waardoor een totaalbudget van 10 miljoen' are ten years; eleven are another sum."""
    text = f"jaarlijks 1 miljoen euro, waardoor een totaalbudget van {whole} miljoen euro"
    assert links(text)[0] == (None, part)
