"""The laws of the design, one test each, over drawn records, texts and documents of every family."""

from __future__ import annotations

import functools
import os
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import flanders_care as fc
from flanders_care.alignment.profiles import PROFILES
from flanders_care.testing import laws, strategies

LINES = st.lists(strategies.funding_lines(), max_size=5, unique_by=lambda line: line.id)
ONE_STAGE = st.lists(strategies.funding_lines(stage=st.none()), max_size=5, unique_by=lambda line: line.id)
PROMISES = st.lists(strategies.commitments(), min_size=1, max_size=3, unique_by=lambda commitment: commitment.id)
DECISIONS = st.lists(strategies.decisions(), min_size=1, max_size=4, unique_by=lambda decision: decision.id)
#: Ranking builds an index for each example; a quarter of the examples will do.
FEWER = settings(max_examples=settings().max_examples // 4)
HOSTILE = (
    "€ 1.",
    "1.000.",
    "1 000 ",
    "miljoen ",
    "tussen 1 en ",
    "[0] ",
    "((((",
    "- ",
    "samen-\n",
    "1 januari ",
    "A.B.C. ",
    "\t\n ",
    "…“”‘",
    '{"a":',
)


@given(strategies.documents())
def test_quote(drawn: strategies.DrawnDocument) -> None:
    """For every source: `document.text[start:end] == quote`."""
    laws.quote(fc.load(drawn.document))


@given(strategies.documents())
def test_round_trip(drawn: strategies.DrawnDocument) -> None:
    """`from_json(to_json(x), type(x)) == x`, exactly, Decimals included."""
    loaded = fc.load(drawn.document)
    laws.round_trip(loaded)
    for mention in (*fc.read_amounts(drawn.document.text), *fc.read_dates(drawn.document.text)):
        laws.round_trip(mention)


@FEWER
@given(strategies.corpora(max_size=2))
def test_table_round_trip(corpus: fc.Corpus) -> None:
    """`from_arrow(to_arrow(x), type(x)) == x`, for every record, exactly, Decimals included."""
    groups: dict[type, list[Any]] = {}
    for record in corpus.records():
        groups.setdefault(type(record), []).append(record)
    for cls, records in groups.items():
        laws.table_round_trip(records, cls)
    laws.table_round_trip([corpus], fc.Corpus)


@FEWER
@given(ONE_STAGE, PROMISES, DECISIONS)
def test_order(lines: list[fc.FundingLine], promises: list[fc.Commitment], decisions: list[fc.Decision]) -> None:
    """No result depends on the order of its inputs, on the process, the clock, the locale, the hash seed."""
    laws.order(fc.total, lines)
    laws.order(lambda given_order: fc.rank(promises, given_order), decisions, times=2)
    laws.order(lambda given_order: fc.rank(given_order, decisions), promises, times=2)
    laws.order(lambda given_order: fc.merge([fc.Corpus(decisions=(one,)) for one in given_order]), decisions)


def test_order_of_the_process() -> None:
    """Nor on the hash seed or the locale of the process: two processes write the same JSON of the seeds."""
    program = (
        "import flanders_care as fc, hashlib; print(hashlib.sha256(fc.to_json(fc.load_seeds()).encode()).hexdigest())"
    )
    written = set[str]()
    for seed, locale in (("1", "C"), ("2", "nl_BE.UTF-8")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONUTF8": "0"}
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=120, env=environment
        )
        written.add(done.stdout)
    assert len(written) == 1


@given(LINES)
def test_sum(lines: list[fc.FundingLine]) -> None:
    """`total` is exact: counted and left-out lines together are all the lines, each left-out line says why.

    Splitting the lines by any key and adding the group totals gives the whole where no overlap crosses groups.
    """
    laws.sum(fc.total, lines)
    laws.sum(fc.total, lines, by=lambda line: line.programme_id)


@given(st.lists(strategies.amounts(), max_size=6), LINES)
def test_bounds(amounts: list[fc.Amount], lines: list[fc.FundingLine]) -> None:
    """`low <= value <= high`, and adding keeps it. A missing bound stays missing."""
    laws.bounds(*amounts)
    found = fc.total(lines, stages=list(fc.Stage)).amount
    if found is not None:
        laws.bounds(found)


@given(LINES)
def test_stage(lines: list[fc.FundingLine]) -> None:
    """Requested, announced, budgeted, awarded and paid are different money.

    A sum over mixed stages is refused unless the caller names the stages.
    """
    laws.stage(fc.total, lines)


@FEWER
@given(PROMISES, DECISIONS, PROMISES | st.just([]), st.sampled_from(sorted(PROFILES)))
def test_score(
    promises: list[fc.Commitment], decisions: list[fc.Decision], behind: list[fc.Commitment], profile: str
) -> None:
    """In 0..1, deterministic; identical texts score highest; the receipt's contributions add up to the score."""
    laws.score(functools.partial(fc.rank, background=behind, profile=profile), promises, decisions)
    receipt = fc.explain(promises[0], decisions[0], among=decisions, background=behind, profile=profile)
    laws.round_trip(receipt)
    parts = sum(part.contribution for part in receipt.evidence)
    assert parts == pytest.approx(receipt.score, abs=1e-6)


@FEWER
@given(
    st.permutations(["premie", "zonnepanelen", "gezinnen", "scholen", "fietsers"]), st.sampled_from(sorted(PROFILES))
)
def test_score_is_monotone(words: list[str], profile: str) -> None:
    """Monotone in evidence: each word of the promise that a decision takes over raises its score."""
    promise = fc.Commitment(id="c", text=f"We voorzien {' '.join(words)}.")
    others = [fc.Decision(id=word, title=word) for word in words]
    asked = [fc.Decision(id="d", title=f"Besluit {' '.join(words[:count])}") for count in range(len(words) + 1)]
    ranked = [fc.rank([promise], [decision, *others], profile=profile) for decision in asked]
    scores = [item.score for found in ranked for item in found if item.decision.id == "d"]
    assert scores == sorted(set(scores))


@given(strategies.documents(), LINES)
def test_pure(drawn: strategies.DrawnDocument, lines: list[fc.FundingLine]) -> None:
    """Functions change no input and touch no disk, network, clock or global state. Only `load*` reads files."""
    corpus = laws.pure(fc.load, drawn.document).corpus
    laws.pure(fc.total, lines, stages=list(fc.Stage))
    laws.pure(fc.to_json, corpus)
    laws.pure(fc.read_amounts, drawn.document.text)
    laws.pure(fc.read_dates, drawn.document.text)
    laws.pure(fc.merge, [corpus, corpus])


@given(strategies.documents(), strategies.corpora(), strategies.corpora())
def test_merge(drawn: strategies.DrawnDocument, other: fc.Corpus, third: fc.Corpus) -> None:
    """`|` is associative, commutative and idempotent (as sets of facts), and never loses a source."""
    one = fc.load(drawn.document).corpus
    laws.merge(one, other, third)
    laws.references(other | third)
    assert other | fc.Corpus() == other == fc.merge([other])
    assert one | other | third == fc.merge([one, other, third])


@given(st.text(max_size=300) | strategies.documents().map(lambda drawn: drawn.document.text[1::2]))
def test_bad_input(text: str) -> None:
    """Text that a loader does not understand becomes a diagnostic with a stable code and a place.

    It is never dropped silently and never raises.
    """
    laws.bad_input(fc.load_text, text)


@pytest.mark.parametrize("family", fc.FAMILIES)
@given(text=st.text(max_size=200))
def test_bad_input_of_each_family(family: str, text: str) -> None:
    """The same for a loader that is told what to expect, and gets something else."""
    laws.bad_input(lambda given_text: fc.load_text(given_text, family=family), text)


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_read(piece: str) -> None:
    """Twice the text costs about twice the time, for any text, hostile ones included (no backtracking traps).

    A trap would never come back from 100,000 characters; the time itself is measured in the benchmarks.
    """
    text = piece * (100_000 // len(piece))
    for function in (fc.read_amounts, fc.read_dates, fc.load_text):
        function(text)
