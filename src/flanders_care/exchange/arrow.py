"""Records as an Arrow table and back, exactly (extra `arrow`); pandas, polars and DuckDB take the table as it is.

Each class has one fixed schema. Texts and enums are `string`, whole numbers `int64`, scores `double`, days `date32`,
sums `decimal128(38, 6)` and never a float. A record in a record becomes columns (`amount_value`), records in a tuple
are a list of structs, and what Arrow has no type for is JSON text.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Final, Protocol, TypeVar, cast, overload

import attrs
from cattrs import Converter

from flanders_care.errors import ExchangeError
from flanders_care.exchange.arrow_layout import PRECISION, SCALE, array_of, field_of, pyarrow
from flanders_care.exchange.columns import Column, check_class, class_of, columns_of, is_spread, rows_of
from flanders_care.exchange.kinds import Sort, item_class, kind_of, parts_of
from flanders_care.exchange.plain import (
    converter,
    decimal_text,
    is_optional,
    located,
    plain_value,
    read_record,
    strictly,
    structured,
)
from flanders_care.exchange.text import parse_json, write_json
from flanders_care.fields import shown

R = TypeVar("R")
S = TypeVar("S", bound="_Items")

_REST: Final = b"flanders_care"
_BATCH: Final = 8_192
"""Rows laid out at once: so many stay in the processor's cache while each column is taken from them."""


