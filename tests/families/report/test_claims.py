"""The statements of a report and what they cite."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.families.report.citations import find_citations
from flanders_care.families.report.claims import Statement, read_statements


def statements(text: str) -> tuple[Statement, ...]:
    """Read the statements of a whole text."""
    return read_statements(text, [(0, len(text))])


def cited(text: str) -> list[tuple[str, tuple[int, ...]]]:
    """Text and numbers of the statements that cite."""
    return [(s.text, s.numbers) for s in statements(text) if s.citations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Er kwam steun \[0\]\[1\]. Meer niet.", [("Er kwam steun.", (0, 1))]),
        (r"- **Dijken**: er kwam steun \[0\].", [("Dijken: er kwam steun.", (0,))]),
        (
            r"- **Dijken**: Er kwam steun \[0\]. Ook geld \[1\].",
            [("Dijken: Er kwam steun.", (0,)), ("Ook geld.", (1,))],
        ),
        ("- **Dijken**:\n  Er kwam steun [0].", [("Dijken: Er kwam steun.", (0,))]),
        ("1. **Dijken**\n   Er kwam steun [0].", [("Er kwam steun.", (0,))]),
        ("1. **Dijken [0]:** Er kwam steun.", [("Dijken: Er kwam steun.", (0,))]),
        ("1. **Dijken [0]**\n   Er kwam steun. Veel.", [("Dijken: Er kwam steun.", (0,))]),
        ("### Dijken [0]\nEr kwam steun [1].", [("Dijken", (0,)), ("Er kwam steun.", (1,))]),
        ("### Dijken [0]\n", [("Dijken", (0,))]),
        ("Er kwam steun. [0] [1]\nMeer.", [("Er kwam steun.", (0, 1))]),
        ("Er kwam steun. [0] Meer niet.", [("Er kwam steun.", (0,))]),
        ("Er kwam steun.\n\n[0]", [("Er kwam steun.", (0,))]),
        ("[0]", [("", (0,))]),
        ("[0] toont steun.", [("toont steun.", (0,))]),
        ("Besluit [0] en [1] tonen steun [0].", [("Besluit en tonen steun.", (0, 1))]),
        ("Voor dijken [0-2], pompen [4, 5] en meer.", [("Voor dijken, pompen en meer.", (0, 1, 2, 4, 5))]),
        ("| Dijken | steun [0] |\n|---|---|\n| Pompen | geld [1]", [("Dijken steun", (0,)), ("Pompen geld", (1,))]),
        ("Zie sectie [1.11].", []),
    ],
)
def test_statements_and_their_citations(text: str, expected: list[tuple[str, tuple[int, ...]]]) -> None:
    """A statement is a sentence with its label, and has the marks that stand in it or behind it."""
    assert cited(text) == expected


def test_the_source_is_the_raw_text() -> None:
    """A statement points at the raw words with their marks."""
    text = "- **Dijken**: er kwam *steun* \\[0\\]. Meer."
    first, second = statements(text)
    assert text[first.start : first.end] == "**Dijken**: er kwam *steun* \\[0\\]."
    assert text[second.start : second.end] == "Meer."


def test_labels_are_known() -> None:
    """Headings and lines in bold are labels, not statements that lack a citation."""
    assert [(s.text, s.label) for s in statements("# Kop\n**Vet**\nTekst.")] == [
        ("Kop", True),
        ("Vet", True),
        ("Tekst.", False),
    ]


@given(st.lists(st.sampled_from(["Zin", " een", ". ", "\n", "\n\n", "- ", "**", "[0]", "\\[1\\]", "# ", ": ", "| "])))
def test_every_mark_is_reached_by_exactly_one_statement(pieces: list[str]) -> None:
    """Every citation mark in the body is reached by a claim, and by one only."""
    text = "".join(pieces)
    found = statements(text)
    marks = [(c.start, c.end) for c in find_citations(text)]
    owned = sorted((c.start, c.end) for s in found for c in s.citations)
    assert owned == marks
    assert all(s.start <= c.start and c.end <= s.end for s in found for c in s.citations)
