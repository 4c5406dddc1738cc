"""Family ``agreement-section``: one section of a coalition agreement as plain text from PDF (*regeerakkoord*).

The section is one heading and running prose, mostly on one line, with the hyphens of the PDF still in the words. What
it yields are commitments, each with its place in the raw text, and the actors and programmes that it names. ``We`` is
the government that agrees.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from flanders_care.diagnostics import Diagnostic, Severity
from flanders_care.dutch.names.find import NameMention, find_actors, find_programmes
from flanders_care.dutch.promises.reading import Promise, Setting, classify
from flanders_care.dutch.text.headings import Heading, split_heading
from flanders_care.dutch.text.repair import Repaired, repair
from flanders_care.dutch.text.sentences import split_sentences
from flanders_care.model.actor import Actor, ActorKind, actor_id
from flanders_care.model.commitment import Commitment, commitment_id
from flanders_care.model.corpus import Corpus
from flanders_care.model.loaded import Loaded
from flanders_care.model.programme import Programme, ProgrammeKind, programme_id
from flanders_care.provenance import Document, Source, merge_sources

__all__ = ["load"]

_GOVERNMENT = "Vlaamse Regering"
_WE = re.compile(r"\b[Ww](?:e|ij)\b")
_TO_SUBJECT = re.compile(
    r"(?:(?:de|het|een|deze|ook|daarnaast|bovendien|samen|als|nieuwe?|vlaamse?|agentschap|departement|minister|onze)"
    r"[ ,]{1,2}){0,5}",
    re.IGNORECASE,
)
_BY = re.compile(r"\bdoor (?:(?:de|het|een) )?$")
_SHOWN = 80


class _Section(NamedTuple):
    """A section as it is read: the raw document, its mended text, its heading and the names in it."""

    document: Document
    mended: Repaired
    heading: Heading | None
    actors: tuple[NameMention, ...]
    programmes: tuple[NameMention, ...]

    @property
    def name(self) -> str | None:
        """Number and title of the heading."""
        return None if self.heading is None else f"{self.heading.number} {self.heading.title}".strip()

    def source(self, start: int, end: int) -> Source:
        """Point at the raw text behind a stretch of the mended text."""
        return self.document.source(*self.mended.to_raw(start, end))


def load(document: Document) -> Loaded:
    """Read one section of a coalition agreement.

    Args:
        document: The section's text; offsets of what is read count in it as it is.

    Returns:
        The document, its commitments, the actors and programmes named in it; a diagnostic ``no-heading`` where it does
        not begin with a numbered heading and ``no-commitments`` where nothing is promised.

    Example:
        >>> text = "1.3 Fiets We trekken de investe-ringen verder op. Fietsen is gezond."
        >>> [c.text for c in load(Document(id="fiets", text=text)).corpus.commitments]
        ['We trekken de investeringen verder op.']
    """
    mended = repair(document.text, torn=True)
    section = _Section(
        document, mended, split_heading(mended.text), find_actors(mended.text), find_programmes(mended.text)
    )
    commitments = tuple(_read_commitments(section))
    return Loaded(
        corpus=Corpus(
            documents=(document,),
            actors=_collect_actors(section),
            programmes=_collect_programmes(section),
            commitments=commitments,
        ),
        diagnostics=tuple(_diagnose(section, commitments)),
    )


def _read_commitments(section: _Section) -> Iterable[Commitment]:
    """Yield the commitments in text order, without the heading that is glued to the first."""
    prose = section.heading.rest if section.heading else 0
    for start, end in split_sentences(section.mended.text):
        place = max(start, prose)
        if place < end:
            text = " ".join(section.mended.text[place:end].split())
            promise = classify(text, setting=Setting.AGREEMENT)
            if promise is not None:
                yield _make_commitment(section, place, end, text, promise)


def _make_commitment(section: _Section, start: int, end: int, text: str, promise: Promise) -> Commitment:
    source = section.source(start, end)
    programmes = _within(section.programmes, start, end)
    return Commitment(
        id=commitment_id(section.document.id, text, source.start),
        text=text,
        kind=promise.kind,
        section=section.name,
        deadline=promise.deadline,
        actor_ids=tuple(dict.fromkeys(actor_id(name) for name in _doers(section, start, end))),
        programme_id=programme_id(programmes[0].name) if programmes else None,
        sources=(source,),
    )


def _doers(section: _Section, start: int, end: int) -> Iterable[str]:
    """Yield who is to act: the subject of a sentence, who stands behind ``door``, the government that is ``we``."""
    text = section.mended.text
    for mention in _within(section.actors, start, end):
        before = text[start : mention.start]
        if _TO_SUBJECT.fullmatch(before) or _BY.search(before[-24:]):
            yield mention.name
    if _WE.search(text, start, end) is not None:
        yield _GOVERNMENT


def _within(mentions: tuple[NameMention, ...], start: int, end: int) -> tuple[NameMention, ...]:
    starts = [mention.start for mention in mentions]
    return mentions[bisect_left(starts, start) : bisect_left(starts, end)]


def _collect_actors(section: _Section) -> tuple[Actor, ...]:
    """Make one record of each actor; the government is one where it only says ``we``."""
    groups = _group(section.actors)
    we = _WE.search(section.mended.text)
    records = [
        Actor(
            id=actor_id(name),
            name=name,
            kind=ActorKind(group[0].kind),
            aliases=_aliases(group),
            sources=_sources(section, group),
        )
        for name, group in groups.items()
    ]
    if we is not None and _GOVERNMENT not in groups:
        source = section.source(*we.span())
        records.append(Actor(id=actor_id(_GOVERNMENT), name=_GOVERNMENT, kind=ActorKind.GOVERNMENT, sources=(source,)))
    return tuple(sorted(records, key=lambda actor: actor.id))


def _collect_programmes(section: _Section) -> tuple[Programme, ...]:
    records = (
        Programme(
            id=programme_id(name),
            name=name,
            kind=ProgrammeKind(group[0].kind),
            aliases=_aliases(group),
            sources=_sources(section, group),
        )
        for name, group in _group(section.programmes).items()
    )
    return tuple(sorted(records, key=lambda programme: programme.id))


def _group(mentions: tuple[NameMention, ...]) -> dict[str, list[NameMention]]:
    groups: dict[str, list[NameMention]] = {}
    for mention in mentions:
        groups.setdefault(mention.name, []).append(mention)
    return groups


def _aliases(group: list[NameMention]) -> tuple[str, ...]:
    spelled = {" ".join(mention.quote.split()) for mention in group}
    return tuple(sorted(spelled.union(*(mention.aliases for mention in group)) - {group[0].name}))


def _sources(section: _Section, group: list[NameMention]) -> tuple[Source, ...]:
    return merge_sources([section.source(mention.start, mention.end) for mention in group])


def _diagnose(section: _Section, commitments: tuple[Commitment, ...]) -> Iterable[Diagnostic]:
    document = section.document
    if section.heading is None:
        yield Diagnostic(
            code="no-heading",
            message="the section does not begin with a numbered heading, so its commitments have no section name",
            severity=Severity.INFO,
            document_id=document.id,
            start=0,
            end=min(len(document.text), _SHOWN),
        )
    if not commitments:
        yield Diagnostic(
            code="no-commitments",
            message="no sentence of the section promises anything",
            document_id=document.id,
            start=0,
            end=len(document.text),
        )
