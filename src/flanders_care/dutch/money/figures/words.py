"""Read sums whose number is a word: `een half miljoen euro`, `twintig euro`."""

from __future__ import annotations

import re
from decimal import Decimal

from flanders_care.dutch.money.figures.figure import placed, scale_of, units
from flanders_care.dutch.money.figures.found import Found
from flanders_care.dutch.text.numerals import number_word

__all__ = ["with_words"]

_BACK_WORDS = re.compile(r"(?:[A-Za-zÀ-ÿ]+(?:\s{1,3}|-)){1,6}$")


def with_words(text: str, found: list[Found]) -> list[Found]:
    """Read sums whose number is a word: `een half miljoen euro`, `twintig euro`."""
    lowered = text.lower()
    taken = {item.end for item in found}
    if len(lowered) != len(text):  # a few capitals grow when lowered; offsets must stay
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    items: list[Found] = []
    for anchor in ("miljoen", "miljard", "euro", "mln", "mio"):
        position = lowered.find(anchor)
        while position >= 0:
            item = _word_before(text, position, anchor)
            if item is not None and item.end not in taken:
                taken.add(item.end)
                items.append(item)
            position = lowered.find(anchor, position + len(anchor))
    return items


def _word_before(text: str, position: int, anchor: str) -> Found | None:
    if position and not (text[position - 1].isspace() or text[position - 1] == "-"):
        return None
    before = _BACK_WORDS.search(text, max(0, position - 60), position)
    unit, table = units()
    tail = unit.match(text, position)
    if before is None or tail is None or tail.end() <= position or not (tail["scale"] or tail["money"]):
        return None
    words = before[0].split()
    for count in range(min(5, len(words)), 0, -1):
        spoken = " ".join(words[-count:])
        number = number_word(spoken)
        if number is None or (
            anchor == "euro"
            and spoken.lower() in {"een", "duizend", "honderd"}
            and count < len(words)
            and words[-count - 1].lower() in {"in", "de", "voor", "elke", "per", "geen"}
        ):
            continue  # a table head (in duizend euro), or no number at all
        start = position - len(before[0]) + _offset_of(before[0], len(words) - count)
        places = scale_of(tail, table)
        value = number * (Decimal(10) ** places)
        value = value.to_integral_value() if value == value.to_integral_value() else value
        item = Found(start=start, end=position, digits=spoken, number=number, places=places, value=value)
        return placed(text, item, None, tail, tail.end())
    return None


def _offset_of(words: str, index: int) -> int:
    """Return where the word with this index begins."""
    return [match.start() for match in re.finditer(r"\S+", words)][index]
