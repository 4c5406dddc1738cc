"""Documents of no known family: what needs none is read, and what was left is counted."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.families.unknown import read_unknown
from flanders_care.loading.entry import load_text
from flanders_care.provenance import Document
from flanders_care.testing import laws

ACCOUNT = (
    "Het werkjaar in cijfers\n\nVITO begeleidde op 3 mei 2021 45 projecten binnen TETRA.\n\n"
    "We zullen de werking uitbreiden. De schuld bedraagt 12 miljoen euro.\n"
)


def test_what_needs_no_family_is_read() -> None:
    """Of `VITO begeleidde op 3 mei 2021 45 projecten binnen TETRA` the actor, the programme and the figure are read."""
    loaded = load_text(ACCOUNT)
    assert [actor.name for actor in loaded.corpus.actors] == ["Vlaamse Instelling voor Technologisch Onderzoek"]
    assert [programme.name for programme in loaded.corpus.programmes] == ["TETRA"]
    assert [(figure.value, figure.unit) for figure in loaded.corpus.indicators] == [(Decimal(45), "projecten")]
    laws.quote(loaded)
    laws.references(loaded.corpus)


def test_what_needs_a_family_is_left() -> None:
    """`We zullen ... uitbreiden` is no promise and the sum funds nothing while nobody knows who speaks."""
    corpus = load_text(ACCOUNT).corpus
    assert (corpus.commitments, corpus.funding_lines, corpus.documents[0].family) == ((), (), None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ACCOUNT, "read: 1 actor, 1 programme, 1 figure, 1 date; not read: promises, and what 1 sum may fund; name"),
        ("VITO en imec.", "read: 2 actors; not read: promises; name"),
        ("Het kostte 2 miljoen euro en 3 miljoen euro.", "read: nothing; not read: promises, and what 2 sums may fund"),
    ],
)
def test_the_diagnostic_counts(text: str, said: str) -> None:
    """`unknown-family` says how much was read, what was not, and which families there are."""
    [found] = [d for d in load_text(text).diagnostics if d.code == "unknown-family"]
    assert said in found.message
    assert "policy-note" in found.message


def test_what_the_layout_could_not_read_is_said_too() -> None:
    """The rows of a table are reported beside the family that nobody knows."""
    table = "Overzicht\n\n12 13 14\n15 16 17\n18 19 20\n"
    assert {"unknown-family", "unreadable-table"} <= {d.code for d in load_text(table).diagnostics}


@given(st.text(alphabet="[]|•-1. \n\f€“ae", max_size=200))
def test_no_text_raises(text: str) -> None:
    """Any text is read, and every quote is exact."""
    laws.quote(laws.bad_input(lambda words: read_unknown(Document(id="drawn", text=words)), text))
