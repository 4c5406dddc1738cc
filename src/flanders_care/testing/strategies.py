"""Hypothesis strategies for every public class, drawing examples that read like Flemish documents.

They shrink to small readable examples and filter almost nothing. `st.from_type(flanders_care.Decision)` finds them by
itself wherever the library is installed.
"""

from __future__ import annotations

from flanders_care.testing.amount_texts import AmountText, Written, dutch_amount_texts, written_amounts
from flanders_care.testing.corpora import corpora, loaded
from flanders_care.testing.date_texts import DateText, dutch_date_texts
from flanders_care.testing.documents import DrawnDocument, documents
from flanders_care.testing.money import amounts, figures
from flanders_care.testing.records import (
    actors,
    claims,
    commitments,
    decisions,
    diagnostics,
    funding_lines,
    indicators,
    involvements,
    partial_dates,
    pillars,
    plain_documents,
    programmes,
    sources,
)
from flanders_care.testing.results import (
    aggregates,
    alignment_lists,
    alignments,
    amount_mentions,
    assessments,
    corrections,
    coverages,
    covered,
    date_mentions,
    dossiers,
    findings,
    funded_dossiers,
    lines_left_out,
    pieces_of_evidence,
    ranked,
    receipts,
    searches,
    totals,
    trail_lists,
    trails,
)
from flanders_care.testing.text import dutch_sentences

__all__ = [
    "AmountText",
    "DateText",
    "DrawnDocument",
    "Written",
    "actors",
    "aggregates",
    "alignment_lists",
    "alignments",
    "amount_mentions",
    "amounts",
    "assessments",
    "claims",
    "commitments",
    "corpora",
    "corrections",
    "coverages",
    "covered",
    "date_mentions",
    "decisions",
    "diagnostics",
    "documents",
    "dossiers",
    "dutch_amount_texts",
    "dutch_date_texts",
    "dutch_sentences",
    "figures",
    "findings",
    "funded_dossiers",
    "funding_lines",
    "indicators",
    "involvements",
    "lines_left_out",
    "loaded",
    "partial_dates",
    "pieces_of_evidence",
    "pillars",
    "plain_documents",
    "programmes",
    "ranked",
    "receipts",
    "searches",
    "sources",
    "totals",
    "trail_lists",
    "trails",
    "written_amounts",
]
