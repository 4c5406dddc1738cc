"""Documents and places in them."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.errors import InvalidValueError
from flanders_care.provenance import Document, Source, merge_sources, page_of
from flanders_care.testing import strategies

NOTE = Document(id="note", family="policy-note", text="We voorzien 12 miljoen euro.")


@given(st.data(), strategies.plain_documents())
def test_quote(data: st.DataObject, document: Document) -> None:
    """For every source: `document.text[start:end] == quote`."""
    source = data.draw(strategies.sources(document))
    assert document.text[source.start : source.end] == source.quote
    assert document.source(source.start, source.end) == source


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 2), (0, 29), (29, 29)])
def test_places_outside(start: int, end: int) -> None:
    """Offsets that do not lie in the text in that order are refused, with the length of the text."""
    with pytest.raises(InvalidValueError, match="are not in its 28 characters"):
        NOTE.source(start, end)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"start": -1, "end": 0}, "Source.start: counts characters from 0, not -1"),
        ({"end": 5}, "0:5 needs 5 characters, not 1"),
        ({"start": "0"}, "Source.start: needs int"),
        ({"quote": None}, "Source.quote: needs str"),
        ({"document_id": ""}, "Source.document_id"),
    ],
)
def test_sources_refused(fields: dict[str, object], words: str) -> None:
    """A place whose length is not that of its quote is none."""
    with pytest.raises(InvalidValueError) as caught:
        Source(**({"document_id": "d", "start": 0, "end": 1, "quote": "x"} | fields))  # type: ignore[arg-type]
    assert words in str(caught.value)


def test_merged_sources() -> None:
    """Each place stands once, by document and place, in whatever order the groups come."""
    first, second, third = NOTE.source(0, 2), NOTE.source(3, 5), Source(document_id="a", start=9, end=9, quote="")
    for order in permutations([first, second, third]):
        assert merge_sources(order[:2], order[1:]) == (third, first, second)
    assert merge_sources() == ()


def test_shown_shortly() -> None:
    """A document shows its family and length, not its text."""
    assert repr(NOTE) == "<Document note: policy-note, 28 characters>"
    assert repr(Document(id="x", text="")) == "<Document x: unknown family, 0 characters>"
    assert hash(NOTE) == hash(Document(id="note", family="policy-note", text=NOTE.text))


def test_the_page_of_a_source() -> None:
    """The page on which a source begins: by the pages of a PDF, by form feeds, or none; never in another document."""
    read = Document(id="d", text="een\n\ftwee\n\fdrie", pages=(0, 5, 11))
    plain = Document(id="d", text=read.text)
    for document in (read, plain):
        assert [page_of(document, document.source(at, at + 3)) for at in (0, 3, 5, 9, 11)] == [1, 1, 2, 2, 3]
    assert page_of(Document(id="d", text="een"), read.source(0, 3)) is None
    assert page_of(Document(id="e", text=read.text, pages=(0,)), read.source(0, 3)) is None
