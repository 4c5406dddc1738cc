"""Markdown blocks and words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.documents.markdown import broken_tables, is_label, masked, plain, read_blocks


def blocks(text: str) -> list[tuple[str, str]]:
    """Kind and content of each block."""
    return [(str(block.kind), text[block.start : block.end]) for block in read_blocks(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# Kop\nTekst\nloopt door\n\nNieuw",
            [("heading", "Kop"), ("paragraph", "Tekst\nloopt door"), ("paragraph", "Nieuw")],
        ),
        ("- een\n  door\n* twee\n1. drie", [("item", "een\n  door"), ("item", "twee"), ("item", "drie")]),
        ("Tekst\r\nloopt\r\n\r\nNieuw\r\n", [("paragraph", "Tekst\r\nloopt"), ("paragraph", "Nieuw")]),
        ("1. **Kop**\n   Tekst", [("item", "**Kop**"), ("paragraph", "Tekst")]),
        ("**Kop**\nTekst", [("paragraph", "**Kop**"), ("paragraph", "Tekst")]),
        ("> citaat\n> - punt", [("paragraph", "citaat"), ("item", "punt")]),
        ("| a | b |\n|---|---|\n| c", [("table", "| a | b |"), ("table", "| c")]),
        ("boven\n---\nonder", [("paragraph", "boven"), ("paragraph", "onder")]),
        ("#geen kop", [("paragraph", "#geen kop")]),
        ("#", []),
        ("- \n", []),
        ("", []),
    ],
)
def test_blocks(text: str, expected: list[tuple[str, str]]) -> None:
    """Headings, items, paragraphs, quotes and table rows, whole or half, have their own place."""
    assert blocks(text) == expected


@pytest.mark.parametrize(
    ("table", "broken"),
    [
        ("| a | b |\n|---|---|\n| c | d |", False),
        ("| a | b |\r\n|---|:-:|\r\n", False),
        ("| a | b |\n|---|---|\n| c", True),
        ("| a | b |", True),
        ("| a | b |\n| c | d |", True),
        ("geen tabel", False),
    ],
)
def test_half_a_table_is_found(table: str, broken: bool) -> None:
    """A table that breaks off or lacks the line under its head is found, at its place."""
    assert broken_tables(f"Kop\n{table}\n\nTekst.") == (((4, 4 + len(table)),) if broken else ())


def test_blocks_of_a_stretch() -> None:
    """Only the stretch asked for is read."""
    assert [(b.start, b.end) for b in read_blocks("een\n\ntwee\n\ndrie", 5, 9)] == [(5, 9)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**vet** en *schuin* en __ook__ en _zo_", "vet en schuin en ook en zo"),
        ("naam_met_streep", "naam_met_streep"),
        ("`code` en ~~weg~~", "code en weg"),
        (r"escape \[x\] en \* en \_", "escape [x] en * en _"),
        ("[woord](https://x.be) hier", "[woord] hier"),
        ("regel<br>breuk <b>vet</b>", "regelbreuk vet"),
        ("3 < 5 en 7 > 2", "3 < 5 en 7 > 2"),
        ("| a | b |", "a b"),
        ("zin .\nNog een , hier ( x )", "zin. Nog een, hier ( x)"),
    ],
)
def test_words_without_marks(text: str, words: str) -> None:
    """Marks go, words and their punctuation stay."""
    assert plain(text) == words


def test_labels() -> None:
    """A line in bold from end to end serves as a heading."""
    assert is_label("**Kop**")
    assert not is_label("**Kop**: tekst")
    assert not is_label("**a** en **b**")


@given(st.text(alphabet="ab*_`\\[]()<>/|#-\n .", max_size=150))
def test_masking_keeps_places_and_blocks_keep_words(text: str) -> None:
    """Masking changes no place; every letter of the text is in exactly one block."""
    assert len(masked(text)) == len(text)
    inside = [range(block.start, block.end) for block in read_blocks(text)]
    for place, letter in enumerate(text):
        if letter.isalpha():
            assert sum(place in block for block in inside) == 1
