"""Names in a text: bodies and persons, programmes and instruments, however they are spelled.

Known names come from the shipped tables; others are found by the forms in which Dutch prose introduces a name.
"""

from __future__ import annotations

import attrs

from flanders_care.dutch.name_table import Entry, TableHit, read_table
from flanders_care.fields import instance_of, text_field, tuple_of
from flanders_care.model.identity import name_key

__all__ = ["NameMention", "find_actors", "find_programmes", "normalise_name"]


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
    return tuple(_mention(text, hit) for hit in read_table("actors.tsv").find(text))


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
    return tuple(_mention(text, hit) for hit in read_table("programmes.tsv").find(text))


def _mention(text: str, hit: TableHit) -> NameMention:
    entry: Entry = hit.entry
    return NameMention(
        start=hit.start,
        end=hit.end,
        quote=text[hit.start : hit.end],
        name=entry.name,
        kind=entry.kind,
        abbreviation=entry.abbreviation,
        aliases=entry.aliases,
    )
