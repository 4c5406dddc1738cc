"""Dossiers: which decisions are steps of one file."""

from __future__ import annotations

import datetime
import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.alignment.indexing import index
from flanders_care.dossier import joining
from flanders_care.dossier.dossier import Dossier, farthest_step
from flanders_care.dossier.joining import dossiers
from flanders_care.dossier.lineage import Lineage
from flanders_care.model.decision import Decision, Step
from flanders_care.model.loaded import Loaded

BODY = (
    "De verordening voor het verkeer van havenvoertuigen in de haven van Antwerpen garandeert de verkeersveiligheid "
    "en de integriteit van de wegen en structuren in het havengebied."
)


def decide(name: str, day: str | None, title: str, text: str) -> Decision:
    """A decision of a day."""
    date = None if day is None else datetime.date.fromisoformat(day)
    return Decision(id=name, title=title, text=text, date=date, kind="nota")


FIRST = decide(
    "first",
    "2020-07-17",
    "Verordening voor het verkeer van havenvoertuigen in de haven van Antwerpen",
    f"Voorontwerp van besluit  De Vlaamse Regering stelt principieel de verordening vast. {BODY}",
)
SECOND = decide(
    "second",
    "2020-10-02",
    "Verordening voor het verkeer van havenvoertuigen in de haven van Antwerpen",
    f"Voorontwerp van besluit  Na advies van de MORA stelt de Vlaamse Regering opnieuw principieel vast. {BODY}",
)
THIRD = decide(
    "third",
    "2020-12-11",
    "Vaststelling verkeersverordening havenvoertuigen in de haven van Antwerpen",
    f"Ontwerpbesluit  Na advies van de Raad van State stelt de Vlaamse Regering definitief vast. {BODY}",
)
SISTER = decide(
    "sister",
    "2020-12-15",
    "Verordening voor het verkeer van havenvoertuigen in de haven van Gent",
    f"Voorontwerp van besluit  De Vlaamse Regering stelt principieel de verordening vast. "
    f"{BODY.replace('Antwerpen', 'Gent, Evergem en Zelzate')}",
)


def test_steps_of_one_file_come_together_through_a_changed_title() -> None:
    """First approval, second approval and final approval are one dossier; the sister port is another."""
    found = dossiers([THIRD, SISTER, FIRST, SECOND])
    assert [dossier.decision_ids for dossier in found] == [("first", "second", "third"), ("sister",)]
    assert [d.step for d in found[0].decisions] == [Step.DRAFT_PRINCIPLE, Step.DRAFT_AFTER_ADVICE, Step.FINAL]
    assert found[0].step is Step.FINAL


def test_a_dossier_knows_its_days_and_its_id() -> None:
    """The id comes from the first decision, so later steps do not change it."""
    early, late = dossiers([FIRST]), dossiers([FIRST, SECOND, THIRD])
    assert early[0].id == late[0].id == "dossier:first"
    assert late[0].first_date == datetime.date(2020, 7, 17)
    assert late[0].last_date == datetime.date(2020, 12, 11)


def test_a_yearly_repeat_is_another_file() -> None:
    """The same grant to the same body in the next year stands alone."""
    grants = [
        decide(
            f"grant-{year}",
            f"{year}-12-10",
            f"Vlajo vzw: subsidie werkjaar {year}",
            "De Vlaamse Regering kent 1,44 miljoen euro werkingssubsidie toe aan Vlajo vzw.",
        )
        for year in (2020, 2021)
    ]
    assert [len(dossier.decisions) for dossier in dossiers(grants)] == [1, 1]


def test_a_later_amendment_is_another_file() -> None:
    """What changes a finished file begins a new one, however alike: the order of the steps says so."""
    amendment = decide("amended", "2021-06-01", FIRST.title, FIRST.text)
    assert [d.decision_ids for d in dossiers([FIRST, THIRD, amendment])] == [("first", "third"), ("amended",)]


def test_a_draft_that_comes_back_soon_is_the_same_file() -> None:
    """The same draft a month later, without the words for a second time, is no new file; a year later it is."""
    soon = decide("soon", "2020-08-28", FIRST.title, FIRST.text)
    late = decide("late", "2021-08-28", FIRST.title, FIRST.text)
    assert [d.decision_ids for d in dossiers([FIRST, soon])] == [("first", "soon")]
    assert [d.decision_ids for d in dossiers([FIRST, late])] == [("first",), ("late",)]


def test_a_decree_on_an_agreement_comes_back_soon() -> None:
    """An agreement's decree may be approved finally twice within the year; an order is not."""
    text = (
        "Ontwerp{} tot instemming  Na advies van de Raad van State keurt de Vlaamse Regering definitief goed. " + BODY
    )
    decrees = [decide(day, day, FIRST.title, text.format("decreet")) for day in ("2022-05-06", "2022-06-03")]
    orders = [decide(day, day, FIRST.title, text.format("besluit")) for day in ("2022-05-06", "2022-06-03")]
    assert [len(d.decisions) for d in dossiers(decrees)] == [2]
    assert [len(d.decisions) for d in dossiers(orders)] == [1, 1]


