"""What holds for every loader of prose: quotes are exact, references lead somewhere, nothing raises, time is linear."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.families.recognition import FAMILIES
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document

READERS = {
    "001": "closing",
    "002": "question",
    "003": "press",
    "004": "note",
}


def _reader(module: str) -> Callable[[Document], Loaded]:
    return cast("Callable[[Document], Loaded]", importlib.import_module(f"flanders_care.families.{module}").load)


@pytest.mark.parametrize(("number", "module"), READERS.items())
def test_quotes_are_exact(seed: Callable[[str], Document], number: str, module: str) -> None:
    """For every source: document.text[start:end] == quote."""
    corpus = _reader(module)(seed(number)).corpus
    [document] = corpus.documents
    sources = [source for record in corpus.records() for source in getattr(record, "sources", ())]
    assert sources
    assert all(document.text[source.start : source.end] == source.quote for source in sources)


@pytest.mark.parametrize(("number", "module"), READERS.items())
def test_the_same_every_time(seed: Callable[[str], Document], number: str, module: str) -> None:
    """Functions change no input: reading twice gives the same, and the document is as it was, its family filled in."""
    document = seed(number)
    first, second = _reader(module)(document), _reader(module)(document)
    assert first == second
    assert first.corpus.documents[0].text == document.text
    assert first.corpus.documents[0].family in FAMILIES


@pytest.mark.parametrize(("number", "module"), READERS.items())
def test_references_lead_somewhere(seed: Callable[[str], Document], number: str, module: str) -> None:
    """Every id that a record refers to is of a record in the corpus."""
    corpus = _reader(module)(seed(number)).corpus
    ids = {record.id for record in corpus.records()}
    single = ("programme_id", "parent_id", "same_as", "part_of")
    several = ("actor_ids", "payer_ids", "recipient_ids")
    referred = {getattr(record, name, None) for record in corpus.records() for name in single}
    for record in corpus.records():
        referred.update(identity for name in several for identity in getattr(record, name, ()))
        referred.update(involvement.actor_id for involvement in getattr(record, "involvements", ()))
    assert referred - {None} <= ids


@pytest.mark.parametrize(("number", "module"), READERS.items())
def test_windows_line_ends(seed: Callable[[str], Document], number: str, module: str) -> None:
    """A document with Windows newlines says the same as one without."""
    document = seed(number)
    windows = Document(id=document.id, text=document.text.replace("\n", "\r\n"))
    one, other = _reader(module)(document).corpus, _reader(module)(windows).corpus
    assert [c.text for c in one.commitments] == [c.text for c in other.commitments]
    assert [p.name for p in one.programmes] == [p.name for p in other.programmes]
    assert [str(line.amount) for line in one.funding_lines] == [str(line.amount) for line in other.funding_lines]


_WORDS = st.sampled_from(
    [
        *(
            "1.",
            "7.1",
            "•",
            "o",
            "-",
            "Actie 1 –",
            "Fig. 3",
            "Box 1",
            "Antwoord",
            "?",
            ":",
            ".",
            ".1",
            "“",
            "”",
            "\n",
            "\n\n",
        ),
        *(
            "\f",
            " ",
            "drie pijlers:",
            "de derde pijler",
            "VITO",
            "TETRA",
            "het programma",
            "zal",
            "tegen 2025",
            "waarvan",
        ),
        *(
            "12 miljoen euro",
            "45 kmo’s",
            "in samenwerking met",
            "bestaande uit",
            "https://a.be",
            "1 https://a.be",
            "|",
            "12",
        ),
    ]
)


@pytest.mark.parametrize("module", READERS.values())
@given(words=st.lists(_WORDS, max_size=40))
def test_no_text_raises(module: str, words: list[str]) -> None:
    """Text that a loader does not understand becomes a diagnostic; it never raises, and quotes stay exact."""
    text = " ".join(words)
    corpus = _reader(module)(Document(id="drawn", text=text)).corpus
    sources = [source for record in corpus.records() for source in getattr(record, "sources", ())]
    assert all(text[source.start : source.end] == source.quote for source in sources)


HOSTILE = [
    "de derde pijler van het programma drie pijlers: ",
    "in samenwerking met VITO stuurgroep bestaande uit ",
    "1 x\n\n",
    "acties ",
    "“woord woord woord woord woord ” ",
    "• TETRA drie lijnen:\n",
    "a",
    "“",
    "\f a",
    "Een programma voor ",
    "| 1 | 2 |\n",
    "1,1,1,1",
]


@pytest.mark.parametrize("module", READERS.values())
@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_ends(module: str, piece: str) -> None:
    """Twice the text costs about twice the time: a long text of one piece over and over is read to its end."""
    text = piece * (20_000 // len(piece))
    assert _reader(module)(Document(id="hostile", text=text)).corpus.documents[0].text == text
