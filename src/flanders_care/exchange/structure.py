"""How records become plain values and back: strict, exact and generic over every attrs class with typed fields.

The work is done by cattrs. What is added here is strictness: `7` is no id, `"abc"` is no list, `1e400` is no score,
and a `Decimal` or a date is a text in one known form. A new class needs no code as long as its fields are typed.
"""

from __future__ import annotations

import datetime
import enum
import functools
import math
import re
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, TypeAlias, cast

import attrs
from cattrs import Converter
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, override

from flanders_care.errors import ExchangeError, InvalidValueError
from flanders_care.exchange.parse import is_list, is_object
from flanders_care.fields import shorten
from flanders_care.period import PartialDate

__all__ = ["DECIMAL", "converter", "is_named_tuple", "plain_value", "resolved", "strict_reader", "structured", "writer"]

Hook: TypeAlias = Callable[[Any, Any], Any]

DECIMAL = re.compile(r"-?[0-9]{1,130}(?:\.[0-9]{1,130})?(?:E[+-]?[0-9]{1,4})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORDS: Final[dict[type, str]] = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    type(None): "null",
    list: "a list",
    dict: "an object",
}


class _RefusedError(ValueError):
    """A value that does not fit its place; the message says what was wanted."""


def _refuse(wanted: str, value: object) -> _RefusedError:
    kind = _WORDS.get(type(value), type(value).__name__)
    return _RefusedError(f"needs {wanted}, not {kind} ({shorten(value)})")


def plain_value(value: Any) -> Any:
    """Turn a record or result into dicts, lists and plain values that JSON can hold exactly.

    Args:
        value: An attrs instance, or a tuple or list of them.

    Returns:
        Dicts with every field of every record, `Decimal` and dates as text, enums as their words.
    """
    return converter(detailed=False).unstructure(value)


def strict_reader(cls: Any) -> Callable[[Any], Any]:
    """The function that reads one type strictly; its errors do not say where."""
    hook: Hook = _reader(converter(detailed=False), cls)
    return lambda value: hook(value, cls)


@functools.cache
def writer(cls: Any) -> Callable[[Any], Any]:
    """The function that makes the plain value of a class, looked up once."""
    return converter(detailed=False).get_unstructure_hook(cls)


def structured(value: Any, cls: Any) -> Any:
    """Build an instance of `cls` from what `plain_value` made.

    Args:
        value: Dicts, lists and plain values.
        cls: An attrs class, or a tuple type of one, such as `tuple[Decision, ...]`.

    Returns:
        The instance, equal to the one that was written.

    Raises:
        ExchangeError: With the path of the first value that does not fit.
    """
    from flanders_care.exchange.decode import decoder

    try:
        return decoder(cls)(value) if _is_record(cls) else strict_reader(cls)(value)
    except Exception:  # whatever went wrong, the second and slower reading says where
        try:
            return _reader(converter(detailed=True), cls)(value, cls)
        except Exception as error:
            path, message = _locate(error, "$")
            raise ExchangeError(message, path) from None


@functools.cache
def converter(*, detailed: bool) -> Converter:
    """The cattrs converter behind `to_json`.

    Args:
        detailed: Whether errors carry the path; the other one is faster and serves good data.

    Returns:
        One converter for the whole process; register nothing on it, copy it.
    """
    made = Converter(detailed_validation=detailed, forbid_extra_keys=True, prefer_attrib_converters=False)
    made.register_unstructure_hook(Decimal, str)
    made.register_unstructure_hook(datetime.date, datetime.date.isoformat)
    made.register_unstructure_hook(PartialDate, lambda date: date.iso)
    made.register_unstructure_hook_factory(is_named_tuple, functools.partial(_write_named_tuple, made))
    made.register_unstructure_hook_factory(_is_tuple, functools.partial(_write_tuple, made))
    made.register_unstructure_hook_factory(_is_record_union, functools.partial(_write_tagged, made))
    return made


