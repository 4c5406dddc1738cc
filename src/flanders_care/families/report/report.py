"""Reports on what became of a section of the coalition agreement: the family `adherence-report`.

Such a report is Markdown: a heading, the section of the agreement, the report's own words with numbered citations,
and the decisions cited, each with date, title and link.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping

import attrs

from flanders_care.budget.funding import LinesRead, read_lines
from flanders_care.diagnostics import Diagnostic, Severity, diagnostic_order
from flanders_care.documents.markdown import broken_tables, masked
from flanders_care.families.agreement import load_section
from flanders_care.families.report.citations import without_citations
from flanders_care.families.report.claims import Statement, read_statements
from flanders_care.families.report.parts import ReportParts, split_report
from flanders_care.families.report.reference_list import Reference, read_references
from flanders_care.model.actor import Actor
from flanders_care.model.claim import Claim
from flanders_care.model.corpus import Corpus, merge
from flanders_care.model.decision import Decision
from flanders_care.model.funding import FundingLine
from flanders_care.model.identity import content_id
from flanders_care.model.loaded import Loaded
from flanders_care.model.same.in_document import link_to_cited
from flanders_care.provenance import Document
from flanders_care.regex import regex

#: Where none of these stands there is no sum: most titles are not read for one.
_MONEY = regex(r"eur|€|milj|mln|mio", re.IGNORECASE)


def load(document: Document) -> Loaded:
    r"""Read a report.

    Args:
        document: The report.

    Returns:
        The commitments of the section, the claims in text order, the decisions cited, the sums in titles and claims;
        and what was not as it should be.

    Example:
        >>> references = "[0] : (2023-12-08) Convenant Flanders Make 2023-2027"
        >>> text = f"# Zorg\n\nEr kwam steun [0].\n\n# Referenties\n{references}"
        >>> loaded = load(Document(id="zorg", text=text))
        >>> [(claim.text, claim.decision_ids) for claim in loaded.corpus.claims]
        [('Er kwam steun.', ('decision:2023-12-08:convenant-flanders-make-2023-2027',))]
    """
    parts = split_report(document.text)
    titled = attrs.evolve(document, title=document.title or parts.title)
    section = load_section(titled, *parts.section) if parts.section else Loaded()
    heading = next((c.section for c in section.corpus.commitments if c.section), parts.title)
    references = read_references(titled, *parts.references) if parts.references else ()
    by_number = {reference.number: reference for reference in reversed(references)}
    statements = read_statements(titled.text, parts.body, by_number)
    claims, notes = _claims(titled, statements, by_number, heading)
    money = _money(titled, references, claims)
    corpus = Corpus(
        documents=(titled,),
        decisions=tuple(reference.decision for reference in references),
        claims=claims,
        funding_lines=money.lines,
        actors=money.actors,
    )
    diagnostics = [
        *section.diagnostics,
        *_missing(titled, parts, references),
        *(note for reference in references for note in reference.diagnostics),
        *notes,
    ]
    quoted = attrs.evolve(section.corpus, documents=())
    return Loaded(corpus=merge((quoted, corpus)), diagnostics=tuple(sorted(diagnostics, key=diagnostic_order)))


def _claims(
    document: Document, statements: Iterable[Statement], references: Mapping[int, Reference], section: str | None
) -> tuple[tuple[Claim, ...], list[Diagnostic]]:
    claims: list[Claim] = []
    notes: list[Diagnostic] = []
    uncited = 0
    for statement in statements:
        if not statement.citations:
            uncited += not statement.label
            continue
        claims.append(_claim(document, statement, references, section))
        unknown = [number for number in statement.numbers if number not in references]
        if unknown:
            message = f"{', '.join(f'[{number}]' for number in unknown)} is cited, and no reference has that number"
            notes.append(_note(document, "unknown-citation", message, statement.start, statement.end))
    if uncited:
        message = f"{uncited} statements of the report cite no decision and are no claims"
        notes.append(Diagnostic(code="uncited", severity=Severity.INFO, message=message, document_id=document.id))
    return tuple(claims), notes


def _claim(document: Document, statement: Statement, references: Mapping[int, Reference], section: str | None) -> Claim:
    cited = (references[number].decision.id for number in statement.numbers if number in references)
    return Claim(
        id=content_id("claim", document.id, statement.text, str(statement.start), readable=statement.text),
        text=statement.text,
        decision_ids=tuple(dict.fromkeys(cited)),
        section=section,
        sources=(document.source(statement.start, statement.end),),
    )


def _note(document: Document, code: str, message: str, start: int | None = None, end: int | None = None) -> Diagnostic:
    return Diagnostic(code=code, message=message, document_id=document.id, start=start, end=end)


def _missing(document: Document, parts: ReportParts, references: tuple[Reference, ...]) -> list[Diagnostic]:
    """Say which parts a report lacks, and which numbers two references share."""
    note = functools.partial(_note, document)
    notes = [note("open-block", "the block never ends", at, at + 1) for at in parts.open_blocks]
    message = "rows of the table are missing or cut; each is read as it is"
    for stretch in parts.body:
        notes += (note("broken-table", message, *table) for table in broken_tables(document.text, *stretch))
    if parts.section is None:
        notes.append(note("no-section", "the report quotes no section of the agreement, so it has no commitments"))
    if not references:
        notes.append(note("no-references", "the report has no list of references, so its claims cite nothing known"))
    seen: dict[int, Decision] = {}
    for reference in references:
        first = seen.setdefault(reference.number, reference.decision)
        if first.id != reference.decision.id:
            message = f"two references have the number [{reference.number}]; claims cite the first"
            [source] = reference.decision.sources
            notes.append(note("duplicate-reference", message, source.start, source.end))
    return notes


def _money(document: Document, references: Iterable[Reference], claims: Iterable[Claim]) -> LinesRead:
    """Sums in titles and in claims; a claim that repeats the sum of a decision it cites states the same money."""
    lines: list[FundingLine] = []
    actors: list[Actor] = []
    stated: dict[str, tuple[FundingLine, ...]] = {}
    for reference in references:
        if reference.decision.id not in stated:
            found = _read(document, reference.title_start, reference.title_end, reference.decision.id)
            stated[reference.decision.id] = found.lines
            lines += found.lines
            actors += found.actors
    for claim in claims:
        [source] = claim.sources
        owner = claim.decision_ids[0] if len(claim.decision_ids) == 1 else None
        found = _read(document, source.start, source.end, owner)
        cited = [line for decision_id in claim.decision_ids for line in stated.get(decision_id, ())]
        lines += (link_to_cited(line, cited) for line in found.lines)
        actors += found.actors
    named = {identity for line in lines for identity in (*line.payer_ids, *line.recipient_ids)}
    return LinesRead(tuple(lines), tuple(actor for actor in actors if actor.id in named))


def _read(document: Document, start: int, end: int, decision_id: str | None) -> LinesRead:
    if not _MONEY.search(document.text, start, end):
        return LinesRead((), ())
    words = masked(without_citations(document.text[start:end]))
    return read_lines(document, words=words, start=start, decision_id=decision_id)
