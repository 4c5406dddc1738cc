"""How long a whole legislature takes: load, align, dossiers, trails, totals; and how that grows.

Run with `pytest benchmarks/test_legislature.py --benchmark-only`, or `python benchmarks/test_legislature.py` for a
table with time and memory at once, twice and four times the decisions. The folder that `FLANDERS_CARE_CORPUS` names
(default `../shared/corpus`) holds `agreement/` and `decisions.jsonl`.
"""

from __future__ import annotations

import datetime
import os
import resource
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import attrs
import pytest

from flanders_care.dossier.joining import dossiers
from flanders_care.loading import load
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision
from flanders_care.trails.following import follow
from flanders_care.trails.records import Trails

ROOT = Path(__file__).resolve().parents[1]
CORPUS = Path(os.environ.get("FLANDERS_CARE_CORPUS", ROOT / "../shared/corpus"))


def read() -> tuple[tuple[Commitment, ...], tuple[Decision, ...]]:
    """Load the sections of the agreement and the decisions."""
    promises = load(CORPUS / "agreement").corpus.commitments
    return promises, load(CORPUS / "decisions.jsonl").corpus.decisions


def times(decisions: Iterable[Decision], count: int) -> tuple[Decision, ...]:
    """The decisions several times over, each copy thirteen years later and with ids of its own."""
    return tuple(_copy(decision, number) for decision in decisions for number in range(count))


def _copy(decision: Decision, number: int) -> Decision:
    if number == 0:
        return decision
    later = decision.date and decision.date + datetime.timedelta(days=4748 * number)
    words = f"{decision.text} (kopie{number})"
    return attrs.evolve(decision, id=f"{decision.id}-{number}", date=later, text=words)


def study(promises: tuple[Commitment, ...], decisions: tuple[Decision, ...]) -> Trails:
    """Follow every promise of the agreement, with the agreement as background."""
    return follow(promises, decisions, background=promises)


@pytest.fixture(scope="module")
def corpus() -> tuple[tuple[Commitment, ...], tuple[Decision, ...]]:
    """The agreement and the decisions, or a clear reason why not."""
    if not (CORPUS / "decisions.jsonl").is_file():
        pytest.skip(f"{CORPUS} is not here; set FLANDERS_CARE_CORPUS to the folder to run this benchmark")
    return read()


def test_load(benchmark: Any, corpus: Any) -> None:
    """Load 224 sections and the dump of decisions."""
    promises, decisions = benchmark.pedantic(read, rounds=3)
    assert (len(promises), len(decisions)) == (len(corpus[0]), len(corpus[1]))


@pytest.mark.parametrize("count", [1, 2, 4])
def test_dossiers(benchmark: Any, corpus: Any, count: int) -> None:
    """Group all decisions into files."""
    decisions = times(corpus[1], count)
    found = benchmark.pedantic(dossiers, args=(decisions,), rounds=3)
    assert sum(len(dossier.decisions) for dossier in found) == len(decisions)


@pytest.mark.parametrize("count", [1, 2, 4])
def test_follow(benchmark: Any, corpus: Any, count: int) -> None:
    """Align, group, follow and add for every promise."""
    trails = benchmark.pedantic(study, args=(corpus[0], times(corpus[1], count)), rounds=2)
    assert len(trails) == len(corpus[0])


def main() -> None:
    """Print time and peak memory for once, twice and four times the decisions, each in a process of its own."""
    if len(sys.argv) > 1:
        _measure(int(sys.argv[1]))
        return
    import subprocess

    print("| decisions | load | dossiers | all of it | peak memory |\n|---|---|---|---|---|")
    for count in (1, 2, 4):
        subprocess.run([sys.executable, __file__, str(count)], check=True)  # noqa: S603  # this very file


def _measure(count: int) -> None:
    start = time.perf_counter()
    promises, decisions = read()
    loaded = time.perf_counter()
    more = times(decisions, count)
    begin = time.perf_counter()
    dossiers(more)
    grouped = time.perf_counter()
    study(promises, more)
    end = time.perf_counter()
    whole = (loaded - start) + (end - grouped)  # following groups the decisions itself
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"| {len(more)} | {loaded - start:.1f} s | {grouped - begin:.1f} s | {whole:.1f} s | {memory:.2f} GB |")


if __name__ == "__main__":
    main()