@functools.cache
def _reader(made: Converter, kind: Any) -> Hook:
    """The function that reads one type. It is chosen here and not by cattrs, which would read a StrEnum as any str."""
    if _is_scalar(kind):
        return _SCALARS[kind]
    for fits, read in _READERS:
        if fits(kind):
            return read(made, kind)
    raise TypeError(f"{kind}: no such field can be read from JSON")


# What a type is ------------------------------------------------------------------------------------------------------


def _is_record(cls: Any) -> bool:
    return isinstance(cls, type) and attrs.has(cls) and cls is not PartialDate


def resolved(cls: Any) -> Any:
    """Look up the types of a class' fields, which may be written as text.

    Raises:
        ExchangeError: If one cannot be found from the module of the class.
    """
    try:
        return attrs.resolve_types(cls)
    except NameError as error:
        raise ExchangeError(f"{cls.__name__}: the type of a field cannot be looked up ({error})") from None


def is_named_tuple(cls: Any) -> bool:
    """Tell whether a type is a `NamedTuple`, which is written as an object."""
    return isinstance(cls, type) and issubclass(cls, tuple) and hasattr(cls, "_fields")  # pyright: ignore[reportUnknownArgumentType]


def _is_scalar(cls: Any) -> bool:
    return any(cls is scalar for scalar in _SCALARS)


def _is_enum(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, enum.Enum)


def _is_literal(cls: Any) -> bool:
    return typing.get_origin(cls) is typing.Literal


def _is_tuple(cls: Any) -> bool:
    return cls in (tuple, list) or typing.get_origin(cls) in (tuple, list, Sequence)


def _is_mapping(cls: Any) -> bool:
    return typing.get_origin(cls) in (dict, Mapping)


def _is_union(cls: Any) -> bool:
    return typing.get_origin(cls) in (typing.Union, types.UnionType)


def _is_record_union(cls: Any) -> bool:
    return _is_union(cls) and sum(_is_record(member) for member in typing.get_args(cls)) > 1


# Reading one value ---------------------------------------------------------------------------------------------------


def _exactly(cls: type, wanted: str) -> Hook:
    def read(value: Any, _: Any) -> Any:
        if type(value) is cls:
            return value
        raise _refuse(wanted, value)

    return read


def _read_float(value: Any, _: Any) -> float:
    if type(value) in (float, int) and abs(value) < 1e300 and math.isfinite(value):
        return float(value)
    raise _refuse("a finite number", value)


def _read_decimal(value: Any, _: Any) -> Decimal:
    if type(value) is str and DECIMAL.fullmatch(value):
        return Decimal(value)
    raise _refuse('a decimal number as text, such as "1250.50"', value)


def _read_date(value: Any, _: Any) -> datetime.date:
    if type(value) is str and _DATE.fullmatch(value):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            raise _RefusedError(f"{value} is no day of the calendar") from None
    raise _refuse('a date as text, such as "2021-06-30"', value)


def _read_partial_date(value: Any, _: Any) -> PartialDate:
    if type(value) is str:
        return PartialDate.parse(value)
    raise _refuse('a date as text, such as "2021", "2021-06" or "2021-06-30"', value)


_SCALARS: Final[dict[Any, Hook]] = {
    str: _exactly(str, "a text"),
    int: _exactly(int, "a whole number"),
    bool: _exactly(bool, "true or false"),
    type(None): _exactly(type(None), "null"),
    float: _read_float,
    Decimal: _read_decimal,
    datetime.date: _read_date,
    PartialDate: _read_partial_date,
}


def _read_enum(_: Converter, cls: Any) -> Hook:
    members: dict[str, Any] = {member.value: member for member in cls}
    wanted = f"one of {', '.join(members)}"

    def read(value: Any, _: Any) -> Any:
        if type(value) is str and value in members:
            return members[value]
        raise _refuse(wanted, value)

    return read


