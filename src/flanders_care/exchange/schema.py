"""The JSON Schema of everything that `to_json` writes, made from the classes themselves.

The schema ships as `flanders_care/exchange/data/flanders_care.schema.json`. After a change to a class, write it anew
with `python -m flanders_care.exchange.schema`; a test fails until that is done.
"""

from __future__ import annotations

import datetime
import enum
import importlib
import json
import types
import typing
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import attrs

from flanders_care.dutch.text.wordlists import read_text
from flanders_care.exchange.envelope import SCHEMA_VERSION
from flanders_care.exchange.structure import is_named_tuple, resolved
from flanders_care.period import PartialDate

__all__ = ["json_schema", "public_classes", "shipped_schema"]

_MODULES: Final = {
    "provenance": ("Document", "Source"),
    "money": ("Amount",),
    "diagnostics": ("Diagnostic",),
    "model.actor": ("Actor",),
    "model.programme": ("Programme", "Pillar", "Involvement"),
    "model.commitment": ("Commitment",),
    "model.decision": ("Decision",),
    "model.funding": ("FundingLine",),
    "model.claim": ("Claim",),
    "model.indicator": ("Indicator",),
    "model.corpus": ("Corpus",),
    "model.loaded": ("Loaded",),
    "dutch.money.mentions": ("AmountMention",),
    "dutch.dates.mentions": ("DateMention",),
    "budget.totals": ("Total",),
    "alignment.results": ("Alignment", "Alignments", "Ranked"),
    "alignment.receipts": ("Receipt",),
    "alignment.covering": ("Coverage",),
    "dossier.joining": ("Dossier",),
    "auditing.findings": ("Finding",),
    "model.assessment": ("Assessment", "Correction"),
    "trails.records": ("Trail", "Trails"),
}
_DECIMAL: Final = r"^-?[0-9]{1,130}(\.[0-9]{1,130})?(E[+-]?[0-9]{1,4})?$"
_SCALARS: Final[dict[Any, dict[str, Any]]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    Decimal: {"type": "string", "pattern": _DECIMAL},
    datetime.date: {"type": "string", "format": "date"},
    PartialDate: {"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"},
}


def public_classes() -> tuple[type, ...]:
    """The classes that the shipped schema describes: every record and result."""
    return tuple(
        getattr(importlib.import_module(f"flanders_care.{module}"), name)
        for module, names in _MODULES.items()
        for name in names
    )


def json_schema(*classes: type) -> dict[str, Any]:
    """Make the JSON Schema (draft 2020-12) of what `to_json` writes for these classes.

    Args:
        classes: Attrs classes with typed fields; all of the library's without any.

    Returns:
        A schema that accepts one object of any of the classes. Records inside others are definitions; an object at the
        top says its `type` and may say its `schema_version`.

    Example:
        >>> from flanders_care.model.actor import Actor
        >>> json_schema(Actor)["$defs"]["Actor"]["required"]
        ['id', 'name']
    """
    definitions: dict[str, Any] = {}
    chosen = classes or public_classes()
    for cls in chosen:
        _define(cls, definitions)
    top = [_at_the_top(cls.__name__, definitions[cls.__name__]) for cls in chosen]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "flanders_care",
        "description": f"Records and results of flanders_care, schema version {SCHEMA_VERSION}.",
        "oneOf": top,
        "$defs": dict(sorted(definitions.items())),
    }


def _at_the_top(name: str, definition: dict[str, Any]) -> dict[str, Any]:
    envelope = {"schema_version": {"type": "integer", "const": SCHEMA_VERSION}, "type": {"const": name}}
    required = ["type", *definition["required"]]
    return definition | {"title": name, "properties": envelope | definition["properties"], "required": required}


def _define(cls: Any, definitions: dict[str, Any]) -> dict[str, str]:
    """Add the definition of a class, unless it is there; give the reference to it."""
    name = cls.__name__
    if name not in definitions:
        definitions[name] = {}  # holds the place, should the class hold itself
        kinds, required = _fields_of(cls)
        properties = {field: _schema_of(kind, definitions) for field, kind in kinds.items()}
        definitions[name] = {
            "type": "object",
            "description": (cls.__doc__ or name).strip().partition("\n")[0],
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{name}"}


def _fields_of(cls: Any) -> tuple[dict[str, Any], list[str]]:
    """The types of the fields by name, and the names of those that have no default."""
    if is_named_tuple(cls):
        kinds = typing.get_type_hints(cls)
        return kinds, list(kinds)
    resolved(cls)
    fields = [field for field in attrs.fields(cls) if field.init]
    return {f.alias: f.type for f in fields}, [f.alias for f in fields if f.default is attrs.NOTHING]


def _schema_of(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    for scalar, schema in _SCALARS.items():
        if kind is scalar:
            return dict(schema)
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return {"enum": [member.value for member in kind]}
    if attrs.has(kind) or is_named_tuple(kind):  # pyright: ignore[reportUnknownArgumentType]
        return _define(kind, definitions)
    return _ORIGINS[typing.get_origin(kind)](typing.get_args(kind), definitions)


def _any_of(members: tuple[Any, ...], definitions: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [_schema_of(member, definitions) for member in members]}


def _list_of(items: tuple[Any, ...], definitions: dict[str, Any]) -> dict[str, Any]:
    if len(items) == 1 or items[-1] is Ellipsis:
        return {"type": "array", "items": _schema_of(items[0], definitions)}
    places = [_schema_of(item, definitions) for item in items]
    return {"type": "array", "prefixItems": places, "minItems": len(places), "maxItems": len(places)}


def _object_of(types_: tuple[Any, ...], definitions: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": _schema_of(types_[1], definitions)}


def _one_of(words: tuple[Any, ...], definitions: dict[str, Any]) -> dict[str, Any]:
    return {"enum": list(words)}


_ORIGINS: Final[dict[Any, Callable[[tuple[Any, ...], dict[str, Any]], dict[str, Any]]]] = {
    typing.Union: _any_of,
    types.UnionType: _any_of,
    tuple: _list_of,
    list: _list_of,
    dict: _object_of,
    typing.get_origin(typing.Mapping[str, int]): _object_of,
    typing.get_origin(typing.Sequence[int]): _list_of,
    typing.Literal: _one_of,
}


def shipped_schema() -> dict[str, Any]:
    """Read the schema that ships with the library."""
    text = read_text("exchange/flanders_care.schema.json")
    schema: dict[str, Any] = json.loads(text)
    return schema


def write_schema(path: Path) -> None:
    """Write the schema of all public classes."""
    path.write_text(json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":  # pragma: no cover - one line of glue
    write_schema(Path(__file__).parent / "data" / "flanders_care.schema.json")
