"""Read one figure with its unit: scale, currency, sign and factor, before it and behind it."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from flanders_care.dutch.money.figures.found import Found, Trouble
from flanders_care.dutch.money.words import alternatives, near_miss
from flanders_care.dutch.text.numerals import figure, number_word
from flanders_care.dutch.text.wordlists import read_rows
from flanders_care.money import MAX_DIGITS

__all__ = ["placed", "scale_of", "units", "with_figure"]

_MAX_FIGURE = 2 * MAX_DIGITS

_NOTE = r"(?:[¹²³⁴-⁹⁰]{1,3}|\[\d{1,3}\])?"

_WORD = re.compile(r"[A-Za-zÀ-ÿ']+")

_TIMES = re.compile(r"(?:(?<![\d.,])(\d{1,4})|\b([a-zéë]{3,12}))\s{0,2}(?:x|×|\*|maal|keer)\s{0,3}$", re.IGNORECASE)

_PREFIX = re.compile(r"(k€|M€|€|\bEUR|\bUSD|US\$|\$|£|\bGBP|\bCHF)\s{0,3}([-+−]?)$")

_SIGN = re.compile(r"(?:^|[\s(:])([-−])$")

_SIGNS = frozenset("€$£")

_CODES = {"€": "EUR", "k€": "EUR", "M€": "EUR", "$": "USD", "US$": "USD", "£": "GBP"}

_THOUSAND_SIGN = {"k€": 3, "M€": 6}


@cache
def units() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """Return the pattern of what may follow a figure, and what each unit word means."""
    table = {row[0]: (row[1], row[2]) for row in read_rows("dutch/money/units.tsv")}
    scales = alternatives(word for word, (kind, _) in table.items() if kind == "scale")
    money = alternatives(word for word, (kind, _) in table.items() if kind != "scale")
    pattern = (
        rf"{_NOTE}(?:,-{{1,2}}|,–|,=)?(?:-\s{{0,2}}|\s{{0,4}})"
        rf"(?:(?P<scale>{scales}|mil-?\s{{1,2}}joen|mil-joen)(?![a-zà-ÿ])\.?|(?P<thousand>[km])(?=\s?(?:€|euro?(?![a-z]))))?"
        rf"{_NOTE}\s{{0,4}}(?:(?:aan|in)\s+(?=euro))?(?:(?P<money>{money})(?![a-zà-ÿ]))?"
    )
    return re.compile(pattern, re.IGNORECASE), table


def with_figure(text: str, match: re.Match[str], troubles: list[Trouble]) -> list[Found]:
    """Read the figure of one run of digits, when a unit stands behind or before it."""
    unit, table = units()
    start, end = match.span()
    tail = unit.match(text, end)
    if tail is None:  # pragma: no cover  # every part of the pattern may be empty, so it always matches
        return []
    head = _PREFIX.search(text, max(0, start - 8), start)
    if tail.end() > end and not (tail["scale"] or tail["money"] or tail["thousand"]):
        places, unit_end = _misspelt_scale(text, tail.end())
    else:
        places, unit_end = scale_of(tail, table), tail.end()
    if head is None and not places and not tail["money"]:
        return []
    if head is None and start and (text[start - 1].isalnum() or text[start - 1] in "_%"):
        return []  # VV023 and the %20 of a link
    return _figure_with_unit(text, (start, end), (head, tail, places, unit_end), troubles)


def _figure_with_unit(
    text: str,
    span: tuple[int, int],
    unit: tuple[re.Match[str] | None, re.Match[str], int, int],
    troubles: list[Trouble],
) -> list[Found]:
    head, tail, places, unit_end = unit
    start, end = span
    if head is not None:
        places += _THOUSAND_SIGN.get(head[1], 0)
    if end - start > _MAX_FIGURE:
        troubles.append(
            Trouble("amount-too-long", start, end, f"a figure of {end - start} characters is no sum of money")
        )
        return []
    start, digits = _longest_figure(text, start, end)
    number = figure(digits)
    if number is None or (value := figure(digits, places)) is None:
        message = f"{digits!r} is no figure: thousands and fraction cannot be told apart"
        troubles.append(Trouble("malformed-amount", start, end, message))
        return []
    if len(value.as_tuple().digits) > MAX_DIGITS or value.adjusted() >= MAX_DIGITS:
        troubles.append(Trouble("amount-too-long", start, end, f"more than {MAX_DIGITS} digits are no sum of money"))
        return []
    return [
        placed(
            text,
            Found(start=start, end=end, digits=digits, number=number, places=places, value=value),
            head,
            tail,
            unit_end,
        )
    ]


def placed(text: str, item: Found, head: re.Match[str] | None, tail: re.Match[str], unit_end: int) -> Found:
    """Fill in currency, sign, factor and the place of a figure."""
    _, table = units()
    money = None if head is not None and tail["money"] in _SIGNS else tail["money"]  # € 500 € 600
    item.end = max(item.end, _trimmed(text, item.end, unit_end if money or head is None else _scale_end(tail)))
    if head is not None:
        item.currency = _CODES.get(head[1], head[1])
        item.negative = head[2] in {"-", "−"}
        item.start = head.start(1)
    elif sign := _SIGN.search(text, max(0, item.start - 2), item.start):
        item.negative, item.start = True, sign.start(1)
    if money:
        _set_currency(item, *table[re.sub(r"\s+", " ", money.lower())])
    elif item.places and head is None and (misspelt := _misspelt_euro(text, item.end)):
        item.currency, item.end = "EUR", misspelt
    elif tail["thousand"]:
        item.currency = "EUR"
    return _multiplied(text, item)


def _scale_end(tail: re.Match[str]) -> int:
    return tail.end("scale") if tail["scale"] else tail.start()


def _trimmed(text: str, start: int, end: int) -> int:
    """Leave the blanks behind a unit out of its quote."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _set_currency(item: Found, kind: str, code: str) -> None:
    item.currency = code
    if kind == "cent":
        item.value = _in_units(item.value)
    elif kind == "thousand":
        item.value *= 1000
        item.places = 3