def _read_literal(_: Converter, cls: Any) -> Hook:
    words: tuple[Any, ...] = typing.get_args(cls)
    wanted = f"one of {', '.join(map(str, words))}"

    def read(value: Any, _: Any) -> Any:
        if any(type(word) is type(value) and word == value for word in words):
            return value
        raise _refuse(wanted, value)

    return read


# Reading what holds others -------------------------------------------------------------------------------------------


def _read_tuple(made: Converter, cls: Any) -> Hook:
    arguments: tuple[Any, ...] = typing.get_args(cls) or (Any, ...)
    build: Any = list if cls is list or typing.get_origin(cls) is list else tuple
    open_ended = arguments[-1] is Ellipsis or typing.get_origin(cls) is not tuple
    readers = [(_reader(made, kind), kind) for kind in arguments if kind is not Ellipsis]

    hook, kind = readers[0]
    fast = open_ended and not made.detailed_validation

    def read(value: Any, _: Any) -> Any:
        if not is_list(value):
            raise _refuse("a list", value)
        if not open_ended and len(value) != len(arguments):
            raise _refuse(f"a list of {len(arguments)}", value)
        if fast:
            return build([hook(part, kind) for part in value])
        return build(_read_noted(value, readers * len(value) if open_ended else readers))

    return read


def _read_noted(items: list[Any], readers: list[tuple[Any, Any]]) -> list[Any]:
    """Read items one by one, so that an error says at which it happened."""
    found: list[Any] = []
    for place, (part, (hook, kind)) in enumerate(zip(items, readers, strict=True)):
        try:
            found.append(hook(part, kind))
        except Exception as error:
            error.add_note(IterableValidationNote("item", place, kind))
            raise IterableValidationError("list", [error], list) from None  # pyright: ignore[reportCallIssue]
    return found


def _read_mapping(made: Converter, cls: Any) -> Hook:
    keys, values = typing.get_args(cls)
    if keys is not str:
        raise TypeError(f"{cls}: only texts can be keys in JSON")
    hook: Hook = _reader(made, values)

    def read(value: Any, _: Any) -> Any:
        if not is_object(value):
            raise _refuse("an object", value)
        return dict(zip(value, _read_named(value, dict.fromkeys(value, (hook, values))), strict=True))

    return read


def _read_union(made: Converter, cls: Any) -> Hook:
    members = typing.get_args(cls)
    if len(members) == 2 and type(None) in members:
        only = next(member for member in members if member is not type(None))
        hook: Hook = _reader(made, only)
        return lambda value, _: None if value is None else hook(value, only)
    records = {member.__name__: member for member in members if _is_record(member)}
    others = [(member, _reader(made, member)) for member in members if not _is_record(member)]
    return functools.partial(_read_any_of, made, records, others)


def _read_any_of(made: Converter, records: dict[str, Any], others: list[tuple[Any, Hook]], value: Any, _: Any) -> Any:
    """Read a value that may be one of several: records by their `type` (one alone needs none), others by trying."""
    if is_object(value) and records:
        fields = dict(value)
        name = fields.pop("type") if len(records) > 1 and "type" in fields else next(iter(records))
        if len(records) > 1 and ("type" not in value or name not in records):
            raise _refuse(f'an object with "type": one of {", ".join(records)}', value)
        return _reader(made, records[name])(fields, records[name])
    for member, hook in others:
        try:
            return hook(value, member)
        except (_RefusedError, InvalidValueError):
            continue
    raise _refuse(" or ".join([*records, *(getattr(member, "__name__", str(member)) for member, _ in others)]), value)


def _read_record(made: Converter, cls: Any) -> Hook:
    resolved(cls)
    overrides: Any = {f.name: override(struct_hook=_reader(made, f.type)) for f in attrs.fields(cls) if f.init}
    hook: Hook = make_dict_structure_fn(cls, made, _cattrs_use_alias=True, **overrides)
    if not made.detailed_validation:
        return hook

    def read(value: Any, kind: Any) -> Any:
        if not is_object(value):
            raise _refuse(f"an object ({cls.__name__})", value)
        return hook(value, kind)

    return read


