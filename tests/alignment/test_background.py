"""The background: nearest commitments, those of the own section left out."""

from __future__ import annotations

import numpy as np
import pytest

from flanders_care.alignment import background as module
from flanders_care.alignment.background import section_key
from flanders_care.alignment.indexing import index
from flanders_care.alignment.profiles import PROFILES
from flanders_care.alignment.tokens import Words, cut
from flanders_care.model.commitment import Commitment
from flanders_care.provenance import Source

from .samples import BRIDGE, COMMITMENTS, DECISIONS, SOLAR

MANY = [
    Commitment(id=f"b{n}", section=f"{n % 7}", text=f"premie fietsbrug zorg {'x' * (n % 5)}y plan") for n in range(60)
]


def test_sections_are_told_by_document_and_heading() -> None:
    """The same heading in two documents is two sections; without either a commitment stands alone."""
    source = Source(document_id="note", start=0, end=2, quote="We")
    assert section_key(SOLAR) == ("", "1.1 Energie", "")
    assert section_key(Commitment(id="c", text="We", sources=(source,))) == ("note", "", "")
    assert section_key(Commitment(id="c", text="We")) == ("", "", "c")


def test_elsewhere_is_the_mean_over_the_nearest_outside_the_section() -> None:
    """For every section the mean is that of a plain computation over all commitments."""
    built = index(DECISIONS, background=MANY)
    behind = built.background
    assert behind is not None
    rows = built.whole.weighting.query_rows(built.whole.lexicon.counts(_words(behind.commitments)))
    likeness = built.whole.likeness(rows)
    for own in (-1, 0, 3):
        outside = likeness[behind.sections != own]
        expected = np.sort(outside, axis=0)[-PROFILES["default"].neighbours :].mean(axis=0)
        assert behind.elsewhere(own) == pytest.approx(expected, abs=1e-6)


def _words(commitments: tuple[Commitment, ...]) -> Words:
    return cut(commitment.text for commitment in commitments).words()


def test_blocks_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """However small the blocks, the nearest are the same."""
    expected = index(DECISIONS, background=MANY).background
    monkeypatch.setattr(module, "_BLOCK_CELLS", 60)
    found = index(DECISIONS, background=MANY).background
    assert expected is not None
    assert found is not None
    assert np.array_equal(found.likeness, expected.likeness)


def test_the_section_is_found_by_heading_or_text() -> None:
    """A promise without heading belongs to the section in which its words stand."""
    behind = index(DECISIONS, background=COMMITMENTS).background
    assert behind is not None
    own = behind.section_of([BRIDGE])
    assert own >= 0
    assert behind.section_of([Commitment(id="x", text=BRIDGE.text)]) == own
    assert behind.section_of([Commitment(id="x", text="Iets anders.")]) == -1


def test_a_profile_without_contrast_needs_no_background() -> None:
    """BM25 weighs against nothing, so the background is not kept."""
    assert index(DECISIONS, background=COMMITMENTS, profile="bm25").background is None
    assert index([], background=COMMITMENTS).background is not None
