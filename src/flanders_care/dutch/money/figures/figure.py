"""Read one figure with its unit: scale, currency, sign and factor, before it and behind it."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from flanders_care.diagnostics import Diagnostic
from flanders_care.dutch.money.sum import Sum
from flanders_care.dutch.text.abbreviations import DOT
from flanders_care.dutch.text.numerals import figure, number_word
from flanders_care.dutch.text.patterns import alternatives, near_miss
from flanders_care.dutch.text.wordlists import read_rows
from flanders_care.money import MAX_DIGITS
from flanders_care.regex import regex

_MAX_FIGURE = 2 * MAX_DIGITS
_MAX_TIMES = 10_000
_NOTE = r"(?:[¹²³⁴-⁹⁰]{1,3}|\[\d{1,3}\])?"
_WORD = regex(r"[A-Za-zÀ-ÿ']+")
_BLANK = regex(r"\s{0,4}")
_TIMES = regex(r"(?:(?<![\d.,])(\d{1,4})|\b([a-zéë]{3,12}))\s{0,2}(?:x|×|\*|maal|keer)\s{0,3}$", re.IGNORECASE)
_PREFIX = regex(r"(k€|M€|€|\bEUR|\bUSD|US\$|\$|£|\bGBP|\bCHF)\s{0,3}([-+−]?)$")
_SIGN = regex(r"(?:^|[\s(:])([-−])$")
_EURO_BEHIND = regex(r"\s{0,4}(?:euro(?![a-zà-ÿ])|€)", re.IGNORECASE)
_SIGNS = frozenset("€$£")
_CODES = {"€": "EUR", "k€": "EUR", "M€": "EUR", "$": "USD", "US$": "USD", "£": "GBP"}
_SCALE_OF_SIGN = {"k€": 3, "M€": 6}
_SCALE_OF_LETTER = {"k": 3, "m": 6}


class Unit(NamedTuple):
    """What stands before and behind a figure.

    Attributes:
        prefix: A currency before it, with the sign between them.
        tail: The words behind it, as far as they are a scale and a currency.
        scale: The power of ten that they add.
        end: One past the last of these words.
    """

    prefix: re.Match[str] | None
    tail: re.Match[str]
    scale: int
    end: int


@cache
def _meanings() -> dict[str, tuple[str, str]]:
    """Return the kind of each unit word, and what it means."""
    return {row[0]: (row[1], row[2]) for row in read_rows("dutch/money/units.tsv")}


@cache
def _unit_pattern() -> re.Pattern[str]:
    scales = alternatives(word for word, (kind, _) in _meanings().items() if kind == "scale")
    money = alternatives(word for word, (kind, _) in _meanings().items() if kind != "scale")
    return regex(
        rf"{_NOTE}(?:,-{{1,2}}|,–|,=)?(?:-\s{{0,2}}|\s{{0,4}})"
        rf"(?:(?P<scale>{scales}|mil-?\s{{1,2}}joen|mil-joen)(?![a-zà-ÿ])[.{DOT}]?|(?P<thousand>[km])(?=\s?(?:€|euro?(?![a-z]))))?"
        rf"{_NOTE}\s{{0,4}}(?:(?:aan|in)\s+(?=euro))?(?:(?P<money>{money})(?![a-zà-ÿ]))?",
        re.IGNORECASE,
    )


def unit_behind(text: str, position: int) -> Unit | None:
    """Read the words of scale and currency that begin here; each of them may be absent."""
    tail = _unit_pattern().match(text, position)
    if tail is None:  # pragma: no cover  # every part of the pattern may be empty, so it always matches
        return None
    if tail["scale"]:
        return Unit(None, tail, int(_meanings()[re.sub(r"[\s-]+", "", tail["scale"].lower())][1]), tail.end())
    if tail["thousand"]:
        return Unit(None, tail, _SCALE_OF_LETTER[tail["thousand"].lower()], tail.end())
    if tail.end() > position and not tail["money"] and text[tail.end() : tail.end() + 1] in {"m", "M"}:
        return Unit(None, tail, *_misspelt_scale(text, tail.end()))
    return Unit(None, tail, 0, tail.end())


def read_figure(text: str, digits: re.Match[str]) -> Sum | Diagnostic | None:
    """Read the figure of one run of digits.

    Args:
        text: A text with plain characters.
        digits: The longest run that may be one figure.

    Returns:
        The sum; what is wrong with it, where it has a unit and is no sum; `None` where no unit stands beside it.
    """
    start, end = digits.span()
    unit = unit_behind(text, end)
    prefix = _PREFIX.search(text, max(0, start - 8), start)
    if unit is None or (prefix is None and not unit.scale and not unit.tail["money"]):
        return None
    if prefix is None and start and (text[start - 1].isalnum() or text[start - 1] in "_%"):
        return None  # VV023 and the %20 of a link
    if prefix is not None:
        unit = unit._replace(prefix=prefix, scale=unit.scale + _SCALE_OF_SIGN.get(prefix[1], 0))
    if end - start > _MAX_FIGURE:
        return _unread("amount-too-long", start, end, f"a figure of {end - start} characters is no sum of money")
    start = _start_of_figure(text, start, end)
    value = figure(text[start:end], unit.scale)
    if value is None:
        message = f"{text[start:end]!r} is no figure: thousands and fraction cannot be told apart"
        return _unread("malformed-amount", start, end, message)
    if len(value.as_tuple().digits) > MAX_DIGITS or value.adjusted() >= MAX_DIGITS:
        return _unread("amount-too-long", start, end, f"more than {MAX_DIGITS} digits are no sum of money")
    return with_unit(text, start, end, value, unit)


def _unread(code: str, start: int, end: int, message: str) -> Diagnostic:
    return Diagnostic(code=code, start=start, end=end, message=message)


def with_unit(text: str, start: int, end: int, value: Decimal, unit: Unit) -> Sum:
    """Make a sum of a figure: its currency, sign and factor, and where it begins and ends with them."""
    prefix, tail, scale, currency = unit.prefix, unit.tail, unit.scale, ""
    money = None if prefix is not None and tail["money"] in _SIGNS else tail["money"]  # € 500 € 600
    end = max(end, _without_blanks(text, end, unit.end if money or prefix is None else _scale_end(tail)))
    sign = _SIGN.search(text, max(0, start - 2), start) if prefix is None else None
    if prefix is not None:
        currency, start = _CODES.get(prefix[1], prefix[1]), prefix.start(1)
    elif sign is not None:
        start = sign.start(1)
    if money:
        kind, currency = _meanings()[re.sub(r"\s+", " ", money.lower())]
        if kind == "cent":
            value = _in_units(value)
        elif kind == "thousand":
            value, scale = value * 1000, 3
    elif scale and prefix is None and (misspelt := _misspelt_euro(text, end)):
        currency, end = "EUR", misspelt
    elif tail["thousand"]:
        currency = "EUR"
    negative = sign is not None or (prefix is not None and prefix[2] in {"-", "−"})
    times, start = _factor_before(text, start)
    value = -value if negative else value
    return Sum(start=start, end=end, value=value, scale=scale, currency=currency, times=times)


def _scale_end(tail: re.Match[str]) -> int:
    return tail.end("scale") if tail["scale"] else tail.start()


def _without_blanks(text: str, start: int, end: int) -> int:
    """Leave the blanks behind a unit out of its quote."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _in_units(cents: Decimal) -> Decimal:
    """Turn cents into units, exactly."""
    sign, digits, exponent = cents.as_tuple()
    return Decimal((sign, digits, int(exponent) - 2))


