"""For each promise its decisions, with the score and the words that carried it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from flanders_care.alignment.explaining import explain
from flanders_care.alignment.indexing import DecisionIndex, index
from flanders_care.alignment.profiles import Profile
from flanders_care.alignment.ranking import align
from flanders_care.alignment.results import Alignment
from flanders_care.legible import one_line
from flanders_care.model.commitment import Commitment
from flanders_care.model.corpus import Corpus
from flanders_care.model.decision import Decision
from flanders_care.show.outline import Entry, Outline, Part
from flanders_care.show.report_trails import agreement_promises, in_section


def align_outline(
    corpus: Corpus, *, section: str | None, top: int, threshold: float, profile: str | Profile = "default"
) -> Outline:
    """Lay out for each promise the decisions that fit best.

    Args:
        corpus: Promises and decisions; a coalition agreement in it is what scores are weighed against.
        section: Number or heading of a section, or `None` for all promises.
        top: At most so many decisions for a promise.
        threshold: Least score that is shown, in 0..1.
        profile: How to score.

    Returns:
        One line a promise, its decisions below it.
    """
    found: dict[str, list[tuple[Decision, Alignment, str]]] = {}
    asked, built = _question(corpus, section, profile)
    for commitment, decision, pair, words in _pairs(asked, built, top, threshold):
        found.setdefault(commitment.id, []).append((decision, pair, words))
    lines = tuple(_promise_line(commitment, found.get(commitment.id, [])) for commitment in asked)
    days = sorted(decision.date for decision in corpus.decisions if decision.date)
    looked = f"{len(corpus.decisions)} decisions" + (f" up to {days[-1]}" if days else "")
    part = Part(
        title=f"{len(found)} of {len(asked)} promises have a decision scored {threshold:.2f} or more",
        intro=f"Looked for among {looked}, with profile {built.profile.label}.",
        lines=lines,
        empty="There is no promise to look for: load a section of an agreement, or another document with promises.",
    )
    return Outline(title="Decisions for each promise", sections=(part,))


def align_rows(
    corpus: Corpus, *, section: str | None, top: int, threshold: float, profile: str | Profile = "default"
) -> list[dict[str, Any]]:
    """The same as plain rows for a table."""
    asked, built = _question(corpus, section, profile)
    return [
        {
            "commitment_id": commitment.id,
            "commitment": one_line(commitment.text),
            "section": commitment.section,
            "decision_id": decision.id,
            "date": decision.date,
            "decision": one_line(decision.title),
            "score": pair.score,
            "words": words,
            "url": decision.url,
        }
        for commitment, decision, pair, words in _pairs(asked, built, top, threshold)
    ]


def _question(
    corpus: Corpus, section: str | None, profile: str | Profile
) -> tuple[Sequence[Commitment], DecisionIndex]:
    asked = [c for c in corpus.commitments if section is None or in_section(c, section)]
    return asked, index(corpus.decisions, background=agreement_promises(corpus), profile=profile)


def _pairs(
    asked: Sequence[Commitment], built: DecisionIndex, top: int, threshold: float
) -> Iterator[tuple[Commitment, Decision, Alignment, str]]:
    commitments = {commitment.id: commitment for commitment in asked}
    decisions = {decision.id: decision for decision in built.decisions}
    for pair in align(asked, built, top=top):
        if pair.score >= threshold:
            commitment, decision = commitments[pair.commitment_id], decisions[pair.decision_id]
            receipt = explain(commitment, decision, among=built)
            yield commitment, decision, pair, ", ".join(receipt.words())


def _promise_line(commitment: Commitment, found: list[tuple[Decision, Alignment, str]]) -> Entry:
    children = tuple(
        Entry(
            text=f"{pair.score:.2f} {decision.date or 'undated'} {one_line(decision.title)}",
            note=words,
            url=decision.url,
            sources=decision.sources,
        )
        for decision, pair, words in found
    )
    note = commitment.section or "" if children else "; ".join(filter(None, [commitment.section, "none found"]))
    return Entry(text=commitment.text, note=note, sources=commitment.sources, children=children)
