"""One function a class that builds it from the plain value, for data that is as `to_json` writes it.

It takes no notice of what is wrong: whatever does not fit (a key too many or too few, another type) raises something,
and the strict reading of `structure` then says what and where. The constructors check every value all the same.
"""

from __future__ import annotations

import datetime
import enum
import functools
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final, TypeAlias

import attrs

from flanders_care.exchange.encode import item_kind, optional_kind
from flanders_care.exchange.structure import DECIMAL, is_named_tuple, resolved, strict_reader
from flanders_care.period import PartialDate

__all__ = ["decoder"]

Decode: TypeAlias = Callable[[Any], Any]


class _OtherwiseError(Exception):
    """The value is not as we would have written it."""


def _otherwise() -> Any:
    raise _OtherwiseError


@functools.cache
def decoder(cls: Any) -> Decode:
    """Make the function that builds instances of a class from dicts with all of its fields.

    Args:
        cls: An attrs class with typed fields.

    Returns:
        A function from a dict to the instance; it raises anything at all where the dict is not as `to_json` writes it.

    Example:
        >>> from flanders_care.provenance import Source
        >>> decoder(Source)({"document_id": "note", "start": 0, "end": 2, "quote": "We"}).quote
        'We'
    """
    resolved(cls)
    names: dict[str, Any] = {"cls": cls, "otherwise": _otherwise}
    fields = [field for field in attrs.fields(cls) if field.init]
    parts = [f"{field.alias}={_expression(field.type, f'd[{field.alias!r}]', names)}" for field in fields]
    source = f"lambda d: cls({', '.join(parts)}) if len(d) == {len(fields)} else otherwise()"
    made: Decode = eval(source, names)  # noqa: S307 - made above, from field names, which are identifiers
    return made


def _named(thing: Any, names: dict[str, Any]) -> str:
    name = f"n{len(names)}"
    names[name] = thing
    return name


def _expression(kind: Any, value: str, names: dict[str, Any]) -> str:
    """An expression that gives a value of a type, or raises."""
    inner = optional_kind(kind)
    if inner is not None:
        found = f"v{len(names)}"
        names[found] = None  # takes the name
        return f"(None if ({found} := {value}) is None else {_expression(inner, found, names)})"
    if kind in (str, int):
        found = f"v{len(names)}"
        names[found] = None
        return f"({found} if type({found} := {value}) is {kind.__name__} else otherwise())"
    item = item_kind(kind)
    if item is not None:
        found, read = f"v{len(names)}", _named(_decoder_of(item), names)
        names[found] = None
        return f"(tuple(map({read}, {found})) if type({found} := {value}) is list else otherwise())"
    return f"{_named(_decoder_of(kind), names)}({value})"


def _decoder_of(kind: Any) -> Decode:
    """The function that reads one value of a type."""
    for known, decode in _SCALARS:
        if kind is known:
            return decode
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return {member.value: member for member in kind}.__getitem__
    if attrs.has(kind) and not is_named_tuple(kind):  # pyright: ignore[reportUnknownArgumentType]
        return decoder(kind)
    return strict_reader(kind)


def _text(value: Any) -> str:
    return value if type(value) is str else _otherwise()


def _number(value: Any) -> int:
    return value if type(value) is int else _otherwise()


def _decimal(value: Any) -> Decimal:
    return Decimal(value) if DECIMAL.fullmatch(value) else _otherwise()


_SCALARS: Final[tuple[tuple[Any, Decode], ...]] = (
    (str, _text),
    (int, _number),
    (Decimal, _decimal),
    (datetime.date, strict_reader(datetime.date)),
    (PartialDate, strict_reader(PartialDate)),
)
