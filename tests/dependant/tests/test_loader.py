"""The loader of minutes keeps the laws of flanders_care, for any text at all."""

from __future__ import annotations

from council_minutes import FAMILY, load_minutes
from hypothesis import given, settings
from hypothesis import strategies as st

import flanders_care as fc
from flanders_care.testing import laws, strategies

settings.register_profile("dependant", deadline=None, max_examples=40)
settings.load_profile("dependant")

MINUTES = fc.Document(
    id="raad-2023-05",
    date="2023-05-22",
    text="""Gemeenteraad van 22 mei 2023
Punt 1. Subsidie voor de scoutsgroep
Besluit: De raad kent een subsidie toe van 12.500,50 euro aan de scoutsgroep.
Punt 2. Vragenronde
""",
)


@st.composite
def minutes(draw: st.DrawFn) -> tuple[fc.Document, list[fc.Amount]]:
    """Draw minutes with the sums that stand in them, from the texts of flanders_care."""
    drawn = draw(st.lists(strategies.dutch_amount_texts(), max_size=3))
    lines = [f"Punt {n}. Subsidie\nBesluit: {' '.join(d.text.split())}\n" for n, d in enumerate(drawn, 1)]
    amounts = [written.amount for d in drawn for written in d.sums]
    return fc.Document(id="raad", text="Gemeenteraad\n" + "".join(lines)), amounts


def test_minutes_of_a_meeting() -> None:
    """An item with a decision and a sum, and one without."""
    loaded = load_minutes(MINUTES)
    (decision,) = loaded.corpus.decisions
    (line,) = loaded.corpus.funding_lines
    assert (decision.title, str(decision.date)) == ("Subsidie voor de scoutsgroep", "2023-05-22")
    assert str(fc.total([line]).amount) == "12.500,5 EUR"
    assert loaded.corpus.documents[0].family == FAMILY
    assert [d.code for d in loaded.diagnostics] == ["undecided-item"]


@given(minutes())
def test_laws_of_a_loader(drawn: tuple[fc.Document, list[fc.Amount]]) -> None:
    """Quotes stand in the text, the corpus comes back from JSON, and no sum is made up."""
    document, amounts = drawn
    loaded = load_minutes(document)
    laws.quote(loaded)
    laws.round_trip(loaded.corpus)
    laws.merge(loaded.corpus, load_minutes(MINUTES).corpus, fc.Corpus())
    assert all(line.amount in amounts for line in loaded.corpus.funding_lines)
    laws.sum(fc.total, loaded.corpus.funding_lines)
    laws.bounds(*amounts)


@given(st.text(max_size=200) | minutes().map(lambda drawn: drawn[0].text[::2]))
def test_bad_input(text: str) -> None:
    """Text that is no minutes becomes a diagnostic; it never raises."""
    laws.bad_input(lambda given_text: load_minutes(fc.Document(id="x", text=given_text)), text)


def test_pure() -> None:
    """The loader reads nothing but its document."""
    laws.pure(load_minutes, MINUTES)


@given(st.from_type(fc.Corpus))
def test_corpora_of_others(corpus: fc.Corpus) -> None:
    """Hypothesis finds the strategies by itself, and minutes merge with any corpus."""
    both = corpus | load_minutes(MINUTES).corpus
    laws.quote(both)
    assert set(laws.sources_of(corpus)) <= set(laws.sources_of(both))
