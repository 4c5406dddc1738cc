"""Undertakings and their named parts (Dutch: *programma, pijler, actie, lijn, werf*)."""

from __future__ import annotations

import enum
from typing import Any

import attrs

from flanders_care.errors import InvalidValueError
from flanders_care.fields import instance_of, member, optional_member, text_field, tuple_of
from flanders_care.model.identity import slug
from flanders_care.period import PartialDate
from flanders_care.provenance import Source
from flanders_care.rendering import Shown


class ProgrammeKind(enum.StrEnum):
    """What sort of undertaking a programme is."""

    PROGRAMME = "programme"  # programma, impulsprogramma
    PLAN = "plan"  # actieplan, relanceplan, beleidsplan
    POLICY = "policy"  # beleidsagenda, strategie, visie
    CLUSTER = "cluster"  # speerpuntcluster, innovatief bedrijfsnetwerk
    NETWORK = "network"  # netwerk, partnerschap
    INSTRUMENT = "instrument"  # steunkanaal, mandaat, subsidielijn
    CALL = "call"  # oproep
    PROJECT = "project"  # project, proeftuin, moonshot
    INFRASTRUCTURE = "infrastructure"  # onderzoeksinfrastructuur, databank, centrum
    FUND = "fund"  # fonds
    ACTION = "action"  # actie, werf
    INITIATIVE = "initiative"  # initiatief, verklaring


class Role(enum.StrEnum):
    """What an actor does in a programme."""

    LEAD = "lead"  # trekker, coördinator
    PARTNER = "partner"  # partner
    FUNDER = "funder"  # subsidiërende overheid
    GOVERNANCE = "governance"  # stuurgroep, aansturing
    BENEFICIARY = "beneficiary"  # begunstigde, doelgroep
    POLICY = "policy"  # bevoegd minister
    ADVISER = "adviser"  # adviseur, studiebureau


def programme_id(name: str) -> str:
    """The id of a programme from its usual name.

    Args:
        name: The usual name, as in the alias table where it stands there.

    Returns:
        The kind and the name in ASCII words, a colon between.

    Example:
        >>> programme_id("Impulsprogramma Innovatie in gezondheid en zorg")
        'programme:impulsprogramma-innovatie-in-gezondheid-en-zorg'
    """
    return f"programme:{slug(name)}"


def pillar_id(programme: str, name: str) -> str:
    """The id of a pillar from the id of its programme and its own name.

    Example:
        >>> pillar_id("programme:horizon-2020", "Excellente wetenschap")
        'pillar:horizon-2020:excellente-wetenschap'
    """
    return f"pillar:{programme.removeprefix('programme:')}:{slug(name)}"


def _from_one(instance: Any, attribute: attrs.Attribute[Any], value: int) -> None:
    if value < 1:
        raise InvalidValueError(f"Pillar.order: counts from 1, not {value}")


@attrs.frozen(kw_only=True)
class Pillar(Shown):
    """A named, ordered part of a programme (*pijler, actie, lijn*).

    Attributes:
        id: `pillar:`, the programme and the name.
        name: The name, or the words that describe it.
        order: Place in its programme, from 1.
        sources: Where it is named.
    """

    id: str = attrs.field(validator=text_field)
    name: str = attrs.field(validator=text_field)
    order: int = attrs.field(validator=[instance_of(int), _from_one])
    sources: tuple[Source, ...] = attrs.field(default=(), validator=tuple_of(Source))


def _role(value: Role | str) -> Role:
    return member(Role, value)


@attrs.frozen(kw_only=True)
class Involvement(Shown):
    """An actor's part in a programme (*rol*).

    Attributes:
        actor_id: Whom it is about.
        role: What the actor does.
        sources: Where that is said.
    """

    actor_id: str = attrs.field(validator=text_field)
    role: Role = attrs.field(converter=_role)
    sources: tuple[Source, ...] = attrs.field(default=(), validator=tuple_of(Source))


def _trl_range(instance: Any, attribute: attrs.Attribute[Any], value: tuple[int, int] | None) -> None:
    if value is not None and not (len(value) == 2 and 1 <= value[0] <= value[1] <= 9):
        raise InvalidValueError(f"Programme.trl: needs two levels from 1 to 9, low first, not {value!r}")


def _kind(value: ProgrammeKind | str | None) -> ProgrammeKind | None:
    return optional_member(ProgrammeKind, value)


@attrs.frozen(kw_only=True, repr=False)
class Programme(Shown):
    """An undertaking with a name: a programme, plan, cluster, instrument, call or project.

    Attributes:
        id: `programme:` and the usual name.
        name: The usual name.
        kind: What sort of undertaking, or `None` where nothing tells.
        aliases: Other spellings, abbreviations, former names.
        parent_id: The programme that it is part of.
        pillars: Its named parts, in their order.
        involvements: Who does what in it.
        trl: Technology readiness levels (1..9) that it aims at, lowest and highest.
        target: By when its goal is to be reached.
        sources: Where it is named.

    Example:
        >>> Programme(id=programme_id("COOCK"), name="COOCK", kind="instrument").id
        'programme:coock'
    """

    id: str = attrs.field(validator=text_field)
    name: str = attrs.field(validator=text_field)
    kind: ProgrammeKind | None = attrs.field(default=None, converter=_kind)
    aliases: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))
    parent_id: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))
    pillars: tuple[Pillar, ...] = attrs.field(default=(), validator=tuple_of(Pillar))
    involvements: tuple[Involvement, ...] = attrs.field(default=(), validator=tuple_of(Involvement))
    trl: tuple[int, int] | None = attrs.field(
        default=None, validator=attrs.validators.optional([tuple_of(int), _trl_range])
    )
    target: PartialDate | None = attrs.field(default=None, validator=instance_of(PartialDate, optional=True))
    sources: tuple[Source, ...] = attrs.field(default=(), validator=tuple_of(Source))
