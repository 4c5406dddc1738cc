"""What a loader gives back: the facts, and what it could not do."""

from __future__ import annotations

import attrs

from flanders_care.diagnostics import Diagnostic, Severity
from flanders_care.fields import instance_of, tuple_of
from flanders_care.model.corpus import Corpus
from flanders_care.rendering import diagnostics_html, groups_html


@attrs.frozen(kw_only=True, repr=False)
class Loaded:
    """The corpus that was read, and the diagnostics of reading it.

    Attributes:
        corpus: Documents and facts.
        diagnostics: What was not understood, not kept or doubtful, in order of document and place.
    """

    corpus: Corpus = attrs.field(factory=Corpus, validator=instance_of(Corpus))
    diagnostics: tuple[Diagnostic, ...] = attrs.field(default=(), validator=tuple_of(Diagnostic))

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics of severity `error`."""
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR)

    def _repr_html_(self) -> str:
        """Show the corpus and the diagnostics by document and place, for notebooks."""
        return groups_html(self.corpus) + diagnostics_html(self.diagnostics)

    def __repr__(self) -> str:
        return f"<Loaded: {self.corpus!r}, {len(self.diagnostics)} diagnostics>"
