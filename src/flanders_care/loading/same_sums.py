"""One sum of a decision that several documents state: each euro is one sum, wherever it is said."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

import attrs

from flanders_care.model.corpus import Corpus
from flanders_care.model.funding import FundingLine

__all__ = ["link_sums"]


def link_sums(corpus: Corpus) -> Corpus:
    """Let the lines of a decision that repeat a sum from another document say so.

    A report and the site's own text state the same subsidy: the report's line gets `same_as`, so that no total counts
    it twice. Sums are the same if decision, value and currency are; two equal sums in one document stay two.

    Args:
        corpus: A merged corpus.

    Returns:
        The corpus with the links; lines that have a link keep it.
    """
    stated = _stated(corpus.funding_lines)
    lines = tuple(_linked(line, stated.get(_sum(line))) for line in corpus.funding_lines)
    return corpus if lines == corpus.funding_lines else attrs.evolve(corpus, funding_lines=lines)


def _stated(lines: Iterable[FundingLine]) -> dict[Hashable, FundingLine]:
    """For each sum of a decision the line that stands for it: that of the decision's own document, else the first."""
    found: dict[Hashable, FundingLine] = {}
    for line in sorted(lines, key=_rank):
        if line.decision_id is not None and line.same_as is None:
            found.setdefault(_sum(line), line)
    return found


def _sum(line: FundingLine) -> Hashable:
    return line.decision_id, line.amount.value, line.amount.currency


def _rank(line: FundingLine) -> tuple[bool, str]:
    own = any(source.document_id == f"{line.decision_id}#text" for source in line.sources)
    return (not own, line.id)


def _linked(line: FundingLine, stated: FundingLine | None) -> FundingLine:
    if stated is None or line.same_as is not None or stated.id == line.id:
        return line
    here = {source.document_id for source in line.sources}
    apart = here.isdisjoint(source.document_id for source in stated.sources)
    return attrs.evolve(line, same_as=stated.id) if apart else line
