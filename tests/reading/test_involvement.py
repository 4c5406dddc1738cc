"""Roles, readiness levels, target years and parents of programmes."""

from __future__ import annotations

import pytest

from flanders_care.provenance import Document
from flanders_care.reading.facts import read_facts
from flanders_care.reading.involvement import find_involvements, find_levels, find_targets
from flanders_care.reading.parents import find_parents
from flanders_care.reading.pillars import find_pillars


def _roles(text: str, main: str | None = None) -> set[tuple[str, str, str]]:
    facts = read_facts(Document(id="n", text=text))
    found = find_involvements(facts, lambda _: main, find_pillars(facts, main))
    return {(programme, i.actor_id, i.role.value) for programme, held in found.items() for i in held}


@pytest.mark.parametrize(
    ("text", "actor", "role"),
    [
        ("VITO en imec zijn de trekkers van TETRA.", "actor:imec", "lead"),
        ("TETRA loopt. imec is de trekker.", "actor:imec", "lead"),
        ("TETRA wordt gecoördineerd door imec.", "actor:imec", "lead"),
        ("TETRA werd opgezet in samenwerking met imec.", "actor:imec", "partner"),
        ("imec steunt TETRA.", "actor:imec", "funder"),
        ("TETRA wordt aangestuurd door imec.", "actor:imec", "governance"),
    ],
)
def test_role(text: str, actor: str, role: str) -> None:
    """The words of a sentence say who does what in the programme that it is about."""
    assert ("programme:tetra", actor, role) in _roles(text)


def test_who_steers_a_part_steers_the_whole() -> None:
    """`Voor de aansturing van de tweede pijler` is of the programme whose second part was told."""
    text = (
        "TETRA kent twee pijlers: water en lucht. Voor de aansturing van de tweede pijler zorgt een stuurgroep "
        "bestaande uit imec en VITO."
    )
    assert {("programme:tetra", "actor:imec", "governance")} <= _roles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Werkt TETRA in samenwerking met imec?",
        "imec steunt scholen.",
        "TETRA werd opgezet in samenwerking met scholen, terwijl imec elders werkt.",
        "Er is samenwerking.",
        "Flanders.health werd opgezet in samenwerking met Flanders.health.",
        f"TETRA werkt in samenwerking met {'heel ' * 120}imec.",
    ],
)
def test_no_role(text: str) -> None:
    """Questions, other clauses or sentences, sentences about no programme, and a programme itself give no role."""
    assert _roles(text) == set()


def test_governance_of_an_unknown_part() -> None:
    """A part that was never told belongs to no programme; the one that the document is about stays."""
    text = "De aansturing van de derde pijler gebeurt door een stuurgroep bestaande uit imec."
    assert _roles(text, "TETRA") == {("programme:tetra", "actor:imec", "governance")}


def test_levels_and_targets() -> None:
    """`(TRL 3-6)` and `tegen 2025` belong to the programme before them."""
    facts = read_facts(
        Document(id="n", text="TETRA richt zich op TRL 3-6, COOCK op TRL7-9. TETRA wil tegen 2025 groeien.")
    )
    assert find_levels(facts, lambda _: None) == {"programme:tetra": (3, 6), "programme:coock": (7, 9)}
    assert {key: str(value) for key, value in find_targets(facts, lambda _: None).items()} == {
        "programme:tetra": "2025"
    }
    none = read_facts(Document(id="n", text="De sector wil tegen 2025 groeien op TRL 3-6, en tegen de muur."))
    assert (find_levels(none, lambda _: None), find_targets(none, lambda _: None)) == ({}, {})


def test_parents() -> None:
    """`is ingebed in`, `Centraal in`, `Centrale schakel in`; what would be a circle is left out."""
    text = (
        "ICON is ingebed in COOCK. COOCK is onderdeel van TETRA. TETRA is onderdeel van ICON. "
        "Centraal in Horizon 2020 staat ELIXIR. Centrale schakel in de Blue Deal is Flanders.health. "
        "Centrale diensten van het beleid in EFRO steunen SALK."
    )
    assert find_parents(read_facts(Document(id="n", text=text))) == {
        "programme:icon": "programme:coock",
        "programme:coock": "programme:tetra",
        "programme:elixir": "programme:horizon-2020",
        "programme:flanders-health": "programme:blue-deal",
    }
