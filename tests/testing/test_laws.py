"""The laws hold for our own records and functions, and catch what breaks them."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from flanders_care.alignment.results import Ranked
from flanders_care.budget.totals import total
from flanders_care.diagnostics import Diagnostic
from flanders_care.model.actor import Actor
from flanders_care.model.commitment import Commitment
from flanders_care.model.corpus import Corpus
from flanders_care.model.decision import Decision
from flanders_care.model.funding import FundingLine
from flanders_care.model.loaded import Loaded
from flanders_care.model.programme import Involvement, Programme
from flanders_care.model.totals import Total
from flanders_care.money import Amount
from flanders_care.provenance import Document, Source
from flanders_care.testing import laws

NOTE = Document(id="note", text="We voorzien 12 miljoen euro.")
LINE = FundingLine(id="f", amount=Amount.of(5), stage="awarded")


def breaks(words: str, law: Callable[..., object], *arguments: Any, **named: Any) -> None:
    """Check that a law is broken, and that its message says how."""
    with pytest.raises(AssertionError, match=re.escape(words)):
        law(*arguments, **named)


def test_quote() -> None:
    """A source that quotes its document keeps the law, in a corpus, in what was loaded, and alone."""
    actor = Actor(id="a", name="x", sources=(NOTE.source(0, 2),))
    corpus = Corpus(documents=(NOTE,), actors=(actor,))
    laws.quote(corpus)
    laws.quote(Loaded(corpus=corpus))
    laws.quote([actor], [NOTE])


def test_quote_broken() -> None:
    """A source that quotes what is not there, or points nowhere, breaks the law of quotes."""
    actor = Actor(id="a", name="x", sources=(Source(document_id="note", start=0, end=2, quote="Ik"),))
    breaks("the document says 'We'", laws.quote, [actor], [NOTE])
    breaks("is not there", laws.quote, Corpus(actors=(actor,)))


def test_references_broken() -> None:
    """A line whose payer, or an actor's part in a programme, is nobody that the corpus knows breaks the law."""
    line = attrs.evolve(LINE, payer_ids=("actor:x",))
    breaks("payer_ids of f names actor:x", laws.references, Corpus(funding_lines=(line,)))
    programme = Programme(id="p", name="P", involvements=(Involvement(actor_id="actor:x", role="lead"),))
    breaks("actor_id of p names actor:x", laws.references, Corpus(programmes=(programme,)))


def _one_more(value: int) -> int:
    return value + 1


@attrs.frozen
class Forgetful:
    """A record that rounds what it is given."""

    value: int = attrs.field(converter=_one_more)


def test_round_trip_broken() -> None:
    """A converter that changes its value each time breaks the law of the round trip."""
    breaks("came back as", laws.round_trip, Forgetful(1))


def test_order_broken() -> None:
    """The first of a list depends on the order."""
    breaks("another order gives another result", laws.order, lambda items: items[0], [1, 2, 3])


def test_bounds_broken() -> None:
    """An amount whose bounds were put on the wrong side by force breaks the law of bounds."""
    amount = Amount.of(5, "at_least")
    object.__setattr__(amount, "low", Decimal(9))
    breaks("low 9 is above its value", laws.bounds, amount)
    amount = Amount.of(5, "at_most")
    object.__setattr__(amount, "high", Decimal(1))
    breaks("high 1 is below its value", laws.bounds, amount)


def test_stage_broken() -> None:
    """A total that adds whatever it is given, or refuses what is of one stage, breaks the law of stages."""
    lines = [LINE, attrs.evolve(LINE, id="g", stage="paid")]

    def careless(given: Sequence[FundingLine], stages: Any = None) -> Total:
        return Total(amount=None, counted=tuple(given))

    breaks("2 stages were added", laws.stage, careless, lines)
    breaks("of one stage were refused", laws.stage, lambda _: total(lines), [LINE])

    def deaf(given: Sequence[FundingLine], stages: Any = None) -> Total:
        return total(given) if stages is None else careless(given)

    breaks("was counted as awarded", laws.stage, deaf, lines)


def test_sum_broken() -> None:
    """A total that forgets a line, gives no reason, or adds wrongly breaks the law of sums."""
    lines = [LINE, attrs.evolve(LINE, id="g")]

    def forgetful(given: Sequence[FundingLine], stages: Any = None) -> Total:
        return total(given[:1], stages=stages)

    breaks("are not all the lines", laws.sum, forgetful, lines)

    def silent(given: Sequence[FundingLine], stages: Any = None) -> Any:
        @attrs.frozen
        class Silent:
            counted: Any = ()
            left_out: Any = tuple(attrs.make_class("Item", ["line", "reason"])(line, "") for line in given)

        return Silent()

    breaks("nothing says why", laws.sum, silent, lines)

    def wrong(given: Sequence[FundingLine], stages: Any = None) -> Total:
        return attrs.evolve(total(given, stages=stages), amount=Amount.of(len(given) ** 2))

    breaks("the groups add up to 2 EUR, the whole is 4 EUR", laws.sum, wrong, lines)


