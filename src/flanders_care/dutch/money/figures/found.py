"""A figure with a unit while it is being read, and text made plain for reading."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

import attrs

__all__ = ["Found", "Trouble", "level"]

_LEVELLED = dict.fromkeys("\xa0\u2007\u2009\u202f\u200b\u200c\u200d\u2060\ufeff\xad", " ") | {"’": "'", "´": "'"}

_ODD = re.compile("[" + "".join(_LEVELLED) + "]")


class Trouble(NamedTuple):
    """A place in the text that looks like money and cannot be read as a sum."""

    code: str
    start: int
    end: int
    message: str


@attrs.define(kw_only=True)
class Found:
    """A figure with a unit, while it is being read.

    Attributes:
        start: First character of the figure or its prefix.
        end: One past the unit.
        digits: The figure without its unit (`7,5`), or the number word.
        number: The figure as a number, without its unit.
        places: Power of ten of the scale word (6 for `miljoen`), 0 without.
        currency: ISO code, or `None` where no currency stands with it.
        times: How many times the sum is meant (`3 maal 650.000 euro`).
        negative: Whether a minus sign stands before it.
        value: Set when the figure is complete.
        low: Lower bound of a range.
        high: Upper bound of a range.
        carried: Whether the unit stands elsewhere.
    """

    start: int
    end: int
    digits: str
    number: Decimal
    places: int = 0
    currency: str | None = None
    times: int = 1
    negative: bool = False
    value: Decimal = Decimal(0)
    low: Decimal | None = None
    high: Decimal | None = None
    carried: bool = False


def level(text: str) -> str:
    r"""Make odd blanks and apostrophes plain, character for character, so that offsets stay.

    Example:
        >>> level("12\u00a0miljoen euro")
        '12 miljoen euro'
    """
    for odd in sorted(set(_ODD.findall(text))):
        text = text.replace(odd, _LEVELLED[odd])
    return text
