"""Read sums whose number is a word: `een half miljoen euro`, `twintig euro`."""

from __future__ import annotations

import re
from decimal import Decimal

from flanders_care.dutch.money.figures.figure import unit_behind, with_unit
from flanders_care.dutch.money.sum import Sum
from flanders_care.dutch.text.numerals import number_word
from flanders_care.regex import regex

_UNITS = ("miljoen", "miljard", "euro", "mln", "mio")
_BACK_WORDS = regex(r"(?:[A-Za-zÀ-ÿ]+(?:\s{1,3}|-)){1,6}$")
_HEADS = frozenset({"een", "duizend", "honderd"})
_BEFORE_HEADS = frozenset({"in", "de", "voor", "elke", "per", "geen"})


def read_words_before_units(text: str, taken: set[int]) -> list[Sum]:
    """Read sums whose number is a word.

    Args:
        text: A text with plain characters.
        taken: Where the sums end that are read already.

    Returns:
        The further sums, in no order.
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # a few capitals grow when lowered; offsets must stay
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    found: dict[int, Sum] = {}
    for word in _UNITS:
        position = lowered.find(word)
        while position >= 0:
            item = _read_before(text, position, word)
            if item is not None and item.end not in taken:
                found.setdefault(item.end, item)
            position = lowered.find(word, position + len(word))
    return list(found.values())


def _read_before(text: str, position: int, unit_word: str) -> Sum | None:
    if position and not (text[position - 1].isspace() or text[position - 1] == "-"):
        return None
    before, unit = _BACK_WORDS.search(text, max(0, position - 60), position), unit_behind(text, position)
    if before is None or unit is None or not (unit.tail["scale"] or unit.tail["money"]):
        return None
    words = list(re.finditer(r"\S+", before[0]))
    for count in range(min(5, len(words)), 0, -1):
        spoken = [word[0] for word in words[-count:]]
        number = number_word(" ".join(spoken))
        if number is None:
            continue
        previous = words[-count - 1][0].lower() if count < len(words) else ""
        if unit_word == "euro" and " ".join(spoken).lower() in _HEADS and previous in _BEFORE_HEADS:
            continue  # a table head (in duizend euro), or no number at all
        value = number * (Decimal(10) ** unit.scale)
        value = value.to_integral_value() if value == value.to_integral_value() else value
        return with_unit(text, before.start() + words[-count].start(), position, value, unit)
    return None
