"""Sums of money are read where they stand, exactly, and nothing else is."""

from __future__ import annotations

import decimal
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from flanders_care.dutch.money.mention import AmountMention
from flanders_care.dutch.money.mentions import read_amounts, read_money


def values(text: str) -> list[Decimal]:
    """The values read in a text."""
    return [mention.amount.value for mention in read_amounts(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2,055 miljoen euro", "2055000"),
        ("1.5 miljoen euro", "1500000"),
        ("2.217.289,16 euro", "2217289.16"),
        ("3 miljoen Euro", "3000000"),
        ("EUR 2,926 miljard", "2926000000"),
        ("€ 475.000", "475000"),
        ("475.000€", "475000"),
        ("475.000,- euro", "475000"),
        ("60.000 euro/jaar", "60000"),
        ("35 \nmiljoen euro", "35000000"),
        ("200.000 \neuro", "200000"),
        ("een half miljoen  euro", "500000"),
        ("half miljoen euro", "500000"),
        ("anderhalf miljoen euro", "1500000"),
        ("twee miljoen euro", "2000000"),
        ("tweehonderdduizend euro", "200000"),
        ("2,5 mio EUR", "2500000"),
        ("3 mld. euro", "3000000000"),
        ("4 mln euro", "4000000"),
        ("150 k€", "150000"),
        ("k€ 150", "150000"),
        ("5 M€", "5000000"),
        ("12 keuro", "12000"),
        ("5,5 miljioen euro", "5500000"),
        ("2 miljoen eruo", "2000000"),
        ("5 mil-\njoen euro", "5000000"),
        ("5 miljoen[3] euro", "5000000"),
        ("9,54 miljoen euro.23 Er werd", "9540000"),
        ("50 eurocent", "0.50"),
        ("5 euro en 20 cent", "5.20"),
        ("-5 miljoen euro", "-5000000"),
        ("€ -2.000", "-2000"),
        ("in 2021 250.000 euro", "250000"),
        ("300\u00a0000 euro", "300000"),
        ("150 duizend euro", "150000"),
        ("1000000000000000000000000000000 euro", "1" + "0" * 30),
    ],
)
def test_every_way_to_write_a_sum(text: str, value: str) -> None:
    """Units before and behind, words, typing errors, line breaks, notes and blanks do not change the value."""
    assert values(text) == [Decimal(value)]


@pytest.mark.parametrize(
    "text",
    [
        "goed voor 12.476 arbeidsplaatsen in Vlaanderen",
        "het sectoraandeel bedroeg in 2019 22,8%.9",
        "in 2015.15 patentapplicaties",
        "minstens één miljoen menselijke genomen in databanken",
        "ongeveer 4,7 miljoen Vlamingen",
        "een vermindering van 2 tot 4 miljoen ton per jaar",
        "wegen met meer dan 3 miljoen passages per jaar",
        "een oppervlakte van 35.000 m²",
        "artikel 4.160/3 van het besluit van 16 februari 2001",
        "bel 02 553 72 02",
        "project VV023 euro",
        "https://x.be/?search=3%2C15%20miljoen%20euro",
        "elke geïnvesteerde euro",
        "voor een euro",
        "5 miljoenste bezoeker",
        "half werk, geen miljoen euro",
    ],
)
def test_what_is_no_money(text: str) -> None:
    """Percentages, counts, surfaces, tonnes, years, articles, numbers of telephones and codes are no sums."""
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("tussen 2 en 3 miljoen euro", "2000000", "3000000"),
        ("500.000 à 1 miljoen euro", "500000", "1000000"),
        ("een subsidie van 1 tot 2 miljoen euro per deal", "1000000", "2000000"),
        ("tussen een half miljoen en 1 miljoen euro per dossier", "500000", "1000000"),
        ("2-3 miljoen euro", "2000000", "3000000"),
        ("€ 500 - € 1.000", "500", "1000"),
    ],
)
def test_ranges_are_one_sum_with_two_bounds(text: str, low: str, high: str) -> None:
    """A range is one sum; its value lies in the middle."""
    [mention] = read_amounts(text)
    assert (mention.amount.low, mention.amount.high) == (Decimal(low), Decimal(high))
    assert mention.amount.qualifier == "range"
    assert mention.amount.value == (Decimal(low) + Decimal(high)) / 2


