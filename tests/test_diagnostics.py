"""Diagnostics: a code, a place, and how bad it is."""

from __future__ import annotations

import pytest

from flanders_care.diagnostics import Diagnostic, Severity
from flanders_care.errors import InvalidValueError


def test_as_text() -> None:
    """Severity, code, place as far as known, and the message."""
    bare = Diagnostic(code="empty", message="nothing here", severity=Severity.INFO)
    named = Diagnostic(code="empty", message="nothing here", document_id="note")
    placed = Diagnostic(code="empty", message="nothing here", document_id="note", start=3, end=9, severity="error")
    assert str(bare) == "info empty: nothing here"
    assert str(named) == "warning empty note: nothing here"
    assert str(placed) == "error empty note:3-9: nothing here"


@pytest.mark.parametrize(
    "fields", [{"code": ""}, {"message": " "}, {"severity": "fatal"}, {"document_id": 7}, {"start": "3"}, {"end": 1.5}]
)
def test_refused(fields: dict[str, object]) -> None:
    """A diagnostic without a code or message, or with a place that is none, cannot be built."""
    with pytest.raises(InvalidValueError):
        Diagnostic(**({"code": "empty", "message": "nothing"} | fields))  # type: ignore[arg-type]
