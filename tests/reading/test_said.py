"""Sums that lie in a budget stated before them."""

from __future__ import annotations

import pytest

from flanders_care.budget.checks import check_lines
from flanders_care.budget.totals import total
from flanders_care.loading.entry import load_seeds
from flanders_care.model.funding import FundingLine, Stage
from flanders_care.provenance import Document
from flanders_care.reading.facts import read_facts
from flanders_care.reading.sums import find_lines

_BODY = (
    "Jaarlijks gaat een budget van 100 miljoen euro naar onderzoek via projecten, mandaten en deelname aan netwerken."
)


def _lines(text: str) -> tuple[FundingLine, ...]:
    return find_lines(read_facts(Document(id="n", text=text)))


def _whole_of(lines: tuple[FundingLine, ...]) -> list[int | None]:
    place = {line.id: i for i, line in enumerate(lines)}
    return [None if line.part_of is None else place[line.part_of] for line in lines]


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("Dit is projectmatige steun. Hiervoor wordt een budget van 4 miljoen euro voorzien.", [None, 0]),
        ("Voor de scholen wordt een budget van 4 miljoen euro voorzien.", [None, None]),
        ("Voor projecten wordt een budget van 400 miljoen euro voorzien.", [None, None]),
        (
            "Voor projecten wordt 60 miljoen euro voorzien.\n\nVoor de mandaten wordt 70 miljoen euro voorzien.",
            [None, None, None],
        ),
        ("Voor projecten wordt een budget van 4 miljoen USD voorzien.", [None, None]),
    ],
)
def test_the_instruments_of_a_budget(behind: str, expected: list[int | None]) -> None:
    """A smaller sum whose paragraph names an instrument is part; others, larger, or more in all are not."""
    assert _whole_of(_lines(f"{_BODY}\n\n{behind}")) == expected


def test_one_word_names_no_instruments() -> None:
    """'via projecten' alone is too little to tell; so is a budget far behind."""
    one = "Jaarlijks gaat een budget van 100 miljoen euro naar onderzoek via deze projecten."
    part = "Voor projecten wordt een budget van 4 miljoen euro voorzien."
    assert _whole_of(_lines(f"{one}\n\n{part}")) == [None, None]
    far = "Onderzoek is van belang voor iedereen in Vlaanderen. " * 130
    assert _whole_of(_lines(f"{_BODY}\n\n{far}\n\n{part}")) == [None, None]


@pytest.mark.parametrize(
    ("grant", "expected"),
    [
        ("Tien projecten werden hierin gesteund met een budget van 0,4 miljoen euro.", [None, 0]),
        ("Tien projecten werden gesteund met een budget van 0,4 miljoen euro.", [None, None]),
        ("Tien projecten werden hierin gesteund met een budget van 4 miljoen euro.", [None, None]),
    ],
)
def test_a_grant_within_a_call(grant: str, expected: list[int | None]) -> None:
    """'In 2019 werd een oproep gelanceerd met een budget van 1,7 miljoen euro ... hierin gesteund' lies in 1,7."""
    text = f"In 2019 werd een oproep gelanceerd met een budget van 1,7 miljoen euro.\n\n{grant}"
    assert _whole_of(_lines(text)) == expected


@pytest.mark.parametrize(("granted", "replaces"), [("9,54", True), ("21", False)])
def test_what_was_granted_replaces_what_was_asked(granted: str, replaces: bool) -> None:
    """'De totale gevraagde begroting bedroeg circa 20,9 ... geselecteerd voor een subsidiebedrag van circa 9,54'."""
    asked, given = _lines(
        "De totale gevraagde begroting voor deze projectvoorstellen bedroeg circa 20,9 miljoen euro. Er werden 14"
        f" projecten voor steun geselecteerd voor een totaal subsidiebedrag van circa {granted} miljoen euro."
    )
    assert (asked.stage, given.stage) == (Stage.REQUESTED, Stage.AWARDED)
    assert (given.successor_of == asked.id) is replaces


def test_no_sum_of_the_seeds_is_added_to_one_that_contains_it() -> None:
    """EFRO awarded is 15,67 and no more, ICON requested 42, the FWO budget holds its four instruments."""
    lines = load_seeds().funding_lines
    counted = {
        stage: {str(line.amount.value) for line in total(lines, stages=[stage]).counted}
        for stage in (Stage.REQUESTED, Stage.BUDGETED, Stage.AWARDED)
    }
    assert "15670000" in counted[Stage.AWARDED]
    assert "15110000" not in counted[Stage.AWARDED]
    assert counted[Stage.REQUESTED] == {"13200000", "20900000", "42000000"}
    assert counted[Stage.BUDGETED] == {"1700000", "175590000", "230000000", "3000000", "4500000", "100000000"}
    over_all = {str(line.amount.value) for line in total(lines, stages=list(Stage)).counted}
    assert over_all.isdisjoint({"42000000", "13200000", "20900000", "1560000", "15670000"})
    assert check_lines(lines) == ()
