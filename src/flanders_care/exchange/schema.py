"""The JSON Schema of everything that `to_json` writes, made from the classes themselves.

The schema ships as `flanders_care/exchange/data/flanders_care.schema.json`. After a change to a class, write it anew
with `python -m flanders_care.exchange.schema`; a test fails until that is done.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from flanders_care.alignment.receipts import Receipt
from flanders_care.alignment.results import Alignment, Alignments, Coverage, Ranked
from flanders_care.auditing.findings import Finding
from flanders_care.diagnostics import Diagnostic
from flanders_care.dossier.dossier import Dossier
from flanders_care.dutch.dates.mentions import DateMention
from flanders_care.dutch.money.mention import AmountMention
from flanders_care.exchange.envelope import SCHEMA_VERSION
from flanders_care.exchange.kinds import Kind, Sort, kind_of, parts_of
from flanders_care.model.actor import Actor
from flanders_care.model.assessment import Assessment, Correction
from flanders_care.model.claim import Claim
from flanders_care.model.commitment import Commitment
from flanders_care.model.corpus import Corpus
from flanders_care.model.decision import Decision
from flanders_care.model.funding import FundingLine
from flanders_care.model.indicator import Indicator
from flanders_care.model.loaded import Loaded
from flanders_care.model.programme import Involvement, Pillar, Programme
from flanders_care.model.totals import Total
from flanders_care.money import Amount
from flanders_care.provenance import Document, Source
from flanders_care.trails.records import Trail, Trails

_DECIMAL: Final = r"^-?[0-9]{1,130}(\.[0-9]{1,130})?(E[+-]?[0-9]{1,4})?$"
_SCALARS: Final[dict[Sort, dict[str, Any]]] = {
    Sort.TEXT: {"type": "string"},
    Sort.WHOLE: {"type": "integer"},
    Sort.NUMBER: {"type": "number"},
    Sort.FLAG: {"type": "boolean"},
    Sort.NOTHING: {"type": "null"},
    Sort.DECIMAL: {"type": "string", "pattern": _DECIMAL},
    Sort.DAY: {"type": "string", "format": "date"},
    Sort.PARTIAL_DAY: {"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"},
}

PUBLIC: Final[tuple[type, ...]] = (
    Document,
    Source,
    Amount,
    Diagnostic,
    Actor,
    Programme,
    Pillar,
    Involvement,
    Commitment,
    Decision,
    FundingLine,
    Claim,
    Indicator,
    Corpus,
    Loaded,
    AmountMention,
    DateMention,
    Total,
    Alignment,
    Alignments,
    Ranked,
    Receipt,
    Coverage,
    Dossier,
    Finding,
    Assessment,
    Correction,
    Trail,
    Trails,
)
"""The classes that the shipped schema describes: every record and result."""


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
    chosen = classes or PUBLIC
    top: list[dict[str, Any]] = []
    for name in [_define(cls, definitions)["$ref"].rpartition("/")[2] for cls in chosen]:
        properties = {"schema_version": {"type": "integer", "const": SCHEMA_VERSION}, "type": {"const": name}}
        properties |= definitions[name]["properties"]
        required = ["type", *definitions[name]["required"]]
        top.append(definitions[name] | {"title": name, "properties": properties, "required": required})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "flanders_care",
        "description": f"Records and results of flanders_care, schema version {SCHEMA_VERSION}.",
        "oneOf": top,
        "$defs": dict(sorted(definitions.items())),
    }


def _define(cls: Any, definitions: dict[str, Any]) -> dict[str, str]:
    """Add the definition of a class, unless it is there; give the reference to it."""
    name = cls.__name__
    if name not in definitions:
        definitions[name] = {}  # holds the place, should the class hold itself
        properties = {part.key: _schema_of(part.type, definitions) for part in parts_of(cls)}
        definitions[name] = {
            "type": "object",
            "description": (cls.__doc__ or name).strip().partition("\n")[0],
            "properties": properties,
            "required": [part.key for part in parts_of(cls) if part.required],
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{name}"}


def _schema_of(cls: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    kind = kind_of(cls)
    schema = _schema_of_kind(kind, definitions)
    if not kind.optional:
        return schema
    choices = schema["anyOf"] if kind.sort is Sort.UNION else [schema]
    return {"anyOf": [*choices, {"type": "null"}]}


def _schema_of_kind(kind: Kind, definitions: dict[str, Any]) -> dict[str, Any]:
    inner = [] if kind.sort in (Sort.ENUM, Sort.LITERAL) else [_schema_of(cls, definitions) for cls in kind.inner]
    match kind.sort:
        case Sort.RECORD | Sort.NAMED_TUPLE:
            return _define(kind.type, definitions)
        case Sort.ENUM | Sort.LITERAL:
            return {"enum": list(kind.inner)}
        case Sort.LIST:
            return {"type": "array", "items": inner[0]}
        case Sort.PAIR:
            return {"type": "array", "prefixItems": inner, "minItems": len(inner), "maxItems": len(inner)}
        case Sort.MAPPING:
            return {"type": "object", "additionalProperties": inner[0]}
        case Sort.UNION:
            return {"anyOf": inner}
        case _:
            return dict(_SCALARS[kind.sort])


if __name__ == "__main__":  # pragma: no cover - one line of glue
    path: Path = Path(__file__).parent / "data" / "flanders_care.schema.json"
    path.write_text(json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
