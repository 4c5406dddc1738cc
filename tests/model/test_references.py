"""Which fields of records name other records."""

from __future__ import annotations

import attrs
from hypothesis import given

from flanders_care.model.corpus import Corpus
from flanders_care.model.funding import FundingLine
from flanders_care.model.programme import Involvement, Pillar, Programme
from flanders_care.model.references import follow, references
from flanders_care.money import Amount
from flanders_care.provenance import Source
from flanders_care.testing.strategies import corpora


def test_what_a_record_names() -> None:
    """Single ids, several, and those of sources, pillars and involvements; its own id is no reference."""
    source = Source(document_id="doc", start=0, end=1, quote="x")
    line = FundingLine(
        id="f", amount=Amount.of(1), payer_ids=("a", "b"), decision_id="d", part_of="g", sources=(source,)
    )
    assert sorted(references(line)) == ["a", "b", "d", "doc", "g"]
    programme = Programme(
        id="p",
        name="P",
        parent_id="q",
        pillars=(Pillar(id="p:1", name="x", order=1, sources=(source,)),),
        involvements=(Involvement(actor_id="a", role="lead"),),
    )
    assert sorted(references(programme)) == ["a", "doc", "q"]
    moved = follow(programme, {"a": "b", "doc": "text", "q": "r", "p": "no"})
    assert sorted(references(moved)) == ["b", "r", "text"]
    assert (moved.id, moved.pillars[0].id) == ("p", "p:1")
    assert follow(line, {"z": "y"}) is line
    assert follow(line, {"b": "a"}).payer_ids == ("a",)


@given(corpora())
def test_every_field_that_names_a_record_is_known(corpus: Corpus) -> None:
    """No record of a drawn corpus names one that is not there, and no field with an id is passed over."""
    assert all(identity in corpus for record in corpus for identity in references(record))
    for record in corpus:
        for field in attrs.fields(type(record)):
            if field.name.endswith(("_id", "_ids")):
                value = getattr(record, field.name)
                ids = value if isinstance(value, tuple) else () if value is None else (value,)
                assert set(ids) <= set(references(record))
