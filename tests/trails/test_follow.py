"""Trails: from promises to dossiers, steps and money, and back."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.alignment.indexing import DecisionIndex, index
from flanders_care.alignment.results import Covered, Ranked
from flanders_care.dossier.joining import dossiers
from flanders_care.errors import InvalidValueError
from flanders_care.exchange.json import from_json, to_json
from flanders_care.model.assessment import Assessment, Verdict
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision, Step
from flanders_care.model.loaded import Loaded
from flanders_care.trails.against import against
from flanders_care.trails.following import follow as follow_promises
from flanders_care.trails.judgement import compare, suggest_verdict
from flanders_care.trails.records import Trail, Trails

SUBJECT = "de bebossing van landbouwgronden door private en openbare grondeigenaars in natuurgebieden"


def decide(name: str, day: str | None, title: str, text: str, kind: str | None = "nota") -> Decision:
    """A decision of a day."""
    date = None if day is None else datetime.date.fromisoformat(day)
    return Decision(id=name, title=title, text=text, date=date, kind=kind)


DRAFT = decide(
    "draft",
    "2020-09-18",
    "Subsidiëring bebossing",
    f"Ontwerpbesluit  De Vlaamse Regering keurt principieel het besluit goed over {SUBJECT}. "
    "Ze voorziet daarvoor een budget van 2 miljoen euro.",
)
FINAL = decide(
    "final",
    "2020-10-30",
    "Subsidiëring bebossing",
    "Ontwerpbesluit  Na advies van de Raad van State keurt de Vlaamse Regering definitief het besluit goed over "
    f"{SUBJECT}. Ze voorziet daarvoor een budget van 2 miljoen euro.",
)
MUNTPUNT = decide(
    "muntpunt",
    "2021-03-05",
    "Muntpunt vzw: subsidie 2021",
    "De Vlaamse Regering kent een subsidie van 500.000 euro toe aan de bibliotheek Muntpunt.",
)
NOTHING = decide("nothing", None, "Benoeming gouverneur", "De Vlaamse Regering benoemt een gouverneur.", "mededeling")
DECISIONS = (DRAFT, FINAL, MUNTPUNT, NOTHING)

FOREST = Commitment(id="forest", text=f"We subsidiëren {SUBJECT}.", section="2.3.2 Meer bos")
TUNNEL = Commitment(id="tunnel", text="We graven een autotunnel onder het stationsplein.", section="1.4 Wegen")


def follow(
    commitments: list[Commitment], decisions: Iterable[Decision] | DecisionIndex, threshold: float = 0.3
) -> Trails:
    """Follow with a threshold of the tests' own, so that they say nothing of any profile's."""
    return follow_promises(commitments, decisions, threshold=threshold)


def test_a_promise_is_followed_to_its_dossier_and_money() -> None:
    """The dossier with its two steps, the farthest step, the days, and each euro once over the steps."""
    trail = follow([FOREST, TUNNEL], DECISIONS)[0]
    assert [dossier.decision_ids for dossier in trail.dossiers] == [("draft", "final")]
    assert (trail.step, trail.first_date, trail.last_date) == (
        Step.FINAL,
        datetime.date(2020, 9, 18),
        datetime.date(2020, 10, 30),
    )
    assert trail.total.amount is not None
    assert trail.total.amount.value == Decimal(2_000_000)
    assert [decision.id for decision in trail.decisions] == ["draft", "final"]
    assert 0.0 < trail.scores[0] <= 1.0
    assert str(trail).startswith("1 dossier, farthest step final, 2020-09-18 to 2020-10-30; 2.000.000 EUR")
    assert "forest" in repr(trail)


def test_an_empty_trail_says_where_it_looked() -> None:
    """Nothing found is bounded: how many decisions, of which kinds, up to which day, with which profile."""
    trail = follow([TUNNEL], DECISIONS)[0]
    assert trail.empty
    assert (trail.step, trail.first_date, trail.total.amount) == (None, None, None)
    search = trail.search
    assert (search.looked_through, search.kinds, search.undated) == (4, (("mededeling", 1), ("nota", 3)), 1)
    assert (search.since, search.up_to) == (datetime.date(2020, 9, 18), datetime.date(2021, 3, 5))
    assert str(trail).startswith(
        "no decision found in 4 decisions (1 mededeling, 3 nota) from 2020-09-18 up to 2021-03-05"
    )
    assert search.profile in str(trail)
    assert str(search.threshold)[:4] in str(trail)


def test_without_decisions_the_bounds_are_empty_too() -> None:
    """Among no decisions nothing can be found, and that is what is said."""
    trails = follow([TUNNEL], [])
    assert str(trails[0]).startswith("no decision found in 0 decisions (none of any kind), with profile")
    assert follow([], []).items == ()


def test_the_way_back_shows_money_without_promise() -> None:
    """A grant that no promise asked for is shown with its sum."""
    trails = follow([FOREST, TUNNEL], DECISIONS)
    (idle,) = trails.without_promise
    assert idle.dossier.decision_ids == ("muntpunt",)
    assert idle.total.amount is not None
    assert idle.total.amount.value == Decimal(500_000)


def test_gaps_and_promises_without_money_are_listed() -> None:
    """Both gaps: no decision at all, and decisions without a sum."""
    text = "De Vlaamse Regering keurt de autotunnel onder het stationsplein goed."
    bare = decide("bare", "2021-01-01", "Autotunnel stationsplein", text)
    trails = follow([FOREST, TUNNEL], (DRAFT, FINAL, bare))
    assert [trail.commitment.id for trail in trails.without_money] == ["tunnel"]
    assert trails.gaps == ()
    assert [trail.commitment.id for trail in follow([FOREST, TUNNEL], DECISIONS).gaps] == ["tunnel"]


def test_a_decision_that_turns_back_is_a_candidate() -> None:
    """A decision close to a promise that puts it off is pointed at; a promise to put off is not broken by doing so."""
    late = decide("late", "2021-01-01", "Bebossing: uitstel", f"De Vlaamse Regering beslist tot uitstel van {SUBJECT}.")
    (note,) = follow([FOREST], [late, NOTHING], threshold=0.0).diagnostics
    assert (note.code, note.document_id) == ("against-promise", "late#text")
    assert "uitstel" in note.message
    assert note.start == len("Bebossing: ")
    wanted = Commitment(id="wanted", text=f"We kiezen voor uitstel van {SUBJECT}.")
    assert follow([wanted], [late, NOTHING], threshold=0.0).diagnostics == ()


def test_a_decision_may_go_against_the_promise_that_it_comes_nearest_to() -> None:
    """What is put off is asked of one promise, not of every promise that shares a word with it."""
    late = decide("late", "2021-01-01", "Bebossing: uitstel", f"De Vlaamse Regering beslist tot uitstel van {SUBJECT}.")
    home = {"late": dossiers([late])[0]}
    found = [
        Covered(commitment=TUNNEL, decisions=(Ranked(decision=late, score=0.3),)),
        Covered(commitment=FOREST, decisions=(Ranked(decision=late, score=0.6),)),
    ]
    (note,) = against(found, home)
    assert FOREST.text[:40] in note.message


def test_a_long_title_is_cut_in_the_message() -> None:
    """Messages stay readable; the place leads to the whole."""
    title = "Uitstel van de subsidiëring van " + SUBJECT + " en van alles wat daarmee samenhangt in de jaren die komen"
    late = decide("late", "2021-01-01", title, f"De Vlaamse Regering beslist tot uitstel van {SUBJECT}.")
    (note,) = follow([FOREST], [late, NOTHING], threshold=0.0).diagnostics
    assert "…" in note.message
    assert title not in note.message


def test_sums_in_another_currency_stay_out_and_are_said() -> None:
    """Dollars are not euros: they are left to the reader, who is told."""
    dollars = decide("usd", "2021-01-01", "Steun", "De Vlaamse Regering kent een subsidie van 3 miljoen dollar toe.")
    trails = follow([TUNNEL], [dollars, MUNTPUNT])
    assert [note.code for note in trails.diagnostics] == ["other-currency"]
    assert [one.dossier.decision_ids for one in trails.without_promise] == [("muntpunt",)]


def test_trails_are_a_sequence_and_know_sections() -> None:
    """Trails can be sliced, counted and asked for a section by number or heading."""
    trails = follow([FOREST, TUNNEL], DECISIONS)
    assert len(trails) == 2
    assert isinstance(trails[:1], Trails)
    assert [trail.commitment.id for trail in trails.for_section("2.3.2")] == ["forest"]
    assert [trail.commitment.id for trail in trails.for_section("1.4 Wegen")] == ["tunnel"]
    assert trails.for_section("9").items == ()
    assert repr(trails) == "<Trails: 2 promises, 1 without decision, 0 without sum>"


def test_an_index_and_a_threshold_are_taken() -> None:
    """An index stands for its decisions; above 1 there is no threshold."""
    assert follow([FOREST], index(DECISIONS)) == follow([FOREST], DECISIONS)
    assert follow([FOREST], DECISIONS, threshold=1.0)[0].empty
    with pytest.raises(InvalidValueError):
        follow([FOREST], DECISIONS, threshold=1.5)


@given(st.permutations(DECISIONS))
def test_the_order_of_the_decisions_does_not_matter(order: list[Decision]) -> None:
    """Order: no result depends on the order of its inputs."""
    assert follow([FOREST, TUNNEL], order) == follow([FOREST, TUNNEL], DECISIONS)


def test_trails_survive_json() -> None:
    """Round trip: trails, with dossiers, totals and bounds, come back equal."""
    trails = follow([FOREST, TUNNEL], DECISIONS)
    assert from_json(to_json(trails), Trails) == trails
    assert from_json(to_json(trails[0]), Trail) == trails[0]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("De Vlaamse Regering keurt definitief de autotunnel onder het stationsplein goed.", Verdict.FULFILLED),
        ("De Vlaamse Regering keurt principieel de autotunnel onder het stationsplein goed.", Verdict.IN_PROGRESS),
        ("De Vlaamse Regering neemt kennis van de autotunnel onder het stationsplein.", Verdict.PARTIALLY),
    ],
)
def test_the_farthest_step_suggests_a_verdict(text: str, verdict: Verdict) -> None:
    """Approved is fulfilled, a draft in progress, other decisions partly; nothing found is not fulfilled."""
    tunnel = decide("t", "2021-01-01", "Autotunnel stationsplein", text)
    trails = follow([TUNNEL], [tunnel, MUNTPUNT])
    assert suggest_verdict(trails[0]) is verdict
    assert suggest_verdict(follow([TUNNEL], [NOTHING])[0]) is Verdict.NOT_FULFILLED


@pytest.mark.parametrize("step", Step)
def test_each_step_suggests_a_verdict(step: Step) -> None:
    """Notes, calls and drafts are in progress; final approval, ratification and award fulfil; the rest is partial."""
    trail = attrs.evolve(follow([TUNNEL], [NOTHING])[0], step=step)
    done = {Step.FINAL, Step.RATIFICATION, Step.AWARD}
    begun = {Step.EXPLORATORY, Step.CALL, Step.DRAFT_PRINCIPLE, Step.DRAFT_AFTER_ADVICE}
    expected = Verdict.FULFILLED if step in done else Verdict.IN_PROGRESS if step in begun else Verdict.PARTIALLY
    assert suggest_verdict(trail) is expected


def judge(commitment: str, verdict: Verdict, assessor: str = "An") -> Assessment:
    """A person's verdict."""
    return Assessment(commitment_id=commitment, verdict=verdict, assessor=assessor)


