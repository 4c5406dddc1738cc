"""The kinds and parts of records and results, for annotations: every type of the public functions not at the top."""

from __future__ import annotations

from flanders_care.alignment.results import Covered
from flanders_care.auditing.findings import FindingCode
from flanders_care.budget.keys import By, GroupKey, Spread
from flanders_care.diagnostics import Severity
from flanders_care.dossier.dossier import HoldsDecisions
from flanders_care.dutch.dates.mentions import DateMention
from flanders_care.dutch.money.sum import Credit
from flanders_care.exchange.arrow import ArrowTable
from flanders_care.model.actor import ActorKind
from flanders_care.model.commitment import CommitmentKind
from flanders_care.model.decision import Outcome
from flanders_care.model.funding import Recurrence, StageName
from flanders_care.model.programme import Involvement, ProgrammeKind
from flanders_care.model.totals import LeftOut, Reason
from flanders_care.money import Qualifier
from flanders_care.period import PartialDate
from flanders_care.trails.records import FundedDossier, Search

__all__ = [
    "ActorKind",
    "ArrowTable",
    "By",
    "CommitmentKind",
    "Covered",
    "Credit",
    "DateMention",
    "FindingCode",
    "FundedDossier",
    "GroupKey",
    "HoldsDecisions",
    "Involvement",
    "LeftOut",
    "Outcome",
    "PartialDate",
    "ProgrammeKind",
    "Qualifier",
    "Reason",
    "Recurrence",
    "Search",
    "Severity",
    "Spread",
    "StageName",
]
