"""Joining what many files yield."""

from __future__ import annotations

from flanders_care.diagnostics import Diagnostic
from flanders_care.families.decisions.decisions import load
from flanders_care.loading.gather import gather
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document


def dump(name: str, text: str) -> Loaded:
    """Read a dump."""
    return load(Document(id=name, text=text))


def test_files_that_disagree_on_an_id_both_count() -> None:
    """Two files that give one id different texts are both kept, every source is exact, and it is said."""
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
