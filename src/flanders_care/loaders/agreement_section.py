"""Family ``agreement-section``: one section of a coalition agreement as plain text from PDF (*regeerakkoord*).

The section is one heading and running prose, mostly on one line, with the hyphens of the PDF still in the words. What
it yields are commitments, each with its place in the raw text, and the actors and programmes that it names.
"""

from __future__ import annotations

from flanders_care.diagnostics import Diagnostic, Severity
from flanders_care.dutch.promises import Promise, Setting, classify
from flanders_care.dutch.repair import Repaired, repair
from flanders_care.dutch.sentences import Heading, split_heading, split_sentences
from flanders_care.model.commitment import Commitment, commitment_id
from flanders_care.model.corpus import Corpus
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document

__all__ = ["load", "read_commitments"]


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
    heading = split_heading(mended.text)
    commitments = read_commitments(document, mended, heading)
    return Loaded(
        corpus=Corpus(documents=(document,), commitments=commitments),
        diagnostics=_diagnose(document, heading, commitments),
    )


def read_commitments(document: Document, mended: Repaired, heading: Heading | None) -> tuple[Commitment, ...]:
    """Read the commitments of a section.

    Args:
        document: The raw section.
        mended: Its text with broken words joined.
        heading: Its heading in the mended text, if it has one.

    Returns:
        The commitments in text order, without the heading that is glued to the first.
    """
    first = heading.rest if heading else 0
    section = _section_name(heading)
    found: list[Commitment] = []
    for start, end in split_sentences(mended.text):
        place = max(start, first)
        if place >= end:
            continue
        text = " ".join(mended.text[place:end].split())
        promise = classify(text, setting=Setting.AGREEMENT)
        if promise is not None:
            found.append(_commitment(document, text, promise, section, mended.to_raw(place, end)))
    return tuple(found)


def _section_name(heading: Heading | None) -> str | None:
    return None if heading is None else f"{heading.number} {heading.title}".strip()


def _commitment(
    document: Document, text: str, promise: Promise, section: str | None, place: tuple[int, int]
) -> Commitment:
    return Commitment(
        id=commitment_id(document.id, text, place[0]),
        text=text,
        kind=promise.kind,
        section=section,
        deadline=promise.deadline,
        sources=(document.source(*place),),
    )


def _diagnose(
    document: Document, heading: Heading | None, commitments: tuple[Commitment, ...]
) -> tuple[Diagnostic, ...]:
    found: list[Diagnostic] = []
    if heading is None:
        found.append(
            Diagnostic(
                code="no-heading",
                message="the section does not begin with a numbered heading, so its commitments have no section name",
                severity=Severity.INFO,
                document_id=document.id,
                start=0,
                end=min(len(document.text), 80),
            )
        )
    if not commitments:
        found.append(
            Diagnostic(
                code="no-commitments",
                message="no sentence of the section promises anything",
                document_id=document.id,
                start=0,
                end=len(document.text),
            )
        )
    return tuple(found)
