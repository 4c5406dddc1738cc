"""Whoever gives a function something else than it takes hears what to give."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import flanders_care as fc
from flanders_care.arguments import all_of, one_of

loose: Any = fc  # so that a type checker does not refuse what is tested here
PROMISES = "give a list of Commitment(id=..., text=...), not"
DECISIONS = "give a list of Decision(id=..., title=...), not"
LINES = "give a list of FundingLine(id=..., amount=...), not"
PROMISE = fc.Commitment(id="c", text="Zorg")
DECISION = fc.Decision(id="d", title="Zorg")


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: loose.align(["text"], [DECISION]), f"commitments: {PROMISES} 'text'"),
        (lambda: loose.align([PROMISE], ["text"]), f"decisions: {DECISIONS} 'text'"),
        (lambda: loose.align(PROMISE, [DECISION]), f"commitments: {PROMISES} <Commitment c: Zorg>"),
        (lambda: loose.rank("x", [DECISION]), f"commitments: {PROMISES} 'x'"),
        (lambda: loose.rank([PROMISE], [PROMISE]), f"decisions: {DECISIONS} <Commitment c: Zorg>"),
        (lambda: loose.coverage([DECISION], [DECISION]), f"commitments: {PROMISES} <Decision d: Zorg>"),
        (lambda: loose.follow(7, [DECISION]), f"commitments: {PROMISES} 7"),
        (lambda: loose.follow([PROMISE], 7), f"decisions: {DECISIONS} 7"),
        (lambda: loose.index(["text"]), f"decisions: {DECISIONS} 'text'"),
        (lambda: loose.index([DECISION], background=["text"]), f"background: {PROMISES} 'text'"),
        (
            lambda: loose.explain("text", DECISION, among=[DECISION]),
            "commitment: give Commitment(id=..., text=...), not 'text'",
        ),
        (
            lambda: loose.explain(PROMISE, "text", among=[DECISION]),
            "decision: give Decision(id=..., title=...), not 'text'",
        ),
        (lambda: loose.dossiers(7), f"decisions: {DECISIONS} 7"),
        (lambda: loose.dossiers(["text"]), f"decisions: {DECISIONS} 'text'"),
        (lambda: loose.audit([]), "corpus: give Corpus(), not []"),
        (lambda: loose.total([1]), f"lines: {LINES} 1"),
        (lambda: loose.total(DECISION), f"lines: {LINES} <Decision d: Zorg>"),
        (lambda: loose.aggregate([DECISION], by="year"), f"lines: {LINES} <Decision d: Zorg>"),
        (lambda: loose.funding_lines("text"), "decision: give Decision(id=..., title=...), not 'text'"),
        (lambda: loose.read_amounts(DECISION), "text: give str, not <Decision d: Zorg>"),
        (lambda: loose.read_dates(None), "text: give str, not None"),
    ],
)
def test_a_wrong_argument(call: Callable[[], Any], message: str) -> None:
    """The error names the argument, says what to give, and is both a `TypeError` and one of our own."""
    with pytest.raises(fc.errors.WrongArgumentError) as caught:
        call()
    assert str(caught.value) == message
    assert isinstance(caught.value, TypeError | ValueError)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: loose.total([], stages=["nope"]), "requested, announced, budgeted, awarded, paid"),
        (lambda: loose.aggregate([], by="colour"), "year, programme, payer, recipient, stage, decision, document"),
        (lambda: loose.load_text("x", family="nope"), "adherence-report, closing-report"),
        (lambda: loose.rank([PROMISE], [DECISION], profile="nope"), "default, char-ngrams, bm25"),
    ],
)
def test_a_word_that_nothing_answers_to(call: Callable[[], Any], message: str) -> None:
    """The error lists what there is."""
    with pytest.raises(fc.FlandersCareError, match=message):
        call()


def test_what_is_right_passes() -> None:
    """Subclasses pass; many things come back as a list, whatever iterable they came in; nothing is none at all."""

    class Own(str):
        __slots__ = ()

    assert one_of(str, Own("a"), "text") == "a"
    assert all_of(str, (name for name in ("a", Own("b"))), "names") == ["a", "b"]
    assert all_of(str, (), "names") == []
