"""The funding lines of decisions: which sums fund something, with links, parties and places."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from flanders_care.budget.funding import funding_diagnostics, funding_lines, read_lines
from flanders_care.budget.totals import total
from flanders_care.model.decision import Decision, decision_document
from flanders_care.model.funding import Stage
from flanders_care.provenance import Document


def decision(text: str, title: str = "Een beslissing") -> Decision:
    """A decision with this text."""
    return Decision(id="d1", title=title, text=text)


def test_a_grant_is_a_line_with_all_that_the_text_says() -> None:
    """Who receives, what for, when, at which stage, and where it stands."""
    text = "De Vlaamse Regering kent voor 2022 600.000 euro subsidie toe aan vzw Familiehulp voor een methodiek."
    [found] = funding_lines(decision(text))
    assert found.amount.value == 600_000
    assert [found.stage, found.recurrence, found.years] == ["awarded", "one_off", (2022,)]
    assert (found.recipient_ids, found.subject, found.decision_id) == (
        ("actor:vzw-familiehulp",),
        "een methodiek",
        "d1",
    )
    [source] = found.sources
    assert decision_document(decision(text)).text[source.start : source.end] == source.quote == "600.000 euro"


def test_title_and_text_are_read_together() -> None:
    """'3 miljoen euro' in the title and in the text is one sum."""
    first, second = funding_lines(
        decision("De Vlaamse Regering kent 3 miljoen euro toe aan Konekt.", "Konekt: 3 miljoen euro subsidie")
    )
    assert second.same_as == first.id
    assert first.same_as is None


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("De Vlaamse Regering kent 5 miljoen euro toe aan A.", "awarded"),
        ("Voor de oproep wordt 5 miljoen euro voorzien.", "budgeted"),
        ("Ze beslist tot herverdeling van 5 miljoen euro.", "budgeted"),
        ("Ze betaalt een voorschot van 5 miljoen euro.", "paid"),
    ],
)
def test_the_stage_follows_from_the_role(text: str, stage: str) -> None:
    """Granted is awarded, budget and transferred credit are budgeted, an advance is paid."""
    assert [line.stage for line in funding_lines(decision(text))] == [Stage(stage)]


@pytest.mark.parametrize(
    "text",
    [
        "De totale kostprijs wordt geraamd op 258 miljoen euro.",
        "Ondernemingen kunnen maximaal 200.000 euro subsidie ontvangen.",
        "De Vlaamse Regering keurt dit goed. In 2018 kende ze 287.000 euro subsidie toe.",
        "Het gevraagde steunbedrag was 29 miljoen euro.",
        "Er is geen geld.",
    ],
)
def test_sums_that_fund_nothing_are_no_lines(text: str) -> None:
    """Costs, ceilings, earlier grants and requests are left out."""
    assert funding_lines(decision(text)) == ()


def test_links_jump_over_what_is_no_line() -> None:
    """'een plan van 30 miljoen' of before and 'het bedrag van 30 miljoen' now: the second is a line on its own."""
    text = "De Vlaamse Regering keurde in 2020 een plan van 30 miljoen euro goed. Ze bestendigt nu het bedrag van 30 miljoen euro."  # noqa: E501
    [found] = funding_lines(decision(text))
    assert found.same_as is None


def test_requests_are_lines_on_demand() -> None:
    """'steunvraag van 13,2 miljoen ... Hiervan ... 8,3 miljoen': what was granted replaces what was asked."""
    text = (
        "Er werden 36 projecten ingediend voor een totale steunvraag van 13,2 miljoen euro. Hiervan werden 20 projecten"
        " goedgekeurd voor een totale steun van 8,3 miljoen euro."
    )
    document = Document(id="note", text=text)
    asked, got = read_lines(document, requested=True).lines
    assert (asked.stage, got.stage) == ("requested", "awarded")
    assert (got.successor_of, got.part_of) == (asked.id, None)
    assert [line.id for line in total([asked, got], stages=list(Stage)).counted] == [got.id]
    assert [line.stage for line in read_lines(document).lines] == ["awarded"]


def test_ids_come_from_content() -> None:
    """The same decision gives the same ids, another decision others."""
    text = "De Vlaamse Regering kent 5 miljoen euro toe."
    assert funding_lines(decision(text)) == funding_lines(decision(text))
    [one] = funding_lines(decision(text))
    [other] = funding_lines(Decision(id="d2", title="Een beslissing", text=text))
    assert one.id != other.id
    assert one.id.startswith("funding:5-miljoen-euro-")


def test_unreadable_sums_are_said() -> None:
    """A figure that is none becomes a diagnostic that points into the decision's document."""
    [found] = funding_diagnostics(decision("Er is 1.2.3,4 euro."))
    document = decision_document(decision("Er is 1.2.3,4 euro."))
    assert (found.code, found.document_id) == ("malformed-amount", document.id)
    assert document.text[found.start : found.end] == "1.2.3,4"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 'vastleggingskrediet' 75 and 'vereffeningskrediet' 18: only the commitment
        ("De Vlaamse Regering herschikt 75 miljoen euro vastleggingskrediet en 18 miljoen euro vereffeningskrediet.", 75_000_000),  # noqa: E501
        # 'jaarlijkse subsidie van 100.000 euro ... 2022-2024': three times
        ("De Vlaamse Regering kent voor de periode 2022-2024 een jaarlijkse subsidie van 100.000 euro toe aan Obra.", 300_000),  # noqa: E501
        # 'zowel de VVSG als het VIVO ... 200.000 euro per werkjaar' for 2021-2022: four times
        ("Addenda 2021-2022 bij de convenants   Voor zowel de VVSG als het VIVO wordt een budget van 200.000 euro per werkjaar voorzien.", 800_000),  # noqa: E501
        # '3 maal 650.000 euro'
        ("De Vlaamse Regering kent 3 maal 650.000 euro subsidie toe aan drie verbanden.", 1_950_000),
        # 2,8 million of which twice 1,4, and 459.000
        ("Ze keurt de reservering goed van in totaal 2,8 miljoen euro (1,4 miljoen vanuit A en 1,4 miljoen vanuit B) en 459.000 euro voor C.", 3_259_000),  # noqa: E501
        # a call and its ceiling for each project
        ("Voor deze actie is een budget voorzien van 1,7 miljoen euro, met maximaal 30.000 euro per project.", 1_700_000),  # noqa: E501
    ],
)  # fmt: skip
def test_what_a_decision_commits(text: str, expected: int) -> None:
    """The total over a decision's lines is what it commits, each euro once."""
    found = total(funding_lines(decision(text, "")), stages=list(Stage))
    assert found.amount is not None
    assert found.amount.value == expected


def _labelled(folder: Path) -> Iterator[dict[str, Any]]:
    for row in (folder / "money.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(row)


def test_totals_of_labelled_decisions(gold_folder: Path) -> None:
    """At least 95 of 100 labelled decisions have exactly the total that a reader gave them."""
    right = 0
    for row in _labelled(gold_folder):
        found = total(funding_lines(Decision(id=row["id"], title="", text=row["text"])), stages=list(Stage))
        wanted = row["total"]["value"]
        right += (found.amount and found.amount.value) == (None if wanted is None else Decimal(wanted))
    assert right >= 95
