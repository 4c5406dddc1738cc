"""Many documents' facts into one corpus: colliding ids kept apart, diagnostics in order, one merge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from flanders_care.diagnostics import Diagnostic, diagnostic_order
from flanders_care.families.decisions.apart import keep_apart, own_lines, with_source
from flanders_care.loading.same_sums import link_sums
from flanders_care.model.corpus import Corpus
from flanders_care.model.decision import decision_document
from flanders_care.model.loaded import Loaded
from flanders_care.model.merging import merge
from flanders_care.provenance import Document

__all__ = ["gather"]


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
