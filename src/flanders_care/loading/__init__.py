"""Files and folders in, one corpus out."""

from __future__ import annotations

from flanders_care.loading.entry import Progress, load, load_many, load_seeds, load_text

__all__ = ["Progress", "load", "load_many", "load_seeds", "load_text"]
