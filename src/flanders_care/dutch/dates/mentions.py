"""Dates as a document states them: days, months and years, never more exact than written.

A glued range (``2014 – 2020``, ``2019/2020``, the school year ``2021-2022``) is one mention whose ``iso`` is its first
year and whose ``until`` is its last; of a range in words (``van 2014 tot 2020``) each end is a mention. A day or month
that is not written is never made up: ``mei 2020`` is ``2020-05``, ``14 juli`` without a year is no mention, and
``31 februari 2021`` is no date at all. Links hold no dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from flanders_care.arguments import one_of
from flanders_care.dutch.dates.words import DAY_WORDS, MONTH_NUMBERS, YEAR_WORDS, read_number
from flanders_care.dutch.text.wordlists import read_group, read_words
from flanders_care.errors import InvalidValueError
from flanders_care.fields import instance_of, text_field
from flanders_care.period import PartialDate
from flanders_care.regex import regex

_ENGLISH = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = "|".join(sorted(MONTH_NUMBERS, key=lambda name: (-len(name), name)))
_WEEKDAY = (
    r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?:ma|di|wo|do|vr|za|zo)\.?)"
)
_YEAR = r"(?:1[5-9]|20)\d\d"
_B = r"\s{1,6}"
_TO = r"(?:tot en met|tot|t/m|t\.e\.m\.|-|–|—)"
_DATE = regex(
    rf"(?P<link>(?:https?://|www\.)\S+)"
    rf"|(?<![\w/.,-])(?P<iso_y>{_YEAR})(?P<iso_s>[-/.])(?P<iso_m>\d\d)(?P=iso_s)(?P<iso_d>\d\d)(?![\d])"
    rf"|(?<![\w/.,])(?<!(?<!\d{{4}})-)(?P<num_d>\d{{1,2}})(?P<num_s>[-/.])(?P<num_m>\d{{1,2}})(?P=num_s)(?P<num_y>{_YEAR}|\d\d)(?![\w/])"
    rf"|(?<![\w.,])(?P<from_d>\d{{1,2}}){_B}(?P<from_m>{_MONTH})(?={_B}{_TO}{_B}\d{{1,2}}{_B}(?:{_MONTH}){_B}(?P<from_y>{_YEAR}))"
    rf"|(?<![\w.,])(?P<span_d>\d{{1,2}})(?=\s{{0,3}}{_TO}\s{{0,3}}\d{{1,2}}{_B}(?P<span_m>{_MONTH}){_B}(?P<span_y>{_YEAR}))"
    rf"|(?<![\w.,])(?:{_WEEKDAY},?{_B})?(?P<day_d>\d{{1,2}}|{DAY_WORDS})(?:ste|st|nd|rd|th|de|e)?{_B}(?:of{_B})?"
    rf"(?P<day_m>{_MONTH})\.?,?{_B}(?P<day_y>{_YEAR}|{YEAR_WORDS})(?!\d)"
    rf"|(?<!\w)(?:{_WEEKDAY},?{_B})?(?P<en_m>{_ENGLISH}){_B}(?P<en_d>\d{{1,2}})(?:st|nd|rd|th)?,?{_B}(?P<en_y>{_YEAR})(?!\d)"
    rf"|(?<!\w)(?P<half_m>{_MONTH})(?={_B}(?:{_TO}|en){_B}(?:{_MONTH})\.?{_B}(?P<half_y>{_YEAR})(?!\d))"
    rf"|(?<!\w)(?P<month_m>{_MONTH})\.?{_B}(?:van{_B})?(?P<month_y>{_YEAR}|{YEAR_WORDS})(?!\d)"
    rf"|(?<!\w)(?P<words>{YEAR_WORDS})"
    rf"|(?<![\w/.,-])(?P<slash_m>0?[1-9]|1[0-2])/(?P<slash_y>{_YEAR})(?![\w/])"
    rf"|(?<![\w.,=_/+%#€$])(?P<first>{_YEAR})(?P<range>\s?[-–—/]\s?)(?P<last>{_YEAR}|\d\d)(?![\d/\-])(?![.,]\d)"
    rf"|(?<![\w.,=_/+%#€$])(?P<year>{_YEAR})(?![\d%€]|/\d)",
    re.IGNORECASE,
)
_DIGITS = r"\d(?:\d{3}|\d?[./-]\d)"
_HINT = regex(_DIGITS)
_HINT_IN_WORDS = regex(rf"{_DIGITS}|tweeduizend|negentienhonderd", re.IGNORECASE)
_IN_WORDS = regex(r"[dD]uizend|[hH]onderd")
_BLANK = regex(r"\s")
_REACH = 48
_NOTE = regex(r"\.\d{1,2}(?:,\d{1,2})*(?=\s*$|\s+[A-ZÀ-Þ(‘“]|\s*\n)")
_WORD_BEFORE = regex(r"([^\s(]{1,24})\s{1,3}[(‘“']?$")
_WORD_AFTER = regex(r"\s{1,3}([^\s,.;:)]{1,24})")
_YEAR_CUES = read_group("year cues")
_NO_YEAR_BEFORE = read_group("no year")
_POSTAL = read_group("postal codes")


@attrs.frozen(kw_only=True)
class DateMention:
    """One date in a text.

    Attributes:
        start: First character in the text.
        end: One past the last character.
        quote: The words, exactly: ``text[start:end]``.
        iso: ISO 8601, as exact as written: ``"2020-07-14"``, ``"2014-11"``, ``"2019"``; of a range its first year.
        until: The last year of a range (``"2024"`` of ``2017-2024``), else None.

    Example:
        >>> read_dates("eind november 2021")[0].iso
        '2021-11'
    """

    start: int = attrs.field(validator=instance_of(int))
    end: int = attrs.field(validator=instance_of(int))
    quote: str = attrs.field(validator=text_field)
    iso: str = attrs.field(validator=text_field)
    until: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))

    @property
    def date(self) -> PartialDate:
        """The date as a value, to compare and to take the first or last day of; of a range its first year."""
        return PartialDate.parse(self.iso)


def read_dates(text: str) -> tuple[DateMention, ...]:
    """Find the dates in a text.

    Args:
        text: Dutch prose; English dates are read too. Line ends may stand inside a date.

    Returns:
        The mentions in text order; none overlap. Numbers that are no years (``2.000 m2``, ``art. 2019``,
        ``1992 woningen``, telephone numbers, postal codes) are left out, and so is what stands in links.

    Example:
        >>> [(date.quote, date.iso) for date in read_dates("Op 14 juli 2020, in de periode 2017-2024.")]
        [('14 juli 2020', '2020-07-14'), ('2017-2024', '2017')]
    """
    one_of(str, text, "text")
    matches = (match for start, end in _windows(text) for match in _DATE.finditer(text, start, end))
    return tuple(mention for match in matches if (mention := _read_match(text, match)) is not None)


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches that may hold a date, whole words only: a long text holds few."""
    start, end = 0, 0
    hints = _HINT if _IN_WORDS.search(text) is None else _HINT_IN_WORDS
    for hint in hints.finditer(text):
        if hint.start() - _REACH > end:
            if end:
                yield start, end
            start = _blank_before(text, hint.start() - _REACH, end)
        reach = min(len(text), hint.end() + _REACH)
        if reach > end:
            blank = _BLANK.search(text, reach)
            end = blank.start() if blank else len(text)
    if end:
        yield start, end


