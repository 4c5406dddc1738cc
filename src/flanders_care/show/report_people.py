"""Programmes as a tree, with their pillars, partners and sums; actors by kind."""

from __future__ import annotations

from flanders_care.legible import shorten
from flanders_care.model.actor import Actor
from flanders_care.model.corpus import Corpus
from flanders_care.model.funding import FundingLine
from flanders_care.model.identity import name_key
from flanders_care.model.programme import Programme
from flanders_care.show.outline import Entry, Part


def programmes_section(corpus: Corpus) -> Part:
    """Show programmes under the programme that they are part of."""
    below: dict[str | None, list[Programme]] = {}
    known = {programme.id for programme in corpus.programmes}
    for programme in corpus.programmes:
        parent = programme.parent_id if programme.parent_id in known else None
        below.setdefault(parent, []).append(programme)
    sums: dict[str, list[FundingLine]] = {}
    for line in corpus.funding_lines:
        if line.programme_id is not None:
            sums.setdefault(line.programme_id, []).append(line)
    names = {actor.id: actor.name for actor in corpus.actors}
    roots = sorted(below.get(None, []), key=lambda p: (not below.get(p.id), not p.pillars, p.id not in sums, p.name))
    shown: set[str] = set()
    lines = [_programme_line(programme, below, sums, names, shown) for programme in roots]
    # programmes that are each other's parents hang under no root
    lines += [_programme_line(p, below, sums, names, shown) for p in corpus.programmes if p.id not in shown]
    return Part(title="Programmes", lines=tuple(lines), empty="No programme is named.")


def _programme_line(
    programme: Programme,
    below: dict[str | None, list[Programme]],
    sums: dict[str, list[FundingLine]],
    names: dict[str, str],
    shown: set[str],
) -> Entry:
    shown.add(programme.id)  # a cycle of parents is shown once, not for ever
    children = [Entry(text=f"pillar {p.order}: {p.name}", sources=p.sources) for p in programme.pillars]
    children += [
        Entry(text=f"{involved.role}: {names.get(involved.actor_id, involved.actor_id)}", sources=involved.sources)
        for involved in programme.involvements
    ]
    children += [Entry(text=funding_text(line), sources=line.sources) for line in sums.get(programme.id, [])]
    children += [
        _programme_line(child, below, sums, names, shown)
        for child in below.get(programme.id, [])
        if child.id not in shown
    ]
    return Entry(
        text=programme.name, note=_programme_note(programme), sources=programme.sources, children=tuple(children)
    )


def _programme_note(programme: Programme) -> str:
    parts = [
        str(programme.kind or ""),
        f"TRL {programme.trl[0]}-{programme.trl[1]}" if programme.trl else "",
        f"by {programme.target}" if programme.target else "",
        f"also {names}" if (names := _other_names(programme)) else "",
    ]
    return ", ".join(part for part in parts if part)


def funding_text(line: FundingLine) -> str:
    """Say a funding line in one line: sum, stage, how often, when, for what.

    Args:
        line: Any funding line.

    Returns:
        The sum, how often, its stage, its years, and what it is for.
    """
    often = {"per_year": " a year", "per_unit": " each"}.get(str(line.recurrence), "")
    years = "" if not line.years else f", {_span(line.years)}"
    stage = f", {line.stage}" if line.stage else ", stage unknown"
    subject = f": {shorten(line.subject, 120)}" if line.subject else ""
    return f"{line.amount}{often}{stage}{years}{subject}"


def _span(years: tuple[int, ...]) -> str:
    first, last = min(years), max(years)
    if len(years) > 1 and len(set(years)) == last - first + 1:
        return f"{first}-{last}"
    return ", ".join(str(year) for year in years)


def actors_section(corpus: Corpus) -> Part:
    """List actors by kind, with their other names."""
    kinds: dict[str, list[Entry]] = {}
    for actor in sorted(corpus.actors, key=lambda actor: (actor.name.casefold(), actor.id)):
        entry = Entry(text=actor.name, note=_other_names(actor), sources=actor.sources)
        kinds.setdefault(str(actor.kind or "unknown kind"), []).append(entry)
    lines = tuple(
        Entry(text=kind, note=str(len(group)), children=tuple(group)) for kind, group in sorted(kinds.items())
    )
    return Part(title="Actors", lines=lines, empty="No actor is named.")


def _other_names(record: Actor | Programme) -> str:
    """The aliases that are more than another way to write the name."""
    seen = {name_key(record.name)}
    others: list[str] = []
    for alias in sorted(record.aliases, key=lambda alias: (len(alias), alias)):
        if name_key(alias) not in seen:
            seen.add(name_key(alias))
            others.append(alias)
    return "; ".join(others)
