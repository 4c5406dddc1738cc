"""Adding government money: which lines overlap, totals with their proof, groups, and checks of a text's own sums."""

from flanders_care.budget.checks import check_lines, check_sums
from flanders_care.budget.funding import funding_diagnostics, funding_lines
from flanders_care.budget.groups import aggregate
from flanders_care.budget.totals import total
from flanders_care.model.same.over_steps import join_steps
from flanders_care.model.totals import LeftOut, Reason, Total
from flanders_care.model.totals_by_key import Aggregate

__all__ = [
    "Aggregate",
    "LeftOut",
    "Reason",
    "Total",
    "aggregate",
    "check_lines",
    "check_sums",
    "funding_diagnostics",
    "funding_lines",
    "join_steps",
    "total",
]
