"""Misuse of the public face: mypy and pyright, both strict, must reject every line marked so, and no other."""

from __future__ import annotations

import datetime
from decimal import Decimal

import flanders_care as fc


def misuse(corpus: fc.Corpus, decision: fc.Decision) -> None:
    """Each line does something that would fail, or say something wrong, when it ran."""
    fc.Actor("actor:vito", "VITO")  # rejected: records take names only
    fc.Actor(id="actor:vito")  # rejected: no name
    fc.Actor(id=7, name="VITO")  # rejected: an id is a text
    fc.Actor(id="a", name="b", colour="red")  # rejected: no such field
    fc.Decision(id="d", title="x", date="2021-06-30")  # rejected: a date is a date
    fc.Decision(id="d", title="x", aliases=["y"])  # rejected: sequences are tuples
    fc.Amount(value=12.5)  # rejected: a float is not exact
    fc.Amount.of(12.5)  # rejected: a float is not exact
    fc.Amount.of(5) + 5  # rejected: five what?
    fc.Amount.of(5) * 1.5  # rejected: a whole number of times
    decision.title = "other"  # rejected: records are frozen
    corpus.decisions.append(decision)  # rejected: a tuple
    corpus | decision  # rejected: a corpus merges with a corpus
    Decimal("1") + fc.total(corpus.funding_lines).amount  # rejected: an amount is no number, and may be missing
    fc.total(corpus.decisions)  # rejected: decisions are no sums
    fc.total(corpus.funding_lines, stages=7)  # rejected: stages are words
    fc.total(corpus.funding_lines, stages=["nope"])  # rejected: there is no such stage
    fc.aggregate(corpus.funding_lines, by="colour")  # rejected: nothing has a colour
    fc.aggregate(corpus.funding_lines, by=("year", "colour"))  # rejected: nor in a cross table
    fc.aggregate(corpus.funding_lines, by="year", spread="odd")  # rejected: evenly, or not at all
    fc.aggregate(corpus.decisions, by="year")  # rejected: decisions are no sums
    fc.align(["text"], corpus.decisions)  # rejected: promises are records
    fc.explain("text", decision, among=corpus.decisions)  # rejected: a promise is a record
    fc.dossiers(corpus.commitments)  # rejected: promises are no steps of a file
    fc.audit(corpus.claims)  # rejected: claims without their decisions
    fc.load_text("x", family=7)  # rejected: a family has a name
    fc.rank(corpus.decisions, corpus.commitments)  # rejected: the other way round
    fc.align(corpus.commitments, corpus.decisions, 3)  # rejected: top takes its name
    fc.load(7)  # rejected: a path or a document
    fc.read_amounts(decision)  # rejected: a text
    print(fc.from_json(fc.to_json(decision), fc.Decision).name)  # rejected: a decision has a title
    fc.from_json("{}", "Decision")  # rejected: the class, not its name
    day: datetime.date = decision.date  # rejected: it may be missing
    fc.nothing()  # rejected: no such name
    fc.content_id("x")  # rejected: it moved to fc.ids
    print(day)
