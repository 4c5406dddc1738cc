"""The lines and pages of a text that came out of PDF or a word processor, before anything is read in them.

A page begins at a form feed, at a line that alone is indented by one blank (what extraction makes of a form feed), and
at a page number such as `Pagina 18 van 26`. Lines that return on page after page, and those of a table of contents, are
furniture.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from flanders_care.regex import regex

_PAGE_NUMBER = regex(
    r"(?:pagina|page|blz\.?|bladzijde|p\.)\s*\d{1,4}(?:\s*(?:van|of|/|-)\s*\d{1,4})?"
    r"|\d{1,4}\s*(?:/|van)\s*\d{1,4}|[-–—]\s*\d{1,4}\s*[-–—]",
    re.IGNORECASE,
)
_CONTENTS = regex(r"(?:\.{4}|(?:\. ){4}|…{2})[ .…]{0,40}\d{1,4}$")
_BARE_NUMBER = regex(r"\d{1,4}")
_LINK = regex(r"https?://|www\.")
_DIGITS = regex(r"\d+")
_RUNNING = 3  # a line that stands at the edge of so many pages is a running header or footer
_RARELY = 8  # an indent of one blank marks pages where it is rarer than one line in so many; else it is an indent
_WRAPPED = 200  # no printed line is longer (characters)


class Line(NamedTuple):
    """One line that holds something.

    Attributes:
        start: First character that is no blank, in the text.
        end: One past the last character that is no blank.
        above: How many empty lines stand above it.
        opens_page: Whether a page begins with it.
    """

    start: int
    end: int
    above: int
    opens_page: bool


class Page(NamedTuple):
    """The lines of one page: those of its text, and its furniture (numbers, running headers).

    Attributes:
        lines: The lines of the text, in order.
        furniture: Page numbers and running headers, in order.
    """

    lines: tuple[Line, ...]
    furniture: tuple[Line, ...]


def read_pages(text: str) -> tuple[Page, ...]:
    r"""Cut a text into pages and take the page numbers and running headers out.

    Args:
        text: Any text.

    Returns:
        The pages in order; every character that is no blank is in one line of one page.

    Example:
        >>> pages = read_pages("Een zin die\n\nPagina 2 van 3\n\nverder loopt.")
        >>> [len(page.lines) for page in pages], len(pages[1].furniture)
        ([1, 1], 1)
    """
    pages: list[list[Line]] = [[]]
    for line in _read_lines(text):
        if line.opens_page and pages[-1]:
            pages.append([])
        pages[-1].append(line)
    running = _running_lines(text, pages)
    return tuple(_part(text, page, running, numbered=len(pages) > 1) for page in pages)


def wrap_width(lines: Sequence[Line]) -> int | None:
    """Return the width at which lines are wrapped (characters), or None where every line end is meant.

    Args:
        lines: The lines of one text.

    Returns:
        The 90th percentile of the lengths where a third of the lines come near it and it is a printed line's width.
    """
    lengths = sorted(line.end - line.start for line in lines)
    if not lengths:
        return None
    width = lengths[int(0.9 * (len(lengths) - 1))]
    full = sum(1 for length in lengths if length > 0.75 * width)
    return width if 40 < width <= _WRAPPED and full * 3 >= len(lengths) else None


def _read_lines(text: str) -> list[Line]:
    found: list[Line] = []
    indented: set[int] = set()
    position = above = 0
    fed = False
    for raw in re.split(r"([\n\f])", text):
        stripped = raw.strip()
        if stripped:
            start = position + raw.index(stripped[0])
            if raw[0] == " " and not raw[1].isspace():
                indented.add(len(found))
            opens = fed or _PAGE_NUMBER.fullmatch(stripped) is not None
            found.append(Line(start, start + len(stripped), above, opens))
            above, fed = 0, False
        elif raw == "\f":
            fed = True
        elif raw != "\n":
            above += 1
        position += len(raw)
    if len(indented) * _RARELY > max(len(found), _RARELY):
        return found
    return [line._replace(opens_page=line.opens_page or place in indented) for place, line in enumerate(found)]


def _edges(page: Sequence[Line]) -> Sequence[Line]:
    return page if len(page) < 6 else (*page[:3], *page[-3:])


def _running_lines(text: str, pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Return the lines, digits apart, that stand at the edges of three pages or more; links are notes of a page."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_DIGITS.sub("#", text[line.start : line.end]) for line in _edges(page)})
    return frozenset(
        key for key, times in seen.items() if times >= _RUNNING and len(key) > 3 and _LINK.search(key) is None
    )


def _part(text: str, page: Sequence[Line], running: frozenset[str], *, numbered: bool) -> Page:
    edges, ends = set(_edges(page)), {*page[:1], *page[-1:]}

    def is_furniture(line: Line) -> bool:
        words = text[line.start : line.end]
        if words[-1].isdigit() and _CONTENTS.search(words, max(0, len(words) - 60)):  # a title, dots, a page number
            return True
        if _PAGE_NUMBER.fullmatch(words) is not None or _DIGITS.sub("#", words) in running:
            return line in edges
        return numbered and line in ends and _BARE_NUMBER.fullmatch(words) is not None

    furniture = tuple(filter(is_furniture, page))
    gone = set(furniture)
    return Page(tuple(line for line in page if line not in gone), furniture)
