"""Amounts of money as the documents state them: exact, qualified, with bounds, and addable without rounding."""

from __future__ import annotations

import decimal
import enum
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import attrs

from flanders_care.errors import InvalidValueError, NotAddableError
from flanders_care.fields import member, shown
from flanders_care.rendering import Shown

MAX_DIGITS = 60
"""Most digits before the comma, and after it, that an amount may have: past any budget, short of any trap."""

EXACT = decimal.Context(
    prec=1000,
    Emin=-10_000,
    Emax=10_000,
    traps=[decimal.Inexact, decimal.InvalidOperation, decimal.DivisionByZero, decimal.Overflow, decimal.FloatOperation],
)
"""Decimal context for sums: it raises rather than round."""

_PRECISE = 5  # digits of a figure that is known again when it is written shorter
_PARTS_APART = Decimal(20)  # two figures are one if less than one part in so many lies between them


class Qualifier(enum.StrEnum):
    """How firmly a document states an amount; the Dutch words that say so stand behind each.

    `low` and `high` follow from it: at most, less than, nearly have a high; at least, more than have a low.
    """

    EXACT = "exact"  # 3,15 miljoen euro
    APPROX = "approx"  # circa, ongeveer, zo'n
    AT_MOST = "at_most"  # maximaal, hoogstens, tot
    AT_LEAST = "at_least"  # minimaal, minstens
    LESS_THAN = "less_than"  # minder dan
    MORE_THAN = "more_than"  # meer dan, ruim
    NEARLY = "nearly"  # bijna, nagenoeg
    RANGE = "range"  # tussen 2 en 3 miljoen


_CAPPED = frozenset({Qualifier.AT_MOST, Qualifier.LESS_THAN, Qualifier.NEARLY})
_FLOORED = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})


def exact_sum(values: Iterable[Decimal]) -> Decimal:
    """Add decimals exactly, whatever the caller's decimal context says.

    Example:
        >>> exact_sum([Decimal("1E+30"), Decimal("0.01")])
        Decimal('1000000000000000000000000000000.01')
    """
    total = Decimal(0)
    for value in values:
        total = EXACT.add(total, value)
    return total


def format_decimal(value: Decimal) -> str:
    """Write a decimal as Flemish documents do: dots for thousands, a comma for the fraction.

    Example:
        >>> format_decimal(Decimal("1250000.5"))
        '1.250.000,5'
    """
    whole, _, fraction = f"{value:f}".partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    fraction = fraction.rstrip("0")
    return f"{sign}{int(digits or '0'):,}".replace(",", ".") + (f",{fraction}" if fraction else "")


def significant(value: Decimal) -> int:
    """Count the digits of a number without the zeros at its end, whatever the decimal context.

    Example:
        >>> significant(Decimal("2217000")), significant(Decimal("0.50")), significant(Decimal(0))
        (4, 1, 0)
    """
    return len("".join(map(str, value.as_tuple().digits)).strip("0"))


def last_digit(value: Decimal) -> Decimal:
    """Return the weight of the last digit that is not zero: how far rounding can have moved a figure.

    Example:
        >>> last_digit(Decimal("2217000")), last_digit(Decimal("1.50"))
        (Decimal('1000'), Decimal('0.1'))
    """
    _, digits, exponent = value.as_tuple()
    text = "".join(map(str, digits))
    zeros = len(text) - len(text.rstrip("0"))
    place = int(exponent) + zeros
    return Decimal("1" + "0" * place) if place >= 0 else Decimal((0, (1,), place))


def same_figure(first: Decimal, second: Decimal) -> bool:
    """Tell whether two figures are one: equal, or the longer written shorter (rounded, or cut off).

    A shorter figure that is off by a whole unit of its last digit is another figure; so is one that is off by 5 % or
    more, and any that is near a round one (`3,2 miljoen` beside `3 miljoen`): only a figure of five digits is precise
    enough to be known again. The tolerance was chosen on the decisions of 2019-2024. Titles and texts that state one
    sum twice are off by up to 2,5 % (`maximaal 2.051.971,82 euro`, in its text `2 miljoen euro`); the nearest that
    are two sums, of two steps of one file, by 5,3 % (`16,9` and `16 miljoen`).

    Args:
        first: A figure.
        second: Another, of the same currency.

    Returns:
        The same for either order, whatever the caller's decimal context.

    Example:
        >>> same_figure(Decimal("2217289.16"), Decimal("2217000")), same_figure(Decimal("3200000"), Decimal("3000000"))
        (True, False)
    """
    if first == second:
        return True
    rough, precise = sorted((first, second), key=lambda value: (significant(value), value))
    apart = EXACT.abs(EXACT.subtract(precise, rough))
    near = EXACT.multiply(apart, _PARTS_APART) < EXACT.abs(precise)
    return near and significant(precise) >= _PRECISE and apart < last_digit(rough)


