"""Merging records: the same programme, actor or decision under other spellings becomes one record.

Two records are the same when they share a key: an id, or a name without regard to case, accents, blanks and quotes.
Sharing is carried on (a = b and b = c make a = c), so the result is the same for any order and grouping of the inputs.
Every field is joined by a rule that is itself associative, commutative and idempotent: union, longest text, least id.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias, TypeVar

import attrs

from flanders_care.errors import InvalidValueError
from flanders_care.model.actor import NUMBERED_PREFIX, Actor, actor_id
from flanders_care.model.apart import groups_apart
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import CITED_PREFIX, Decision, cited_decision_id
from flanders_care.model.funding import FundingLine
from flanders_care.model.identity import name_key
from flanders_care.model.programme import Programme, programme_id
from flanders_care.model.references import follow
from flanders_care.model.same.across_documents import as_read, link_across
from flanders_care.provenance import Document, merge_sources

R = TypeVar("R")

Groups: TypeAlias = Mapping[str, Sequence[Any]]
"""The records of one corpus, by the name of their group."""

#: A promise of at least so many letters said twice is one promise; shorter ones are too general to tell.
_SAME_PROMISE = 40


class _Kind(NamedTuple):
    """How records of one class are merged.

    Attributes:
        keys: What a record shares with those that are the same.
        order: Where it stands among the others.
        named: Whether other records name it and follow it to its new id.
    """

    keys: Callable[[Any], Iterable[Hashable]]
    order: Callable[[Any], Any]
    named: bool = False


def unite(parts: Sequence[Groups]) -> dict[str, tuple[Any, ...]]:
    """Make one of each record that several corpora hold, and link their lines anew.

    Args:
        parts: The records of each corpus, by the name of their group.

    Returns:
        The records by group, in a fixed order; references follow.

    Raises:
        InvalidValueError: If two documents have the same id and different texts.
    """
    united: dict[str, list[Any]] = {}
    renamed: dict[str, str] = {}
    apart = groups_apart(parts)
    for name in dict.fromkeys(name for part in apart for name in part):
        # what is named stands before what names it, so that records are joined when they name the same
        records = [follow(as_read(record), renamed) for part in apart for record in part.get(name, ())]
        kind = _kind_of(records)
        united[name], new_ids = _unite(records, kind.keys)
        if kind.named:
            renamed |= new_ids
    return {name: _in_order(records, renamed) for name, records in united.items()}


def _kind_of(records: Sequence[object]) -> _Kind:
    return _KINDS.get(type(records[0]), _OTHER) if records else _OTHER


def _in_order(records: list[Any], renamed: Mapping[str, str]) -> tuple[Any, ...]:
    if not records:
        return ()
    if renamed:
        records = [_mended(follow(record, renamed)) for record in records]
    if isinstance(records[0], FundingLine):
        records = link_across(records)
    return tuple(sorted(records, key=_kind_of(records).order))


def _by_id(record: Any) -> str:
    return str(record.id)


def _by_place(record: Any) -> tuple[object, ...]:
    first = record.sources[0] if record.sources else None
    return ("", 0, record.id) if first is None else (first.document_id, first.start, record.id)


def _by_date(record: Decision) -> tuple[str, str]:
    return ("" if record.date is None else record.date.isoformat(), record.id)


def _id_keys(record: Any) -> Iterable[Hashable]:
    return (record.id,)


def _named_keys(record: Actor | Programme) -> Iterable[Hashable]:
    if record.id.startswith(NUMBERED_PREFIX):  # two bodies may have one name, and one body many
        return [("id", record.id)]
    keys = {name_key(name) for name in (record.name, *record.aliases)}
    ids = [record.id, *_named_ids(record)]
    return [*(("id", identity) for identity in ids), *(("name", key) for key in keys if len(key) > 1)]


def _former_ids(joined: Any, group: Sequence[Any]) -> set[str]:
    """All ids that the joined record answers to: those of its parts, and those that its names and aliases stand for.

    The second kind were given up in an earlier merge; references that come in later still follow.
    """
    found = {record.id for record in group}
    if isinstance(joined, Decision):
        return found.union(joined.aliases)
    if isinstance(joined, (Actor, Programme)):
        return found.union(_named_ids(joined))
    return found


def _named_ids(record: Actor | Programme) -> list[str]:
    if record.id.startswith(NUMBERED_PREFIX):
        return []
    id_of = actor_id if isinstance(record, Actor) else programme_id
    return [id_of(name) for name in (record.name, *record.aliases) if len(name_key(name)) > 1]


def _commitment_keys(record: Commitment) -> Iterable[Hashable]:
    key = name_key(record.text)
    return [("id", record.id), ("text", key)] if len(key) >= _SAME_PROMISE else [("id", record.id)]


def _decision_keys(record: Decision) -> Iterable[Hashable]:
    return (record.id, *record.aliases)


def _cited_links(records: Sequence[Any]) -> Iterable[tuple[int, int]]:
    """Pairs of a decision known by citation and a decision with that title and date."""
    cited = {
        identity: place
        for place, record in enumerate(records)
        if isinstance(record, Decision)
        for identity in (record.id, *record.aliases)
        if identity.startswith(CITED_PREFIX)
    }
    if not cited:
        return
    for place, record in enumerate(records):
        target = cited.get(cited_decision_id(record.title, record.date))
        if target is not None:
            yield place, target


def _components(records: Sequence[R], keys_of: Callable[[R], Iterable[Hashable]]) -> list[list[R]]:
    """Group the records that share a key, directly or through others (union-find with path halving)."""
    parent = list(range(len(records)))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    owner: dict[Hashable, int] = {}
    for place, record in enumerate(records):
        for key in keys_of(record):
            parent[root(place)] = root(owner.setdefault(key, place))
    for one, other in _cited_links(records):
        parent[root(one)] = root(other)
    groups: dict[int, list[R]] = {}
    for place, record in enumerate(records):
        groups.setdefault(root(place), []).append(record)
    return list(groups.values())


def _unite(records: Sequence[R], keys_of: Callable[[R], Iterable[Hashable]]) -> tuple[list[R], dict[str, str]]:
    """Join what is the same; say which ids gave way to which."""
    united: list[R] = []
    renamed: dict[str, str] = {}
    for group in _components(records, keys_of):
        joined = _join(group)
        united.append(joined)
        renamed |= {old: joined.id for old in _former_ids(joined, group) if old != joined.id}
    return united, renamed


def _join(group: Sequence[Any]) -> Any:
    """Join records of one kind that are the same, field by field."""
    first = group[0]
    if isinstance(first, Document) and any(document.text != first.text for document in group):
        raise InvalidValueError(
            f"two documents have the id {first.id!r} and different texts: load one of them with another document_id"
        )
    if all(record == first for record in group[1:]):
        return first
    names: list[str] = [field.name for field in attrs.fields(first.__class__)]
    joined = {name: _join_values(name, [getattr(record, name) for record in group]) for name in names}
    if "aliases" in joined:
        same = "id" if isinstance(first, Decision) else "name"
        others = {getattr(r, same) for r in group} | {alias for r in group for alias in r.aliases}
        joined["aliases"] = tuple(sorted(others - {joined[same]}))
    return attrs.evolve(first, **joined)


def _join_values(name: str, values: list[Any]) -> Any:
    present = [value for value in values if value is not None]
    if not present:
        return None
    if all(value == present[0] for value in present):
        return present[0]
    if name in _FIELD_RULES:
        return _FIELD_RULES[name](present)
    if isinstance(present[0], tuple):
        return tuple(sorted({item for value in present for item in value}))
    return _best(present)


def _id_order(identity: str) -> tuple[bool, int, str]:
    """Ids given by the government's site first, then the most telling, then by letter."""
    return (identity.startswith(CITED_PREFIX), -len(identity), identity)


