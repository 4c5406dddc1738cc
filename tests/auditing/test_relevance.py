"""How near cited decisions are to a section."""

from __future__ import annotations

import pytest

from flanders_care.auditing.relevance import Rarity, Relevance
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision

FOREST = Commitment(id="a", text="We breiden de bossen uit met vierduizend hectare.")
LOCKS = Commitment(id="b", text="We onderhouden de zeesluizen van Zeebrugge.")


def test_the_words_of_the_section_are_nearest() -> None:
    """A decision in the words of a promise is nearer than one that shares one, and that than one that shares none."""
    rows = ("De bossen breiden uit met vierduizend hectare", "Bossen op school", "Benoeming gouverneur")
    decisions = [Decision(id=str(number), title=title) for number, title in enumerate(rows)]
    measure = Relevance([FOREST, LOCKS], Rarity.among(decisions))
    near, far, none = (measure([decision]) for decision in decisions)
    assert 1.0 >= near > far > none == 0.0


def test_several_decisions_lie_between_the_best_and_the_mean() -> None:
    """A stray citation beside a good one takes some off, not half."""
    good, stray = Decision(id="a", title=FOREST.text), Decision(id="b", title="Benoeming gouverneur")
    measure = Relevance([FOREST], Rarity.among([good, stray]))
    assert measure([good, stray]) == pytest.approx(0.75 * measure([good]))


def test_common_words_weigh_nothing() -> None:
    """A stem in more than a fifth of many decisions tells none from another; rarity is told by the thousand."""
    decisions = [Decision(id=str(number), title="bossen" if number % 2 else "water") for number in range(2000)]
    rarity = Rarity.among(decisions)
    assert (rarity.weight("bos"), rarity.per_thousand("bos")) == (0.0, 500.0)
    assert rarity.weight("onbekend") > 0


def test_nothing_is_near_an_empty_section() -> None:
    """Without promises, and without words, there is no likeness."""
    measure = Relevance([], Rarity.among([]))
    assert measure([Decision(id="a", title="Bossen")]) == 0.0
