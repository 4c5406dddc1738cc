"""Words that begin or end a name, and what they name."""

from __future__ import annotations

import pytest

from flanders_care.dutch.names.heads import read_kinds
from flanders_care.model.actor import ActorKind
from flanders_care.model.programme import ProgrammeKind


@pytest.mark.parametrize(
    ("group", "kinds"),
    [
        ("legal forms", ActorKind),
        ("actor heads", ActorKind),
        ("actor tails", ActorKind),
        ("programme heads", ProgrammeKind),
        ("programme tails", ProgrammeKind),
    ],
)
def test_heads_name_kinds_of_the_model(group: str, kinds: type[ActorKind] | type[ProgrammeKind]) -> None:
    """Every word stands for a kind of the model; an unknown group is empty."""
    assert read_kinds(group)
    assert all(kinds(kind) for kind in read_kinds(group).values())
    assert read_kinds("no such group") == {}
