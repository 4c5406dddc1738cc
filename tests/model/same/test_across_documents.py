"""One sum that several documents state."""

from __future__ import annotations

import datetime
import itertools
from decimal import Decimal
from typing import Any

from flanders_care.budget.totals import total
from flanders_care.families.decisions import decisions
from flanders_care.families.report import report as adherence_report
from flanders_care.loading.gather import gather
from flanders_care.model.decision import cited_decision_id
from flanders_care.model.funding import FundingLine
from flanders_care.model.same.across_documents import as_read, link_across
from flanders_care.money import Amount
from flanders_care.provenance import Document, Source

TITLE = "3 miljoen euro subsidie voor VITO"
REPORT = f"Er werd 3 miljoen euro subsidie toegekend aan VITO [0].\n\n[0] : (2021-03-05) {TITLE}"
OTHER = f"VITO kreeg steun [4].\n\n[4] : (2021-03-05) {TITLE}"
DUMP = f'{{"id": "D1", "date": "2021-03-05", "title": "{TITLE}", "text": "{TITLE}  De Vlaamse Regering kent toe."}}'


def test_each_euro_is_counted_once_over_report_and_decision() -> None:
    """A report's title and claim repeat the sum of the site's own text: the total is 3 million euro, in any order."""
    parts = [
        adherence_report.load(Document(id="een", text=REPORT)),
        adherence_report.load(Document(id="twee", text=OTHER)),
        decisions.load(Document(id="dump", text=DUMP)),
    ]
    results = {gather(order).corpus for order in itertools.permutations(parts)}
    [corpus] = results
    assert {line.decision_id for line in corpus.funding_lines} == {"D1"}
    [own] = [line for line in corpus.funding_lines if line.sources[0].document_id == "D1#text"]
    assert own.same_as is None
    added = total(corpus.funding_lines).amount
    assert added is not None
    assert added.value == Decimal(3_000_000)


def line(identity: str, value: str, document: str, decision: str | None = "d", **fields: Any) -> FundingLine:
    """A line of a decision that a document states."""
    source = Source(document_id=document, start=0, end=1, quote="x")
    return FundingLine(id=identity, amount=Amount.of(value), decision_id=decision, sources=(source,), **fields)


def links(*lines: FundingLine) -> dict[str, str]:
    """Which line says which again, the same for every order."""
    [found] = {
        tuple(sorted((one.id, one.same_as) for one in link_across(order) if one.same_as is not None))
        for order in itertools.permutations(lines)
    }
    return dict(found)


def test_sums_of_one_document_stay_as_they_are() -> None:
    """Two equal sums in one document may be two sums: only documents repeat each other."""
    assert links(line("a", "5", "r"), line("b", "5", "r")) == {}
    assert links(line("a", "5", "r"), line("b", "5", "r"), line("c", "5", "s")) == {"c": "a"}
    assert links(line("a", "5", "r"), line("b", "5", "s", decision="e")) == {}
    assert links(line("a", "5", "r", decision=None), line("b", "5", "s", decision=None)) == {}


def test_the_line_of_the_decision_itself_stands_for_the_sum() -> None:
    """Of equal sums the one in the decision's own document counts, whatever the ids."""
    assert links(line("a", "5", "r"), line("z", "5", "d#text"), line("b", "5", "s")) == {"a": "z", "b": "z"}


def test_a_rounded_sum_is_the_same() -> None:
    """A report that says 2,217 miljoen means the 2.217.289,16 of the decision; 2,1 miljoen is another sum."""
    own = line("own", "2217289.16", "d#text")
    assert links(own, line("r", "2217000", "r")) == {"r": "own"}
    assert links(own, line("r", "2100000", "r")) == {}
    assert links(own, line("r", "2217000", "d#text")) == {}


def test_a_tolerance_is_not_carried_on() -> None:
    """1.043.999 says 1,04 million and 1 million: each is held against the sum that stands, in any order."""
    precise, middle, rough = (line(i, v, i) for i, v in (("a", "1043999"), ("b", "1040000"), ("c", "1000000")))
    assert links(precise, middle, rough) == {"b": "a", "c": "a"}
    assert links(middle, rough) == {}


def test_what_was_read_comes_back() -> None:
    """A link found by comparing is taken back; one that was read, or that a person set, stays."""
    lines = [line("a", "5", "d#text"), line("b", "5", "r"), line("c", "5", "s", same_as="q")]
    linked = link_across(lines)
    assert [(one.same_as, one.matched) for one in linked] == [(None, False), ("a", True), ("q", False)]
    assert [as_read(one) for one in linked] == lines
    assert as_read("anything") == "anything"


def test_a_decision_with_very_many_sums_is_linked_in_time() -> None:
    """Each sum is compared with a few others only."""
    lines = [line(f"{n:05}", f"{n}.5", f"r{n}") for n in range(1, 20_000)]
    assert len(link_across(lines)) == len(lines)


def test_the_report_names_the_decision_as_the_site_does() -> None:
    """The id of a cited decision comes from its date and title, whatever the report."""
    corpus = adherence_report.load(Document(id="een", text=REPORT)).corpus
    assert corpus.decisions[0].id == cited_decision_id(TITLE, datetime.date(2021, 3, 5))
