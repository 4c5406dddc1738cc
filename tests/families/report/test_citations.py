"""Citation marks."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.families.report.citations import find_citations, without_citations


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (r"Steun \[0\]\[1\].", [(0,), (1,)]),
        ("Steun [0].", [(0,)]),
        ("Steun [0, 1] en [2;3].", [(0, 1), (2, 3)]),
        ("Steun [0-3].", [(0, 1, 2, 3)]),
        ("Steun [2–4, 7].", [(2, 3, 4, 7)]),
        (r"Steun \[0].", [(0,)]),
        ("Steun [ 12 ].", [(12,)]),
        ("Steun [^3].", [(3,)]),
        ("Steun [0](https://x.be/a) en [1].", [(0,), (1,)]),
        (r"De referenties \[0\] t/m \[3\] tonen dat.", [(0,), (1, 2, 3)]),
        (r"De besluiten \[5\] tot en met \[7\] en \[9\].", [(5,), (6, 7), (9,)]),
        (r"\[3\] t/m \[1\]", [(3,), (1,)]),
        ("[9-2]", [(9, 2)]),
        ("[0-999]", [(0, 999)]),
        (r"\[104\]", [(104,)]),
    ],
)
def test_marks(text: str, numbers: list[tuple[int, ...]]) -> None:
    """Marks cite in every form in which reports write them."""
    assert [citation.numbers for citation in find_citations(text)] == numbers


@pytest.mark.parametrize(
    "text",
    ["sectie [1.11]", "in [2023]", "[Regeerakkoord]", "rij[0]", "[ ]", "[]", "(0)", "[a]", "[104]", "[-1]", "[0,]"],
)
def test_what_is_no_mark(text: str) -> None:
    """Numbers of sections, years, words and indices in brackets cite nothing."""
    assert find_citations(text) == ()


def test_a_large_number_that_is_known() -> None:
    """A number above 99 in plain brackets cites if there is a reference of that number."""
    assert [c.numbers for c in find_citations("[104]", known={104})] == [(104,)]


def test_places() -> None:
    """A mark stands where it says, with its escapes and its link."""
    text = r"a \[0\]\[1\] b [2](https://x.be)"
    assert [text[c.start : c.end] for c in find_citations(text)] == [r"\[0\]", r"\[1\]", "[2](https://x.be)"]
    assert [c.escaped for c in find_citations(text)] == [True, True, False]


@given(
    st.lists(st.sampled_from(["[0]", r"\[1\]", "[1, 2]", "[3-5]", " t/m ", "(https://x.be)", " a ", "["])).map("".join)
)
def test_blanking_keeps_places(text: str) -> None:
    """Blanking marks out changes no place in the text, and leaves no mark."""
    blank = without_citations(text)
    assert len(blank) == len(text)
    assert find_citations(blank) == ()
    marks = find_citations(text)
    assert all(one.start < one.end <= other.start for one, other in itertools.pairwise(marks))