def test_a_change_is_two_sums() -> None:
    """`van 15 tot 30 miljoen` after a verb of change is the old sum and the new one."""
    text = "Daarnaast verhoogt ze het financieringsplafond van 15 tot 30 miljoen euro voor leningen."
    assert values(text) == [15_000_000, 30_000_000]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Voor deze oproepen wordt respectievelijk 2 en 3 miljoen euro voorzien.", [2_000_000, 3_000_000]),
        ("In 2021 en 2 miljoen euro later", [2_000_000]),
        ("voor 3 projecten en 2 miljoen euro", [2_000_000]),
        (
            "2,8 miljoen euro (1,4 miljoen vanuit het Fonds en 1,4 miljoen vanuit het andere)",
            [2_800_000, 1_400_000, 1_400_000],
        ),
        ("1 miljoen strategische ecologiesteun aan een bedrijf", [1_000_000]),
        ("11 x 50.000, samen 550.000 euro", [50_000, 550_000]),
    ],
)
def test_units_that_stand_elsewhere(text: str, expected: list[int]) -> None:
    """A figure takes its unit from the sum beside it, and from nothing else."""
    assert values(text) == expected


def test_a_table_head_gives_its_unit_to_the_cells() -> None:
    """`(in duizend euro)` above a table holds for its cells, not for years and not for prose behind it."""
    text = "Uitgaven (in duizend euro)\n| Gent | 2.500 | 3 |\n| Brugge | 1.000,5 | 2021 |\n\nEr zijn 5 leden."
    assert values(text) == [2_500_000, 3_000, Decimal("1000500")]


def test_the_unit_of_a_list_stands_before_it(seeds_folder: Path) -> None:
    """`(GTI Limburg – 4,76), ... 1,3 ... 2,9` in the policy note are millions, as the sum before the list."""
    text = (seeds_folder / "004_40d31b0bcedf8a9d.txt").read_text(encoding="utf-8")
    carried = [m for m in read_amounts(text) if m.quote in {"4,76", "1,3", "2,9"}]
    assert [m.amount.value for m in carried] == [4_760_000, 1_300_000, 2_900_000]


def test_the_policy_note_holds_47_sums(seeds_folder: Path) -> None:
    """A careful reader found 47 sums in the policy note; the first and the last are named here."""
    text = (seeds_folder / "004_40d31b0bcedf8a9d.txt").read_text(encoding="utf-8")
    mentions = read_amounts(text)
    assert len(mentions) == 47
    assert mentions[0].quote == "bijna 100 miljoen euro"
    assert mentions[-1].quote == "1 miljoen euro"


def test_the_press_release_says_one_yearly_sum_twice(seeds_folder: Path) -> None:
    """'voorziet daarbij in 12 miljoen euro extra' and 'wordt elk jaar in 12 miljoen euro voorzien' are one sum."""
    text = (seeds_folder / "003_72f413a18ba5f25d.txt").read_text(encoding="utf-8")
    first, second = read_amounts(text)
    assert [first.amount.value, second.amount.value] == [Decimal(12_000_000)] * 2
    assert second.same_as == 0
    assert second.recurrence == "per_year"


def test_the_efro_sums_lie_inside_each_other(seeds_folder: Path) -> None:
    """'In totaal ..., inclusief 2 onder prioriteit 2 ten belope van 15,67' holds 15,11 and the zones."""
    text = (seeds_folder / "004_40d31b0bcedf8a9d.txt").read_text(encoding="utf-8")
    mentions = read_amounts(text)
    place = {m.quote.split()[0]: i for i, m in enumerate(mentions)}
    assert mentions[place["87,63"]].part_of == place["175,59"]
    assert mentions[place["15,11"]].part_of == place["15,67"]
    assert mentions[place["15,67"]].part_of == place["175,59"]
    assert [mentions[place[zone]].part_of for zone in ("4,76", "1,3", "2,9")] == [place["15,67"]] * 3


def test_icon_is_said_twice_and_counted_once(seeds_folder: Path) -> None:
    """The 42 and 16,1 million of the ICON call stand in chapter 3 and again in chapter 4."""
    text = (seeds_folder / "004_40d31b0bcedf8a9d.txt").read_text(encoding="utf-8")
    mentions = read_amounts(text)
    for value in (42_000_000, 16_100_000):
        first, second = (i for i, m in enumerate(mentions) if m.amount.value == value)
        assert mentions[second].same_as == first


