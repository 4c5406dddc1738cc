"""Numbers in columns: told by all cells of a file, and not read where they leave two readings."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.documents.column_numbers import Numbers, Unit, read_numbers, read_unit, scaled

EURO, BARE = Unit("Betaald", euro=True), Unit("Aantal")


def _read(cells: list[str], unit: Unit = EURO) -> Numbers:
    return read_numbers([cells], [unit])[0]


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["81,499", "596"], ["81499", "596"]),
        (["81.499", "596"], ["81499", "596"]),
        (["1,234,567", "12.50", "1,250"], ["1234567", "12.50", "1250"]),
        (["1.234.567", "12,50", "1.250"], ["1234567", "12.50", "1250"]),
        (["15615031,00", "138,00"], ["15615031.00", "138.00"]),
        (["1 234 567,5", "1\u00a0250"], ["1234567.5", "1250"]),
        (["-889,465", "−5", "7-", "0"], ["-889465", "-5", "-7", "0"]),
        (["€ 1.250,00", "12,50 EUR", "-€ 3,00"], ["1250.00", "12.50", "-3.00"]),
        (["1234,567", "1,250"], ["1234.567", "1.250"]),
    ],
)
def test_the_column_tells_its_notation(cells: list[str], values: list[str]) -> None:
    """Thousands in groups of three and decimals are told apart by all cells together."""
    found = _read(cells)
    assert ([str(value) for value in found.values], found.unread, found.trouble) == (values, (), "")


@pytest.mark.parametrize(
    ("cells", "unit"),
    [
        (["81,499", "596"], BARE),
        (["81,499", "1.250"], EURO),
        (["1,5", "2.5"], EURO),
        (["81,499"], Unit("Bedrag", 1000, euro=True)),
    ],
)
def test_what_the_column_leaves_open_is_not_read(cells: list[str], unit: Unit) -> None:
    """Neither a guess nor an average: nothing, with the reason."""
    found = _read(cells, unit)
    assert (set(found.values), bool(found.trouble)) == ({None}, True)


def test_other_columns_of_the_file_tell_too() -> None:
    """One program wrote the file: a column that cannot be told follows the others, where they agree with it."""
    bare = read_numbers([["81,499"], ["1,234,567"]], [BARE, BARE])
    assert bare[0].values == (Decimal(81499),)
    against = read_numbers([["81,499"], ["12,50"]], [EURO, EURO])
    assert (against[0].values, against[1].values) == ((None,), (Decimal("12.50"),))


def test_a_sum_with_three_decimals_among_cents_is_not_read() -> None:
    """`81,499` beside `12,50` is thousands in one notation and a tenth of a cent in the other: that cell is left."""
    found = _read(["12,50", "81,499", "7"])
    assert (found.values, found.unread) == ((Decimal("12.50"), None, Decimal(7)), (1,))
    assert _read(["12,5000", "81,499"]).unread == ()


def test_what_is_no_number_is_said() -> None:
    """Words, two signs and numbers of many digits are not read; a dash and an empty cell stand for nothing."""
    found = _read(["", "-", "n.v.t.", "veel", "-5-", "1" * 41, "1,23,4", "(5)", ",5", "0,500"])
    assert (set(found.values), found.unread) == ({None, Decimal("0.500")}, (3, 4, 5, 6, 7, 8))
    assert _read(["1" * 40]).values == (Decimal("1" * 40),)


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("Betaald (EUR)", Unit("Betaald", 1, euro=True)),
        ("Betaald [€]", Unit("Betaald", 1, euro=True)),
        ("Bedrag in euro", Unit("Bedrag", 1, euro=True)),
        ("Bedrag (in duizend euro)", Unit("Bedrag", 1000, euro=True)),
        ("Bedrag in miljoen euro", Unit("Bedrag", 1_000_000, euro=True)),
        ("Bedrag (miljard euro)", Unit("Bedrag", 1_000_000_000, euro=True)),
        ("Bedrag (x 1.000 euro)", Unit("Bedrag", 1000, euro=True)),
        ("Bedrag (x 1 000 000)", Unit("Bedrag", 1_000_000)),
        ("Realisatie (*1000) per bijdrage", Unit("Realisatie per bijdrage", 1000)),
        ("Bedrag (USD)", Unit("Bedrag", 0)),
        ("Bedrag (%)", Unit("Bedrag", 0)),
        ("Bedrag ()", Unit("Bedrag", 0)),
        ("Bedrag", Unit("Bedrag")),
    ],
)
def test_units_of_heads(head: str, unit: Unit) -> None:
    """Only what a head says counts; what stands in brackets and is no unit that is known makes none."""
    assert read_unit(head) == unit


def test_scaling_is_exact() -> None:
    """Thousands are thousands, to the last digit."""
    assert scaled(Decimal("0.123456789012345678901234567891"), Unit("x", 1000)) == Decimal(
        "123.456789012345678901234567891"
    )


@given(st.lists(st.decimals(-(10**12), 10**12, places=2), min_size=1), st.sampled_from(["{:,.2f}", "{:.2f}"]))
def test_written_sums_come_back(values: list[Decimal], form: str) -> None:
    """Sums with cents come back to the cent, with and without thousands, in both notations."""
    swap = str.maketrans(",.", ".,")
    written = [form.format(value) for value in values]
    assert list(_read(written).values) == values
    assert list(_read([cell.translate(swap) for cell in written]).values) == values


@given(st.lists(st.text("0123456789,.-€ 'x", max_size=12), max_size=6))
def test_no_cell_raises(cells: list[str]) -> None:
    """Any cells give a number, nothing, or a place to look at."""
    found = _read(cells)
    assert len(found.values) == len(cells)