def _read_named_tuple(made: Converter, cls: Any) -> Hook:
    readers = {name: (_reader(made, kind), kind) for name, kind in typing.get_type_hints(cls).items()}

    def read(value: Any, _: Any) -> Any:
        if not is_object(value) or set(value) != set(readers):
            raise _refuse(f"an object with {', '.join(readers)}", value)
        return cls(*_read_named(value, readers))

    return read


def _read_named(value: dict[str, Any], readers: dict[str, tuple[Any, Any]]) -> list[Any]:
    found: list[Any] = []
    for name, (hook, kind) in readers.items():
        try:
            found.append(hook(value[name], kind))
        except Exception as error:
            error.add_note(AttributeValidationNote("field", name, kind))
            raise ClassValidationError("object", [error], dict) from None  # pyright: ignore[reportCallIssue]
    return found


_READERS: Final[tuple[tuple[Callable[[Any], bool], Callable[[Converter, Any], Hook]], ...]] = (
    (_is_enum, _read_enum),
    (_is_literal, _read_literal),
    (is_named_tuple, _read_named_tuple),
    (_is_tuple, _read_tuple),
    (_is_mapping, _read_mapping),
    (_is_union, _read_union),
    (_is_record, _read_record),
)


# Writing -------------------------------------------------------------------------------------------------------------


def _write_tuple(made: Converter, cls: Any) -> Callable[[Any], Any]:
    arguments = typing.get_args(cls) or (Any, ...)
    if arguments[0] in (str, int, bool, float):
        return list
    hook = made.get_unstructure_hook(arguments[0], cache_result=False)

    def write(items: tuple[Any, ...]) -> list[Any]:
        return [hook(item) for item in items]

    return write


def _write_named_tuple(made: Converter, cls: Any) -> Callable[[Any], Any]:
    hooks = {
        name: made.get_unstructure_hook(kind, cache_result=False) for name, kind in typing.get_type_hints(cls).items()
    }
    return lambda value: {name: hook(getattr(value, name)) for name, hook in hooks.items()}


def _write_tagged(made: Converter, cls: Any) -> Callable[[Any], Any]:
    def write(value: Any) -> Any:
        plain: Any = made.unstructure(value)
        return {"type": type(value).__name__, **plain} if is_object(plain) else plain

    return write


# Saying where --------------------------------------------------------------------------------------------------------


def _locate(error: BaseException, path: str) -> tuple[str, str]:
    """The path and the message of the first thing wrong; unknown keys come before what else is wrong there."""
    if isinstance(error, IterableValidationError):
        inner, note = error.group_exceptions()[0][0]
        return _locate(inner, f"{path}[{note.index}]")
    if isinstance(error, ClassValidationError):
        noted, bare = error.group_exceptions()
        for one in bare:
            return _locate(one, path)
        inner, attribute = noted[0]
        return _locate(inner, f"{path}.{attribute.name}")
    if isinstance(error, ForbiddenExtraKeysError):
        known = ", ".join(field.alias for field in attrs.fields(cast("Any", error.cl)) if field.init)
        return f"{path}.{min(error.extra_fields)}", f"unknown key; {error.cl.__name__} has {known}"
    if isinstance(error, KeyError):
        return path, "missing"
    if isinstance(error, ExchangeError):
        return path, error.message
    return _blame_field(str(error), path) if isinstance(error, InvalidValueError) else (path, str(error))


def _blame_field(message: str, path: str) -> tuple[str, str]:
    """Our own validators begin with `Class.field:`; that field completes the path."""
    name, _, rest = message.partition(": ")
    _, dot, field = name.partition(".")
    return (f"{path}.{field}", rest) if dot and field.isidentifier() else (path, message)
