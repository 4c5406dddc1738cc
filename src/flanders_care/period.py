"""Dates as exact as a document states them, and no more exact than that."""

from __future__ import annotations

import calendar
import datetime
import re
from typing import Any

import attrs

from flanders_care.errors import InvalidValueError
from flanders_care.fields import instance_of, shown
from flanders_care.rendering import Shown

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def _optional_between(low: int, high: int) -> Any:
    def check(instance: Any, attribute: attrs.Attribute[Any], value: int | None) -> None:
        if value is not None and not low <= value <= high:
            raise InvalidValueError(f"PartialDate.{attribute.name}: needs {low}..{high}, not {value}")

    return check


@attrs.frozen(kw_only=True, repr=False)
class PartialDate(Shown):
    """A day, a month or a year: a document that says `mei 2020` names no day, and none is invented.

    Attributes:
        year: 1..9999.
        month: 1..12, or `None` where only the year is stated.
        day: 1..31 as the month allows, or `None` where no day is stated.

    Example:
        >>> deadline = PartialDate.parse("2025-05")
        >>> deadline.iso, deadline.last_day
        ('2025-05', datetime.date(2025, 5, 31))
        >>> PartialDate.parse("2021-02-31")
        Traceback (most recent call last):
        flanders_care.errors.InvalidValueError: PartialDate.day: 2021-02 has no day 31
    """

    year: int = attrs.field(validator=[instance_of(int), _optional_between(1, 9999)])
    month: int | None = attrs.field(default=None, validator=[instance_of(int, optional=True), _optional_between(1, 12)])
    day: int | None = attrs.field(default=None, validator=[instance_of(int, optional=True), _optional_between(1, 31)])

    def __attrs_post_init__(self) -> None:
        if self.day is None:
            return
        if self.month is None:
            raise InvalidValueError("PartialDate.day: a day needs its month")
        if self.day > calendar.monthrange(self.year, self.month)[1]:
            raise InvalidValueError(f"PartialDate.day: {self.year:04}-{self.month:02} has no day {self.day}")

    @classmethod
    def parse(cls, iso: str) -> PartialDate:
        """Read `"2020-07-14"`, `"2014-11"` or `"2019"`.

        Raises:
            InvalidValueError: If the text is none of the three forms, or no day of the calendar.
        """
        match = _ISO.fullmatch(iso)
        if match is None:
            raise InvalidValueError(f"PartialDate: needs YYYY, YYYY-MM or YYYY-MM-DD, not {shown(iso)}")
        year, month, day = (None if part is None else int(part) for part in match.groups())
        return cls(year=year or 0, month=month, day=day)

    @property
    def iso(self) -> str:
        """ISO 8601, as exact as known: `"2020-07-14"`, `"2014-11"`, `"2019"`."""
        text = f"{self.year:04}"
        if self.month is not None:
            text += f"-{self.month:02}"
        return text if self.day is None else f"{text}-{self.day:02}"

    @property
    def first_day(self) -> datetime.date:
        """The earliest day that it can mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> datetime.date:
        """The latest day that it can mean."""
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        return self.iso

    def __repr__(self) -> str:
        return f"PartialDate('{self.iso}')"
