"""Amounts: exact sums and bounds that hold."""

from __future__ import annotations

import decimal
from decimal import Decimal
from itertools import permutations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.errors import InvalidValueError, NotAddableError
from flanders_care.money import (
    MAX_DIGITS,
    Amount,
    Qualifier,
    exact_sum,
    format_decimal,
    same_figure,
    sum_amounts,
)
from flanders_care.testing import strategies

ENDLESS = pytest.param(10**5000, id="endless int")

amounts = strategies.amounts()
MANY = st.lists(amounts, min_size=1, max_size=5)


def holds(amount: Amount) -> bool:
    """Whether the bounds of an amount stand on their sides."""
    return (amount.low is None or amount.low <= amount.value) and (amount.high is None or amount.value <= amount.high)


@given(MANY)
def test_bounds(parts: list[Amount]) -> None:
    """`low <= value <= high`, and adding keeps it. A missing bound stays missing."""
    total = sum_amounts(parts)
    assert all(holds(part) for part in parts)
    assert holds(total)
    assert (total.floor is None) == any(part.floor is None for part in parts)
    assert (total.ceiling is None) == any(part.ceiling is None for part in parts)


@given(MANY)
def test_exact(parts: list[Amount]) -> None:
    """A sum is exact: the difference with the parts, taken one by one, is nothing."""
    total = sum_amounts(parts)
    left = exact_sum([total.value, *(-part.value for part in parts)])
    assert left == 0
    assert total.is_exact == all(part.is_exact for part in parts)


@given(amounts, amounts, amounts)
def test_any_order_and_grouping(one: Amount, other: Amount, third: Amount) -> None:
    """No result depends on the order of its inputs: sums are commutative and associative, bounds included."""
    assert (one + other) + third == one + (other + third)
    assert len({sum_amounts(order) for order in permutations([one, other, third])}) == 1


@given(amounts, st.integers(0, 12))
def test_times(amount: Amount, times: int) -> None:
    """A yearly sum over n years is the sum n times; its bounds go along."""
    counted = amount * times
    assert counted.value == amount.value * times
    assert holds(counted)
    assert counted == times * amount
    if times:
        repeated = sum_amounts([amount] * times)
        assert (repeated.value, repeated.floor, repeated.ceiling) == (counted.value, counted.floor, counted.ceiling)


@pytest.mark.parametrize(
    ("qualifier", "low", "high", "text"),
    [
        ("exact", None, None, "475.000 EUR"),
        ("approx", None, None, "about 475.000 EUR"),
        ("at_most", None, "475000", "at most 475.000 EUR"),
        ("less_than", None, "475000", "less than 475.000 EUR"),
        ("nearly", None, "475000", "nearly 475.000 EUR"),
        ("at_least", "475000", None, "at least 475.000 EUR"),
        ("more_than", "475000", None, "more than 475.000 EUR"),
    ],
)
def test_bounds_follow_from_the_qualifier(qualifier: str, low: str | None, high: str | None, text: str) -> None:
    """`at most 475 000`: value 475000, low None, high 475000."""
    amount = Amount.of("475000", qualifier)
    assert amount.low == (None if low is None else Decimal(low))
    assert amount.high == (None if high is None else Decimal(high))
    assert (str(amount), repr(amount)) == (text, f"Amount('{text}')")


def test_range() -> None:
    """A range shows both bounds; without them it shows its figure."""
    between = Amount(value=Decimal(2500000), low=Decimal(2000000), high=Decimal(3000000), qualifier=Qualifier.RANGE)
    assert str(between) == "2.000.000 to 3.000.000 EUR"
    assert str(attrs.evolve(between, low=None)) == "2.500.000 EUR"
    with pytest.raises(InvalidValueError, match="needs both bounds"):
        Amount.of(1, "range")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((("exact", 100), ("at_most", 50)), ("at_most", None, 150)),
        ((("exact", 100), ("nearly", 50)), ("nearly", None, 150)),
        ((("nearly", 100), ("less_than", 50)), ("at_most", None, 150)),
        ((("at_least", 100), ("more_than", 50)), ("at_least", 150, None)),
        ((("at_least", 100), ("at_most", 50)), ("approx", None, None)),
        ((("approx", 100), ("exact", 50)), ("approx", None, None)),
        ((("range", 100), ("exact", 50)), ("range", 149, 151)),
        ((("range", 100), ("at_most", 50)), ("at_most", None, 151)),
        ((("range", 100), ("at_least", 50)), ("at_least", 149, None)),
    ],
)
def test_a_sum_claims_no_more_than_its_weakest_part(
    parts: tuple[tuple[str, int], ...], expected: tuple[str, int | None, int | None]
) -> None:
    """The qualifier of a sum follows from its parts and the bounds that are left."""
    total = sum_amounts(
        Amount(value=Decimal(100), low=Decimal(99), high=Decimal(101), qualifier="range")
        if word == "range"
        else Amount.of(figure, word)
        for word, figure in parts
    )
    assert (total.qualifier.value, total.low, total.high) == expected


def test_bounded_range_of_two_kinds() -> None:
    """Two kinds of qualifier with both bounds known make a range."""
    one = Amount(value=Decimal(2), low=Decimal(1), high=Decimal(3), qualifier="approx")
    other = Amount(value=Decimal(2), low=Decimal(1), high=Decimal(3), qualifier="range")
    assert (one + other).qualifier is Qualifier.RANGE


