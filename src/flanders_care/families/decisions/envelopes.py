"""Records out of their envelopes: plain, as `attributes`, in `data`, with `included` resources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias, cast

import attrs

_Key: TypeAlias = tuple[str, str]
#: Keys under which a collection of records may stand.
_COLLECTIONS = ("data", "news-item-infos", "items", "results", "result", "decisions")
#: A record that has one of these is a decision.
_TELLING = frozenset(
    {"title", "alternativeTitle", "subtitle", "short-title", "htmlContent", "richtext", "text"}
    | {"agendaitemType", "meetingDate"}
)
_FIRST_NAMES = ("first-name", "firstName", "given-name", "used-name")
_LAST_NAMES = ("last-name", "lastName", "family-name", "familyName")
_FULL_NAMES = ("name", "full-name", "fullName", "alternative-name")
_AGENDA = ("agenda-item", "agendaitem", "agenda-items")
#: How far the meeting is from the news item: agenda item, agenda, meeting.
_HOPS = 4
_VISITS = 50


@attrs.frozen
class Envelope:
    """The fields of one record, and the id on its envelope; no fields where it is no decision."""

    fields: Mapping[str, Any] | None
    identity: str | None = None


def envelopes(value: Any) -> Iterator[Envelope]:
    """Find the records in a JSON value.

    Args:
        value: What a file or a line of it holds.

    Yields:
        Each record in the order of the file, its relations looked up among the `included` resources.
    """
    waiting: list[Any] = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(reversed(_list(item)))
            continue
        record = _dictionary(item)
        collection = next((record[key] for key in _COLLECTIONS if isinstance(record.get(key), (list, dict))), None)
        if collection is None:
            yield _envelope(item, {})
            continue
        included = _index(record.get("included"))
        for inner in _list(collection) or ([collection] if isinstance(collection, dict) else []):
            yield _envelope(inner, included)


_Resource: TypeAlias = dict[str, Any]


def _index(included: Any) -> dict[_Key, _Resource]:
    found: dict[_Key, _Resource] = {}
    for resource in map(_dictionary, _list(included)):
        if resource:
            found.setdefault(_key(resource), resource)
    return found


def _key(resource: _Resource) -> _Key:
    return str(resource.get("type")), str(resource.get("id"))


def _dictionary(value: Any) -> _Resource:
    """A JSON object as such; an empty one for everything else."""
    return cast("_Resource", value) if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    """A JSON array as such; an empty one for everything else."""
    return cast("list[Any]", value) if isinstance(value, list) else []  # type: ignore[redundant-cast]


def _envelope(value: Any, included: dict[_Key, _Resource]) -> Envelope:
    record = _dictionary(value)
    attributes = _dictionary(record.get("attributes"))
    if not attributes:
        return Envelope(fields=record if _TELLING & record.keys() else None)
    if not _TELLING & attributes.keys():
        return Envelope(fields=None)
    identity: object = record.get("id")
    fields = {**_related(record, included), **attributes}
    return Envelope(fields=fields, identity=identity if isinstance(identity, str) else None)


def _related(record: _Resource, included: dict[_Key, _Resource]) -> dict[str, Any]:
    """What the resources around a news item add to it: who brought it, when the meeting was, what sort of item."""
    if not included:
        return {}
    names = [_person(mandatee, included) for mandatee in _relations(record, ("mandatees", "mandatee"), included)]
    found: dict[str, Any] = {"mandateeNames": [name for name in names if name]}
    around = _relations(record, _AGENDA, included)
    for _ in range(_HOPS):
        for resource in around:
            attributes = _attributes(resource)
            found["meetingDate"] = found.get("meetingDate") or attributes.get("planned-start")
            found["agendaitemType"] = found.get("agendaitemType") or attributes.get("type")
        around = [near for resource in around for near in _relations(resource, None, included)][:_VISITS]
    return {name: value for name, value in found.items() if value}


def _person(mandatee: _Resource, included: dict[_Key, _Resource]) -> str:
    people = _relations(mandatee, ("person", "people"), included)
    for attributes in map(_attributes, (*people, mandatee)):
        full = (
            _first(attributes, _FULL_NAMES) or f"{_first(attributes, _FIRST_NAMES)} {_first(attributes, _LAST_NAMES)}"
        )
        if full.strip():
            return full.strip()
    return ""


def _first(attributes: _Resource, names: tuple[str, ...]) -> str:
    return next((value for name in names if isinstance(value := attributes.get(name), str)), "")


def _attributes(resource: _Resource) -> _Resource:
    return _dictionary(resource.get("attributes"))


def _relations(resource: _Resource, names: tuple[str, ...] | None, included: dict[_Key, _Resource]) -> list[_Resource]:
    """The included resources that a resource relates to, by these names or by any."""
    found: list[_Resource] = []
    for name, relation in _dictionary(resource.get("relationships")).items():
        if names is None or name in names:
            data: Any = _dictionary(relation).get("data")
            keys = (_key(link) for link in map(_dictionary, _list(data) or [data]))
            found.extend(included[key] for key in keys if key in included)
    return found
