"""Strategies for what the functions give back: mentions, totals, scores and receipts, dossiers, trails, findings."""

from __future__ import annotations

import datetime
import math

import attrs
from hypothesis import strategies as st

from flanders_care.alignment.receipts import Evidence, EvidenceKind, Place, Receipt
from flanders_care.alignment.results import Alignment, Alignments, Coverage, Covered, Ranked, titles_of
from flanders_care.auditing.findings import Finding, FindingCode
from flanders_care.budget.groups import aggregate
from flanders_care.budget.totals import total
from flanders_care.dossier.dossier import Dossier, farthest_step
from flanders_care.dutch.dates.mentions import DateMention, read_dates
from flanders_care.dutch.money.mention import AmountMention
from flanders_care.dutch.money.mentions import read_amounts
from flanders_care.model.assessment import Assessment, Correction, Verdict
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision, Step, decision_document
from flanders_care.model.funding import FundingLine, Stage
from flanders_care.model.totals import LeftOut, Reason, Total
from flanders_care.model.totals_by_key import Aggregate
from flanders_care.testing.amount_texts import dutch_amount_texts
from flanders_care.testing.date_texts import dutch_date_texts
from flanders_care.testing.records import claims, commitments, decisions, diagnostics, funding_lines, sources
from flanders_care.testing.text import dutch_sentences, words
from flanders_care.trails.records import FundedDossier, Search, Trail, Trails

_SCORE = st.floats(0, 1)
_SENTENCE = dutch_sentences()
_PEOPLE = st.sampled_from(["An Peeters", "Jan Janssens"])
_DAY = st.none() | st.dates(datetime.date(2014, 1, 1), datetime.date(2030, 12, 31))


def amount_mentions() -> st.SearchStrategy[AmountMention]:
    """Draw a sum as it is read in a text."""
    return dutch_amount_texts().map(lambda drawn: read_amounts(drawn.text)[0])


def date_mentions() -> st.SearchStrategy[DateMention]:
    """Draw a date as it is read in a text."""
    return dutch_date_texts().map(lambda drawn: read_dates(drawn.text)[0])


def _lines() -> st.SearchStrategy[list[FundingLine]]:
    awarded = funding_lines(stage=st.sampled_from([Stage.AWARDED]))
    return st.lists(awarded, max_size=2, unique_by=lambda line: line.id)


def totals() -> st.SearchStrategy[Total]:
    """Draw what `total` gives for some lines."""
    return _lines().map(total)


def lines_left_out() -> st.SearchStrategy[LeftOut]:
    """Draw a line that a total does not add, and why."""
    alone = st.sampled_from([Reason.STAGE, Reason.NO_STAGE, Reason.UNIT])
    return st.builds(LeftOut, line=funding_lines(), reason=alone)


def aggregates() -> st.SearchStrategy[Aggregate]:
    """Draw what `aggregate` gives for some lines, by stage."""
    return _lines().map(lambda lines: aggregate(lines, by="stage"))


def ranked() -> st.SearchStrategy[Ranked]:
    """Draw a decision in a ranking."""
    return st.builds(Ranked, decision=decisions(), score=_SCORE, commitment=commitments())


def alignments() -> st.SearchStrategy[Alignment]:
    """Draw a pair of a commitment and a decision."""
    return st.builds(
        Alignment,
        commitment_id=commitments().map(lambda one: one.id),
        decision_id=decisions().map(lambda one: one.id),
        score=_SCORE,
    )


@st.composite
def alignment_lists(draw: st.DrawFn) -> Alignments:
    """Draw what `align` gives: the pairs of one commitment, best first."""
    promise, decided = draw(commitments()), draw(_few_decisions(least=0))
    scores = sorted((draw(_SCORE) for _ in decided), reverse=True)
    items = (
        Alignment(commitment_id=promise.id, decision_id=decision.id, score=score)
        for decision, score in zip(decided, scores, strict=True)
    )
    return Alignments(items=tuple(items), profile="default", titles=titles_of([promise, *decided]))


@st.composite
def receipts(draw: st.DrawFn) -> Receipt:
    """Draw a receipt; the contributions of its evidence add up to its score."""
    promise, decision = draw(commitments()), draw(decisions())
    parts = tuple(draw(st.lists(_evidence(promise, decision), max_size=2)))
    return Receipt(
        commitment_id=promise.id,
        decision_id=decision.id,
        score=math.fsum(part.contribution for part in parts),
        evidence=tuple(sorted(parts, key=lambda part: -part.contribution)),
        profile="default",
        commitment_text=promise.text,
        decision_text=decision_document(decision).text,
    )


def pieces_of_evidence() -> st.SearchStrategy[Evidence]:
    """Draw one part of a score."""
    return st.builds(_evidence, commitments(), decisions()).flatmap(lambda drawn: drawn)


def _evidence(promise: Commitment, decision: Decision) -> st.SearchStrategy[Evidence]:
    return st.builds(
        Evidence,
        kind=st.sampled_from([EvidenceKind.WORDS, EvidenceKind.BASE]),
        contribution=st.floats(0, 0.5),
        commitment_places=st.just((Place(0, len(promise.text)),)),
        decision_places=st.just((Place(0, len(decision_document(decision).text)),)),
    )


