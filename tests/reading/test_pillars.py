"""Parts of programmes, as sentences and lists tell them."""

from __future__ import annotations

import pytest

from flanders_care.provenance import Document
from flanders_care.reading.facts import read_facts
from flanders_care.reading.pillars import find_pillars, pillars_by_programme


def _read(text: str, main: str | None = None) -> list[tuple[str, int, str]]:
    found = find_pillars(read_facts(Document(id="n", text=text)), main)
    return [(pillar.programme, pillar.order, pillar.name) for pillar in found]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("drie pijlers: onderzoek, innovatie en zorg.", ["onderzoek", "innovatie", "zorg"]),
        (
            "drie complementaire pijlers, i.e. kennisopbouw, gericht onderzoek en implementatie, steunend op data.",
            ["kennisopbouw", "gericht onderzoek", "implementatie"],
        ),
        (
            "drie pijlers: kennis uitbreiden, werken aan onderzoeks- en innovatieprojecten en tot slot het uitrollen.",
            ["kennis uitbreiden", "werken aan onderzoeks- en innovatieprojecten", "uitrollen"],
        ),
        ("twee sporen, namelijk energie en klimaat; water en bodem.", ["energie", "klimaat"]),
        ("2 lijnen: water en bodem.", ["water", "bodem"]),
        ("vier pijlers: water en lucht en bodem en licht.", ["water", "lucht", "bodem", "licht"]),
        ("drie pijlers: water en lucht en bodem en licht.", ["water en lucht", "bodem", "licht"]),
        ("vijf pijlers: water, lucht en bodem.", []),
    ],
)
def test_enumeration(words: str, names: list[str]) -> None:
    """As many parts as announced, in their order; an enumeration that does not add up is left alone."""
    found = [("TETRA", order, name) for order, name in enumerate(names, start=1)]
    assert _read(f"TETRA kent {words}") == found


def test_list_behind_a_lead_in() -> None:
    """`Er werd ingezet op drie lijnen:` and the list items of the first level behind it."""
    text = (
        "TETRA werkt goed. Er werd ingezet op drie lijnen:\n\n• Innovatie:\no proeftuinen;\no projecten;\n"
        "• Studies om te leren; en\n• Communicatie: publicaties.\n\nDaarna volgde meer.\n"
    )
    assert _read(text) == [("TETRA", 1, "Innovatie"), ("TETRA", 2, "Studies"), ("TETRA", 3, "Communicatie")]


def test_list_without_a_count() -> None:
    """`Het programma rust op deze pijlers:` is followed by all of them."""
    text = "TETRA loopt.\n\nHet programma rust op deze pijlers:\n1. Slim onderzoek\n2. Snelle zorg\n\n2. Slot\nGoed.\n"
    assert _read(text) == [("TETRA", 1, "Slim onderzoek"), ("TETRA", 2, "Snelle zorg")]


def test_list_that_is_too_short() -> None:
    """A lead-in that announces more than follows names no parts."""
    assert _read("TETRA zet in op drie lijnen:\n\n• Innovatie\n\nDaarna.\n") == []


def test_parts_one_by_one() -> None:
    """`Een eerste pijler ... is`, `De tweede pijler in ...`, `Tenslotte concentreert de derde pijler zich op`."""
    text = (
        "Een eerste pijler in TETRA is de nood aan data.\n\nDe tweede pijler gaat uit van technologie, en VITO is "
        "partner in COOCK.\n\nTenslotte concentreert de derde pijler zich op opleiding.\n"
    )
    assert _read(text) == [("TETRA", 1, "nood aan data"), ("TETRA", 2, "technologie"), ("TETRA", 3, "opleiding")]


@pytest.mark.parametrize(
    "text",
    [
        "De derde pijler is opleiding.",
        "Er zijn drie pijlers: water, lucht en bodem.",
        "De derde pijler van TETRA.",
        "Dat is naast water de tweede pijler van TETRA.",
    ],
)
def test_parts_of_nothing(text: str) -> None:
    """Without a programme, or without words that say what it is, there is no part."""
    assert len(_read(text)) <= 1


def test_main_programme_owns_what_names_none() -> None:
    """Where sentence and section name no programme, the parts are of the document's."""
    assert _read("Er zijn twee pijlers: water en lucht.", "TETRA") == [("TETRA", 1, "water"), ("TETRA", 2, "lucht")]


def test_records_by_programme() -> None:
    """A part told twice is one record with both places."""
    text = "TETRA kent twee pijlers: water en lucht. De tweede pijler van TETRA is lucht."
    facts = read_facts(Document(id="n", text=text))
    grouped = pillars_by_programme(facts, find_pillars(facts))
    [(identity, pillars)] = grouped.items()
    assert (identity, [pillar.order for pillar in pillars]) == ("programme:tetra", [1, 2])
    assert [source.quote for source in pillars[1].sources] == ["lucht", "lucht"]
