"""Which columns a class has in a table: one a field, and those of a record that stands in a record (`amount_value`)."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from operator import attrgetter
from typing import Any, cast

import attrs

from flanders_care.errors import ExchangeError
from flanders_care.exchange.kinds import Kind, Part, Sort, is_record, item_class, kind_of, parts_of
from flanders_care.fields import shown


@attrs.frozen
class Column:
    """A column of a table.

    Attributes:
        name: Its name: the keys that lead to it, with `_` between.
        kind: What its values are; optional too where a record around it may be missing.
        path: The fields that lead to it.
        guarded: Whether one of the records on the way may be missing.
    """

    name: str
    kind: Kind
    path: tuple[str, ...]
    guarded: bool = False

    def values(self, records: Sequence[Any]) -> list[Any]:
        """Take the values of the column from records."""
        if not self.guarded:
            return list(map(attrgetter(".".join(self.path)), records))
        values = list(records)
        for name in self.path:
            values = [None if value is None else getattr(value, name) for value in values]
        return values


@functools.cache
def columns_of(cls: Any) -> tuple[Column, ...]:
    """The columns of a class, in the order of its fields.

    Args:
        cls: A class of records.

    Raises:
        ExchangeError: If two columns would have the same name.
    """
    found: list[Column] = []
    for part in parts_of(cls):
        kind = kind_of(part.type)
        if is_spread(part, cls):
            found += [_within(part, kind, column) for column in columns_of(kind.type)]
        else:
            found.append(Column(part.key, kind, (part.name,)))
    if len({column.name for column in found}) < len(found):
        raise ExchangeError(f"{cls.__name__}: two columns of its table would have the same name")
    return tuple(found)


def _within(part: Part, kind: Kind, column: Column) -> Column:
    """A column of a record that stands in another."""
    return Column(
        name=f"{part.key}_{column.name}",
        kind=attrs.evolve(column.kind, optional=column.kind.optional or kind.optional),
        path=(part.name, *column.path),
        guarded=column.guarded or kind.optional,
    )


def is_spread(part: Part, cls: Any) -> bool:
    """Tell whether a field becomes several columns: a record that cannot be mistaken for a missing one."""
    kind = kind_of(part.type)
    if kind.sort is not Sort.RECORD or kind.type is cls:
        return False
    return not kind.optional or any(not column.kind.optional for column in columns_of(kind.type))


def rows_of(records: object) -> Sequence[Any]:
    """The records as a sequence.

    Raises:
        ExchangeError: If it is one record, or nothing that holds records.
    """
    if isinstance(records, (tuple, list)):
        return cast("Sequence[Any]", records)
    try:
        return tuple(records)  # type: ignore[arg-type]  # what is no iterable is refused here
    except TypeError:
        raise ExchangeError(f"needs records, such as a tuple of them, not {shown(records)}") from None


def class_of(rows: Sequence[Any], records: object, cls: type | None) -> Any:
    """The class of the rows; an empty result knows the class of what it holds.

    Raises:
        ExchangeError: If the first is no record, or there are none and no class is given.
    """
    kind: Any = cls if cls is not None else type(rows[0]) if rows else item_class(type(records))
    if kind is None or not is_record(kind):
        what = "no records, so no columns: name their class with cls=" if kind is None else f"needs records, not {kind}"
        raise ExchangeError(what)
    return kind


def check_class(rows: Sequence[Any], cls: type, start: int = 0) -> None:
    """Refuse rows of another class.

    Raises:
        ExchangeError: With the path of the first, counted from `start`.
    """
    if set(map(type, rows)) <= {cls}:
        return
    place = next(place for place, row in enumerate(rows) if type(row) is not cls)
    raise ExchangeError(f"needs {cls.__name__}, as the others, not {shown(rows[place])}", f"$[{start + place}]")
