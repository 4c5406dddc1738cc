"""Which sums of a text are the same money, and which lie in which."""

from __future__ import annotations

from decimal import Decimal

import pytest

from flanders_care.dutch.money.mentions import read_amounts
from flanders_care.dutch.money.sum import Sum
from flanders_care.dutch.money.wholes import open_circles
from flanders_care.dutch.text.page import Page


def links(text: str) -> list[tuple[int | None, int | None]]:
    """`same_as` and `part_of` of each sum."""
    return [(mention.same_as, mention.part_of) for mention in read_amounts(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Konekt vzw: 3 miljoen euro subsidie   De Vlaamse Regering kent 3 miljoen euro toe aan Konekt vzw.",
        "Subsidie van maximaal 2.217.289,16 euro   De Vlaamse Regering kent 2,217 miljoen euro toe aan de steden.",
        "Subsidie van maximaal 1.398.162 euro   De Vlaamse Regering kent 1,39 miljoen euro toe aan vzw Voka.",
        "De Vlaamse Regering keurde in 2020 een plan van 30 miljoen euro goed. Nu bestendigt ze het bedrag van 30 miljoen euro.",  # noqa: E501
        "Het project had een overschot van 612.000 euro. Ze volgt het advies om de 612.000 euro terug te vorderen.",
    ],
)
def test_the_same_money_said_again(text: str) -> None:
    """Title and body, exact and rounded, and a sum that is pointed back at are one sum."""
    assert links(text) == [(None, None), (0, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Het gaat om Brugge (1 miljoen euro); Toegangspoort Gent (1 miljoen euro).",
        "15 miljoen euro voor beheer en 15 miljoen euro voor investeringen",
        "Vzw Zon krijgt 60.000 euro. Daarnaast krijgt vzw Maan 60.000 euro.",
        "Budget van 2.000.000 euro   De Vlaamse Regering voorziet 1,9 miljoen euro.",
        "Subsidie van 2 miljoen USD   De Vlaamse Regering voorziet 2 miljoen euro.",
    ],
)
def test_equal_figures_that_are_other_money(text: str) -> None:
    """Items of one list, gifts to different bodies, and figures that only come near are different sums."""
    assert [same for same, _ in links(text)] == [None, None]


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


def test_the_humanitarian_funds_make_circa_two_million() -> None:
    """475.000 + 475.000 + 1.000.000 (of which 200.000 and 800.000) are the 'circa 2 miljoen' behind them."""
    text = (
        "in het kader van de Rode Neuzen (totale budget max. 475.000 euro), het Rode Kruis (totale budget max. 475.000"
        " euro) en Kom op tegen Kanker (totale budget max. 1.000.000 euro, waarvan 200.000 euro voor een mandaat en"
        " 800.000 euro voor projecten). Dit resulteert in een bijkomende financiering van circa 2 miljoen euro."
    )
    assert [part for _, part in links(text)] == [5, 5, 5, 2, 2, None]


def test_a_payment_credit_stands_beside_its_commitment_credit() -> None:
    """'75 miljoen euro vastleggingskrediet en 18 miljoen euro vereffeningskrediet' are one money at two moments."""
    first, second = read_amounts(
        "herschikken van 75 miljoen euro vastleggingskrediet en 18 miljoen euro vereffeningskrediet"
    )
    assert (first.credit, second.credit) == ("commitment", "payment")
    assert second.alternative_to == 0


def test_one_sum_can_be_both_credits() -> None:
    """'15 miljoen euro vastleggings- en vereffeningskredieten' is a commitment of which nothing is left out."""
    text = "beheer (15 miljoen euro vastleggings- en vereffeningskredieten) en 10 miljoen euro vereffeningskredieten"
    first, second = read_amounts(text)
    assert (first.credit, second.credit, second.alternative_to) == ("both", "payment", 0)
    [alone] = read_amounts("het vereffeningskrediet van 5 miljoen euro")
    assert (alone.credit, alone.alternative_to) == ("payment", None)


def test_a_part_of_its_own_part_is_opened() -> None:
    """Rules that disagree never make a circle."""
    sums = tuple(Sum(start=i, end=i + 1, value=Decimal(i), part_of=whole) for i, whole in enumerate([1, 2, 0, 0]))
    assert [item.part_of for item in open_circles(sums, Page(""))] == [1, 2, None, 0]


def test_the_nearest_commitment_credit_is_the_other_view() -> None:
    """Two pairs of credits stand each beside their own; a payment credit before any takes the first."""
    text = (
        "3 miljoen euro vereffeningskrediet, 75 miljoen euro vastleggingskrediet en 18 miljoen euro"
        " vereffeningskrediet, 9 miljoen euro vastleggingskrediet en 8 miljoen euro vereffeningskrediet"
    )
    assert [m.alternative_to for m in read_amounts(text)] == [1, None, 1, None, 3]


