"""Records and results as JSON text, exactly, and back (Dutch: *uitwisseling*).

Every object that stands at the top says what it is: `{"schema_version": 1, "type": "Decision", ...}`. Sums are texts
(`"12500000.50"`), dates are ISO, enums are their words, tuples are lists, and every field is written.
"""

from __future__ import annotations

from typing import TypeVar, cast

from flanders_care.exchange.envelope import enveloped, opened
from flanders_care.exchange.plain import structured
from flanders_care.exchange.text import parse_json, write_json

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
    return write_json(enveloped(obj), indent=indent)


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
