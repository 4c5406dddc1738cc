"""Which decisions carry out which promises, with a receipt for every score.

The names are loaded when they are first used, so that importing the package does not import numpy. `index` and
`coverage` are also names of modules here: take them from `flanders_care`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flanders_care.alignment.covering import Coverage, Covered
    from flanders_care.alignment.encoders import Encoder, SentenceTransformersEncoder
    from flanders_care.alignment.explaining import explain
    from flanders_care.alignment.indexing import DecisionIndex
    from flanders_care.alignment.measuring.annotators import krippendorff_alpha, weighted_kappa
    from flanders_care.alignment.measuring.evaluation import (
        BestF1,
        Evaluation,
        Reliability,
        best_f1,
        evaluate,
        reliability,
    )
    from flanders_care.alignment.profiles import PROFILES, Calibration, Profile, get_profile
    from flanders_care.alignment.ranking import align, rank
    from flanders_care.alignment.receipts import Change, Evidence, EvidenceKind, Receipt, diff
    from flanders_care.alignment.results import Alignment, Alignments, Ranked

__all__ = [
    "PROFILES",
    "Alignment",
    "Alignments",
    "BestF1",
    "Calibration",
    "Change",
    "Coverage",
    "Covered",
    "DecisionIndex",
    "Encoder",
    "Evaluation",
    "Evidence",
    "EvidenceKind",
    "Profile",
    "Ranked",
    "Receipt",
    "Reliability",
    "SentenceTransformersEncoder",
    "align",
    "best_f1",
    "diff",
    "evaluate",
    "explain",
    "get_profile",
    "krippendorff_alpha",
    "rank",
    "reliability",
    "weighted_kappa",
]

_HOMES = {
    "PROFILES": "profiles",
    "Alignment": "results",
    "Alignments": "results",
    "BestF1": "evaluation",
    "Calibration": "profiles",
    "Change": "receipts",
    "Coverage": "coverage",
    "Covered": "coverage",
    "DecisionIndex": "index",
    "Encoder": "encoders",
    "Evaluation": "evaluation",
    "Evidence": "receipts",
    "EvidenceKind": "receipts",
    "Profile": "profiles",
    "Ranked": "results",
    "Receipt": "receipts",
    "Reliability": "evaluation",
    "SentenceTransformersEncoder": "encoders",
    "align": "ranking",
    "best_f1": "evaluation",
    "diff": "receipts",
    "evaluate": "evaluation",
    "explain": "explaining",
    "get_profile": "profiles",
    "krippendorff_alpha": "annotators",
    "rank": "ranking",
    "reliability": "evaluation",
    "weighted_kappa": "annotators",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
