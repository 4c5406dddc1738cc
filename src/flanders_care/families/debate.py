"""Debates of a parliament and its committees (*verslag, vraag om uitleg*): who says what, and what a minister promises.

The shape: a title, a line with weekday and date, the address of the page, then for each speech a line with the name of
who speaks and party or office, and the words. Only a member of a government binds it. What members ask, claim and plan
is context, and so are their sums.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

import attrs

from flanders_care.diagnostics import Diagnostic
from flanders_care.dutch.dates.mentions import read_dates
from flanders_care.dutch.money.mention import AmountMention
from flanders_care.dutch.money.roles import FUNDING_ROLES
from flanders_care.dutch.promises.spoken import classify_spoken
from flanders_care.model.actor import Actor, ActorKind, actor_id
from flanders_care.model.commitment import Commitment
from flanders_care.model.loaded import Loaded
from flanders_care.money import Amount
from flanders_care.provenance import Document, Source, merge_sources
from flanders_care.reading.assemble import Parts, assemble, noted
from flanders_care.reading.facts import Facts, read_facts
from flanders_care.reading.pledges import make_commitment
from flanders_care.reading.quotes import find_quotes
from flanders_care.reading.running_text import Sentence
from flanders_care.reading.turns import SpeakerRole, Turn, find_turns, turn_at
from flanders_care.regex import regex

FAMILY = "debate"

_WEEKDAY = regex(r"(?:maan|dins|woens|donder|vrij|zater|zon)dag\b", re.IGNORECASE)
_ADDRESS = regex(r"(?:https?://|www\.)\S")
_LONGEST_TITLE = 300
_HEAD = 8  # lines that may hold title, date and address
_POINTS_BACK = regex(r"\b(?:die|deze|dat|dit)\s+$", re.IGNORECASE)
_BACK = 12  # characters before a sum in which it is pointed back to


def load(document: Document) -> Loaded:
    r"""Read a debate.

    Args:
        document: The debate; any text is read, nothing is raised.

    Returns:
        Its speakers and all other names, figures, the promises of members of a government with the speaker as actor,
        the sums that these say fund something, and what was not understood: `no-speaker-found`,
        `no-government-speaker`.

    Example:
        >>> text = (
        ...     "Mobiliteit\n\nAn Peeters (Partij)\nKomt er een plan?\n\nMinister Jan Janssens\nIk werk een plan uit.\n"
        ... )
        >>> [(c.section, c.actor_ids) for c in load(Document(id="d", text=text)).corpus.commitments]
        [('Minister Jan Janssens', ('actor:jan-janssens',))]
    """
    facts = read_facts(document)
    turns = find_turns(facts.reading)
    bound = _bound_sums(facts, turns)
    parts = Parts(
        family=FAMILY,
        actors=_speakers(facts, turns),
        commitments=tuple(_commitments(facts, turns)),
        counts=lambda mention: mention.start in bound,
        diagnostics=_diagnostics(facts, turns),
        title=_title(document),
        date=_date(document),
    )
    return assemble(facts, parts)


def _commitments(facts: Facts, turns: Sequence[Turn]) -> Iterator[Commitment]:
    """The promises of those who speak for a government; what they read aloud is somebody else's."""
    read_aloud = _read_aloud(facts)
    for sentence in facts.reading.prose:
        turn = turn_at(turns, sentence.start)
        if turn is None or turn.role is not SpeakerRole.GOVERNMENT or read_aloud(sentence):
            continue
        promise = classify_spoken(sentence.text)
        if promise is not None:
            section = " ".join(facts.reading.text[turn.place : turn.start].split()).rstrip(": ")
            made = make_commitment(facts, sentence, promise, section=section)
            yield attrs.evolve(made, actor_ids=() if turn.speaker is None else (actor_id(turn.speaker),))


def _read_aloud(facts: Facts) -> Callable[[Sentence], bool]:
    """Tell of a sentence whether it holds words between quotation marks, or stands between them."""
    quotes = find_quotes(facts)
    ends = [quote.end for quote in quotes]

    def holds(sentence: Sentence) -> bool:
        place = bisect_right(ends, sentence.start)
        return place < len(quotes) and quotes[place].start < sentence.end

    return holds


def _bound_sums(facts: Facts, turns: Sequence[Turn]) -> frozenset[int]:
    """Where a member of a government says a sum, first the place that funds it: said again it is the same money."""
    found: dict[Amount, AmountMention] = {}
    for mention in facts.money.mentions:
        turn = turn_at(turns, mention.start)
        if turn is None or turn.role is not SpeakerRole.GOVERNMENT:
            continue
        if _POINTS_BACK.search(facts.reading.text, max(0, mention.start - _BACK), mention.start) is not None:
            continue
        held = found.setdefault(mention.amount, mention)
        if held.role not in FUNDING_ROLES and mention.role in FUNDING_ROLES:
            found[mention.amount] = mention
    return frozenset(mention.start for mention in found.values())


def _speakers(facts: Facts, turns: Sequence[Turn]) -> tuple[Actor, ...]:
    """Make a record of each speaker that no rule of names finds."""
    known = {actor_id(mention.name) for mention in facts.actors}
    places: dict[str, tuple[Source, ...]] = {}
    for turn in turns:
        if turn.speaker is not None and actor_id(turn.speaker) not in known:
            here = facts.sources(turn.place, turn.start)
            places[turn.speaker] = merge_sources(places.get(turn.speaker, ()), here)
    return tuple(
        Actor(id=actor_id(name), name=name, kind=ActorKind.PERSON, sources=sources)
        for name, sources in sorted(places.items())
    )


def _head(document: Document) -> list[str]:
    """The lines before the first blank one."""
    lines = document.text.strip().split("\n", _HEAD)[:_HEAD]
    words = [line.strip() for line in lines]
    return words[: words.index("")] if "" in words else words


def _title(document: Document) -> str | None:
    """What stands before the line with the date."""
    before: list[str] = []
    for line in _head(document):
        if _is_dated(line):
            break
        if not _ADDRESS.match(line):
            before.append(line)
    else:
        before = before[:1]
    title = " ".join(before)
    return title if 0 < len(title) <= _LONGEST_TITLE else None


def _date(document: Document) -> str | None:
    return next((read_dates(line)[0].iso for line in _head(document) if _is_dated(line)), None)


def _is_dated(line: str) -> bool:
    return _WEEKDAY.match(line) is not None and bool(read_dates(line))


def _diagnostics(facts: Facts, turns: Sequence[Turn]) -> Iterator[Diagnostic]:
    if not turns:
        yield noted(facts, "no-speaker-found", "no line says who speaks, so nothing is taken for a promise")
    elif all(turn.role is not SpeakerRole.GOVERNMENT for turn in turns):
        yield noted(facts, "no-government-speaker", "no member of a government speaks, so nothing is promised")
