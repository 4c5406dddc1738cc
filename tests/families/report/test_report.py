"""Adherence reports: the seed, the forms that others have, and what is broken."""

from __future__ import annotations

import datetime
import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.families.report.parts import split_report
from flanders_care.families.report.report import load
from flanders_care.model.corpus import Corpus
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document
from flanders_care.testing import laws

SECTION = "<details><summary>Regeerakkoord Sectie </summary><p>4.2.1 Waterbeheer We bouwen dijken. </p></details>"
TITLE_0 = (
    "3,15 miljoen euro subsidie voor project ‘Proeftuin - Technologie voor werkbaar werk in zorg- en welzijnssectoren’"
)


def read(text: str) -> Loaded:
    """Read a report."""
    return load(Document(id="verslag", text=text))


def codes(loaded: Loaded) -> list[str]:
    """The codes of the diagnostics, in order."""
    return [d.code for d in loaded.diagnostics]


@pytest.fixture(scope="module")
def seed(seeds_folder: Path) -> Loaded:
    """The report among the seeds."""
    text = (seeds_folder / "000_6d6e13665c924d0b.txt").read_text(encoding="utf-8")
    return load(Document(id="000", text=text))


def test_the_seed_has_seven_promises(seed: Loaded) -> None:
    """Read by a person, section 1.2.5 makes seven promises."""
    promises = seed.corpus.commitments
    assert [p.text.split()[0:3] for p in promises] == [
        ["We", "bundelen", "de"],
        ["Via", "transversale", "samenwerking"],
        ["Hiertoe", "evalueren", "we"],
        ["We", "focussen", "daarbij"],
        ["We", "zorgen", "voor"],
        ["We", "maken", "hierbij"],
        ["Proefprojecten", "die", "de"],
    ]
    assert {p.section for p in promises} == {"1.2.5 Werf 5: Flanders’ Care"}


def test_the_seed_has_eight_decisions(seed: Loaded) -> None:
    """The eight decisions have date, title and link; `[0]` is of 22 December 2023."""
    decisions = seed.corpus.decisions
    assert len(decisions) == 8
    assert all(d.title and d.date and d.url and d.url.startswith("https://beslissingen") for d in decisions)
    [first] = [d for d in decisions if d.date == datetime.date(2023, 12, 22)]
    assert first.title == TITLE_0
    assert [s.quote.startswith(r"**[\[0\]](https://") for s in first.sources] == [True]


def test_the_seed_has_nine_claims(seed: Loaded) -> None:
    """The introduction and eight points cite; the introduction cites `[0]` for what the agreement says."""
    claims = seed.corpus.claims
    assert len(claims) == 9
    assert claims[0].text.startswith("Het regeerakkoord benadrukte de focus op innovatie in de zorg")
    assert claims[0].decision_ids == claims[1].decision_ids
    assert claims[5].text == (
        "Convenant Flanders Make: Innovatie, onderzoek en samenwerking in de (maak)industrie worden ondersteund, "
        "wat potentieel raakvlakken heeft met zorginnovatie."
    )
    assert claims[5].decision_ids == ("decision:2023-12-08:convenant-flanders-make-2023-2027",)
    assert {c.section for c in claims} == {"1.2.5 Werf 5: Flanders’ Care"}


def test_the_seed_says_one_sum_twice(seed: Loaded) -> None:
    """`3,15 miljoen euro` stands in the title of [0] and in a claim: two lines, of which one repeats the other."""
    lines = seed.corpus.funding_lines
    assert [line.sources[0].quote for line in lines] == ["3,15 miljoen euro"] * 2
    assert {line.amount.value for line in lines} == {Decimal(3_150_000)}
    repeated, stated = lines
    assert repeated.same_as == stated.id
    assert stated.same_as is None
    assert (repeated.payer_ids, repeated.recipient_ids) == (stated.payer_ids, stated.recipient_ids)
    assert repeated.decision_id == stated.decision_id == seed.corpus.claims[0].decision_ids[0]


def test_the_seed_gives_no_warning(seed: Loaded) -> None:
    """What the report says without citing a decision is counted, and nothing else is amiss."""
    assert codes(seed) == ["uncited"]