def _misspelt_scale(text: str, position: int) -> tuple[int, int]:
    """Read `miljioen`, `miljaord` and their like behind a figure: one typing error, no more."""
    word = _WORD.match(text, position, position + 12)
    if word is None or not 6 <= len(word[0]) <= 10:
        return 0, position
    for wanted, scale in (("miljoen", 6), ("miljoenen", 6), ("miljard", 9)):
        if near_miss(word[0].lower(), wanted):
            return (scale, word.end()) if _EURO_BEHIND.match(text, word.end()) else (0, position)
    return 0, position


def _misspelt_euro(text: str, position: int) -> int | None:
    """Read `eruo`, `euor` behind a scale word."""
    blank = _BLANK.match(text, position)
    word = _WORD.match(text, blank.end(), blank.end() + 6) if blank else None
    if word is None or not 4 <= len(word[0]) <= 5 or word[0][0] not in "eEuU":
        return None
    return word.end() if near_miss(word[0].lower(), "euro") else None


def _start_of_figure(text: str, start: int, end: int) -> int:
    """Leave out what stands before the figure proper: a year and a blank (`2021 250.000`)."""
    for _ in range(8):
        blank = text.find(" ", start, end)
        if blank < 0 or figure(text[start:end]) is not None:
            break
        start = blank + 1
    return start


def _factor_before(text: str, start: int) -> tuple[int, int]:
    """Read a factor before a sum, and where it begins: `3 maal 650.000 euro`, `11 x 50.000 euro`."""
    factor = _TIMES.search(text, max(0, start - 24), start)
    if factor is None:
        return 1, start
    times = Decimal(factor[1]) if factor[1] else number_word(factor[2])
    if times is not None and times == times.to_integral_value() and 1 < times < _MAX_TIMES:
        return int(times), factor.start()
    return 1, start
