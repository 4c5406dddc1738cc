"""How a pair of a promise and a decision gets its score: profiles, encoders, and the parts of a receipt."""

from __future__ import annotations

from flanders_care.alignment.encoders import Encoder, SentenceTransformersEncoder
from flanders_care.alignment.profiles import (
    PROFILES,
    Calibration,
    Kind,
    Mixture,
    Mixtures,
    Profile,
    Threshold,
    Units,
)
from flanders_care.alignment.receipts import Change, Evidence, EvidenceKind, Place, diff
from flanders_care.dutch.text.words import StemmerPin

__all__ = [
    "PROFILES",
    "Calibration",
    "Change",
    "Encoder",
    "Evidence",
    "EvidenceKind",
    "Kind",
    "Mixture",
    "Mixtures",
    "Place",
    "Profile",
    "SentenceTransformersEncoder",
    "StemmerPin",
    "Threshold",
    "Units",
    "diff",
]
