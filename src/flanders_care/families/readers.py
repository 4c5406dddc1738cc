"""The reader of each document family, by the family's name."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TypeAlias, cast

from flanders_care.errors import UnknownNameError
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document

__all__ = ["LOADERS", "Reader", "reader"]

Reader: TypeAlias = Callable[[Document], Loaded]
"""Reads one document: pure, never raises for what the text holds."""

LOADERS: dict[str, str] = {
    "adherence-report": "flanders_care.families.report.report",
    "closing-report": "flanders_care.families.closing",
    "written-question": "flanders_care.families.question",
    "press-release": "flanders_care.families.press",
    "policy-note": "flanders_care.families.note",
    "agreement-section": "flanders_care.families.agreement",
    "decisions": "flanders_care.families.decisions.decisions",
}
"""For each family the module whose `load(document)` reads it; imported when first needed."""


def reader(family: str) -> Reader:
    """Find the reader of a family.

    Args:
        family: One of `flanders_care.FAMILIES`.

    Returns:
        The function that reads a document of that family.

    Raises:
        UnknownNameError: If there is no such family; the message lists those there are.
    """
    if family not in LOADERS:
        raise UnknownNameError(f"no family {family!r}; the families are {', '.join(LOADERS)}")
    return cast("Reader", importlib.import_module(LOADERS[family]).load)
