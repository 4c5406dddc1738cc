"""One sum that several documents state."""

from __future__ import annotations

import datetime
import itertools
from decimal import Decimal

from flanders_care.budget.totals import total
from flanders_care.families.decisions import decisions
from flanders_care.families.report import report as adherence_report
from flanders_care.loading.gather import gather
from flanders_care.loading.same_sums import link_sums
from flanders_care.model.corpus import Corpus
from flanders_care.model.decision import cited_decision_id
from flanders_care.provenance import Document

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


def test_sums_of_one_document_stay_as_they_are() -> None:
    """Two equal sums in one document may be two sums: only documents repeat each other."""
    text = '{"id": "D2", "title": "Subsidies", "text": "De Vlaamse Regering kent 2 miljoen euro toe aan VITO."}'
    corpus = decisions.load(Document(id="dump", text=text)).corpus
    assert link_sums(corpus) == corpus
    assert link_sums(Corpus()) == Corpus()


def test_the_report_names_the_decision_as_the_site_does() -> None:
    """The id of a cited decision comes from its date and title, whatever the report."""
    corpus = adherence_report.load(Document(id="een", text=REPORT)).corpus
    assert corpus.decisions[0].id == cited_decision_id(TITLE, datetime.date(2021, 3, 5))
