"""The audit of claims: on small reports that were written for it, on the seed, and on labelled reports."""

from __future__ import annotations

import datetime
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import attrs
import pytest

from flanders_care.auditing.auditor import audit
from flanders_care.auditing.evidence import Evidence, content_words
from flanders_care.auditing.findings import Finding, FindingCode
from flanders_care.auditing.items import find_items
from flanders_care.errors import InvalidValueError
from flanders_care.model.claim import Claim
from flanders_care.model.commitment import Commitment
from flanders_care.model.corpus import Corpus
from flanders_care.model.decision import Decision
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document

LOCKS = Decision(
    id="locks",
    title="Onderhoud zeesluizen Zeebrugge",
    text="De Vlaamse Regering kent in 2021 een subsidie van 22 miljoen euro toe voor het onderhoud en de exploitatie "
    "van de zeesluizen in de haven van Zeebrugge, op voorstel van de havenkapitein.",
    date=datetime.date(2021, 12, 17),
)
MEDIA = Decision(
    id="media",
    title="Mediawijsheid",
    text="De Vlaamse Regering keurt een project goed waarmee scholen en bibliotheken mensen leren omgaan met nieuws.",
)
TITLE_ONLY = Decision(id="title", title="Gewijzigde statuten nv Vlaamse havens")
PROMISES = (
    "We investeren in het onderhoud en de exploitatie van de zeesluizen in de haven van Zeebrugge.",
    "We werken aan kustveiligheid en bouwen een nieuwe pijpleiding.",
)


def report(claim: str, *cited: Decision, section: str | None = "1.11 Havens") -> Corpus:
    """A report of one claim, its section, and the decisions."""
    text = "\n".join((*PROMISES, claim))
    document = Document(id="report", text=text)
    promises = tuple(
        Commitment(
            id=f"p{number}",
            text=promise,
            section="1.11 Havens",
            sources=(document.source(text.index(promise), text.index(promise) + len(promise)),),
        )
        for number, promise in enumerate(PROMISES)
    )
    start = len(text) - len(claim)
    made = Claim(
        id="claim",
        text=claim,
        decision_ids=tuple(decision.id for decision in cited),
        section=section,
        sources=(document.source(start, len(text)),),
    )
    decisions = {decision.id: decision for decision in (*cited, MEDIA)}
    return Corpus(documents=(document,), commitments=promises, claims=(made,), decisions=tuple(decisions.values()))


def codes(findings: tuple[Finding, ...]) -> list[str]:
    """The codes found, in order."""
    return [str(finding.code) for finding in findings]


def test_a_claim_that_the_decision_says_is_supported() -> None:
    """Sum, year, place and subject stand in the decision: supported, with the sentence that says it."""
    (finding,) = audit(
        report("In 2021 werd 22 miljoen euro subsidie toegekend voor de zeesluizen van Zeebrugge.", LOCKS)
    )
    assert finding.code is FindingCode.SUPPORTED
    assert not finding.doubtful
    assert finding.score is not None
    assert [source.document_id for source in finding.sources] == ["report", "locks#text"]
    assert "22 miljoen euro" in finding.sources[1].quote


@pytest.mark.parametrize(
    ("claim", "code", "missing"),
    [
        ("De zeesluizen van Zeebrugge krijgen 25 miljoen euro subsidie.", "unsupported_number", "25 miljoen euro"),
        ("De exploitatie van de zeesluizen in Terneuzen krijgt subsidie.", "unsupported_name", "Terneuzen"),
        ("Het onderhoud van de zeesluizen van Zeebrugge krijgt in 2019 subsidie.", "unsupported_date", "2019"),
    ],
)
def test_what_no_decision_holds_is_pointed_at(claim: str, code: str, missing: str) -> None:
    """An absent figure, name or date is quoted exactly where the report writes it."""
    corpus = report(claim, LOCKS)
    (finding,) = audit(corpus)
    (source,) = finding.sources
    assert (finding.code, finding.missing, source.quote) == (code, missing, missing)
    assert corpus.documents[0].text[source.start : source.end] == missing
    assert finding.doubtful


def test_a_wish_told_as_done_is_pointed_at() -> None:
    """A rare term that stands in the agreement and in no cited decision was copied."""
    (finding,) = audit(report("Er is gestart met de bouw van een nieuwe pijpleiding voor de havens.", LOCKS))
    assert (finding.code, finding.missing) == ("unsupported_name", "pijpleiding")


