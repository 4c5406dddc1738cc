"""What a reader could not do, said aloud: stable codes, places, and how bad it is."""

from __future__ import annotations

import enum

import attrs

from flanders_care.fields import instance_of, member, text_field
from flanders_care.provenance import Source
from flanders_care.rendering import Shown


class Severity(enum.StrEnum):
    """How bad a diagnostic is. `flanders-care check` exits with 1 when there is an `error`."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


def _severity(value: Severity | str) -> Severity:
    return member(Severity, value)


@attrs.frozen(kw_only=True)
class Diagnostic(Shown):
    """One thing that was not understood, not kept, or doubtful.

    Attributes:
        code: Stable word for the kind of trouble, such as `"broken-table"`; programs may rely on it.
        message: One sentence for a person, with the value and what to do.
        severity: `info`, `warning` or `error`.
        document_id: The document that it is about, if any.
        start: First character of the place in the document's text, if any.
        end: One past the last character.

    Example:
        >>> str(Diagnostic(code="no-commitments", message="nothing was promised", document_id="note", start=0, end=4))
        'warning no-commitments note:0-4: nothing was promised'
    """

    code: str = attrs.field(validator=text_field)
    message: str = attrs.field(validator=text_field)
    severity: Severity = attrs.field(default=Severity.WARNING, converter=_severity)
    document_id: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))
    start: int | None = attrs.field(default=None, validator=instance_of(int, optional=True))
    end: int | None = attrs.field(default=None, validator=instance_of(int, optional=True))

    @classmethod
    def at(cls, source: Source | None, code: str, message: str, severity: Severity = Severity.WARNING) -> Diagnostic:
        """Make a diagnostic about a place, or about none where no source is known."""
        found = cls(code=code, message=message, severity=severity)
        if source is None:
            return found
        return attrs.evolve(found, document_id=source.document_id, start=source.start, end=source.end)

    @property
    def place(self) -> str:
        """The document and the offsets in it in one word, as far as they are known."""
        offsets = "" if self.start is None or self.end is None else f":{self.start}-{self.end}"
        return f"{self.document_id or ''}{offsets}"

    def __str__(self) -> str:
        return f"{self.severity} {self.code}{self.place and ' '}{self.place}: {self.message}"


def diagnostic_order(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    """Sort diagnostics by document, place, code and message."""
    return (
        diagnostic.document_id or "",
        -1 if diagnostic.start is None else diagnostic.start,
        -1 if diagnostic.end is None else diagnostic.end,
        diagnostic.code,
        diagnostic.message,
    )