def decimal_field(instance: Any, attribute: attrs.Attribute[Any], value: object) -> None:
    """Validate a figure: a finite `Decimal` of at most `MAX_DIGITS` digits before and after the comma."""
    name = f"{type(instance).__name__}.{attribute.name}"
    if not isinstance(value, Decimal):
        raise InvalidValueError(f"{name}: needs a Decimal, not {shown(value)}; write it as Decimal('12.50')")
    if not value.is_finite():
        raise InvalidValueError(f"{name}: needs a finite number, not {value}")
    _, digits, exponent = value.as_tuple()
    # the exponent of a finite decimal is an int; both ends are limited so that a sum can stay exact
    if len(digits) > 2 * MAX_DIGITS or abs(int(exponent)) > MAX_DIGITS or value.adjusted() > MAX_DIGITS:
        raise InvalidValueError(f"{name}: needs at most {MAX_DIGITS} digits before and after the comma")


def _currency_field(instance: Any, attribute: attrs.Attribute[Any], value: object) -> None:
    if not (isinstance(value, str) and len(value) == 3 and value.isascii() and value.isalpha() and value.isupper()):
        raise InvalidValueError(f"Amount.currency: needs an ISO 4217 code such as 'EUR', not {shown(value)}")


def qualifier_of(value: Qualifier | str) -> Qualifier:
    """Turn a word into its qualifier."""
    return member(Qualifier, value)


@attrs.frozen(kw_only=True, repr=False)
class Amount(Shown):
    """A sum of money, as stated.

    Law: `low <= value <= high`, and adding keeps it. A missing bound stays missing.

    Attributes:
        value: The stated or central figure, in units of the currency (euro, not thousands).
        low: The least it can be, or `None` where nothing bounds it from below (or it is exact).
        high: The most it can be, or `None` where nothing bounds it from above (or it is exact).
        qualifier: How firmly it is stated.
        currency: ISO 4217 code.

    Example:
        >>> Amount.of("475000", "at_most")
        Amount('at most 475.000 EUR')
        >>> print(Amount.of(100) + Amount.of("50.5"))
        150,5 EUR
    """

    value: Decimal = attrs.field(validator=decimal_field)
    low: Decimal | None = attrs.field(default=None, validator=attrs.validators.optional(decimal_field))
    high: Decimal | None = attrs.field(default=None, validator=attrs.validators.optional(decimal_field))
    qualifier: Qualifier = attrs.field(default=Qualifier.EXACT, converter=qualifier_of)
    currency: str = attrs.field(default="EUR", validator=_currency_field)

    def __attrs_post_init__(self) -> None:
        if self.low is not None and self.low > self.value:
            raise InvalidValueError(f"Amount.low: {self.low} is more than the value {self.value}")
        if self.high is not None and self.high < self.value:
            raise InvalidValueError(f"Amount.high: {self.high} is less than the value {self.value}")

    @classmethod
    def of(
        cls, value: Decimal | int | str, qualifier: Qualifier | str = Qualifier.EXACT, currency: str = "EUR"
    ) -> Amount:
        """Build an amount whose bounds follow from its qualifier.

        Args:
            value: The figure, in units of the currency; a text is read as a plain decimal (`"1250.50"`).
            qualifier: Any but `range`, which needs both bounds: build that one with `Amount(...)`.
            currency: ISO 4217 code.

        Returns:
            The amount.

        Raises:
            InvalidValueError: If the text is no number, or the qualifier is `range`.
        """
        word = member(Qualifier, qualifier)
        if word is Qualifier.RANGE:
            raise InvalidValueError("Amount.of: a range needs both bounds: Amount(value=..., low=..., high=...)")
        if isinstance(value, (float, bool)):
            raise InvalidValueError(f"Amount.of: {value!r} is not exact; write the figure as text or Decimal")
        try:
            number = Decimal(value)
        except (decimal.InvalidOperation, TypeError, ValueError):
            raise InvalidValueError(f"Amount.of: {shown(value)} is no decimal number") from None
        return cls(
            value=number,
            low=number if word in _FLOORED else None,
            high=number if word in _CAPPED else None,
            qualifier=word,
            currency=currency,
        )

    @property
    def is_exact(self) -> bool:
        """Whether the figure is stated without any qualification."""
        return self.qualifier is Qualifier.EXACT

    @property
    def floor(self) -> Decimal | None:
        """The lower bound for arithmetic: an exact amount bounds itself."""
        return self.value if self.is_exact and self.low is None else self.low

    @property
    def ceiling(self) -> Decimal | None:
        """The upper bound for arithmetic: an exact amount bounds itself."""
        return self.value if self.is_exact and self.high is None else self.high

    def __add__(self, other: Amount) -> Amount:
        """Add exactly; bounds add up, and a bound that either side misses stays missing.

        Raises:
            NotAddableError: If the currencies differ.
        """
        if not isinstance(other, Amount):  # pyright: ignore[reportUnnecessaryIsInstance]
            return NotImplemented
        return sum_amounts((self, other))

    def __mul__(self, times: int) -> Amount:
        """Count the amount `times` times (a yearly sum over so many years), exactly.

        Raises:
            InvalidValueError: If `times` is no whole number, or negative: bounds would change places.
        """
        if not isinstance(times, int) or isinstance(times, bool) or not 0 <= times < 10**MAX_DIGITS:  # pyright: ignore[reportUnnecessaryIsInstance]
            raise InvalidValueError(f"Amount: counts a whole number of times from 0, not {shown(times)}")
        factor = Decimal(times)
        return attrs.evolve(
            self,
            value=EXACT.multiply(self.value, factor),
            low=None if self.low is None else EXACT.multiply(self.low, factor),
            high=None if self.high is None else EXACT.multiply(self.high, factor),
        )

    __rmul__ = __mul__

    def __str__(self) -> str:
        figure = format_decimal(self.value)
        if self.qualifier is Qualifier.RANGE and self.low is not None and self.high is not None:
            figure = f"{format_decimal(self.low)} to {format_decimal(self.high)}"
        prefix = "" if self.qualifier in (Qualifier.EXACT, Qualifier.RANGE) else _PREFIX[self.qualifier]
        return f"{prefix}{figure} {self.currency}"

    def __repr__(self) -> str:
        return f"Amount('{self}')"


