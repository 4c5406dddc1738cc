"""One sum over many lines: each euro once, exactly, with its proof."""

from __future__ import annotations

import decimal
from decimal import Decimal
from typing import Any, cast

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.budget.lines import line, lines_with_links

from flanders_care.budget.totals import total
from flanders_care.errors import InvalidValueError, NotAddableError
from flanders_care.model.funding import FundingLine, Stage
from flanders_care.model.totals import LeftOut, Reason, Total

ALL = list(Stage)


def value(found: Total) -> Decimal | None:
    """The value of a total."""
    return None if found.amount is None else found.amount.value


def reasons(found: Total) -> dict[str, tuple[Reason, str | None]]:
    """Why each line is left out."""
    return {item.line.id: (item.reason, item.overlaps_id) for item in found.left_out}


def test_nothing_adds_up_to_nothing() -> None:
    """No lines have no amount, not zero."""
    assert total([]) == Total(amount=None)
    assert str(total([])) == "nothing to add from 0 lines, 0 left out"


def test_lines_are_added() -> None:
    """Lines that do not overlap are added."""
    assert value(total([line("a", 100), line("b", "0.05")])) == Decimal("100.05")


def test_the_same_money_counts_once_at_its_most_precise() -> None:
    """2.217.289,16 in the title and 2,217 miljoen in the text are one sum, the first of them."""
    found = total([line("rounded", 2_217_000, same_as="exact"), line("exact", "2217289.16")])
    assert value(found) == Decimal("2217289.16")
    assert reasons(found) == {"rounded": (Reason.SAME, "exact")}


def test_the_same_money_is_found_through_a_line_that_is_not_there() -> None:
    """Two lines that both repeat a third are the same, even where the third is missing."""
    found = total([line("a", same_as="gone"), line("b", same_as="gone")])
    assert value(found) == 100
    assert reasons(found) == {"b": (Reason.SAME, "a")}


def test_a_yearly_sum_stands_for_the_same_money_said_without_its_rhythm() -> None:
    """'12 miljoen euro extra' and 'elk jaar in 12 miljoen euro': the yearly one counts, and has no end."""
    found = total([line("extra", 12), line("yearly", 12, same_as="extra", recurrence="per_year")])
    assert [counted.id for counted in found.counted] == ["yearly"]
    assert found.open_ended


def test_parts_do_not_count_beside_their_whole() -> None:
    """2,8 miljoen (1,4 and 1,4) plus 459.000 is 3.259.000."""
    lines = [line("whole", 2_800_000), line("p", 1_400_000, part_of="whole"), line("q", 1_400_000, part_of="whole")]
    found = total([*lines, line("other", 459_000)])
    assert value(found) == 3_259_000
    assert reasons(found)["p"] == (Reason.PART, "whole")


def test_parts_of_parts_do_not_count() -> None:
    """175,59 holds 87,63 which holds 15,11: only the first counts."""
    lines = [line("efro", "175.59"), line("p1", "87.63", part_of="efro"), line("care", "15.11", part_of="p1")]
    assert value(total(lines)) == Decimal("175.59")


def test_parts_count_where_their_whole_is_not_there() -> None:
    """A part whose whole nobody gave is money all the same."""
    assert value(total([line("p", 5, part_of="elsewhere")])) == 5


def test_a_budget_and_its_awards_over_both_stages() -> None:
    """Of 10 budgeted 4 were awarded: 10 over both stages, 4 of what was awarded."""
    lines = [line("budget", 10, stage="budgeted"), line("award", 4, stage="awarded", part_of="budget")]
    assert value(total(lines, stages=["budgeted", "awarded"])) == 10
    found = total(lines, stages=["awarded"])
    assert value(found) == 4
    assert reasons(found) == {"budget": (Reason.STAGE, None)}


