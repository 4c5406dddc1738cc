"""The JSON Schema that ships: it is that of the classes, and accepts what we write."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Literal

import attrs
import jsonschema  # type: ignore[import-untyped, unused-ignore]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.dutch.text.wordlists import read_text
from flanders_care.exchange.json import to_json
from flanders_care.exchange.schema import PUBLIC, json_schema
from flanders_care.model.actor import Actor
from flanders_care.testing import strategies

SHIPPED = json.loads(read_text("exchange/flanders_care.schema.json"))
VALIDATOR = jsonschema.Draft202012Validator(SHIPPED)


def test_shipped_schema_is_that_of_the_classes() -> None:
    """After a change to a class the schema must be written anew: python -m flanders_care.exchange.schema."""
    assert json.loads(json.dumps(json_schema())) == SHIPPED


def test_schema_is_a_schema() -> None:
    """The schema itself is well formed, and describes every public class."""
    jsonschema.Draft202012Validator.check_schema(SHIPPED)
    assert {cls.__name__ for cls in PUBLIC} <= set(SHIPPED["$defs"])


@given(st.one_of(strategies.corpora(), strategies.funding_lines(), strategies.decisions(), strategies.loaded()))
def test_what_we_write_is_accepted(record: Any) -> None:
    """Every record that we write is valid."""
    VALIDATOR.validate(json.loads(to_json(record)))


@pytest.mark.parametrize(
    "changes",
    [{"id": 7}, {"kind": "club"}, {"aliases": "x"}, {"colour": "red"}, {"type": "Decision"}, {"schema_version": 2}],
)
def test_what_we_refuse_is_invalid(changes: dict[str, Any]) -> None:
    """What `from_json` refuses is no valid JSON by the schema either."""
    plain = json.loads(to_json(Actor(id="actor:vito", name="VITO")))
    VALIDATOR.validate(plain)
    assert not VALIDATOR.is_valid(plain | changes)


@attrs.frozen
class Tree:
    """A class of a dependant that holds itself, and every sort of field."""

    branches: tuple[Tree, ...] = ()
    pair: tuple[int, str] = (1, "a")
    by_name: Mapping[str, float] = attrs.field(factory=dict)
    more: dict[str, int] = attrs.field(factory=dict)
    words: list[str] = attrs.field(factory=list)
    mode: Literal["fast", "slow"] = "fast"


def test_classes_of_dependants() -> None:
    """A schema can be made of one's own classes."""
    schema = json_schema(Tree)
    properties = schema["$defs"]["Tree"]["properties"]
    assert properties["branches"] == {"type": "array", "items": {"$ref": "#/$defs/Tree"}}
    assert properties["pair"]["prefixItems"] == [{"type": "integer"}, {"type": "string"}]
    assert properties["by_name"] == {"type": "object", "additionalProperties": {"type": "number"}}
    assert properties["mode"] == {"enum": ["fast", "slow"]}
    jsonschema.validate({"type": "Tree", "branches": [{"branches": []}], "more": {"a": 1}}, schema)
