"""Running text and the way back to the raw one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from flanders_care.provenance import Document
from flanders_care.reading.running_text import read_document

PAGES = (
    "1 Inleiding\n\nDe EU zag de opportu-\nniteiten voor de zorg- en welzijnssector.1 Dit netwerk \n\n1 https://a.be\n"
    "https://a.be/x\n\f ontstond vanuit drie netwerken.\n"
)


def test_furniture_and_marks_are_left_out() -> None:
    """Footnote marks, links and line ends are gone; broken words are joined; suspended hyphens stay."""
    reading = read_document(Document(id="n", text=PAGES))
    assert reading.text.split("\n\n")[1] == (
        "De EU zag de opportuniteiten voor de zorg- en welzijnssector. Dit netwerk ontstond vanuit drie netwerken."
    )


def test_sentence_over_a_page_has_two_sources() -> None:
    """What a page break tears apart is one source a part, each quoting the raw text."""
    reading = read_document(Document(id="n", text=PAGES))
    sentence = reading.sentences[-1]
    assert [source.quote for source in reading.sources(sentence.start, sentence.end)] == [
        "Dit netwerk",
        "ontstond vanuit drie netwerken.",
    ]


def test_wrapped_line_is_one_source() -> None:
    """A line end or a footnote mark inside does not split a source."""
    reading = read_document(Document(id="n", text=PAGES))
    start = reading.text.index("opportuniteiten")
    [source] = reading.sources(start, start + len("opportuniteiten"))
    assert source.quote == "opportu-\nniteiten"


def test_sections_of_places() -> None:
    """A place knows its section; a heading without number stands behind its parent."""
    text = "3 Steun\n\nDe steun.\n\nImpact verwachting:\nDe impact van deze maatregel op de gezondheidszorg is groot.\n"
    reading = read_document(Document(id="n", text=text))
    assert reading.section_name(reading.text.index("De steun")) == "3 Steun"
    assert reading.section_name(reading.text.index("De impact")) == "3 Steun / Impact verwachting"


def test_places_without_section_or_sentence() -> None:
    """Before the first heading there is no section, between two blocks no sentence, in an empty text nothing."""
    reading = read_document(Document(id="n", text="Een zin.\n\nNog een zin.\n"))
    assert reading.section_name(0) is None
    assert reading.sentence_at(reading.text.index("\n\n")) is None
    empty = read_document(Document(id="n", text=""))
    assert (empty.section(0), empty.sentence_at(0), empty.sources(0, 0)) == (None, None, ())


@given(st.text(alphabet="abc de.1-\n\f•", max_size=200))
def test_every_place_leads_back(text: str) -> None:
    """For every source: document.text[start:end] == quote, and the quotes hold the words of the sentence."""
    document = Document(id="n", text=text)
    reading = read_document(document)
    for sentence in reading.sentences:
        sources = reading.sources(sentence.start, sentence.end)
        assert all(document.text[s.start : s.end] == s.quote for s in sources)
        kept = "".join(c for s in sources for c in s.quote if c.isalpha())
        assert "".join(c for c in sentence.text if c.isalpha()) == kept
