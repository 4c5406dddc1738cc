"""The tree of actions that headings make."""

from __future__ import annotations

import pytest

from flanders_care.provenance import Document
from flanders_care.reading.actions import read_actions
from flanders_care.reading.facts import read_facts

BODY = "\n\nWe doen dit in de komende jaren samen met alle betrokken partners en lokale besturen in Vlaanderen.\n\n"


def _read(*headings: str) -> list[tuple[str, int, bool]]:
    facts = read_facts(Document(id="n", text=BODY.join([*headings, ""])))
    return [(action.name, action.order, action.agenda) for action in read_actions(facts).found]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (("1 Inleiding", "2 Context"), []),
        (
            ("3 Naar een sterke agenda zorg", "3.1 Actie 1 – TETRA", "3.2 Actie 2: Nieuwe proeven"),
            [("Sterke agenda zorg", 1, True), ("TETRA", 1, False), ("Nieuwe proeven", 2, False)],
        ),
        (
            ("2 Doelstellingen", "SD 1 Wonen", "OD 1.1 Huren", "OD 1.2 Kopen"),
            [("Wonen", 1, False), ("Huren", 1, False), ("Kopen", 2, False)],
        ),
        (("4 Acties", "4.1 Actie 3"), [("Actie 3", 3, False)]),
        (("4 Plan zorg", "4.1 Actie 1 Zorg", "4.2 Actie 1 Zorg"), [("Plan zorg", 1, True), ("Zorg", 1, False)]),
        (
            ("7 Agenda X", "7.1 Actie 1 Zorg", "7.1.1 Digitaal werken", "Impact"),
            [("Agenda X", 1, True), ("Zorg", 1, False), ("Digitaal werken", 1, False)],
        ),
    ],
)
def test_actions(headings: tuple[str, ...], expected: list[tuple[str, int, bool]]) -> None:
    """Labelled headings and numbered ones below are actions; the chapter above is their agenda if it has a name."""
    assert _read(*headings) == expected


def test_innermost_action_of_a_path() -> None:
    """A sentence of 7.1.1 is about that sub-action; a chapter without action is about none."""
    facts = read_facts(
        Document(id="n", text=BODY.join(["7 Agenda X", "7.1 Actie 1 Zorg", "7.1.1 Digitaal werken", ""]))
    )
    actions, layout = read_actions(facts), facts.reading.layout
    innermost = actions.of(layout.path(2))
    assert innermost is not None
    assert innermost.name == "Digitaal werken"
    assert actions.of(layout.path(0)) is None
    assert actions.parents() == {"programme:zorg": "programme:agenda-x", "programme:digitaal-werken": "programme:zorg"}
