"""A loader of a family of its own: agenda items with what was decided, and the sums in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

import flanders_care as fc
from flanders_care.ids import content_id

__all__ = ["FAMILY", "load_minutes"]

FAMILY = "council-minutes"

_ITEM = re.compile(r"^Punt (\d{1,3})\. (?P<title>\S.*)$", re.MULTILINE)
_DECIDED = re.compile(r"^Besluit: (?P<text>\S.*)$", re.MULTILINE)
_GRANTED = frozenset({"granted", "budget", "transferred"})


def load_minutes(document: fc.Document) -> fc.Loaded:
    """Read the minutes of one meeting.

    Args:
        document: The minutes: `Punt 1. Titel`, and below it `Besluit: ...`.

    Returns:
        A decision for each item on the agenda with a funding line for each sum granted in it; a diagnostic for each
        item that was not decided, and for minutes without items.
    """
    named = attrs.evolve(document, family=FAMILY)
    items = list(_ITEM.finditer(document.text))
    corpora: list[fc.Corpus] = [fc.Corpus(documents=(named,))]
    diagnostics: list[fc.Diagnostic] = []
    ends = [item.start() for item in items[1:]] + [len(document.text)]
    for item, end in zip(items, ends, strict=False):
        decided = _DECIDED.search(document.text, item.end(), end)
        if decided is None:
            diagnostics.append(_undecided(document, item))
        else:
            corpora.append(_decision(document, item, decided))
    if not items and document.text.strip():
        diagnostics.append(
            fc.Diagnostic(code="no-agenda", message="no line begins with 'Punt 1.'", document_id=document.id)
        )
    return fc.Loaded(corpus=fc.merge(corpora), diagnostics=tuple(diagnostics))


def _undecided(document: fc.Document, item: re.Match[str]) -> fc.Diagnostic:
    return fc.Diagnostic(
        code="undecided-item",
        message="no line below this item begins with 'Besluit:'",
        severity="info",
        document_id=document.id,
        start=item.start(),
        end=item.end(),
    )


def _decision(document: fc.Document, item: re.Match[str], decided: re.Match[str]) -> fc.Corpus:
    identity = content_id("minutes", document.id, item["title"], str(item.start()), readable=item["title"])
    decision = fc.Decision(
        id=identity,
        title=item["title"],
        text=decided["text"],
        date=None if document.date is None else fc.types.PartialDate.parse(document.date).first_day,
        kind="raadsbesluit",
        sources=(document.source(item.start("title"), item.end()), document.source(*decided.span("text"))),
    )
    return fc.Corpus(decisions=(decision,), funding_lines=tuple(_lines(document, identity, decided)))


def _lines(document: fc.Document, decision_id: str, decided: re.Match[str]) -> Iterator[fc.FundingLine]:
    for mention in fc.read_amounts(decided["text"]):
        if mention.role in _GRANTED:
            start = decided.start("text") + mention.start
            yield fc.FundingLine(
                id=content_id("minutes-sum", document.id, str(start)),
                amount=mention.amount,
                stage="awarded",
                recurrence=mention.recurrence,
                years=mention.years,
                decision_id=decision_id,
                sources=(document.source(start, start + len(mention.quote)),),
            )
