"""Making foreign text harmless before it is shown: no control codes, no direction tricks, no runs of blanks."""

from __future__ import annotations

import re

__all__ = ["one_line", "shorten"]

# C0 and C1 controls (terminal escapes among them), and the characters that turn or hide the direction of text
_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_BLANKS = re.compile(r"\s+")


def one_line(text: str) -> str:
    r"""Put a text on one line, without anything that a terminal or a reader could be tricked with.

    Example:
        >>> one_line("twee\n  regels\x1b[31m")
        'twee regels[31m'
    """
    return _BLANKS.sub(" ", _HARMFUL.sub("", text)).strip()


def shorten(text: str, limit: int) -> str:
    """Cut a text at a word, with an ellipsis.

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
