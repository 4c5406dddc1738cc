"""Promises with who and by when; decisions with the claims that cite them."""

from __future__ import annotations

from flanders_care.model.claim import Claim
from flanders_care.model.commitment import Commitment
from flanders_care.model.corpus import Corpus
from flanders_care.model.decision import Decision
from flanders_care.show.outline import Entry, Part

#: Decisions that no claim cites are listed up to here: a dump holds thousands.
_MOST_DECISIONS = 40


def promises_section(corpus: Corpus) -> Part:
    """Show promises under the document and heading where they stand."""
    groups: dict[tuple[str, str], list[Entry]] = {}
    names = {actor.id: actor.name for actor in corpus.actors} | {p.id: p.name for p in corpus.programmes}
    for commitment in corpus.commitments:
        place = commitment.sources[0].document_id if commitment.sources else "no source"
        entry = Entry(text=commitment.text, note=promise_note(commitment, names), sources=commitment.sources)
        groups.setdefault((place, commitment.section or "no heading"), []).append(entry)
    lines = tuple(
        Entry(text=section, note=f"{place}, {len(group)}", children=tuple(group))
        for (place, section), group in groups.items()
    )
    firm = sum(c.kind is not None and c.kind.firm for c in corpus.commitments)
    intro = (
        f"{len(corpus.commitments)} in all: {firm} firm, {len(corpus.commitments) - firm} soft or of unknown strength."
    )
    return Part(title="Promises", intro=intro if lines else "", lines=lines, empty="Nothing is promised.")


def promise_note(commitment: Commitment, names: dict[str, str]) -> str:
    """Say how firmly, by when and by whom something is promised.

    Args:
        commitment: Any commitment.
        names: Names by id, of actors and programmes.
    """
    who = ", ".join(names.get(identity, identity) for identity in commitment.actor_ids)
    programme = names.get(commitment.programme_id, commitment.programme_id) if commitment.programme_id else ""
    parts = [
        str(commitment.kind).replace("_", " ") if commitment.kind else "",
        f"by {commitment.deadline}" if commitment.deadline else "",
        f"who: {who}" if who else "",
        f"in: {programme}" if programme else "",
    ]
    return "; ".join(part for part in parts if part)


def decisions_section(corpus: Corpus) -> Part:
    """Show decisions by date, those that claims cite with the claims; of the rest no more than a page."""
    citing: dict[str, list[Claim]] = {}
    for claim in corpus.claims:
        for identity in claim.decision_ids:
            citing.setdefault(identity, []).append(claim)
    cited = [decision for decision in corpus.decisions if decision.id in citing]
    others = [decision for decision in corpus.decisions if decision.id not in citing]
    lines = [_decision_line(decision, citing.get(decision.id, [])) for decision in (*cited, *others[:_MOST_DECISIONS])]
    if len(others) > _MOST_DECISIONS:
        lines.append(Entry(text=f"and {len(others) - _MOST_DECISIONS} more decisions that no claim cites"))
    loose = [claim for claim in corpus.claims if not claim.decision_ids]
    if loose:
        children = tuple(Entry(text=claim.text, sources=claim.sources) for claim in loose)
        lines.append(Entry(text="Claims that cite no decision", note=str(len(loose)), children=children))
    return Part(title="Decisions and the claims that cite them", lines=tuple(lines), empty="No decision is named.")


def _decision_line(decision: Decision, claims: list[Claim]) -> Entry:
    day = "undated" if decision.date is None else decision.date.isoformat()
    about = [decision.kind or "", str(decision.step or "")]
    return Entry(
        text=f"{day} {decision.title}",
        note=", ".join(part for part in about if part),
        url=decision.url,
        sources=decision.sources,
        children=tuple(Entry(text=f"“{claim.text}”", note="claim", sources=claim.sources) for claim in claims),
    )
