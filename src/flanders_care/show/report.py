"""The report: what documents say, as one page that a policy analyst can read and follow back."""

from __future__ import annotations

from collections import Counter

from flanders_care.diagnostics import Diagnostic, Severity
from flanders_care.model.corpus import Corpus
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document
from flanders_care.show.outline import Entry, Outline, Part
from flanders_care.show.report_money import dates_section, figures_section, money_sections
from flanders_care.show.report_people import actors_section, programmes_section
from flanders_care.show.report_promises import decisions_section, promises_section
from flanders_care.show.report_trails import audit_section, trails_section


def report(loaded: Loaded, *, title: str = "What the documents say", chain: bool = True) -> Outline:
    """Lay out all that was read.

    Args:
        loaded: Facts and diagnostics, as `flanders_care.load` gives them.
        title: The heading.
        chain: Whether to follow promises to decisions and money, and to audit claims: the costly part.

    Returns:
        An outline for `to_text`, `to_markdown`, `to_page` or `to_json`.
    """
    corpus = loaded.corpus
    sections = [
        documents_section(corpus),
        programmes_section(corpus),
        actors_section(corpus),
        promises_section(corpus),
        decisions_section(corpus),
        *([trails_section(corpus), audit_section(corpus)] if chain else []),
        *money_sections(corpus),
        figures_section(corpus),
        dates_section(corpus),
        diagnostics_section(loaded.diagnostics),
    ]
    return Outline(title=title, sections=tuple(sections))


def documents_section(corpus: Corpus) -> Part:
    """List the documents; decisions of a dump are counted, not listed."""
    facts = Counter(source.document_id for record in corpus for source in getattr(record, "sources", ())[:1])
    listed = [document for document in corpus.documents if document.family != "decisions"]
    lines = [_document_line(document, facts[document.id]) for document in listed]
    rest = len(corpus.documents) - len(listed)
    if rest:
        lines.append(Entry(text=f"{rest} decisions, one document each"))
    return Part(title="Documents", lines=tuple(lines), empty="No document was read.")


def _document_line(document: Document, facts: int) -> Entry:
    about = [document.family or "unknown family", document.date, f"{len(document.text)} characters", f"{facts} facts"]
    return Entry(
        text=f"{document.id}: {document.title}" if document.title else document.id,
        note=", ".join(part for part in about if part),
        url=document.url,
    )


def empty_documents_section(corpus: Corpus) -> Part:
    """List the documents in which no fact was found."""
    told = {source.document_id for record in corpus for source in getattr(record, "sources", ())}
    bare = [document for document in corpus.documents if document.id not in told and document.family != "decisions"]
    return Part(
        title=f"Documents without facts: {len(bare)} of {len(corpus.documents)}",
        lines=tuple(_document_line(document, 0) for document in bare),
        empty="Every document gave facts.",
    )


def diagnostics_section(diagnostics: tuple[Diagnostic, ...]) -> Part:
    """Say what could not be read, kept or trusted: the worst first."""
    rank = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
    ordered = sorted(
        diagnostics, key=lambda d: (rank[d.severity], d.code, d.document_id or "", d.start or 0, d.message)
    )
    groups: dict[str, list[Entry]] = {}
    for found in ordered:
        told = f"{found.place}: {found.message}" if found.place else found.message
        groups.setdefault(f"{found.severity} {found.code}", []).append(Entry(text=told))
    lines = tuple(Entry(text=what, note=str(len(group)), children=tuple(group)) for what, group in groups.items())
    return Part(title="What could not be read", lines=lines, empty="Everything was read.")
