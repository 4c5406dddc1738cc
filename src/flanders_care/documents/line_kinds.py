"""What one printed line begins: a heading, a list item, a caption, a box, a link, or running text.

Every rule rests on form alone: the number or bullet in front, the length, the closing mark, and the lines around it.
"""

from __future__ import annotations

import enum
import re
from typing import NamedTuple

from flanders_care.documents.lines import Line
from flanders_care.documents.tables import is_row
from flanders_care.regex import regex


class LineKind(enum.StrEnum):
    """What a line begins."""

    HEADING = "heading"
    ITEM = "item"
    CAPTION = "caption"
    BOX = "box"
    LINK = "link"
    TABLE = "table"
    TEXT = "text"


class Begin(NamedTuple):
    """What a line begins, with the parts of its front.

    Attributes:
        kind: What it begins.
        mark: The number, bullet or label in front, as written without closing marks; "" where there is none.
        level: Depth of a heading (`7.5.1` is 3, 0 where it has no number) or of a list item, from 1.
        text: Offset where the words behind the mark begin.
    """

    kind: LineKind
    mark: str = ""
    level: int = 0
    text: int = 0


class Around(NamedTuple):
    """What stands around a line.

    Attributes:
        before: The line above, if any.
        after: The line below, if any.
        open_mark: The mark of the list item that is open, "" where none is.
        after_heading: Whether the block above is a heading.
        width: Width of the printed lines (characters), or None where each line end is meant.
    """

    before: Line | None
    after: Line | None
    open_mark: str
    after_heading: bool
    width: int | None


_BOX = regex(r"(?P<mark>(?:Box|Kader|Tekstkader|Kaderstuk)\s+\d{1,3})\b[.:]?\s*", re.IGNORECASE)
_CAPTION = regex(
    r"(?P<mark>(?:Fig\.?|Figuur|Tabel|Grafiek|Kaart|Afbeelding|Schema)\s*\d{1,3}(?:\.\d{1,2})?)\s?[.:]?\s+(?=[A-ZÀ-Þ‘“\"'’(])"
)
_LINK = regex(r"(?:https?://|www\.)\S+")
_BULLET = regex(r"(?P<mark>[•·▪●◦‣■➢✓]|[o*–—-](?=\s))\s*(?=\S)")
_SUB_BULLETS = "o◦‣–—-"
_WEAK_BULLETS = "–—-o*"
_NUMBERED = regex(r"(?P<mark>\d{1,2}(?:\.\d{1,2}){0,5})(?P<stop>[.)]?)\s+(?=[^\W\d_]|[‘’“\"'(&])")
_LETTERED = regex(r"(?P<mark>\(?(?:\d{1,2}|[a-z])\)|[ivx]{1,4}\))\s+(?=\S)")
_ROMAN = regex(r"(?P<mark>[IVX]{1,5}|[A-H])\.\s+(?=[A-ZÀ-Þ])")
_NAMED = regex(
    r"(?P<mark>(?P<word>Hoofdstuk|Deel|Strategische doelstelling|SD|Operationele doelstelling|OD|Actie|Werf|Pijler|"
    r"Spoor|Maatregel|Lijn|Doelstelling)\s+\d{1,2}(?:\.\d{1,2})*)\s*[.:–-]?\s+(?=[^\W\d_]|[‘“\"])",
    re.IGNORECASE,
)
_NAMED_LEVELS = {
    "hoofdstuk": 1, "deel": 1, "strategische doelstelling": 1, "sd": 1, "operationele doelstelling": 2, "od": 2,
}  # fmt: skip
_MARKDOWN = regex(r"(?P<mark>#{1,6})\s+(?=\S)")
_CLOSED = regex(r"[.!?:;…]+[\"'’”»)\]]*(?:\d{1,3}(?:,\d{1,3}){0,7})?$")
_OPEN_END = regex(r"\b(?:en|of|de|het|een|van|voor|in|met|op|aan|tot|door|bij|over|naar|ten)$|[,-]$", re.IGNORECASE)
_ROMAN_ITEM = regex(r"[ivx]{1,4}\)")
_TITLE_WORDS = 14
_SHORT = 0.62  # a heading without a number fills less of the line than this
_LONGEST_TITLE = 160


def is_closed(text: str, line: Line) -> bool:
    """Tell whether a line ends as a sentence, a lead-in or a list item does (a footnote mark may stand behind)."""
    return _CLOSED.search(text, max(line.start, line.end - 40), line.end) is not None


def begins(text: str, line: Line, around: Around) -> Begin:
    """Say what a line begins.

    Args:
        text: The text.
        line: The line.
        around: What stands around it.

    Returns:
        What it begins; `LineKind.TEXT` where nothing tells, which may also go on with what stood before.
    """
    if _runs_on(text, line):
        return Begin(LineKind.TEXT, text=line.start)
    return (
        _named_thing(text, line, around)
        or _bullet(text, line, around)
        or _numbered(text, line, around)
        or _named_heading(text, line, around)
        or _bare_heading(text, line, around)
        or Begin(LineKind.TEXT, text=line.start)
    )


def _runs_on(text: str, line: Line) -> bool:
    """Tell at a glance that a line only goes on: it opens with a small word, and is no link or row of a table."""
    head = text[line.start : line.start + 2]
    if len(head) < 2 or not (head.isalpha() and head.islower()) or text.startswith(("http", "www."), line.start):
        return False
    return _ROMAN_ITEM.match(text, line.start, line.end) is None and not is_row(text, line)