def _best(values: list[Any]) -> Any:
    """The most informative value: the longest, and of those the first by letter."""
    if isinstance(values[0], int):
        return min(values)
    return min(values, key=lambda value: (-len(str(value)), str(value), _exactly(value)))


def _exactly(value: Any) -> str:
    """All of a value as text, also what its `str` leaves out: the last word where two values look the same."""
    return repr(attrs.astuple(value)) if attrs.has(type(value)) else repr(value)  # pyright: ignore[reportUnknownArgumentType]


def _join_nested(
    groups: list[tuple[Any, ...]], key: Callable[[Any], Any], order: Callable[[Any], Any]
) -> tuple[Any, ...]:
    found: dict[Any, list[Any]] = {}
    for item in (item for group in groups for item in group):
        found.setdefault(key(item), []).append(item)
    return tuple(sorted((_join(items) for items in found.values()), key=order))


def _involvement(item: Any) -> tuple[str, str]:
    return (item.actor_id, str(item.role))


#: How fields are joined that neither are the union of their items nor have a most informative value.
_FIELD_RULES: dict[str, Callable[[list[Any]], Any]] = {
    "id": lambda ids: min(ids, key=_id_order),
    "sources": lambda groups: merge_sources(*groups),
    "pillars": lambda groups: _join_nested(groups, lambda p: p.id, lambda p: (p.order, p.id)),
    "involvements": lambda groups: _join_nested(groups, _involvement, _involvement),
    "trl": lambda ranges: (min(low for low, _ in ranges), max(high for _, high in ranges)),
}


def _mended(record: Any) -> Any:
    """Join what following made the same in a programme: its actors, or itself and its parent."""
    if not isinstance(record, Programme):
        return record
    involvements = _join_nested([record.involvements], _involvement, _involvement)
    parent = None if record.parent_id == record.id else record.parent_id
    if (involvements, parent) == (record.involvements, record.parent_id):
        return record
    return attrs.evolve(record, involvements=involvements, parent_id=parent)


_OTHER = _Kind(_id_keys, _by_place)
_KINDS: dict[type, _Kind] = {
    Document: _Kind(_id_keys, _by_id),
    Actor: _Kind(_named_keys, _by_id, named=True),
    Programme: _Kind(_named_keys, _by_id, named=True),
    Commitment: _Kind(_commitment_keys, _by_place),
    Decision: _Kind(_decision_keys, _by_date, named=True),
}
