"""Who acts: persons and bodies (Dutch: *actor, partner, agentschap, minister*)."""

from __future__ import annotations

import enum

import attrs

from flanders_care.fields import optional_member, text_field, tuple_of
from flanders_care.model.identity import slug
from flanders_care.provenance import Source
from flanders_care.rendering import Shown


class ActorKind(enum.StrEnum):
    """What sort of body or person an actor is."""

    PERSON = "person"
    GOVERNMENT = "government"
    DEPARTMENT = "department"
    AGENCY = "agency"
    ADVISORY = "advisory"
    PARLIAMENT = "parliament"
    LOCAL = "local"
    EUROPEAN = "european"
    FEDERAL = "federal"
    UNIVERSITY = "university"
    RESEARCH = "research"
    HOSPITAL = "hospital"
    SCHOOL = "school"
    COMPANY = "company"
    NETWORK = "network"
    ASSOCIATION = "association"
    COMMITTEE = "committee"
    OTHER = "other"


def actor_id(name: str) -> str:
    """The id of an actor from its usual name.

    Args:
        name: The usual name, as in the alias table where it stands there.

    Returns:
        The kind and the name in ASCII words, a colon between.

    Example:
        >>> actor_id("Agentschap Innoveren en Ondernemen")
        'actor:agentschap-innoveren-en-ondernemen'
    """
    return f"actor:{slug(name)}"


NUMBERED_PREFIX = "actor:kbo-"
"""How the id of an actor begins that an enterprise number identifies, whatever it is called."""


def numbered_actor_id(number: str) -> str:
    """The id of an actor from its enterprise number (*KBO-nummer*).

    Args:
        number: Its ten digits.

    Returns:
        The same for every spelling of its name; two bodies with one name are two actors.

    Example:
        >>> numbered_actor_id("0413726972")
        'actor:kbo-0413726972'
    """
    return f"{NUMBERED_PREFIX}{number}"


def _kind(value: ActorKind | str | None) -> ActorKind | None:
    return optional_member(ActorKind, value)


@attrs.frozen(kw_only=True, repr=False)
class Actor(Shown):
    """A person or body, one record however it is spelled.

    Attributes:
        id: `actor:` and the usual name, or the enterprise number where a register gives it.
        name: The usual name.
        kind: What sort of actor, or `None` where nothing tells.
        aliases: Other spellings, abbreviations, former names.
        sources: Where it is named.

    Example:
        >>> Actor(id="actor:vlaio", name="VLAIO", kind="agency").kind
        <ActorKind.AGENCY: 'agency'>
    """

    id: str = attrs.field(validator=text_field)
    name: str = attrs.field(validator=text_field)
    kind: ActorKind | None = attrs.field(default=None, converter=_kind)
    aliases: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=tuple_of(Source))