DECISIONS = [
    Decision(id="d1", title="Subsidie voor de renovatie van sociale woningen"),
    Decision(id="d2", title="Benoeming van een regeringscommissaris"),
    Decision(id="d3", title="Een fietssnelweg langs het kanaal", text="De Vlaamse Regering keurt de aanleg goed."),
]
COMMITMENTS = [Commitment(id="c1", text="We investeren in de renovatie van sociale woningen.")]


@attrs.frozen
class Scored:
    """What a scorer of one's own gives back; it need not be a record of ours."""

    decision: Decision
    score: float


@pytest.mark.parametrize(
    ("scores", "words"),
    [
        ([2.0, 0.5, 0.1], "outside 0..1"),
        ([0.1, 0.5, 0.2], "stands behind"),
        ([0.9, 0.5], "not every decision is ranked once"),
    ],
)
def test_score_broken(scores: list[float], words: str) -> None:
    """A scorer that leaves 0..1, its order or a decision out breaks the law of scores."""

    def scorer(_: Sequence[Commitment], decisions: Sequence[Decision]) -> list[Any]:
        return [Scored(decision, value) for decision, value in zip(decisions, scores, strict=False)]

    breaks(words, laws.score, scorer, COMMITMENTS, DECISIONS)


def test_score_of_chance() -> None:
    """A scorer that draws lots, or likes the first decision best, breaks the law of scores."""

    def fickle(_: Sequence[Commitment], decisions: Sequence[Decision]) -> list[Ranked]:
        return [Ranked(decision=decision, score=random.random()) for decision in decisions]  # noqa: S311

    def partial(_: Sequence[Commitment], decisions: Sequence[Decision]) -> list[Ranked]:
        return [Ranked(decision=decision, score=1 / (1 + n)) for n, decision in enumerate(decisions)]

    breaks("two answers", laws.score, fickle, COMMITMENTS, DECISIONS)
    breaks("the text of c1 itself scores", laws.score, partial, COMMITMENTS, DECISIONS)


def test_pure_broken(tmp_path: Path) -> None:
    """What writes, changes its input, counts, draws lots or sets the environment is not pure."""
    seen: list[int] = []
    target = tmp_path / "x"

    def counting() -> int:
        seen.append(1)
        return len(seen)

    breaks("it called", laws.pure, lambda: target.write_text("x"))
    breaks("changed its input", laws.pure, lambda items: items.append(1), [])
    breaks("another result", laws.pure, counting)
    breaks("random numbers", laws.pure, lambda: random.random() * 0)  # noqa: S311
    breaks("environment", laws.pure, lambda: os.environ.__setitem__("FLANDERS_CARE_X", str(counting())))
    os.environ.pop("FLANDERS_CARE_X")


@attrs.frozen
class Bag:
    """Something with a `|` of its own."""

    items: tuple[Any, ...]
    join: Callable[[Any, Any], tuple[Any, ...]]

    def __or__(self, other: Bag) -> Bag:
        return Bag(self.join(self.items, other.items), self.join)


@pytest.mark.parametrize(
    ("join", "words"),
    [
        (lambda one, other: (len(one) - len(other),) * abs(len(one) - len(other)), "not associative"),
        (lambda one, other: one, "not commutative"),
        (lambda one, other: tuple(sorted(one + other, key=str)), "not idempotent"),
        (lambda one, other: (), "a source got lost"),
    ],
)
def test_merge_broken(join: Any, words: str) -> None:
    """A join that depends on grouping or order, repeats or forgets breaks the law of merging."""
    bags = [Bag((NOTE.source(0, n),) * n, join) for n in (1, 2, 3)]
    breaks(words, laws.merge, *bags)


def test_bad_input_broken() -> None:
    """A loader that raises, says nothing, or points outside breaks the law of bad input."""

    def saying(**fields: Any) -> Loaded:
        return Loaded(diagnostics=(Diagnostic(**({"code": "odd-text", "message": "odd"} | fields)),))

    breaks("raised ZeroDivisionError", laws.bad_input, lambda _: 1 / 0, "x")
    breaks("nothing says why", laws.bad_input, lambda _: Loaded(), "x")
    breaks("is no code", laws.bad_input, lambda _: saying(code="Odd Text"), "x")
    breaks("points outside the 1 characters", laws.bad_input, lambda _: saying(start=0, end=9), "x")
    assert laws.bad_input(lambda _: Loaded(), " ") == Loaded()


class Steps:
    """A clock that counts work instead of time."""

    def __init__(self) -> None:
        self.done = 0.0

    def __call__(self) -> float:
        """The work done so far."""
        return self.done


@pytest.mark.parametrize(("power", "fine"), [(0, True), (1, True), (2, False), (3, False)])
def test_linear(power: int, fine: bool) -> None:
    """Work that grows with the text is allowed, work that grows with its square is not."""
    steps = Steps()

    def work(text: str) -> None:
        steps.done += len(text) ** power

    if fine:
        laws.linear(work, "x" * 100, clock=steps)
    else:
        breaks("each doubling of the text costs", laws.linear, work, "x" * 100, clock=steps)


def test_linear_of_no_work() -> None:
    """What costs nothing is fine, and the real clock is there by itself."""
    laws.linear(lambda _: None, "x", clock=lambda: 0.0)
    laws.linear(lambda _: None, "x", most=1e9)
