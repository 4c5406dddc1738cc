"""Which decisions carry out which promises, with a receipt for every score.

The names are loaded when they are first used, so that importing the package does not import numpy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flanders_care.alignment.index import DecisionIndex
    from flanders_care.alignment.profiles import PROFILES, Profile
    from flanders_care.alignment.ranking import align, rank
    from flanders_care.alignment.results import Alignment, Alignments, Ranked

__all__ = [
    "PROFILES",
    "Alignment",
    "Alignments",
    "DecisionIndex",
    "Profile",
    "Ranked",
    "align",
    "rank",
]

_HOMES = {
    "PROFILES": "profiles",
    "Alignment": "results",
    "Alignments": "results",
    "DecisionIndex": "index",
    "Profile": "profiles",
    "Ranked": "results",
    "align": "ranking",
    "rank": "ranking",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
