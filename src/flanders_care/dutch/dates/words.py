"""The names of the months, days and years in words: ``eerste januari``, ``tweeduizend eenentwintig``."""

from __future__ import annotations

from functools import cache

from flanders_care.dutch.text.numerals import TENS, UNITS

_MONTH_NAMES = (
    "januari jan january",
    "februari feb february",
    "maart mrt maa march mar",
    "april apr",
    "mei may",
    "juni jun june",
    "juli jul july",
    "augustus aug august",
    "september sept sep",
    "oktober okt october oct",
    "november nov",
    "december dec",
)
MONTHS = tuple(names.split()[0] for names in _MONTH_NAMES)
"""The Dutch names of the months, in order."""

MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
"""The number of each month, by its name, its short forms and its English names."""

_IRREGULAR = {1: "eerste", 3: "derde", 8: "achtste"}
_LAST_DAY = 31


@cache
def _cardinals() -> dict[str, int]:
    """Return the words from one to ninety-nine."""
    joined = {
        f"{word}{'ën' if word.endswith('e') else 'en'}{ten}": tens + unit
        for ten, tens in TENS.items()
        for word, unit in UNITS.items()
        if unit < 10
    }
    return UNITS | TENS | joined


@cache
def _ordinals() -> dict[str, int]:
    """Return the words from first to thirty-first."""
    ordinals = {word: number for number, word in _IRREGULAR.items()}
    for word, number in _cardinals().items():
        if number <= _LAST_DAY and number not in _IRREGULAR:
            ordinals[word + ("ste" if number >= 20 else "de")] = number
    return ordinals


def _alternatives(words: list[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


DAY_WORDS = _alternatives([word for word, number in _cardinals().items() if number <= _LAST_DAY] + list(_ordinals()))
"""A pattern for a day of the month in words, from ``één`` or ``eerste`` to ``eenendertigste``."""

_ONES = [unit for unit, number in UNITS.items() if number < 10]
_JOINED = (
    rf"(?:{_alternatives([unit for unit in _ONES if unit.endswith('e')])})ën"
    rf"|(?:{_alternatives([unit for unit in _ONES if not unit.endswith('e')])})en"
)
YEAR_WORDS = (
    r"(?:tweeduizend|negentienhonderd)[ ]?(?:en[ ])?"
    rf"(?:(?:{_JOINED})?(?:{_alternatives(list(TENS))})|{_alternatives(list(UNITS))})(?!\w)"
)
"""A pattern for a year in words, such as ``tweeduizend eenentwintig``; a bare ``tweeduizend`` is a count."""


def read_number(text: str) -> int:
    """Read a day or a year in figures or in words.

    Args:
        text: What one of the patterns matched, or digits.

    Returns:
        The number.

    Raises:
        KeyError: If the text is no number of this kind.

    Example:
        >>> read_number("veertien"), read_number("eerste"), read_number("tweeduizend eenentwintig"), read_number("07")
        (14, 1, 2021, 7)
    """
    low = text.lower()
    if low.isdigit():
        return int(low)
    for name, century in (("tweeduizend", 2000), ("negentienhonderd", 1900)):
        if low.startswith(name):
            return century + _cardinals()[low.removeprefix(name).strip().removeprefix("en ").strip()]
    return _ordinals().get(low) or _cardinals()[low]
