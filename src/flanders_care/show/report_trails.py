"""From promise to decision to euro, what is missing on the way, and what a report's claims are worth."""

from __future__ import annotations

from collections import Counter

from flanders_care.auditing.auditor import audit
from flanders_care.auditing.findings import FindingCode
from flanders_care.dossier.dossier import Dossier
from flanders_care.legible import shorten
from flanders_care.model.commitment import Commitment
from flanders_care.model.corpus import Corpus
from flanders_care.show.outline import Entry, Outline, Part
from flanders_care.show.report_people import funding_text
from flanders_care.trails.following import follow
from flanders_care.trails.records import Trail, Trails, is_section

_AGREEMENT = ("agreement-section", "adherence-report")
#: With fewer sections than this there is nothing to weigh a promise against.
_SECTIONS = 10
#: Lines of one kind of gap that are listed; the rest is counted.
_MOST = 30


def followed(corpus: Corpus, *, section: str | None = None, threshold: float | None = None) -> Trails:
    """Follow the firm promises of a corpus to its decisions; with a section, those of that section only.

    Args:
        corpus: Promises and decisions.
        section: Number (`"1.2.5"`) or heading of a section, or `None` for all.
        threshold: From which score on a decision counts, in 0..1; that of the profile if not given.
    """
    firm = [c for c in corpus.commitments if c.kind is None or c.kind.firm]
    asked = [c for c in firm if section is None or in_section(c, section)]
    return follow(asked, corpus.decisions, threshold=threshold, background=agreement_promises(corpus))


def agreement_promises(corpus: Corpus) -> tuple[Commitment, ...] | None:
    """The promises that scores are weighed against: those of a coalition agreement of which enough sections are here.

    Plans of programmes are left out: they speak of the same things as the promises that they carry out.
    """
    families = {document.id: document.family for document in corpus.documents}
    found = tuple(c for c in corpus.commitments if c.sources and families.get(c.sources[0].document_id) in _AGREEMENT)
    return found if len({c.section for c in found}) >= _SECTIONS else None


def in_section(commitment: Commitment, section: str) -> bool:
    """Whether a promise stands under a heading, named by its number (`"1.2.5"`) or whole."""
    return is_section(commitment.section or "", section)


def trails_section(corpus: Corpus) -> Part:
    """Show the chain for each promise that has a decision, then the gaps; left out where there are no decisions."""
    title = "From promise to decision to money"
    if not corpus.decisions or not corpus.commitments:
        return Part(title=title)
    trails = followed(corpus)
    lines = tuple(trail_line(trail) for trail in trails if not trail.empty)
    return Part(
        title=title,
        intro=f"Firm promises, looked for {trails.search}. A score says how well words fit, it is no verdict.",
        lines=(*lines, *gap_lines(trails)),
    )


def follow_outline(corpus: Corpus, *, section: str | None = None, threshold: float | None = None) -> Outline:
    """Lay out the trail of each firm promise, and the gaps.

    Args:
        corpus: Promises and decisions.
        section: Number or heading of a section, or `None` for all.
        threshold: From which score on a decision counts, in 0..1; that of the profile if not given.
    """
    trails = followed(corpus, section=section, threshold=threshold)
    reached = sum(not trail.empty for trail in trails)
    chain = Part(
        title=f"{reached} of {len(trails)} firm promises have a decision",
        intro=f"Looked for {trails.search}.",
        lines=tuple(trail_line(trail) for trail in trails if not trail.empty),
        empty="No decision was found for any of them." if len(trails) else "There is no firm promise to follow.",
    )
    gaps = Part(title="What is missing", lines=gap_lines(trails), empty="Nothing is missing.")
    return Outline(title="From promise to decision to money", sections=(chain, gaps))


def trail_line(trail: Trail) -> Entry:
    """One promise with its dossiers, their steps and their money."""
    scored = zip(trail.dossiers, trail.scores, strict=True)
    counted = [Entry(text=f"+ {funding_text(line)}", sources=line.sources) for line in trail.total.counted]
    return Entry(
        text=shorten(trail.commitment.text, 200),
        note=str(trail),
        sources=trail.commitment.sources,
        children=(*(_dossier_line(dossier, score) for dossier, score in scored), *counted),
    )


def _dossier_line(dossier: Dossier, score: float) -> Entry:
    steps = tuple(
        Entry(
            text=f"{decision.date or 'undated'} {shorten(decision.title, 160)}",
            note=str(decision.step or ""),
            url=decision.url,
            sources=decision.sources,
        )
        for decision in dossier.decisions
    )
    if len(steps) == 1:
        return Entry(
            text=f"{score:.2f} {steps[0].text}", note=steps[0].note, url=steps[0].url, sources=steps[0].sources
        )
    return Entry(text=f"{score:.2f} a file of {len(steps)} decisions, as far as {dossier.step}", children=steps)


def gap_lines(trails: Trails) -> tuple[Entry, ...]:
    """What is missing: promises without decision, without money, money without promise, and possible reversals."""
    groups = (
        (f"No decision found for {len(trails.gaps)} promises", [_promise(t) for t in trails.gaps]),
        (f"Decisions but no sum for {len(trails.without_money)} promises", [_promise(t) for t in trails.without_money]),
        (
            f"Money in {len(trails.without_promise)} dossiers that serve none of these promises",
            [
                Entry(text=shorten(one.dossier.decisions[-1].title, 160), note=str(one.total.amount))
                for one in trails.without_promise
            ],
        ),
        (
            f"{len(trails.diagnostics)} points for a person to judge",
            [Entry(text=diagnostic.message, note=diagnostic.code) for diagnostic in trails.diagnostics],
        ),
    )
    return tuple(Entry(text=text, children=_some(lines)) for text, lines in groups if lines)


def _promise(trail: Trail) -> Entry:
    return Entry(text=shorten(trail.commitment.text, 160), sources=trail.commitment.sources)


def _some(lines: list[Entry]) -> tuple[Entry, ...]:
    more = [Entry(text=f"and {len(lines) - _MOST} more")] if len(lines) > _MOST else []
    return (*lines[:_MOST], *more)


def audit_section(corpus: Corpus) -> Part:
    """Show for each claim what the audit found; left out where no claim cites a decision."""
    found: dict[str, list[Entry]] = {}
    codes: Counter[FindingCode] = Counter()
    for finding in audit(corpus):
        codes[finding.code] += 1
        entry = Entry(text=finding.message, note=str(finding.code).replace("_", " "), sources=finding.sources)
        found.setdefault(finding.claim_id, []).append(entry)
    lines = tuple(
        Entry(
            text=f"“{shorten(claim.text, 200)}”",
            note=", ".join(sorted({entry.note for entry in found[claim.id]})),
            sources=claim.sources,
            children=tuple(found[claim.id]),
        )
        for claim in corpus.claims
        if claim.id in found
    )
    told = ", ".join(f"{codes[code]} {str(code).replace('_', ' ')}" for code in FindingCode if codes[code])
    intro = f"{len(lines)} claims: {told}. An audit points, a person judges." if lines else ""
    return Part(title="What the claims are worth", intro=intro, lines=lines)
