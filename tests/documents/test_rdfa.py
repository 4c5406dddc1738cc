"""RDFa: who says what about what, as RDFa Core 1.1 has it, and never an error."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.documents.rdfa import PREFIXES, Resource, read_rdfa
from flanders_care.documents.web_page import read_page

pytest.importorskip("selectolax", reason='selectolax is not here; install the "documents" extra to run this test')

_DCT = PREFIXES["dct"]


def said(html: str) -> dict[str, Resource]:
    """What a page says."""
    return read_rdfa(read_page(html))


def test_subject_of_the_element_around() -> None:
    """A property without resource is said of the thing around it, with its place in the text."""
    html = '<div typeof="besluit:Besluit" resource="http://a.be/1"><h2 property="dct:title">Een titel</h2></div>'
    page = read_page(html)
    [thing] = read_rdfa(page).values()
    [title] = thing.values(f"{_DCT}title")
    assert (thing.id, thing.types) == ("http://a.be/1", ["http://data.vlaanderen.be/ns/besluit#Besluit"])
    assert (title.text, page.text[title.start : title.end], title.resource) == ("Een titel", "Een titel", False)
    assert thing.places == [(0, 9)]


def test_content_and_datetime() -> None:
    """The value is what `content` or `datetime` says, before what is shown."""
    found = said(
        '<p resource="http://a.be/1" typeof="b"><i property="dct:date" content="2024-05-13">gisteren</i>'
        '<time property="dct:issued" datetime="2024-05-14">vandaag</time></p>'
    )["http://a.be/1"]
    assert [value.text for value in found.values(f"{_DCT}date", f"{_DCT}issued")] == ["2024-05-13", "2024-05-14"]


def test_links_between_things() -> None:
    """A property on a typed thing, or one with a target, names that thing; what stands within is about it."""
    found = said(
        '<div about="http://a.be/m" typeof="besluit:Zitting">'
        '<p property="besluit:behandelt" typeof="besluit:Agendapunt" resource="http://a.be/1">'
        '<b property="dct:title">Punt</b></p><a property="dct:source" href="http://b.be">hier</a>'
        '<a rel="dct:relation stylesheet" href="http://c.be">daar</a>'
        '<i property="besluit:heeftStemming" typeof="besluit:Stemming"><b property="dct:title">Stem</b></i></div>'
    )
    meeting = found["http://a.be/m"]
    assert [v.text for v in meeting.values(f"{PREFIXES['besluit']}behandelt")] == ["http://a.be/1"]
    assert [v.text for v in meeting.values(f"{_DCT}source", f"{_DCT}relation")] == ["http://b.be", "http://c.be"]
    assert [v.text for v in found["http://a.be/1"].values(f"{_DCT}title")] == ["Punt"]
    [vote] = meeting.values(f"{PREFIXES['besluit']}heeftStemming")
    assert vote.resource
    assert [v.text for v in found[vote.text].values(f"{_DCT}title")] == ["Stem"]


def test_prefixes_and_vocabulary() -> None:
    """Declared prefixes hold within their element, names without prefix are of the vocabulary, quotes are taken off."""
    found = said(
        '<div prefix="x: http://x.be/ns#" vocab="http://v.be#"><p typeof=”x:Ding” resource="x:1">'
        '<i property="naam">A</i><i property="https://y.be/vol">B</i><i property="z:los">C</i></p></div>'
        '<p typeof="x:Ding" resource="http://a.be/2"></p>'
    )
    assert found["http://x.be/ns#1"].types == ["http://x.be/ns#Ding"]
    assert list(found["http://x.be/ns#1"].said) == ["http://v.be#naam", "https://y.be/vol", "z:los"]
    assert found["http://a.be/2"].types == ["x:Ding"]


def test_what_is_hidden_is_said_without_place() -> None:
    """A page may say what it does not show; it has its words and an empty place."""
    html = '<p>zicht</p><div hidden typeof="a" resource="http://a.be/1"><i property="dct:title">Stil</i></div>'
    [title] = said(html)["http://a.be/1"].values(f"{_DCT}title")
    assert title.text == "Stil"
    assert title.start == title.end


_PIECES = ["<p ", "property=", "typeof=", '"dct:title"', "resource=", '":"', '"_:"', ">", "</p>", "prefix='a: b'", "“"]


@given(
    st.lists(st.sampled_from([*_PIECES, "content", "=", "x", " ", "rel=a:b", "vocab=", "about=", "[]"]), max_size=30)
)
def test_broken_attributes(pieces: list[str]) -> None:
    """Broken attributes are no error, and every place lies in the text."""
    page = read_page("".join(pieces))
    for thing in read_rdfa(page).values():
        assert all(0 <= v.start <= v.end <= len(page.text) for values in thing.said.values() for v in values)
