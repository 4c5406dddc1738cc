"""Where a text breaks whatever its sentences do: list items, headings, blank lines.

A text from PDF is wrapped at a fixed width, so that most of its line ends mean nothing; a text from the web has a
line for each paragraph, so that every line end means something. The width of the lines tells which it is.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from flanders_care.regex import regex

_MARKER = regex(r"(?:[•·▪●◦‣■*]|[-–—o](?=\s)|\(?(?:\d{1,2}|[a-z])[.)](?=\s))\s*")
_WEAK_MARKERS = "-–—o"
_NUMBERED = regex(r"\d{1,2}(?:\.\d{1,2}){0,4}\.?\s+\S")
_LINK = regex(r"\d{0,3}\s?(?:https?://|www\.)\S")
_TERMINAL = ".!?:;…"
_CLOSERS = "\"'’”»)]"
_WRAPPED_WIDTH = 200
_FULL_LINE = 0.85


class Span(NamedTuple):
    """A stretch of a text, in characters: ``text[start:end]``.

    Example:
        >>> "Een zin."[slice(*Span(0, 3))]
        'Een'
    """

    start: int
    end: int


def split_blocks(text: str) -> tuple[Span, ...]:
    r"""Split a text at list items, headings and paragraphs, never inside a running sentence.

    Args:
        text: Any text; its line ends may be wrapped or meant.

    Returns:
        The blocks in text order, trimmed, without empty ones.

    Example:
        >>> [("• toegang\n• talent")[a:b] for a, b in split_blocks("• toegang\n• talent")]
        ['• toegang', '• talent']
    """
    lines = _lines(text)
    if not lines:
        return ()
    width = _wrap_width(lines)
    blocks = [[lines[0].start, lines[0].end]]
    previous = lines[0]
    for line in lines[1:]:
        if _breaks(text, previous, line, width):
            blocks.append([line.start, line.end])
        else:
            blocks[-1][1] = line.end
        previous = line
    return tuple(Span(start, end) for start, end in blocks)


def _lines(text: str) -> list[Span]:
    """Return the lines that hold something, trimmed."""
    found: list[Span] = []
    position = 0
    for raw in re.split(r"[\n\f]", text):
        stripped = raw.strip()
        if stripped:
            start = position + raw.index(stripped[0])
            found.append(Span(start, start + len(stripped)))
        position += len(raw) + 1
    return found


def _wrap_width(lines: list[Span]) -> int | None:
    """Return the width at which the text is wrapped (characters), or None where each line stands for itself."""
    lengths = sorted(line.end - line.start for line in lines)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    if width > _WRAPPED_WIDTH:
        return None
    full = sum(1 for length in lengths if length > 0.75 * width)
    return width if width > 40 and full * 3 >= len(lengths) else None


def _breaks(text: str, previous: Span, line: Span, width: int | None) -> bool:
    """Tell whether a new block begins at ``line``."""
    between = text[previous.end : line.start]
    apart = between.count("\n") > 1 or "\f" in between
    ended = text[previous.start : previous.end].rstrip(_CLOSERS)[-1:] in _TERMINAL
    if _starts_item(text, previous, line, ended=ended or apart) or _LINK.match(text, line.start) is not None:
        return True
    head = text[line.start]
    if head.islower() or text[previous.end - 1] == ",":
        return apart and ended
    if apart or width is None or (ended and _NUMBERED.match(text, line.start, line.end) is not None):
        return True
    first_word = len(text[line.start : line.end].split(maxsplit=1)[0])
    return previous.end - previous.start + 1 + first_word < _FULL_LINE * width


def _starts_item(text: str, previous: Span, line: Span, *, ended: bool) -> bool:
    """Tell whether a line opens a list item; a dash or an ``o`` may also be a dash or a word in a sentence."""
    if _MARKER.match(text, line.start, line.end) is None:
        return False
    mark = text[line.start]
    return mark not in _WEAK_MARKERS or ended or mark == text[previous.start]
