"""Family ``agreement-section``: one section of a coalition agreement as plain text from PDF (*regeerakkoord*).

The section is one heading and running prose, mostly on one line, with the hyphens of the PDF still in the words. What
it yields beside what every document does are commitments, each with its place in the raw text, and money that is
announced. ``We`` is the government that agrees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flanders_care.diagnostics import Diagnostic, Severity
from flanders_care.dutch.promises.reading import Promise, Setting, classify
from flanders_care.model.actor import Actor, ActorKind, actor_id
from flanders_care.model.commitment import Commitment, commitment_id
from flanders_care.model.loaded import Loaded
from flanders_care.model.programme import programme_id
from flanders_care.provenance import Document
from flanders_care.reading.assemble import Parts, assemble
from flanders_care.reading.facts import Facts, facts_of
from flanders_care.reading.running_text import Sentence, read_section
from flanders_care.regex import regex

FAMILY = "agreement-section"

_GOVERNMENT = "Vlaamse Regering"
_WE = regex(r"\b[Ww](?:e|ij)\b")
_TO_SUBJECT = regex(
    r"(?:(?:de|het|een|deze|ook|daarnaast|bovendien|samen|als|nieuwe?|vlaamse?|agentschap|departement|minister|onze)"
    r"[ ,]{1,2}){0,5}",
    re.IGNORECASE,
)
_BY = regex(r"\bdoor (?:(?:de|het|een) )?$")
_SHOWN = 80


def load(document: Document) -> Loaded:
    """Read one section of a coalition agreement.

    Args:
        document: The section's text; offsets of what is read count in it as it is.

    Returns:
        The document, its commitments, announced sums, figures, actors and programmes; a diagnostic ``no-heading``
        where it does not begin with a numbered heading and ``no-commitments`` where nothing is promised.

    Example:
        >>> text = "1.3 Fiets We trekken de investe-ringen verder op. Fietsen is gezond."
        >>> [c.text for c in load(Document(id="fiets", text=text)).corpus.commitments]
        ['We trekken de investeringen verder op.']
    """
    return load_section(document, 0, len(document.text))


def load_section(document: Document, start: int, end: int) -> Loaded:
    """Read a section that a document quotes, as `load` reads one that stands alone.

    Args:
        document: The document that quotes it.
        start: First character of the section.
        end: One past the last.

    Returns:
        As `load`; all sources point into the document.
    """
    facts = facts_of(read_section(document, start, end))
    commitments = tuple(_read_commitments(facts, start))
    parts = Parts(
        family=FAMILY,
        actors=_government(facts),
        commitments=commitments,
        announced=True,
        diagnostics=_diagnose(facts, commitments, start, end),
    )
    return assemble(facts, parts)


def _read_commitments(facts: Facts, start: int) -> Iterator[Commitment]:
    """Yield the commitments in text order; the heading that is glued to the first promises nothing."""
    for sentence in facts.reading.prose:
        text = " ".join(sentence.text.split())
        promise = classify(text, setting=Setting.AGREEMENT)
        if promise is not None:
            yield _make_commitment(facts, sentence, text, promise, start)


def _make_commitment(facts: Facts, sentence: Sentence, text: str, promise: Promise, start: int) -> Commitment:
    sources = facts.sources(sentence.start, sentence.end)
    programmes = facts.programmes.within(sentence.start, sentence.end)
    return Commitment(
        id=commitment_id(facts.reading.document.id, text, sources[0].start - start),
        text=text,
        kind=promise.kind,
        section=facts.reading.section_name(sentence.start),
        deadline=promise.deadline,
        actor_ids=tuple(dict.fromkeys(actor_id(name) for name in _doers(facts, sentence))),
        programme_id=programme_id(programmes[0].name) if programmes else None,
        sources=sources,
    )


def _doers(facts: Facts, sentence: Sentence) -> Iterator[str]:
    """Yield who is to act: the subject of a sentence, who stands behind ``door``, the government that is ``we``."""
    for mention in facts.actors.within(sentence.start, sentence.end):
        before = sentence.text[: mention.start - sentence.start]
        if _TO_SUBJECT.fullmatch(before) or _BY.search(before[-24:]):
            yield mention.name
    if _WE.search(sentence.text) is not None:
        yield _GOVERNMENT


def _government(facts: Facts) -> tuple[Actor, ...]:
    """The government where it only says ``we``."""
    we = _WE.search(facts.reading.text)
    if we is None or any(mention.name == _GOVERNMENT for mention in facts.actors):
        return ()
    sources = facts.sources(*we.span())
    return (Actor(id=actor_id(_GOVERNMENT), name=_GOVERNMENT, kind=ActorKind.GOVERNMENT, sources=sources),)


def _diagnose(facts: Facts, commitments: tuple[Commitment, ...], start: int, end: int) -> Iterator[Diagnostic]:
    document_id = facts.reading.document.id
    if not facts.reading.layout.sections:
        code, severity, shown = "no-heading", Severity.INFO, min(end, start + _SHOWN)
        message = "the section does not begin with a numbered heading, so its commitments have no section name"
        yield Diagnostic(code=code, message=message, severity=severity, document_id=document_id, start=start, end=shown)
    if not commitments:
        message = "no sentence of the section promises anything"
        yield Diagnostic(code="no-commitments", message=message, document_id=document_id, start=start, end=end)
