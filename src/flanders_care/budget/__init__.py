"""Adding government money: which lines overlap, totals with their proof, groups, and checks of a text's own sums."""

from flanders_care.budget.funding import document_lines, funding_diagnostics, funding_lines
from flanders_care.budget.reasons import LeftOut, Reason
from flanders_care.budget.total import Total, total

__all__ = [
    "LeftOut",
    "Reason",
    "Total",
    "document_lines",
    "funding_diagnostics",
    "funding_lines",
    "total",
]
