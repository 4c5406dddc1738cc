"""Decisions that share an id but not their words are kept apart, each with a document and lines of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from flanders_care.diagnostics import Diagnostic
from flanders_care.model.decision import Decision, decision_document
from flanders_care.model.funding import FundingLine, line_id
from flanders_care.model.identity import digest
from flanders_care.model.references import follow
from flanders_care.provenance import Document

_TEXT = decision_document(Decision(id="-", title="-")).id.removeprefix("-")


def keep_apart(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Give decisions that share an id but not their words different ids.

    Of different words the longest keep the id; each other decision gets a suffix made from its words, so the result
    does not depend on the order, nor on how the decisions are split over files.

    Args:
        decisions: Decisions without sources, as they were read.

    Returns:
        The decisions in the order given, each once.
    """
    documents = {decision: decision_document(decision) for decision in decisions}
    names = _new_ids(documents.values())
    return tuple(
        attrs.evolve(decision, id=names.get((document.id, document.text), decision.id))
        for decision, document in documents.items()
    )


def duplicates(documents: Iterable[Document]) -> tuple[Diagnostic, ...]:
    """Say which decisions share an id but not their words: a diagnostic `duplicate-id` for each new id.

    Args:
        documents: The documents of decisions, under the ids that they share; any others are passed over.
    """
    return tuple(
        Diagnostic(
            code="duplicate-id",
            message=f"the id {old.removesuffix(_TEXT)!r} stands on different contents; this one is kept as {new!r}",
            document_id=f"{new}{_TEXT}",
        )
        for (old, _), new in _new_ids(documents).items()
    )


def groups_apart(parts: Sequence[Mapping[str, Sequence[Any]]]) -> list[Mapping[str, Sequence[Any]]]:
    """Do the same for decisions that were read apart, with all that was read in them.

    Args:
        parts: The records of each corpus, by the name of their group.

    Returns:
        The parts; those that hold a decision with a new id in a copy that names it so everywhere.
    """
    names = _new_ids(document for part in parts for document in part.get("documents", ()))
    return [_renamed(part, names) for part in parts] if names else list(parts)


def _new_ids(documents: Iterable[Document]) -> dict[tuple[str, str], str]:
    """Find the documents of decisions that share an id but not the text: the decision's new id by both."""
    texts: dict[str, dict[str, None]] = {}
    for document in documents:
        if document.id.endswith(_TEXT):
            texts.setdefault(document.id, {})[document.text] = None
    return {
        (identity, text): f"{identity.removesuffix(_TEXT)}~{digest(text)}"
        for identity, variants in texts.items()
        if len(variants) > 1
        for text in sorted(variants, key=lambda text: (-len(text), text))[1:]
    }


def _renamed(part: Mapping[str, Sequence[Any]], names: Mapping[tuple[str, str], str]) -> Mapping[str, Sequence[Any]]:
    found = {d.id: names[d.id, d.text] for d in part.get("documents", ()) if (d.id, d.text) in names}
    if not found:
        return part
    renamed = {old: f"{new}{_TEXT}" for old, new in found.items()}
    renamed |= {old.removesuffix(_TEXT): new for old, new in found.items()}
    renamed |= {line.id: _line_id(line, renamed) for line in part.get("funding_lines", ())}
    return {
        name: [
            attrs.evolve(follow(record, renamed), id=renamed[record.id])
            if record.id in renamed
            else follow(record, renamed)
            for record in records
        ]
        for name, records in part.items()
    }


def _line_id(line: FundingLine, renamed: Mapping[str, str]) -> str:
    """Name a line as if it had been read in the decision under its new id."""
    own = [source for source in line.sources if source.document_id in renamed]
    return line_id(renamed[own[0].document_id].removesuffix(_TEXT), own[0].quote, own[0].start) if own else line.id
