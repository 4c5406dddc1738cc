"""How fields become Arrow columns: which type, and the buffers of their values.

Texts, dates and enums are `utf8`; whole numbers `int64`; scores `float64`; days `date32`; `Decimal` is
`decimal128(38, s)`, never a float. A record in a record is spread over columns (`amount_value`), records in a tuple
are a list of structs, and what Arrow has no type for is JSON text.
"""

from __future__ import annotations

import datetime
import enum
import types
import typing
from array import array
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import Any, Final, TypeAlias

import attrs

from flanders_care.errors import ExchangeError
from flanders_care.exchange.arrow_abi import Buffers, Layout
from flanders_care.exchange.json import to_json
from flanders_care.exchange.structure import resolved
from flanders_care.period import PartialDate

__all__ = ["Column", "column_of", "spread"]

PRECISION: Final = 38
"""Digits of decimal128."""

_CENTS: Final = 2
_EPOCH: Final = datetime.date(1970, 1, 1).toordinal()
_MAX_OFFSET: Final = 2**31 - 1
_Build: TypeAlias = Callable[[Sequence[Any]], Buffers]


@attrs.frozen(kw_only=True)
class Column:
    """A column of a table: its type, how to take its value from a record, and how to lay values out."""

    layout: Layout
    get: Callable[[Any], Any]
    build: _Build


def spread(cls: Any, records: Sequence[Any], prefix: str = "", *, nullable: bool = False) -> list[Column]:
    """Make the columns of a class; the records decide no more than the scale of the decimals.

    Args:
        cls: An attrs class with typed fields.
        records: All records of the table (or `None` where one is missing).
        prefix: Put before the names, with `_` between.
        nullable: Whether the whole record may be missing.

    Returns:
        One column a field; a field that holds a record becomes the columns of that record.

    Raises:
        ExchangeError: If a figure does not fit decimal128; the path names the record.
    """
    resolved(cls)
    columns: list[Column] = []
    for field in attrs.fields(cls):
        kind, optional = _without_none(field.type)
        get = _through_none(attrgetter(field.name)) if nullable else attrgetter(field.name)
        name = f"{prefix}{field.name}"
        if attrs.has(kind) and kind is not PartialDate:
            inner = spread(kind, [get(r) for r in records], f"{name}_", nullable=nullable or optional)
            columns += [attrs.evolve(column, get=_both(get, column.get)) for column in inner]
        else:
            columns.append(column_of(name, kind, get, records, nullable=nullable or optional))
    return columns


def column_of(name: str, kind: Any, get: Callable[[Any], Any], records: Sequence[Any], *, nullable: bool) -> Column:
    """Make one column for a type; `records` are looked at for decimals only."""
    if kind is Decimal or _holds_decimals(kind):
        layout, build = _typed(name, kind, [get(record) for record in records], nullable=nullable)
    else:
        layout, build = _typed(name, kind, (), nullable=nullable)
    return Column(layout=layout, get=get, build=build)


def _without_none(kind: Any) -> tuple[Any, bool]:
    if typing.get_origin(kind) not in (typing.Union, types.UnionType):
        return kind, False
    members = typing.get_args(kind)
    others = [member for member in members if member is not type(None)]
    return (others[0] if len(others) == 1 else kind), len(others) < len(members)


