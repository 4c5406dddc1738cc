"""Facts moved from a part of a document to the whole."""

from __future__ import annotations

from decimal import Decimal

from flanders_care.diagnostics import Diagnostic
from flanders_care.families.report.shifting import shifted
from flanders_care.model.commitment import Commitment
from flanders_care.model.corpus import Corpus
from flanders_care.model.indicator import Indicator
from flanders_care.model.loaded import Loaded
from flanders_care.model.programme import Pillar, Programme
from flanders_care.provenance import Document


def test_everything_moves_and_every_quote_holds() -> None:
    """Records, pillars and diagnostics point into the whole; ids stay; a place that is not known stays unknown."""
    part = Document(id="d", text="We bouwen 3 dijken.")
    whole = Document(id="d", text=f"# Kop\n{part.text}\nEinde")
    source = (part.source(3, 18),)
    pillar = Pillar(id="p#1", name="dijken", order=1, sources=source)
    loaded = Loaded(
        corpus=Corpus(
            documents=(part,),
            commitments=(Commitment(id="c", text=part.text, sources=source),),
            programmes=(Programme(id="p", name="Dijken", pillars=(pillar,), sources=source),),
            indicators=(Indicator(id="i", value=Decimal(3), sources=source),),
        ),
        diagnostics=(
            Diagnostic(code="a", message="hier", document_id="d", start=0, end=2),
            Diagnostic(code="b", message="ergens", document_id="d"),
        ),
    )
    moved = shifted(loaded, whole, 6)
    assert moved.corpus.documents == (whole,)
    places = [s for record in moved.corpus.records() for s in getattr(record, "sources", ())]
    assert [(s.start, s.quote) for s in places] == [(9, "bouwen 3 dijken")] * 4
    assert [(d.start, d.end) for d in moved.diagnostics] == [(6, 8), (None, None)]
    assert moved.corpus["c"].text == part.text
