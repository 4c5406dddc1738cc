"""Foreign text made fit to look at: nothing that tricks a reader, a terminal or a page, and no more than is wanted."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

#: What stands outside the common letters and signs, to be looked at one by one.
_UNCOMMON: Final = re.compile("[^\n\t -~\u00a0-\u00ac\u00ae-\u05ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]")


def visible(text: str) -> str:
    r"""Make a text harmless to look at: what turns its direction or hides goes, controls become blanks.

    Args:
        text: Any text; line ends and tabs stay.

    Returns:
        The text without characters of control or format, and without halves of a pair.

    Example:
        >>> visible("2 miljoen\u202e oruE\x07")
        '2 miljoen oruE '
    """
    return _UNCOMMON.sub(lambda found: _seen(found[0]), text)


def _seen(character: str) -> str:
    match unicodedata.category(character):
        case "Cf":  # format: direction, width, joiners, byte order
            return ""
        case "Cc" | "Zl" | "Zp":
            return " "
        case "Cs":
            return "\ufffd"
        case _:
            return character


def one_line(text: str) -> str:
    r"""Put a text on one line, without anything that a terminal or a reader could be tricked with.

    Example:
        >>> one_line("twee\n  regels\x1b[31m")
        'twee regels [31m'
    """
    return " ".join(visible(text).split())


def shorten(text: str, limit: int) -> str:
    """Put a text on one line of at most so many characters, cut at a word, with an ellipsis.

    Args:
        text: Any text.
        limit: Most characters of the result, at least 2.

    Example:
        >>> shorten("Innovatie in gezondheid en zorg", 16)
        'Innovatie in…'
    """
    clean = one_line(text)
    if len(clean) <= limit:
        return clean
    head = clean[:limit]
    cut = head.rsplit(" ", 1)[0] if " " in head else head[:-1]
    return cut.rstrip(" ,;:.") + "…"