def test_containment_leads_through_a_stage_that_is_not_asked_for() -> None:
    """An award of a budget that is itself part of an award lies in that award."""
    lines = [
        line("a", 100, stage="awarded"),
        line("b", 60, stage="budgeted", part_of="a"),
        line("c", 40, stage="awarded", part_of="b"),
        line("d", 30, stage="awarded", part_of="b"),
    ]
    found = total(lines, stages=["awarded"])
    assert value(found) == 100
    assert [(item.line.id, item.overlaps_id) for item in found.left_out if item.reason is Reason.PART] == [
        ("c", "a"),
        ("d", "a"),
    ]
    assert value(total(lines, stages=["budgeted"])) == 60


def test_a_chain_that_ends_at_nothing_asked_for_counts() -> None:
    """Awards of two budgets stay two awards; a request that was granted still counts among the requests."""
    lines = [
        line("a", 100, stage="budgeted"),
        line("b", 60, stage="announced", part_of="a"),
        line("c", 40, stage="awarded", part_of="b"),
        line("d", 30, stage="awarded", part_of="b"),
        line("r", 50, stage="requested"),
        line("s", 45, stage="awarded", successor_of="r", part_of="a"),
    ]
    assert value(total(lines, stages=["awarded"])) == 115
    assert value(total(lines, stages=["requested"])) == 50
    assert value(total(lines, stages=["requested", "awarded"])) == 115
    assert value(total(lines, stages=["requested", "budgeted"])) == 100


def test_of_two_holders_the_one_asked_for_is_named() -> None:
    """A payment credit that is part of a budget of another stage stands beside its commitment credit."""
    lines = [
        line("a", 100, stage="announced"),
        line("b", 60, stage="awarded"),
        line("c", 50, stage="awarded", part_of="a", alternative_to="b"),
    ]
    [item] = [item for item in total(lines, stages=["awarded"]).left_out if item.line.id == "c"]
    assert (item.reason, item.overlaps_id) == (Reason.ALTERNATIVE, "b")


def test_one_stage_may_be_given_as_a_word() -> None:
    """stages='awarded' is not read letter by letter."""
    assert value(total([line("a", 7, stage="awarded")], stages=cast("Any", "awarded"))) == 7


def test_what_was_granted_replaces_what_was_asked() -> None:
    """A request of 12 that was granted for 10 is 10."""
    lines = [line("asked", 12, stage="requested"), line("got", 10, stage="awarded", successor_of="asked")]
    found = total(lines, stages=ALL)
    assert value(found) == 10
    assert reasons(found) == {"asked": (Reason.SUCCEEDED, "got")}


def test_a_payment_credit_does_not_count_beside_its_commitment_credit() -> None:
    """75 to commit and 18 to pay for the same thing is 75."""
    found = total([line("commit", 75), line("pay", 18, alternative_to="commit")])
    assert value(found) == 75
    assert reasons(found) == {"pay": (Reason.ALTERNATIVE, "commit")}


def test_prices_of_a_unit() -> None:
    """A price counts with its number; without one, or beside the sum over all units, it is left out."""
    lines = [
        line("three", 650, recurrence="per_unit", times=3),
        line("price", 40, recurrence="per_unit"),
        line("all", 2480),
        line("rate", 40, rate_of="all"),
    ]
    found = total(lines)
    assert value(found) == 3 * 650 + 2480
    assert reasons(found) == {"price": (Reason.UNIT, None), "rate": (Reason.RATE, "all")}


def test_yearly_sums_count_for_each_stated_year() -> None:
    """2,1 miljoen a year over 2023-2027 is 10,5 miljoen; 200.000 a year for two bodies over two years is 800.000."""
    assert (
        value(total([line("a", 2_100_000, recurrence="per_year", years=(2023, 2024, 2025, 2026, 2027))])) == 10_500_000
    )
    assert value(total([line("a", 200_000, recurrence="per_year", years=(2021, 2022), times=2)])) == 800_000


def test_a_yearly_sum_without_years_has_no_end() -> None:
    """It counts for one year, and the total says that there are more."""
    found = total([line("a", 5, recurrence="per_year")])
    assert value(found) == 5
    assert found.open_ended
    assert "and further years" in str(found)