def test_the_support_asked_for_is_part_of_the_budget_asked_for(seeds_folder: Path) -> None:
    """'begroting bedroeg ongeveer 42 miljoen euro, waarbij het gevraagde steunbedrag ongeveer 29 miljoen euro was'."""
    text = (seeds_folder / "004_40d31b0bcedf8a9d.txt").read_text(encoding="utf-8")
    mentions = read_amounts(text)
    [support] = [m for m in mentions if m.amount.value == 29_000_000]
    assert support.part_of is not None
    assert mentions[support.part_of].amount.value == 42_000_000


def test_a_year_of_promising_is_no_year_of_money(seeds_folder: Path) -> None:
    """'engageerde zich in 2017 om jaarlijks een totaal budget van 3 miljoen Euro te voorzien' has no last year."""
    text = (seeds_folder / "004_40d31b0bcedf8a9d.txt").read_text(encoding="utf-8")
    [regmed] = [m for m in read_amounts(text) if m.quote == "3 miljoen Euro"]
    assert (regmed.recurrence, regmed.years) == ("per_year", ())


def test_other_currencies_keep_their_code() -> None:
    """'zal een bedrag van 2,5 miljoen USD niet overschrijden' is at most 2.5 million dollars."""
    [mention] = read_amounts("De totale kost zal een bedrag van 2,5 miljoen USD niet overschrijden.")
    assert (mention.amount.currency, mention.amount.qualifier) == ("USD", "at_most")
    assert [m.amount.currency for m in read_amounts("US$ 5 miljoen, 3 Britse pond, CHF 20")] == ["USD", "GBP", "CHF"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1.2.3,4 euro", "malformed-amount"),
        ("9" * 70 + " euro", "amount-too-long"),
        ("9" * 200 + " euro", "amount-too-long"),
        ("9" * 58 + " miljard euro", "amount-too-long"),
        ("tientallen miljoenen euro", "vague-amount"),
        ("enkele miljoenen euro", "vague-amount"),
        ("duizenden euro", "vague-amount"),
    ],
)
def test_what_looks_like_money_and_is_no_sum_is_said(text: str, code: str) -> None:
    """A figure that cannot be read becomes a diagnostic with its place, and no sum."""
    reading = read_money(text, document_id="d")
    assert reading.mentions == ()
    [diagnostic] = reading.diagnostics
    assert (diagnostic.code, diagnostic.document_id) == (code, "d")
    assert diagnostic.start is not None
    assert diagnostic.end is not None
    assert text[diagnostic.start : diagnostic.end]


def test_numbers_of_things_are_not_vague_money() -> None:
    """`honderden mensen` is no sum that could not be read."""
    assert read_money("honderden mensen kwamen").diagnostics == ()


@pytest.mark.parametrize(
    "text",
    [
        "(" * 5_000 + "1 miljoen euro" + ")" * 5_000,
        "1.1." * 60_000 + " euro",
        "1 " * 100_000 + "euro",
        "miljoen " * 30_000,
        "een " * 60_000 + "euro",
        "maximaal " * 30_000 + "5 euro",
        "2021-" * 50_000,
        "(GTI – 4,7) " * 3_000,
    ],
    ids=["brackets", "dots", "blanks", "millions", "articles", "limits", "years", "lists"],
)
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    """Hundreds of thousands of characters without sense raise nothing and are read to the end."""
    reading = read_money(text)
    assert all(m.quote == text[m.start : m.end] for m in reading.mentions)


def test_many_sums_cost_no_square() -> None:
    """Thousands of equal sums in one text are read and linked without comparing each with each."""
    mentions = read_amounts("Er wordt 1 miljoen euro voorzien voor de werking. " * 1_500)
    assert len(mentions) == 1_500


PIECES = st.sampled_from(
    ["maximaal ", "3 miljoen euro", "€ 5", " en ", "(", ")", ". De ", "1.2.3,4 euro", "een half miljoen", "2021-2023", "\n",  # noqa: E501
     "tot ", "van ", "waarvan ", "jaarlijks ", "5%", " x ", "11 x 50.000", "per project ", "12 ", "kent ", "toe aan vzw A "]  # noqa: E501
)  # fmt: skip


@given(st.lists(PIECES, max_size=24).map("".join))
@example("tussen 3 miljoen euro en maximaal € 5")
def test_reading_keeps_the_law_of_quotes(text: str) -> None:
    """For every mention text[start:end] == quote, in order, without overlap, and links point to other mentions."""
    mentions = read_amounts(text)
    end = 0
    for index, mention in enumerate(mentions):
        assert text[mention.start : mention.end] == mention.quote
        assert mention.start >= end
        end = mention.end
        for link in (mention.same_as, mention.part_of, mention.alternative_to):
            assert link is None or (link != index and 0 <= link < len(mentions))
        low, high = mention.amount.low, mention.amount.high
        assert low is None or low <= mention.amount.value
        assert high is None or high >= mention.amount.value
    assert not _has_circle(mentions)


