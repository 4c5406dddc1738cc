"""JSON lines: streamed both ways."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
from hypothesis import given

from flanders_care.errors import ExchangeError, UnreadableError
from flanders_care.exchange.jsonl import dump_lines, gather, parse_lines, read_lines, write_lines
from flanders_care.model.actor import Actor
from flanders_care.model.corpus import Corpus
from flanders_care.model.programme import Pillar
from flanders_care.period import PartialDate
from flanders_care.provenance import Document
from flanders_care.testing.strategies import corpora

VITO = Actor(id="actor:vito", name="VITO")
HEADER = '{"schema_version":1,"type":"Lines"}\n'


@given(corpora())
def test_round_trip(corpus: Corpus) -> None:
    """Every record of a corpus comes back from its line, and all of them make the same corpus."""
    records = [*corpus.documents, *corpus.actors, *corpus.programmes, *corpus.commitments]
    records += [*corpus.decisions, *corpus.funding_lines, *corpus.claims, *corpus.indicators]
    assert list(parse_lines(dump_lines(records))) == records
    assert gather(records) == corpus


def test_lines_as_text() -> None:
    """The first line says the version; half a character does not break the file."""
    half = Document(id="d", text="\ud83d")
    assert list(dump_lines([VITO, half])) == [
        '{"schema_version":1,"type":"Lines","records":2}\n',
        '{"type":"Actor","id":"actor:vito","name":"VITO","kind":null,"aliases":[],"sources":[]}\n',
        '{"type":"Document","id":"d","text":"\\ud83d","family":null,"title":null,"date":null,"url":null,"pages":[]}\n',
    ]


def test_streamed_both_ways(tmp_path: Path) -> None:
    """Writing takes records one by one, and reading gives the first before it has seen the last."""
    alive: list[str] = []

    def endless() -> Iterator[Actor]:
        for number in range(10**9):
            alive.append(f"a{number}")
            yield Actor(id=f"a{number}", name="x")

    lines = dump_lines(endless())
    assert next(lines) == HEADER
    assert len([next(lines), next(lines)]) == 2
    assert alive == ["a0", "a1"]

    target = tmp_path / "records.jsonl"
    assert write_lines((Actor(id=f"a{n}", name="x") for n in range(3)), target) == 3
    target.write_bytes(target.read_bytes() + b"broken\n")
    records = read_lines(target)
    assert next(records).id == "a0"


def test_files_behind_each_other() -> None:
    """Two files put one behind the other are one; empty lines do not matter."""
    lines = [*dump_lines([VITO]), "\n", *dump_lines([VITO])]
    assert list(parse_lines(lines)) == [VITO, VITO]
    assert list(parse_lines(line.encode() for line in lines)) == [VITO, VITO]


@attrs.frozen(kw_only=True)
class Note:
    """A record of a dependant."""

    id: str


def test_classes_of_dependants() -> None:
    """A class of one's own is written as it is, and read when named."""
    lines = list(dump_lines([Note(id="n")]))
    assert list(parse_lines(lines, types=[Note])) == [Note(id="n")]
    with pytest.raises(ExchangeError, match=r"needs one of .*, not 'Note'"):
        list(parse_lines(lines))


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ('{"type":"Actor","id":7,"name":"x"}', "$[1].id"),
        ('{"type":"Actor","id":"a"}', "$[1].name"),
        ('{"type":"Actor","id":"a","id":"b","name":"x"}', "$[1].id"),
        ('{"type":"Actor"', "$[1]"),
        ('{"id":"a"}', "$[1].type"),
        ('{"type":["Actor"],"id":"a"}', "$[1].type"),
        ('{"type":"Pillar","id":"a"}', "$[1].type"),
        ("[]", "$[1]"),
        ("NaN", "$[1]"),
        ("[" * 100_000, "$[1]"),
        ('{"schema_version":2,"type":"Lines"}', "$[1].schema_version"),
        (b"\xff\xfe", "$[1]"),
    ],
)
def test_broken_lines(line: str | bytes, path: str) -> None:
    """A line that does not hold a record is refused with its number and path."""
    with pytest.raises(ExchangeError) as caught:
        list(parse_lines([HEADER, line]))
    assert caught.value.path == path
    assert "line 2" in str(caught.value)


def test_only_records_are_written() -> None:
    """What is no record has no line, and a figure that is infinite neither."""
    with pytest.raises(ExchangeError, match=r"\$\[1\]: needs a record or a result, not str"):
        list(dump_lines([VITO, "text"]))
    with pytest.raises(ExchangeError, match="needs a record, not PartialDate"):
        list(dump_lines([PartialDate(year=2021)]))


@attrs.frozen(kw_only=True)
class Score:
    """A result of a dependant."""

    value: float


def test_infinity_is_not_written() -> None:
    """A score that is infinite has no line."""
    with pytest.raises(ExchangeError, match=r"\$\[0\]: holds what JSON cannot"):
        list(dump_lines([Score(value=float("nan"))]))


def test_no_place_in_a_corpus() -> None:
    """A pillar stands in its programme, not in a corpus."""
    with pytest.raises(ExchangeError, match="no place for Pillar"):
        gather([Pillar(id="p", name="p", order=1)])


def test_files_that_cannot_be(tmp_path: Path) -> None:
    """A folder that is not there is a typed error with the path."""
    with pytest.raises(UnreadableError, match="missing"):
        write_lines([VITO], tmp_path / "missing" / "records.jsonl")
    with pytest.raises(UnreadableError, match="missing"):
        list(read_lines(tmp_path / "missing" / "records.jsonl"))


@pytest.mark.parametrize("kept", [1, 2, 4])
def test_lines_that_are_cut_or_added_to_are_refused(kept: int) -> None:
    """A file cut at the end of a line, or with a line more, says so; where nobody knew how many there are, it reads."""
    lines = list(dump_lines([VITO, VITO]))
    changed = lines[:kept] if kept < 3 else [*lines, lines[-1]]
    with pytest.raises(ExchangeError, match=f"holds {kept - 1} records where its first line says 2"):
        list(parse_lines(changed))
    assert len(list(parse_lines([HEADER, *changed[1:]]))) == kept - 1


def test_files_one_behind_the_other_are_each_whole() -> None:
    """Two files put together read as both; the first one cut is refused."""
    one, other = list(dump_lines([VITO])), list(dump_lines([VITO, VITO]))
    assert len(list(parse_lines([*one, *other]))) == 3
    with pytest.raises(ExchangeError, match="holds 0 records"):
        list(parse_lines([one[0], *other]))