@st.composite
def covered(draw: st.DrawFn) -> Covered:
    """Draw a commitment with the decisions found for it, best first."""
    promise, decided = draw(commitments()), draw(_few_decisions(least=0))
    scores = sorted((draw(_SCORE) for _ in decided), reverse=True)
    found = (Ranked(decision=d, score=score, commitment=promise) for d, score in zip(decided, scores, strict=True))
    return Covered(commitment=promise, decisions=tuple(found))


def coverages() -> st.SearchStrategy[Coverage]:
    """Draw what `coverage` gives for one commitment."""

    def build(one: Covered) -> Coverage:
        decided = [ranked.decision for ranked in one.decisions]
        return Coverage(
            commitments=(one,),
            unserved=() if decided else (one.commitment,),
            idle=(),
            threshold=min((ranked.score for ranked in one.decisions), default=0.5),
            looked_through=len(decided),
            kinds=(("unknown", len(decided)),) if decided else (),
            up_to=max((decision.date for decision in decided if decision.date), default=None),
        )

    return covered().map(build)


def _few_decisions(*, least: int = 1) -> st.SearchStrategy[list[Decision]]:
    return st.lists(decisions(), min_size=least, max_size=2, unique_by=lambda decision: decision.id)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Draw decisions that are steps of one file, in order of date."""
    decided = [attrs.evolve(d, step=d.step or Step.OTHER) for d in draw(_few_decisions())]
    decided.sort(key=lambda decision: (decision.date or datetime.date.min, decision.id))
    reached = farthest_step(decision.step for decision in decided if decision.step)
    return Dossier(id=f"dossier:{decided[0].id}", decisions=tuple(decided), step=reached or Step.OTHER)


def searches() -> st.SearchStrategy[Search]:
    """Draw where was looked."""

    def build(count: int, score: float) -> Search:
        kinds = (("nota", count),) if count else ()
        return Search(looked_through=count, kinds=kinds, undated=count, profile="default", threshold=score)

    return st.builds(build, st.integers(0, 999), _SCORE)


@st.composite
def trails(draw: st.DrawFn, *, search: Search | None = None) -> Trail:
    """Draw a promise with the dossiers that carry it out, best first, and their money.

    Args:
        draw: Given by hypothesis.
        search: Where was looked; without it, one is drawn.

    Returns:
        A trail whose step is the farthest of its dossiers.
    """
    files = draw(st.lists(dossiers(), max_size=2, unique_by=lambda dossier: dossier.id))
    days = [day for dossier in files for day in (dossier.first_date, dossier.last_date) if day]
    return Trail(
        commitment=draw(commitments()),
        dossiers=tuple(files),
        scores=tuple(sorted((draw(_SCORE) for _ in files), reverse=True)),
        step=farthest_step(dossier.step for dossier in files),
        total=draw(totals()) if files else total(()),
        first_date=min(days, default=None),
        last_date=max(days, default=None),
        search=search or draw(searches()),
    )


def funded_dossiers() -> st.SearchStrategy[FundedDossier]:
    """Draw a dossier with its money."""
    return st.builds(FundedDossier, dossier=dossiers(), total=totals())


@st.composite
def trail_lists(draw: st.DrawFn) -> Trails:
    """Draw what `follow` gives: the trails of some promises, looked for in the same place."""
    search = draw(searches())
    return Trails(
        items=tuple(draw(st.lists(trails(search=search), max_size=1))),
        without_promise=tuple(draw(st.lists(funded_dossiers(), max_size=1))),
        diagnostics=tuple(draw(st.lists(diagnostics(), max_size=1))),
        search=search,
    )


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    """Draw what an audit finds about a claim."""
    claim, code = draw(claims()), draw(st.sampled_from(FindingCode))
    scored = code in (FindingCode.SUPPORTED, FindingCode.WEAK_EVIDENCE)
    return Finding(
        claim_id=claim.id,
        code=code,
        message=draw(_SENTENCE),
        missing=draw(words("subjects")) if code.name.startswith("UNSUPPORTED") else None,
        score=draw(_SCORE) if scored else None,
        decision_ids=claim.decision_ids,
        sources=tuple(draw(st.lists(sources(), max_size=1))),
    )


def assessments() -> st.SearchStrategy[Assessment]:
    """Draw a person's verdict on a promise."""
    return st.builds(
        Assessment,
        commitment_id=commitments().map(lambda promise: promise.id),
        verdict=st.sampled_from(Verdict),
        assessor=_PEOPLE,
        date=_DAY,
        note=st.just("") | _SENTENCE,
    )


def corrections() -> st.SearchStrategy[Correction]:
    """Draw a person's correction of the step of a decision."""
    return st.builds(
        Correction,
        record_id=decisions().map(lambda decision: decision.id),
        field=st.just("step"),
        value=st.none() | st.sampled_from(Step).map(str),
        reason=_SENTENCE,
        author=_PEOPLE,
        date=_DAY,
    )
