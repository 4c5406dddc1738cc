"""The meeting that a page of a council tells of in its lines: numbered items, and lines that state an outcome."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import NamedTuple

from flanders_care.dutch.dates.mentions import read_dates
from flanders_care.families.council.items import Item, Meeting, each_once, letters, sheet_of, split_title
from flanders_care.families.council.wording import is_outcome, outcome_of
from flanders_care.regex import regex

_HEAD = 3000  # characters in which a page says what it is and when the meeting was
_TITLE = 600  # longest title (characters)
_NUMBERED = regex(r"[-•*]?\s{0,3}(?P<letters>[A-Z]{0,3})[ .]?(?P<number>\d{1,3})\s?[.)](?P<rest>.*)")
_CODE = regex(r"\d{4}_[A-Z]{1,5}_\d{3,6}")
_DAY = len("2024-05-13")
_OF_MEETING = regex(r"\b(?:zitting|vergadering|\w{0,30}raad|college|notulen|besluitenlijst|agenda)\b", re.IGNORECASE)
_PUBLISHED = regex(r"\b(?:publicatie\w*|gepubliceerd|bekend\w*|verstuurd|opgemaakt)\b", re.IGNORECASE)


class _Line(NamedTuple):
    start: int
    end: int
    words: str


class _Title(NamedTuple):
    """A title: where its words stand, with its number, the line on which it begins and the first line below it."""

    line: _Line
    words: str
    place: int
    below: int


def read_lines(text: str, headings: Sequence[int] = ()) -> Meeting:
    r"""Read the meeting that a text tells of.

    Args:
        text: The text of a list of decisions, of minutes or of an agenda.
        headings: Where headings begin, if that is known: titles of items that bear no number.

    Returns:
        The meeting, with each item once.

    Example:
        >>> read = read_lines("Notulen gemeenteraad 15 april 2024\n1. Fietspad.\nGoedgekeurd\n2. Brug.\nVerdaagd")
        >>> read.date.isoformat(), [(item.title, str(item.outcome)) for item in read.items]
        ('2024-04-15', [('Fietspad.', 'approved'), ('Brug.', 'adjourned')])
    """
    lines = _lines(text)
    titles = _numbered(lines) or _headed(lines, frozenset(headings))
    ends = [*(title.place for title in titles[1:]), len(lines)]
    items = [_item(lines, title, end) for title, end in zip(titles, ends, strict=False)]
    head = text[: min(_HEAD, titles[0].line.start) if titles else _HEAD]
    return Meeting(sheet=sheet_of(text[:_HEAD]), date=_date(head), items=each_once(items))


def _lines(text: str) -> list[_Line]:
    """The lines that hold something."""
    found: list[_Line] = []
    at = 0
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        if words:
            start = at + raw.index(words)
            found.append(_Line(start, start + len(words), words))
        at += len(raw)
    return found


def _numbered(lines: Sequence[_Line]) -> list[_Title]:
    """The titles that bear the next number, or that an overview gave before."""
    found: list[_Title] = []
    last: dict[str, int] = {}
    known: set[str] = set()
    for place, line in enumerate(lines):
        match = _NUMBERED.match(line.words)
        if match is None or len(line.words) > _TITLE:
            continue
        title = _title(lines, place, match)
        if title is None:
            continue
        series, number = match["letters"], int(match["number"])
        key = letters(_plain(title.words))
        if number == last.get(series, 0) + 1 or key in known:
            found.append(title)
            known.add(key)
            last[series] = number
    return found


def _title(lines: Sequence[_Line], place: int, match: re.Match[str]) -> _Title | None:
    """The title behind a number, on its line or on the next."""
    line = lines[place]
    rest = match["rest"].strip()
    if rest:
        at = line.start + match.start("rest") + match["rest"].index(rest)
        return _Title(_Line(at, line.end, rest), f"{match['letters']}{match['number']}. {rest}", place, place + 1)
    if place + 1 == len(lines) or is_outcome(lines[place + 1].words):
        return None
    below = lines[place + 1]
    return _Title(below, f"{match['letters']}{match['number']}. {below.words}", place, place + 2)


def _headed(lines: Sequence[_Line], headings: frozenset[int]) -> list[_Title]:
    """Of titles without number, those of which an outcome stands below, before the next heading."""
    found: list[_Title] = []
    open_one: _Title | None = None
    for place, line in enumerate(lines):
        if line.start in headings and not is_outcome(line.words):
            open_one = _Title(line, line.words, place, place + 1)
        elif open_one is not None and is_outcome(line.words):
            found.append(open_one)
            open_one = None
    return found


def _item(lines: Sequence[_Line], title: _Title, end: int) -> Item:
    below = lines[title.below : end]
    outcomes = [line for line in below if is_outcome(line.words)]
    stated = {outcome_of(line.words) for line in outcomes}
    said = [line for line in below if not is_outcome(line.words)]
    number, words = split_title(title.words)
    code = _CODE.match(words)
    return Item(
        title=split_title(words, code[0])[1] if code is not None else words,
        number=number,
        code=code[0] if code is not None else "",
        parts=tuple((line.words, line.start, line.end) for line in said),
        places=((title.line.start, title.line.end), *((line.start, line.end) for line in outcomes)),
        outcome=stated.pop() if len(stated) == 1 else None,
    )


def _plain(words: str) -> str:
    """A title without number and code."""
    return _CODE.sub("", split_title(words)[1], count=1)


def _date(head: str) -> datetime.date | None:
    """The first day that a line about the meeting gives, else the first that is not that of a publication."""
    days: list[tuple[bool, int, str]] = []
    for line in _lines(head):
        if _PUBLISHED.search(line.words) is None:
            named = _OF_MEETING.search(line.words) is not None
            days += ((not named, m.start + line.start, m.iso) for m in read_dates(line.words) if len(m.iso) == _DAY)
    return datetime.date.fromisoformat(min(days)[2]) if days else None
