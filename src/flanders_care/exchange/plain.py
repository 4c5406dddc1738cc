"""How records become plain values and back: strict, exact and generic over every attrs class with typed fields.

cattrs does the work. What is added are hooks that make it strict: `7` is no id, `"abc"` is no list, `1e400` is no
score, and a `Decimal` or a date is a text in one form. A new class needs no code as long as its fields are typed.
"""

from __future__ import annotations

import datetime
import enum
import functools
import math
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final, TypeAlias

from cattrs import Converter, cols, gen, transform_error
from cattrs.errors import ForbiddenExtraKeysError, IterableValidationError, IterableValidationNote
from cattrs.fns import identity

from flanders_care.errors import ExchangeError, InvalidValueError
from flanders_care.exchange.kinds import Sort, is_record, kind_of, parts_of
from flanders_care.exchange.text import is_list, is_object
from flanders_care.fields import shown
from flanders_care.period import PartialDate

Hook: TypeAlias = Callable[[Any, Any], Any]

_PLAIN: Final = frozenset({Sort.TEXT, Sort.WHOLE, Sort.NUMBER, Sort.FLAG, Sort.NOTHING, Sort.LITERAL})
_DECIMAL = re.compile(r"-?[0-9]{1,130}(?:\.[0-9]{1,130})?(?:E[+-]?[0-9]{1,4})?")
_LONGEST: Final = 120
_COLS: Final[Any] = cols  # its hooks take any class; their types say less
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


class RefusedError(ValueError):
    """A value that does not fit its place; the message says what was wanted."""


def refuse(wanted: str, value: object) -> RefusedError:
    """Make the error that says what was wanted and what stood there."""
    kind = _WORDS.get(type(value), type(value).__name__)
    return RefusedError(f"needs {wanted}, not {kind} ({shown(value)})")


def plain_value(value: Any) -> Any:
    """Turn a record or result into dicts, lists and plain values that JSON can hold exactly.

    Args:
        value: An attrs instance, or a tuple or list of them.

    Returns:
        Dicts with every field of every record, `Decimal` and dates as text, enums as their words.
    """
    return converter(detailed=False).unstructure(value)


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
    return located(value, cls, converter)


def located(value: Any, cls: Any, make: Callable[..., Converter]) -> Any:
    """Build an instance by one of two converters: the fast one, and where it fails the one that says where."""
    try:
        return make(detailed=False).structure(value, cls)
    except Exception:  # whatever went wrong, reading again says where
        try:
            return make(detailed=True).structure(value, cls)
        except Exception as error:
            raise _first_trouble(error) from None


def _first_trouble(error: Exception) -> ExchangeError:
    """The first thing wrong, with its path as cattrs gathered it."""
    troubles: list[BaseException] = []

    def note(trouble: BaseException, _: object) -> str:
        troubles.append(trouble)
        return ""

    path = transform_error(error, "$", note)[0].removeprefix(" @ ")
    trouble = troubles[0]
    if isinstance(trouble, ForbiddenExtraKeysError):
        known = ", ".join(part.key for part in parts_of(trouble.cl))
        key = min(trouble.extra_fields)
        return ExchangeError(f"unknown key; {trouble.cl.__name__} has {known}", f"{path}.{key}")
    if isinstance(trouble, KeyError):
        return ExchangeError("missing", path)
    if isinstance(trouble, ExchangeError):
        return ExchangeError(trouble.message, path + trouble.path.removeprefix("$"))
    if isinstance(trouble, InvalidValueError):  # our own validators begin with `Class.field:`, which completes the path
        name, _, rest = str(trouble).partition(": ")
        _, dot, field = name.partition(".")
        if dot and field.isidentifier():
            return ExchangeError(rest, f"{path}.{field}")
    return ExchangeError(str(trouble), path)


