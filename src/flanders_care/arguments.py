"""What a caller gives to a function: taken as it is, or refused with a word on what to give."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar, cast

import attrs

from flanders_care.errors import WrongArgumentError
from flanders_care.fields import shown

T = TypeVar("T")


def one_of(kind: type[T], given: T, name: str) -> T:
    """Take one thing of a class.

    Args:
        kind: The class.
        given: What the caller gave.
        name: The name of the argument.

    Raises:
        WrongArgumentError: For anything else; the message says what to give.
    """
    if not isinstance(given, kind):
        raise WrongArgumentError(f"{name}: give {_example(kind)}, not {shown(given)}")
    return given


def all_of(kind: type[T], given: Iterable[T], name: str) -> list[T]:
    """Take some things of a class.

    Args:
        kind: The class.
        given: What the caller gave: any iterable of them.
        name: The name of the argument.

    Raises:
        WrongArgumentError: If it is no iterable, or holds anything else; the message says what to give.

    Example:
        >>> all_of(int, ["zes"], "years")
        Traceback (most recent call last):
        flanders_care.errors.WrongArgumentError: years: give a list of int, not 'zes'
    """
    wanted = f"a list of {_example(kind)}"
    if not isinstance(cast("Any", given), Iterable):
        raise WrongArgumentError(f"{name}: give {wanted}, not {shown(given)}")
    found = list(given)
    kinds: set[type] = set(map(type, found))  # of very many things only their classes are looked at
    if not all(issubclass(one, kind) for one in kinds):
        wrong = next(thing for thing in found if not isinstance(cast("Any", thing), kind))
        raise WrongArgumentError(f"{name}: give {wanted}, not {shown(wrong)}")
    return found


def _example(kind: type) -> str:
    """How to write a thing of a class: `Decision(id=..., title=...)`, or the name of the class."""
    if not attrs.has(kind):
        return kind.__name__
    needed = (field.name for field in attrs.fields(cast("Any", kind)) if field.default is attrs.NOTHING)
    return f"{kind.__name__}({', '.join(f'{name}=...' for name in needed)})"
