"""Who does what in a programme, and how far it reaches: roles, readiness levels, target years.

A role is read from the words of one sentence (`in samenwerking met`, `zijn de trekkers`, `bestaande uit`); the words
are in `data/role_cues.tsv`. The programme is the one that the sentence or its section is about.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from flanders_care.dutch.names.find import NameMention
from flanders_care.dutch.promises.reading import read_deadline
from flanders_care.dutch.text.wordlists import read_rows
from flanders_care.model.actor import actor_id
from flanders_care.model.identity import name_key
from flanders_care.model.programme import Involvement, Role, programme_id
from flanders_care.period import PartialDate
from flanders_care.provenance import Source, merge_sources
from flanders_care.reading.facts import Facts
from flanders_care.reading.pillars import FoundPillar, whole_of_part
from flanders_care.reading.pledges import programme_of
from flanders_care.reading.running_text import Sentence
from flanders_care.regex import regex

_LEVELS = regex(r"\bTRL\)?[- ]?(?:niveaus?\s*)?(?:[^\d.;]{0,30}?TRL\s?)?(?P<low>[1-9])\s?[-–]\s?(?P<high>[1-9])(?!\d)")
_AMBITION = regex(r"\b(?:wil|willen|ambieert|streeft|beoogt|zal|moet|doelstelling|ambitie|tegen)\b", re.IGNORECASE)
_FAR = 400  # characters between the words of a role and the actor who has it
_CLAUSE = regex(r"\bterwijl\b|;|\bmaar\b")


class _Cue(NamedTuple):
    role: Role
    where: str
    pattern: re.Pattern[str]


@functools.cache
def _cues() -> tuple[_Cue, ...]:
    return tuple(
        _Cue(Role(role), where, regex(pattern, re.IGNORECASE))
        for role, where, pattern in read_rows("reading/role_cues.tsv")
    )


def find_involvements(
    facts: Facts, programme_at: Callable[[Sentence], str | None], pillars: Sequence[FoundPillar] = ()
) -> dict[str, tuple[Involvement, ...]]:
    """Find the roles of actors in programmes.

    Args:
        facts: What was found in the document.
        programme_at: Name of the programme that a sentence is about where it names none itself.
        pillars: The parts of programmes, so that who steers `de derde pijler` steers its programme.

    Returns:
        For each id of a programme the involvements in order of actor and role.
    """
    found: dict[str, dict[tuple[str, Role], tuple[Source, ...]]] = {}
    for sentence in facts.reading.prose:
        given = () if sentence.text.endswith("?") else tuple(_roles(facts, sentence))
        for role in sorted({role for _, role in given}):
            for programme in _concerned(facts, sentence, role, programme_at(sentence), pillars):
                held = found.setdefault(programme_id(programme), {})
                names = (mention.name for mention, has in given if has is role)
                for actor in (actor_id(name) for name in names if name_key(name) != name_key(programme)):
                    held[actor, role] = merge_sources(held.get((actor, role), ()), facts.sources(*sentence[:2]))
    return {
        identity: tuple(Involvement(actor_id=who, role=role, sources=held[who, role]) for who, role in sorted(held))
        for identity, held in sorted(found.items())
    }


def _concerned(
    facts: Facts, sentence: Sentence, role: Role, main: str | None, pillars: Sequence[FoundPillar]
) -> tuple[str, ...]:
    """The programmes that a role is about: those steered that a sentence names, else the one that it is about."""
    if role is Role.GOVERNANCE:
        steered = [mention.name for mention in facts.programmes.within(sentence.start, sentence.end)]
        steered += filter(None, [whole_of_part(sentence, pillars)])
        if steered:
            return tuple(dict.fromkeys(steered))
    if role is not Role.PARTNER and not facts.about.within(sentence.start, sentence.end):
        before = facts.about.before(sentence.start, since=facts.reading.passages[sentence.passage].start)
        if before is None:  # who leads or funds says what, here or right before
            return (main,) if main is not None and role is Role.GOVERNANCE else ()
        return (before.name,)
    name = programme_of(facts, sentence, main)
    return () if name is None else (name,)


def _roles(facts: Facts, sentence: Sentence) -> Iterator[tuple[NameMention, Role]]:
    mentions = facts.actors.within(sentence.start, sentence.end)
    if not mentions:
        return
    given: set[int] = set()
    for cue in _cues():
        match = cue.pattern.search(sentence.text)
        if match is None:
            continue
        for mention in mentions:
            if mention.start not in given and _stands(sentence, mention, match, cue.where):
                given.add(mention.start)
                yield mention, cue.role


def _stands(sentence: Sentence, mention: NameMention, match: re.Match[str], where: str) -> bool:
    """Tell whether an actor stands where a cue expects it, in the same clause."""
    start, end = mention.start - sentence.start, mention.end - sentence.start
    if max(start - match.end(), match.start() - end) > _FAR:
        return False
    if where == "before":
        return end <= match.start() + 1 and _CLAUSE.search(sentence.text, end, match.start()) is None
    return start >= match.end() and _CLAUSE.search(sentence.text, match.end(), start) is None


def find_levels(facts: Facts, programme_at: Callable[[Sentence], str | None]) -> dict[str, tuple[int, int]]:
    """Find the technology readiness levels (1..9) that programmes aim at.

    Args:
        facts: What was found in the document.
        programme_at: Name of the programme that a sentence is about where it names none itself.

    Returns:
        For each id of a programme the lowest and the highest level.
    """
    found: dict[str, tuple[int, int]] = {}
    for sentence in facts.reading.sentences:
        for match in _LEVELS.finditer(sentence.text):
            low, high = int(match["low"]), int(match["high"])
            named = facts.about.within(sentence.start, sentence.start + match.start())
            programme = named[-1].name if named else programme_at(sentence)
            if programme is not None and low <= high:
                found.setdefault(programme_id(programme), (low, high))
    return found


def find_targets(facts: Facts, programme_at: Callable[[Sentence], str | None]) -> dict[str, PartialDate]:
    """Find by when programmes are to reach their goal (`wil Vlaanderen tegen 2025 ...`).

    Args:
        facts: What was found in the document.
        programme_at: Name of the programme that a sentence is about where it names none itself.

    Returns:
        For each id of a programme the last date that its ambitions name.
    """
    found: dict[str, PartialDate] = {}
    for sentence in facts.reading.sentences:
        if "tegen" not in sentence.text or _AMBITION.search(sentence.text) is None:
            continue
        deadline = read_deadline(sentence.text)
        named = facts.about.within(sentence.start, sentence.end)
        programme = named[0].name if named and named[0].start - sentence.start < 60 else programme_at(sentence)
        if deadline is not None and programme is not None:
            identity = programme_id(programme)
            found[identity] = max(found.get(identity, deadline), deadline, key=lambda date: date.iso)
    return found
