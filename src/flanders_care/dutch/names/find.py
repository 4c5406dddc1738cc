"""Names in a text: bodies and persons, programmes and instruments, however they are spelled.

Known names come from the shipped tables; others are found by the forms in which Dutch prose introduces a name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

import attrs

from flanders_care.dutch.names.actors import find_charge, find_unknown_actors
from flanders_care.dutch.names.forms import FoundName, NameText
from flanders_care.dutch.names.programmes import find_unknown_programmes
from flanders_care.dutch.names.stretches import Places
from flanders_care.dutch.names.table import Atom, Entry, NameTable, TableHit, read_table, split_atoms
from flanders_care.dutch.text.wordlists import read_words
from flanders_care.fields import instance_of, text_field, tuple_of
from flanders_care.regex import regex

_ACTORS, _PROGRAMMES = "dutch/names/actors.tsv", "dutch/names/programmes.tsv"

_GIVEN_NAME = regex(r"(?:^|[ ])([A-ZÀ-Þ][a-zà-ÿ]{1,14})[ ]$")
_TITLES = frozenset({"Minister", "Vlaams", "Commissaris", "Europees", "Mevrouw", "Heer"})


@attrs.frozen(kw_only=True)
class NameMention:
    """One name in a text.

    Attributes:
        start: First character in the text.
        end: One past the last character.
        quote: The words, exactly: ``text[start:end]``.
        name: The usual name, the same for every spelling.
        kind: What it is: a value of ``ActorKind`` or ``ProgrammeKind``.
        abbreviation: Its abbreviation, as far as known.
        aliases: Its other names, as far as known.
    """

    start: int = attrs.field(validator=instance_of(int))
    end: int = attrs.field(validator=instance_of(int))
    quote: str = attrs.field(validator=text_field)
    name: str = attrs.field(validator=text_field)
    kind: str = attrs.field(validator=text_field)
    abbreviation: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))
    aliases: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))


def find_actors(text: str) -> tuple[NameMention, ...]:
    """Find the bodies and persons that a text names.

    Args:
        text: Dutch prose.

    Returns:
        The mentions in text order; none overlap.

    Example:
        >>> find_actors("in samenwerking met VLAIO")[0].name
        'Agentschap Innoveren en Ondernemen'
    """
    return _find(text, _ACTORS, find_unknown_actors, other=_PROGRAMMES)


def find_programmes(text: str) -> tuple[NameMention, ...]:
    """Find the programmes, plans, clusters, instruments, calls, projects and infrastructures that a text names.

    Args:
        text: Dutch prose.

    Returns:
        The mentions in text order; none overlap.

    Example:
        >>> find_programmes("binnen Flanders'Care")[0].name
        "Flanders' Care"
    """
    return _find(text, _PROGRAMMES, find_unknown_programmes, other=_ACTORS)


class _Scan(NamedTuple):
    """What both readers need of a text, made once for the text read last."""

    atoms: list[Atom]
    hits: dict[str, list[TableHit]]
    name_text: NameText


@lru_cache(maxsize=2)
def _scan(text: str) -> _Scan:
    atoms = split_atoms(text)
    hits = {name: list(read_table(name).find(text, atoms)) for name in (_ACTORS, _PROGRAMMES)}
    return _Scan(atoms, hits, NameText(text))


def _find(
    text: str, table_name: str, rule: Callable[[NameText], Iterator[FoundName]], *, other: str
) -> tuple[NameMention, ...]:
    """Find the names of a table, and by a rule those that neither table knows, also where they stand again."""
    scan = _scan(text)
    mentions = [_mention(text, hit) for hit in scan.hits[table_name] if not _is_part_of_person(text, hit)]
    taken = Places((mention.start, mention.end) for mention in mentions)
    table, other_table = read_table(table_name), read_table(other)
    others = Places((hit.start, hit.end) for hit in scan.hits[other])
    strangers: dict[str, Entry] = {}
    for found in sorted(rule(scan.name_text), key=lambda found: (found.start, -found.end)):
        known = table.get(found.name) or table.get_close(found.name)
        if taken.overlap(found.start, found.end):
            continue
        if known is None and (others.cover(found.start, found.end) or other_table.get(found.name) is not None):
            continue
        entry = known or strangers.setdefault(found.name, _stranger(text, found))
        taken.add(found.start, found.end)
        mentions.append(_mention(text, TableHit(found.start, found.end, entry)))
    again = NameTable(strangers.values()).find(text, scan.atoms) if strangers else ()
    mentions.extend(
        _mention(text, hit)
        for hit in again
        if not taken.overlap(hit.start, hit.end) and not others.cover(hit.start, hit.end)
    )
    return tuple(sorted(mentions, key=lambda mention: mention.start))


def _stranger(text: str, found: FoundName) -> Entry:
    """Make an entry of a name that no table knows, with its spelling in the text and its abbreviation."""
    quote = " ".join(text[found.start : found.end].split())
    aliases = {found.abbreviation or "", quote} - {"", found.name, f"{found.name} ({found.abbreviation})"}
    return Entry(found.name, found.kind, tuple(sorted(aliases)))


def _is_part_of_person(text: str, hit: TableHit) -> bool:
    """Tell whether a name belongs to somebody else: ``An Janssen``, ``minister bevoegd voor Justitie``."""
    if hit.entry.kind in {"department", "agency"} and find_charge(text, hit.start) is not None:
        return True
    if " " in text[hit.start : hit.end] or hit.entry.kind not in {"person", "company"}:
        return False
    before = _GIVEN_NAME.search(text, max(0, hit.start - 24), hit.start)
    return (
        before is not None
        and before[1] not in read_words("dutch/text/sentence_openers.txt")
        and before[1] not in _TITLES
    )


def _mention(text: str, hit: TableHit) -> NameMention:
    entry = hit.entry
    return NameMention(
        start=hit.start,
        end=hit.end,
        quote=text[hit.start : hit.end],
        name=entry.name,
        kind=entry.kind,
        abbreviation=entry.abbreviation,
        aliases=entry.aliases,
    )
