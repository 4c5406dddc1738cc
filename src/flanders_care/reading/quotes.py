"""What a press release lets a person say: the words between quotation marks, and who speaks them.

The speaker stands behind the quote (`” - Hilde Crevits`, `”, zegt minister X`), before it (`Volgens minister X: “...`,
`X: “...`), or is the last person named.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from flanders_care.dutch.names.find import NameMention
from flanders_care.model.actor import ActorKind
from flanders_care.reading.facts import Facts
from flanders_care.reading.in_order import InOrder
from flanders_care.regex import regex

_QUOTED = regex(r"[“\"„](?P<words>[^“”\"„]{20,4000})[”\"]")
_SAYS = regex(
    r"\s*(?:[,–—(-]|zegt|aldus|vindt|stelt|besluit|klinkt|vult|verklaart|vertelt|benadrukt|reageert|meent)[^.!?\n]*$"
)  # what stands between a quote and its speaker
_LONGEST_NAME = 80
_SHORTEST = 5  # words: less is a term between quotation marks


class Quote(NamedTuple):
    """Words that somebody is quoted with.

    Attributes:
        speaker: The usual name of who speaks, or None where nobody is named.
        start: First character in the running text, behind the opening mark.
        end: One past the last character, before the closing mark.
        text: The words.
    """

    speaker: str | None
    start: int
    end: int
    text: str


def find_quotes(facts: Facts) -> tuple[Quote, ...]:
    """Find the quotes in a document and who speaks them.

    Args:
        facts: What was found in the document.

    Returns:
        The quotes in text order; terms of a few words between quotation marks are none.
    """
    people = InOrder(mention for mention in facts.actors if mention.kind == ActorKind.PERSON)
    found: list[Quote] = []
    for match in _QUOTED.finditer(facts.reading.text):
        if len(match["words"].split()) >= _SHORTEST:
            speaker = _speaker(facts.reading.text, people, match)
            found.append(Quote(speaker, match.start("words"), match.end("words"), match["words"]))
    return tuple(found)


def speaker_at(quotes: tuple[Quote, ...], position: int) -> str | None:
    """Name who speaks at a place in the running text; None outside quotes."""
    return next((quote.speaker for quote in quotes if quote.start - 1 <= position < quote.end), None)


def _speaker(text: str, people: InOrder[NameMention], match: re.Match[str]) -> str | None:
    for behind in people.within(match.end(), match.end() + _LONGEST_NAME + 1)[:1]:
        if _SAYS.match(text[match.end() : behind.start]) is not None:
            return behind.name
    before = people.before(match.start())
    return None if before is None else before.name
