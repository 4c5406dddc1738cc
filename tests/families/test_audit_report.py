"""Reports that audit or advise: facts, no promises, no money for anything."""

from __future__ import annotations

import pytest

import flanders_care as fc
from flanders_care.families.audit_report import load
from flanders_care.provenance import Document
from flanders_care.testing import laws

REPORT = (
    "Audit van TETRA\n\nVaststellingen\n\nDe dienst stelt vast dat 45 projecten 12 miljoen euro subsidie kregen. "
    "De regering zal 3 miljoen euro uittrekken.\n\n"
    "Aanbevelingen\n\nWe zullen dit opvolgen en bevelen VITO aan om te meten.\n"
)


def read(text: str) -> fc.Loaded:
    """The report as its reader reads it."""
    return load(Document(id="a", text=text))


def test_names_and_figures_are_read() -> None:
    """The programme, the body and the count of the report are facts."""
    loaded = read(REPORT)
    assert [p.name for p in loaded.corpus.programmes] == ["TETRA"]
    assert [str(figure.value) for figure in loaded.corpus.indicators] == ["45"]
    assert loaded.corpus.documents[0].family == "audit-report"
    laws.quote(loaded)


def test_nothing_is_promised_or_funded() -> None:
    """`We zullen dit opvolgen`, what the regering zal do, and `12 miljoen euro subsidie` are what the report found."""
    corpus = read(REPORT).corpus
    assert (corpus.commitments, corpus.funding_lines) == ((), ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (REPORT, ["2 sums were seen; in a report that audits or advises they fund nothing"]),
        ("TETRA kostte 3 miljoen euro.", ["1 sum was seen; in a report that audits or advises it funds nothing"]),
        ("TETRA liep drie jaar.", []),
    ],
)
def test_the_sums_are_counted(text: str, said: list[str]) -> None:
    """A diagnostic says how many sums were seen and left."""
    assert [d.message for d in read(text).diagnostics if d.code == "sums-fund-nothing"] == said
