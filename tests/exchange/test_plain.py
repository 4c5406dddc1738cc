"""Plain values: what JSON can hold, and one form of each figure, for every record and result."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

import flanders_care as fc
from flanders_care.errors import ExchangeError
from flanders_care.exchange.json import from_json, to_json
from flanders_care.exchange.plain import decimal_text, plain_value
from flanders_care.testing import laws


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
        fc.follow(promises, decisions),
        fc.read_amounts("Er is jaarlijks bijna 12 miljoen euro voorzien in 2021 en 2022.")[0],
        fc.read_dates("op 3 mei 2021")[0],
    ]


def _is_plain(value: Any) -> bool:
    if type(value) is dict:
        return all(type(key) is str and _is_plain(item) for key, item in value.items())
    if type(value) is list:
        return all(map(_is_plain, value))
    return value is None or type(value) in (str, int, float, bool)


def test_results(results: list[Any]) -> None:
    """Every result keeps the law of the round trip, and its plain value is plain throughout."""
    for result in results:
        laws.round_trip(result)
        assert _is_plain(plain_value(result))
        assert from_json(to_json(result, indent=2), type(result)) == result
        assert json.loads(to_json(result)) == json.loads(to_json(result, indent=2))


def test_what_json_cannot_hold() -> None:
    """A number without end is refused, on one line and on many."""
    ranked = fc.Ranked(decision=fc.Decision(id="d", title="x"), score=0.5)
    object.__setattr__(ranked, "score", float("inf"))
    for indent in (None, 2):
        with pytest.raises(ExchangeError, match="holds what JSON cannot"):
            to_json(ranked, indent=indent)


@pytest.mark.parametrize(
    ("value", "text"),
    [("1E+120", "1" + "0" * 120), ("1E+121", "1E+121"), ("1.0E+121", "1E+121"), ("1E-121", "1E-121")],
)
def test_figures_past_any_budget(value: str, text: str) -> None:
    """A figure of a dependant that would be a page of zeros keeps its exponent; it still has one form."""
    assert decimal_text(Decimal(value)) == text
    assert Decimal(text) == Decimal(value)
