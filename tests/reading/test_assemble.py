"""From what was found to a corpus."""

from __future__ import annotations

import pytest

from flanders_care.model.programme import Programme
from flanders_care.provenance import Document
from flanders_care.reading.assemble import Parts, assemble, collect_indicators, main_programme
from flanders_care.reading.facts import read_facts
from flanders_care.reading.introduced import find_introduced


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TETRA groeit. Het programma loopt.", "TETRA"),
        ("COOCK groeit.", "COOCK"),
        ("Eén. " * 100 + "COOCK groeit.", None),
        ("Er is niets.", None),
        ("TETRA groeit. " + "COOCK loopt. " * 3, "TETRA"),
        ("TETRA groeit. " + "COOCK loopt. " * 4, "TETRA"),
        ("TETRA groeit. " + "COOCK loopt. " * 5, "COOCK"),
        ("TETRA" + " x" * 190 + " COOCK. COOCK. COOCK.", "TETRA"),
        ("x" * 399 + " TETRA. COOCK. COOCK.", "COOCK"),
    ],
)
def test_main_programme(text: str, name: str | None) -> None:
    """What a document is about is named at its head, or named or pointed to twice."""
    assert main_programme(read_facts(Document(id="n", text=text))) == name


def test_years_of_figures() -> None:
    """The year of a sentence is its figures'; of two the last one before; of none none."""
    text = "In 2019 waren er 12 scholen. In 2019 waren er 5 en in 2020 7 klassen. Er zijn 3 leraars."
    indicators = collect_indicators(read_facts(Document(id="n", text=text)))
    assert {f"{i.value} {i.unit}": i.years for i in indicators} == {
        "12 scholen": (2019,),
        "7 klassen": (2020,),
        "3 leraars": (),
    }


def test_document_keeps_what_it_knew() -> None:
    """Title and date that were given stay; what was found fills what was missing."""
    document = Document(id="n", text="TETRA groeit.", title="Gegeven")
    loaded = assemble(read_facts(document), Parts(family="policy-note", title="Gevonden", date="2020"))
    [filled] = loaded.corpus.documents
    assert (filled.title, filled.date, filled.family) == ("Gegeven", "2020", "policy-note")


def test_parents_and_made_programmes() -> None:
    """A made programme that is named too is one record; a parent that is not there is left out."""
    facts = read_facts(Document(id="n", text="TETRA en COOCK groeien."))
    made = Programme(id="programme:tetra", name="TETRA", kind="action", sources=facts.sources(10, 15))
    parents = {"programme:tetra": "programme:coock", "programme:coock": "programme:x"}
    parts = Parts(family="policy-note", programmes=(made,), parents=parents)
    records = {p.id: p for p in assemble(facts, parts).corpus.programmes}
    assert records["programme:tetra"].parent_id == "programme:coock"
    assert records["programme:coock"].parent_id is None
    assert len(records["programme:tetra"].sources) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Opstellen van een opvolgkader voor impactanalyse.", ["opvolgkader voor impactanalyse"]),
        ("Een leernetwerk voor scholen wordt opgericht.", ["leernetwerk voor scholen"]),
        ("Een leernetwerk voor scholen bestaat.", []),
        ("Een programma werd opgestart.", []),
    ],
)
def test_introduced(text: str, names: list[str]) -> None:
    """What is set up without a name is called by the words that describe it; a bare noun is not enough."""
    assert [p.name for p in find_introduced(read_facts(Document(id="n", text=text)))] == names
