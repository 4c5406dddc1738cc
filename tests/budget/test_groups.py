"""Totals by group agree with the grand total, or show by how much they do not."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.budget.lines import line, lines_with_links

from flanders_care.budget.groups import aggregate
from flanders_care.budget.keys import GroupKey, Spread
from flanders_care.budget.spread import evenly
from flanders_care.errors import InvalidValueError, NotAddableError, UnknownNameError
from flanders_care.model.funding import FundingLine
from flanders_care.model.programme import Programme
from flanders_care.model.totals_by_key import Aggregate
from flanders_care.money import Amount, exact_sum
from flanders_care.provenance import Source


def shown(found: Aggregate) -> dict[Any, Decimal]:
    """Keys with the value of their total."""
    return {key: group.amount.value for key, group in found.items() if group.amount is not None}


@pytest.mark.parametrize(
    ("by", "fields", "key"),
    [
        ("programme", {"programme_id": "programme:x"}, "programme:x"),
        ("payer", {"payer_ids": ("actor:fund",)}, "actor:fund"),
        ("recipient", {"recipient_ids": ("actor:a", "actor:b")}, "actor:a + actor:b"),
        ("recipient", {}, None),
        ("stage", {"stage": "awarded"}, "awarded"),
        ("stage", {}, None),
        ("decision", {"decision_id": "d1"}, "d1"),
        ("document", {"sources": (Source(document_id="doc", start=0, end=1, quote="x"),)}, "doc"),
        ("document", {}, None),
        ("year", {"years": (2021,)}, 2021),
        ("year", {"years": (2021, 2022)}, "2021-2022"),
        ("year", {}, None),
    ],
)
def test_every_name_to_group_by(by: GroupKey, fields: dict[str, Any], key: Any) -> None:
    """A line stands under the key that its fields say; several recipients have it together."""
    assert shown(aggregate([line("a", 5, **fields)], by=by)) == {key: 5}


def test_any_callable_groups() -> None:
    """A function from line to key is enough."""
    found = aggregate([line("a", 5), line("b", 6)], by=lambda one: one.amount.value > 5)
    assert shown(found) == {False: 5, True: 6}


def test_a_cross_table() -> None:
    """A pair of names groups by both."""
    lines = [line("a", 5, years=(2021,), decision_id="x"), line("b", 6, years=(2022,), decision_id="x")]
    assert shown(aggregate(lines, by=("decision", "year"))) == {("x", 2021): 5, ("x", 2022): 6}
    assert "x / 2021: 5 EUR" in str(aggregate(lines, by=("decision", "year")))


def test_unknown_names_are_refused() -> None:
    """The message lists what there is; an empty tuple and another spread are refused too."""
    with pytest.raises(UnknownNameError, match="year, programme, payer"):
        aggregate([], by=cast("Any", "minister"))
    with pytest.raises(InvalidValueError, match="at least one key"):
        aggregate([], by=())
    with pytest.raises(InvalidValueError, match="'even' or None"):
        aggregate([], by="year", spread=cast("Any", "odd"))


def test_years_are_spread_only_on_request() -> None:
    """100 over three years stands under its span, or to the cent under each year."""
    lines = [line("a", 100, years=(2021, 2022, 2023))]
    assert shown(aggregate(lines, by="year")) == {"2021-2023": 100}
    spread = aggregate(lines, by="year", spread="even")
    assert shown(spread) == {2021: Decimal("33.34"), 2022: Decimal("33.33"), 2023: Decimal("33.33")}
    assert spread.grand is not None
    assert spread.grand.amount == Amount.of(100)


def test_yearly_sums_stand_under_each_year() -> None:
    """A sum that comes back is not divided."""
    found = aggregate([line("a", 5, recurrence="per_year", years=(2021, 2022))], by="year")
    assert shown(found) == {2021: 5, 2022: 5}
    assert found.grand is not None
    assert found.grand.amount == Amount.of(10)


def test_programmes_hold_their_subprogrammes_once() -> None:
    """A line stands under its programme and under all above it; the grand total counts it once."""
    programmes = [
        Programme(id="top", name="Top"),
        Programme(id="mid", name="Mid", parent_id="top"),
        Programme(id="low", name="Low", parent_id="mid"),
    ]
    lines = [line("a", 5, programme_id="low"), line("b", 6, programme_id="top"), line("c", 7)]
    found = aggregate(lines, by="programme", programmes=programmes)
    assert shown(found) == {"low": 5, "mid": 5, "top": 11, None: 7}
    assert found.grand is not None
    assert found.grand.amount == Amount.of(18)


def test_overlap_over_groups_is_shown() -> None:
    """A part in another group than its whole counts there, not in the grand total, and is listed."""
    lines = [line("whole", 10, decision_id="x"), line("part", 4, decision_id="y", part_of="whole")]
    found = aggregate(lines, by="decision")
    assert shown(found) == {"x": 10, "y": 4}
    assert found.grand is not None
    assert found.grand.amount == Amount.of(10)
    assert [item.line.id for item in found.overlap] == ["part"]
    assert "- 4 EUR (part): part of whole" in str(found)


def test_stages_have_no_grand_total_unless_named() -> None:
    """Budgeted and awarded stand beside each other; adding them is the caller's word."""
    lines = [line("a", 5, stage="budgeted"), line("b", 6, stage="awarded")]
    assert aggregate(lines, by="stage").grand is None
    named = aggregate(lines, by="stage", stages=["budgeted", "awarded"])
    assert named.grand is not None
    assert named.grand.amount == Amount.of(11)
    with pytest.raises(NotAddableError):
        aggregate(lines, by="decision")