def test_windows_newlines_give_the_same_facts(seeds_folder: Path, seed: Loaded) -> None:
    """A report with Windows newlines holds the same decisions and claims, at places of its own."""
    text = (seeds_folder / "000_6d6e13665c924d0b.txt").read_text(encoding="utf-8").replace("\n", "\r\n")
    other = load(Document(id="000", text=text)).corpus
    assert [d.id for d in other.decisions] == [d.id for d in seed.corpus.decisions]
    assert [c.text for c in other.claims] == [c.text for c in seed.corpus.claims]
    assert [c.text for c in other.commitments] == [c.text for c in seed.corpus.commitments]


def test_a_report_in_another_form() -> None:
    """Plain brackets, ranges, references without link and no frames: the facts are the same."""
    loaded = read(
        "# Water\n\nDe regering bouwde dijken [0-1] volgens sectie [4.2.1].\n\nOok pompen [2, 0].\n\n"
        "## Referenties\n\n[0]: (2021-03-05) Dijk\n[1]: (2021-04-02) Sluis\n[2]: (2021-05-07) Pomp\n"
    )
    ids = ["decision:2021-03-05:dijk", "decision:2021-04-02:sluis", "decision:2021-05-07:pomp"]
    assert [d.id for d in loaded.corpus.decisions] == ids
    assert [c.decision_ids for c in loaded.corpus.claims] == [(ids[0], ids[1]), (ids[2], ids[0])]
    assert loaded.corpus.documents[0].title == "Water"
    assert [c.section for c in loaded.corpus.claims] == ["Water", "Water"]
    assert codes(loaded) == ["no-section"]


def test_the_title_of_a_document_that_has_one_stays() -> None:
    """A title that the caller knows goes before the heading."""
    loaded = load(Document(id="v", text=f"# Kop\n{SECTION}", title="Titel"))
    assert loaded.corpus.documents[0].title == "Titel"


def test_citations_without_reference() -> None:
    """A claim that cites a number that has no reference is kept, and that is said at its place."""
    loaded = read(f"{SECTION}\n\nEr kwam een dijk \\[0\\]\\[7\\].\n\n[0] : (2021-03-05) Dijk\n")
    [claim] = loaded.corpus.claims
    assert claim.decision_ids == ("decision:2021-03-05:dijk",)
    [unknown] = [d for d in loaded.diagnostics if d.code == "unknown-citation"]
    assert (unknown.start, unknown.end) == (claim.sources[0].start, claim.sources[0].end)
    assert "[7]" in unknown.message


def test_a_report_without_references() -> None:
    """Claims stay, without decisions, and that is said."""
    loaded = read(f"{SECTION}\n\nEr kwam een dijk \\[0\\].")
    assert [(c.text, c.decision_ids) for c in loaded.corpus.claims] == [("Er kwam een dijk.", ())]
    assert codes(loaded) == ["no-references", "unknown-citation"]


def test_references_with_one_number() -> None:
    """Of two references with one number claims cite the first; both decisions are kept."""
    loaded = read(
        f"{SECTION}\nDijk \\[0\\].\n\n[0] : (2021-03-05) Dijk\n[0] : (2021-03-06) Pomp\n[0] : (2021-03-05) Dijk"
    )
    assert [d.title for d in loaded.corpus.decisions] == ["Dijk", "Pomp"]
    assert loaded.corpus.claims[0].decision_ids == ("decision:2021-03-05:dijk",)
    assert codes(loaded) == ["duplicate-reference"]


def test_blocks_that_never_end() -> None:
    """A report cut in the middle of a block gives what is there, and says which block is open."""
    loaded = read("<details><summary>Regeerakkoord Sectie</summary><p>4.2.1 Waterbeheer We bouwen dijken.")
    assert [c.text for c in loaded.corpus.commitments] == ["We bouwen dijken."]
    assert codes(loaded)[-1] == "open-block"


def test_half_a_table() -> None:
    """A table that breaks off is said, and its rows are read."""
    loaded = read(f"{SECTION}\n\n| Belofte | Besluit |\n|---|---|\n| Dijken | steun [0]\n\n[0] : (2021-03-05) Dijk")
    assert [c.text for c in loaded.corpus.claims] == ["Dijken steun"]
    assert "broken-table" in codes(loaded)


