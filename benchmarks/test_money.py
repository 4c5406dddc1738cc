"""How fast money is read and added: the whole corpus of decisions, and a million lines beside pandas and polars.

Run with `pytest benchmarks/test_money.py --benchmark-only`. Both sides of the comparison begin with the same records
and add exact decimals; pandas holds them as Python objects, polars as decimal128.
"""

from __future__ import annotations

import json
import os
import random
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from flanders_care.budget import aggregate, total
from flanders_care.dutch.money.mentions import read_amounts
from flanders_care.model.funding import FundingLine
from flanders_care.money import Amount

COUNT = int(os.environ.get("FLANDERS_CARE_BENCH_LINES", "1000000"))
ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """The texts of all decisions of the corpus; without it the seeds, over and over."""
    corpus = Path(os.environ.get("FLANDERS_CARE_CORPUS", ROOT / "../shared/corpus")) / "decisions.jsonl"
    if corpus.is_file():
        return [json.loads(row)["text"] for row in corpus.read_text(encoding="utf-8").splitlines()]
    return [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))] * 20


@pytest.fixture(scope="module")
def lines() -> list[FundingLine]:
    """Many lines in random order, each of a year and a decision."""
    dice = random.Random(1)  # noqa: S311  # a fixed order, no secret
    made = [
        FundingLine(
            id=f"line:{number:07d}",
            amount=Amount.of(Decimal(dice.randrange(10**9)) / 100),
            stage="awarded",
            years=(2020 + number % 5,),
            decision_id=f"decision:{number % 1000}",
        )
        for number in range(COUNT)
    ]
    dice.shuffle(made)
    return made


def test_read_all_decisions(benchmark: Any, texts: list[str]) -> None:
    """Read every sum of every decision; the rate in megabytes a second is in the extra information."""
    size = sum(map(len, texts)) / 1e6
    found = benchmark.pedantic(lambda: sum(len(read_amounts(text)) for text in texts), rounds=5, warmup_rounds=1)
    benchmark.extra_info |= {"megabytes": size, "sums": found, "megabytes_per_second": size / benchmark.stats["min"]}
    assert found > 0


@pytest.mark.benchmark(group="one sum")
def test_total(benchmark: Any, lines: list[FundingLine]) -> None:
    """Add all lines, with the proof."""
    found = benchmark.pedantic(lambda: total(lines), rounds=3)
    assert len(found.counted) == COUNT


@pytest.mark.benchmark(group="one sum")
def test_sum_with_pandas(benchmark: Any, lines: list[FundingLine]) -> None:
    """The same with pandas over Python decimals: one stage, one currency, the sum, and what it counts in order."""
    pandas = pytest.importorskip("pandas")

    def add() -> Any:
        table = pandas.DataFrame(_columns(lines))
        assert table["stage"].nunique() == table["currency"].nunique() == 1
        return table["value"].sum(), table["id"].sort_values()

    value, counted = benchmark.pedantic(add, rounds=3)
    assert (value, len(counted)) == (_expected(lines), COUNT)


@pytest.mark.benchmark(group="one sum")
def test_sum_with_polars(benchmark: Any, lines: list[FundingLine]) -> None:
    """The same with polars over decimal128."""
    polars = pytest.importorskip("polars")

    def add() -> Any:
        table = polars.DataFrame(_columns(lines), schema_overrides={"value": polars.Decimal(38, 2)})
        assert table["stage"].n_unique() == table["currency"].n_unique() == 1
        return table["value"].sum(), table["id"].sort()

    value, counted = benchmark.pedantic(add, rounds=3)
    assert (value, len(counted)) == (_expected(lines), COUNT)


@pytest.mark.benchmark(group="one sum, nothing else")
def test_bare_sum_with_pandas(benchmark: Any, lines: list[FundingLine]) -> None:
    """For scale: a sum with pandas that asks for nothing but the values."""
    pandas = pytest.importorskip("pandas")
    found = benchmark.pedantic(lambda: pandas.Series([line.amount.value for line in lines]).sum(), rounds=3)
    assert found == _expected(lines)


@pytest.mark.benchmark(group="sums by decision")
def test_aggregate(benchmark: Any, lines: list[FundingLine]) -> None:
    """Group all lines by decision, with the grand total and every proof."""
    found = benchmark.pedantic(lambda: aggregate(lines, by="decision"), rounds=3)
    assert len(found) == 1000


@pytest.mark.benchmark(group="sums by decision")
def test_group_with_pandas(benchmark: Any, lines: list[FundingLine]) -> None:
    """The same with pandas over Python decimals: the checks, the groups, their sum, and the lines in a fixed order."""
    pandas = pytest.importorskip("pandas")

    def group() -> Any:
        table = pandas.DataFrame(_columns(lines)).sort_values("id")
        assert table["stage"].nunique() == table["currency"].nunique() == 1
        return table.groupby("decision")["value"].sum(), table["value"].sum()

    groups, everything = benchmark.pedantic(group, rounds=3)
    assert len(groups) == 1000
    assert everything == _expected(lines)


@pytest.mark.benchmark(group="sums by decision")
def test_group_with_polars(benchmark: Any, lines: list[FundingLine]) -> None:
    """The same with polars over decimal128."""
    polars = pytest.importorskip("polars")

    def group() -> Any:
        table = polars.DataFrame(_columns(lines), schema_overrides={"value": polars.Decimal(38, 2)}).sort("id")
        assert table["stage"].n_unique() == table["currency"].n_unique() == 1
        return table.group_by("decision").agg(polars.col("value").sum()), table["value"].sum()

    groups, everything = benchmark.pedantic(group, rounds=3)
    assert len(groups) == 1000
    assert everything == _expected(lines)


def _columns(lines: list[FundingLine]) -> dict[str, list[Any]]:
    return {
        "id": [line.id for line in lines],
        "decision": [line.decision_id for line in lines],
        "stage": [str(line.stage) for line in lines],
        "currency": [line.amount.currency for line in lines],
        "value": [line.amount.value for line in lines],
    }


def _expected(lines: list[FundingLine]) -> Decimal:
    return sum((line.amount.value for line in lines), Decimal(0))
