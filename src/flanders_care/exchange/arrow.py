"""Records as an Arrow table, which pandas, polars, DuckDB and pyarrow take as it is; nothing to install.

Sums stay exact (`decimal128`), dates stay dates, and a list stays a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, cast

import attrs

from flanders_care.errors import ExchangeError
from flanders_care.exchange.arrow_abi import Buffers, Layout, schema_capsule, stream_capsule
from flanders_care.exchange.arrow_columns import Column, spread
from flanders_care.fields import shorten

__all__ = ["ArrowTable", "to_arrow"]

_BATCH: Final = 65_536


class ArrowTable:
    """Records laid out as Arrow columns; hand it to `polars.DataFrame`, `pyarrow.table`, `duckdb.sql`...

    It speaks the Arrow PyCapsule interface (`__arrow_c_stream__`, `__arrow_c_schema__`) and can be read many times.
    """

    def __init__(self, layout: Layout, batches: Sequence[Buffers]) -> None:
        self._layout = layout
        self._batches = tuple(batches)

    @property
    def schema(self) -> dict[str, str]:
        """Name and Arrow format string of each column."""
        return {column.name: column.format for column in self._layout.children}

    def __len__(self) -> int:
        """How many rows there are."""
        return sum(batch.length for batch in self._batches)

    def __arrow_c_schema__(self) -> object:
        """Give the type of a row, as a capsule."""
        return schema_capsule(self._layout)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """Give the rows, as a capsule; a requested schema is not followed, as the interface allows."""
        return stream_capsule(self._layout, self._batches)

    def __repr__(self) -> str:
        return f"<ArrowTable: {len(self)} rows, {len(self._layout.children)} columns>"


def to_arrow(records: Iterable[object], *, cls: type | None = None) -> ArrowTable:
    """Lay records out as an Arrow table.

    Args:
        records: Records or results of one class, such as `corpus.decisions`, `total.counted` or `Alignments`; any
            attrs class with typed fields will do.
        cls: The class, needed where there may be no records to tell it.

    Returns:
        A table with one row a record. A field that holds a record becomes columns (`amount_value`, `amount_low`...),
        a tuple of texts a list, a tuple of records (`sources`) a list of structs. Sums are `decimal128(38, s)` with
        the scale that the values need, two at least.

    Raises:
        ExchangeError: If the records are of several classes, or none and `cls` is not given, or a figure needs more
            than 38 digits; the path names the record.

    Example:
        >>> from flanders_care.model.funding import FundingLine
        >>> from flanders_care.money import Amount
        >>> table = to_arrow([FundingLine(id="f1", amount=Amount.of("1250.50"))])
        >>> len(table)
        1
        >>> table.schema["amount_value"]
        'd:38,2'
    """
    rows = tuple(records)
    kind = class_of(rows, records, cls)
    columns = spread(kind, rows)
    layout = Layout(name="", format="+s", children=tuple(column.layout for column in columns))
    return ArrowTable(layout, [_batch(columns, rows, start) for start in range(0, len(rows), _BATCH)])


def class_of(rows: tuple[object, ...], records: object, cls: type | None) -> Any:
    """The one class of the rows; an empty result knows the class of what it holds."""
    kind = cls if cls is not None else type(rows[0]) if rows else _item_class(records)
    if kind is None or not attrs.has(kind):
        what = "no records, so no columns: name their class with cls=" if kind is None else f"needs records, not {kind}"
        raise ExchangeError(what)
    for place, row in enumerate(rows):
        if type(row) is not kind:
            raise ExchangeError(f"needs {kind.__name__}, as the others, not {shorten(row)}", f"$[{place}]")
    return kind


def _item_class(records: object) -> Any:
    """What an empty sequence class of our own holds: the type of its `items`."""
    kind = cast("Any", type(records))
    if not attrs.has(kind) or "items" not in attrs.fields_dict(kind):
        return None
    attrs.resolve_types(kind)
    arguments: tuple[Any, ...] = getattr(attrs.fields(kind).items.type, "__args__", ())
    return arguments[0] if arguments else None


def _batch(columns: list[Column], rows: tuple[object, ...], start: int) -> Buffers:
    part = rows[start : start + _BATCH]
    children: list[Buffers] = []
    for column in columns:
        try:
            children.append(column.build([column.get(row) for row in part]))
        except ExchangeError as error:
            place = int(error.path.removeprefix("$[").removesuffix("]")) + start if "[" in error.path else start
            raise ExchangeError(error.message, f"$[{place}].{column.layout.name}") from None
    return Buffers(length=len(part), null_count=0, buffers=(None,), children=tuple(children))
