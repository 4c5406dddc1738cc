"""Records and results as JSON text, exactly, and back (Dutch: *uitwisseling*).

Every object that stands at the top says what it is: `{"schema_version": 1, "type": "Decision", ...}`. Sums are texts
(`"12500000.50"`), dates are ISO, enums are their words, tuples are lists, and every field is written.
"""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any, Final, TypeVar, cast

import attrs

from flanders_care.errors import ExchangeError, UnreadableError
from flanders_care.exchange.encode import encoder
from flanders_care.exchange.parse import is_list, is_object, parse_json
from flanders_care.exchange.structure import plain_value, structured
from flanders_care.fields import shorten
from flanders_care.model.corpus import Corpus
from flanders_care.period import PartialDate

__all__ = ["SCHEMA_VERSION", "from_json", "open_corpus", "save", "to_json"]

T = TypeVar("T")

SCHEMA_VERSION: Final = 1
"""The version of the JSON that this library writes. A field that is added does not change it; a new meaning does."""


def to_json(obj: object, *, indent: int | None = None) -> str:
    """Write a record or result as JSON text.

    Law: `from_json(to_json(x), type(x)) == x`, exactly, `Decimal` included.

    Args:
        obj: Any record or result of this library, or any attrs class with typed fields of your own; also a tuple or
            list of them.
        indent: Blanks to indent by, for people; `None` writes one line.

    Returns:
        The text. Letters stand as they are, not as escapes.

    Raises:
        ExchangeError: If the object, or something in it, is no record or holds what JSON cannot.

    Example:
        >>> from flanders_care.model.actor import Actor
        >>> print(to_json(Actor(id="actor:vito", name="VITO")))
        {"schema_version":1,"type":"Actor","id":"actor:vito","name":"VITO","kind":null,"aliases":[],"sources":[]}
    """
    if indent is None and type(obj) not in (tuple, list):
        return _on_one_line(obj)
    separators = (",", ":") if indent is None else (",", ": ")
    return _dumps(enveloped(obj), indent=indent, separators=separators)


def from_json(text: str | bytes, cls: type[T]) -> T:
    """Read what `to_json` wrote.

    Args:
        text: JSON text.
        cls: The class to read: `Decision`, `Corpus`, `tuple[Decision, ...]`...

    Returns:
        An instance equal to the one that was written.

    Raises:
        ExchangeError: With the path (`$.funding_lines[3].amount.value`) of what does not fit: not JSON, another
            class' data, an unknown, missing or repeated key, a value of the wrong type, a newer schema version.

    Example:
        >>> from flanders_care.model.actor import Actor
        >>> from_json('{"type": "Actor", "id": "actor:vito", "name": "VITO"}', Actor).name
        'VITO'
        >>> from_json('{"type": "Actor", "id": 7, "name": "VITO"}', Actor)
        Traceback (most recent call last):
        flanders_care.errors.ExchangeError: $.id: needs a text, not a whole number (7)
    """
    return cast("T", structured(opened(parse_json(text), cls), cls))


def _on_one_line(obj: object) -> str:
    """Write one record the fast way; the text is that of `json.dumps`."""
    _check_record(obj)
    if isinstance(obj, PartialDate):
        return f'"{obj.iso}"'
    try:
        text = f'{{"schema_version":{SCHEMA_VERSION},"type":"{type(obj).__name__}",{_encoded(obj)[1:]}'
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise ExchangeError(f"holds what JSON cannot: {shorten(str(error))}") from None
    return text if is_encodable(text) else json.dumps(json.loads(text), separators=(",", ":"))


def _encoded(obj: object) -> str:
    kind: Any = type(obj)
    return encoder(kind)(obj)


def _check_record(obj: object) -> None:
    if not attrs.has(type(obj)):
        raise ExchangeError(f"needs a record or a result, not {type(obj).__name__} ({shorten(obj)})")


