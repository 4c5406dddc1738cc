"""Data frames in: decisions from a table of pandas, polars or Arrow (extra `frames`)."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Mapping
from typing import Any, Final

from flanders_care.errors import ExchangeError, InvalidValueError, MissingExtraError
from flanders_care.fields import shown
from flanders_care.model.decision import Decision

_TEXTS: Final = ("id", "title", "text", "kind", "url")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
_READ: Final = (*_TEXTS, "date")


def decisions_from_frame(frame: Any, *, columns: Mapping[str, str] | None = None) -> tuple[Decision, ...]:
    """Read decisions from a data frame.

    Args:
        frame: A data frame of pandas or polars, or an Arrow table.
        columns: For each field of `Decision` the column that holds it, such as `{"id": "uuid", "title": "titel"}`.
            The fields are `id`, `title`, `text`, `kind`, `url` and `date`; without it, columns with these names are
            taken. `id` and `title` are needed.

    Returns:
        One decision a row, in the order of the rows.

    Raises:
        MissingExtraError: If narwhals is not installed.
        ExchangeError: If a column is missing or stands there twice, or a cell holds another type than its column
            should; the path is `$[row].column`.

    Example:
        >>> import pandas as pd
        >>> frame = pd.DataFrame({"uuid": ["d1"], "titel": ["Blue Deal"], "datum": ["2021-06-30"]})
        >>> decisions_from_frame(frame, columns={"id": "uuid", "title": "titel", "date": "datum"})[0].date
        datetime.date(2021, 6, 30)
    """
    table = _narwhals_frame(frame)
    taken = _taken(columns, _names_of(table))
    values = {field: _cells(table[name]) for field, name in taken.items()}
    ids: dict[str, int] = {}
    found: list[Decision] = []
    for place in range(len(values["id"])):
        found.append(_decision(place, {field: (taken[field], cells[place]) for field, cells in values.items()}))
        first = ids.setdefault(found[-1].id, place)
        if first != place:
            raise ExchangeError(f"the id {found[-1].id!r} stands in row {first} already", f"$[{place}].{taken['id']}")
    return tuple(found)


def _narwhals_frame(frame: Any) -> Any:
    try:
        import narwhals as nw
    except ImportError:
        raise MissingExtraError("frames", "decisions_from_frame") from None
    names = _names_of(frame)
    twins = sorted({str(name) for name in names if names.count(name) > 1})
    if twins:  # narwhals refuses them too, each frame with an error of its own
        raise ExchangeError(f"the column {twins[0]!r} stands there twice: rename one", f"$.{twins[0]}")
    try:
        table = nw.from_native(frame)
    except TypeError:
        raise ExchangeError(f"needs a data frame of pandas, polars or Arrow, not {type(frame).__name__}") from None
    return table.collect() if isinstance(table, nw.LazyFrame) else table


def _names_of(frame: Any) -> list[Any]:
    """The names of the columns, as far as this sort of frame tells them without work."""
    names = getattr(frame, "column_names", None)
    if names is None and not hasattr(frame, "collect"):  # asking a lazy frame for its columns costs a query
        names = getattr(frame, "columns", None)
    return [] if names is None or not hasattr(names, "__iter__") else list(names)


def _taken(columns: Mapping[str, str] | None, names: list[Any]) -> dict[str, str]:
    """Which column holds which field."""
    wanted = dict(columns) if columns is not None else {field: field for field in _READ if field in names}
    unknown = sorted(set(wanted) - set(_READ))
    if unknown:
        raise ExchangeError(f"a decision has no field {unknown[0]!r} to fill: name some of {', '.join(_READ)}")
    missing = [field for field in ("id", "title") if field not in wanted]
    if missing:
        raise ExchangeError(f"needs a column for {missing[0]!r}: columns={{{missing[0]!r}: ...}}")
    for field, name in wanted.items():
        if name not in names:
            known = ", ".join(str(known) for known in names)
            raise ExchangeError(f"no column {name!r} for {field!r}; there are {known or 'none'}", f"$.{name}")
    return wanted


def _decision(place: int, cells: dict[str, tuple[str, Any]]) -> Decision:
    fields: dict[str, Any] = {}
    for field, (name, value) in cells.items():
        path = f"$[{place}].{name}"
        fields[field] = _date(value, path) if field == "date" else _text(value, path, field)
    fields = {field: value for field, value in fields.items() if value is not None or field in ("id", "title")}
    if fields["title"] is None:
        fields["title"] = ""
    try:
        return Decision(**fields)
    except InvalidValueError as error:
        raise ExchangeError(str(error), f"$[{place}]") from None


def _cells(series: Any) -> list[Any]:
    """The cells of a column, with `None` for each that is empty: null, NaN, or the NaT and NA of pandas."""
    cells = zip(series.to_list(), series.is_null().to_list(), strict=True)
    return [None if gone or (isinstance(cell, float) and math.isnan(cell)) else cell for cell, gone in cells]


def _text(value: Any, path: str, field: str) -> str | None:
    if value is None and field != "id":
        return None
    if not isinstance(value, str):
        raise ExchangeError(f"needs a text for {field!r}, not {type(value).__name__} ({shown(value)})", path)
    return value


def _date(value: Any, path: str) -> datetime.date | None:
    if value is None:
        return None
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    # a time behind the day is cut off; the calendar is checked, week and ordinal dates are not what people write
    if isinstance(value, str) and _DAY.match(value):
        try:
            return datetime.date.fromisoformat(value[:10])
        except ValueError:
            pass
    raise ExchangeError(f"needs a date, such as 2021-06-30, not {shown(value)}", path)
