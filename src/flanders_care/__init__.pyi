"""The shop window: the names that other programs rely on, each beside the module that it comes from.

This is the only list of them. Type checkers and documentation read it as it stands; `__init__.py` reads it too, and
imports a name when it is first used.
"""

from flanders_care import budget as budget
from flanders_care import errors as errors
from flanders_care import exchange as exchange
from flanders_care import families as families
from flanders_care import ids as ids
from flanders_care import judgement as judgement
from flanders_care import measuring as measuring
from flanders_care import scoring as scoring
from flanders_care import show as show
from flanders_care import types as types
from flanders_care.alignment.covering import coverage as coverage
from flanders_care.alignment.explaining import explain as explain
from flanders_care.alignment.indexing import DecisionIndex as DecisionIndex
from flanders_care.alignment.indexing import index as index
from flanders_care.alignment.measuring.evaluation import evaluate as evaluate
from flanders_care.alignment.ranking import align as align
from flanders_care.alignment.ranking import rank as rank
from flanders_care.alignment.receipts import Receipt as Receipt
from flanders_care.alignment.results import Alignment as Alignment
from flanders_care.alignment.results import Alignments as Alignments
from flanders_care.alignment.results import Coverage as Coverage
from flanders_care.alignment.results import Ranked as Ranked
from flanders_care.auditing.auditor import audit as audit
from flanders_care.auditing.findings import Finding as Finding
from flanders_care.budget.funding import funding_lines as funding_lines
from flanders_care.budget.groups import aggregate as aggregate
from flanders_care.budget.totals import total as total
from flanders_care.diagnostics import Diagnostic as Diagnostic
from flanders_care.dossier.dossier import Dossier as Dossier
from flanders_care.dossier.joining import dossiers as dossiers
from flanders_care.dutch.dates.mentions import read_dates as read_dates
from flanders_care.dutch.money.mention import AmountMention as AmountMention
from flanders_care.dutch.money.mentions import read_amounts as read_amounts
from flanders_care.dutch.money.roles import SumRole as SumRole
from flanders_care.errors import FlandersCareError as FlandersCareError
from flanders_care.exchange.arrow import from_arrow as from_arrow
from flanders_care.exchange.arrow import to_arrow as to_arrow
from flanders_care.exchange.csv import to_csv as to_csv
from flanders_care.exchange.files import open_corpus as open_corpus
from flanders_care.exchange.files import save as save
from flanders_care.exchange.json import from_json as from_json
from flanders_care.exchange.json import to_json as to_json
from flanders_care.families.kinds import FAMILIES as FAMILIES
from flanders_care.loading.entry import load as load
from flanders_care.loading.entry import load_many as load_many
from flanders_care.loading.entry import load_seeds as load_seeds
from flanders_care.loading.entry import load_text as load_text
from flanders_care.model.actor import Actor as Actor
from flanders_care.model.assessment import Assessment as Assessment
from flanders_care.model.assessment import Correction as Correction
from flanders_care.model.claim import Claim as Claim
from flanders_care.model.commitment import Commitment as Commitment
from flanders_care.model.corpus import Corpus as Corpus
from flanders_care.model.corpus import merge as merge
from flanders_care.model.decision import Decision as Decision
from flanders_care.model.decision import Step as Step
from flanders_care.model.funding import FundingLine as FundingLine
from flanders_care.model.funding import Stage as Stage
from flanders_care.model.indicator import Indicator as Indicator
from flanders_care.model.loaded import Loaded as Loaded
from flanders_care.model.programme import Pillar as Pillar
from flanders_care.model.programme import Programme as Programme
from flanders_care.model.programme import Role as Role
from flanders_care.model.totals import Total as Total
from flanders_care.model.totals_by_key import Aggregate as Aggregate
from flanders_care.money import Amount as Amount
from flanders_care.provenance import Document as Document
from flanders_care.provenance import Source as Source
from flanders_care.provenance import page_of as page_of
from flanders_care.trails.following import follow as follow
from flanders_care.trails.records import Trail as Trail
from flanders_care.trails.records import Trails as Trails

__version__: str
__all__: list[str]
