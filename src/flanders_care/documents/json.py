"""JSON of any shape to values, one after another: lines, one document, or what a broken one still holds."""

from __future__ import annotations

import itertools
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from flanders_care.documents.files import SIZE_LIMIT
from flanders_care.fields import instance_of
from flanders_care.regex import regex

_ARRAY = regex(r'"(?:data|news-item-infos|items|results?|decisions)"\s{0,99}:\s{0,99}\[')
_START = regex(r"[\s\ufeff\[]*")
_GAP = regex(r"[\s,]*")
_RECORD = regex(r"[\ufeff \t\r\n]*\{[\ufeff \t\r\n]*[^\ufeff \t\r\n]")
_BLANK = "\ufeff \t\r\n"


@attrs.frozen(kw_only=True)
class JsonLine:
    """One line of a file.

    Attributes:
        number: From 1.
        text: The line, or `None` where it is too long to be read.
        guessed: Whether it is no UTF-8 and was read as Windows-1252.
    """

    number: int = attrs.field(validator=instance_of(int))
    text: str | None = attrs.field(validator=instance_of(str, optional=True))
    guessed: bool = attrs.field(default=False, validator=instance_of(bool))


@attrs.frozen(kw_only=True)
class Flaw:
    """Something that is not as JSON wants it.

    Attributes:
        code: `broken-json`, `cut-json`, `deep-json`, `line-too-long`, `guessed-encoding`, `not-a-number`
            or `duplicate-key`.
        message: What and where.
        line: Number of the line where the value starts.
    """

    code: str = attrs.field(validator=instance_of(str))
    message: str = attrs.field(validator=instance_of(str))
    line: int = attrs.field(validator=instance_of(int))


def read_values(lines: Iterable[JsonLine], *, limit: int = SIZE_LIMIT) -> Iterator[tuple[int, Any] | Flaw]:
    """Read JSON values from lines, keeping what is good.

    Args:
        lines: The lines of a file in order, blank ones included.
        limit: Most characters of one document that runs over several lines.

    Yields:
        Pairs of line number and value; a `Flaw` for each thing that is not as it should be, before the value it
        concerns.
    """
    stream = _usable(lines)
    for item in stream:
        if isinstance(item, Flaw):
            yield item
            continue
        value, flaws = _parse(item)
        if value is None:
            yield from _several_lines(item, stream, limit)
        else:
            yield from flaws
            yield item.number, value
            yield from _each_line(stream)


def _usable(lines: Iterable[JsonLine]) -> Iterator[JsonLine | Flaw]:
    for line in lines:
        if line.text is None:
            message = "the line is too long to be one record and is passed over"
            yield Flaw(code="line-too-long", message=message, line=line.number)
        elif line.text.strip(_BLANK):
            if line.guessed:
                message = "read as Windows-1252, for it is no UTF-8; save it as UTF-8 if letters look wrong"
                yield Flaw(code="guessed-encoding", message=message, line=line.number)
            yield line


def _each_line(stream: Iterable[JsonLine | Flaw]) -> Iterator[tuple[int, Any] | Flaw]:
    for item in stream:
        if isinstance(item, Flaw):
            yield item
            continue
        value, flaws = _parse(item)
        yield from flaws
        if value is not None:
            yield item.number, value


def _several_lines(first: JsonLine, stream: Iterator[JsonLine | Flaw], limit: int) -> Iterator[tuple[int, Any] | Flaw]:
    """Read on after a first line that is no value: one document over many lines, or lines of which the first is bad."""
    gathered: list[JsonLine | Flaw] = [first]
    size = len(first.text or "")
    for item in stream:
        gathered.append(item)
        size += len(item.text or "") if isinstance(item, JsonLine) else 0
        if size > limit:
            yield from _each_line(itertools.chain(gathered, stream))
            return
    texts = [item.text for item in gathered if isinstance(item, JsonLine) and item.text is not None]
    whole = JsonLine(number=first.number, text="\n".join(texts))
    value, flaws = _parse(whole)
    if value is not None:
        yield from (item for item in gathered if isinstance(item, Flaw))
        yield from flaws
        yield first.number, value
    elif len(texts) > 1 and 2 * sum(_RECORD.match(text) is not None for text in texts) > len(texts):
        # most lines start as a record does: then each stands for itself, whatever is wrong with one
        yield from _each_line(gathered)
    else:
        yield from flaws
        yield from _salvage(whole)


def _parse(line: JsonLine) -> tuple[Any, list[Flaw]]:
    """Read one value; no value where the text is no JSON."""
    reader = _Reader(line.number)
    text = (line.text or "").strip(_BLANK)
    try:
        value = reader.decoder.decode(text)
    except RecursionError:
        reader.note("deep-json", "brackets are nested too deeply to be a decision")
    except ValueError as error:
        reader.note("broken-json", f"no JSON: {error.msg if isinstance(error, json.JSONDecodeError) else error}")
    else:
        if type(value) in (dict, list):
            return value, reader.flaws
        reader.note("broken-json", f"no record but {type(value).__name__}")
    return None, reader.flaws


def _salvage(whole: JsonLine) -> Iterator[tuple[int, Any] | Flaw]:
    """Read the good records at the start of a document that breaks off."""
    text = whole.text or ""
    array = _ARRAY.search(text)
    at = _end(_GAP, text, array.end() if array else _end(_START, text, 0))
    reader = _Reader(whole.number)
    kept = 0
    while at < len(text):
        try:
            value, at = reader.decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        if isinstance(value, dict):
            kept += 1
            yield from reader.flaws
            reader.flaws.clear()
            yield whole.number, value
        at = _end(_GAP, text, at)
    if kept:
        message = f"kept the first {kept} records; {len(text) - at} characters after them are lost"
        yield Flaw(code="cut-json", message=message, line=whole.number)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where the run of blanks, commas or brackets at this place ends."""
    found = pattern.match(text, at)
    return at if found is None else found.end()


class _Reader:
    """A JSON decoder that notes what JSON does not allow and Python's decoder lets pass."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.flaws: list[Flaw] = []
        self.decoder = json.JSONDecoder(object_pairs_hook=self._object, parse_constant=self._constant)

    def note(self, code: str, message: str) -> None:
        self.flaws.append(Flaw(code=code, message=message, line=self.line))

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        result = dict(pairs)
        if len(result) < len(pairs):
            often = Counter(key for key, _ in pairs)
            twice = ", ".join(repr(key) for key, times in often.items() if times > 1)
            self.note("duplicate-key", f"the keys {twice} stand more than once in one record; the last value counts")
        return result

    def _constant(self, name: str) -> None:
        self.note("not-a-number", f"{name} is no JSON value and is read as null")