def test_undated_steps_stand_where_their_step_puts_them() -> None:
    """Where a date is unknown, the ladder of the procedure orders the file."""
    undated = decide("undated", None, FIRST.title, FIRST.text)
    (found,) = dossiers([THIRD, undated])
    assert found.decision_ids == ("undated", "third")
    assert found.first_date == found.last_date == datetime.date(2020, 12, 11)


def test_a_step_that_is_filled_in_stands() -> None:
    """What a person or a source says of the step goes before what the words say."""
    corrected = Decision(id="c", title="Nota", text="De Vlaamse Regering keurt dat goed.", step=Step.REPORT)
    assert dossiers([corrected])[0].step is Step.REPORT


def test_no_decisions_make_no_dossiers() -> None:
    """None in, none out; and nothing is the farthest of no steps."""
    assert dossiers([]) == ()
    assert farthest_step([]) is None


@given(st.permutations([FIRST, SECOND, THIRD, SISTER]))
def test_the_order_of_the_decisions_does_not_matter(order: list[Decision]) -> None:
    """Order: no result depends on the order of its inputs."""
    assert dossiers(order) == dossiers([FIRST, SECOND, THIRD, SISTER])


def lineage(step: Step, rung: int, days: int = 0, instrument: str | None = None) -> Lineage:
    """What a decision some days after the first of January 2021 says of its place."""
    date = datetime.date(2021, 1, 1) + datetime.timedelta(days=days)
    return Lineage(step=step, rung=rung, date=date, instrument=instrument, years=frozenset())


DRAFT, FINAL = lineage(Step.DRAFT_PRINCIPLE, 4), lineage(Step.FINAL, 6, 90)
DRAFT_AGAIN, DECREE = lineage(Step.DRAFT_PRINCIPLE, 4, 300), lineage(Step.FINAL, 6, 0, "decreet")


@pytest.mark.parametrize(
    ("one", "other", "alike", "joined"),
    [
        (DRAFT, FINAL, 0.55, True),
        (DRAFT, FINAL, 0.549, False),
        (lineage(Step.CALL, 1), lineage(Step.AWARD, 8, 90), 0.65, True),
        (lineage(Step.CALL, 1), lineage(Step.AWARD, 8, 90), 0.649, False),
        (DRAFT, DRAFT_AGAIN, 0.9, True),
        (DRAFT, DRAFT_AGAIN, 0.899, False),
        (DRAFT, lineage(Step.DRAFT_PRINCIPLE, 4, 301), 0.99, False),
        (DRAFT, lineage(Step.DRAFT_PRINCIPLE, 4, 0), 0.99, False),
        (DECREE, lineage(Step.FINAL, 6, 300, "decreet"), 0.85, True),
        (DECREE, lineage(Step.FINAL, 6, 300, "decreet"), 0.849, False),
        (DECREE, lineage(Step.FINAL, 6, 300, "besluit"), 0.99, False),
    ],
)
def test_just_alike_enough_and_just_not(one: Lineage, other: Lineage, alike: float, joined: bool) -> None:
    """The likeness asked for grows from a draft and its approval, over a call, to a decree or draft that comes back."""
    assert joining._fit(one, other, alike) is joined
    assert joining._fit(other, one, alike) is joined


@given(st.lists(st.tuples(st.sampled_from(["bos", "haven", "zorg"]), st.dates()), max_size=8))
def test_every_decision_is_in_one_dossier(rows: list[tuple[str, datetime.date]]) -> None:
    """Nothing is lost: each decision stands in exactly one dossier."""
    given_ids = [f"d{number}" for number in range(len(rows))]
    made = [Decision(id=i, title=w, text=BODY, date=d) for i, (w, d) in zip(given_ids, rows, strict=True)]
    assert sorted(name for dossier in dossiers(made) for name in dossier.decision_ids) == sorted(given_ids)


def test_labelled_files_are_found(dump: Loaded, gold_folder: Path) -> None:
    """On the labelled decisions pairwise F1 is at least 0.95 (0.976 when this was written), in any order."""
    gold = json.loads((gold_folder / "dossiers.json").read_text(encoding="utf-8"))
    found = dossiers(dump.corpus.decisions)
    want, have = _pairs(gold["groups"], set(gold["steps"])), _pairs([d.decision_ids for d in found], set(gold["steps"]))
    assert 2 * len(want & have) / (len(want) + len(have)) >= 0.95
    labelled = [decision for decision in dump.corpus.decisions if decision.id in gold["steps"]]
    assert dossiers(labelled[::-1]) == dossiers(labelled)


def _pairs(groups: list[list[str]] | list[tuple[str, ...]], known: set[str]) -> set[tuple[str, str]]:
    return {pair for group in groups for pair in itertools.combinations(sorted(set(group) & known), 2)}


def test_an_index_stands_for_its_decisions() -> None:
    """What was indexed once is taken in place of the decisions."""
    assert dossiers(index([THIRD, FIRST])) == dossiers([FIRST, THIRD])


def test_dossier_is_a_record() -> None:
    """Dossiers are frozen, and compare by what they hold."""
    assert isinstance(dossiers([FIRST])[0], Dossier)
    assert dossiers([FIRST]) == dossiers([FIRST])