def test_mixed_stages_are_refused_with_advice() -> None:
    """Law 6: a sum over mixed stages is refused unless the caller names the stages."""
    lines = [line("a", stage="budgeted"), line("b", stage="awarded"), line("c")]
    with pytest.raises(NotAddableError, match=r"budgeted, awarded and lines without stage.*stages=\['awarded'\]"):
        total(lines)
    found = total(lines, stages=ALL)
    assert value(found) == 200
    assert reasons(found) == {"c": (Reason.NO_STAGE, None)}


def test_unknown_stages_are_refused() -> None:
    """A misspelt stage is an error that lists the stages."""
    with pytest.raises(InvalidValueError, match="requested, announced, budgeted, awarded, paid"):
        total([], stages=cast("Any", ["awarded", "spent"]))


def test_mixed_currencies_are_refused_with_advice() -> None:
    """Dollars and euros do not add up; the message says how to take one of them."""
    lines = [line("a"), line("b", currency="USD"), line("c", currency="USD", part_of="b")]
    with pytest.raises(NotAddableError, match=r"EUR and USD.*line.amount.currency == 'EUR'"):
        total(lines)
    assert total(lines[1:]).amount is not None


def test_a_record_given_twice_counts_once() -> None:
    """The same record from two corpora is one record."""
    found = total([line("a", 5), line("a", 5)])
    assert value(found) == 5
    assert reasons(found) == {"a": (Reason.REPEATED, "a")}


def test_one_id_for_two_different_lines_is_an_error() -> None:
    """Nobody can say which of the two is meant."""
    with pytest.raises(InvalidValueError, match="two different funding lines have the id 'a'"):
        total([line("a", 5), line("a", 6)])


def test_lines_that_contain_each_other_are_an_error() -> None:
    """A circle of part_of is named."""
    lines = [line("a", part_of="b"), line("b", part_of="c"), line("c", part_of="a"), line("d", part_of="a")]
    with pytest.raises(InvalidValueError, match="in a circle: a, b, c"):
        total(lines)


def test_a_line_that_contains_itself_counts() -> None:
    """part_of itself says nothing."""
    assert value(total([line("a", 5, part_of="a")])) == 5


def test_other_things_are_refused() -> None:
    """What is no funding line is named."""
    with pytest.raises(InvalidValueError, match=r"give a list of FundingLine.*, not 'x'"):
        total(cast(Any, ["x"]))


def test_the_proof_can_be_read() -> None:
    """Print shows what was added, what was not and why."""
    lines = [
        line("a", 100, recurrence="per_year", years=(2021, 2022), stage="awarded", subject="zorg"),
        line("b", 50, stage="awarded", part_of="a"),
        line("c", 10, stage="awarded", times=3, recurrence="per_unit"),
        line("d", 10, stage="awarded", recurrence="per_year"),
    ]
    assert str(total(lines)).splitlines() == [
        "240 EUR and further years from 3 lines, 1 left out",
        "  + 100 EUR, awarded, zorg (a): 2 years (2021-2022) = 200 EUR",
        "  + 10 EUR, awarded (c): 3 times = 30 EUR",
        "  + 10 EUR, awarded (d): every year, counted once = 10 EUR",
        "  - 50 EUR, awarded (b): part of a",
    ]
    assert repr(total(lines)) == "<Total 240 EUR and further years from 3 lines, 1 left out>"


def test_a_long_proof_is_cut_and_says_so() -> None:
    """More than 200 lines are counted, not printed."""
    found = total([line(f"l{n:04}", 1) for n in range(250)])
    assert str(found).endswith("... and 50 lines more")
    assert value(found) == 250


