"""How good a ranking is against graded labels, whether scores mean what they say, and how far annotators agree."""

from __future__ import annotations

from flanders_care.alignment.measuring.annotators import krippendorff_alpha, weighted_kappa
from flanders_care.alignment.measuring.evaluation import (
    BestF1,
    Bin,
    Evaluation,
    Reliability,
    average_precision,
    best_f1,
    ndcg,
    precision_at,
    reliability,
)

__all__ = [
    "BestF1",
    "Bin",
    "Evaluation",
    "Reliability",
    "average_precision",
    "best_f1",
    "krippendorff_alpha",
    "ndcg",
    "precision_at",
    "reliability",
    "weighted_kappa",
]