def _stands_apart(line: Line, around: Around) -> bool:
    return around.before is None or line.above > 0 or line.opens_page or around.after_heading


def _goes_on(text: str, around: Around) -> bool:
    """Tell whether the next line carries this one on: it stands directly below and opens with a small letter."""
    after = around.after
    return after is not None and after.above == 0 and not after.opens_page and text[after.start].islower()


def _named_thing(text: str, line: Line, around: Around) -> Begin | None:
    if _LINK.fullmatch(text, line.start, line.end) is not None:
        return Begin(LineKind.LINK, text=line.start)
    beside = [other for other in (around.before, around.after) if other is not None]
    if is_row(text, line) and any(is_row(text, other) for other in beside):
        return Begin(LineKind.TABLE, text=line.start)
    if not _stands_apart(line, around):
        return None
    box = _BOX.match(text, line.start, line.end)
    if box is not None and text[line.end - 1] not in ".;,":
        return Begin(LineKind.BOX, box["mark"], 1, box.end())
    caption = _CAPTION.match(text, line.start, line.end)
    if caption is not None and line.end - line.start < 2 * _LONGEST_TITLE and not _goes_on(text, around):
        return Begin(LineKind.CAPTION, caption["mark"], 1, caption.end())
    return None


def _bullet(text: str, line: Line, around: Around) -> Begin | None:
    match = _BULLET.match(text, line.start, line.end)
    if match is None:
        return None
    mark = match["mark"]
    if mark in _WEAK_BULLETS and mark != around.open_mark and not _may_open_item(text, line, around):
        return None
    level = 2 if mark in _SUB_BULLETS and around.open_mark else 1
    return Begin(LineKind.ITEM, mark, level, match.end())


def _may_open_item(text: str, line: Line, around: Around) -> bool:
    """Tell a list item from a running sentence in which a dash or number happens to stand at the line's front."""
    before = around.before
    return before is None or line.above > 0 or line.opens_page or is_closed(text, before) or around.width is None


def _numbered(text: str, line: Line, around: Around) -> Begin | None:
    match = _NUMBERED.match(text, line.start, line.end) or _LETTERED.match(text, line.start, line.end)
    if match is None:
        return None
    mark = match["mark"]
    if mark[0].isdigit() and mark[-1].isdigit() and _is_heading(text, line, around, match):
        return Begin(LineKind.HEADING, mark, mark.count(".") + 1, match.end())
    listed = not mark[-1].isdigit() or (match["stop"] != "" and "." not in mark)
    if listed and (around.open_mark != "" or _may_open_item(text, line, around)):
        return Begin(LineKind.ITEM, mark.strip("()"), 1, match.end())
    return None


def _is_heading(text: str, line: Line, around: Around, match: re.Match[str]) -> bool:
    """Tell a numbered heading from an item of a numbered list."""
    title = text[match.end() : line.end]
    if not title[0].isupper() and title[0] not in "‘“\"'’(&":
        return False
    if len(title) > _LONGEST_TITLE or title[-1] in ".;," or not _stands_apart(line, around):
        return False
    if "." in match["mark"]:
        return True
    if is_closed(text, line):
        return False
    return match["stop"] == "" or (len(title.split()) <= _TITLE_WORDS and not _in_enumeration(text, around))


def _in_enumeration(text: str, around: Around) -> bool:
    """Tell whether `1. ...` stands in a list: behind a lead-in, before the next number, or over several lines."""
    if around.before is not None and text[around.before.end - 1] == ":":
        return True
    after = around.after
    if after is None or _goes_on(text, around):
        return True
    return after.above == 0 and _NUMBERED.match(text, after.start, after.end) is not None


def _named_heading(text: str, line: Line, around: Around) -> Begin | None:
    markdown = _MARKDOWN.match(text, line.start, line.end)
    if markdown is not None:
        return Begin(LineKind.HEADING, "", len(markdown["mark"]), markdown.end())
    if not _stands_apart(line, around) or is_closed(text, line) or _goes_on(text, around):
        return None
    if line.end - line.start > _LONGEST_TITLE:
        return None
    roman = _ROMAN.match(text, line.start, line.end)
    if roman is not None:
        return Begin(LineKind.HEADING, roman["mark"], 1, roman.end())
    named = _NAMED.match(text, line.start, line.end)
    if named is not None and len(text[named.end() : line.end].split()) <= _TITLE_WORDS:
        return Begin(LineKind.HEADING, named["mark"], _NAMED_LEVELS.get(named["word"].lower(), 0), named.end())
    return None


def _bare_heading(text: str, line: Line, around: Around) -> Begin | None:
    """Find a heading without a number: short, apart, not closed, with text below it."""
    after = around.after
    words = text[line.start : line.end].split()
    if after is None or not _stands_apart(line, around) or len(words) > _TITLE_WORDS:
        return None
    first, last = text[line.start], text[line.end - 1]
    if not (first.isupper() or first in "‘“\"'’"):
        return None
    if last in ".;,!" or (last == ":" and len(words) > 5) or _OPEN_END.search(text, line.end - 8, line.end) is not None:
        return None
    if text[line.start : line.end].isupper() and len(text[line.start : line.end]) > 3:
        return Begin(LineKind.HEADING, "", 1, line.start)
    longest = _LONGEST_TITLE if around.width is None else _SHORT * around.width
    below = text[after.start]
    if line.end - line.start > longest or after.end - after.start < 1.5 * (line.end - line.start):
        return None
    return Begin(LineKind.HEADING, "", 0, line.start) if below.isupper() or below in "‘“\"'’•" else None
