"""A corpus: finding records, and showing itself shortly."""

from __future__ import annotations

import pytest
from hypothesis import given

from flanders_care.errors import UnknownNameError
from flanders_care.model.actor import Actor
from flanders_care.model.corpus import Corpus
from flanders_care.model.decision import Decision
from flanders_care.model.programme import Pillar, Programme
from flanders_care.provenance import Document
from flanders_care.testing.strategies import corpora

NOTE = Document(id="note", text="Blue Deal")
PROGRAMME = Programme(id="p", name="Blue Deal", pillars=(Pillar(id="p:1", name="Water", order=1),))
CORPUS = Corpus(
    documents=(NOTE,), programmes=(PROGRAMME,), decisions=(Decision(id="d1", title="x", aliases=("decision:x",)),)
)


def test_found_by_id() -> None:
    """Every record is found by its id, a pillar too, and a decision by its other ids."""
    assert CORPUS["p"] is PROGRAMME
    assert CORPUS["p:1"] is PROGRAMME.pillars[0]
    assert CORPUS["decision:x"].id == "d1"
    assert "note" in CORPUS
    assert CORPUS.get("nothing") is None
    assert "nothing" not in CORPUS
    with pytest.raises(UnknownNameError, match="no record has the id 'nothing'"):
        CORPUS["nothing"]


def test_document_of_a_source() -> None:
    """A source leads to its document, and to an error where the corpus does not hold it."""
    assert CORPUS.document(NOTE.source(0, 4)) is NOTE
    with pytest.raises(UnknownNameError, match="holds no document 'other'"):
        CORPUS.document(Document(id="other", text="x").source(0, 1))


@given(corpora())
def test_all_records(corpus: Corpus) -> None:
    """Iterating gives every record once; `len` counts them without pillars."""
    records = list(corpus)
    pillars = sum(len(programme.pillars) for programme in corpus.programmes)
    assert len(records) == len(corpus) + pillars
    assert all(corpus[record.id] == record for record in records)


def test_shown_shortly() -> None:
    """The repr counts, it does not list."""
    assert repr(CORPUS) == "<Corpus: 1 documents, 1 programmes, 1 decisions>"
    assert repr(Corpus()) == "<Corpus: empty>"


def test_shown_in_no_time() -> None:
    """The repr of 10^6 records looks at none of them."""

    class Watched(tuple[Actor, ...]):
        __slots__ = ()

        def __iter__(self) -> None:  # type: ignore[override]
            raise AssertionError("the records were looked at")

    corpus = Corpus()
    object.__setattr__(corpus, "actors", Watched([Actor(id="a", name="a")] * 1_000_000))
    assert repr(corpus) == "<Corpus: 1000000 actors>"