@functools.cache
def converter(*, detailed: bool) -> Converter:
    """The cattrs converter behind `to_json`.

    Args:
        detailed: Whether errors carry the path; the other one is faster and serves good data.

    Returns:
        One converter for the whole process; register nothing on it, copy it.
    """
    made = Converter(
        detailed_validation=detailed,
        forbid_extra_keys=True,
        use_alias=True,
        unstruct_collection_overrides={tuple: list},
    )
    for cls, write in _WRITERS.items():
        made.register_unstructure_hook(cls, write)
    made.register_unstructure_hook_func(lambda cls: kind_of(cls).sort in _PLAIN, identity)
    made.register_unstructure_hook_func(_is_plain_list, list)
    made.register_unstructure_hook_factory(_is(Sort.NAMED_TUPLE), _COLS.namedtuple_dict_unstructure_factory)
    made.register_unstructure_hook_factory(_is_record_union, _write_tagged)
    for cls, read in _SCALARS.items():
        made.register_structure_hook(cls, read)
    for sort, factory in _READERS.items():
        made.register_structure_hook_factory(_is(sort), factory)
    made.register_structure_hook_factory(is_optional, _read_optional)
    return made


def _is(sort: Sort) -> Callable[[Any], bool]:
    def fits(cls: Any) -> bool:
        return kind_of(cls).sort is sort and not is_optional(cls)

    return fits


def is_optional(cls: Any) -> bool:
    """Tell whether a value may be missing that is of one type otherwise."""
    kind = kind_of(cls)
    return kind.optional and kind.sort is not Sort.UNION


def _is_plain_list(cls: Any) -> bool:
    kind = kind_of(cls)
    return kind.sort is Sort.LIST and not kind.optional and not kind.item.optional and kind.item.sort in _PLAIN


def _is_record_union(cls: Any) -> bool:
    kind = kind_of(cls)
    return kind.sort is Sort.UNION and sum(map(is_record, kind.inner)) > 1


# Writing -------------------------------------------------------------------------------------------------------------


def decimal_text(value: Decimal) -> str:
    """Write a decimal in its one form: plain digits, no zeros behind that say nothing; equal values, equal texts.

    Example:
        >>> decimal_text(Decimal("12.50")), decimal_text(Decimal("1E+3")), decimal_text(Decimal("-0.0"))
        ('12.5', '1000', '0')
    """
    if not value:
        return "0"
    text = str(value)
    if "E" in text and abs(value.adjusted()) <= _LONGEST and value.is_finite():
        text = f"{value:f}"
    digits, mark, exponent = text.partition("E")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return digits + mark + exponent


def _write_tagged(_: Any, made: Converter) -> Callable[[Any], Any]:
    def write(value: Any) -> Any:
        plain: Any = made.unstructure(value)
        return {"type": type(value).__name__, **plain} if is_object(plain) else plain

    return write


_WRITERS: Final[dict[Any, Callable[[Any], Any]]] = {
    enum.Enum: lambda member: member.value,
    enum.StrEnum: lambda member: member.value,  # cattrs takes it for a text otherwise
    Decimal: decimal_text,
    datetime.date: datetime.date.isoformat,
    PartialDate: lambda date: date.iso,
}


# Reading one value ---------------------------------------------------------------------------------------------------


def strictly(fits: Callable[[Any], bool], wanted: str, hook: Hook) -> Hook:
    """Make the hook that reads a value only if it fits."""

    def read(value: Any, cls: Any) -> Any:
        if not fits(value):
            raise refuse(wanted, value)
        return hook(value, cls)

    return read


def _exactly(cls: type, wanted: str) -> Hook:
    def read(value: Any, kind: Any) -> Any:
        if kind is not cls:  # an enum that is a text or a number too: cattrs asks for the hook of these first
            return _members(kind)(value, kind)
        if type(value) is cls:
            return value
        raise refuse(wanted, value)

    return read


def _read_date(value: Any, _: Any) -> datetime.date:
    if type(value) is str and _DATE.fullmatch(value):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            raise RefusedError(f"{value} is no day of the calendar") from None
    raise refuse('a date as text, such as "2021-06-30"', value)


@functools.cache
def _members(cls: Any) -> Hook:
    members: dict[Any, Any] = {member.value: member for member in cls}
    wanted = f"one of {', '.join(map(str, members))}"

    def read(value: Any, _: Any) -> Any:
        if type(value) in (str, int) and value in members:
            return members[value]
        raise refuse(wanted, value)

    return read