def test_a_record_given_twice_counts_once_in_its_group() -> None:
    """Repeats are left out in the group and in the grand total."""
    found = aggregate([line("a", 5, decision_id="x"), line("a", 5, decision_id="x")], by="decision")
    assert shown(found) == {"x": 5}
    assert found.grand is not None
    assert found.grand.amount == Amount.of(5)


def test_it_is_a_mapping_in_a_fixed_order() -> None:
    """Numbers come by size, spans beside their first year, words by letter, nothing last."""
    lines = [
        line("a", years=(2022,)),
        line("b", years=(2021, 2022)),
        line("c"),
        line("d", years=(2021,)),
        line("e", years=(2020, 2021)),
    ]
    found = aggregate(lines, by="year")
    assert list(found) == ["2020-2021", 2021, "2021-2022", 2022, None]
    assert len(found) == 5
    assert found[2021].counted[0].id == "d"
    assert list(aggregate(lines, by=lambda one: one.id)) == ["a", "b", "c", "d", "e"]
    assert repr(found) == "<Aggregate of 5 groups>"
    assert "not stated: 100 EUR" in str(found)


def test_the_notebook_shows_a_table() -> None:
    """Keys are escaped, and the grand total stands below."""
    shown_html = aggregate([line("a", 5, decision_id="<x>")], by="decision")._repr_html_()
    assert "&lt;x&gt;" in shown_html
    assert ">all</th>" in shown_html
    mixed = aggregate([line("a", stage="paid"), line("b", stage="awarded")], by="stage")
    assert ">all</th>" not in mixed._repr_html_()


@given(
    lines_with_links(), st.sampled_from(["year", "decision", "stage"]), st.sampled_from([None, "even"]), st.randoms()
)
def test_groups_and_the_grand_total_agree(
    lines: list[FundingLine], by: GroupKey, spread: Spread | None, random: Any
) -> None:
    """Law 4: the group totals are the grand total and what overlaps between groups; no order of the lines matters."""
    found = aggregate(lines, by=by, spread=spread)
    assert found.grand is not None
    if not found.overlap:
        groups = exact_sum(group.amount.value for group in found.values() if group.amount is not None)
        assert groups == (found.grand.amount.value if found.grand.amount else 0)
    shuffled = list(lines)
    random.shuffle(shuffled)
    assert aggregate(shuffled, by=by, spread=spread) == found


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12),
    st.integers(1, 12),
)
def test_spreading_is_exact(value: Decimal, parts: int) -> None:
    """The parts add up to the whole, and no two differ by more than a cent."""
    shares = [share.value for share in evenly(Amount.of(value), parts)]
    assert exact_sum(shares) == value
    assert max(shares) - min(shares) <= Decimal("0.01")


def test_bounds_are_spread_too() -> None:
    """At most 100 over three years is at most a third in each."""
    first, *_ = evenly(Amount.of(100, "at_most"), 3)
    assert (first.low, first.high) == (None, Decimal("33.34"))
    assert [str(share.value) for share in evenly(Amount.of("0.001"), 2)] == ["0.001", "0.000"]
    assert evenly(Amount.of(0), 2)[0].value == 0
    assert evenly(Amount.of(6, "at_least"), 2)[1].low == 3


def test_keys_of_any_kind_stand_beside_each_other() -> None:
    """A callable may return pairs for some lines and words for others."""
    keys: dict[str, Any] = {"a": ("x", 1), "b": "y", "c": None, "d": -3}
    lines = [line(identity) for identity in keys]
    assert list(aggregate(lines, by=lambda one: keys[one.id])) == [-3, "y", ("x", 1), None]
    assert str(aggregate([], by="year")) == "all: nothing to add from 0 lines, 0 left out"
