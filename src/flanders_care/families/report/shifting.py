"""Facts read in a part of a document, moved to their place in the whole."""

from __future__ import annotations

import functools
from typing import Any

import attrs

from flanders_care.diagnostics import Diagnostic
from flanders_care.model.corpus import Corpus
from flanders_care.model.loaded import Loaded
from flanders_care.model.programme import Programme
from flanders_care.provenance import Document

__all__ = ["shifted"]


def shifted(loaded: Loaded, document: Document, start: int) -> Loaded:
    """Let everything that was read in a part of a document point into the whole.

    Args:
        loaded: What a reader made of a document that holds only the part.
        document: The whole document; it takes the place of the part.
        start: Where the part begins.

    Returns:
        The same facts and diagnostics, with places in the whole. Records keep their ids.
    """
    corpus = loaded.corpus
    moved = functools.partial(_moved, document=document, start=start)
    return Loaded(
        corpus=Corpus(
            documents=(document,),
            actors=tuple(map(moved, corpus.actors)),
            programmes=tuple(map(moved, corpus.programmes)),
            commitments=tuple(map(moved, corpus.commitments)),
            decisions=tuple(map(moved, corpus.decisions)),
            funding_lines=tuple(map(moved, corpus.funding_lines)),
            claims=tuple(map(moved, corpus.claims)),
            indicators=tuple(map(moved, corpus.indicators)),
        ),
        diagnostics=tuple(_moved_diagnostic(diagnostic, start) for diagnostic in loaded.diagnostics),
    )


def _moved(record: Any, document: Document, start: int) -> Any:
    changes: dict[str, Any] = {
        "sources": tuple(document.source(s.start + start, s.end + start) for s in record.sources)
    }
    if isinstance(record, Programme):
        changes["pillars"] = tuple(_moved(pillar, document, start) for pillar in record.pillars)
    return attrs.evolve(record, **changes)


def _moved_diagnostic(diagnostic: Diagnostic, start: int) -> Diagnostic:
    if diagnostic.start is None or diagnostic.end is None:
        return diagnostic
    return attrs.evolve(diagnostic, start=diagnostic.start + start, end=diagnostic.end + start)
