"""Verdicts and corrections as records."""

from __future__ import annotations

import datetime

import pytest

from flanders_care.errors import InvalidValueError
from flanders_care.model.assessment import Assessment, Correction, Verdict


def test_the_scale_orders_the_verdicts() -> None:
    """Not fulfilled, in progress, partially, fulfilled; what nobody can check has no place."""
    order = [Verdict.NOT_FULFILLED, Verdict.IN_PROGRESS, Verdict.PARTIALLY, Verdict.FULFILLED]
    assert [verdict.grade for verdict in order] == [0, 1, 2, 3]
    assert Verdict.NOT_CHECKABLE.grade is None


def test_an_assessment_takes_words_and_dates_as_texts() -> None:
    """A table's words become members and dates; an empty date is no date."""
    made = Assessment(commitment_id="c", verdict="partially", assessor="An", date="2024-01-31")
    assert (made.verdict, made.date) == (Verdict.PARTIALLY, datetime.date(2024, 1, 31))
    assert Assessment(commitment_id="c", verdict="partially", assessor="An", date=" ").date is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"verdict": "kept"},
        {"date": "31 januari"},
        {"date": datetime.datetime(2024, 1, 31, tzinfo=datetime.UTC)},
        {"assessor": ""},
        {"evidence": "d1"},
    ],
)
def test_a_wrong_value_is_named(wrong: dict[str, object]) -> None:
    """Words that are no verdict, dates that are none and empty names are refused."""
    values: dict[str, object] = {"commitment_id": "c", "verdict": "fulfilled", "assessor": "An"} | wrong
    with pytest.raises(InvalidValueError):
        Assessment(**values)  # type: ignore[arg-type]


def test_a_correction_says_who_and_why() -> None:
    """A correction without a reason or an author is none."""
    with pytest.raises(InvalidValueError):
        Correction(record_id="d", field="step", value="final", reason="", author="An")
    with pytest.raises(InvalidValueError):
        Correction(record_id="d", field="step", value="final", reason="typo", author="")
