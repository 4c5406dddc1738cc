"""Typed usage of the public face: mypy and pyright, both strict, must accept every line."""

from __future__ import annotations

import datetime
from collections.abc import Hashable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import assert_type

import attrs

import flanders_care as fc


def reading(path: Path) -> tuple[fc.Diagnostic, ...]:
    """Load what is there and look at what was not understood."""
    loaded = fc.load(path, family="decisions", document_id="dump")
    assert_type(loaded, fc.Loaded)
    assert_type(loaded.corpus, fc.Corpus)
    assert_type(fc.load_text("Tekst").corpus.documents, tuple[fc.Document, ...])
    assert_type(fc.load_seeds(), fc.Corpus)
    assert_type(fc.FAMILIES, tuple[str, ...])
    errors: tuple[fc.Diagnostic, ...] = tuple(d for d in loaded.diagnostics if d.severity is fc.types.Severity.ERROR)
    return errors


def records(corpus: fc.Corpus) -> Iterator[str]:
    """Build, change and look at records."""
    document = fc.Document(id="note", text="We voorzien 12 miljoen euro.")
    source = document.source(12, 27)
    assert_type(source.quote, str)
    decision = fc.Decision(id="d1", title="Titel", date=datetime.date(2021, 6, 30), sources=(source,))
    assert_type(decision.date, datetime.date | None)
    assert_type(decision.step, fc.Step | None)
    assert_type(attrs.evolve(decision, text="Tekst"), fc.Decision)
    assert_type(corpus | fc.Corpus(decisions=(decision,)), fc.Corpus)
    for programme in corpus.programmes:
        for pillar in programme.pillars:
            assert_type(pillar.order, int)
            yield pillar.name
    for commitment in corpus.commitments:
        if commitment.deadline is not None:
            assert_type(commitment.deadline.last_day, datetime.date)
        yield commitment.text


def money(decision: fc.Decision) -> Decimal | None:
    """Read, add and split sums."""
    for mention in fc.read_amounts("Er is 12 miljoen euro voorzien."):
        assert_type(mention.amount, fc.Amount)
        assert_type(mention.years, tuple[int, ...])
    assert_type(fc.Amount.of("12.50", "at_most") + fc.Amount.of(5), fc.Amount)
    assert_type(fc.Amount.of(5) * 3, fc.Amount)
    lines = fc.funding_lines(decision)
    assert_type(lines, tuple[fc.FundingLine, ...])
    total = fc.total(lines, stages=[fc.Stage.AWARDED, "paid"])
    assert_type(total, fc.Total)
    assert_type(total.amount, fc.Amount | None)
    words: list[fc.types.StageName] = ["awarded", "paid"]
    assert_type(fc.total(lines, stages=words), fc.Total)
    key: fc.types.GroupKey = "payer"
    assert_type(fc.aggregate(lines, by=(key, "year", lambda line: line.id), spread="even"), fc.Aggregate)
    by_year: Mapping[Hashable, fc.Total] = fc.aggregate(lines, by="year")
    assert_type(by_year["2021"].open_ended, bool)
    return None if total.amount is None else total.amount.value


def scores(corpus: fc.Corpus) -> float:
    """Rank, align and explain."""
    ranked = fc.rank(corpus.commitments, corpus.decisions, profile="default")
    assert_type(ranked[0], fc.Ranked)
    assert_type(ranked[0].score, float)
    built = fc.index(corpus.decisions)
    found = fc.align(corpus.commitments, built, top=3)
    assert_type(found, fc.Alignments)
    assert_type(found[0], fc.Alignment)
    assert_type(found[:2], fc.Alignments)
    receipt = fc.explain(corpus.commitments[0], corpus.decisions[0], among=built)
    return receipt.score


def exchange(corpus: fc.Corpus, path: Path) -> fc.Corpus:
    """Write and read."""
    text = fc.to_json(corpus)
    assert_type(fc.from_json(text, fc.Corpus), fc.Corpus)
    assert_type(fc.from_json("[]", tuple[fc.Decision, ...]), tuple[fc.Decision, ...])
    fc.save(corpus, path)
    assert_type(fc.to_csv(corpus.decisions), str)
    assert len(fc.to_arrow(corpus.decisions)) == len(corpus.decisions)
    try:
        return fc.open_corpus(path)
    except fc.errors.ExchangeError as error:
        assert_type(error.path, str)
        raise
