"""Decisions that may go against a promise: close to it, and with words that stop, take back, put off or loosen.

No program can tell whether a decision breaks a promise. What is found here are candidates, each with the words that
made it one, for a person to judge.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from flanders_care.alignment.results import Covered
from flanders_care.diagnostics import Diagnostic
from flanders_care.dossier.dossier import Dossier
from flanders_care.dossier.steps import split_announcement
from flanders_care.dutch.text.phrases import read_phrases
from flanders_care.legible import shorten
from flanders_care.model.decision import Decision, decision_document

_READ = 700
#: Characters of a title or promise in a message.
_SAID = 120


def against(covered: Iterable[Covered], home: Mapping[str, Dossier]) -> Iterator[Diagnostic]:
    """Point at decisions that may go against a promise.

    Args:
        covered: Commitments with the decisions found for them.
        home: The dossier of each decision, by its id.

    Yields:
        For each decision only at the commitment that it comes nearest to, and for each commitment and dossier at most
        one diagnostic `against-promise`, at the words in `decision_document(decision)` where they stand there as read.
    """
    covered = tuple(covered)
    nearest: dict[str, float] = {}
    for ranked in (ranked for one in covered for ranked in one.decisions):
        nearest[ranked.decision.id] = max(ranked.score, nearest.get(ranked.decision.id, ranked.score))
    for one in covered:
        promise = one.commitment.text.lower()
        seen: set[str] = set()
        for ranked in one.decisions:
            dossier = home[ranked.decision.id].id
            if dossier in seen or ranked.score < nearest[ranked.decision.id]:
                continue
            found = _turns_back(ranked.decision, promise)
            if found is not None:
                seen.add(dossier)
                yield _diagnostic(ranked.decision, one.commitment.text, *found)


def _turns_back(decision: Decision, promise: str) -> tuple[str, str] | None:
    heading, summary = split_announcement(decision)
    text = " ".join(f"{heading} ; {summary[:_READ]}".lower().split())
    for row in read_phrases("trails/against_phrases.txt"):
        match = row.phrase.search(text)
        # a promise to abolish something is not broken by abolishing it
        if match and not row.phrase.search(promise):
            return row.label, match[0]
    return None


def _diagnostic(decision: Decision, promise: str, label: str, words: str) -> Diagnostic:
    document = decision_document(decision)
    title, promise = shorten(decision.title, _SAID), shorten(promise, _SAID)
    start = document.text.lower().find(words)
    return Diagnostic(
        code="against-promise",
        message=f"“{title}” {label} something (“{words}”): does it go against “{promise}”? A person must judge.",
        document_id=document.id,
        start=None if start < 0 else start,
        end=None if start < 0 else start + len(words),
    )
