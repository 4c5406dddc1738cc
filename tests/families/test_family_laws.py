"""What holds for every reader of prose: quotes are exact, references lead somewhere, nothing raises, time is linear."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.families.kinds import find_family
from flanders_care.provenance import Document
from flanders_care.testing import laws

SEEDS = {"001": "closing-report", "002": "written-question", "003": "press-release", "004": "policy-note"}


@pytest.mark.parametrize(("number", "family"), SEEDS.items())
def test_seeds_keep_the_laws(seed: Callable[[str], Document], number: str, family: str) -> None:
    """Every quote of a seed is exact, every id leads to a record, and reading it changes nothing and repeats."""
    loaded = laws.pure(find_family(family).read, seed(number))
    assert loaded.corpus.commitments
    assert loaded.corpus.documents == (attrs.evolve(loaded.corpus.documents[0], family=family, text=seed(number).text),)
    laws.quote(loaded)
    laws.references(loaded.corpus)


@pytest.mark.parametrize(("number", "family"), SEEDS.items())
def test_windows_line_ends(seed: Callable[[str], Document], number: str, family: str) -> None:
    """A document with Windows newlines says the same as one without."""
    document = seed(number)
    windows = Document(id=document.id, text=document.text.replace("\n", "\r\n"))
    one, other = (find_family(family).read(read).corpus for read in (document, windows))
    assert [c.text for c in one.commitments] == [c.text for c in other.commitments]
    assert [p.name for p in one.programmes] == [p.name for p in other.programmes]
    assert [str(line.amount) for line in one.funding_lines] == [str(line.amount) for line in other.funding_lines]


_MARKS = [
    "1.",
    "7.1",
    "•",
    "o",
    "-",
    "?",
    ":",
    ".",
    ".1",
    "“",
    "”",
    "\n",
    "\n\n",
    "\f",
    " ",
    "|",
    "12",
    "1 https://a.be",
]
_HEADS = ["Actie 1 –", "Fig. 3", "Box 1", "Antwoord", "drie pijlers:", "de derde pijler", "bestaande uit"]
_WORDS = ["VITO", "TETRA", "het programma", "zal", "tegen 2025", "waarvan", "12 miljoen euro", "in samenwerking met"]


@pytest.mark.parametrize("family", SEEDS.values())
@given(words=st.lists(st.sampled_from([*_MARKS, *_HEADS, *_WORDS, "45 kmo’s", "https://a.be"]), max_size=40))
def test_no_text_raises(family: str, words: list[str]) -> None:
    """Text that a reader does not understand becomes a diagnostic; it never raises, and quotes stay exact."""
    laws.quote(laws.bad_input(lambda text: find_family(family).read(Document(id="drawn", text=text)), " ".join(words)))


BAD = [
    *("", " ", "\f\f", "1", "1.", "1.1.1", "•", "“", "””", "?", "1. ?\n\n1. \n", "Antwoord\n", "Tags", "3 mei 2023"),
    *("Actie 1", "Vervolg\n• \n• \n", "7.1 Actie 1 –\n\n7.2 Actie 2 -\n", "Fig. 1\n", "Box 1\n", "\x00\x01"),
    *("•\n" * 99, "?\n" * 500),
]


@pytest.mark.parametrize("family", SEEDS.values())
@pytest.mark.parametrize("text", BAD)
def test_bad_input(family: str, text: str) -> None:
    """What is hardly a document of its family is read, and stays as it is."""
    loaded = laws.bad_input(lambda given_text: find_family(family).read(Document(id="bad", text=given_text)), text)
    assert loaded.corpus.documents[0].text == text


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


@pytest.mark.parametrize("family", SEEDS.values())
@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_ends(family: str, piece: str) -> None:
    """Twice the text costs about twice the time: a long text of one piece over and over is read to its end."""
    text = piece * (20_000 // len(piece))
    assert find_family(family).read(Document(id="hostile", text=text)).corpus.documents[0].text == text
