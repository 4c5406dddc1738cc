"""Joining what many files yield."""

from __future__ import annotations

import datetime
import itertools

from flanders_care.diagnostics import Diagnostic
from flanders_care.families.decisions.apart import keep_apart
from flanders_care.families.decisions.decisions import load
from flanders_care.loading.gather import gather
from flanders_care.model.decision import Decision
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document

DAY = datetime.date(2021, 3, 5)


def dump(name: str, text: str) -> Loaded:
    """Read a dump."""
    return load(Document(id=name, text=text))


def test_the_same_decision_twice_is_one() -> None:
    """The same content under one id is one decision, and nothing is said of it."""
    one = Decision(id="d", title="Titel", date=DAY)
    assert keep_apart([one, one]) == ((one,), ())


def test_different_contents_of_one_id_stay_apart() -> None:
    """Of different contents under one id the richest keeps the id, whatever the order."""
    rich = Decision(id="d", title="Titel", text="Lang verhaal", date=DAY)
    poor = Decision(id="d", title="Titel", date=DAY)
    other = Decision(id="e", title="Titel", date=DAY)
    results = set()
    for order in itertools.permutations((rich, poor, other)):
        kept, diagnostics = keep_apart(order)
        results.add(tuple(sorted((d.id, d.text) for d in kept)))
        assert [d.code for d in diagnostics] == ["duplicate-id"]
    [(first, second, third)] = results
    assert first == ("d", "Lang verhaal")
    assert second[0].startswith("d~")
    assert third == ("e", "")


def test_files_that_disagree_on_an_id_both_count() -> None:
    """Two files that give one id different texts are both kept, and every source is exact."""
    one = dump("een", '{"id": "D", "title": "Dijk", "text": "Dijk  Goedgekeurd na advies."}')
    two = dump("twee", '[{"id": "D", "title": "Dijk", "text": "Dijk  Uitgesteld."}, {"id": "E", "title": "Pomp"}]')
    joined = gather([one, two])
    assert joined == gather([two, one])
    assert [d.text for d in joined.corpus.decisions] == ["Goedgekeurd na advies.", "Uitgesteld.", ""]
    assert [d.code for d in joined.diagnostics] == ["duplicate-id"]
    for decision in joined.corpus.decisions:
        [source] = decision.sources
        assert joined.corpus.document(source).text == source.quote


def test_diagnostics_are_sorted_and_said_once() -> None:
    """Diagnostics stand in order of document and place, each once."""
    here = Diagnostic(code="b", message="hier", document_id="a", start=5, end=6)
    there = Diagnostic(code="a", message="daar", document_id="a", start=2, end=3)
    whole = Diagnostic(code="c", message="alles")
    joined = gather([Loaded(diagnostics=(here, there)), Loaded(diagnostics=(here, whole))])
    assert joined.diagnostics == (whole, there, here)
