"""What hypothesis calls when it is imported: it learns which strategy draws which class, and no more than that.

The strategies themselves are imported when the first of them is drawn from.
"""

from __future__ import annotations

import functools
import importlib
from typing import Any

_STRATEGIES: dict[str, tuple[str, str]] = {
    "actors": ("flanders_care.model.actor", "Actor"),
    "amounts": ("flanders_care.money", "Amount"),
    "claims": ("flanders_care.model.claim", "Claim"),
    "commitments": ("flanders_care.model.commitment", "Commitment"),
    "corpora": ("flanders_care.model.corpus", "Corpus"),
    "decisions": ("flanders_care.model.decision", "Decision"),
    "diagnostics": ("flanders_care.diagnostics", "Diagnostic"),
    "funding_lines": ("flanders_care.model.funding", "FundingLine"),
    "indicators": ("flanders_care.model.indicator", "Indicator"),
    "involvements": ("flanders_care.model.programme", "Involvement"),
    "loaded": ("flanders_care.model.loaded", "Loaded"),
    "partial_dates": ("flanders_care.period", "PartialDate"),
    "pillars": ("flanders_care.model.programme", "Pillar"),
    "plain_documents": ("flanders_care.provenance", "Document"),
    "programmes": ("flanders_care.model.programme", "Programme"),
    "sources": ("flanders_care.provenance", "Source"),
}


def _draw(name: str, cls: type[Any]) -> Any:
    strategies = importlib.import_module("flanders_care.testing.strategies")
    return getattr(strategies, name)()


def register() -> None:
    """Register every record with hypothesis, so that `st.from_type(flanders_care.Decision)` just works."""
    from hypothesis.strategies import register_type_strategy

    for name, (module, class_name) in _STRATEGIES.items():
        cls = getattr(importlib.import_module(module), class_name)
        register_type_strategy(cls, functools.partial(_draw, name))