_PREFIX = {
    Qualifier.APPROX: "about ",
    Qualifier.AT_MOST: "at most ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.LESS_THAN: "less than ",
    Qualifier.MORE_THAN: "more than ",
    Qualifier.NEARLY: "nearly ",
}


def _joint_qualifier(qualifiers: set[Qualifier], low: Decimal | None, high: Decimal | None) -> Qualifier:
    """What a sum may claim: no more than its weakest part."""
    inexact = qualifiers - {Qualifier.EXACT}
    if not inexact:
        return Qualifier.EXACT
    if len(inexact) == 1:
        return next(iter(inexact))
    if low is not None and high is not None:
        return Qualifier.RANGE
    if high is not None:
        return Qualifier.AT_MOST
    return Qualifier.APPROX if low is None else Qualifier.AT_LEAST


def sum_amounts(amounts: Iterable[Amount]) -> Amount:
    """Add amounts exactly, in any order with the same result.

    An exact amount bounds itself on both sides; any other bound that is missing stays missing in the sum.

    Args:
        amounts: At least one amount, all of one currency.

    Returns:
        The sum; its qualifier claims no more than the weakest part.

    Raises:
        InvalidValueError: If there is nothing to add.
        NotAddableError: If currencies are mixed.

    Example:
        >>> print(sum_amounts([Amount.of(100), Amount.of(50, "at_most")]))
        at most 150 EUR
    """
    parts = tuple(amounts)
    if not parts:
        raise InvalidValueError("sum_amounts: nothing to add")
    currencies = sorted({part.currency for part in parts})
    if len(currencies) > 1:
        raise NotAddableError(
            f"{' and '.join(currencies)} are different money: add the lines of one currency at a time"
        )
    value = exact_sum(part.value for part in parts)
    if all(part.is_exact and part.low is None and part.high is None for part in parts):
        return Amount(value=value, currency=currencies[0])
    floors, ceilings = [part.floor for part in parts], [part.ceiling for part in parts]
    low = None if None in floors else exact_sum(f for f in floors if f is not None)
    high = None if None in ceilings else exact_sum(c for c in ceilings if c is not None)
    qualifier = _joint_qualifier({part.qualifier for part in parts}, low, high)
    return Amount(value=value, low=low, high=high, qualifier=qualifier, currency=currencies[0])
