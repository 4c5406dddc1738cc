"""One function a class that writes it as JSON text, put together once from the types of its fields.

It writes what `json.dumps` writes of the plain value, several times as fast, because nothing has to be asked at run
time: which fields there are, which can be missing, which hold text that needs quoting. The source of each function
is made from the names of the class' own fields and nothing else.
"""

from __future__ import annotations

import datetime
import enum
import functools
import json
import types
import typing
from collections.abc import Callable
from decimal import Decimal
from json.encoder import encode_basestring  # type: ignore[attr-defined, unused-ignore]
from typing import Any, Final, TypeAlias

import attrs

from flanders_care.exchange.structure import is_named_tuple, resolved, writer
from flanders_care.period import PartialDate

__all__ = ["encoder", "item_kind", "optional_kind"]

Encode: TypeAlias = Callable[[Any], str]

_quoted: Final[Encode] = encode_basestring
_dumps: Final[Encode] = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def _other(kind: Any) -> Encode:
    """Anything else by way of its plain value."""
    plain = writer(kind)
    return lambda value: _dumps(plain(value))


def _write_late(cls: Any, value: Any) -> str:
    return encoder(cls)(value)


@functools.cache
def encoder(cls: Any) -> Encode:
    """Make the function that writes instances of a class as JSON text.

    Args:
        cls: An attrs class with typed fields.

    Returns:
        A function from an instance to its JSON object, without envelope, on one line.

    Example:
        >>> from flanders_care.money import Amount
        >>> encoder(Amount)(Amount.of("12.50"))
        '{"value":"12.50","low":null,"high":null,"qualifier":"exact","currency":"EUR"}'
    """
    resolved(cls)
    names: dict[str, Any] = {"quoted": _quoted, "making": cls}
    fields = [field for field in attrs.fields(cls) if field.init]
    parts = [f'"{f.alias}":{{{_expression(f.type, f"r.{f.name}", names)}}}' for f in fields]
    source = "lambda r: f'{{" + ",".join(parts) + "}}'"
    made: Encode = eval(source, names)  # noqa: S307 - made above, from field names, which are identifiers
    return made


def _named(thing: Any, names: dict[str, Any]) -> str:
    name = f"n{len(names)}"
    names[name] = thing
    return name


def _expression(kind: Any, value: str, names: dict[str, Any]) -> str:
    """An expression that gives the JSON text of a value of a type; quotes in it must be double."""
    inner = optional_kind(kind)
    if inner is not None:
        return f'"null" if {value} is None else {_expression(inner, value, names)}'
    if kind is str:
        return f"quoted({value})"
    if kind is int:
        return value
    item = item_kind(kind)
    if item is not None:
        return f'"[" + ",".join(map({_named(_encoder_of(item, names), names)}, {value})) + "]" if {value} else "[]"'
    return f"{_named(_encoder_of(kind, names), names)}({value})"


def _encoder_of(kind: Any, names: dict[str, Any]) -> Encode:
    """The function that writes one value of a type."""
    if kind is names["making"]:  # a record that holds records of its own class: its function is not there yet
        return functools.partial(_write_late, kind)
    for known, encode in _SCALARS:
        if kind is known:
            return encode
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return {member: _dumps(member.value) for member in kind}.__getitem__
    if attrs.has(kind) and not is_named_tuple(kind):  # pyright: ignore[reportUnknownArgumentType]
        return encoder(kind)
    return _other(kind)


def optional_kind(kind: Any) -> Any:
    """The other type of a union with None, else None."""
    if typing.get_origin(kind) not in (typing.Union, types.UnionType):
        return None
    members = [member for member in typing.get_args(kind) if member is not type(None)]
    return members[0] if len(members) == 1 and len(typing.get_args(kind)) == 2 else None


def item_kind(kind: Any) -> Any:
    """The type of the items of an open-ended tuple, else None."""
    arguments = typing.get_args(kind)
    return arguments[0] if typing.get_origin(kind) is tuple and arguments[1:] == (Ellipsis,) else None


def _decimal(value: Decimal) -> str:
    return f'"{value}"'


def _day(value: datetime.date) -> str:
    return f'"{value.isoformat()}"'


def _partial_day(value: PartialDate) -> str:
    return f'"{value.iso}"'


def _flag(value: bool) -> str:
    return "true" if value else "false"


_SCALARS: Final[tuple[tuple[Any, Encode], ...]] = (
    (str, _quoted),
    (int, str),
    (bool, _flag),
    (float, _dumps),
    (Decimal, _decimal),
    (datetime.date, _day),
    (PartialDate, _partial_day),
)
