"""The items of a meeting: what one is, and those that stand two or three times on a page as one."""

from __future__ import annotations

import datetime
import enum
import itertools
from collections.abc import Iterable

import attrs

from flanders_care.families.council.wording import stated_outcome
from flanders_care.model.decision import Outcome
from flanders_care.regex import regex

_NUMBER = regex(r"(?P<number>(?:[A-Z]{1,3}[ .]?)?\d{1,3})\s?[.)]\s{0,9}(?=\S)")
_SHEET = regex(r"\b(agenda|besluitenlijst|lijst van (?:de )?besluiten|notulen|(?:zittings)?verslag)\b")
_LONGEST = 40  # pieces of an item in which shorter ones are looked for
_LETTERS = regex(r"[\W_]+")


class Sheet(enum.Enum):
    """What a page gives of a meeting."""

    AGENDA = "agenda"  # what will be dealt with: nothing is decided
    DECIDED = "decided"  # besluitenlijst, notulen, uittreksel


@attrs.frozen(kw_only=True)
class Item:
    """One item of a meeting.

    Attributes:
        title: Its title, without number and code.
        number: Its number, or "" where it has none.
        code: The code that the council gave it, or "".
        address: What it is called on the web, or "".
        parts: The pieces of its text, each once, with their places where the page shows them.
        places: Where its title and its outcome stand.
        outcome: What the page states beside its text.
        date: Day of its meeting, where the page says it beside its text.
    """

    title: str
    number: str = ""
    code: str = ""
    address: str = ""
    parts: tuple[tuple[str, int, int], ...] = ()
    places: tuple[tuple[int, int], ...] = ()
    outcome: Outcome | None = None
    date: datetime.date | None = None

    @property
    def text(self) -> str:
        """The text below the title."""
        return "\n\n".join(words for words, _, _ in self.parts)

    @property
    def stated(self) -> Outcome | None:
        """The outcome that the page states: beside the text, else in its sentences."""
        return self.outcome or stated_outcome(self.text)


@attrs.frozen(kw_only=True)
class Meeting:
    """What a page gives of a meeting.

    Attributes:
        sheet: What the page is, or `None` where it does not say so.
        date: Day of the meeting.
        items: Its items, each once, in the order of the page.
    """

    sheet: Sheet | None
    date: datetime.date | None
    items: tuple[Item, ...]

    @property
    def decided(self) -> bool:
        """Whether the page tells what was decided: it says so, or states an outcome."""
        if self.sheet is not None:
            return self.sheet is Sheet.DECIDED
        return any(item.stated is not None for item in self.items)


def sheet_of(words: str) -> Sheet | None:
    """What a page calls itself; of several names the first counts.

    Example:
        >>> sheet_of("Agenda Gemeenteraad 22 april 2024"), sheet_of("Notulen en agenda")
        (<Sheet.AGENDA: 'agenda'>, <Sheet.DECIDED: 'decided'>)
    """
    found = _SHEET.search(words.lower())
    if found is None:
        return None
    return Sheet.AGENDA if found[1] == "agenda" else Sheet.DECIDED


def split_title(words: str, code: str = "") -> tuple[str, str]:
    """Take number and code off a title.

    Example:
        >>> split_title("AP3. Fractie. Gentse Steenweg."), split_title("24_07 - Notulen", "24_07")
        (('AP3', 'Fractie. Gentse Steenweg.'), ('', 'Notulen'))
    """
    words = " ".join(words.split())
    found = _NUMBER.match(words)
    number, rest = (found["number"], words[found.end() :]) if found is not None else ("", words)
    return number, (rest.removeprefix(code).lstrip(" -–:.") if code else rest) or rest


def letters(words: str) -> str:
    """Words without case, blanks and signs, to tell whether two are the same."""
    return _LETTERS.sub("", words.lower())


def each_once(items: Iterable[Item]) -> tuple[Item, ...]:
    """Join what stands several times under one title; where the outcomes differ, it is two items."""
    found: dict[str, list[_Same]] = {}
    for item in items:
        alike = found.setdefault(letters(item.title), [])
        for same in alike:
            if same.outcome is None or item.outcome in (None, same.outcome):
                same.add(item)
                break
        else:
            alike.append(_Same([item], item.outcome))
    return tuple(same.joined() for alike in found.values() for same in alike)


@attrs.define
class _Same:
    """What stands under one title with one outcome."""

    items: list[Item]
    outcome: Outcome | None

    def add(self, item: Item) -> None:
        self.items.append(item)
        self.outcome = self.outcome or item.outcome

    def joined(self) -> Item:
        first = self.items[0]
        if len(self.items) == 1:
            return first
        return attrs.evolve(
            first,
            number=next((item.number for item in self.items if item.number), ""),
            code=next((item.code for item in self.items if item.code), ""),
            address=next((item.address for item in self.items if item.address), ""),
            parts=distinct((part for item in self.items for part in item.parts), first.title),
            places=tuple(dict.fromkeys(place for item in self.items for place in item.places)),
            outcome=self.outcome,
            date=next((item.date for item in self.items if item.date is not None), None),
        )


def distinct(parts: Iterable[tuple[str, int, int]], title: str) -> tuple[tuple[str, int, int], ...]:
    """The pieces of a text, each once, in their order: none that is the title or stands in one of the longest."""
    kept: list[tuple[str, int, int]] = []
    seen = {letters(title): None, "": None}
    for part in sorted(parts, key=lambda part: (-len(letters(part[0])), part[1] == part[2])):
        key = letters(part[0])
        if key not in seen and not any(key in longer for longer in itertools.islice(seen, _LONGEST)):
            seen[key] = None
            kept.append(part)
    return tuple(sorted(kept, key=lambda part: part[1]))
