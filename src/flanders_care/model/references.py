"""Which fields of records name other records, and letting them follow when a record gets another id."""

from __future__ import annotations

import functools
from collections.abc import Hashable, Iterator, Mapping
from typing import Any, NamedTuple, cast

import attrs

_LINKS = ("same_as", "part_of", "alternative_to", "successor_of", "rate_of")
_ONE = frozenset({"document_id", "actor_id", "programme_id", "parent_id", "decision_id", *_LINKS})
_SEVERAL = frozenset({"actor_ids", "payer_ids", "recipient_ids", "decision_ids"})
_WITHIN = frozenset({"sources", "pillars", "involvements"})


class _Fields(NamedTuple):
    """The fields of a class that hold an id, several ids, and records that hold ids themselves."""

    one: tuple[str, ...]
    several: tuple[str, ...]
    within: tuple[str, ...]


@functools.cache
def _fields_of(kind: Any) -> _Fields:
    names = [field.name for field in attrs.fields(kind)]
    one, several, within = (tuple(name for name in names if name in group) for group in (_ONE, _SEVERAL, _WITHIN))
    return _Fields(one, several, within)


def references(record: Any) -> Iterator[str]:
    """Yield the ids that a record names: of documents, actors, programmes, decisions, other lines.

    Args:
        record: Any record; its sources and, of a programme, its pillars and involvements are looked into.

    Example:
        >>> from flanders_care.model.commitment import Commitment
        >>> list(references(Commitment(id="c", text="x", actor_ids=("actor:a",), programme_id="programme:p")))
        ['programme:p', 'actor:a']
    """
    fields = _fields_of(cast("Hashable", type(record)))
    yield from (identity for name in fields.one if (identity := getattr(record, name)) is not None)
    for name in fields.several:
        yield from getattr(record, name)
    for name in fields.within:
        for item in getattr(record, name):
            yield from references(item)


def follow(record: Any, renamed: Mapping[str, str]) -> Any:
    """Let a record name others by their new ids.

    Args:
        record: Any record.
        renamed: New ids by old ones.

    Returns:
        A copy, or the record itself where it names none of them.
    """
    fields = _fields_of(cast("Hashable", type(record)))
    changes: dict[str, Any] = {}
    for name in fields.one:
        if getattr(record, name) in renamed:
            changes[name] = renamed[getattr(record, name)]
    for name in fields.several:
        ids: tuple[str, ...] = getattr(record, name)
        if any(identity in renamed for identity in ids):
            changes[name] = tuple(dict.fromkeys(renamed.get(identity, identity) for identity in ids))
    for name in fields.within:
        items: tuple[Any, ...] = getattr(record, name)
        followed = tuple(follow(item, renamed) for item in items)
        if any(new is not old for new, old in zip(followed, items, strict=True)):
            changes[name] = followed
    return attrs.evolve(record, **changes) if changes else record
