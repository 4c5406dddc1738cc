"""What may follow what in one file."""

from __future__ import annotations

import datetime

import pytest

from flanders_care.dossier.lineage import may_follow, read_lineage
from flanders_care.model.decision import Decision, Step

DRAFT = "De Vlaamse Regering keurt principieel het besluit goed."
FINAL = "Na advies van de Raad van State keurt de Vlaamse Regering definitief het besluit goed."


def decide(heading: str, summary: str, day: str | None = None) -> Decision:
    """A decision of a day, or of no known day."""
    date = None if day is None else datetime.date.fromisoformat(day)
    return Decision(id="d", title=heading, text=summary, date=date)


def follows(earlier: Decision, later: Decision) -> bool:
    """Whether the one may follow the other."""
    return may_follow(read_lineage(earlier), read_lineage(later))


def test_a_final_approval_follows_a_draft_and_not_the_other_way() -> None:
    """The order of the steps is the order of the procedure."""
    draft, final = decide("Bebossing", DRAFT), decide("Bebossing", FINAL)
    assert follows(draft, final)
    assert not follows(final, draft)


def test_two_final_approvals_are_two_files() -> None:
    """A file is approved finally once."""
    final = decide("Havenpolitieverordening", FINAL)
    assert not follows(final, final)


def test_a_second_approval_in_principle_may_come_twice() -> None:
    """Advice is asked twice where the first draft changed much."""
    again = decide("Wolven", "De Vlaamse Regering keurt opnieuw principieel het besluit goed.")
    assert follows(again, again)


@pytest.mark.parametrize(
    ("day", "fits"), [("2021-01-08", True), ("2021-01-07", False), ("2024-04-22", True), ("2024-04-23", False)]
)
def test_later_steps_come_later_and_within_about_three_years(day: str, fits: bool) -> None:
    """The dates must allow it where both are known: the same day to 1,200 days later."""
    assert follows(decide("Bos", DRAFT, "2021-01-08"), decide("Bos", FINAL, day)) is fits


def test_an_unknown_date_speaks_against_nothing() -> None:
    """A third of the decisions is known by text alone."""
    assert follows(decide("Bos", DRAFT), decide("Bos", FINAL, "2021-05-01"))


def test_a_decree_is_not_ratified_after_an_order() -> None:
    """An order (besluit) and a decree are two instruments, so two files."""
    order = decide("Huisvesting ontheemden Ontwerpbesluit van de Vlaamse Regering", FINAL)
    decree = decide("Decreet huisvesting: bekrachtiging en afkondiging van het decreet", "")
    assert read_lineage(decree).instrument == "decreet"
    assert not follows(order, decree)


def test_the_long_title_names_the_instrument() -> None:
    """Title and long title may name two; the long title stands last and is exact."""
    both = decide("Uitvoeringsbesluit voorontwerp decreet leersteun Voorontwerp van besluit over leersteun", DRAFT)
    assert read_lineage(both).instrument == "besluit"


def test_yearly_repeats_stay_apart() -> None:
    """The programme decree of 2022 does not follow that of 2021; years within full dates name older rules."""
    draft = decide("Begroting 2021: besluit van 8 december 2006", DRAFT)
    assert read_lineage(draft).years == {2021}
    assert not follows(draft, decide("Begroting 2022: besluit van 8 december 2006", FINAL))


def test_an_award_follows_a_call_and_not_a_final_approval() -> None:
    """The rules for a subsidy are one file, the subsidies awarded under them others."""
    award = decide("Klimaatsubsidies", "De Vlaamse Regering kent subsidies toe aan tien projecten.")
    call = decide("Projectoproep klimaat", "De Vlaamse Regering lanceert de projectoproep.")
    assert read_lineage(award).step is Step.AWARD
    assert follows(call, award)
    assert not follows(decide("Klimaatsubsidies", FINAL), award)


def test_a_spatial_plan_is_approved_in_principle_three_times() -> None:
    """Start note, provisional adoption, adoption in principle: three rungs, so they may follow each other."""
    start = decide("GRUP Witbos", "De Vlaamse Regering keurt de startnota goed.")
    provisional = decide("Voorlopige vaststelling GRUP Witbos", "De Vlaamse Regering stelt het plan voorlopig vast.")
    draft = decide("GRUP Witbos", "De Vlaamse Regering beslist principieel tot definitieve vaststelling.")
    assert follows(start, provisional)
    assert follows(provisional, draft)
    assert not follows(draft, start)


def test_steps_outside_a_file_stand_alone() -> None:
    """Appointments and reports are steps of no file."""
    report = decide("Kustvisie", "De Vlaamse Regering neemt kennis van de stand van zaken.")
    assert read_lineage(report).rung is None
    assert not follows(report, decide("Kustvisie", FINAL))
