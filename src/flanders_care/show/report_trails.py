"""From promise to decision to euro, what is missing on the way, and what a report's claims are worth."""

from __future__ import annotations

from flanders_care.model.corpus import Corpus
from flanders_care.show.outline import Section

__all__ = ["audit_section", "trails_section"]


def trails_section(corpus: Corpus) -> Section:
    return Section(title="From promise to decision to money")


def audit_section(corpus: Corpus) -> Section:
    return Section(title="What the claims are worth")
