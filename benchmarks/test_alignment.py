"""How fast promises are aligned with decisions: all of the agreement beside bm25s, and one against an index.

Run with `pytest benchmarks/test_alignment.py --benchmark-only`. Both sides begin with the same texts: tokenising and
indexing are part of the time. Needs the corpus that `FLANDERS_CARE_CORPUS` names (default `../shared/corpus`).
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from flanders_care.alignment.indexing import DecisionIndex, index
from flanders_care.alignment.ranking import align, rank
from flanders_care.dutch.text.sentences import split_sentences
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision, decision_document

ROOT = Path(__file__).resolve().parents[1]
CORPUS = Path(os.environ.get("FLANDERS_CARE_CORPUS", ROOT / "../shared/corpus"))


@pytest.fixture(scope="module")
def decisions() -> list[Decision]:
    """All decisions of the corpus."""
    if not CORPUS.is_dir():
        pytest.skip("the corpus is not here; set FLANDERS_CARE_CORPUS to its folder")
    entries = map(json.loads, (CORPUS / "decisions.jsonl").read_text(encoding="utf-8").splitlines())
    return [Decision(id=entry["id"], title=entry["title"] or "", text=entry["text"] or "") for entry in entries]


@pytest.fixture(scope="module")
def promises(decisions: list[Decision]) -> list[Commitment]:
    """All sentences of the agreement, with their sections."""
    found: list[Commitment] = []
    for path in sorted((CORPUS / "agreement").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        spans = enumerate(split_sentences(text))
        found += [Commitment(id=f"{path.stem}#{n}", text=text[a:b], section=path.stem) for n, (a, b) in spans]
    assert decisions
    return found


@pytest.fixture(scope="module")
def built(decisions: list[Decision], promises: list[Commitment]) -> DecisionIndex:
    """An index of the decisions with the agreement behind it."""
    return index(decisions, background=promises)


def test_all_promises_against_all_decisions(
    benchmark: Any, decisions: list[Decision], promises: list[Commitment]
) -> None:
    """Ten decisions for each promise of the agreement, texts to answers."""
    found = benchmark.pedantic(align, args=(promises, decisions), rounds=5, warmup_rounds=1)
    assert len(found) > 9 * len(promises)


def test_all_promises_with_the_agreement_behind(
    benchmark: Any, decisions: list[Decision], promises: list[Commitment]
) -> None:
    """The same, each promise weighed against the others."""
    found = benchmark.pedantic(align, args=(promises, decisions), kwargs={"background": promises}, rounds=5)
    assert len(found) > 9 * len(promises)


def test_the_same_with_bm25s(benchmark: Any, decisions: list[Decision], promises: list[Commitment]) -> None:
    """Ten decisions for each promise by bm25s, on the same texts, with Dutch stop words and stems."""
    bm25s = pytest.importorskip("bm25s")
    stemmer = pytest.importorskip("Stemmer").Stemmer("dutch")
    texts = [decision_document(decision).text for decision in decisions]
    questions = [promise.text for promise in promises]
    options = {"stopwords": "nl", "stemmer": stemmer, "show_progress": False}

    def search() -> Any:
        retriever = bm25s.BM25()
        retriever.index(bm25s.tokenize(texts, **options), show_progress=False)
        return retriever.retrieve(bm25s.tokenize(questions, **options), k=10, show_progress=False)

    found = benchmark.pedantic(search, rounds=5, warmup_rounds=1)
    assert found.documents.shape == (len(promises), 10)


def test_one_promise_against_an_index(benchmark: Any, built: DecisionIndex, promises: list[Commitment]) -> None:
    """Every decision ranked for one promise."""
    assert len(benchmark(rank, promises[100:101], built)) == len(built)


def test_one_section_against_an_index(benchmark: Any, built: DecisionIndex, promises: list[Commitment]) -> None:
    """Every decision ranked for the promises of one section."""
    section = [promise for promise in promises if promise.section == promises[100].section]
    assert len(benchmark(rank, section, built)) == len(built)
