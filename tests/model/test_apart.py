"""Decisions that share an id but not their words."""

from __future__ import annotations

import datetime
import itertools

import pytest

from flanders_care.families.decisions.decisions import load
from flanders_care.loading.gather import gather
from flanders_care.model.apart import duplicates, keep_apart
from flanders_care.model.corpus import Corpus, merge
from flanders_care.model.decision import Decision, decision_document
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document

DAY = datetime.date(2021, 3, 5)
SUM = "De Vlaamse Regering kent 3 miljoen euro subsidie toe aan VITO"


def dump(name: str, text: str) -> Loaded:
    """Read a dump."""
    return load(Document(id=name, text=text))


def test_the_same_decision_twice_is_one() -> None:
    """The same words under one id are one decision, and nothing is said of it."""
    one = Decision(id="d", title="Titel", date=DAY)
    assert keep_apart([one, one]) == (one,)
    assert duplicates(map(decision_document, (one, one))) == ()


def test_other_words_under_one_id_stay_apart() -> None:
    """Of different words under one id the longest keep the id, whatever the order."""
    rich = Decision(id="d", title="Titel", text="Lang verhaal", date=DAY)
    poor = Decision(id="d", title="Titel", date=DAY)
    other = Decision(id="e", title="Titel", date=DAY)
    results = set()
    for order in itertools.permutations((rich, poor, other)):
        kept = keep_apart(order)
        results.add(tuple(sorted((d.id, d.text) for d in kept)))
        [note] = duplicates(map(decision_document, order))
        assert note.code == "duplicate-id"
        assert note.document_id in {f"{d.id}#text" for d in kept}
    [(first, second, third)] = results
    assert first == ("d", "Lang verhaal")
    assert second[0].startswith("d~")
    assert third == ("e", "")


@pytest.mark.parametrize("text", [f"{SUM}.", f"{SUM} en 2 miljoen euro aan imec."])
def test_dumps_that_disagree_are_merged_as_they_are_read_together(text: str) -> None:
    """Two files that give one id different words: merging them is reading them as one file, in any order."""
    rows = [
        f'{{"id": "D", "title": "Dijk", "text": "{text}", "date": "2021-03-05"}}',
        '{"id": "D", "title": "Dijk", "text": "Uitgesteld."}',
        '{"id": "D", "title": "Dijk", "text": "De Vlaamse Regering kent 1 miljoen euro toe aan imec voor de dijk."}',
        '{"id": "E", "title": "Pomp"}',
    ]
    whole = gather([dump("alles", "\n".join(rows))]).corpus
    parts = [dump(str(number), row).corpus for number, row in enumerate(rows)]
    assert len(whole.decisions) == 4
    assert len({decision.id for decision in whole.decisions}) == 4
    for order in itertools.permutations(parts):
        assert merge(order) == whole
        one, other, third, last = order
        assert (one | other) | (third | last) == whole == ((one | third) | last) | other
        assert whole | one == whole
    for line in whole.funding_lines:
        [source] = line.sources
        assert whole.document(source).text[source.start : source.end] == source.quote
        assert source.document_id == f"{line.decision_id}#text"


def test_what_cites_a_decision_follows_it() -> None:
    """A report's claim follows the decision that it cites to the id that this one keeps."""
    [first, second] = (
        dump(name, f'{{"id": "D", "title": "{title}", "text": "{text}", "date": "2021-03-05"}}').corpus
        for name, title, text in (("een", "Dijk", "Kort."), ("twee", "Pomp", "De Vlaamse Regering kent niets toe."))
    )
    from flanders_care.families.report.report import load as load_report

    report = load_report(Document(id="r", text="Er kwam een dijk [0].\n\n[0] : (2021-03-05) Dijk")).corpus
    whole = merge([first, second, report])
    [claim] = whole.claims
    assert whole[claim.decision_ids[0]].title == "Dijk"
    assert (report | first) | second == report | (first | second) == whole


def test_other_documents_are_left_alone() -> None:
    """Only the documents of decisions are told apart by their words."""
    assert duplicates([Document(id="note", text="a"), Document(id="note", text="b")]) == ()
    assert merge([Corpus(), Corpus()]) == Corpus()
