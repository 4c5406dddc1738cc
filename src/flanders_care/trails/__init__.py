"""Dossiers and trails: promise, decisions, money; and a person's verdicts beside them."""

from __future__ import annotations

from flanders_care.trails.following import follow
from flanders_care.trails.judgement import Comparison, Disagreement, compare, suggest_verdict
from flanders_care.trails.records import FundedDossier, Search, Trail, Trails

__all__ = [
    "Comparison",
    "Disagreement",
    "FundedDossier",
    "Search",
    "Trail",
    "Trails",
    "compare",
    "follow",
    "suggest_verdict",
]
