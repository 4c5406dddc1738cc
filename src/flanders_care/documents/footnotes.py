"""Footnotes at the bottom of a page, and their marks glued to the words and figures of the text above.

A note begins with the next number at the bottom of its page and holds a link, or its mark stands in the text above.
A mark is believed only where its note exists, so `COVID-19`, `S3P4PM` and `m2` stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from flanders_care.documents.lines import Line, Page
from flanders_care.dutch.text.blocks import Span
from flanders_care.regex import regex

_NOTE = regex(r"(?P<number>\d{1,3})(?!\d)(?P<gap>\s?)(?P<text>\S.*)")
_LINK = regex(r"(?:https?://|www\.)\S+")
_DIGIT = regex(r"\d")
_GLUED = regex(
    r"(?<=[^\W\d_])(?<![A-Z]\d)(?P<word>\d{1,3}(?:,\d{1,3}){0,7})(?=[\s,.;:)]|$)"  # Wellbeing18
    r"|(?<=[.,;:!?%)”’\"'»])(?P<stop>\d{1,3}(?:,\d{1,3}){0,7})(?=[\s,.;:)]|$)"  # houden.2   2015.15   geneeskunde.3,4
    r"|(?<=[.!?”’)%][ ])(?P<apart>\d{1,3}(?:,\d{1,3}){0,7})(?=\s*$)",  # in december 2015. 1
    re.MULTILINE,
)
_NUMBER_BEFORE = regex(r"\d[.,]?$")
_YEAR_BEFORE = regex(r"(?:19|20)\d\d[.,;:)]$")


class Note(NamedTuple):
    """One footnote.

    Attributes:
        number: Its number; 0 for links that stand below the notes without one.
        start: First character, in the text.
        end: One past the last character of its last line.
        page: Place of its page, from 0.
    """

    number: int
    start: int
    end: int
    page: int


def split_notes(text: str, pages: Sequence[Page]) -> tuple[tuple[Page, ...], tuple[Note, ...]]:
    """Take the footnotes off the bottoms of the pages.

    Args:
        text: The text.
        pages: Its pages, from `read_pages`.

    Returns:
        The pages without the lines of their footnotes, and the notes in order of place.
    """
    bodies: list[Page] = []
    notes: list[Note] = []
    last = 0
    for place, page in enumerate(pages):
        first = _first_note(text, page.lines, last)
        if first is None:
            bodies.append(page)
            continue
        until = _zone_end(text, page.lines, first)
        found = _read_notes(text, page.lines[first:until], last, place)
        last = max(last, *(note.number for note in found))
        notes += found
        bodies.append(page._replace(lines=page.lines[:first] + page.lines[until:]))
    return tuple(bodies), tuple(notes)


def find_marks(text: str, lines: Sequence[Line], numbers: frozenset[int], known: frozenset[int]) -> list[Span]:
    """Find the footnote marks in the lines of one page.

    Args:
        text: The text.
        lines: The lines of the page's body.
        numbers: The notes of this page, whose marks may be glued to a letter (`Wellbeing18`).
        known: The notes of the whole text, which a mark behind a full stop may repeat (`22,8%.9`).

    Returns:
        The marks in order of place.
    """
    return [span for span, behind_stop, cited in _glued(text, lines) if cited <= (known if behind_stop else numbers)]


def _glued(text: str, lines: Sequence[Line]) -> Iterator[tuple[Span, bool, frozenset[int]]]:
    """What has the form of a mark: its place, whether it is glued to a full stop or the like, the notes it cites."""
    for line in lines:
        if _DIGIT.search(text, line.start, line.end) is None:  # as most lines hold none
            continue
        for match in _GLUED.finditer(text, line.start, line.end):
            start, end = match.span(match.lastgroup or 0)
            if _is_mark(text, start, line):
                cited = frozenset(int(number) for number in text[start:end].split(","))
                yield Span(start, end), match.lastgroup == "stop", cited


def _is_mark(text: str, start: int, line: Line) -> bool:
    """Tell a mark from the digits of a number: `6.2` and `2,9` are figures, `2015.15` holds a mark."""
    before = text[max(line.start, start - 6) : start]
    return _NUMBER_BEFORE.search(before) is None or _YEAR_BEFORE.search(before) is not None


def _first_note(text: str, lines: Sequence[Line], last: int) -> int | None:
    """Return the place of the line where the footnotes of a page begin.

    A note of words must be cited above and have nothing but notes below it: `2 Acties` may be cited and is a heading.
    """
    cited: dict[int, int] | None = None
    broken = 0  # notes that would begin before this place run into other text
    for place, line in enumerate(lines):
        match = _NOTE.match(text, line.start, line.end)
        if match is None or int(match["number"]) <= last or (line.above == 0 and place > 0):
            continue
        number = int(match["number"])
        if number == last + 1 and _LINK.match(match["text"]) is not None:
            return place
        cited = _first_citations(text, lines) if cited is None else cited
        if place >= broken and cited.get(number, line.start) < line.start:
            broken = _zone_end(text, lines, place)
            if broken == len(lines):
                return place
    return None


def _first_citations(text: str, lines: Sequence[Line]) -> dict[int, int]:
    """Return where each number stands first in the form of a footnote mark."""
    first: dict[int, int] = {}
    for span, _, cited in _glued(text, lines):
        for number in cited:
            first.setdefault(number, span.start)
    return first


def _zone_end(text: str, lines: Sequence[Line], first: int) -> int:
    """Return where the footnotes end: at the end of the page, or at the first line that cannot be theirs."""
    place = first + 1
    while place < len(lines):
        line = lines[place]
        goes_on = line.above == 0 or text[lines[place - 1].end - 1] == "-" or _begins_note(text, line)
        if not goes_on and not any(_begins_note(text, later) for later in lines[place + 1 : place + 3]):
            break
        place += 1
    return place


def _begins_note(text: str, line: Line) -> bool:
    return _LINK.match(text, line.start, line.end) is not None or _NOTE.match(text, line.start, line.end) is not None


def _read_notes(text: str, lines: Sequence[Line], last: int, page: int) -> list[Note]:
    notes: list[Note] = []
    for line in lines:
        match = _NOTE.match(text, line.start, line.end)
        if match is not None and (not notes or int(match["number"]) == last + 1):
            last = int(match["number"])
            notes.append(Note(last, line.start, line.end, page))
        elif _LINK.match(text, line.start) is not None:
            notes.append(Note(0, line.start, line.end, page))
        else:
            notes[-1] = notes[-1]._replace(end=line.end)
    return notes
