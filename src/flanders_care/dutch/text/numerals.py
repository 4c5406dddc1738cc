"""Dutch figures and number words as exact decimals (Dutch: *telwoorden*)."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from flanders_care.regex import regex

FIGURE = regex(r"\d+(?:[.,]\d+|[ ]\d{3}(?!\d))*")
"""The longest run that may be one figure; `figure` says whether it is one. Linear: the repeat never overlaps."""

_GROUPED = regex(r"\d{1,3}(?:([. ])\d{3})(?:\1\d{3})*(?:,(\d+))?\Z")
_ENGLISH = regex(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?\Z|\d{1,3}(?:,\d{3})+\.\d{1,2}\Z")
_PLAIN = regex(r"\d+(?:[.,]\d+)?\Z")

UNITS = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
    "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16,
    "zeventien": 17, "achttien": 18, "negentien": 19,
}  # fmt: skip
"""The number words up to nineteen."""

TENS = {
    "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80,
    "negentig": 90,
}  # fmt: skip
"""The number words for the tens from twenty on."""

_FRACTIONS = {
    "half": "0.5", "halve": "0.5", "een half": "0.5", "één half": "0.5", "een halve": "0.5", "anderhalf": "1.5",
    "anderhalve": "1.5", "kwart": "0.25", "een kwart": "0.25", "driekwart": "0.75", "drie kwart": "0.75",
}  # fmt: skip
_HALF_MORE = regex(r"(.+?)\s*(?:en|ën)\s*(?:een\s+)?(?:half|halve)\Z")


def shifted(digits: str, fraction: str, places: int) -> Decimal:
    """Write `digits,fraction` times ten to the power `places` as a decimal, without any rounding.

    Args:
        digits: The digits before the comma.
        fraction: The digits behind it, or `""`.
        places: 0 or more: 6 for millions.

    Returns:
        The exact decimal, whole numbers without exponent.

    Example:
        >>> shifted("2", "055", 6)
        Decimal('2055000')
    """
    moved = fraction.ljust(places, "0")
    whole, rest = digits + moved[:places], moved[places:].rstrip("0")
    return Decimal(f"{whole}.{rest}" if rest else whole)


def figure(text: str, places: int = 0) -> Decimal | None:
    """Read a figure as Flemish documents write it: dots or blanks for thousands, a comma for the fraction.

    A point before anything but three digits is a decimal point (`1.5 miljoen`); English grouping is read where it
    cannot be anything else (`1,250,000.50`).

    Args:
        text: Digits, points, commas and blanks, starting and ending with a digit.
        places: Power of ten that the unit behind it adds (6 for millions).

    Returns:
        The exact value, or `None` when the text is no single figure (`1.2.3,4`).

    Example:
        >>> figure("2.217.289,16"), figure("1.5", 6), figure("1.2.3,4")
        (Decimal('2217289.16'), Decimal('1500000'), None)
    """
    if (found := _GROUPED.match(text)) and text[0] != "0":
        fraction = found.group(2) or ""
        whole = text[: len(text) - len(fraction) - 1] if fraction else text
        return shifted(whole.replace(".", "").replace(" ", ""), fraction, places)
    if _ENGLISH.match(text):
        whole, _, fraction = text.replace(",", "").partition(".")
        return shifted(whole, fraction, places)
    if _PLAIN.match(text):
        whole, _, fraction = text.replace(",", ".").partition(".")
        return shifted(whole, fraction, places)
    return None


@lru_cache(maxsize=4096)
def number_word(words: str) -> Decimal | None:
    """Read a Dutch number word or a few of them.

    Args:
        words: Such as `twee`, `een half`, `anderhalf`, `twee en een half`, `tweehonderdvijftig`; case does not matter.

    Returns:
        The number, or `None` when the words are no number.

    Example:
        >>> number_word("anderhalf"), number_word("vijfentwintig"), number_word("tweeduizend driehonderd")
        (Decimal('1.5'), Decimal('25'), Decimal('2300'))
    """
    key = re.sub(r"\s+", " ", words.strip().lower())
    if not key or len(key) > 80:
        return None
    if key in _FRACTIONS:
        return Decimal(_FRACTIONS[key])
    if (half := _HALF_MORE.match(key)) and (whole := _whole(half.group(1))) is not None:
        return Decimal(f"{whole}.5")
    number = _whole(key)
    return None if number is None else Decimal(number)


def _whole(key: str) -> int | None:
    """Read thousands, then hundreds, then what is below."""
    compact = key.replace(" ", "").replace("-", "")
    before, thousand, after = compact.partition("duizend")
    if not thousand:
        return _below_thousand(compact)
    many = _below_thousand(before) if before else 1
    rest = _below_thousand(after.removeprefix("en")) if after else 0
    return None if many is None or rest is None else many * 1000 + rest


def _below_thousand(text: str) -> int | None:
    before, hundred, after = text.partition("honderd")
    if not hundred:
        return _below_hundred(text)
    many = _below_hundred(before) if before else 1
    rest = _below_hundred(after.removeprefix("en")) if after else 0
    return None if many is None or rest is None else many * 100 + rest


def _below_hundred(text: str) -> int | None:
    if text in UNITS:
        return UNITS[text]
    for word, value in TENS.items():
        if text.endswith(word):
            unit = text.removesuffix(word)
            if not unit:
                return value
            unit = unit.removesuffix("en").removesuffix("ën")
            return UNITS[unit] + value if UNITS.get(unit, 10) < 10 else None
    return None
