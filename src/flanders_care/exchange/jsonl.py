"""JSON lines: one record a line, streamed both ways, for corpora that are too large for one text.

The first line says the version and, where it is known, how many records follow, so that a file that was cut is not
taken for a whole one (`{"schema_version":1,"type":"Lines","records":2}`); each other line says what it holds. Files may
be put one behind the other.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sized
from pathlib import Path
from typing import Any, Final, cast

from flanders_care.errors import ExchangeError, UnreadableError
from flanders_care.exchange.envelope import SCHEMA_VERSION, check_version, enveloped
from flanders_care.exchange.kinds import kind_of, parts_of
from flanders_care.exchange.plain import structured
from flanders_care.exchange.text import is_object, parse_json, write_json
from flanders_care.fields import shown
from flanders_care.model.corpus import Corpus

GROUPS: Final[dict[str, type]] = {part.name: kind_of(part.type).inner[0] for part in parts_of(Corpus)}
"""The fields of a corpus with the class of their records."""

LINE_TYPES: Final[dict[str, type]] = {cls.__name__: cls for cls in GROUPS.values()}
"""The classes that a line may hold, by name; `read_lines(..., types=...)` takes others."""


def dump_lines(records: Iterable[object]) -> Iterator[str]:
    """Write records as lines, one by one.

    Args:
        records: Records of any class; any attrs class with typed fields will do.

    Yields:
        The first line with the version and the number of records where it is known, then one line a record, each
        ending in a newline.

    Raises:
        ExchangeError: If an item is no record or holds what JSON cannot; the path counts items from 0.

    Example:
        >>> from flanders_care.model.actor import Actor
        >>> print(*dump_lines([Actor(id="actor:vito", name="VITO")]), sep="", end="")
        {"schema_version":1,"type":"Lines","records":1}
        {"type":"Actor","id":"actor:vito","name":"VITO","kind":null,"aliases":[],"sources":[]}
    """
    head: dict[str, object] = {"schema_version": SCHEMA_VERSION, "type": "Lines"}
    if isinstance(records, Sized):
        head["records"] = len(records)
    yield write_json(head) + "\n"
    for place, record in enumerate(records):
        try:
            yield _line(record)
        except ExchangeError as error:
            raise ExchangeError(error.message, f"$[{place}]") from None


def _line(record: object) -> str:
    plain = enveloped(record)
    if not is_object(plain):  # several records, or one that is one text, such as a date
        raise ExchangeError(f"needs a record, not {type(record).__name__} ({shown(record)})")
    del plain["schema_version"]  # it stands on the first line, once
    return write_json(plain) + "\n"


def write_lines(records: Iterable[object], path: str | os.PathLike[str]) -> int:
    """Write records to a file as JSON lines, holding no more than one in memory.

    Args:
        records: Records of any class.
        path: The file; what is there is replaced.

    Returns:
        How many records were written.

    Raises:
        UnreadableError: If the file cannot be written.
        ExchangeError: As `dump_lines`.
    """
    count = 0
    try:
        with Path(path).open("wb") as file:
            for count, line in enumerate(dump_lines(records)):  # noqa: B007 - the count is used behind the loop
                file.write(line.encode())
    except OSError as error:
        raise UnreadableError(str(path), error.strerror or "cannot be written", "check the folder") from None
    return count


def parse_lines(lines: Iterable[str | bytes], *, types: Iterable[type] = ()) -> Iterator[Any]:
    """Read JSON lines, one record at a time.

    Args:
        lines: The lines; empty ones are passed over.
        types: Classes of your own that lines may hold, besides `LINE_TYPES`.

    Yields:
        The records, in order.

    Raises:
        ExchangeError: With the line (`$[16]` is line 17) and the path in it; or where a file holds fewer or more
            records than its first line says.
    """
    known = LINE_TYPES | {cls.__name__: cls for cls in types}
    promised, found = None, 0
    for place, line in enumerate(lines):
        if not line.strip():
            continue
        try:
            value = parse_json(line)
            cls = _line_type(value, known)
            if cls is None:
                _check_count(promised, found)
                promised, found = value.get("records"), 0
                continue
            found += 1
            yield structured(value, cls)
        except ExchangeError as error:
            path = f"$[{place}]{error.path.removeprefix('$')}"
            raise ExchangeError(f"line {place + 1}: {error.message}", path) from None
    _check_count(promised, found)


def _check_count(promised: object, found: int) -> None:
    """Refuse lines that are fewer or more than the first line says."""
    if promised is not None and promised != found:
        raise ExchangeError(f"holds {found} records where its first line says {shown(promised)}: fetch it again", "$")


def _line_type(value: Any, known: dict[str, type]) -> type | None:
    """Take the type off a line; the first line of a file has none to give."""
    if not isinstance(value, dict):
        raise ExchangeError('needs an object with a "type"')
    fields = cast("dict[str, Any]", value)
    check_version(fields.pop("schema_version", SCHEMA_VERSION), "$")
    name = fields.pop("type", None)
    if name == "Lines":
        return None
    if not isinstance(name, str) or name not in known:
        raise ExchangeError(f"needs one of {', '.join(known)}, not {shown(name)}", "$.type")
    return known[name]


def read_lines(path: str | os.PathLike[str], *, types: Iterable[type] = ()) -> Iterator[Any]:
    """Read a file of JSON lines, holding no more than one record in memory.

    Args:
        path: The file.
        types: Classes of your own that lines may hold.

    Yields:
        The records, in order.

    Raises:
        UnreadableError: If the file cannot be read.
        ExchangeError: As `parse_lines`.
    """
    try:
        with Path(path).open("rb", buffering=1 << 20) as file:
            yield from parse_lines(file, types=types)
    except OSError as error:
        raise UnreadableError(str(path), error.strerror or "cannot be read", "check the path") from None


def corpus_records(corpus: Corpus) -> list[object]:
    """All records of a corpus, group by group; pillars stay in their programmes."""
    return [record for name in GROUPS for record in getattr(corpus, name)]


def gather(records: Iterable[object]) -> Corpus:
    """Put records into one corpus as they are, in their order; nothing is merged.

    Args:
        records: Documents, actors, programmes...; each in its place.

    Returns:
        The corpus.

    Raises:
        ExchangeError: If a record has no place in a corpus.
    """
    places = {cls: name for name, cls in GROUPS.items()}
    found: dict[str, list[Any]] = {name: [] for name in GROUPS}
    for place, record in enumerate(records):
        name = places.get(type(record))
        if name is None:
            raise ExchangeError(f"a corpus has no place for {type(record).__name__}", f"$[{place}]")
        found[name].append(record)
    return Corpus(**{name: tuple(items) for name, items in found.items()})
