"""Reports on what became of a section of the coalition agreement: the family `adherence-report`.

Such a report is Markdown: a heading, the section of the agreement, the report's own words with numbered citations,
and the decisions cited, each with date, title and link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import attrs

from flanders_care.budget.funding import document_lines
from flanders_care.diagnostics import Diagnostic, Severity, diagnostic_order
from flanders_care.documents.markdown import broken_tables, masked
from flanders_care.families import agreement
from flanders_care.families.report.citations import without_citations
from flanders_care.families.report.claims import Statement, read_statements
from flanders_care.families.report.parts import ReportParts, split_report
from flanders_care.families.report.reference_list import Reference, read_references
from flanders_care.families.report.shifting import shifted
from flanders_care.model.claim import Claim
from flanders_care.model.corpus import Corpus
from flanders_care.model.decision import Decision
from flanders_care.model.funding import FundingLine
from flanders_care.model.identity import content_id
from flanders_care.model.loaded import Loaded
from flanders_care.model.merging import merge
from flanders_care.provenance import Document

__all__ = ["load"]

#: Where none of these stands there is no sum: most titles are not read for one.
_MONEY = re.compile(r"eur|€|milj|mln|mio", re.IGNORECASE)


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
    section = _section(titled, parts)
    references = read_references(titled, *parts.references) if parts.references else ()
    by_number = _by_number(references)
    statements = read_statements(titled.text, parts.body, by_number)
    claims, notes = _claims(titled, statements, by_number, _heading(section, parts))
    lines = _funding_lines(titled, references, claims)
    corpus = Corpus(
        documents=(titled,),
        decisions=tuple(reference.decision for reference in references),
        claims=claims,
        funding_lines=lines,
    )
    diagnostics = [
        *section.diagnostics,
        *_missing(titled, parts, references),
        *(note for reference in references for note in reference.diagnostics),
        *notes,
    ]
    return Loaded(corpus=merge((section.corpus, corpus)), diagnostics=tuple(sorted(diagnostics, key=diagnostic_order)))


def _section(document: Document, parts: ReportParts) -> Loaded:
    """Read the section of the agreement in the report, as the reader of such sections does."""
    if parts.section is None:
        return Loaded()
    start, end = parts.section
    quoted = attrs.evolve(document, text=document.text[start:end], family="agreement-section")
    return shifted(agreement.load(quoted), document, start)


def _heading(section: Loaded, parts: ReportParts) -> str | None:
    return next((c.section for c in section.corpus.commitments if c.section), parts.title)


def _by_number(references: Iterable[Reference]) -> Mapping[int, Reference]:
    found: dict[int, Reference] = {}
    for reference in references:
        found.setdefault(reference.number, reference)
    return found


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
            notes.append(_unknown_citation(document, statement, unknown))
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


def _unknown_citation(document: Document, statement: Statement, unknown: list[int]) -> Diagnostic:
    return Diagnostic(
        code="unknown-citation",
        message=f"{', '.join(f'[{number}]' for number in unknown)} is cited, and no reference has that number",
        document_id=document.id,
        start=statement.start,
        end=statement.end,
    )


def _missing(document: Document, parts: ReportParts, references: tuple[Reference, ...]) -> list[Diagnostic]:
    """Say which parts a report lacks, and which numbers two references share."""

    def note(code: str, message: str, start: int | None = None, end: int | None = None) -> Diagnostic:
        return Diagnostic(code=code, message=message, document_id=document.id, start=start, end=end)

    notes = [note("open-block", "the block never ends", at, at + 1) for at in parts.open_blocks]
    for stretch in parts.body:
        for start, end in broken_tables(document.text, *stretch):
            notes.append(
                note("broken-table", "rows of the table are missing or cut; each is read as it is", start, end)
            )
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


def _funding_lines(
    document: Document, references: Iterable[Reference], claims: Iterable[Claim]
) -> tuple[FundingLine, ...]:
    """Sums in titles and in claims; a claim that repeats the sum of a decision it cites states the same money."""
    lines: list[FundingLine] = []
    stated: dict[str, list[FundingLine]] = {}
    for reference in references:
        found = _lines_in(document, reference.title_start, reference.title_end, reference.decision.id)
        if reference.decision.id not in stated:
            stated[reference.decision.id] = list(found)
            lines.extend(found)
    for claim in claims:
        [source] = claim.sources
        owner = claim.decision_ids[0] if len(claim.decision_ids) == 1 else None
        found = _lines_in(document, source.start, source.end, owner)
        lines.extend(_linked(line, claim, stated) for line in found)
    return tuple(lines)


def _lines_in(document: Document, start: int, end: int, decision_id: str | None) -> tuple[FundingLine, ...]:
    if not _MONEY.search(document.text, start, end):
        return ()
    quoted = attrs.evolve(document, text=masked(without_citations(document.text[start:end])))
    found = document_lines(quoted, decision_id=decision_id)
    moved = shifted(Loaded(corpus=Corpus(documents=(quoted,), funding_lines=found)), document, start)
    return moved.corpus.funding_lines


def _linked(line: FundingLine, claim: Claim, stated: Mapping[str, list[FundingLine]]) -> FundingLine:
    """Let a sum that a cited title states say so; who pays and receives is what the title says, not the prose."""
    for decision_id in claim.decision_ids:
        for other in stated.get(decision_id, ()):
            if other.amount.value == line.amount.value and other.amount.currency == line.amount.currency:
                return attrs.evolve(
                    line,
                    same_as=other.id,
                    decision_id=decision_id,
                    payer_ids=other.payer_ids,
                    recipient_ids=other.recipient_ids,
                )
    return line