_SCALARS: Final[dict[Any, Hook]] = {
    str: _exactly(str, "a text"),
    int: _exactly(int, "a whole number"),
    bool: _exactly(bool, "true or false"),
    type(None): _exactly(type(None), "null"),
    float: strictly(
        lambda value: type(value) in (float, int) and abs(value) < 1e300 and math.isfinite(value),
        "a finite number",
        lambda value, _: float(value),
    ),
    Decimal: strictly(
        lambda value: type(value) is str and _DECIMAL.fullmatch(value) is not None,
        'a decimal number as text, such as "1250.50"',
        lambda value, _: Decimal(value),
    ),
    datetime.date: _read_date,
    PartialDate: strictly(
        lambda value: type(value) is str,
        'a date as text, such as "2021", "2021-06" or "2021-06-30"',
        lambda value, _: PartialDate.parse(value),
    ),
    enum.Enum: lambda value, cls: _members(cls)(value, cls),
}


# Reading what holds others -------------------------------------------------------------------------------------------


def _read_literal(cls: Any, _: Converter) -> Hook:
    words = kind_of(cls).inner

    def read(value: Any, _: Any) -> Any:
        if any(type(word) is type(value) and word == value for word in words):
            return value
        raise refuse(f"one of {', '.join(map(str, words))}", value)

    return read


def _read_list(cls: Any, made: Converter) -> Hook:
    listed = _COLS.list_structure_factory if cls.__origin__ is list else _COLS.homogenous_tuple_structure_factory
    return strictly(is_list, "a list", listed(cls, made))


def _read_pair(cls: Any, made: Converter) -> Hook:
    inner = kind_of(cls).inner
    hooks = [made.get_structure_hook(kind) for kind in inner]

    def read(value: Any, _: Any) -> Any:
        if len(value) != len(inner):
            raise refuse(f"a list of {len(inner)}", value)
        found: list[Any] = []
        for place, (hook, kind) in enumerate(zip(hooks, inner, strict=True)):
            try:
                found.append(hook(value[place], kind))
            except Exception as error:
                error.add_note(IterableValidationNote("item", place, kind))
                raise IterableValidationError("pair", [error], tuple) from None  # pyright: ignore[reportCallIssue]
        return tuple(found)

    return strictly(is_list, "a list", read)


def _read_optional(cls: Any, made: Converter) -> Hook:
    only = kind_of(cls).type
    hook = made.get_structure_hook(only)
    return lambda value, _: None if value is None else hook(value, only)


def read_record(cls: Any, made: Converter) -> Hook:
    """Make the hook that reads a class of records from an object."""
    for part in parts_of(cls):
        kind_of(part.type)  # refused here by name, and not by cattrs
    hook: Any = gen.make_dict_structure_fn(cls, made, _cattrs_use_alias=True)
    return strictly(is_object, f"an object ({cls.__name__})", hook) if made.detailed_validation else hook


def _read_union(cls: Any, made: Converter) -> Hook:
    """A value that may be one of several: records by their `type` (one alone needs none), others by trying."""
    kind = kind_of(cls)
    members = (*kind.inner, type(None)) if kind.optional else kind.inner
    records = {member.__name__: member for member in members if is_record(member)}
    others = [member for member in members if not is_record(member)]
    wanted = " or ".join([*records, *(getattr(member, "__name__", str(member)) for member in others)])

    def read(value: Any, _: Any) -> Any:
        if is_object(value) and records:
            fields = dict(value)
            name = fields.pop("type") if len(records) > 1 and "type" in fields else next(iter(records))
            if len(records) > 1 and ("type" not in value or name not in records):
                raise refuse(f'an object with "type": one of {", ".join(records)}', value)
            return made.structure(fields, records[name])
        for member in others:
            try:
                return made.structure(value, member)
            except (RefusedError, InvalidValueError):
                continue
        raise refuse(wanted, value)

    return read


_READERS: Final[dict[Sort, Callable[[Any, Converter], Hook]]] = {
    Sort.LITERAL: _read_literal,
    Sort.LIST: _read_list,
    Sort.PAIR: _read_pair,
    Sort.MAPPING: lambda cls, made: strictly(is_object, "an object", _COLS.mapping_structure_factory(cls, made)),
    Sort.UNION: _read_union,
    Sort.RECORD: read_record,
    Sort.NAMED_TUPLE: lambda cls, made: strictly(
        is_object,
        f"an object ({cls.__name__})",
        _COLS.namedtuple_dict_structure_factory(cls, made, made.detailed_validation, True),
    ),
}
