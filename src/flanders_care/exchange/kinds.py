"""What a type is, said once: reading, writing, the schema and the columns of a table all ask here.

A field of any attrs class may be a text, a number, a `Decimal`, a day, an enum, another record, or a tuple, mapping or
union of these; each may be missing (`X | None`).
"""

from __future__ import annotations

import datetime
import enum
import functools
import types
import typing
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, cast

import attrs

from flanders_care.errors import ExchangeError
from flanders_care.period import PartialDate


class Sort(enum.Enum):
    """The sorts of type that a field may have."""

    TEXT = "text"
    WHOLE = "whole number"
    NUMBER = "number"
    FLAG = "flag"
    NOTHING = "nothing"
    DECIMAL = "decimal"
    DAY = "day"
    PARTIAL_DAY = "partial day"
    ENUM = "enum"
    LITERAL = "one of some words"
    LIST = "list"
    PAIR = "list of fixed length"
    MAPPING = "mapping"
    UNION = "union"
    RECORD = "record"
    NAMED_TUPLE = "named tuple"


_SCALARS: Final[dict[Any, Sort]] = {
    str: Sort.TEXT,
    int: Sort.WHOLE,
    float: Sort.NUMBER,
    bool: Sort.FLAG,
    type(None): Sort.NOTHING,
    Decimal: Sort.DECIMAL,
    datetime.date: Sort.DAY,
    PartialDate: Sort.PARTIAL_DAY,
}


@attrs.frozen
class Kind:
    """What a type is.

    Attributes:
        sort: Its sort.
        type: The type itself, without `None`.
        optional: Whether the value may be missing.
        inner: The types of what it holds: the items of a list, each place of a pair, the values of a mapping, the
            members of a union; for words what may be said.
    """

    sort: Sort
    type: Any
    optional: bool = False
    inner: tuple[Any, ...] = ()

    @property
    def item(self) -> Kind:
        """The kind of what a list or mapping holds."""
        return kind_of(self.inner[0])


@attrs.frozen
class Part:
    """One field of a record or named tuple.

    Attributes:
        name: Its name in the class.
        key: Its name outside: what the constructor takes.
        type: Its type.
        required: Whether it has no default.
    """

    name: str
    key: str
    type: Any
    required: bool


@functools.cache
def kind_of(cls: Any) -> Kind:
    """Tell what a type is.

    Args:
        cls: A class, or a type as it stands behind a field.

    Returns:
        Its kind.

    Raises:
        ExchangeError: If it is none that can be handed on.

    Example:
        >>> kind = kind_of(tuple[int, ...] | None)
        >>> kind.sort, kind.optional, kind.item.sort
        (<Sort.LIST: 'list'>, True, <Sort.WHOLE: 'whole number'>)
    """
    if cls in _SCALARS:
        return Kind(_SCALARS[cls], cls)
    if isinstance(cls, type) and typing.get_origin(cls) is None:
        return _class_kind(cast("Any", cls))
    origin, inner = typing.get_origin(cls), typing.get_args(cls)
    if origin in (typing.Union, types.UnionType):
        return _union_kind(cls, inner)
    if origin is typing.Literal:
        return Kind(Sort.LITERAL, cls, inner=inner)
    if origin is tuple and inner[-1:] != (Ellipsis,):
        return Kind(Sort.PAIR, cls, inner=inner)
    if origin in (tuple, list, Sequence):
        return Kind(Sort.LIST, cls, inner=inner[:1])
    if origin in (dict, Mapping):
        if inner[0] is not str:
            raise ExchangeError(f"{cls}: only texts can be keys in JSON")
        return Kind(Sort.MAPPING, cls, inner=inner[1:])
    raise _unknown(cls)


def _class_kind(cls: Any) -> Kind:
    if issubclass(cls, enum.Enum):
        return Kind(Sort.ENUM, cls, inner=tuple(member.value for member in cls))
    if attrs.has(cls):
        return Kind(Sort.RECORD, cls)
    if hasattr(cls, "_fields") and issubclass(cls, tuple):
        return Kind(Sort.NAMED_TUPLE, cls)
    raise _unknown(cls)


def _union_kind(cls: Any, members: tuple[Any, ...]) -> Kind:
    others = tuple(member for member in members if member is not type(None))
    optional = len(others) < len(members)
    if len(others) == 1:
        return attrs.evolve(kind_of(others[0]), optional=optional)
    return Kind(Sort.UNION, typing.Union[others] if optional else cls, optional, others)  # noqa: UP007 - made here


def _unknown(cls: Any) -> ExchangeError:
    return ExchangeError(f"{cls}: a field of this type cannot be handed on")


@functools.cache
def parts_of(cls: Any) -> tuple[Part, ...]:
    """The fields of a record or named tuple that its constructor takes, in order.

    Raises:
        ExchangeError: If the type of a field cannot be found from the module of the class.
    """
    if not attrs.has(cls):
        hints = typing.get_type_hints(cls)
        return tuple(Part(name, name, hints[name], name not in cls._field_defaults) for name in cls._fields)
    try:
        attrs.resolve_types(cls)
    except NameError as error:
        raise ExchangeError(f"{cls.__name__}: the type of a field cannot be looked up ({error})") from None
    fields = [field for field in attrs.fields(cls) if field.init]
    return tuple(Part(f.name, f.alias or f.name, f.type, f.default is attrs.NOTHING) for f in fields)


def is_record(cls: Any) -> bool:
    """Tell whether a type is a class of records; a `PartialDate` is a value."""
    return isinstance(cls, type) and attrs.has(cls) and cls is not PartialDate


def item_class(cls: Any) -> Any:
    """The class of the records that a sequence class of ours, such as `Alignments`, holds as `items`; else `None`."""
    found = [part for part in parts_of(cls) if part.name == "items"] if is_record(cls) else []
    kind = kind_of(found[0].type) if found else None
    return kind.inner[0] if kind is not None and kind.sort is Sort.LIST else None
