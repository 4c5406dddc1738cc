"""Which sums of a text say the same money again."""

from __future__ import annotations

import pytest

from flanders_care.dutch.money.mentions import read_amounts


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


def test_a_title_that_says_its_sum_twice() -> None:
    """Title and long title both name the sum, and the text a third time."""
    text = (
        "Leerpunt: 6 miljoen euro subsidie\n\nLeerpunt: 6 miljoen euro subsidie voor zorg Ontwerpbesluit tot toekenning"
        " van maximaal 6.000.000 euro aan Leerpunt  De Vlaamse Regering kent 6 miljoen euro toe aan Leerpunt."
    )
    assert [m.same_as for m in read_amounts(text)] == [None, 0, 0, 0]


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