def test_the_notebook_shows_the_proof_as_a_table() -> None:
    """Text from documents is escaped."""
    shown = total([line("<a>", 5), line("b", 1, part_of="<a>")])._repr_html_()
    assert "&lt;a&gt;" in shown
    assert "<a>" not in shown
    assert shown.count("<tr>") == 3
    assert "and 50 more" in total([line(f"l{n:04}", 1) for n in range(250)])._repr_html_()


def test_no_context_of_the_caller_rounds() -> None:
    """A decimal context of three digits in the caller's program changes nothing."""
    lines = [line("a", "1" + "0" * 30), line("b", "0.01", "at_most")]
    with decimal.localcontext(decimal.Context(prec=3)):
        assert value(total(lines)) == Decimal("1" + "0" * 30 + ".01")
        assert value(total(lines[:1])) == Decimal("1" + "0" * 30)


@given(lines_with_links(), st.randoms())
def test_law_of_the_sum(lines: list[FundingLine], random: Any) -> None:
    """Law 4: counted and left-out lines together are all the lines, and each left-out line says why and what it overlaps with."""  # noqa: E501
    found = total(lines)
    given_ids = sorted(one.id for one in lines)
    assert sorted([*(one.id for one in found.counted), *(item.line.id for item in found.left_out)]) == given_ids
    counted = {one.id for one in found.counted}
    for item in found.left_out:
        assert item.reason in Reason
        assert (item.overlaps_id is None) == (item.reason is Reason.UNIT)
        assert item.overlaps_id is None or item.overlaps_id in set(given_ids)
    expected = sum((one.amount.value * one.times * _years(one) for one in lines if one.id in counted), Decimal(0))
    assert value(found) == (expected if counted else None)
    shuffled = list(lines)
    random.shuffle(shuffled)
    assert total(shuffled) == found


def _years(one: FundingLine) -> int:
    return len(one.years) if one.recurrence == "per_year" and one.years else 1


@given(lines_with_links())
def test_splitting_gives_the_whole(lines: list[FundingLine]) -> None:
    """Law 4: splitting the lines by any key and adding the group totals gives the whole where no overlap crosses groups."""  # noqa: E501
    plain = [
        attrs.evolve(one, same_as=None, part_of=None, alternative_to=None, rate_of=None, successor_of=None)
        for one in lines
    ]
    groups = [[one for one in plain if one.decision_id == key] for key in ("d1", "d2", None)]
    parts = [value(total(group)) or Decimal(0) for group in groups]
    assert sum(parts, Decimal(0)) == (value(total(plain)) or Decimal(0))


@given(lines_with_links())
def test_law_of_bounds(lines: list[FundingLine]) -> None:
    """Law 5: low <= value <= high, and adding keeps it. A missing bound stays missing."""
    found = total(lines)
    assume(found.amount is not None)
    assert found.amount is not None
    low, high = found.amount.low, found.amount.high
    assert low is None or low <= found.amount.value
    assert high is None or high >= found.amount.value
    if any(one.amount.qualifier == "approx" for one in found.counted):
        assert (low, high) == (None, None)


@given(lines_with_links(stages=[*Stage, None]))
def test_law_of_stages(lines: list[FundingLine]) -> None:
    """Law 6: requested, announced, budgeted, awarded and paid are different money, refused unless the caller names the stages."""  # noqa: E501
    stages = {one.stage for one in lines}
    if len(stages) > 1:
        with pytest.raises(NotAddableError):
            total(lines)
    for stage in Stage:
        found = total(lines, stages=[stage])
        assert {one.stage for one in found.counted} <= {stage}
    over_all = total(lines, stages=ALL)
    assert len(over_all.counted) + len(over_all.left_out) == len(lines)


def test_left_out_lines_are_records() -> None:
    """A left-out line is built by keyword, checked, and says its reason."""
    item = LeftOut(line=line("a"), reason=cast(Any, "part of"), overlaps_id="b")
    assert item.reason is Reason.PART
    assert str(item) == "part of b"
    with pytest.raises(InvalidValueError):
        LeftOut(line=line("a"), reason=cast(Any, "because"))