def _in_units(value: Decimal) -> Decimal:
    """Turn cents into units, exactly."""
    sign, digits, exponent = value.as_tuple()
    return Decimal((sign, digits, int(exponent) - 2))


def scale_of(tail: re.Match[str], table: dict[str, tuple[str, str]]) -> int:
    """Return the power of ten of the scale word that `units` matched, 0 without one."""
    if tail["scale"]:
        word = re.sub(r"[\s-]+", "", tail["scale"].lower())
        return int(table[word][1])
    return {"k": 3, "m": 6}.get((tail["thousand"] or "").lower(), 0)


def _misspelt_scale(text: str, position: int) -> tuple[int, int]:
    """Read `miljioen`, `miljaord` and their like behind a figure: one typing error, no more."""
    word = _WORD.match(text, position, position + 12)
    if word is None or not 6 <= len(word[0]) <= 10 or word[0][0] not in "mM":
        return 0, position
    for wanted, places in (("miljoen", 6), ("miljoenen", 6), ("miljard", 9)):
        if near_miss(word[0].lower(), wanted):
            tail = re.compile(r"\s{0,4}(?:euro(?![a-zà-ÿ])|€)", re.IGNORECASE).match(text, word.end())
            return (places, word.end()) if tail else (0, position)
    return 0, position


def _misspelt_euro(text: str, position: int) -> int | None:
    """Read `eruo`, `euor` behind a scale word."""
    blank = re.compile(r"\s{0,4}").match(text, position)
    word = _WORD.match(text, blank.end(), blank.end() + 6) if blank else None
    if word is None or not 4 <= len(word[0]) <= 5 or word[0][0] not in "eEuU":
        return None
    return word.end() if near_miss(word[0].lower(), "euro") else None


def _longest_figure(text: str, start: int, end: int) -> tuple[int, str]:
    """Drop what stands before the figure proper: a year and a blank (`2021 250.000`)."""
    digits = text[start:end]
    for _ in range(8):
        if figure(digits) is not None or " " not in digits:
            break
        start += digits.index(" ") + 1
        digits = text[start:end]
    return start, digits


def _multiplied(text: str, item: Found) -> Found:
    """Read a factor before a sum: `3 maal 650.000 euro`, `11 x 50.000 euro`."""
    factor = _TIMES.search(text, max(0, item.start - 24), item.start)
    if factor is None:
        return item
    times = Decimal(factor[1]) if factor[1] else number_word(factor[2])
    if times is not None and times == times.to_integral_value() and 1 < times < 10_000:
        item.times, item.start = int(times), factor.start()
    return item
