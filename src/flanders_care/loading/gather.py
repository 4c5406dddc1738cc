"""Many documents' facts into one corpus: colliding ids kept apart, diagnostics in order, one merge."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

import attrs

from flanders_care.budget.funding import document_lines
from flanders_care.diagnostics import Diagnostic
from flanders_care.loading.same_sums import link_sums
from flanders_care.model.corpus import Corpus
from flanders_care.model.decision import Decision, decision_document
from flanders_care.model.funding import FundingLine
from flanders_care.model.loaded import Loaded
from flanders_care.model.merging import merge
from flanders_care.provenance import Document

__all__ = ["diagnostic_order", "gather", "keep_apart", "own_lines", "with_source"]


def gather(parts: Iterable[Loaded]) -> Loaded:
    """Merge what was read from many documents, in one pass.

    Args:
        parts: What each document or file yielded, in any order.

    Returns:
        The merged corpus, and all diagnostics in order of document and place.
    """
    loaded = list(parts)
    corpora = [part.corpus for part in loaded]
    diagnostics = {d for part in loaded for d in part.diagnostics}
    corpora, apart = _keep_corpora_apart(corpora)
    return Loaded(
        corpus=link_sums(merge(corpora)), diagnostics=tuple(sorted(diagnostics | set(apart), key=diagnostic_order))
    )


def diagnostic_order(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    """Sort diagnostics by document, place, code and message."""
    return (
        diagnostic.document_id or "",
        -1 if diagnostic.start is None else diagnostic.start,
        -1 if diagnostic.end is None else diagnostic.end,
        diagnostic.code,
        diagnostic.message,
    )


def keep_apart(decisions: Iterable[Decision]) -> tuple[tuple[Decision, ...], tuple[Diagnostic, ...]]:
    """Give decisions that share an id but not their content different ids.

    The same content twice is one decision. Of different contents the richest keeps the id; each other gets a suffix
    made from its content, so the result does not depend on the order.

    Args:
        decisions: Decisions; a new id takes their sources away.

    Returns:
        The decisions in the order given, each content once, and a diagnostic `duplicate-id` for each new id.
    """
    variants: dict[str, dict[Decision, None]] = {}
    for decision in decisions:
        variants.setdefault(decision.id, {})[decision] = None
    kept: list[Decision] = []
    diagnostics: list[Diagnostic] = []
    for group in variants.values():
        first = min(group, key=_richest) if len(group) > 1 else None
        for decision in group:
            if first is None or decision is first:
                kept.append(decision)
                continue
            renamed = _renamed(decision)
            kept.append(renamed)
            diagnostics.append(_duplicate(first, renamed))
    return tuple(kept), tuple(diagnostics)


def _richest(decision: Decision) -> tuple[int, str]:
    known = sum(value is not None for value in (decision.date, decision.kind, decision.url))
    return (-len(decision.title) - len(decision.text) - known, _content(decision))


def _content(decision: Decision) -> str:
    return repr((decision.title, decision.text, decision.date, decision.kind, decision.url, decision.actor_ids))


def _renamed(decision: Decision) -> Decision:
    digest = hashlib.sha256(_content(decision).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return attrs.evolve(decision, id=f"{decision.id}~{digest}", sources=())


def with_source(decision: Decision, document: Document) -> Decision:
    """Let a decision of the government's site point at the whole of its own document."""
    return attrs.evolve(decision, sources=(document.source(0, len(document.text)),))


def own_lines(decision: Decision, document: Document) -> tuple[FundingLine, ...]:
    """Read the funding lines that a decision states in its own document."""
    return document_lines(document, decision_id=decision.id)


def _duplicate(first: Decision, renamed: Decision) -> Diagnostic:
    return Diagnostic(
        code="duplicate-id",
        message=f"the id {first.id!r} stands on different contents; this one is kept as {renamed.id!r}",
        document_id=f"{renamed.id}#text",
    )


def _keep_corpora_apart(corpora: Sequence[Corpus]) -> tuple[list[Corpus], list[Diagnostic]]:
    """Rename the decisions whose documents collide between files; most folders have none."""
    texts: dict[str, str] = {}
    clashing: set[str] = set()
    for document in (d for corpus in corpora for d in corpus.documents):
        if texts.setdefault(document.id, document.text) != document.text:
            clashing.add(document.id)
    if not clashing:
        return list(corpora), []
    affected = [d for corpus in corpora for d in corpus.decisions if f"{d.id}#text" in clashing]
    kept, diagnostics = keep_apart(attrs.evolve(decision, sources=()) for decision in affected)
    rest = [_without(corpus, clashing) for corpus in corpora]
    documents = tuple(map(decision_document, kept))
    apart = Corpus(
        decisions=tuple(map(with_source, kept, documents)),
        documents=documents,
        funding_lines=tuple(line for d, text in zip(kept, documents, strict=True) for line in own_lines(d, text)),
    )
    return [*rest, apart], list(diagnostics)


def _without(corpus: Corpus, clashing: set[str]) -> Corpus:
    def stays(document: Document) -> bool:
        return document.id not in clashing

    return attrs.evolve(
        corpus,
        documents=tuple(filter(stays, corpus.documents)),
        decisions=tuple(d for d in corpus.decisions if f"{d.id}#text" not in clashing),
        funding_lines=tuple(x for x in corpus.funding_lines if clashing.isdisjoint(s.document_id for s in x.sources)),
    )
