"""What people judge: verdicts on promises beside our trails, and corrections of what was read (Dutch: *oordeel*)."""

from __future__ import annotations

from flanders_care.exchange.assessments import (
    Judgements,
    assessments_from_csv,
    assessments_to_csv,
    corrections_from_csv,
    corrections_to_csv,
    load_assessments,
    load_corrections,
)
from flanders_care.model.assessment import Verdict
from flanders_care.model.correcting import Corrected, apply_corrections
from flanders_care.trails.judgement import Comparison, Disagreement, compare, suggest_verdict

__all__ = [
    "Comparison",
    "Corrected",
    "Disagreement",
    "Judgements",
    "Verdict",
    "apply_corrections",
    "assessments_from_csv",
    "assessments_to_csv",
    "compare",
    "corrections_from_csv",
    "corrections_to_csv",
    "load_assessments",
    "load_corrections",
    "suggest_verdict",
]
