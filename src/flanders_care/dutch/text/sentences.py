"""Sentences of Dutch administrative prose, with their places in the text: the one place that says where one ends.

The splitter works on the text as it is: nothing is copied or changed, every span points into the text given.
It knows abbreviations (``o.a.``, ``i.s.m.``, ``nr.``), dates and decimals, footnote marks glued to a full stop,
list items, headings on a line of their own, and lines that PDF has wrapped or torn by a page break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flanders_care.dutch.text.abbreviations import level_dots
from flanders_care.dutch.text.blocks import Span, split_blocks
from flanders_care.regex import regex

_MARK = r"(?P<stop>[.!?…]+)[\"'’”»)\]]*(?P<note>\d{1,2}(?:,\d{1,2})*)?(?=\s|$)"
_STOP = regex(_MARK)
_STOP_OR_ITEM = regex(rf"{_MARK}|[;:][)’”]?(?=\s+[A-ZÀ-Þ])")
_OPENING = "\"'“”‘’«([€•·-–"
_CAPITAL = regex(r"[\"'‘“(«]?[A-ZÀ-Þ]")
_LOWER_NAMES = regex(r"(?:imec|vzw|flanders\.|iMinds|[eim]-?[A-Z])")
_BEFORE = regex(r"[^\s(\[“‘\"]{1,24}$")
_NUMBER = regex(r"(?:\d{1,3}|\d{1,2}(?:\.\d{1,2})+|[a-z])")
_MIN_LIST_WORDS = 6


def split_sentences(text: str) -> tuple[Span, ...]:
    """Split a text into sentences, list items and headings.

    Args:
        text: Dutch prose, of the web or of PDF.

    Returns:
        Spans in text order: trimmed, not empty, not overlapping, and covering every character that is no blank.

    Example:
        >>> text = "We doen dat o.a. met 2.000 euro. Het agentschap volgt op."
        >>> [text[a:b] for a, b in split_sentences(text)]
        ['We doen dat o.a. met 2.000 euro.', 'Het agentschap volgt op.']
    """
    level = level_dots(text)
    return tuple(span for block in split_blocks(text) for span in sentences_of(level, block, items=True))


def sentences_of(text: str, block: Span, *, items: bool = False) -> Iterator[Span]:
    """Yield the sentences of one block.

    Args:
        text: A text in which the dots of abbreviations are level (`level_dots`).
        block: A stretch of it that begins and ends with a sentence.
        items: Whether the items of a list that lost its layout (`...; Alles over ...`, `(1) Gebouwen`) are sentences
            of their own; what opens with a figure or a bracket belongs to the sentence before otherwise.

    Yields:
        Their spans, trimmed at the front.
    """
    start = block.start
    for match in (_STOP_OR_ITEM if items else _STOP).finditer(text, block.start, block.end):
        following = skip_blanks(text, match.end(), block.end)
        if following < block.end and _ends_sentence(text, start, match, following, items=items):
            yield Span(start, match.end())
            start = following
    yield Span(start, block.end)


def skip_blanks(text: str, start: int, end: int) -> int:
    """Return the first place from `start` on that holds no blank, or `end`."""
    while start < end and text[start].isspace():
        start += 1
    return start


def _ends_sentence(text: str, start: int, match: re.Match[str], following: int, *, items: bool) -> bool:
    """Tell whether the mark closes the sentence that began at ``start``, so that another begins at ``following``."""
    if match["stop"] is None:
        return _ends_item(text, start, match.start())
    if not (_may_open(text, following) if items else _CAPITAL.match(text, following)):
        return False
    if match["stop"] != ".":
        return True
    before = _BEFORE.search(text, max(start, match.start() - 24), match.start())
    word = before[0] if before else ""
    if match["note"] is not None and not _carries_note(word):
        return False
    return not (match.start() - len(word) == start and _NUMBER.fullmatch(word))  # 1. De speerpuntcluster


def _ends_item(text: str, start: int, mark: int) -> bool:
    """Tell whether a colon or semicolon before a capital parts two items of a list that lost its layout."""
    words = text[start:mark].split()
    if text[mark] == ":" and words and words[-1].isdigit():
        return False
    return len(words) >= _MIN_LIST_WORDS


def _may_open(text: str, position: int) -> bool:
    """Tell whether a sentence may begin here."""
    head = text[position]
    return head.isupper() or head.isdigit() or head in _OPENING or _LOWER_NAMES.match(text, position) is not None


def _carries_note(word: str) -> bool:
    """Tell whether a footnote mark may be glued behind this word: ``houden.2``, ``22,8%.9``, ``2015.15``."""
    tail = word[-1:]
    return tail.isalpha() or tail in "%)’”\"'" or (len(word) == 4 and word.isdigit())
