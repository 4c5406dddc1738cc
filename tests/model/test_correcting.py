"""Corrections of a corpus, applied and shown."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.model.actor import Actor
from flanders_care.model.assessment import Correction
from flanders_care.model.commitment import Commitment
from flanders_care.model.corpus import Corpus
from flanders_care.model.correcting import apply_corrections
from flanders_care.model.decision import Decision, Step
from flanders_care.model.funding import FundingLine
from flanders_care.money import Amount
from flanders_care.period import PartialDate
from flanders_care.provenance import Document

CORPUS = Corpus(
    documents=(Document(id="note", text="Bos"),),
    actors=(Actor(id="a", name="VITO", aliases=("Vito",)),),
    decisions=(Decision(id="d", title="Bosdecreet", date=datetime.date(2021, 1, 1)), Decision(id="e", title="Bos")),
    commitments=(Commitment(id="c", text="Meer bos."),),
    funding_lines=(FundingLine(id="f", amount=Amount.of(100), years=(2020,)),),
)


def correct(record: str, field: str, value: str | None, day: str | None = None, author: str = "An") -> Correction:
    """A correction by a person."""
    date = None if day is None else datetime.date.fromisoformat(day)
    return Correction(record_id=record, field=field, value=value, reason="read again", author=author, date=date)


@pytest.mark.parametrize(
    ("record", "field", "value", "expected"),
    [
        ("d", "step", "final", Step.FINAL),
        ("d", "date", "2022-02-03", datetime.date(2022, 2, 3)),
        ("e", "date", "2022-02-03", datetime.date(2022, 2, 3)),
        ("d", "date", None, None),
        ("d", "title", "Decreet", "Decreet"),
        ("a", "aliases", "Vito; vito nv", ("Vito", "vito nv")),
        ("a", "aliases", None, ()),
        ("c", "deadline", "2024", PartialDate.parse("2024")),
        ("f", "years", "2020; 2021", (2020, 2021)),
        ("f", "stage", "awarded", "awarded"),
        ("f", "times", "3", 3),
    ],
)
def test_a_field_is_corrected_as_its_kind(record: str, field: str, value: str | None, expected: object) -> None:
    """Texts become words, dates, numbers and tuples as the field holds them; what was and is now is shown."""
    mended = apply_corrections(CORPUS, [correct(record, field, value)])
    assert getattr(mended.corpus[record], field) == expected
    assert [note.code for note in mended.diagnostics] == ["corrected"]
    assert "An: read again" in mended.diagnostics[0].message
    assert len(mended.applied) == 1


def test_a_field_within_a_field_is_corrected() -> None:
    """A dot goes into a record within, such as the value of an amount."""
    mended = apply_corrections(CORPUS, [correct("f", "amount.value", "250.50"), correct("f", "amount.low", "250.50")])
    assert mended.corpus["f"].amount.value == Decimal("250.50")


@pytest.mark.parametrize(
    ("record", "field", "value", "why"),
    [
        ("gone", "step", "final", "no record"),
        ("note", "text", "Bomen", "documents stay"),
        ("d", "id", "x", "ids and sources"),
        ("d", "colour", "red", "no field"),
        ("d", "title.length", "3", "holds no fields"),
        ("d", "step", "halfway", "needs one of"),
        ("d", "date", "31 februari", "needs a date"),
        ("f", "amount.value", "veel", "needs a number"),
        ("f", "times", "vaak", "needs a whole number"),
        ("d", "title", None, "needs str"),
    ],
)
def test_what_cannot_be_corrected_is_said(record: str, field: str, value: str | None, why: str) -> None:
    """Bad input: a correction that does not fit is a diagnostic, and nothing changes."""
    mended = apply_corrections(CORPUS, [correct(record, field, value)])
    (note,) = mended.diagnostics
    assert (note.code, mended.applied, mended.corpus) == ("not-corrected", (), CORPUS)
    assert why in note.message


def test_of_two_corrections_the_later_counts() -> None:
    """A later correction of the same field goes over an earlier one; both are shown."""
    early, late = correct("d", "title", "Vroeg", "2024-01-01", "Zoë"), correct("d", "title", "Laat", "2024-02-01")
    mended = apply_corrections(CORPUS, [late, early])
    assert mended.corpus["d"].title == "Laat"
    assert mended.applied == (early, late)


@given(st.permutations([correct("d", "step", "final"), correct("d", "title", "X"), correct("e", "title", "Y")]))
def test_the_order_of_corrections_does_not_matter(order: list[Correction]) -> None:
    """Order and pure: the same corrections in any order give the same corpus, and the corpus given stays as it was."""
    before = CORPUS
    mended = apply_corrections(CORPUS, order)
    assert mended == apply_corrections(CORPUS, order[::-1])
    assert before == CORPUS
    assert CORPUS["d"].title == "Bosdecreet"