def test_a_title_that_says_its_sum_twice() -> None:
    """Title and long title both name the sum, and the text a third time."""
    text = (
        "Leerpunt: 6 miljoen euro subsidie\n\nLeerpunt: 6 miljoen euro subsidie voor zorg Ontwerpbesluit tot toekenning"
        " van maximaal 6.000.000 euro aan Leerpunt  De Vlaamse Regering kent 6 miljoen euro toe aan Leerpunt."
    )
    assert [m.same_as for m in read_amounts(text)] == [None, 0, 0, 0]


def test_a_total_that_includes_holds_what_was_allotted_before() -> None:
    """'In totaal ..., inclusief ...' behind an allotted sum is its whole, also where nothing larger is named."""
    text = (
        "4 miljoen euro werd toegewezen aan zorgprojecten. In totaal werden 17 projecten gesteund, inclusief 2"
        " andere, ten belope van 5 miljoen euro."
    )
    assert [m.part_of for m in read_amounts(text)] == [1, None]
    apart = "4 miljoen euro is de prijs van zorg. In totaal werden 17 projecten gesteund ten belope van 5 miljoen euro."
    assert [m.part_of for m in read_amounts(apart)] == [None, None]
    larger = text.replace("4 miljoen", "6 miljoen")
    assert [m.part_of for m in read_amounts(larger)] == [None, None]


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


TWO = "A krijgt 7 miljoen euro en B 3 miljoen euro."


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


@pytest.mark.parametrize(("filler", "same"), [(165, 0), (166, None)])
def test_what_is_pointed_back_at_stands_near(filler: int, same: int | None) -> None:
    """'het bedrag van 30 miljoen euro' is the sum of less than 700 characters before."""
    text = (
        "De Vlaamse Regering keurde in 2020 een plan van 30 miljoen euro goed. "
        + "Zo. " * filler
        + "Nu bestendigt ze het bedrag van 30 miljoen euro. En 5 miljoen euro."
    )
    assert links(text)[1] == (same, None)


@pytest.mark.parametrize(
    ("between", "first", "second", "same"),
    [
        ("", "ziekenhuizen apparatuur", "ziekenhuizen apparatuur", 0),
        ("", "ziekenhuizen", "ziekenhuizen", None),
        ("Zo. " * 200, "ziekenhuizen apparatuur verpleging gebouwen", "ziekenhuizen apparatuur verpleging gebouwen", 0),
        ("Zo. " * 200, "ziekenhuizen apparatuur verpleging", "ziekenhuizen apparatuur verpleging", None),
    ],
)
def test_how_many_words_make_two_sums_one(between: str, first: str, second: str, same: int | None) -> None:
    """Two equal figures are one sum where two words near by, or four far away, say that they are about one thing."""
    text = f"Er gaat 30 miljoen euro naar {first}. {between}Er gaat 30 miljoen euro naar {second}. En 5 miljoen euro."
    assert links(text)[1] == (same, None)


@pytest.mark.parametrize(
    ("words", "same"), [("ziekenhuizen apparatuur verpleging", 0), ("ziekenhuizen verpleging", None)]
)
def test_a_precise_figure_needs_fewer_words(words: str, same: int | None) -> None:
    """A figure of three digits, far away, is the same sum where three words are the same."""
    sentence = f"Er gaat 31,7 miljoen euro naar {words}. "
    text = f"{sentence}{'Zo. ' * 200}{sentence}En 5 miljoen euro."
    assert links(text)[1] == (same, None)


@pytest.mark.parametrize(("length", "same"), [(11_999, 0), (12_000, None)])
def test_how_long_a_text_is_about_one_figure(length: int, same: int | None) -> None:
    """A short text that names one figure twice, and no other, speaks of one sum."""
    start, end = "Er is 3 miljoen euro. ", "Er is 3 miljoen euro."
    text = start + "Zo " * 4_000
    assert links(text[: length - len(end) - 2] + ". " + end) == [(None, None), (same, None)]


@pytest.mark.parametrize(("province", "same"), [("", None), (" en de provincie", 0)])
def test_two_equal_figures_of_one_title(province: str, same: int | None) -> None:
    """In a title two equal figures within 60 characters are two sums; farther apart it says one twice."""
    text = (
        f"Subsidie van 3 miljoen euro aan de school en de stad en de gemeente{province} voor 3 miljoen euro"
        "   De Vlaamse Regering."
    )
    assert links(text)[1] == (same, None)
