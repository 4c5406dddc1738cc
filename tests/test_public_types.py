"""Every type that the public face takes or gives back can be named, and is found by whoever asks for type hints."""

from __future__ import annotations

import importlib
import inspect
import typing
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

import flanders_care as fc

MODULES = ("budget", "errors", "exchange", "families", "ids", "judgement", "measuring", "scoring", "show", "types")
PUBLIC = {
    f"{module.__name__}.{name}": getattr(module, name)
    for module in (fc, *(importlib.import_module(f"flanders_care.{module}") for module in MODULES))
    for name in module.__all__
}
#: What is in an index is its own affair: functions take it whole.
OPAQUE = (fc.DecisionIndex,)


def hints(thing: Any) -> dict[str, Any]:
    """The types of a public thing, by name: of parameters and result, or of fields, properties and methods."""
    if inspect.isfunction(thing):
        return typing.get_type_hints(thing)
    if not isinstance(thing, type) or thing in OPAQUE:
        return {}
    found = {**typing.get_type_hints(thing)} if attrs.has(thing) else {}
    for name, member in vars(thing).items():
        function = getattr(member, "fget", getattr(member, "__func__", member))
        if not name.startswith("_") and inspect.isfunction(function):
            found |= {f"{name}.{part}": kind for part, kind in typing.get_type_hints(function).items()}
    return {name: kind for name, kind in found.items() if not name.startswith("_")}


def classes(kind: Any) -> Iterator[type]:
    """The classes of the library that a type is made of."""
    if isinstance(kind, type) and kind.__module__.startswith("flanders_care"):
        yield kind
    for part in typing.get_args(kind):
        for one in part if isinstance(part, list) else (part,):
            yield from classes(one)


@pytest.mark.parametrize("name", PUBLIC)
def test_every_type_has_a_public_name(name: str) -> None:
    """Whoever writes a function on top of ours can annotate it: `def mine(total: fc.Total) -> fc.types.Reason`."""
    named = {thing for thing in PUBLIC.values() if isinstance(thing, type)}
    missing = {
        f"{part}: {kind.__module__}.{kind.__name__}"
        for part, found in hints(PUBLIC[name]).items()
        for kind in classes(found)
        if kind not in named
    }
    assert not missing


@pytest.mark.parametrize(
    "name", [name for name, thing in PUBLIC.items() if isinstance(thing, type) and attrs.has(thing)]
)
def test_the_fields_of_every_record_resolve(name: str) -> None:
    """Libraries that read annotations at run time find them: `attrs.resolve_types`."""
    record: Any = PUBLIC[name]
    attrs.resolve_types(record)
    assert not [field.name for field in attrs.fields(record) if isinstance(field.type, str)]


def test_the_words_of_stages() -> None:
    """What a type checker takes as the word of a stage is what the stages are."""
    assert typing.get_args(fc.types.StageName) == tuple(stage.value for stage in fc.Stage)
