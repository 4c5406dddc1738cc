"""Which sums of one document are one, lie in one another, or replace one another: each rule at its border."""

from __future__ import annotations

from typing import Any

import pytest
from tests.budget.lines import line

from flanders_care.model.funding import FundingLine
from flanders_care.model.same.in_document import Said, link_in_document, link_to_cited

YEARLY = {"stage": "budgeted", "recurrence": "per_year"}
INSTRUMENTS = frozenset({"project", "mandate"})


def said(place: int = 0, passage: int = 0, section: int | None = 0, words: str = "", **told: Any) -> Said:
    """What is said around a sum."""
    return Said(place, passage, section, frozenset(words.split()), **told)


def linked(*told: tuple[FundingLine, Said]) -> tuple[FundingLine, ...]:
    """Link the lines of a document."""
    return link_in_document([one for one, _ in told], {one.id: around for one, around in told})


@pytest.mark.parametrize(
    ("words", "passage", "fields", "same"),
    [
        ("vier projecten gesteund", 1, {}, True),
        ("vier projecten", 1, {}, False),  # two shared words are too few
        ("vier projecten gesteund", 0, {}, False),  # in one passage two sums are two
        ("", 1, {"programme_id": "p"}, True),
        ("", 1, {"programme_id": "q"}, False),
        ("vier projecten gesteund", 1, {"years": (2021,)}, False),
        ("vier projecten gesteund", 1, {"stage": "paid"}, False),
    ],
)
def test_told_again(words: str, passage: int, fields: dict[str, Any], same: bool) -> None:
    """Two equal sums in two passages are one if they share a programme or three words, and not other years."""
    first = line("a", 16, programme_id="p", years=(2020,), stage="awarded")
    second = line("b", 16, **({"stage": "awarded"} | fields))
    found = linked((first, said(words="vier projecten gesteund oproep")), (second, said(500, passage, words=words)))
    assert (found[1].same_as == "a") is same


def test_what_is_said_more_exactly_later_holds_for_the_first() -> None:
    """The rhythm and the years of the second telling are those of the first."""
    first, second = line("a", 3, programme_id="p"), line("b", 3, programme_id="p", recurrence="per_year", years=(2021,))
    found = linked((first, said()), (second, said(500, 1)))
    assert (found[0].recurrence, found[0].years, found[1].same_as) == ("per_year", (2021,), "a")


def test_a_link_between_other_years_is_taken_away() -> None:
    """A sentence that seems to repeat a sum of another year does not."""
    first, second = line("a", 3, years=(2020,)), line("b", 3, years=(2021,), same_as="a")
    assert linked((first, said()), (second, said(9)))[1].same_as is None


@pytest.mark.parametrize(
    ("place", "section", "value", "paragraph", "within"),
    [
        (5_999, 0, 99, {"project"}, True),
        (6_000, 0, 99, {"project"}, False),
        (5_999, 1, 99, {"project"}, False),
        (5_999, 0, 100, {"project"}, False),
        (5_999, 0, 99, {"scholen"}, False),
    ],
)
def test_the_instruments_of_a_budget(place: int, section: int, value: int, paragraph: set[str], within: bool) -> None:
    """A smaller sum of the same section, up to 6000 characters on, whose paragraph names an instrument."""
    budget, part = line("a", 100, **YEARLY), line("b", value, stage="budgeted")
    around = said(place, 1, section, paragraph=frozenset(paragraph))
    found = linked((budget, said(instruments=INSTRUMENTS)), (part, around))
    assert (found[1].part_of == "a") is within
    one = linked((budget, said(instruments=frozenset({"project"}))), (part, around))
    assert one[1].part_of is None


def test_instruments_that_are_more_than_the_budget_are_no_parts() -> None:
    """60 and 40 are in a budget of 100; 60 and 41 are not."""
    for other, part_of in ((40, "a"), (41, None)):
        told = [
            (line("a", 100, **YEARLY), said(instruments=INSTRUMENTS)),
            *((line(i, v, stage="budgeted"), said(9, 1, paragraph=INSTRUMENTS)) for i, v in (("b", 60), ("c", other))),
        ]
        assert [one.part_of for one in linked(*told)[1:]] == [part_of, part_of]


@pytest.mark.parametrize(("place", "within"), [(1_499, True), (1_500, False)])
def test_a_grant_within_a_call(place: int, within: bool) -> None:
    """What was granted `hierin`, up to 1500 characters behind the budget of the call."""
    call, grant = line("a", 17, stage="budgeted"), line("b", 4, stage="awarded")
    found = linked((call, said(names_call=True)), (grant, said(place, 1, within_call=True)))
    assert (found[1].part_of == "a") is within
    assert linked((call, said()), (grant, said(place, 1, within_call=True)))[1].part_of is None
    assert linked((call, said(names_call=True)), (grant, said(place, 1)))[1].part_of is None


@pytest.mark.parametrize(
    ("place", "granted", "value", "replaces"),
    [(399, 200, 9, True), (400, 200, 9, False), (399, None, 9, False), (399, 200, 20, True), (399, 200, 21, False)],
)
def test_what_was_granted_replaces_what_was_asked(place: int, granted: int | None, value: int, replaces: bool) -> None:
    """Told in the same paragraph, within 400 characters, with a word that grants between, and no more than asked."""
    asked, given = line("a", 20, stage="requested"), line("b", value, stage="awarded")
    found = linked((asked, said(0)), (given, said(place, granted=granted)))
    assert (found[1].successor_of == "a") is replaces


@pytest.mark.parametrize(
    ("stage", "whole", "expected"),
    [
        ("awarded", "requested", ("awarded", None)),  # what was granted is no part of what was asked
        ("awarded", "budgeted", ("awarded", "a")),
        ("budgeted", "awarded", ("awarded", "a")),  # a part without a verb of its own
        ("budgeted", "budgeted", ("budgeted", "a")),
    ],
)
def test_a_part_of_another_stage(stage: str, whole: str, expected: tuple[str, str | None]) -> None:
    """A part keeps its own verb, or has the stage of its whole."""
    found = linked((line("a", 9, stage=whole), said()), (line("b", 4, stage=stage, part_of="a"), said(5)))
    assert (found[1].stage, found[1].part_of) == expected


def test_a_claim_repeats_the_sum_of_a_cited_title() -> None:
    """The equal sum, else the same figure; who pays and receives is what the title says."""
    title = line("t", "2217289.16", decision_id="d", payer_ids=("actor:a",))
    other = line("u", 2_217_000, decision_id="e")
    claim = line("c", 2_217_000, payer_ids=("actor:z",))
    rounded = link_to_cited(claim, [title])
    assert (rounded.same_as, rounded.decision_id, rounded.payer_ids) == ("t", "d", ("actor:a",))
    assert link_to_cited(claim, [title, other]).same_as == "u"
    assert link_to_cited(claim, [line("v", 2_217_000, currency="USD"), line("w", 5)]) == claim