@pytest.mark.parametrize(
    "claim",
    [
        "Volgens het regeerakkoord moeten de zeesluizen onderhouden worden.",
        "Het regeerakkoord belooft de zeesluizen te onderhouden.",
        "In het regeerakkoord wordt gesteld dat de zeesluizen onderhoud krijgen.",
        "**Zeesluizen**: volgens het regeerakkoord moeten die onderhouden worden.",
    ],
)
def test_a_claim_about_the_agreement_is_miscited(claim: str) -> None:
    """No decision can show what the agreement says."""
    assert codes(audit(report(claim, LOCKS))) == ["miscited"]


@pytest.mark.parametrize(
    "claim",
    [
        "Het onderhoud van de zeesluizen is in lijn met de beloften in het regeerakkoord.",
        "Het onderhoud van de zeesluizen gebeurt zoals voorgesteld in het regeerakkoord.",
    ],
)
def test_a_deed_in_line_with_the_agreement_is_no_miscitation(claim: str) -> None:
    """A deed that is compared with the agreement can be shown by a decision."""
    assert "miscited" not in codes(audit(report(claim, LOCKS)))


@pytest.mark.parametrize(
    ("claim", "hedged"),
    [
        ("Het onderhoud van de zeesluizen heeft potentieel raakvlakken met de kust.", True),
        ("Het onderhoud van de zeesluizen lijkt te wijzen op inzet.", True),
        ("Het onderhoud van de zeesluizen kan bijdragen aan de exploitatie.", True),
        ("De subsidie steunt zeesluizen die kunnen bijdragen tot de haven.", False),
        ("Het onderhoud van de zeesluizen wijst op inzet.", False),
    ],
)
def test_a_claim_that_hedges_is_hedged(claim: str, hedged: bool) -> None:
    """Only words of doubt about the claim itself hedge; what is told of a thing does not. What hedges is weak too."""
    found = codes(audit(report(claim, LOCKS)))
    assert ("hedged" in found) is hedged
    assert not hedged or "weak_evidence" in found


def test_decisions_that_serve_nothing_of_the_section_are_weak() -> None:
    """A decision on media literacy carries out no promise on harbours."""
    findings = audit(
        report("Scholen en bibliotheken leren mensen omgaan met nieuws.", MEDIA, LOCKS.__class__(id="x", title="y"))
    )
    assert codes(findings) == ["weak_evidence"]
    assert findings[0].score == pytest.approx(0.0, abs=0.27)


def test_decisions_that_hold_little_of_a_claim_are_weak() -> None:
    """Where nothing can be pointed at, a claim that the decisions hardly share a word with is still doubted."""
    claim = "Zeesluizen verbruiken minder stroom dankzij slimmere pompen, warmtekoppeling en beter opgeleide technici."
    (finding,) = audit(report(claim, LOCKS))
    assert finding.code == "weak_evidence"
    assert "hold little of what the claim says" in finding.message


def test_a_claim_that_calls_itself_extra_is_weak() -> None:
    """What a report itself puts outside the agreement carries out nothing of it."""
    claim = "Het onderhoud van de zeesluizen van Zeebrugge is niet opgenomen in het regeerakkoord."
    assert "weak_evidence" in codes(audit(report(claim, LOCKS)))


def test_titles_alone_show_no_absence() -> None:
    """Where only titles are known, nobody can say what the decision does not hold."""
    findings = audit(report("Terneuzen krijgt 25 miljoen euro.", TITLE_ONLY))
    assert not {"unsupported_name", "unsupported_number"} & set(codes(findings))


def test_a_claim_without_known_decisions_has_no_findings() -> None:
    """What the corpus does not hold cannot be checked."""
    corpus = report("Terneuzen krijgt 25 miljoen euro.", LOCKS)
    assert audit(Corpus(claims=corpus.claims, documents=corpus.documents)) == ()
    assert audit(Corpus()) == ()


def test_a_claim_without_section_or_source_is_still_checked() -> None:
    """Words can be checked without a section to serve and without a place to point at."""
    claim = Claim(id="c", text="De zeesluizen van Terneuzen krijgen onderhoud.", decision_ids=("locks",))
    (finding,) = audit(Corpus(claims=(claim,), decisions=(LOCKS,)))
    assert (finding.code, finding.missing, finding.sources) == ("unsupported_name", "Terneuzen", ())
    spoken = Claim(id="c", text="De zeesluizen van Zeebrugge krijgen onderhoud.", decision_ids=("locks",))
    (finding,) = audit(Corpus(claims=(spoken,), decisions=(LOCKS,)))
    assert (finding.code, finding.score) == ("supported", None)