def enveloped(obj: object) -> Any:
    """Make the plain value of a record, with its type and the schema version on top."""
    if type(obj) in (tuple, list):
        return [enveloped(item) for item in cast("tuple[object, ...]", obj)]
    _check_record(obj)
    plain = plain_value(obj)
    if not is_object(plain):  # a record that is one text, such as a date
        return plain
    return {"schema_version": SCHEMA_VERSION, "type": type(obj).__name__, **plain}


def opened(value: Any, cls: Any, path: str = "$") -> Any:
    """Check the type and version on top of a plain value, and take them off."""
    if is_list(value):
        kinds: tuple[Any, ...] = getattr(cls, "__args__", ())
        kind = kinds[0] if kinds else Any
        return [opened(item, kind, f"{path}[{place}]") for place, item in enumerate(value)]
    if not is_object(value):
        return value
    fields = dict(value)
    check_version(fields.pop("schema_version", SCHEMA_VERSION), path)
    wanted = getattr(cls, "__name__", str(cls))
    found = fields.pop("type", wanted)
    if found != wanted and attrs.has(cls):
        raise ExchangeError(f"holds {shorten(found)}, not {wanted!r}: read it with that class", f"{path}.type")
    return fields


def check_version(version: object, path: str) -> None:
    """Refuse JSON of a newer library, and what is no version."""
    if type(version) is not int or version < 1:
        raise ExchangeError(f"needs a whole number from 1, not {shorten(version)}", f"{path}.schema_version")
    if version > SCHEMA_VERSION:
        raise ExchangeError(
            f"was written by a newer flanders_care (schema {version}; this one reads up to {SCHEMA_VERSION}): "
            "pip install --upgrade flanders-care",
            f"{path}.schema_version",
        )


def _dumps(plain: Any, **options: Any) -> str:
    try:
        text = json.dumps(plain, ensure_ascii=False, allow_nan=False, **options)
    except (ValueError, TypeError, RecursionError) as error:
        raise ExchangeError(f"holds what JSON cannot: {shorten(str(error))}") from None
    # half a character (a lone surrogate) fits in no file; as an escape it survives
    return text if is_encodable(text) else json.dumps(plain, ensure_ascii=True, allow_nan=False, **options)


def is_encodable(text: str) -> bool:
    """Tell whether a text can be written as UTF-8."""
    if text.isascii():
        return True
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def save(corpus: Corpus, path: str | os.PathLike[str]) -> None:
    """Write a corpus to a file; a file that is there is replaced only when all is written.

    Args:
        corpus: The corpus.
        path: The file; `.jsonl` writes one record a line, any other name one JSON object.

    Raises:
        UnreadableError: If the file cannot be written.
    """
    from flanders_care.exchange.jsonl import corpus_records, write_lines

    target = Path(path)
    try:
        handle, name = tempfile.mkstemp(prefix=target.name, suffix=".part", dir=target.parent)
        os.close(handle)
        try:
            if target.suffix == ".jsonl":
                write_lines(corpus_records(corpus), name)
            else:
                Path(name).write_text(to_json(corpus) + "\n", encoding="utf-8", newline="\n")
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UnreadableError(str(target), error.strerror or "cannot be written", "check the folder") from None


def open_corpus(path: str | os.PathLike[str]) -> Corpus:
    """Read a corpus that `save` wrote.

    Args:
        path: The file; `.jsonl` is read line by line.

    Returns:
        The corpus, equal to the one that was saved.

    Raises:
        UnreadableError: If the file cannot be read.
        ExchangeError: If it holds something else.
    """
    from flanders_care.exchange.jsonl import gather, read_lines

    target = Path(path)
    if target.suffix == ".jsonl":
        return gather(read_lines(target))
    try:
        return from_json(target.read_bytes(), Corpus)
    except OSError as error:
        raise UnreadableError(str(target), error.strerror or "cannot be read", "check the path") from None