def _blank_before(text: str, position: int, limit: int) -> int:
    """Return where the word at ``position`` begins, not before ``limit``."""
    while position > limit and not text[position - 1].isspace():
        position -= 1
    return max(position, limit)


def _read_match(text: str, match: re.Match[str]) -> DateMention | None:
    """Return the mention of one match, or None for a link or a false date."""
    kind = match.lastgroup
    if kind is None or kind == "link":
        return None
    if kind == "last":
        return _read_range(text, match)
    if kind == "words":
        counted = _following_word(text, match.end()) in read_words("dutch/dates/counted_nouns.txt")
        return None if counted else _mention(text, *match.span("words"), iso=str(read_number(match["words"])))
    if kind == "year":
        real = _is_year(text, match.start("year"), match.end("year"))
        return _mention(text, *match.span("year"), iso=match["year"]) if real else None
    form = kind.removesuffix("_y").removesuffix("_d")
    iso = _iso(match[f"{form}_y"], match[f"{form}_m"], match.groupdict().get(f"{form}_d"))
    return None if iso is None else _mention(text, match.start(), match.end(), iso=iso)


def _mention(text: str, start: int, end: int, *, iso: str, until: str | None = None) -> DateMention:
    return DateMention(start=start, end=end, quote=text[start:end], iso=iso, until=until)


def _iso(year: str, month: str, day: str | None) -> str | None:
    """Return the date in ISO 8601, or None for a day that the calendar does not know."""
    century = 2000 if len(year) == 2 else 0
    number = MONTH_NUMBERS.get(month.lower()) or int(month)
    try:
        return PartialDate(
            year=read_number(year) + century, month=number, day=None if day is None else read_number(day)
        ).iso
    except InvalidValueError:
        return None


def _read_range(text: str, match: re.Match[str]) -> DateMention | None:
    """Return the mention of ``2014-2020``, ``2019/2020`` or ``2021-22``; ``2020-07`` is a month, ``2010/31`` an act."""
    first, last = match["first"], match["last"]
    start, end = match.start("first"), match.end("last")
    if len(last) == 4:
        return _mention(text, start, end, iso=first, until=last) if _is_year(text, start, end) else None
    if (int(first) + 1) % 100 == int(last):
        return _mention(text, start, end, iso=first, until=first[:2] + last)
    if match["range"] == "-" and 1 <= int(last) <= 12:
        return _mention(text, start, end, iso=f"{first}-{last}")
    return None if "/" in match["range"] else _mention(text, *match.span("first"), iso=first)


def _following_word(text: str, end: int) -> str:
    after = _WORD_AFTER.match(text, end)
    return after[1].lower() if after else ""


def _is_year(text: str, start: int, end: int) -> bool:
    """Tell a year from a count, a number in a reference, a telephone number or a postal code."""
    if text[end : end + 1] in {".", ","} and text[end + 1 : end + 2].isdigit() and not _NOTE.match(text, end):
        return False
    if text[start - 1 : start] == "-" and not text[max(0, start - 2) : start - 1].isalpha():
        return False
    before = _WORD_BEFORE.search(text, max(0, start - 28), start)
    previous = before[1].lower() if before else ""
    if previous in _NO_YEAR_BEFORE or (previous.isdigit() and len(previous) < 4):
        return False
    if previous in _YEAR_CUES:
        return True
    following = _following_word(text, end)
    if (
        following in _POSTAL
        or following in read_words("dutch/dates/counted_nouns.txt")
        or re.fullmatch(r"\d{3}", following)
    ):
        return False
    return int(text[start : start + 4]) >= 1900
