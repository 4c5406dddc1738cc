"""What many documents yielded as one: one merge, all diagnostics in order."""

from __future__ import annotations

from collections.abc import Iterable

from flanders_care.diagnostics import diagnostic_order
from flanders_care.model.apart import duplicates
from flanders_care.model.corpus import merge
from flanders_care.model.loaded import Loaded


def gather(parts: Iterable[Loaded]) -> Loaded:
    """Merge what was read from many documents, in one pass.

    Args:
        parts: What each document or file yielded, in any order.

    Returns:
        The merged corpus, and all diagnostics in order of document and place, each once.
    """
    loaded = list(parts)
    diagnostics = {diagnostic for part in loaded for diagnostic in part.diagnostics}
    diagnostics.update(duplicates(document for part in loaded for document in part.corpus.documents))
    return Loaded(
        corpus=merge(part.corpus for part in loaded), diagnostics=tuple(sorted(diagnostics, key=diagnostic_order))
    )