def test_exact_in_any_context() -> None:
    """The caller's decimal context does not round a sum, and the sum leaves it alone."""
    with decimal.localcontext(decimal.Context(prec=3)) as context:
        total = Amount.of("123456789.01") + Amount.of("0.99")
        assert total.value == Decimal("123456790.00")
        assert str(Amount.of("123456789.01")) == "123.456.789,01 EUR"
        assert not any(context.flags.values())


@pytest.mark.parametrize(
    "value",
    [
        "",
        "abc",
        "NaN",
        "sNaN",
        "Infinity",
        "1e61",
        "1e-61",
        "9" * 10_000,
        None,
        0.5,
        True,
        [],
        pytest.param(10**5000, id="endless int"),
        (1, 2),
    ],
)
def test_no_figures(value: object) -> None:
    """What is no finite decimal of a sane length is refused; a float is not exact, a bool no figure."""
    with pytest.raises(InvalidValueError, match="Amount"):
        Amount.of(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"value": 5}, "Amount.value: needs a Decimal, not 5"),
        ({"value": None}, "Amount.value: needs a Decimal"),
        ({"low": Decimal(6)}, "Amount.low: 6 is more than the value 5"),
        ({"high": Decimal(4)}, "Amount.high: 4 is less than the value 5"),
        ({"high": Decimal("Infinity")}, "Amount.high: needs a finite number"),
        ({"currency": "euro"}, "Amount.currency: needs an ISO 4217 code"),
        ({"currency": "ÉUR"}, "Amount.currency"),
        ({"currency": None}, "Amount.currency"),
        ({"qualifier": "roughly"}, "Qualifier: needs one of exact, approx"),
    ],
)
def test_amounts_refused(fields: dict[str, object], words: str) -> None:
    """An amount whose parts contradict each other cannot be built."""
    with pytest.raises(InvalidValueError) as caught:
        Amount(**({"value": Decimal(5)} | fields))  # type: ignore[arg-type]
    assert words in str(caught.value)


@pytest.mark.parametrize("times", [-1, 0.5, True, 10**MAX_DIGITS, None])
def test_no_times(times: object) -> None:
    """A sum counts a whole number of times from 0."""
    with pytest.raises(InvalidValueError, match="whole number of times"):
        Amount.of(5) * times  # type: ignore[operator]


def test_what_does_not_add_up() -> None:
    """Nothing, other money and what is no money are refused."""
    with pytest.raises(InvalidValueError, match="nothing to add"):
        sum_amounts([])
    with pytest.raises(NotAddableError, match="EUR and USD are different money"):
        Amount.of(1) + Amount.of(1, currency="USD")
    with pytest.raises(TypeError):
        Amount.of(1) + 1  # type: ignore[operator]


def test_a_sum_past_all_digits_is_refused() -> None:
    """The greatest amount doubles past what an amount may have: refused, not rounded."""
    greatest = Amount.of("9" * MAX_DIGITS + "0")
    with pytest.raises(InvalidValueError, match="at most 60 digits"):
        greatest * 100


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("-0", "-0"),
        ("1000", "1.000"),
        ("-1250000.50", "-1.250.000,5"),
        ("1E+6", "1.000.000"),
        ("0.10", "0,1"),
        ("999", "999"),
    ],
)
def test_figures_as_flemish_documents_write_them(value: str, text: str) -> None:
    """Dots for thousands, a comma for the fraction."""
    assert format_decimal(Decimal(value)) == text


@given(strategies.figures())
def test_figures_read_back(value: Decimal) -> None:
    """Taking the dots out and the comma for a point gives the figure back."""
    assert Decimal(format_decimal(value).replace(".", "").replace(",", ".")) == value


@pytest.mark.parametrize(
    ("precise", "rough", "same"),
    [
        ("2217289.16", "2217000", True),  # 2.217.289,16 euro and 2,217 miljoen euro
        ("1398162", "1390000", True),  # cut off: 1,39 miljoen euro
        ("2051971.82", "2000000", True),  # maximaal 2.051.971,82 euro, and 2 miljoen euro in the text
        ("1052632", "1000000", False),  # 5,0000… % apart: one euro more than the next
        ("1052631", "1000000", True),
        ("2100001", "2000000", True),
        ("1240000", "1200000", False),  # three digits are no precise figure
        ("12345", "12000", True),
        ("12340", "12000", False),
        ("1043999", "1040000", True),
        ("1049999", "1040000", True),
        ("1050001", "1040000", False),  # 1,05 miljoen cuts off to 1,05: off by a whole unit of the last digit
        ("100", "100.00", True),
        ("0", "0", True),
        ("0", "12345", False),
        ("-2217289.16", "-2217000", True),
        ("-2217289.16", "2217000", False),
    ],
)
def test_the_same_figure(precise: str, rough: str, same: bool) -> None:
    """A figure of five digits or more is the one that says it shorter, less than 5 % off, in either order."""
    first, second = Decimal(precise), Decimal(rough)
    with decimal.localcontext(decimal.Context(prec=2)):
        assert same_figure(first, second) is same
        assert same_figure(second, first) is same
