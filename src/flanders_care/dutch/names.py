"""Names in a text: bodies and persons, programmes and instruments, however they are spelled.

Known names come from the shipped tables; others are found by the forms in which Dutch prose introduces a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import attrs

from flanders_care.dutch.actor_rules import find_unknown_actors
from flanders_care.dutch.name_forms import Found, NameText
from flanders_care.dutch.name_table import Places, TableHit, read_table, split_atoms
from flanders_care.dutch.programme_rules import find_unknown_programmes
from flanders_care.dutch.wordlists import read_words
from flanders_care.fields import instance_of, text_field, tuple_of
from flanders_care.model.identity import name_key

__all__ = ["NameMention", "find_actors", "find_programmes", "normalise_name"]

_GIVEN_NAME = re.compile(r"(?:^|[ ])([A-ZÀ-Þ][a-zà-ÿ]{1,14})[ ]$")
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


def normalise_name(text: str) -> str:
    """Return the key by which names are compared: letters and digits, in small letters, without accents.

    Example:
        >>> normalise_name("Flanders’ Care") == normalise_name("Flanders'Care")
        True
    """
    return name_key(text)


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
    return _find(text, "actors.tsv", find_unknown_actors, other="programmes.tsv")


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
    return _find(text, "programmes.tsv", find_unknown_programmes, other="actors.tsv")


def _find(
    text: str, table_name: str, rule: Callable[[NameText], Iterator[Found]], *, other: str
) -> tuple[NameMention, ...]:
    """Find the names of a table, and by a rule those that neither table knows where they do not overlap."""
    atoms = split_atoms(text)
    table = read_table(table_name)
    mentions = [_mention(text, hit) for hit in table.find(text, atoms) if not _is_part_of_person(text, hit)]
    taken = Places((mention.start, mention.end) for mention in mentions)
    other_table = read_table(other)
    others = Places((hit.start, hit.end) for hit in other_table.find(text, atoms))
    for found in sorted(rule(NameText(text)), key=lambda found: (found.start, -found.end)):
        known = table.get(found.name) or table.get_close(found.name)
        if taken.overlap(found.start, found.end):
            continue
        if known is None and (others.cover(found.start, found.end) or other_table.get(found.name) is not None):
            continue
        taken.add(found.start, found.end)
        mentions.append(_mention(text, TableHit(found.start, found.end, known)) if known else _unknown(text, found))
    return tuple(sorted(mentions, key=lambda mention: mention.start))


def _unknown(text: str, found: Found) -> NameMention:
    quote = text[found.start : found.end]
    aliases = {alias for alias in (found.abbreviation, " ".join(quote.split())) if alias}
    return NameMention(
        start=found.start,
        end=found.end,
        quote=quote,
        name=found.name,
        kind=found.kind,
        abbreviation=found.abbreviation,
        aliases=tuple(sorted(aliases - {found.name} - {f"{found.name} ({found.abbreviation})"})),
    )


def _is_part_of_person(text: str, hit: TableHit) -> bool:
    """Tell whether a single surname belongs to somebody else: ``An Janssen`` is not the company."""
    if " " in text[hit.start : hit.end] or hit.entry.kind not in {"person", "company"}:
        return False
    before = _GIVEN_NAME.search(text, max(0, hit.start - 24), hit.start)
    return before is not None and before[1] not in read_words("sentence_openers.txt") and before[1] not in _TITLES


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
