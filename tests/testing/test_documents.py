"""Drawn documents: what stands in them is known, and our loaders read it back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import flanders_care as fc
from flanders_care.testing import laws
from flanders_care.testing.documents import DrawnDocument, documents
from flanders_care.testing.layout import broken_words, bullets, laid_out


def letters(text: str) -> str:
    """A text without what the layout of a page puts between its letters."""
    return re.sub(r"[\W_]+", "", text.lower())


@pytest.mark.parametrize("family", fc.FAMILIES)
def test_families(family: str) -> None:
    """A drawn document is recognised as what it is, and what is read of it keeps the laws of loaders."""

    @given(documents(family))
    def check(drawn: DrawnDocument) -> None:
        assert drawn.document.family == family
        assert fc.families.recognise(drawn.document.text) == family
        loaded = laws.bad_input(fc.load_text, drawn.document.text)
        laws.quote(loaded)

    check()


@given(documents())
@settings(max_examples=60)
def test_facts_stand_in_the_text(drawn: DrawnDocument) -> None:
    """Every fact that a drawn document knows of can be read in it by a person."""
    text = letters(
        drawn.document.text.encode().decode("unicode_escape") if "\\u" in drawn.document.text else drawn.document.text
    )
    facts = [*drawn.commitments, *drawn.programmes, *drawn.pillars, *(title for title, _ in drawn.decisions)]
    assert all(letters(fact) in text for fact in facts if fact.isascii())


@given(st.sampled_from(("agreement-section", "adherence-report", "decisions", "decision-list")).flatmap(documents))
def test_promises_and_decisions_are_read_back(drawn: DrawnDocument) -> None:
    """Every promise, with its broken words joined, and every decision with its date comes back from the loader."""
    corpus = fc.load(drawn.document).corpus
    assert set(drawn.commitments) <= {commitment.text for commitment in corpus.commitments}
    assert set(drawn.decisions) <= {(decision.title, decision.date) for decision in corpus.decisions}


@pytest.mark.parametrize("family", ["decisions", "press-release", "written-question", "policy-note"])
def test_sums_are_read_back(family: str) -> None:
    """Every sum that funds something comes back from the loader, exactly."""

    @given(documents(family))
    def check(drawn: DrawnDocument) -> None:
        found = [line.amount for line in fc.load(drawn.document).corpus.funding_lines]
        assert all(amount in found for amount in drawn.sums)

    check()


def test_no_such_family() -> None:
    """An unknown family is refused with those that are known."""
    with pytest.raises(fc.errors.UnknownNameError, match="the families are adherence-report"):
        documents("shopping-list")


@given(st.data())
def test_broken_words(data: st.DataObject) -> None:
    """Words are broken in the middle, and joined again they are the text."""
    text = "We investeren in de renovatie van sociale woningen."
    broken = data.draw(broken_words(text))
    assert broken.replace("-", "") == text
    assert data.draw(broken_words("kort")) == "kort"


@given(st.data())
def test_pages(data: st.DataObject) -> None:
    """No line is wider than a page, and no paragraph gets lost."""
    paragraphs = ["We investeren in de renovatie van sociale woningen. " * 5, "Kort."]
    text = data.draw(laid_out([paragraph.strip() for paragraph in paragraphs]))
    assert max(map(len, text.splitlines())) <= 97
    assert letters(paragraphs[0]) in letters(text)


@given(st.data())
def test_lists(data: st.DataObject) -> None:
    """Every item is a line with its mark."""
    lines = data.draw(bullets(["een", "twee", "drie"])).splitlines()
    assert [line.split(" ", 1)[1] for line in lines] == ["een", "twee", "drie"]
