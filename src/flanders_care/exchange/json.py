"""Records and results as JSON text, exactly, and back (Dutch: *uitwisseling*).

Every object that stands at the top says what it is: `{"schema_version": 1, "type": "Decision", ...}`. Sums are texts
(`"12500000.50"`), dates are ISO, enums are their words, tuples are lists, and every field is written.
"""

from __future__ import annotations

import json
from typing import Any, TypeVar, cast

from flanders_care.errors import ExchangeError
from flanders_care.exchange.encode import encoder
from flanders_care.exchange.envelope import SCHEMA_VERSION, check_record, enveloped, is_encodable, opened
from flanders_care.exchange.parse import parse_json
from flanders_care.exchange.structure import structured
from flanders_care.fields import shorten
from flanders_care.period import PartialDate

__all__ = ["from_json", "to_json"]

T = TypeVar("T")


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
    check_record(obj)
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


def _dumps(plain: Any, **options: Any) -> str:
    try:
        text = json.dumps(plain, ensure_ascii=False, allow_nan=False, **options)
    except (ValueError, TypeError, RecursionError) as error:
        raise ExchangeError(f"holds what JSON cannot: {shorten(str(error))}") from None
    # half a character (a lone surrogate) fits in no file; as an escape it survives
    return text if is_encodable(text) else json.dumps(plain, ensure_ascii=True, allow_nan=False, **options)
