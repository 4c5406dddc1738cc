"""Dates as exact as stated."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given

from flanders_care.errors import InvalidValueError
from flanders_care.period import PartialDate
from flanders_care.testing import strategies


@given(strategies.partial_dates())
def test_iso_both_ways(date: PartialDate) -> None:
    """Reading the ISO text gives the same date, and the days that it can mean lie within it."""
    assert PartialDate.parse(date.iso) == date
    assert date.first_day <= date.last_day
    assert date.first_day.isoformat().startswith(date.iso)
    assert date.last_day.isoformat().startswith(date.iso)
    assert (date.last_day + datetime.timedelta(1)).isoformat()[: len(date.iso)] != date.iso


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019", "2019-01-01", "2019-12-31"),
        ("2020-07-14", "2020-07-14", "2020-07-14"),
        ("9999-12", "9999-12-01", "9999-12-31"),
    ],
)
def test_days_that_it_can_mean(text: str, first: str, last: str) -> None:
    """A month has its own last day, also in a leap year and at the end of the calendar."""
    date = PartialDate.parse(text)
    assert (date.first_day.isoformat(), date.last_day.isoformat()) == (first, last)
    assert (str(date), repr(date)) == (text, f"PartialDate('{text}')")


@pytest.mark.parametrize(
    "text",
    ["", "20", "2020-1", "2020-13", "2020-00", "0000", "2021-02-29", "2020-01-32", "2020/01", "٢٠٢٠", "2020-01-01T00"],
)
def test_no_dates(text: str) -> None:
    """What is no date, or in other digits, is refused."""
    with pytest.raises(InvalidValueError, match="PartialDate"):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    "fields", [{"year": "2020"}, {"year": 0}, {"year": 2020, "day": 3}, {"year": 2020, "month": True}]
)
def test_no_fields(fields: dict[str, object]) -> None:
    """A day without its month, or a year that is none, is refused."""
    with pytest.raises(InvalidValueError, match="PartialDate"):
        PartialDate(**fields)  # type: ignore[arg-type]
