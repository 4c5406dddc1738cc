"""The fast way of writing: the same text as `json.dumps` of the plain value, for every record and result."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import flanders_care as fc
from flanders_care.errors import ExchangeError
from flanders_care.exchange.encode import encoder
from flanders_care.exchange.json import from_json, to_json
from flanders_care.exchange.structure import plain_value
from flanders_care.testing import laws, strategies


def slowly(record: Any) -> str:
    """The text by way of the plain value."""
    return json.dumps(plain_value(record), ensure_ascii=False, separators=(",", ":"))


@given(
    st.one_of(
        strategies.corpora(),
        strategies.loaded(),
        strategies.funding_lines(),
        strategies.programmes(),
        strategies.claims(),
    )
)
def test_records(record: Any) -> None:
    """Every record is written as `json.dumps` would."""
    kind: Any = type(record)
    assert encoder(kind)(record) == slowly(record)


@pytest.fixture(scope="module")
def results() -> list[Any]:
    """One of each sort of result, from the seeds."""
    corpus = fc.load_seeds()
    promises, decisions = corpus.commitments[:5], corpus.decisions
    return [
        corpus,
        fc.total(corpus.funding_lines, stages=list(fc.Stage)),
        fc.align(promises, decisions),
        fc.rank(promises, decisions)[0],
        fc.explain(promises[0], decisions[0], among=decisions),
        fc.coverage(promises, decisions),
        fc.read_amounts("Er is jaarlijks bijna 12 miljoen euro voorzien in 2021 en 2022.")[0],
        fc.read_dates("op 3 mei 2021")[0],
    ]


def test_results(results: list[Any]) -> None:
    """Every result keeps the law of the round trip, and is written as `json.dumps` would."""
    for result in results:
        laws.round_trip(result)
        kind: Any = type(result)
        assert encoder(kind)(result) == slowly(result)
        assert from_json(to_json(result, indent=2), type(result)) == result


def test_what_json_cannot_hold() -> None:
    """A number without end is refused, on one line and on many."""
    ranked = fc.Ranked(decision=fc.Decision(id="d", title="x"), score=0.5)
    object.__setattr__(ranked, "score", float("inf"))
    for indent in (None, 2):
        with pytest.raises(ExchangeError, match="holds what JSON cannot"):
            to_json(ranked, indent=indent)
