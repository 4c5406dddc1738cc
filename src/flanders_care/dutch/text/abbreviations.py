"""The dots of abbreviations, told from full stops once, so that they end no sentence and no clause."""

from __future__ import annotations

from functools import cache

from flanders_care.dutch.text.wordlists import read_lines
from flanders_care.regex import regex

DOT = "\u2024"
"""What the dot of an abbreviation becomes (ONE DOT LEADER): no full stop, and as long as one."""

_WORD = regex(r"[^\s(\[“‘\"]{1,24}$")
_PREVIOUS = regex(r"(\S{1,40})[^\S\n]+\S{1,24}$")
_DOTTED = regex(r"(?:[A-Za-zà-ÿ]\.)+[A-Za-zà-ÿ]")
_CAPITAL = regex(r"\d{0,2}\s+[\"'‘“(«]?[A-ZÀ-Þ]")
_TITLES = frozenset({"heer", "mevrouw", "minister", "dokter", "professor"})


def level_dots(text: str, further: frozenset[str] = frozenset()) -> str:
    """Give the dots of abbreviations and initials another character, so that a full stop is one everywhere.

    An abbreviation that may close a sentence (`enz.`, `mln.`) keeps its dot before a capital.

    Args:
        text: Any text.
        further: Abbreviations beside those of the list, in small letters and without their last dot.

    Returns:
        A text of the same length, with `DOT` in the place of each such dot.

    Example:
        >>> level_dots("De prijs is ca. 3 mln. euro (o.a. in art. 5), enz. De rest volgt.").replace(DOT, "*")
        'De prijs is ca* 3 mln* euro (o*a* in art* 5), enz. De rest volgt.'
    """
    if "." not in text:
        return text
    parts: list[str] = []
    reach = 0
    position = text.find(".", 1)
    while position >= 0:
        if text[position - 1].isalpha() and (start := _start_of_short(text, position, further)) is not None:
            parts += [text[reach:start], text[start : position + 1].replace(".", DOT)]
            reach = position + 1
        position = text.find(".", position + 1)
    return "".join([*parts, text[reach:]])


def _start_of_short(text: str, dot: int, further: frozenset[str]) -> int | None:
    """Return where the abbreviation begins whose last dot this is, `None` where the dot ends a sentence or a word."""
    if text[dot + 1 : dot + 2].isalpha():
        return None  # a dot inside: the last one tells
    found = _WORD.search(text, max(0, dot - 24), dot)
    if found is None:
        return None
    word = found[0].lower().lstrip("’'")
    closing, inner = _abbreviations()
    if word in closing:
        return None if _CAPITAL.match(text, dot + 1) else found.start()
    if word in inner or word in further or _DOTTED.fullmatch(word):
        return found.start()
    return found.start() if len(word) == 1 and found[0].isupper() and _is_initial(text, dot) else None


def _is_initial(text: str, dot: int) -> bool:
    """Tell an initial (`minister J. Janssens`) from a letter that closes a sentence (`hemofilie B.`)."""
    previous = _PREVIOUS.search(text, max(0, dot - 64), dot)
    if previous is None:
        return True
    word = previous[1]
    return word[0].isupper() or word[-1] in ".!?…" or word.lower() in _TITLES


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    """Return the abbreviations that may close a sentence, and those that never do."""
    entries = read_lines("dutch/text/abbreviations.txt")
    closing = frozenset(entry[:-1] for entry in entries if entry.endswith("*"))
    return closing, frozenset(entry for entry in entries if not entry.endswith("*"))
