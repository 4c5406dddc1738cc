"""Reading documents: one module a family, the one that tells families apart, and the entry points."""

from __future__ import annotations

from flanders_care.families.recognition import FAMILIES, recognise
from flanders_care.loading.entry import Progress, load, load_many, load_seeds, load_text

__all__ = ["FAMILIES", "Progress", "load", "load_many", "load_seeds", "load_text", "recognise"]
