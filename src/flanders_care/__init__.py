"""Which promises became decisions, and which decisions became money: typed, sourced facts from Flemish documents.

The names below are the public face; everything else may change. Start with `load_seeds()` or `load(path)`.
"""

from __future__ import annotations

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
from flanders_care.model.actor import Actor, ActorKind
from flanders_care.model.claim import Claim
from flanders_care.model.commitment import Commitment, CommitmentKind
from flanders_care.model.corpus import Corpus
from flanders_care.model.decision import Decision, Step, decision_document
from flanders_care.model.funding import FundingLine, Recurrence, Stage
from flanders_care.model.indicator import Indicator
from flanders_care.model.loaded import Loaded
from flanders_care.model.merge import merge
from flanders_care.model.programme import Involvement, Pillar, Programme, ProgrammeKind, Role
from flanders_care.money import Amount, Qualifier
from flanders_care.period import PartialDate
from flanders_care.provenance import Document, Source

__version__ = "0.1.0"

__all__ = [
    "Actor",
    "ActorKind",
    "Amount",
    "Claim",
    "Commitment",
    "CommitmentKind",
    "Corpus",
    "Decision",
    "Diagnostic",
    "Document",
    "ExchangeError",
    "FlandersCareError",
    "FundingLine",
    "Indicator",
    "InvalidValueError",
    "Involvement",
    "Loaded",
    "MissingExtraError",
    "NotAddableError",
    "PartialDate",
    "Pillar",
    "Programme",
    "ProgrammeKind",
    "Qualifier",
    "Recurrence",
    "Role",
    "Severity",
    "Source",
    "Stage",
    "Step",
    "UnknownNameError",
    "UnreadableError",
    "decision_document",
    "merge",
]
