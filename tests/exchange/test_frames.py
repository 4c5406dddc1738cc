"""Data frames in: decisions from pandas, polars and Arrow."""

from __future__ import annotations

import datetime
import sys
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from flanders_care.errors import ExchangeError, MissingExtraError
from flanders_care.exchange.arrow import to_arrow
from flanders_care.exchange.frames import decisions_from_frame
from flanders_care.model.decision import Decision

DATA: dict[str, list[Any]] = {
    "uuid": ["d1", "d2"],
    "titel": ["Blue Deal", None],
    "datum": ["2021-06-30", None],
    "tekst": ["De Vlaamse Regering keurt goed.", None],
    "stemmen": [3, 4],
}
COLUMNS = {"id": "uuid", "title": "titel", "date": "datum", "text": "tekst"}
EXPECTED = (
    Decision(id="d1", title="Blue Deal", date=datetime.date(2021, 6, 30), text="De Vlaamse Regering keurt goed."),
    Decision(id="d2", title=""),
)


@pytest.mark.parametrize(
    "make", [pd.DataFrame, pl.DataFrame, pl.LazyFrame, pa.table], ids=["pandas", "polars", "lazy", "arrow"]
)
def test_every_sort_of_frame(make: Any) -> None:
    """A frame of pandas or polars, lazy or not, and an Arrow table give the same decisions."""
    assert decisions_from_frame(make(DATA), columns=COLUMNS) == EXPECTED


@pytest.mark.parametrize(
    "dates",
    [
        pd.Series(pd.to_datetime(["2021-06-30T12:00", None])),
        pd.Series([datetime.date(2021, 6, 30), None]),
        pd.Series(["2021-06-30T23:59:59Z", None]),
        pd.Series(["2021-06-30", pd.NA], dtype="string"),
    ],
    ids=["timestamps", "dates", "texts", "strings"],
)
def test_dates(dates: Any) -> None:
    """Days may be timestamps, dates or texts with a time behind; an empty cell is no date."""
    found = decisions_from_frame(pd.DataFrame(DATA | {"datum": dates}), columns=COLUMNS)
    assert [decision.date for decision in found] == [datetime.date(2021, 6, 30), None]


def test_columns_of_our_own_names() -> None:
    """Without `columns`, the columns that have our names are taken: our own table comes back."""
    decisions = (Decision(id="d1", title="x", kind="nota", url="https://x", text="y"), Decision(id="d2", title="z"))
    assert decisions_from_frame(pl.DataFrame(to_arrow(decisions))) == decisions


@pytest.mark.parametrize(
    ("data", "columns", "path", "words"),
    [
        ({"id": ["a"]}, None, "$", "needs a column for 'title'"),
        (DATA, {"id": "uuid", "title": "title"}, "$.title", "no column 'title' for 'title'; there are uuid, titel"),
        (DATA, {"id": "uuid", "title": "titel", "price": "stemmen"}, "$", "no field 'price'"),
        (DATA, {"id": "stemmen", "title": "titel"}, "$[0].stemmen", "needs a text for 'id', not int (3)"),
        ({"id": ["a", None], "title": ["x", "y"]}, None, "$[1].id", "needs a text for 'id'"),
        ({"id": ["a", " "], "title": ["x", "y"]}, None, "$[1]", "not empty"),
        ({"id": ["a", "a"], "title": ["x", "y"]}, None, "$[1].id", "the id 'a' stands in row 0 already"),
        ({"id": ["a", "b"], "title": ["x", 7]}, None, "$[1].title", "needs a text for 'title', not int (7)"),
        ({"id": ["a"], "title": ["x"], "date": ["2021-02-31"]}, None, "$[0].date", "needs a date"),
        ({"id": ["a"], "title": ["x"], "date": ["30/06/2021"]}, None, "$[0].date", "needs a date"),
        ({"id": ["a"], "title": ["x"], "date": [20210630]}, None, "$[0].date", "needs a date"),
    ],
)
def test_refused(data: dict[str, Any], columns: dict[str, str] | None, path: str, words: str) -> None:
    """A column that is missing, and a cell of another type, are refused with row and column."""
    with pytest.raises(ExchangeError) as caught:
        decisions_from_frame(pd.DataFrame(data), columns=columns)
    assert (caught.value.path, words in caught.value.message) == (path, True), caught.value


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame([["a", "x", "y"]], columns=["id", "title", "title"]),
        pa.Table.from_arrays([pa.array(["a"])] * 3, names=["id", "title", "title"]),
    ],
    ids=["pandas", "pyarrow"],
)
def test_duplicate_columns(frame: Any) -> None:
    """A column that stands there twice is refused: nobody can say which is meant."""
    with pytest.raises(ExchangeError, match="'title' stands there twice") as caught:
        decisions_from_frame(frame)
    assert caught.value.path == "$.title"


@pytest.mark.parametrize("frame", [[{"id": "a"}], "text", None, 7])
def test_no_frame(frame: Any) -> None:
    """What is no data frame is refused."""
    with pytest.raises(ExchangeError, match="needs a data frame"):
        decisions_from_frame(frame)


def test_missing_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without narwhals the error says what to install."""
    monkeypatch.setitem(sys.modules, "narwhals", None)
    with pytest.raises(MissingExtraError, match=r'pip install "flanders-care\[frames\]"'):
        decisions_from_frame(pd.DataFrame(DATA))
