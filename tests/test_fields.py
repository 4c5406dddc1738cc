"""Validators: the error names class, field and value, whatever the value is."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.errors import InvalidValueError
from flanders_care.fields import instance_of, member, optional_member, shown, text_field, tuple_of
from flanders_care.model.decision import Step


@attrs.frozen(kw_only=True)
class Record:
    """A record with one field of each sort."""

    id: Any = attrs.field(default="id", validator=text_field)
    number: Any = attrs.field(default=0, validator=instance_of(int))
    either: Any = attrs.field(default=None, validator=instance_of(int, str, optional=True))
    flag: Any = attrs.field(default=False, validator=instance_of(bool))
    years: Any = attrs.field(default=(), validator=tuple_of(int))


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("id", "", "Record.id: needs a text that is not empty, not ''"),
        ("id", " \t", "not empty"),
        ("id", 7, "not 7"),
        ("number", "7", "Record.number: needs int, not '7'"),
        ("number", True, "not True"),
        ("number", None, "not None"),
        ("either", 1.5, "needs int or str or None, not 1.5"),
        ("flag", 1, "needs bool"),
        ("years", [2020], "needs a tuple of int, not [2020]"),
        ("years", (2020, "2021"), "needs a tuple of int"),
        ("years", (2020, True), "needs a tuple of int"),
        pytest.param("id", 10**5000, "not <int>", id="endless int"),
    ],
)
def test_refused(field: str, value: object, words: str) -> None:
    """A value of the wrong type is refused by name; a bool is no int."""
    with pytest.raises(InvalidValueError) as caught:
        Record(**{field: value})
    assert words in str(caught.value)


def test_allowed() -> None:
    """What fits is kept as it is."""
    record = Record(id="x", number=3, either="a", flag=True, years=(2020, 2021))
    assert attrs.astuple(record) == ("x", 3, "a", True, (2020, 2021))


def test_words_of_an_enum() -> None:
    """A word becomes its member; an unknown one is refused with the words that are known."""
    assert member(Step, "final") is Step.FINAL
    assert member(Step, Step.FINAL) is Step.FINAL
    assert optional_member(Step, None) is None
    assert optional_member(Step, "call") is Step.CALL
    with pytest.raises(InvalidValueError, match=r"needs one of exploratory, call, .*, not 'x+\.\.\."):
        member(Step, "x" * 1000)
    with pytest.raises(InvalidValueError, match=r"not \[\]"):
        member(Step, [])  # type: ignore[arg-type]


@given(st.one_of(st.text(max_size=300), st.integers(), st.lists(st.integers(), max_size=100)))
def test_shown_shortly(value: object) -> None:
    """No value makes an error message long."""
    assert len(shown(value)) <= 80


def test_shown_whatever_it_is() -> None:
    """What Python itself cannot print is shown by its type."""
    nested: list[Any] = []
    for _ in range(100_000):
        nested = [nested]
    assert shown(10**5000) == "<int>"
    assert shown(nested) == "<list>"
    while nested:  # unwound by hand: 100,000 lists inside each other are more than the stack can free at once
        nested = nested.pop()