def _through_none(get: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda record: None if record is None else get(record)


def _both(outer: Callable[[Any], Any], inner: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda record: inner(outer(record))


def _item_kind(kind: Any) -> Any:
    """The type of the items of a tuple whose items all have one type, else `None`."""
    arguments = typing.get_args(kind)
    if typing.get_origin(kind) not in (tuple, list, Sequence):
        return None
    kinds = {argument for argument in arguments if argument is not Ellipsis}
    return kinds.pop() if len(kinds) == 1 else None


def _holds_decimals(kind: Any) -> bool:
    item = _item_kind(kind)
    if item is not None:
        return _holds_decimals(_without_none(item)[0])
    if attrs.has(kind) and kind is not PartialDate:
        resolved(kind)
        return any(_holds_decimals(_without_none(field.type)[0]) for field in attrs.fields(kind))
    return kind is Decimal


def _typed(name: str, kind: Any, values: Iterable[Any], *, nullable: bool) -> tuple[Layout, _Build]:
    """The layout of a type, and the function that lays values of it out."""
    item = _item_kind(kind)
    if kind is Decimal:
        scale = _scale(name, values)
        return Layout(name=name, format=f"d:{PRECISION},{scale}", nullable=nullable), _decimals(scale)
    if item is not None:
        flat = [part for value in values if value is not None for part in value]
        inner, optional = _without_none(item)
        layout, build = _typed("item", inner, flat, nullable=optional)
        return Layout(name=name, format="+l", nullable=nullable, children=(layout,)), _lists(build)
    if attrs.has(kind) and kind is not PartialDate:
        columns = spread(kind, list(values))
        children = tuple(column.layout for column in columns)
        return Layout(name=name, format="+s", nullable=nullable, children=children), _structs(columns)
    form, build = _plain(kind)
    return Layout(name=name, format=form, nullable=nullable), build


def _plain(kind: Any) -> tuple[str, _Build]:
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return "u", _texts(lambda member: str(member.value))
    known: dict[Any, tuple[str, _Build]] = {
        str: ("u", _texts(str)),
        PartialDate: ("u", _texts(lambda date: date.iso)),
        int: ("l", _numbers("q")),
        float: ("g", _numbers("d")),
        bool: ("b", _bits),
        datetime.date: ("tdD", _days),
    }
    return known.get(kind, ("u", _texts(_as_json)))


def _as_json(value: Any) -> str:
    import json

    is_record: bool = attrs.has(type(value))  # pyright: ignore[reportUnknownArgumentType]
    return to_json(value) if is_record else json.dumps(value, ensure_ascii=False, default=str)


# Decimals ------------------------------------------------------------------------------------------------------------


def _scale(name: str, values: Iterable[Any]) -> int:
    """The digits behind the comma that all values need: two at least, so that tables of money look alike."""
    scale, whole, widest = _CENTS, 0, 0
    for place, value in enumerate(values):
        if value is None or not value:
            continue
        scale = max(scale, _fraction_digits(value))
        if value.adjusted() + 1 > whole:
            whole, widest = value.adjusted() + 1, place
        if whole + scale > PRECISION:
            raise ExchangeError(
                f"{value if place == widest else name} needs more than the {PRECISION} digits of decimal128 "
                f"({whole} before the comma, {scale} behind it)",
                f"$[{place}].{name}",
            )
    return scale


def _fraction_digits(value: Decimal) -> int:
    """How many digits behind the comma a decimal needs; zeros at the end are not needed."""
    _, digits, exponent = value.as_tuple()
    zeros = next(count for count, digit in enumerate(reversed(digits)) if digit)
    return -(int(exponent) + zeros)


def _decimals(scale: int) -> _Build:
    def build(values: Sequence[Any]) -> Buffers:
        data = bytearray()
        nothing = bytes(16)
        for value in values:
            data += nothing if value is None else _unscaled(value, scale).to_bytes(16, "little", signed=True)
        return _flat(values, data)

    return build


def _unscaled(value: Decimal, scale: int) -> int:
    """The whole number that stands for a decimal of this scale; exact, whatever the caller's decimal context says."""
    numerator, denominator = value.as_integer_ratio()
    return int(numerator * 10**scale // denominator)


# Everything else -----------------------------------------------------------------------------------------------------


def _flat(values: Sequence[Any], *data: bytearray | memoryview, children: tuple[Buffers, ...] = ()) -> Buffers:
    """A column of these values, with the bits that say which of them are there."""
    nulls = sum(value is None for value in values)
    validity = _packed(value is not None for value in values) if nulls else None
    return Buffers(length=len(values), null_count=nulls, buffers=(validity, *data), children=children)


def _packed(flags: Iterable[bool]) -> bytearray:
    bits = bytearray()
    for place, flag in enumerate(flags):
        if not place % 8:
            bits.append(0)
        if flag:
            bits[-1] |= 1 << place % 8
    return bits


def _texts(say: Callable[[Any], str]) -> _Build:
    def build(values: Sequence[Any]) -> Buffers:
        data, offsets = bytearray(), array("i", [0])
        for place, value in enumerate(values):
            if value is not None:
                data += _encoded(say(value), place)
            if len(data) > _MAX_OFFSET:
                raise ExchangeError("one batch of one column holds more than 2 GiB of text", f"$[{place}]")
            offsets.append(len(data))
        return _flat(values, _bytes_of(offsets), data)

    return build


def _encoded(text: str, place: int) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        raise ExchangeError("half a character (a lone surrogate) is no text for Arrow", f"$[{place}]") from None


def _bytes_of(numbers: array[Any]) -> memoryview:
    return memoryview(numbers).cast("B") if len(numbers) else memoryview(bytearray())


def _numbers(code: str) -> _Build:
    def build(values: Sequence[Any]) -> Buffers:
        try:
            numbers = array(code, [0 if value is None else value for value in values])
        except OverflowError:
            raise ExchangeError("a whole number is too large for int64") from None
        return _flat(values, _bytes_of(numbers))

    return build


def _days(values: Sequence[Any]) -> Buffers:
    days = array("i", [0 if value is None else value.toordinal() - _EPOCH for value in values])
    return _flat(values, _bytes_of(days))


def _bits(values: Sequence[Any]) -> Buffers:
    return _flat(values, _packed(bool(value) for value in values))


def _lists(build_items: _Build) -> _Build:
    def build(values: Sequence[Any]) -> Buffers:
        offsets, flat = array("i", [0]), list[Any]()
        for value in values:
            flat.extend(value or ())
            offsets.append(len(flat))
        return _flat(values, _bytes_of(offsets), children=(build_items(flat),))

    return build


def _structs(columns: Sequence[Column]) -> _Build:
    def build(values: Sequence[Any]) -> Buffers:
        children = tuple(column.build([column.get(value) for value in values]) for column in columns)
        return _flat(values, children=children)

    return build
