"""JSON values from lines, one document, or what is left of one."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.documents.json import Flaw, JsonLine, read_values

RECORDS = [{"id": str(n), "title": f"Titel {n}"} for n in range(5)]


def read(text: str, *, limit: int = 10_000_000) -> tuple[list[Any], list[str]]:
    """Read a text: its values, and the codes of its flaws."""
    lines = (JsonLine(number=n, text=line) for n, line in enumerate(text.split("\n"), start=1))
    items = list(read_values(lines, limit=limit))
    return [i[1] for i in items if not isinstance(i, Flaw)], [i.code for i in items if isinstance(i, Flaw)]


@pytest.mark.parametrize("indent", [None, 2])
def test_one_document(indent: int | None) -> None:
    """A document over one line or many is one value."""
    assert read(json.dumps(RECORDS, indent=indent)) == ([RECORDS], [])


def test_one_value_a_line() -> None:
    """Lines are values of their own; blank lines and a byte order mark do not matter."""
    text = "\ufeff" + "\n\n".join(map(json.dumps, RECORDS)) + "\r\n"
    assert read(text) == (RECORDS, [])


def test_nothing_holds_nothing() -> None:
    """A file of blank lines holds no value."""
    assert read("\n  \n") == ([], [])


@pytest.mark.parametrize("place", range(5))
def test_a_broken_line_costs_one_record(place: int) -> None:
    """Of lines of which one is broken, the others survive, wherever it stands."""
    lines = [json.dumps(record) for record in RECORDS]
    lines[place] = lines[place][:-3]
    values, codes = read("\n".join(lines))
    assert values == RECORDS[:place] + RECORDS[place + 1 :]
    assert codes == ["broken-json"]


@pytest.mark.parametrize("wrap", [lambda r: r, lambda r: {"data": r}, lambda r: {"count": 5, "data": r}])
@pytest.mark.parametrize("indent", [None, 2])
def test_a_document_cut_in_half_keeps_its_first_records(wrap: Any, indent: int | None) -> None:
    """JSON that breaks off gives the records before the break, and says how much is lost."""
    text = json.dumps(wrap(RECORDS), indent=indent)
    values, codes = read(text[: len(text) * 3 // 4])
    assert 2 <= len(values) <= 4
    assert values == RECORDS[: len(values)]
    assert codes == ["broken-json", "cut-json"]


def test_values_after_one_another() -> None:
    """Records on one line without anything between them are read too."""
    assert read("".join(map(json.dumps, RECORDS)))[0] == RECORDS


@pytest.mark.parametrize("text", ["[" * 100_000, '{"data":' * 100_000, '{"data": [' + "[" * 100_000])
def test_deep_brackets(text: str) -> None:
    """A hundred thousand brackets are too deep, which is said."""
    values, codes = read(text)
    assert values == []
    assert codes == ["deep-json"]


@pytest.mark.parametrize(
    ("text", "value", "codes"),
    [
        ('{"a": NaN, "b": -Infinity}', {"a": None, "b": None}, ["not-a-number", "not-a-number"]),
        ('{"a": 1, "a": 2}', {"a": 2}, ["duplicate-key"]),
        ('{"a": 1e999}', {"a": float("inf")}, []),
    ],
)
def test_what_json_does_not_allow_is_said(text: str, value: object, codes: list[str]) -> None:
    """NaN is read as null and of a key that stands twice the last counts, each with a note."""
    assert read(text) == ([value], codes)


@pytest.mark.parametrize("text", ['"tekst"', "12", "null", "true", '{"a": ' + "9" * 5000 + "}", "{a}"])
def test_no_record(text: str) -> None:
    """What is JSON but no record, or no JSON at all, gives a flaw."""
    assert read(text) == ([], ["broken-json"])


def test_lines_that_are_too_long() -> None:
    """A line that was too long to be read is said, and the next one is read."""
    lines = [JsonLine(number=1, text=None), JsonLine(number=2, text='{"a": 1}'), JsonLine(number=3, text=None)]
    items = list(read_values(lines))
    assert [i.code if isinstance(i, Flaw) else i for i in items] == ["line-too-long", (2, {"a": 1}), "line-too-long"]


def test_a_flaw_inside_a_document_is_said() -> None:
    """A line that was too long inside a document over several lines is said too."""
    lines = [JsonLine(number=1, text="["), JsonLine(number=2, text=None), JsonLine(number=3, text='{"a": 1}]')]
    items = list(read_values(lines))
    assert [i.code if isinstance(i, Flaw) else i[1] for i in items] == ["line-too-long", [{"a": 1}]]


def test_beyond_the_limit_lines_stand_for_themselves() -> None:
    """A first line that is broken, in a file too large to be one document, costs that line alone."""
    text = '{"a": \n' + "\n".join(map(json.dumps, RECORDS))
    values, codes = read(text, limit=60)
    assert values == RECORDS
    assert codes == ["broken-json"]


def test_a_guessed_encoding_is_said() -> None:
    """A line that is no UTF-8 is read with a note."""
    items = list(read_values([JsonLine(number=1, text='{"a": 1}', guessed=True)]))
    assert [i.code if isinstance(i, Flaw) else i for i in items] == ["guessed-encoding", (1, {"a": 1})]


@given(st.text(alphabet='[]{}":,\n 1aN\\', max_size=120))
def test_any_text_is_read_without_raising(text: str) -> None:
    """Text that is no JSON becomes flaws and never raises."""
    values, codes = read(text)
    assert values or codes or not text.strip("\ufeff \t\r\n") or "{" in text or "[" in text
