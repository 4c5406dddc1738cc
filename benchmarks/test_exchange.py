"""How fast records go to JSON lines and to Arrow, beside orjson on the same plain dicts.

Run with `pytest benchmarks/test_exchange.py --benchmark-only`. orjson writes and reads dicts and checks nothing; we
write records and read records, each value checked. Its figures are there to compare with, not to reach.
"""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import Any

import orjson
import pytest

from flanders_care.exchange.arrow import from_arrow, to_arrow
from flanders_care.exchange.jsonl import read_lines, write_lines
from flanders_care.exchange.plain import plain_value
from flanders_care.model.decision import Decision
from flanders_care.model.funding import FundingLine
from flanders_care.money import Amount
from flanders_care.provenance import Source

COUNT = int(os.environ.get("FLANDERS_CARE_BENCH_RECORDS", "100000"))
TEXT = "De Vlaamse Regering kent 12 miljoen euro subsidie toe voor de renovatie van sociale woningen in de Kempen. " * 6


def _decision(number: int) -> Decision:
    source = Source(document_id="decisions", start=number, end=number + 200, quote=TEXT[:200])
    day = datetime.date(2019, 10, 1) + datetime.timedelta(number % 1500)
    title = f"Subsidie voor de renovatie van sociale woningen, project {number}"
    return Decision(id=f"decision-{number}", title=title, text=TEXT, date=day, kind="nota", sources=(source,))


def _line(number: int) -> FundingLine:
    source = Source(document_id="decisions", start=number, end=number + 100, quote=TEXT[:100])
    amount = Amount.of(f"{number}.50", "at_most" if number % 2 else "exact")
    return FundingLine(id=f"line-{number}", amount=amount, stage="awarded", years=(2020, 2021), sources=(source,))


MAKERS = {"decisions": _decision, "funding lines": _line}


@pytest.fixture(scope="module", params=list(MAKERS))
def records(request: pytest.FixtureRequest) -> list[Any]:
    """Many records of one class."""
    make = MAKERS[request.param]
    return [make(number) for number in range(COUNT)]


def _orjson_lines(plain: list[Any], path: Path) -> None:
    with path.open("wb") as file:
        for one in plain:
            file.write(orjson.dumps(one) + b"\n")


def test_write_json_lines(benchmark: Any, records: list[Any], tmp_path: Path) -> None:
    """Records to a file of JSON lines."""
    assert benchmark(write_lines, records, tmp_path / "records.jsonl") == COUNT


def test_write_json_lines_with_orjson(benchmark: Any, records: list[Any], tmp_path: Path) -> None:
    """The same plain dicts, by orjson."""
    benchmark(
        _orjson_lines, [orjson.loads(orjson.dumps(plain_value(one))) for one in records], tmp_path / "plain.jsonl"
    )


def test_read_json_lines(benchmark: Any, records: list[Any], tmp_path: Path) -> None:
    """Records back from the file."""
    write_lines(records, tmp_path / "records.jsonl")
    assert benchmark(lambda: list(read_lines(tmp_path / "records.jsonl"))) == records


def test_read_json_lines_with_orjson(benchmark: Any, records: list[Any], tmp_path: Path) -> None:
    """Plain dicts back from the file, by orjson."""
    _orjson_lines([plain_value(one) for one in records], tmp_path / "plain.jsonl")

    def read() -> list[Any]:
        with (tmp_path / "plain.jsonl").open("rb") as file:
            return [orjson.loads(line) for line in file]

    assert len(benchmark(read)) == COUNT


def test_to_arrow(benchmark: Any, records: list[Any]) -> None:
    """Records to an Arrow table."""
    assert len(benchmark(to_arrow, records)) == COUNT


def test_from_arrow(benchmark: Any, records: list[Any]) -> None:
    """Records back from an Arrow table."""
    table = to_arrow(records)
    assert benchmark(from_arrow, table, type(records[0])) == tuple(records)