class ArrowTable(Protocol):
    """What `to_arrow` gives: a `pyarrow.Table`, of which this much is relied on."""

    @property
    def schema(self) -> Any:
        """The names and types of the columns, a `pyarrow.Schema`."""
        ...

    def __len__(self) -> int:
        """How many rows there are."""
        ...

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Hand the rows over to any library that speaks the Arrow PyCapsule interface."""
        ...


def arrow_schema(cls: type) -> Any:
    """The schema of the table of a class, the same whatever its records hold.

    Args:
        cls: A class of records.

    Returns:
        A `pyarrow.Schema`.

    Raises:
        MissingExtraError: If pyarrow is not installed.
        ExchangeError: If a field is of a type that cannot be handed on.

    Example:
        >>> from flanders_care.model.actor import Actor
        >>> arrow_schema(Actor).names
        ['id', 'name', 'kind', 'aliases', 'sources']
    """
    pa = pyarrow("arrow_schema")
    return pa.schema([field_of(pa, column.name, column.kind, (cls,)) for column in columns_of(cls)])


def to_arrow(records: Iterable[object], *, cls: type | None = None) -> ArrowTable:
    """Lay records out as an Arrow table.

    Law: `from_arrow(to_arrow(records), cls) == tuple(records)`, exactly, sums included.

    Args:
        records: Records or results of one class, such as `corpus.decisions`, `total.counted` or `Alignments`; any
            attrs class with typed fields will do.
        cls: The class, needed where there may be no records to tell it.

    Returns:
        A `pyarrow.Table` with one row a record and the columns of `arrow_schema`. A field that holds a record becomes
        columns (`amount_value`, `amount_low`...), a tuple of texts a list, a tuple of records (`sources`) a list of
        structs.

    Raises:
        MissingExtraError: If pyarrow is not installed.
        ExchangeError: If the records are of several classes, or none and `cls` is not given; or if a value does not
            fit its column, such as a sum of more than 32 digits before the comma or 6 behind it. The message names the
            record and the path its row and column. Nothing is rounded, and nothing is left out.

    Example:
        >>> from flanders_care.model.funding import FundingLine
        >>> from flanders_care.money import Amount
        >>> table = to_arrow([FundingLine(id="f1", amount=Amount.of("1250.50"))])
        >>> len(table)
        1
        >>> print(table.schema.field("amount_value").type)
        decimal128(38, 6)
    """
    pa = pyarrow("to_arrow")
    rows = rows_of(records)
    kind = class_of(rows, records, cls)
    schema, columns = arrow_schema(kind), columns_of(kind)
    batches: list[Any] = []
    for start in range(0, len(rows), _BATCH):
        part = rows[start : start + _BATCH]
        check_class(part, kind, start)
        arrays = [_laid_out(pa, column, field.type, part, start) for column, field in zip(columns, schema, strict=True)]
        batches.append(arrays)
    if item_class(type(records)) is kind:  # what the sequence holds beside its items travels with the schema
        rest = plain_value(attrs.evolve(cast("Any", records), items=()))
        schema = schema.with_metadata({_REST: write_json({key: held for key, held in rest.items() if key != "items"})})
    parts = [pa.RecordBatch.from_arrays(arrays, schema=schema) for arrays in batches]
    table: ArrowTable = pa.Table.from_batches(parts, schema=schema)
    return table


def _laid_out(pa: Any, column: Column, form: Any, records: Sequence[Any], start: int) -> Any:
    """One column of one batch; where it cannot be made, the error names the first record that does not fit."""
    values = column.values(records)
    try:
        return array_of(pa, column.kind, form, values)
    except (pa.ArrowException, ValueError, TypeError, OverflowError) as error:
        for place, value in enumerate(values):
            try:
                array_of(pa, column.kind, form, [value])
            except (pa.ArrowException, ValueError, TypeError, OverflowError) as trouble:
                record = getattr(records[place], "id", None)
                named = "" if record is None else f" of {shown(record)}"
                digits = f", {PRECISION - SCALE} digits before the comma and {SCALE} behind it"
                wanted = f"{form}{digits if column.kind.sort is Sort.DECIMAL else ''}"
                what = f"{column.name}{named} does not fit {wanted}: {shown(value)} ({trouble})"
                raise ExchangeError(what, f"$[{start + place}].{column.name}") from None
        raise ExchangeError(f"{column.name}: {error}", f"$[{start}].{column.name}") from None


class _Items(Protocol):
    """A result that is a sequence, such as `Alignments`."""

    @property
    def items(self) -> tuple[Any, ...]: ...


@overload
def from_arrow(table: object, cls: type[S]) -> S: ...  # type: ignore[overload-overlap]  # pyright: ignore[reportOverlappingOverload] - a sequence comes back as itself, a record in a tuple


@overload
def from_arrow(table: object, cls: type[R]) -> tuple[R, ...]: ...


def from_arrow(table: Any, cls: Any) -> Any:
    """Read records from a table that `to_arrow` made, wherever it has been in between.

    Args:
        table: A table of pyarrow, polars, DuckDB or pandas: anything with `__arrow_c_stream__`.
        cls: The class of the records, such as `FundingLine`; or of a result that is a sequence, such as `Alignments`.

    Returns:
        The records as a tuple, in the order of the rows, equal to those that were laid out; or the sequence.

    Raises:
        MissingExtraError: If pyarrow is not installed.
        ExchangeError: If a column is missing, unknown or of another type, or a value does not fit its field; the path
            names row and field.

    Example:
        >>> from flanders_care.model.actor import Actor
        >>> actors = (Actor(id="actor:vito", name="VITO"),)
        >>> from_arrow(to_arrow(actors), Actor) == actors
        True
    """
    pa = pyarrow("from_arrow")
    item = item_class(cls)
    row = cls if item is None else item
    if kind_of(row).sort is not Sort.RECORD:
        raise ExchangeError(f"needs a class of records, not {shown(cls)}")
    try:
        given = pa.table(table)
    except (pa.ArrowException, TypeError, ValueError) as error:
        raise ExchangeError(f"needs an Arrow table or data frame, not {type(table).__name__} ({error})") from None
    cells = _cells(pa, given, arrow_schema(row))
    records = located(_rows(row, cells, ""), tuple[row, ...], _converter)  # type: ignore[valid-type]
    if item is None:
        return records
    metadata: dict[bytes, bytes] = given.schema.metadata or {}
    rest: Any = parse_json(metadata.get(_REST, b"{}"))
    return attrs.evolve(structured({**rest, "items": []}, cls), items=records)


def _cells(pa: Any, table: Any, schema: Any) -> dict[str, list[Any]]:
    """The values of each column, brought to the type that `to_arrow` gives it; never by rounding."""
    unknown = [name for name in table.column_names if name not in schema.names]
    twice = [name for name in table.column_names if table.column_names.count(name) > 1]
    if unknown or twice:
        what = "stands there twice" if twice else f"is unknown; there are {', '.join(schema.names)}"
        raise ExchangeError(f"the column {(twice or unknown)[0]!r} {what}", f"$.{(twice or unknown)[0]}")
    cells: dict[str, list[Any]] = {}
    for name in table.column_names:
        column, form = table[name], schema.field(name).type
        try:
            if pa.types.is_decimal(form) and pa.types.is_floating(column.type):
                raise ExchangeError(f"a sum cannot be read from {column.type}, which is not exact", f"$.{name}")
            cells[name] = (column if column.type == form else column.cast(form)).to_pylist()
        except (pa.ArrowException, ValueError) as error:
            raise ExchangeError(f"needs {form}, not {column.type} ({error})", f"$.{name}") from None
    return cells


def _rows(cls: Any, cells: dict[str, list[Any]], prefix: str) -> Sequence[dict[str, Any] | None]:
    """Put the cells of each row together as records stand in records; columns that are not there are left out."""
    columns: dict[str, Sequence[Any]] = {}
    for part in parts_of(cls):
        if is_spread(part, cls):
            inner = f"{prefix}{part.key}_"
            held = {name: values for name, values in cells.items() if name.startswith(inner)}
            if held:
                columns[part.key] = _rows(kind_of(part.type).type, held, inner)
        elif f"{prefix}{part.key}" in cells:
            columns[part.key] = cells[f"{prefix}{part.key}"]
    rows = zip(*columns.values(), strict=True)
    made = [dict(zip(columns, row, strict=True)) for row in rows]
    return made if not prefix else [row if any(value is not None for value in row.values()) else None for row in made]


_READ_SUM = strictly(lambda value: type(value) is Decimal, "a sum", lambda value, _: Decimal(decimal_text(value)))
_READ_DAY = strictly(lambda value: type(value) is datetime.date, "a day", lambda value, _: value)


@functools.cache
def _converter(*, detailed: bool) -> Converter:
    """As that of JSON, but a sum is a `Decimal`, a day a date, and what Arrow has no type for is JSON text."""
    made = converter(detailed=detailed).copy()
    made.register_structure_hook(Decimal, _READ_SUM)
    made.register_structure_hook(datetime.date, _READ_DAY)
    made.register_structure_hook_factory(_may_be_json, _read_json)
    return made


def _may_be_json(cls: Any) -> bool:
    kind = kind_of(cls)
    if is_optional(cls):
        return False
    if kind.sort is Sort.LITERAL:
        return not all(isinstance(word, str) for word in kind.inner)
    return kind.sort in (Sort.UNION, Sort.MAPPING, Sort.PAIR, Sort.RECORD)


def _read_json(cls: Any, made: Converter) -> Any:
    """What Arrow has a type for stands there as it is, anything else as JSON text."""
    plain = converter(detailed=made.detailed_validation).get_structure_hook(cls)
    laid_out = read_record(cls, made) if kind_of(cls).sort is Sort.RECORD else plain

    def read(value: Any, _: Any) -> Any:
        return plain(parse_json(value), cls) if isinstance(value, str) else laid_out(value, cls)

    return read