def test_another_heading_still_finds_the_section_of_the_report() -> None:
    """A claim under a heading of the report's own is about the section that the report is about."""
    claim = "In 2021 werd 22 miljoen euro subsidie toegekend voor de zeesluizen van Zeebrugge."
    (finding,) = audit(report(claim, LOCKS, section="Infrastructuurontwikkelingen"))
    assert finding.score is not None


def test_a_section_that_the_agreement_holds_too_is_found() -> None:
    """Merged with the agreement, the promises of the report have two sources and are the report's section still."""
    corpus = report("In 2021 werd 22 miljoen euro subsidie toegekend voor de zeesluizen van Zeebrugge.", LOCKS)
    agreement = Document(id="agreement", text="\n".join(PROMISES))
    both = tuple(attrs.evolve(p, sources=(agreement.source(0, 1), *p.sources)) for p in corpus.commitments)
    (finding,) = audit(attrs.evolve(corpus, commitments=both, documents=(*corpus.documents, agreement)))
    assert finding.score is not None


def test_a_finding_names_its_code() -> None:
    """A code that nobody knows is refused, and the message lists those there are."""
    with pytest.raises(InvalidValueError, match="weak_evidence"):
        Finding(claim_id="c", code="wrong", message="x")


def test_evidence_holds_inflections_compounds_and_spellings() -> None:
    """A name is held in another inflection or spelling, a figure in another notation, a date by the day's year."""
    evidence = Evidence.of([LOCKS])
    held = "In 2021 en op 17 december 2021 kregen de 'Zeesluis' van ZEEBRUGGE, en KMO's, 22.000.000 euro"
    assert [item.quote for item in find_items(held) if not evidence.holds(item)] == ["KMO's"]
    assert evidence.has_word("havenonderhoud", ("haven", "onderhoud"))
    assert Evidence.of([Decision(id="k", title="Steun voor de kmo")]).holds(find_items("steun voor KMO's")[0])
    assert Evidence.of([Decision(id="p", title="Plan 2020-2024")]).holds(find_items("in 2022")[0])
    assert content_words("van de en") == {}


def test_labelled_claims_are_judged_as_labelled(dump: Loaded, corpus_folder: Path, gold_folder: Path) -> None:
    """On labelled claims nearly all that tell of the agreement, hedge, or hold an absent name are found."""
    from flanders_care.loading import load

    gold = json.loads((gold_folder / "audit.json").read_text(encoding="utf-8"))["reports"]
    right: dict[str, int] = defaultdict(int)
    total: dict[str, int] = defaultdict(int)
    for row in gold[4:6]:
        corpus = load(corpus_folder / "adherence_reports" / row["report"]).corpus | dump.corpus
        found: dict[str, list[Finding]] = defaultdict(list)
        for finding in audit(corpus):
            found[finding.claim_id].append(finding)
        for claim in row["claims"]:
            own = found[_closest(claim["quote"], corpus)]
            _count(claim, own, right, total)
    assert right["miscited"] >= 0.8 * total["miscited"]
    assert right["hedged"] >= 0.85 * total["hedged"]
    assert right["absent"] >= 0.85 * total["absent"]
    assert right["doubt"] >= 0.6 * total["doubt"]


def _closest(quote: str, corpus: Corpus) -> str:
    words = set(quote.lower().split())
    return max(corpus.claims, key=lambda claim: len(words & set(claim.sources[0].quote.lower().split()))).id


def _count(claim: dict[str, Any], own: list[Finding], right: dict[str, int], total: dict[str, int]) -> None:
    said = {str(finding.code) for finding in own}
    missing = " ".join(finding.missing or "" for finding in own)
    for name, label in (("miscited", claim["verdict"] == "miscited"), ("hedged", claim["hedged"])):
        total[name] += label
        right[name] += label and name in said
    gone = [item["quote"] for item in (*claim["numbers"], *claim["names"]) if not item["in_decision"]]
    total["absent"] += len(gone)
    right["absent"] += sum(quote in missing for quote in gone)
    doubtful = claim["verdict"] != "supported"
    total["doubt"] += doubtful
    right["doubt"] += doubtful and any(finding.doubtful for finding in own)