def test_verdicts_are_compared_with_trails() -> None:
    """The table counts pairs, kappa is 1 for full agreement, and differences are shown with both sides."""
    trails = follow([FOREST, TUNNEL], DECISIONS)
    agreed = compare([judge("forest", Verdict.FULFILLED), judge("tunnel", Verdict.NOT_FULFILLED)], trails)
    same = [(verdict, verdict, 1) for verdict in (Verdict.FULFILLED, Verdict.NOT_FULFILLED)]
    assert list(agreed.confusion) == same
    assert (agreed.kappa, agreed.alpha, agreed.disagreements, agreed.unmatched) == (1.0, None, (), ())
    other = compare([judge("forest", Verdict.NOT_FULFILLED), judge("tunnel", Verdict.IN_PROGRESS)], trails)
    assert [(d.assessment.commitment_id, d.suggested) for d in other.disagreements] == [
        ("forest", Verdict.FULFILLED),
        ("tunnel", Verdict.NOT_FULFILLED),
    ]
    assert other.kappa is not None
    assert other.kappa < 0


def test_assessors_are_compared_with_each_other() -> None:
    """Two people on the same promises give an alpha; what has no trail or cannot be checked is kept apart."""
    trails = follow([FOREST, TUNNEL], DECISIONS)
    both = [
        judge(name, verdict, assessor)
        for name, verdict in (("forest", Verdict.FULFILLED), ("tunnel", Verdict.NOT_FULFILLED))
        for assessor in ("An", "Bo")
    ]
    compared = compare([*both, judge("gone", Verdict.FULFILLED), judge("tunnel", Verdict.NOT_CHECKABLE, "Cas")], trails)
    assert compared.alpha == pytest.approx(1.0)
    assert [a.commitment_id for a in compared.unmatched] == ["gone"]
    assert compared.disagreements == ()
    assert compare([], trails).kappa is None


def test_a_promise_is_followed_through_the_decisions_of_a_year(dump: Loaded) -> None:
    """Among the real decisions of a year, a promise on a kot label leads to the decree that introduces one."""
    decisions = [decision for decision in dump.corpus.decisions if decision.date and decision.date.year == 2023]
    promise = Commitment(
        id="kot", text="We voeren een kotlabel in voor studentenhuisvesting, uniform voor de studentensteden."
    )
    trail = follow([promise], decisions)[0]
    assert any("Uniform Kotlabel" in decision.title for decision in trail.decisions)
    assert trail.search.looked_through == len(decisions)
