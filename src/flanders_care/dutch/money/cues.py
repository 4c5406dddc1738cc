"""The words beside a sum that tell what it is: the rows of `data/cues.txt`, each made ready when it is first asked for.

A cue is no rule: the rules say what follows from it. A pattern that no phrase can say stands beside its rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from flanders_care.dutch.money.sum import Sum
from flanders_care.dutch.text.phrases import expression
from flanders_care.dutch.text.wordlists import read_lines
from flanders_care.regex import regex

GRANT_VERB = regex(
    r"\b(?:kent|kennen"
    r"|(?:verleent|(?<!het )verlenen(?!\s+van))(?!\s+(?:\w+\s+){0,4}(?:goedkeuring|machtiging|medewerking)))\b",
    re.IGNORECASE,
)
"""The verbs of granting, which more than one rule asks for."""

_SINGLE = regex(r"[\w*#/][\w*#/-]*")  # a phrase of one word, or of one choice
_BETWEEN = {"touching": r"\s*", "apart": "[^.;]{0,N}", "closely": "[^.;,]{0,N}"}  # what may lie before the sum


class Cue(NamedTuple):
    """Words, and where beside a sum they are looked for.

    Attributes:
        field: The stretch of the sum that holds them; `"text"` where the caller gives one.
        near: How many characters of it are read, next to the sum; `None` for all.
        pattern: The words, in the group `words`, with what may lie between them and the sum.
    """

    field: str
    near: int | None
    pattern: re.Pattern[str]

    def find(self, item: Sum) -> re.Match[str] | None:
        """Return the first place beside a sum where the words stand."""
        stretch: str = getattr(item, self.field)
        if self.near is not None:
            stretch = stretch[-self.near :] if self.field.endswith("before") else stretch[: self.near]
        return self.pattern.search(stretch)


@cache
def cue(name: str) -> Cue:
    """Return the cue of a name.

    Raises:
        KeyError: If the table has no such name.

    Example:
        >>> cue("advance").pattern.search("een voorschot van ")["words"]
        'voorschot'
    """
    where, phrases = _rows()[name]
    field, *limits = where.split(", ")
    limit = {word: number for word, _, number in (part.partition(" ") for part in limits)}
    others = "".join(f"(?!{expression(phrase[1:])})" for phrase in phrases if phrase[0] == "-")
    single = "/".join(phrase for phrase in phrases if _SINGLE.fullmatch(phrase))  # one choice is made ready sooner
    longer = [phrase for phrase in phrases if phrase[0] != "-" and not _SINGLE.fullmatch(phrase)]
    words = "|".join(expression(phrase) for phrase in (single, *longer) if phrase)
    words = f"(?P<words>{others}(?:{words}))"
    for how, between in _BETWEEN.items():
        if how in limit:
            gap = between.replace("N", limit[how])
            words = f"^{gap}?{words}" if field.endswith("after") else f"{words}{gap}$"
    return Cue(field, int(limit["near"]) if "near" in limit else None, regex(words, re.IGNORECASE))


@cache
def _rows() -> dict[str, tuple[str, list[str]]]:
    """Return where each cue is looked for, and its phrases."""
    rows: dict[str, tuple[str, list[str]]] = {}
    name = where = ""
    for line in read_lines("dutch/money/cues.txt"):
        head, _, words = line.rpartition("|")
        if head:
            name, where = (cell.strip() for cell in head.split("|"))
        rows.setdefault(name, (where, []))[1].extend(phrase.strip() for phrase in words.split(","))
    return rows


def holds(item: Sum, *names: str) -> bool:
    """Tell whether the words of one of some cues stand beside a sum."""
    return any(cue(name).find(item) for name in names)


def told_by(*names: str) -> Callable[[Sum], bool]:
    """Make a rule that holds where one of some cues does."""
    return lambda item: holds(item, *names)


def stands_in(name: str, text: str) -> bool:
    """Tell whether the words of a cue stand in a text."""
    return cue(name).pattern.search(text) is not None
