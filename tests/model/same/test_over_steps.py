"""The same money over the steps of one file."""

from __future__ import annotations

from tests.budget.lines import line

from flanders_care.budget.totals import total
from flanders_care.model.funding import Stage
from flanders_care.model.same.over_steps import join_steps

ALL = list(Stage)


def test_a_sum_that_every_step_repeats_counts_once() -> None:
    """Approved in principle, approved again, awarded: one sum."""
    steps = [[line("a", 100, stage="budgeted")], [line("b", 100, stage="budgeted")], [line("c", 100, stage="awarded")]]
    found = total(join_steps(steps), stages=ALL)
    assert found.amount is not None
    assert found.amount.value == 100
    assert [one.id for one in found.counted] == ["c"]


def test_a_rounded_sum_is_the_same() -> None:
    """2,217 miljoen of the first step is the 2.217.289,16 of the second."""
    joined = join_steps([[line("a", 2_217_000)], [line("b", "2217289.16")]])
    assert joined[1].same_as == "a"
    assert join_steps([[line("a", 2_000_000)], [line("b", 1_900_000)]])[1].same_as is None


def test_the_equal_sum_comes_before_the_rounded() -> None:
    """1.000.000 and 985.660 of one step are the 985.660 and 1.000.000 of the next, each its own."""
    joined = join_steps([[line("a", 1_000_000), line("b", 985_660)], [line("c", 985_660), line("d", 1_000_000)]])
    assert [one.same_as for one in joined] == [None, None, "b", "a"]
    assert join_steps([[line("a", 1_052_631)], [line("b", 1_000_000)]])[1].same_as == "a"
    assert join_steps([[line("a", 1_052_632)], [line("b", 1_000_000)]])[1].same_as is None


def test_one_other_sum_replaces_the_earlier() -> None:
    """A call of 10 that becomes 12 is 12."""
    joined = join_steps([[line("a", 10, stage="budgeted")], [line("b", 12, stage="budgeted")]])
    assert joined[1].successor_of == "a"
    found = total(joined)
    assert found.amount is not None
    assert found.amount.value == 12


def test_several_sums_are_matched_each_with_its_own() -> None:
    """Two equal grants of one step are two grants of the next, and what is new is added."""
    steps = [[line("a", 5), line("b", 5)], [line("c", 5), line("d", 5), line("e", 7), line("f", 8)]]
    joined = join_steps(steps)
    assert [one.same_as for one in joined] == [None, None, "a", "b", None, None]
    found = total(joined)
    assert found.amount is not None
    assert found.amount.value == 5 + 5 + 7 + 8


def test_links_within_a_step_stay() -> None:
    """Parts and repetitions of a step keep their links; other currencies and rhythms are other money."""
    steps = [[line("a", 10)], [line("b", 10, part_of="x"), line("c", 10, same_as="b")]]
    joined = join_steps(steps)
    assert (joined[1].same_as, joined[1].part_of, joined[2].same_as) == ("a", "x", "b")
    other = join_steps([[line("a", 10, currency="USD")], [line("b", 11)]])
    assert other[1].successor_of is None
    rhythm = join_steps([[line("a", 10)], [line("b", 10, recurrence="per_year")]])
    assert (rhythm[1].same_as, rhythm[1].successor_of) == (None, None)


def test_no_steps_no_lines() -> None:
    """Nothing comes of nothing."""
    assert join_steps([]) == ()
    assert join_steps([[], [line("a")]]) == (line("a"),)
