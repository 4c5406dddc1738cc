"""The seeds as a person reads them: whom and what they name, and what they promise."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from flanders_care.families.kinds import find_family
from flanders_care.model.actor import Actor
from flanders_care.model.programme import Programme
from flanders_care.provenance import Document

SEEDS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("seeds.toml").read_text(encoding="utf-8"))
TOLD = pytest.mark.parametrize("number", SEEDS)


def missed(expected: Iterable[str], records: Iterable[Actor | Programme]) -> list[str]:
    """The names, as spelled in the text, that stand in no source of any record."""
    quotes = [" ".join(source.quote.split()).lower() for record in records for source in record.sources]
    return [name for name in expected if not any(name.lower() in quote for quote in quotes)]


def false_ones(expected: list[str], records: Iterable[Actor | Programme]) -> list[str]:
    """The records none of whose sources holds an expected name or stands in one."""
    found: list[str] = []
    for record in records:
        quotes = [" ".join(source.quote.split()).lower() for source in record.sources]
        if not any(name.lower() in quote or quote in name.lower() for name in expected for quote in quotes):
            found.append(record.name)
    return found


@TOLD
def test_names(seed: Callable[[str], Document], number: str) -> None:
    """Nine in ten of the bodies and nearly as many programmes are found, and at most one in ten is false."""
    told = SEEDS[number]
    corpus = find_family(told["family"]).read(seed(number)).corpus
    assert len(missed(told["actors"], corpus.actors)) <= 0.1 * len(told["actors"])
    assert len(missed(told["programmes"], corpus.programmes)) <= told["missed_programmes"] * len(told["programmes"])
    assert len(false_ones(told["actors"], corpus.actors)) <= 0.1 * len(corpus.actors)
    assert len(false_ones(told["programmes"], corpus.programmes)) <= 0.1 * len(corpus.programmes)


@pytest.mark.parametrize(
    ("number", "firmness", "share"),
    [("001", "promises", 0), ("002", "firm", 0), ("004", "firm", 0.1), ("004", "soft", 0.1)],
)
def test_promises(seed: Callable[[str], Document], number: str, firmness: str, share: float) -> None:
    """All promises of the short seeds are found, and nine in ten of the note's, firm ones as firm and soft as soft."""
    told = SEEDS[number]
    found = find_family(told["family"]).read(seed(number)).corpus.commitments
    texts = [c.text for c in found if firmness == "promises" or (c.kind and c.kind.firm) == (firmness == "firm")]
    assert len([words for words in told[firmness] if not any(words in text for text in texts)]) <= share * len(
        told[firmness]
    )
