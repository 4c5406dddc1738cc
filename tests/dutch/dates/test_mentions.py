"""Dates: days, months, years and ranges, and the numbers that are none of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.dutch.dates.mentions import read_dates

PIECES = st.sampled_from(
    [
        "14",
        "juli",
        "2020",
        "2019-2024",
        "31",
        "februari",
        "14/07/2020",
        "art.",
        "in",
        "tot",
        "mei",
        "-",
        "1",
        ",",
        "\n",
        ".",
    ]
)
TEXTS = st.lists(PIECES, max_size=25).map(" ".join) | st.text(alphabet="0123456789-/. jmaun", max_size=60)


def isos(text: str) -> list[str]:
    """Return the dates of a text in ISO 8601."""
    return [mention.iso for mention in read_dates(text)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Op 14 juli 2020 verschenen de rapporten", "2020-07-14"),
        ("Op 14 \njuli 2020 verschenen de rapporten", "2020-07-14"),
        ("14/07/2020", "2020-07-14"),
        ("14.07.2020", "2020-07-14"),
        ("14-7-2020", "2020-07-14"),
        ("14/07/20", "2020-07-14"),
        ("2020-07-14", "2020-07-14"),
        ("(2023-12-22)", "2023-12-22"),
        ("Wednesday June 30th 2021", "2021-06-30"),
        ("30 June 2021", "2021-06-30"),
        ("woensdag 3 mei 2019", "2019-05-03"),
        ("dd. 23 maart 2020", "2020-03-23"),
        ("29 februari 2020", "2020-02-29"),
        ("tot 21 juli 1831", "1831-07-21"),
        ("VRWI, november 2014", "2014-11"),
        ("tot eind november 2021", "2021-11"),
        ("mei 2020", "2020-05"),
        ("dec. 2019", "2019-12"),
        ("maart van 2020", "2020-03"),
        ("07/2020", "2020-07"),
        ("2020-07", "2020-07"),
        ("In 2019 werd, in opdracht", "2019"),
        ("tegen 2025 top of class", "2025"),
        ("begrotingsjaar 2023", "2023"),
        ("een stijging tegenover 2015.15  \n", "2015"),
        ("in 1830 ontstond", "1830"),
        ("post-2020 beleid", "2020"),
        ("de 2030-doelstellingen", "2030"),
        ("Technopolis (2018)", "2018"),
        ("jaarrapport 2019 van Essenscia", "2019"),
        ("in 2019 49 mandaten", "2019"),
        ("op eerste januari 2021", "2021-01-01"),
        ("op veertien juli 2020", "2020-07-14"),
        ("de eenendertigste december 2022", "2022-12-31"),
        ("Op één mei tweeduizend eenentwintig", "2021-05-01"),
        ("in mei tweeduizend en twintig", "2020-05"),
        ("in het jaar negentienhonderd negenennegentig", "1999"),
    ],
)
def test_a_date_is_as_exact_as_written(text: str, iso: str) -> None:
    """Days, months and years in words and figures, Dutch and English; no day or month is made up."""
    assert isos(text) == [iso]


@pytest.mark.parametrize(
    "text",
    [
        "31 februari 2021 is geen dag",
        "29 februari 2021",
        "32 januari 2020",
        "14 juli zonder jaar",
        "gelinkt aan 2.000 m2 totaal oppervlak",
        "bijna 100.000 m2",
        "art. 2019 van het decreet",
        "1992 woningen gebouwd",
        "tel. 02 553 2019",
        "2018 Antwerpen",
        "Natura 2000-beleid",
        "Horizon 2020 deelname",
        "Richtlijn 2010/31/EU en Verordening (EU) 2019/947",
        "besluit 2008/10",
        "Verordening (EG) nr. 1071/2009",
        "VR 2023 1012 DOC.0123",
        "een bedrag van 2019 euro of 2019,5",
        "1 990 500 euro",
        "https://ec.europa.eu/pdf/2013-10_medicine.pdf",
        "www.essenscia.be/2020/06/chiffres2019.pdf",
        "1250 deelnemers",
        "een groei van 2019%",
        "1750 keer",
        "pagina 2019",
        "99/99/2020",
        "tweeduizend woningen en tweeduizend vijftig woningen",
        "de derde pijler van twee programma’s",
    ],
)
def test_what_is_no_date(text: str) -> None:
    """False days, counts, references, telephone numbers, postal codes, names and links hold no date."""
    assert isos(text) == []


@pytest.mark.parametrize(
    ("text", "quote", "first", "last"),
    [
        ("in de periode \n2017 - 2022.", "2017 - 2022", "2017", "2022"),
        ("in de periode 2017-2024 een deel", "2017-2024", "2017", "2024"),
        ("EFRO Vlaanderen 2014 – 2020.", "2014 – 2020", "2014", "2020"),
        ("de TETRA oproep 2019/2020", "2019/2020", "2019", "2020"),
        ("schooljaar 2021-2022", "2021-2022", "2021", "2022"),
        ("schooljaar 2021-22", "2021-22", "2021", "2022"),
    ],
)
def test_a_glued_range_is_one_mention(text: str, quote: str, first: str, last: str) -> None:
    """Its iso is the first year, its until the last."""
    (mention,) = read_dates(text)
    assert (mention.quote, mention.iso, mention.until) == (quote, first, last)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("loopt van 2014 tot en met 2020.", ["2014", "2020"]),
        ("van 1 juli tot en met 31 december 2020", ["2020-07-01", "2020-12-31"]),
        ("van 1 tot 5 mei 2020", ["2020-05-01", "2020-05-05"]),
        ("tussen maart en juni 2021", ["2021-03", "2021-06"]),
        ("in 2021, 2022 en 2023", ["2021", "2022", "2023"]),
        ("1/1/2021-31/12/2021", ["2021-01-01", "2021-12-31"]),
        ("14-16 juli 2020", ["2020-07-14", "2020-07-16"]),
    ],
)
def test_the_ends_of_a_range_in_words_are_two(text: str, expected: list[str]) -> None:
    """The end that leaves the year or month to the other takes it from there."""
    assert isos(text) == expected


def test_a_year_behind_a_year_that_is_no_school_year() -> None:
    """'2019-45' is neither a month nor a school year: only the year is a date."""
    assert [(m.quote, m.iso) for m in read_dates("dossier in 2019-45")] == [("2019", "2019")]


def test_a_range_of_counts_is_no_range_of_years() -> None:
    """'1900-2000 woningen' counts houses."""
    assert isos("bouwen van 1900-2000 woningen") == []


def test_a_number_behind_a_hyphenated_number_is_no_year() -> None:
    """'045-2019' is a file number."""
    assert isos("dossier 045-2019") == []


def test_a_mention_is_a_value() -> None:
    """A mention gives its date as a value to reckon with."""
    (mention,) = read_dates("eind november 2021")
    assert mention.date.last_day.isoformat() == "2021-11-30"


@given(TEXTS)
def test_quotes_are_exact_and_in_order(text: str) -> None:
    """Law: text[start:end] == quote, mentions are in order and never overlap, and every iso is a date."""
    position = 0
    for mention in read_dates(text):
        assert text[mention.start : mention.end] == mention.quote
        assert mention.start >= position
        assert mention.date.iso == mention.iso
        position = mention.end


def test_the_dates_of_the_policy_note(seeds_folder: Path) -> None:
    """Seed 004 holds 67 dates by a careful count, ranges such as '2017-2024' counted as one."""
    text = next(seeds_folder.glob("004_*")).read_text(encoding="utf-8")
    mentions = read_dates(text)
    assert len(mentions) == 67
    found = {(mention.quote, mention.iso) for mention in mentions}
    assert {("14 \njuli 2020", "2020-07-14"), ("27 augustus 2019", "2019-08-27"), ("4 mei 2019", "2019-05-04")} <= found


def test_the_dates_of_the_other_seeds(seeds_folder: Path) -> None:
    """Seed 000 holds the days of eight decisions and a range; 001 none; 002 the BBT of 2022 twice; 003 one day."""
    counts = [len(read_dates(path.read_text(encoding="utf-8"))) for path in sorted(seeds_folder.glob("00[0-3]_*"))]
    assert counts == [9, 0, 2, 1]
