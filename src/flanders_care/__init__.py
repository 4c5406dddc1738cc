"""Which promises became decisions, and which decisions became money: typed, sourced facts from Flemish documents.

The names below are the public face; everything else may change. Start with `load_seeds()` or `load(path)`.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from flanders_care.diagnostics import Diagnostic, Severity
from flanders_care.errors import (
    ExchangeError,
    FlandersCareError,
    InvalidValueError,
    MissingExtraError,
    NotAddableError,
    UnknownNameError,
    UnreadableError,
)
from flanders_care.model.actor import Actor, ActorKind, actor_id
from flanders_care.model.claim import Claim
from flanders_care.model.commitment import Commitment, CommitmentKind, commitment_id
from flanders_care.model.corpus import Corpus
from flanders_care.model.decision import Decision, Step, decision_document
from flanders_care.model.funding import FundingLine, Recurrence, Stage
from flanders_care.model.indicator import Indicator
from flanders_care.model.loaded import Loaded
from flanders_care.model.merging import merge
from flanders_care.model.programme import Involvement, Pillar, Programme, ProgrammeKind, Role, programme_id
from flanders_care.money import Amount, Qualifier
from flanders_care.period import PartialDate
from flanders_care.provenance import Document, Source

if TYPE_CHECKING:
    from flanders_care.alignment.covering import Coverage, coverage
    from flanders_care.alignment.explaining import explain
    from flanders_care.alignment.indexing import DecisionIndex, index
    from flanders_care.alignment.measuring.evaluation import evaluate
    from flanders_care.alignment.profiles import PROFILES, Profile
    from flanders_care.alignment.ranking import align, rank
    from flanders_care.alignment.receipts import Evidence, Receipt, diff
    from flanders_care.alignment.results import Alignment, Alignments, Ranked
    from flanders_care.auditing.auditor import audit
    from flanders_care.auditing.findings import Finding, FindingCode
    from flanders_care.budget.checks import check_sums
    from flanders_care.budget.funding import funding_lines
    from flanders_care.budget.groups import Aggregate, aggregate
    from flanders_care.budget.reasons import LeftOut
    from flanders_care.budget.totals import Total, total
    from flanders_care.dossier.joining import Dossier, dossiers
    from flanders_care.dutch.dates.mentions import DateMention, read_dates
    from flanders_care.dutch.money.mentions import AmountMention, read_amounts
    from flanders_care.exchange.arrow import to_arrow
    from flanders_care.exchange.assessments import (
        assessments_to_csv,
        corrections_to_csv,
        load_assessments,
        load_corrections,
    )
    from flanders_care.exchange.csv import to_csv
    from flanders_care.exchange.frames import decisions_from
    from flanders_care.exchange.json import from_json, to_json
    from flanders_care.families.recognition import FAMILIES, recognise
    from flanders_care.loading.entry import load, load_many, load_seeds, load_text
    from flanders_care.model.assessment import Assessment, Correction, Verdict
    from flanders_care.model.correcting import apply_corrections
    from flanders_care.model.identity import content_id
    from flanders_care.show.plots import plot_totals
    from flanders_care.trails.following import follow
    from flanders_care.trails.judgement import compare, suggest_verdict
    from flanders_care.trails.records import Trail, Trails

__version__ = "0.1.0"

#: Where the names live that are imported when first used: reading, scoring and exchange cost time to import.
_LAZY = {
    "audit": "auditing.auditor",
    "Coverage": "alignment.covering",
    "coverage": "alignment.covering",
    "Dossier": "dossier.joining",
    "dossiers": "dossier.joining",
    "evaluate": "alignment.measuring.evaluation",
    "explain": "alignment.explaining",
    "Finding": "auditing.findings",
    "FindingCode": "auditing.findings",
    "DecisionIndex": "alignment.indexing",
    "index": "alignment.indexing",
    "PROFILES": "alignment.profiles",
    "Profile": "alignment.profiles",
    "align": "alignment.ranking",
    "rank": "alignment.ranking",
    "Evidence": "alignment.receipts",
    "Receipt": "alignment.receipts",
    "diff": "alignment.receipts",
    "Alignment": "alignment.results",
    "Alignments": "alignment.results",
    "Ranked": "alignment.results",
    "Aggregate": "budget.groups",
    "aggregate": "budget.groups",
    "check_sums": "budget.checks",
    "funding_lines": "budget.funding",
    "LeftOut": "budget.reasons",
    "Total": "budget.totals",
    "total": "budget.totals",
    "AmountMention": "dutch.money.mentions",
    "read_amounts": "dutch.money.mentions",
    "DateMention": "dutch.dates.mentions",
    "read_dates": "dutch.dates.mentions",
    "to_arrow": "exchange.arrow",
    "assessments_to_csv": "exchange.assessments",
    "corrections_to_csv": "exchange.assessments",
    "load_assessments": "exchange.assessments",
    "load_corrections": "exchange.assessments",
    "to_csv": "exchange.csv",
    "decisions_from": "exchange.frames",
    "from_json": "exchange.json",
    "to_json": "exchange.json",
    "load": "loading.entry",
    "load_many": "loading.entry",
    "load_seeds": "loading.entry",
    "load_text": "loading.entry",
    "FAMILIES": "families.recognition",
    "recognise": "families.recognition",
    "Assessment": "model.assessment",
    "Correction": "model.assessment",
    "Verdict": "model.assessment",
    "apply_corrections": "model.correcting",
    "content_id": "model.identity",
    "plot_totals": "show.plots",
    "follow": "trails.following",
    "compare": "trails.judgement",
    "suggest_verdict": "trails.judgement",
    "Trail": "trails.records",
    "Trails": "trails.records",
}


if not TYPE_CHECKING:  # a type checker that saw this would take any misspelled name for a public one

    def __getattr__(name: str) -> Any:
        """Import a public name when it is first used (PEP 562)."""
        module = _LAZY.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(importlib.import_module(f"{__name__}.{module}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """The public names, those included that are not imported yet."""
    return sorted(__all__)


__all__ = [
    "FAMILIES",
    "PROFILES",
    "Actor",
    "ActorKind",
    "Aggregate",
    "Alignment",
    "Alignments",
    "Amount",
    "AmountMention",
    "Assessment",
    "Claim",
    "Commitment",
    "CommitmentKind",
    "Corpus",
    "Correction",
    "Coverage",
    "DateMention",
    "Decision",
    "DecisionIndex",
    "Diagnostic",
    "Document",
    "Dossier",
    "Evidence",
    "ExchangeError",
    "Finding",
    "FindingCode",
    "FlandersCareError",
    "FundingLine",
    "Indicator",
    "InvalidValueError",
    "Involvement",
    "LeftOut",
    "Loaded",
    "MissingExtraError",
    "NotAddableError",
    "PartialDate",
    "Pillar",
    "Profile",
    "Programme",
    "ProgrammeKind",
    "Qualifier",
    "Ranked",
    "Receipt",
    "Recurrence",
    "Role",
    "Severity",
    "Source",
    "Stage",
    "Step",
    "Total",
    "Trail",
    "Trails",
    "UnknownNameError",
    "UnreadableError",
    "Verdict",
    "actor_id",
    "aggregate",
    "align",
    "apply_corrections",
    "assessments_to_csv",
    "audit",
    "check_sums",
    "commitment_id",
    "compare",
    "content_id",
    "corrections_to_csv",
    "coverage",
    "decision_document",
    "decisions_from",
    "diff",
    "dossiers",
    "evaluate",
    "explain",
    "follow",
    "from_json",
    "funding_lines",
    "index",
    "load",
    "load_assessments",
    "load_corrections",
    "load_many",
    "load_seeds",
    "load_text",
    "merge",
    "plot_totals",
    "programme_id",
    "rank",
    "read_amounts",
    "read_dates",
    "recognise",
    "suggest_verdict",
    "to_arrow",
    "to_csv",
    "to_json",
    "total",
]