def test_a_sum_in_a_claim_alone() -> None:
    """A sum that no cited title states is a line of the decision, if only one is cited."""
    references = "[0] : (2021-03-05) Dijk\n[1] : (2021-03-06) Pomp"
    for marks, decision in (("[0]", "decision:2021-03-05:dijk"), ("[0, 1]", None)):
        text = f"{SECTION}\n\nDe regering kende 5 miljoen euro subsidie toe aan **VITO** {marks}.\n\n{references}"
        [line] = read(text).corpus.funding_lines
        assert (line.amount.value, line.decision_id, line.same_as) == (Decimal(5_000_000), decision, None)


def check_citations(corpus: Corpus) -> int:
    """Check that every citation mark in the body is reached by one claim; how many there are."""
    [document] = corpus.documents
    marks = re.compile(r"\\\[\d+\\\]|(?<!\\)\[\d[\d, -]*\]")
    count = 0
    for start, end in split_report(document.text).body:
        for mark in marks.finditer(document.text, start, end):
            reached = [c for c in corpus.claims if c.sources[0].start <= mark.start() < c.sources[0].end]
            assert len(reached) == 1, mark
            count += 1
    return count


def test_all_reports_of_the_corpus(corpus_folder: Path) -> None:
    """In all 53 reports every reference has a date and every citation is reached by a claim."""
    files = sorted((corpus_folder / "adherence_reports").rglob("*.md"))
    assert len(files) == 53
    marks = references = 0
    for file in files:
        text = file.read_text(encoding="utf-8")
        corpus = load(Document(id=file.stem, text=text)).corpus
        assert all(decision.date for decision in corpus.decisions)
        assert sum(len(decision.sources) for decision in corpus.decisions) == len(re.findall(r"^ *\*\*\[", text, re.M))
        assert corpus.commitments
        references += sum(len(decision.sources) for decision in corpus.decisions)
        marks += check_citations(corpus)
    assert (references, marks) == (1526, 1792)


def test_cited_decisions_meet_the_dump(dump: Loaded, corpus_folder: Path) -> None:
    """Merged with the dump, a decision that a report cites is one record with the dump's, under both ids."""
    file = corpus_folder / "adherence_reports" / "Mobiliteit en openbare werken" / "Havens.md"
    report = load(Document(id="havens", text=file.read_text(encoding="utf-8"))).corpus
    merged = report | dump.corpus
    assert len(merged.decisions) == 4298
    for decision in report.decisions:
        assert not merged[decision.id].id.startswith("decision:")
        assert len(merged[decision.id].sources) == 2
    assert all(not identity.startswith("decision:") for claim in merged.claims for identity in claim.decision_ids)


def test_labelled_claims_are_met(corpus_folder: Path, gold_folder: Path) -> None:
    """Each of the 76 labelled claims shares most of its words with one of ours, and cites the same numbers."""
    labels = json.loads((gold_folder / "audit.json").read_text(encoding="utf-8"))
    for report in labels["reports"]:
        text = (corpus_folder / "adherence_reports" / report["report"]).read_text(encoding="utf-8")
        quotes = [c.sources[0].quote for c in load(Document(id="v", text=text)).corpus.claims]
        for claim in report["claims"]:
            wanted = claim["quote"].rsplit(". ", 1)[-1]
            assert any(wanted in quote for quote in quotes), claim["quote"]


PIECES = (
    *(SECTION, "\n", "\n\n", "<details>", "</details>", "<summary> Referenties</summary>", "\\[0\\]", "[0, 1]"),
    *("[0] : (2021-03-05) Dijk", "**[\\[1\\]](javascript:x)** : **(2021-02-31)** 3 miljoen euro subsidie\n"),
    *("# Kop", "- punt", "Er kwam 3 miljoen euro steun. ", "**", "<p>", "| a |"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_broken_reports_never_raise_and_quotes_hold(pieces: list[str]) -> None:
    """Text that the loader does not understand never raises, and every source is exact."""
    laws.quote(laws.bad_input(read, "".join(pieces)))
