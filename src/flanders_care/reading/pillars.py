"""The parts of a programme: `drie pijlers: A, B en C`, `de derde pijler ... wil`, or list items behind `drie lijnen:`.

A part belongs to the programme that its own sentence names, else to the last one named in its section. The third
pillar of one programme is never that of another: parts are told apart by their programme and their place in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from flanders_care.documents.layout import BlockKind
from flanders_care.dutch.text.numerals import number_word
from flanders_care.model.programme import Pillar, pillar_id, programme_id
from flanders_care.provenance import merge_sources
from flanders_care.reading.enumerations import part_name, split_list
from flanders_care.reading.facts import Facts
from flanders_care.reading.in_order import START
from flanders_care.reading.running_text import Sentence
from flanders_care.regex import regex

_NOUN = r"(?:pijlers|lijnen|luiken|sporen|assen|werven|krachtlijnen|speerpunten|onderdelen)"
_ONE = r"(?:pijler|lijn|luik|spoor|as|werf|krachtlijn|speerpunt)"
# each begins with a letter of its own, so that the search can leap from one such letter to the next
_HINT = regex(
    r"pijler|Pijler|lijn|Lijn|luik|Luik|spoor|Spoor|sporen|Sporen|as(?<=\b..)|As(?<=\b..)|werf|Werf|werv|Werv|speerpunt"
    r"|onderdelen"
)
_COUNT = r"(?<![\d.,])(?P<count>\d{1,2}|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)"
_LISTED = regex(
    rf"\b{_COUNT}\s+(?:[a-zë-]+\s+){{0,3}}{_NOUN}\s*"
    r"(?:,\s*(?:i\.e\.|nl\.|namelijk|met\s+name|te\s+weten|zijnde)|:|\()\s*(?P<list>[^:;.?!]+)",
    re.IGNORECASE,
)
_LEAD_IN = regex(
    rf"\b(?:{_COUNT}|deze|volgende|onderstaande|de)\s+(?:[a-zë-]+\s+){{0,3}}{_NOUN}[^.?!]{{0,80}}:\s{{0,3}}$",
    re.IGNORECASE,
)
ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7}
"""The words that count the parts of a programme."""
_ORDERED = regex(rf"\b(?:de|een|het)\s+(?P<order>{'|'.join(ORDINALS)})\s+{_ONE}\b(?P<rest>[^.?!]*)", re.IGNORECASE)
_SAYS = regex(
    r"(?:\b(?:is|omvat|betreft|gaat uit van|zich op|wil|focust op|beoogt|heet)\b|:)\s+(?P<name>.+)",
    re.IGNORECASE,
)
_LONGEST = 140
_PART = regex(rf"\b(?P<order>{'|'.join(ORDINALS)})\s+(?:pijler|lijn|luik|spoor)\b", re.IGNORECASE)
_REACH = 40  # parts of programmes looked back over
_NEAR_PASSAGES = 2  # paragraphs back in which the programme of parts is named
_ITEMS = 60  # blocks that a list of parts may span


class FoundPillar(NamedTuple):
    """One part of a programme, as read.

    Attributes:
        programme: Name of the programme.
        name: Its name, or the words that describe it.
        order: Place in its programme, from 1.
        start: First character in the running text.
        end: One past the last character.
    """

    programme: str
    name: str
    order: int
    start: int
    end: int


def find_pillars(facts: Facts, main: str | None = None) -> tuple[FoundPillar, ...]:
    """Find the parts of the programmes in a document.

    Args:
        facts: What was found in it.
        main: Name of the programme that the document is about, for parts whose sentence and section name none.

    Returns:
        The parts in text order.
    """
    found: list[FoundPillar] = []
    for sentence in facts.reading.sentences:
        if _HINT.search(sentence.text) is None:
            continue
        found += _enumerated(facts, sentence, main)
        found += _bulleted(facts, sentence, main)
        found += _ordered(facts, sentence, main, found[-1] if found else None)
    return tuple(found)


def pillars_by_programme(facts: Facts, found: Iterable[FoundPillar]) -> dict[str, tuple[Pillar, ...]]:
    """Make the records of the parts, by the id of their programme.

    Args:
        facts: What was found in the document.
        found: The parts.

    Returns:
        For each programme its parts in order; a part named twice has both places and the name that came first.
    """
    grouped: dict[str, dict[int, list[FoundPillar]]] = {}
    for part in found:
        grouped.setdefault(programme_id(part.programme), {}).setdefault(part.order, []).append(part)
    return {
        identity: tuple(
            Pillar(
                id=pillar_id(identity, str(order)),  # other documents word the same part otherwise
                name=parts[0].name,
                order=order,
                sources=merge_sources(*(facts.sources(part.start, part.end) for part in parts)),
            )
            for order, parts in sorted(orders.items())
        )
        for identity, orders in sorted(grouped.items())
    }


def whole_of_part(sentence: Sentence, pillars: Sequence[FoundPillar]) -> str | None:
    """Name the programme of `de derde pijler`: the last one told before whose third part is known.

    Args:
        sentence: A sentence that may speak of a part by its place.
        pillars: The parts found in the document, in text order.

    Returns:
        The programme's name, or None where the sentence speaks of no part that is known.
    """
    match = _PART.search(sentence.text)
    if match is None:
        return None
    order = ORDINALS[match["order"].lower()]
    before = bisect_left(pillars, sentence.start, key=START)
    known = [pillar for pillar in pillars[max(0, before - _REACH) : before] if pillar.order == order]
    return known[-1].programme if known else None


def _owner(facts: Facts, sentence: Sentence, position: int, main: str | None) -> str | None:
    """Name the programme that a part belongs to."""
    named = facts.about.within(sentence.start, position)
    if named:
        return named[-1].name
    near = facts.reading.passages[max(0, sentence.passage - _NEAR_PASSAGES)].start
    before = facts.about.before(sentence.start, since=max(near, facts.section_start(sentence)))
    return before.name if before is not None else main


def _enumerated(facts: Facts, sentence: Sentence, main: str | None) -> Iterator[FoundPillar]:
    """Read `drie complementaire pijlers, i.e. A, B en C`."""
    match = _LISTED.search(sentence.text)
    if match is None:
        return
    owner = _owner(facts, sentence, sentence.start + match.start(), main)
    count = int(number_word(match["count"]) or match["count"])
    spans = split_list(match["list"], count)
    if owner is None or len(spans) != count:
        return
    for order, (start, end) in enumerate(spans, start=1):
        base = sentence.start + match.start("list")
        yield FoundPillar(owner, part_name(match["list"][start:end]), order, base + start, base + end)


def _bulleted(facts: Facts, sentence: Sentence, main: str | None) -> Iterator[FoundPillar]:
    """Read list items behind `Er werd ingezet op drie lijnen:`."""
    match = _LEAD_IN.search(sentence.text)
    if match is None:
        return
    owner = _owner(facts, sentence, sentence.end, main)
    items = _items(facts, sentence)
    count = int(number_word(match["count"]) or match["count"]) if match["count"] else len(items)
    if owner is None or len(items) < count:
        return
    for order, (start, end) in enumerate(items[:count], start=1):
        words = facts.reading.text[start:end]
        head = words.split(":")[0] if ":" in words else re.split(r"[.;]|,\s|\som\s", words)[0]
        yield FoundPillar(owner, part_name(head[:_LONGEST]), order, start, start + len(head.rstrip()))


def _items(facts: Facts, sentence: Sentence) -> list[tuple[int, int]]:
    """Return the list items of the first level that follow a sentence."""
    found: list[tuple[int, int]] = []
    first = sentence.passage + 1
    for passage in facts.reading.passages[first : first + _ITEMS]:
        if passage.block.kind is not BlockKind.ITEM:
            if passage.block.kind in (BlockKind.NOTE, BlockKind.CAPTION):
                continue
            break
        if passage.block.level == 1:
            found.append((passage.start, passage.end))
    return found


def _ordered(facts: Facts, sentence: Sentence, main: str | None, before: FoundPillar | None) -> Iterator[FoundPillar]:
    """Read `De derde pijler in de S3P4PM wil bijdragen aan ...`."""
    match = _ORDERED.search(sentence.text)
    if match is None:
        return
    order = ORDINALS[match["order"].lower()]
    says = _SAYS.search(match["rest"])
    if says is None:
        return
    rest = sentence.start + match.start("rest")
    start = rest + says.start("name")
    near = facts.about.within(rest, start)
    if near:
        owner: str | None = near[0].name
    elif before is not None and before.order == order - 1:
        owner = before.programme
    else:
        owner = _owner(facts, sentence, sentence.start + match.start(), main)
    if owner is None:
        return
    name = re.split(r",\s|\s\(", says["name"])[0][:_LONGEST]
    yield FoundPillar(owner, part_name(name), order, start, start + len(name.rstrip()))
