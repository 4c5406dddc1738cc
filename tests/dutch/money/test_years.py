"""When and how often a sum is meant."""

from __future__ import annotations

import pytest

from flanders_care.dutch.money.mentions import read_amounts
from flanders_care.dutch.money.years import times_of

GRANT = "De Vlaamse Regering kent {} toe aan vzw Zorg."


def years(text: str) -> list[tuple[int, ...]]:
    """The years of each sum of a text."""
    return [mention.years for mention in read_amounts(text)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("voor 2022 een subsidie van 5 miljoen euro", (2022,)),
        ("voor de periode 2022-2024 een jaarlijkse subsidie van 100.000 euro", (2022, 2023, 2024)),
        ("voor de begrotingsjaren 2021 tot en met 2024 5 miljoen euro", (2021, 2022, 2023, 2024)),
        ("5 miljoen euro voor de periode van 1 juni 2023 tot 31 mei 2024", (2023, 2024)),
        ("5 miljoen euro van 1 januari tot en met 30 juni 2023", (2023,)),
        ("5 miljoen euro voor de periode december 2023 - augustus 2027", (2023, 2024, 2025, 2026, 2027)),
        ("5 miljoen euro voor het schooljaar 2019-20", (2019, 2020)),
        ("5 miljoen euro vanaf 2022", (2022,)),
        ("5 miljoen euro", ()),
    ],
)
def test_times_in_the_sentence_of_the_sum(words: str, expected: tuple[int, ...]) -> None:
    """Years, ranges, dates and school years beside the sum are its years."""
    assert years(GRANT.format(words)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "De Vlaamse Regering wijzigt het besluit van 16 februari 2001 en voorziet 5 miljoen euro.",
        "In uitvoering van het akkoord van 18 maart 2022 voorziet ze 5 miljoen euro.",
        "Het voorziet sinds 2015 in opvang en krijgt 5 miljoen euro.",
        "In het kader van het Vlaams Dementieplan 2021 – 2025 voorziet ze 5 miljoen euro.",
        "Het project VRTRN 2030 krijgt 5 miljoen euro.",
        "Er wordt ten opzichte van 2021 een extra subsidie van 5 miljoen euro toegekend.",
        "Er wordt t.o.v. 2021 een extra subsidie van 5 miljoen euro toegekend.",
    ],
)
def test_dates_of_laws_and_plans_are_no_times_of_money(text: str) -> None:
    """The date of a decree, the years in the name of a plan and a beginning long ago say nothing of the sum."""
    assert years(text) == [()]


def test_each_sum_has_its_own_time() -> None:
    """'596.000 euro in 2023 en 1,7 miljoen euro in 2024' and 'voor 2021 A, voor 2022 B' are both read rightly."""
    assert years("kent een loonkrediet toe van 596.000 euro in 2023 en 1,7 miljoen euro in 2024.") == [(2023,), (2024,)]
    text = "beslist voor het begrotingsjaar 2021 108.000 euro, voor het begrotingsjaar 2022 103.500 euro toe te kennen."
    assert years(text) == [(2021,), (2022,)]


def test_one_time_holds_for_all_sums_behind_it() -> None:
    """'kent voor 2021 een subsidie toe van 713.000 euro aan A, en 335.000 euro aan B': both are for 2021."""
    text = "De Vlaamse Regering kent voor 2021 een subsidie toe van 713.000 euro aan A, en 335.000 euro aan B."
    assert years(text) == [(2021,), (2021,)]


def test_thirty_months_from_a_date() -> None:
    """'van start gaan op 1 januari 2020 en kent een uitvoeringstermijn van 30 maanden' is 2020, 2021, 2022."""
    text = (
        "De Vlaamse Regering kent een subsidie van 761.000 euro toe aan de vereniging. Dit proefproject zal van start"
        " gaan op 1 januari 2020 en kent een uitvoeringstermijn van 30 maanden."
    )
    assert years(text) == [(2020, 2021, 2022)]


def test_a_period_of_the_next_sentence() -> None:
    """'de partnerschapsovereenkomst voor de jaren 2021 en 2022' behind the grant says when."""
    text = "Ze kent 1,5 miljoen euro toe aan UNAIDS. De overeenkomst geldt voor de jaren 2021 en 2022."
    assert years(text) == [(2021, 2022)]


def test_the_title_is_asked_last() -> None:
    """A year in the title holds where the summary names none, for grants and not for ceilings."""
    text = (
        "Projectoproep 'Natuur in je school 2023'   De Vlaamse Regering voorziet maximaal 9 miljoen euro voor de oproep."  # noqa: E501
        " Scholen kunnen maximaal 20.000 euro ontvangen."
    )
    assert years(text) == [(2023,), ()]


def test_a_transfer_is_of_its_budget_year() -> None:
    """'voor het begrotingsjaar 2021' in the title of a redistribution holds, whatever the money is for."""
    text = (
        "Herverdeling Ontwerpbesluit tot herverdeling voor het begrotingsjaar 2021  De Vlaamse Regering beslist tot"
        " herverdeling van 200.000 euro voor het onderzoek in 2022."
    )
    assert years(text) == [(2021,)]


