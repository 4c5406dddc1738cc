"""Adding government money: which lines overlap, totals with their proof, groups, and checks of a text's own sums."""

from flanders_care.budget.checks import check_lines, check_sums
from flanders_care.budget.funding import document_lines, funding_diagnostics, funding_lines
from flanders_care.budget.groups import Aggregate, aggregate
from flanders_care.budget.reasons import LeftOut, Reason
from flanders_care.budget.steps import join_steps
from flanders_care.budget.totals import Total, total

__all__ = [
    "Aggregate",
    "LeftOut",
    "Reason",
    "Total",
    "aggregate",
    "check_lines",
    "check_sums",
    "document_lines",
    "funding_diagnostics",
    "funding_lines",
    "join_steps",
    "total",
]