def _has_circle(mentions: tuple[AmountMention, ...]) -> bool:
    for start in range(len(mentions)):
        seen: set[int] = set()
        place: int | None = start
        while place is not None:
            if place in seen:
                return True
            seen.add(place)
            place = mentions[place].part_of
    return False


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    """No text at all raises."""
    assert isinstance(read_money(text).mentions, tuple)


@pytest.mark.parametrize(
    "text",
    [
        "tussen 2.217.289,16 en 3 miljoen euro",
        "een half miljoen euro en 12,3456789 keuro",
        "Subsidie van maximaal 2.217.289,16 euro   De Vlaamse Regering kent 2,217 miljoen euro toe aan de steden.",
        "A krijgt 12,58 miljoen euro en B 3,1 miljoen euro. In totaal wordt 15,7 miljoen euro ingezet.",
        "5 euro en 20 cent",
    ],
)
def test_no_context_of_the_caller_changes_what_is_read(text: str) -> None:
    """A decimal context of two digits in the caller's program rounds nothing and links nothing else."""
    with decimal.localcontext(decimal.Context(prec=2)):
        narrow = read_amounts(text)
    assert narrow == read_amounts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 miljoen euro. " + "woord " * 120 + "(GTI A – 4,76) en (GTI B – 1,3)", [3_000_000]),
        ("3 miljoen euro, nl. (GTI A – 4,76)", [3_000_000]),
        ("300 euro, nl. (GTI A – 4,76) en (GTI B – 1,3)", [300]),
        ("een lijst (GTI A – 4,76) en (GTI B – 1,3) zonder eenheid, dan 5 euro", [5]),
        ("11 x 50.000 zonder eenheid", []),
        ("11 x 50.000 " + "woord " * 80 + " 5 euro", [5]),
        ("Bedragen in euro\n1.000\n2.000", [1_000, 2_000]),
        ("(in miljoen euro)\n| A | 1,5 | 1.2.3 |\n" + "proza " * 80 + "\n| B | 2 |", [1_500_000]),
        ("(in duizend euro) zonder tabel", []),
        ("tussen huis en 3 miljoen euro", [3_000_000]),
        ("twee en 3 euro", [3]),
        ("fase 3 en 5 miljoen euro", [5_000_000]),
        ("5 euro. (GTI A – 4,76) " + "woord " * 120 + "(GTI B – 1,3)", [5]),
        ("300 euro. " + "woord " * 120 + "(GTI A – 4,76) en (GTI B – 1,3)", [300]),
        ("11 x 50.000 euro", [50_000]),
        ("1.50.000 x 50.000 en 5 euro", [5]),
        ("(in duizend euro)\n| 5 |", [5_000]),
        ("(in duizend euro)\n| 5 |\n| 2.500 | -3 |\n", [5_000, 2_500_000, -3_000]),
        ("fase 2-3 miljoen euro", [2_500_000]),
        ("(12-3 miljoen euro", [12_000_000, 3_000_000]),
        ("VV2-3 miljoen euro", [3_000_000]),
        ("3 maal 2 en 3 maal 5 euro", [5]),
        ("van 40 naar 45 euro", [45]),
        ("een paar keer 5 euro", [5]),
        ("0 maal 5 euro", [5]),
        ("İ twee miljoen euro", [2_000_000]),
        ("dertig mln euro en veertig mio", [30_000_000, 40_000_000]),
        ("1 miljoen huizen en 2 miljoen bomen", []),
        ("subsidie van 2 miljoen in 2022", [2_000_000]),
        ("5 miloen euro, 5 menselijk", [5_000_000]),
        ("5 milieu", []),
        ("7 miljoen neuro", [7_000_000]),
    ],
)
def test_edges_of_units(text: str, expected: list[int]) -> None:
    """Units reach as far as a reader would carry them, and no further."""
    assert [int(mention.amount.value) for mention in read_amounts(text)] == expected


def test_a_mention_shows_its_words_its_amount_and_its_role() -> None:
    """What a reader asks first of a sum stands in its short form."""
    [mention] = read_amounts("De Vlaamse Regering kent maximaal 3 miljoen euro toe.")
    assert repr(mention) == "<AmountMention 'maximaal 3 miljoen euro': at most 3.000.000 EUR, granted>"
