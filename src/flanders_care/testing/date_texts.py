"""Dutch texts with the dates that stand in them: days, months, years and periods in every form."""

from __future__ import annotations

import datetime
from typing import Final

import attrs
from hypothesis import strategies as st


@attrs.frozen(kw_only=True)
class DateText:
    """A text whose dates are known.

    Attributes:
        text: Dutch sentences.
        dates: ISO dates, as exact as written, in text order; the text holds no other.
    """

    text: str
    dates: tuple[str, ...]


_MONTHS: Final = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
_WEEKDAYS: Final = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_DAY_FRAMES: Final = (
    "Op {} keurde de Vlaamse Regering het plan goed.",
    "Het besluit van {} treedt in werking.",
    "De projecten starten uiterlijk op {}.",
)
_MONTH_FRAMES: Final = ("De oproep sluit in {}.", "Sinds {} loopt het proefproject.", "Eind {} volgt een evaluatie.")
_YEAR_FRAMES: Final = (
    "Tegen {} is het plan uitgevoerd.",
    "Sinds {} loopt het proefproject.",
    "In {} volgt een evaluatie.",
)
_PERIOD_FRAMES: Final = ("Het programma loopt in de periode {}.", "Dat staat in het beleidsplan {}.")
_BESIDE: Final = (
    "Er werden 2.000 woningen gebouwd.",
    "De subsidie bedraagt 12,5 miljoen euro.",
    "Bel 02 553 12 11 of kom naar 1000 Brussel.",
    "Het terrein meet 2.019 m2.",
)


def written_day(day: datetime.date) -> str:
    """Write a day as press releases do: `woensdag 30 juni 2021`."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def _day_forms(day: datetime.date) -> list[str]:
    written = written_day(day)
    return [
        written.partition(" ")[2],
        written,
        f"{day.day:02}/{day.month:02}/{day.year}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day:02}-{day.month:02}-{day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
        day.isoformat(),
    ]


@st.composite
def written_dates(draw: st.DrawFn) -> tuple[str, tuple[str, ...]]:
    """Draw one Dutch sentence with its dates: a day, a month, a year, or a period in two forms."""
    day = draw(st.dates(datetime.date(1990, 1, 1), datetime.date(2049, 12, 31)))
    year = str(day.year)
    later = str(day.year + draw(st.integers(1, 9)))
    kind = draw(st.sampled_from(["day", "month", "year", "period", "from"]))
    if kind == "day":
        form = draw(st.sampled_from(_day_forms(day)))
        return draw(st.sampled_from(_DAY_FRAMES)).format(form), (day.isoformat(),)
    if kind == "month":
        frame = draw(st.sampled_from(_MONTH_FRAMES))
        return frame.format(f"{_MONTHS[day.month - 1]} {year}"), (f"{year}-{day.month:02}",)
    if kind == "year":
        return draw(st.sampled_from(_YEAR_FRAMES)).format(year), (year,)
    if kind == "period":
        between = draw(st.sampled_from(["-", "–", " – "]))
        return draw(st.sampled_from(_PERIOD_FRAMES)).format(f"{year}{between}{later}"), (year,)
    return f"Het programma loopt van {year} tot {later}.", (year, later)


@st.composite
def dutch_date_texts(draw: st.DrawFn, *, max_dates: int = 2) -> DateText:
    """Draw a Dutch text with its known reading over the whole grammar of dates.

    Args:
        draw: Given by hypothesis.
        max_dates: Most sentences with a date.

    Returns:
        The text and the dates in it, as exact as written; of a period that is written as one (`2014-2020`) its first
        year. Between them stand counts, sums, telephone numbers and postal codes that are no dates.

    Example:
        >>> from hypothesis import find
        >>> find(dutch_date_texts(max_dates=1), lambda drawn: "1 januari 2000" in drawn.text).dates
        ('2000-01-01',)
    """
    sentences: list[str] = []
    dates: list[str] = []
    for sentence, found in draw(st.lists(written_dates(), min_size=1, max_size=max_dates)):
        sentences += [*draw(st.lists(st.sampled_from(_BESIDE), max_size=1)), sentence]
        dates += found
    sentences += draw(st.lists(st.sampled_from(_BESIDE), max_size=1))
    return DateText(text=" ".join(sentences), dates=tuple(dates))
