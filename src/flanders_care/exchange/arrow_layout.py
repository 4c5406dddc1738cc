"""How values are laid out in Arrow: the type of each kind, and whole columns of values at once."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from decimal import Decimal
from operator import attrgetter
from typing import Any, Final

from flanders_care.errors import MissingExtraError
from flanders_care.exchange.kinds import Kind, Sort, kind_of, parts_of
from flanders_care.exchange.plain import converter, decimal_text
from flanders_care.exchange.text import write_json

PRECISION: Final = 38
"""Digits of a sum."""

SCALE: Final = 6
"""How many of them stand behind the comma."""

_AS_THEY_ARE: Final = frozenset({Sort.TEXT, Sort.WHOLE, Sort.NUMBER, Sort.FLAG, Sort.DAY})


def pyarrow(purpose: str) -> Any:
    """Import pyarrow.

    Raises:
        MissingExtraError: If it is not installed.
    """
    try:
        import pyarrow as pa
    except ImportError:
        raise MissingExtraError("arrow", purpose) from None
    return pa


def field_of(pa: Any, name: str, kind: Kind, above: tuple[Any, ...] = ()) -> Any:
    """The Arrow field of a kind; a record that holds its own class is JSON text from there on."""
    return pa.field(name, _type_of(pa, kind, above), nullable=kind.optional)


def _type_of(pa: Any, kind: Kind, above: tuple[Any, ...]) -> Any:
    match kind.sort:
        case Sort.WHOLE:
            return pa.int64()
        case Sort.NUMBER:
            return pa.float64()
        case Sort.FLAG:
            return pa.bool_()
        case Sort.DAY:
            return pa.date32()
        case Sort.DECIMAL:
            return pa.decimal128(PRECISION, SCALE)
        case Sort.LIST | Sort.PAIR if len(set(kind.inner)) == 1:
            return pa.list_(field_of(pa, "item", kind.item, above))
        case Sort.RECORD | Sort.NAMED_TUPLE if kind.type not in above:
            inner = (*above, kind.type)
            return pa.struct([field_of(pa, part.key, kind_of(part.type), inner) for part in parts_of(kind.type)])
        case _:
            return pa.string()


def array_of(pa: Any, kind: Kind, form: Any, values: Sequence[Any]) -> Any:
    """Lay values out as one Arrow array.

    Args:
        pa: The module pyarrow.
        kind: What the values are.
        form: The Arrow type, as `field_of` says it.
        values: The values; `None` where one is missing.

    Raises:
        Exception: One of several of pyarrow or Python if a value does not fit; `to_arrow` says which.
    """
    held = kind.item if pa.types.is_list(form) else kind
    if held.sort in _AS_THEY_ARE:
        return pa.array(values, form)
    if held is not kind:
        return _lists(pa, kind, form, values)
    if pa.types.is_struct(form):
        return _structs(pa, kind, form, values)
    if kind.sort is Sort.DECIMAL:
        try:
            return pa.array(values, form)
        except pa.ArrowException:  # some ways of writing a figure that fits, such as 0E+50, are none of pyarrow's
            return pa.array([None if value is None else Decimal(decimal_text(value)) for value in values], form)
    return pa.array(_texts(kind, values), form)


def _texts(kind: Kind, values: Sequence[Any]) -> Sequence[Any]:
    if kind.sort is Sort.ENUM and all(isinstance(word, str) for word in kind.inner):
        words = dict(zip(kind.type, kind.inner, strict=True)) | {None: None}
        return list(map(words.__getitem__, values))
    if kind.sort is Sort.LITERAL and all(isinstance(word, str) for word in kind.inner):
        return values
    if kind.sort is Sort.PARTIAL_DAY:
        return [None if value is None else value.iso for value in values]
    write = converter(detailed=False).unstructure
    return [None if value is None else write_json(write(value, kind.type)) for value in values]


def _lists(pa: Any, kind: Kind, form: Any, values: Sequence[Any]) -> Any:
    missing = _missing(pa, kind, values)
    held = values if missing is None else [value or () for value in values]
    ends = pa.array(itertools.accumulate(map(len, held), initial=0), pa.int32())
    items = array_of(pa, kind.item, form.value_type, list(itertools.chain.from_iterable(held)))
    return pa.ListArray.from_arrays(ends, items, type=form, mask=missing)


def _missing(pa: Any, kind: Kind, values: Sequence[Any]) -> Any:
    return pa.array([value is None for value in values], pa.bool_()) if kind.optional else None


def _structs(pa: Any, kind: Kind, form: Any, values: Sequence[Any]) -> Any:
    missing = _missing(pa, kind, values)
    columns: list[Any] = []
    for part, field in zip(parts_of(kind.type), form, strict=True):
        get = attrgetter(part.name)
        inner = list(map(get, values)) if missing is None else [None if v is None else get(v) for v in values]
        columns.append(array_of(pa, kind_of(part.type), field.type, inner))
    return pa.StructArray.from_arrays(columns, fields=list(form), mask=missing)
