"""Strategies: they know what they draw, and hypothesis finds them by itself."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

import flanders_care as fc
import flanders_care.testing
from flanders_care.dossier.dossier import farthest_step
from flanders_care.dutch.dates.mentions import read_dates
from flanders_care.dutch.money.mentions import read_amounts
from flanders_care.exchange.schema import PUBLIC
from flanders_care.testing import _entry_point, laws, strategies
from flanders_care.trails.records import FundedDossier

#: Results hold records that hold records, so their smallest examples are longer than those of records.
DRAWN: list[type] = sorted(_entry_point.STRATEGIES, key=lambda cls: cls.__name__)
LONGEST = {cls: 2000 if cls in (fc.Trails, fc.Trail, FundedDossier) else 1000 for cls in DRAWN}


@given(strategies.dutch_amount_texts())
def test_sums_are_read_back(drawn: strategies.AmountText) -> None:
    """Every sum of a drawn text is read exactly, with its bounds, and nothing else is taken for a sum."""
    assert [mention.amount for mention in read_amounts(drawn.text)] == [written.amount for written in drawn.sums]


@given(strategies.dutch_date_texts())
def test_dates_are_read_back(drawn: strategies.DateText) -> None:
    """Every date of a drawn text is read as exactly as it is written, and nothing else is taken for a date."""
    assert [mention.iso for mention in read_dates(drawn.text)] == list(drawn.dates)


@given(strategies.dutch_amount_texts())
def test_written_sums_stand_in_their_text(drawn: strategies.AmountText) -> None:
    """The words of each sum stand in the text, in order."""
    place = 0
    for written in drawn.sums:
        place = drawn.text.index(written.words, place) + len(written.words)


def simplest(strategy: st.SearchStrategy[Any]) -> Any:
    """The example that hypothesis shrinks to: it tries the simplest first."""
    drawn: list[Any] = []

    @hypothesis.settings(max_examples=1, database=None, phases=[hypothesis.Phase.generate])
    @given(strategy)
    def take(value: Any) -> None:
        drawn.append(value)

    take()
    return drawn[0]


@pytest.mark.parametrize("cls", DRAWN, ids=lambda cls: cls.__name__)
def test_found_by_type_and_small(cls: type) -> None:
    """`st.from_type(fc.Decision)` just works, for every record, and what it shrinks to fits on a few lines."""
    _entry_point.register()
    found = simplest(st.from_type(cls))
    assert isinstance(found, cls)
    assert found == simplest(getattr(strategies, _entry_point.STRATEGIES[cls])())
    assert len(fc.to_json(found)) < LONGEST[cls]


@pytest.mark.parametrize("cls", PUBLIC, ids=lambda cls: cls.__name__)
@hypothesis.settings(max_examples=20)
@given(data=st.data())
def test_drawn_results_round_trip(cls: Any, data: st.DataObject) -> None:
    """What is drawn of any class that the schema describes is written and read back as it was."""
    _entry_point.register()
    laws.round_trip(data.draw(st.from_type(cls)))


def test_every_record_and_result_is_registered() -> None:
    """Hypothesis finds every class that the schema describes."""
    assert set(PUBLIC) <= set(DRAWN)


@given(st.from_type(fc.Trail))
def test_drawn_trails_hold_together(trail: fc.Trail) -> None:
    """A drawn trail has a score for each dossier, best first, and the farthest of their steps."""
    assert len(trail.scores) == len(trail.dossiers)
    assert list(trail.scores) == sorted(trail.scores, reverse=True)
    assert trail.step == farthest_step(dossier.step for dossier in trail.dossiers)


def test_hypothesis_stays_light() -> None:
    """Importing hypothesis registers the strategies without importing numpy, scipy or the strategies themselves."""
    program = (
        "import sys, hypothesis\n"
        "from flanders_care.testing._entry_point import register\n"
        "register()\n"
        "heavy = {'numpy', 'scipy', 'pandas', 'cattrs', 'snowballstemmer', 'flanders_care.testing.records'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_nothing_is_imported_before_it_is_asked_for() -> None:
    """`flanders_care.testing` is an empty shop until a name is taken from it."""
    assert flanders_care.testing.laws is laws
    assert flanders_care.testing.strategies is strategies
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        getattr(flanders_care.testing, "nothing")  # noqa: B009 - a type checker would refuse the plain access


@given(strategies.amounts(exact=True), strategies.amounts(currency=None))
def test_amounts_as_asked(exact: fc.Amount, other: fc.Amount) -> None:
    """Exact ones only, or of several currencies, when asked for."""
    assert exact.is_exact
    assert other.currency in ("EUR", "USD", "GBP")


@given(strategies.corpora())
def test_references_lead_somewhere(corpus: fc.Corpus) -> None:
    """Every reference in a drawn corpus leads to a record of it, and every quote stands in its document."""
    laws.references(corpus)
    laws.quote(corpus)


@given(st.data(), strategies.plain_documents())
def test_sources_of_a_document(data: st.DataObject, document: fc.Document) -> None:
    """A source drawn from a document quotes it."""
    laws.quote([data.draw(strategies.sources(document))], [document])
