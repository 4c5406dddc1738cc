"""The laws of the design, as functions that anyone can apply to their own records, loaders and scorers."""

from __future__ import annotations

__all__: list[str] = []
