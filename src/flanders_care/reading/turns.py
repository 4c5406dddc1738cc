"""Who speaks where in a debate: a line with a name and a party or an office, and the speech below it."""

from __future__ import annotations

import enum
import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from flanders_care.reading.running_text import Reading
from flanders_care.regex import regex

_NAME = (
    r"[A-ZÀ-Þ][\w’'.-]{0,30}(?: (?:van|de|der|den|ten|ter|von|el|al|[’']t|[A-ZÀ-Þ’'][\w’'.-]{0,30})){0,5}"
    r" [A-ZÀ-Þ’'][\w’'.-]{0,30}"
)
_PARTY = r"[A-Za-zÀ-ÿ&.!’' -]{1,24}"
_OFFICE = (
    r"(?:(?:Vlaams|Waals|Brussels|[Ff]ederaal)\s)?(?:[Vv]ice(?:-|\s)?)?"
    r"(?:[Mm]inister(?:-|\s)?[Pp]resident|[Mm]inister|[Ss]taatssecretaris|[Pp]remier|[Ee]erste [Mm]inister)"
)
SPEAKER_LINE = regex(
    rf"(?:(?P<office>{_OFFICE})\s(?P<minister>{_NAME})"
    rf"|(?:[Dd]e\s)?(?P<chair>[Vv]oorzitter)(?:\s(?P<presiding>{_NAME}))?"
    rf"|(?:(?:[Dd]e heer|[Mm]evrouw)\s)?(?P<member>{_NAME})\s\((?P<party>{_PARTY})\))\s?:?"
)
"""A line that says who speaks: `Minister Jan Janssens`, `An Peeters (Partij)`, `De voorzitter`."""


class SpeakerRole(enum.StrEnum):
    """In what office somebody speaks."""

    GOVERNMENT = "government"
    MEMBER = "member"
    CHAIR = "chair"


class Turn(NamedTuple):
    """One speech.

    Attributes:
        speaker: Name of who speaks, or None where only the office stands there.
        role: In what office.
        place: First character of the speaker line in the running text.
        start: First character of the speech.
        end: One past its last character.
    """

    speaker: str | None
    role: SpeakerRole
    place: int
    start: int
    end: int


def find_turns(reading: Reading) -> tuple[Turn, ...]:
    r"""Find the speeches of a debate.

    Args:
        reading: Its running text.

    Returns:
        The turns in text order; each lasts until the next speaker line.

    Example:
        >>> from flanders_care.provenance import Document
        >>> from flanders_care.reading.running_text import read_document
        >>> text = "An Peeters (Partij)\nKomt er een plan?\n\nMinister Jan Janssens\nIk werk een plan uit.\n"
        >>> [(turn.speaker, turn.role.value) for turn in find_turns(read_document(Document(id="d", text=text)))]
        [('An Peeters', 'member'), ('Jan Janssens', 'government')]
    """
    heads = [
        (passage, found)
        for passage in reading.passages
        if (found := SPEAKER_LINE.fullmatch(" ".join(reading.words(passage).split()))) is not None
    ]
    ends = [*(passage.start for passage, _ in heads[1:]), len(reading.text)]
    return tuple(
        Turn(
            found["minister"] or found["member"] or found["presiding"],
            _role(found),
            passage.start,
            passage.end,
            end,
        )
        for (passage, found), end in zip(heads, ends, strict=False)
    )


def turn_at(turns: Sequence[Turn], position: int) -> Turn | None:
    """The speech that holds a character of the running text, or None before the first."""
    place = bisect_right(turns, position, key=lambda turn: turn.start) - 1
    return turns[place] if place >= 0 and position < turns[place].end else None


def _role(found: re.Match[str]) -> SpeakerRole:
    if found["office"] is not None:
        return SpeakerRole.GOVERNMENT
    return SpeakerRole.CHAIR if found["chair"] is not None else SpeakerRole.MEMBER
