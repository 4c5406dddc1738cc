"""What a type is: one answer for every sort of field."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, NamedTuple, Optional

import attrs
import pytest

from flanders_care.alignment.results import Alignment, Alignments
from flanders_care.errors import ExchangeError
from flanders_care.exchange.kinds import Sort, is_record, item_class, kind_of, parts_of
from flanders_care.model.actor import Actor, ActorKind
from flanders_care.period import PartialDate


class Spot(NamedTuple):
    """A named tuple of a dependant."""

    start: int
    word: str = ""


class Number(enum.IntEnum):
    """An enum whose members are numbers."""

    ONE = 1


@pytest.mark.parametrize(
    ("cls", "sort", "optional", "inner"),
    [
        (str, Sort.TEXT, False, ()),
        (Optional[int], Sort.WHOLE, True, ()),  # noqa: UP045 - both spellings are understood
        (Decimal | None, Sort.DECIMAL, True, ()),
        (datetime.date, Sort.DAY, False, ()),
        (PartialDate, Sort.PARTIAL_DAY, False, ()),
        (ActorKind, Sort.ENUM, False, tuple(kind.value for kind in ActorKind)),
        (Number, Sort.ENUM, False, (1,)),
        (Literal["a", 2], Sort.LITERAL, False, ("a", 2)),
        (tuple[str, ...], Sort.LIST, False, (str,)),
        (Sequence[str], Sort.LIST, False, (str,)),
        (tuple[int, int], Sort.PAIR, False, (int, int)),
        (tuple[int], Sort.PAIR, False, (int,)),
        (Mapping[str, float], Sort.MAPPING, False, (float,)),
        (int | str | None, Sort.UNION, True, (int, str)),
        (Actor, Sort.RECORD, False, ()),
        (Spot, Sort.NAMED_TUPLE, False, ()),
    ],
)
def test_sorts(cls: Any, sort: Sort, optional: bool, inner: tuple[Any, ...]) -> None:
    """Each type has one sort, says whether it may be missing, and what it holds."""
    kind = kind_of(cls)
    assert (kind.sort, kind.optional, kind.inner) == (sort, optional, inner)


@pytest.mark.parametrize("cls", [complex, object, set[str], dict[int, str], Any])
def test_types_that_cannot_be_handed_on(cls: Any) -> None:
    """Any other type is refused by name."""
    with pytest.raises(ExchangeError):
        kind_of(cls)


@attrs.frozen
class Held:
    """A class with a private field, one with a default, and one that no constructor takes."""

    _secret: int
    word: str = "x"
    made: int = attrs.field(init=False, default=0)


def test_parts() -> None:
    """A record has the fields that its constructor takes, by the names it takes; so has a named tuple."""
    assert [(part.name, part.key, part.required) for part in parts_of(Held)] == [
        ("_secret", "secret", True),
        ("word", "word", False),
    ]
    assert [(part.key, part.type, part.required) for part in parts_of(Spot)] == [
        ("start", int, True),
        ("word", str, False),
    ]


def test_records_and_sequences() -> None:
    """A partial date is a value and no record; a sequence class knows what it holds."""
    assert is_record(Actor)
    assert not is_record(PartialDate)
    assert item_class(Alignments) is Alignment
    assert item_class(Actor) is None
    assert item_class(list) is None
