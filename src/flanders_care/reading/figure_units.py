"""What a number counts: a unit glued behind it, the noun that follows, or a word such as `top` before it."""

from __future__ import annotations

import re
from typing import NamedTuple

from flanders_care.dutch.text.wordlists import read_words
from flanders_care.regex import regex

_LEAD = regex(r"\b(?P<word>factor|top)\s*$", re.IGNORECASE)
_GROWN = regex(
    r"\baantal\s+(?P<noun>[^\W\d_]{3,40})\b[^.;:]{0,80}\b(?:gegroeid|gestegen|gedaald|toegenomen|opgelopen|bedraagt|bedroeg|is|steeg|"
    r"groeide|daalde)\s+(?:(?:tot|naar|op)\s+)?(?:[a-zë]+\s+){0,2}$",
    re.IGNORECASE,
)
_NOUN = regex(r"[ ]{1,3}(?P<words>[^\W\d_](?:[^\W\d_]|[’'&.-])*(?:[ ]{1,3}[^\W\d_](?:[^\W\d_]|[’'&-])*){0,3})(?!\w)")
_PLURAL = regex(r"(?:en|s|’s|'s|centra|musea|fora|ën|’en)$")
_ADJECTIVE = regex(r"(?:e|ste|grote|kleine|[a-z]*gerelateerde?)$")
_SENTENCE_STOP = regex(r"[.;:!?)\n]")


class Counted(NamedTuple):
    """What a number counts.

    Attributes:
        end: Where the words that say it end.
        unit: The unit or noun, or None where nothing is counted.
        subject: The words behind it that say of what, "" where there are none.
    """

    end: int
    unit: str | None
    subject: str


def counted(text: str, match: re.Match[str]) -> Counted:
    """Find what is counted: a unit glued behind the number, the noun that follows, or a word before it.

    Args:
        text: The text.
        match: A number in it, with the groups `low`, `unit` and `percent_low`.

    Returns:
        What it counts.
    """
    unit = (match["unit"] or match["percent_low"] or "").strip().lstrip("-")
    if unit == "x":
        return Counted(match.end(), "keer", "")
    if unit in ("ste", "de", "e"):
        place = re.match(r"\s+\w+", text[match.end() : match.end() + 24])
        return Counted(match.end() + (0 if place is None else place.end()), "plaats", "")
    if unit and unit not in ("tal", "tallen"):
        name = {"procent": "%", "m²": "m2", "M2": "m2"}.get(unit, unit)
        return Counted(match.end(), name, words_behind(text, match.end()))
    noun = _NOUN.match(text, match.end())
    found = None if noun is None else _head_noun(noun["words"])
    if noun is not None and found is not None:
        end = noun.start("words") + len(found)
        return Counted(end, found.split()[-1], words_behind(text, end))
    before = text[max(0, match.start() - 180) : match.start()]
    lead = _LEAD.search(before[-24:])
    if lead is not None:
        return Counted(match.end(), lead["word"].lower(), "")
    grown = _GROWN.search(before) if match["low"][0].isdigit() else None
    return Counted(match.end(), None if grown is None else grown["noun"], "")


def _head_noun(words: str) -> str | None:
    """Return the words up to the noun that is counted: `Vlaamse universiteiten`, `zorg gerelateerde projecten`."""
    stops, units = read_words("reading/figure_stops.txt"), read_words("reading/figure_units.txt")
    taken: list[str] = []
    for word in words.split():
        bare = word.rstrip(".")
        if bare.lower() in stops:
            break
        taken.append(bare)
        if bare.lower() in units or (_PLURAL.search(bare) is not None and not bare.endswith("se")) or bare != word:
            return " ".join(taken)
        if _ADJECTIVE.search(bare) is None and len(taken) > 2:
            break
    if not taken or _ADJECTIVE.search(taken[0]) is not None:
        return None
    return taken[0] if taken[0][0].islower() or taken[0].isupper() else None


def words_behind(text: str, start: int) -> str:
    """Return the words behind a figure that say of what, up to the end of the clause and at most 100 characters."""
    window = text[start : start + 100]
    stop = _SENTENCE_STOP.search(window)
    words = window[: stop.start()] if stop else window.rsplit(" ", 1)[0]
    return words.strip(" ,") if words.lstrip().startswith(("van ", "in ", "op ")) else ""
