"""Every public name is documented: what it means, what it takes, what it gives back and what it raises."""

from __future__ import annotations

import enum
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from typing import Any

import attrs
import pytest

import flanders_care as fc
from flanders_care.testing import laws, strategies

NAMES = [("flanders_care", name) for name in fc.__all__]
NAMES += [("flanders_care.testing.strategies", name) for name in strategies.__all__]
NAMES += [("flanders_care.testing.laws", name) for name in laws.__all__]


def looked_up(module: str, name: str) -> Any:
    """The object behind a public name."""
    return getattr(importlib.import_module(module), name)


def sections(documentation: str) -> set[str]:
    """The headings of a Google-style docstring."""
    return set(re.findall(r"^(Args|Returns|Yields|Raises|Attributes|Example|Example):", documentation, re.MULTILINE))


def parameters(function: Any) -> list[str]:
    """The names of the parameters that a caller gives."""
    return [name for name in inspect.signature(function).parameters if name != "self"]


@pytest.mark.parametrize(("module", "name"), NAMES, ids=[name for _, name in NAMES])
def test_documented(module: str, name: str) -> None:
    """A public name has a docstring; a function says what each parameter is and what it gives back."""
    thing = looked_up(module, name)
    if not callable(thing):
        return  # a constant; its meaning stands beside it in the source, where a test cannot see it
    documentation = inspect.getdoc(thing)
    assert documentation, f"{name} has no docstring"
    assert documentation.partition("\n")[0].strip(), f"{name} does not begin with what it is"
    if inspect.isfunction(thing) and module == "flanders_care":
        _documented_function(thing, documentation)
    if isinstance(thing, type) and attrs.has(thing):
        _documented_fields(thing, documentation)


def _documented_function(function: Any, documentation: str) -> None:
    found = sections(documentation)
    named = parameters(function)
    assert "Args" in found or not named, f"{function.__name__} does not say what it takes"
    for name in named:
        assert re.search(rf"^ +\*{{0,2}}{name}\b.*:", documentation, re.MULTILINE), f"{function.__name__}: {name}"
    gives_back = inspect.signature(function).return_annotation not in (None, "None")
    assert found & {"Returns", "Yields"} or not gives_back, f"{function.__name__} does not say what it gives back"


def _documented_fields(cls: Any, documentation: str) -> None:
    for field in attrs.fields(cls):
        if not field.name.startswith("_"):
            assert re.search(rf"^ +{field.name}:", documentation, re.MULTILINE), f"{cls.__name__}.{field.name}"


@pytest.mark.parametrize("name", [name for name in fc.__all__ if isinstance(getattr(fc, name), type)])
def test_methods_are_documented(name: str) -> None:
    """Every public method and property of a public class has a docstring of its own or of what it overrides."""
    cls = getattr(fc, name)
    if issubclass(cls, enum.Enum | Exception):
        return
    for method, member in vars(cls).items():
        if not method.startswith("_") and (callable(member) or isinstance(member, property | classmethod)):
            assert inspect.getdoc(getattr(cls, method)), f"{name}.{method} has no docstring"


def test_every_public_name_is_there() -> None:
    """`__all__` is sorted, holds no name twice, and each name leads somewhere."""
    assert len(set(fc.__all__)) == len(fc.__all__)
    assert set(fc.__all__) <= set(dir(fc))
    assert all(hasattr(fc, name) for name in fc.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        getattr(fc, "nothing")  # noqa: B009 - a type checker would refuse the plain access


def test_every_module_says_what_it_is() -> None:
    """Each module begins with what is in it."""
    for info in pkgutil.walk_packages(fc.__path__, "flanders_care."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        assert module.__doc__, f"{info.name} has no docstring"
        assert "TODO" not in module.__doc__, info.name


def test_import_stays_light() -> None:
    """`import flanders_care` brings in nothing heavy: no numpy, scipy, hypothesis or cattrs."""
    program = (
        "import sys, flanders_care; heavy = {'numpy', 'scipy', 'hypothesis', 'cattrs', 'narwhals', 'snowballstemmer'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
