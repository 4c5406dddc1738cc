"""What hypothesis calls when it is imported: it learns which strategy draws which class, and no more than that.

The strategies themselves are imported when the first of them is drawn from; the classes are light.
"""

from __future__ import annotations

import functools
from typing import Any

from flanders_care.alignment.receipts import Evidence, Receipt
from flanders_care.alignment.results import Alignment, Alignments, Coverage, Covered, Ranked
from flanders_care.auditing.findings import Finding
from flanders_care.diagnostics import Diagnostic
from flanders_care.dossier.dossier import Dossier
from flanders_care.dutch.dates.mentions import DateMention
from flanders_care.dutch.money.mention import AmountMention
from flanders_care.model.actor import Actor
from flanders_care.model.assessment import Assessment, Correction
from flanders_care.model.claim import Claim
from flanders_care.model.commitment import Commitment
from flanders_care.model.corpus import Corpus
from flanders_care.model.decision import Decision
from flanders_care.model.funding import FundingLine
from flanders_care.model.indicator import Indicator
from flanders_care.model.loaded import Loaded
from flanders_care.model.programme import Involvement, Pillar, Programme
from flanders_care.model.totals import LeftOut, Total
from flanders_care.model.totals_by_key import Aggregate
from flanders_care.money import Amount
from flanders_care.period import PartialDate
from flanders_care.provenance import Document, Source
from flanders_care.trails.records import FundedDossier, Search, Trail, Trails

STRATEGIES: dict[type, str] = {
    Actor: "actors",
    Aggregate: "aggregates",
    Alignment: "alignments",
    Alignments: "alignment_lists",
    Amount: "amounts",
    AmountMention: "amount_mentions",
    Assessment: "assessments",
    Claim: "claims",
    Commitment: "commitments",
    Corpus: "corpora",
    Correction: "corrections",
    Coverage: "coverages",
    Covered: "covered",
    DateMention: "date_mentions",
    Decision: "decisions",
    Diagnostic: "diagnostics",
    Document: "plain_documents",
    Dossier: "dossiers",
    Evidence: "pieces_of_evidence",
    Finding: "findings",
    FundedDossier: "funded_dossiers",
    FundingLine: "funding_lines",
    Indicator: "indicators",
    Involvement: "involvements",
    LeftOut: "lines_left_out",
    Loaded: "loaded",
    PartialDate: "partial_dates",
    Pillar: "pillars",
    Programme: "programmes",
    Ranked: "ranked",
    Receipt: "receipts",
    Search: "searches",
    Source: "sources",
    Total: "totals",
    Trail: "trails",
    Trails: "trail_lists",
}
"""The name of the strategy of each class, in `flanders_care.testing.strategies`."""


def _draw(name: str, cls: type[Any]) -> Any:
    from flanders_care.testing import strategies

    return getattr(strategies, name)()


def register() -> None:
    """Register every record and result with hypothesis, so that `st.from_type(flanders_care.Decision)` just works."""
    from hypothesis.strategies import register_type_strategy

    for cls, name in STRATEGIES.items():
        register_type_strategy(cls, functools.partial(_draw, name))
