"""Counts and measures that are no money."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.money import Qualifier
from flanders_care.reading.figures import read_figures


def _read(text: str) -> list[str]:
    return [f"{figure.value} {figure.unit} {figure.qualifier.value}" for figure in read_figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Al meer dan 70 partners hebben zich geëngageerd", ["70 partners more_than"]),
        (
            "waaronder 45 kmo’s, 14 grote bedrijven, de 4 universitaire ziekenhuizen",
            ["45 kmo’s exact", "14 bedrijven exact", "4 ziekenhuizen exact"],
        ),
        ("een opkomst van 20 à 30 deelnemers", ["25 deelnemers range"]),
        ("drie tot vijf jaar", ["4 jaar range"]),
        ("ongeveer een gelijk deel (14-15%)", ["14.5 % range"]),
        ("ruwweg berekend op 11,4% tot 13%", ["12.2 % range"]),
        ("tot bijna 100.000 m2 totaal oppervlak", ["100000 m2 nearly"]),
        ("tegen 2022 minstens één miljoen menselijke genomen", ["1000000 genomen at_least"]),
        ("Een genoomcollectie van 20 000 individuen", ["20000 individuen exact"]),
        ("zo’n 20-tal dossiers", ["20 dossiers approx"]),
        ("tot 2x hernieuwd", ["2 keer exact"]),
        ("met een factor 6 en", ["6 factor exact"]),
        ("op de 3de plaats komt", ["3 plaats exact"]),
        ("is de zevende in Vlaanderen.", ["7 plaats exact"]),
        ("Bijna 2/3 van deze werknemers", ["0.6667 deel nearly"]),
        ("goed voor bijna drie kwart van de omzet", ["0.75 deel nearly"]),
        ("een kwart van de leden", ["0.25 deel exact"]),
        ("meer dan de helft van alle uitgaven", ["0.5 deel more_than"]),
        ("twee derde van de scholen en een derde van de klassen", ["0.6667 deel exact", "0.3333 deel exact"]),
        ("het aantal onderzoekers is exponentieel gegroeid tot 5.400, een", ["5400 onderzoekers exact"]),
        ("36 projecten ingediend, waarvan 5 zorg gerelateerde projecten", ["36 projecten exact", "5 projecten exact"]),
        ("49 mandaten goedgekeurd waarvan 22 in de sector", ["49 mandaten exact", "22 mandaten exact"]),
        ("acht Vlaamse partners (5 KMO, 3 VZW)", ["8 partners exact", "5 KMO exact", "3 VZW exact"]),
        ("op innovatie (TRL-niveaus 2-5)", ["3.5 TRL range"]),
        ("tegen 2030 6,7 GW zonnepanelen", ["6.7 GW exact"]),
        ("12,53% CAGR", ["12.53 % exact"]),
        ("vijfentwintig scholen en 3 procent", ["25 scholen exact", "3 % exact"]),
        ("werkt rond vier thema’s", ["4 thema’s exact"]),
    ],
)
def test_figure_is_read(text: str, expected: list[str]) -> None:
    """A number with something that says what is counted is a figure, with its value, unit and firmness."""
    assert _read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Figuur 3 schetst het ecosysteem (zie tabel 2).",
        "COVID-19, S3P4PM, 1+MEGA en de 3P’s",
        "Flanders’ Care 4.0 en Health House 2.0",
        "vallen onder Horizon 2020 deelname",
        "prioriteit 1 en as 2",
        "pagina 18 van 26",
        "de gezondheidszorg van de 21ste eeuw",
        "3D printing en 3D films",
        "een van de drijvende technologieën",
        "1.2.3 en 4.5.6",
        "tussen 5 en",
        "30-20 deelnemers",
        "VR 2021 0205 DOC.0456/1",
    ],
)
def test_number_is_no_figure(text: str) -> None:
    """Numbers of figures, pages, versions, names and centuries count nothing."""
    assert _read(text) == []


def test_sums_and_dates_are_taken() -> None:
    """What has been read as a sum, a date or a name is no figure."""
    text = "In 2019 ging 35 miljoen euro naar 5 projecten."
    assert [figure.value for figure in read_figures(text, [(3, 7), (13, 28)])] == [Decimal(5)]


def test_range_has_its_middle_and_subject() -> None:
    """A range has its middle for a value; the words behind a share say of what."""
    [figure] = read_figures("waarbij bijna 80% van de steun naar kmo’s ging.")
    assert (figure.value, figure.qualifier, figure.subject) == (
        Decimal(80),
        Qualifier.NEARLY,
        "van de steun naar kmo’s ging",
    )


def test_blocks_stay_apart() -> None:
    """A number at the end of a block does not count the first word of the next."""
    assert _read("Zie 12\n\nVEKA meet 40 gebouwen.") == ["40 gebouwen exact"]


PIECES = [
    " 12 scholen",
    " 5%",
    " 3 tot 5 jaar",
    " 1.000 m2",
    " de helft van",
    ",",
    "/",
    "-",
    "x",
    " miljoen",
    "\n",
    "7",
]


@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=12).map("".join))
def test_figures_lie_in_the_text(text: str) -> None:
    """Figures stand in the text in order and do not overlap, whatever the text."""
    figures = read_figures(text)
    assert all(0 <= f.start < f.end <= len(text) for f in figures)
    assert all(a.end <= b.start for a, b in itertools.pairwise(figures))