@pytest.mark.parametrize(
    ("text", "recurrence"),
    [
        ("een jaarlijkse subsidie van 100.000 euro", "per_year"),
        ("wordt elk jaar in 12 miljoen euro voorzien", "per_year"),
        ("100 miljoen euro per jaar", "per_year"),
        ("een maximum van 60.000 euro/jaar", "per_year"),
        ("een budget van 200.000 euro per werkjaar", "per_year"),
        ("Ze zal 5 miljoen euro recurrent investeren", "per_year"),
        ("jaarlijkse subsidies van in totaal maximaal 22 miljoen euro", "one_off"),
        ("een jaarlijkse oproep te lanceren met 4 miljoen euro", "one_off"),
        ("een premie van 300 euro per voltijds werkende medewerker", "per_unit"),
        ("150 euro/ha", "per_unit"),
        ("5 miljoen euro voor de werking", "one_off"),
    ],
)
def test_recurrence(text: str, recurrence: str) -> None:
    """Yearly money, prices of a unit, and the rest."""
    [mention] = read_amounts(text)
    assert mention.recurrence == recurrence


def test_years_without_dates_are_counted() -> None:
    """'een subsidieovereenkomst van 3 jaar ... jaarlijkse subsidie van zo'n 485.000 euro' is three times the sum."""
    text = "Ze keurt een overeenkomst van 3 jaar goed. Met een jaarlijkse subsidie van 485.000 euro zet het in op zorg."
    [mention] = read_amounts(text)
    assert (mention.recurrence, mention.times, mention.years) == ("per_year", 3, ())


def test_twice_for_two_years_is_once_a_year() -> None:
    """'twee maal 1,72 miljoen euro voor 2021 en 2022' is a yearly sum over two years, not four times."""
    [mention] = read_amounts("De Vlaamse Regering voorziet twee maal 1,72 miljoen euro voor 2021 en 2022.")
    assert (mention.recurrence, mention.times, mention.years) == ("per_year", 1, (2021, 2022))


@pytest.mark.parametrize(
    "text",
    [
        "VLAIO zal in 2021 en 2022 telkens 10 miljoen euro voorzien voor ICON-projecten.",
        "De Vlaamse Regering stelt in 2021-2022 telkens voor maximaal 10 miljoen euro aan leningen ter beschikking.",
    ],
)
def test_telkens_behind_years_is_every_year(text: str) -> None:
    """'in 2021 en 2022 telkens 10 miljoen euro' is a yearly sum over two years, no price of one unit."""
    [mention] = read_amounts(text)
    assert (mention.recurrence, mention.times, mention.years) == ("per_year", 1, (2021, 2022))
    assert mention.role == "budget"


def test_times_keep_their_places() -> None:
    """A time points at the words that say it."""
    text = "voor de periode van 1 januari 2022 tot en met 31 december 2024"
    [time] = times_of(text)
    assert text[time.start : time.end] == "1 januari 2022 tot en met 31 december 2024"
    assert time.years == (2022, 2023, 2024)
    assert times_of("2020 tot 2010")[0].years == (2020,)
    assert times_of("VV2021 en A2022") == []


def test_a_norm_takes_the_period_of_its_project() -> None:
    """'157.500 euro voor de gehele projectperiode' is for the period that the text states."""
    text = (
        "Verlenging hubs voor de periode 2024-2025   De Vlaamse Regering verlengt de hubs."
        " De maximale subsidie per project bedraagt 157.500 euro voor de gehele projectperiode."
    )
    assert years(text) == [(2024, 2025)]


def test_a_length_without_a_beginning_says_no_years() -> None:
    """'gedurende drie jaar' from nowhere, and thirty years from somewhere, are no years."""
    assert years("Ze kent 5 miljoen euro toe. Het project loopt gedurende drie jaar.") == [()]
    assert years("Ze kent 5 miljoen euro toe. Het start op 1 mei 2020 en loopt 40 jaar.") == [()]
    assert years("Ze kent jaarlijks 5 miljoen euro toe aan personen van 3 jaar oud.") == [()]


@pytest.mark.parametrize(
    ("inside", "outside"),
    [
        (
            "De looptijd is 2020-2050. Er is 3 miljoen euro voorzien.",
            "De looptijd is 2020-2051. Er is 3 miljoen euro voorzien.",
        ),
        (
            "De looptijd is 2020-2022. Zo. Ook. Nee. Er is 3 miljoen euro voorzien.",
            "De looptijd is 2020-2022. Zo. Ook. Nee. Wel. Er is 3 miljoen euro voorzien.",
        ),
    ],
)
def test_how_long_and_how_near_a_period_is(inside: str, outside: str) -> None:
    """A period has at most 31 years, and holds for a sum at most four sentences away."""
    [(*_, last)], [other] = years(inside), years(outside)
    assert last in {2022, 2050}
    assert last not in other


def test_from_which_year_on_a_round_year_is_an_aim() -> None:
    """'VRTRN 2030' names an aim, 'Vlaanderen 2020' a year."""
    assert years("Het project VRTRN 2030 krijgt 5 miljoen euro.") == [()]
    assert years("Het project VRTRN 2020 krijgt 5 miljoen euro.") == [(2020,)]
