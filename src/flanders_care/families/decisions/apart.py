"""Decisions that share an id but not their content are kept apart, each with a document of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import attrs

from flanders_care.budget.funding import document_lines
from flanders_care.diagnostics import Diagnostic
from flanders_care.model.decision import Decision
from flanders_care.model.funding import FundingLine
from flanders_care.provenance import Document

__all__ = ["keep_apart", "own_lines", "with_source"]


def keep_apart(decisions: Iterable[Decision]) -> tuple[tuple[Decision, ...], tuple[Diagnostic, ...]]:
    """Give decisions that share an id but not their content different ids.

    The same content twice is one decision. Of different contents the richest keeps the id; each other gets a suffix
    made from its content, so the result does not depend on the order.

    Args:
        decisions: Decisions; a new id takes their sources away.

    Returns:
        The decisions in the order given, each content once, and a diagnostic `duplicate-id` for each new id.
    """
    variants: dict[str, dict[Decision, None]] = {}
    for decision in decisions:
        variants.setdefault(decision.id, {})[decision] = None
    kept: list[Decision] = []
    diagnostics: list[Diagnostic] = []
    for group in variants.values():
        first = min(group, key=_richest) if len(group) > 1 else None
        for decision in group:
            if first is None or decision is first:
                kept.append(decision)
                continue
            renamed = _renamed(decision)
            kept.append(renamed)
            diagnostics.append(_duplicate(first, renamed))
    return tuple(kept), tuple(diagnostics)


def _richest(decision: Decision) -> tuple[int, str]:
    known = sum(value is not None for value in (decision.date, decision.kind, decision.url))
    return (-len(decision.title) - len(decision.text) - known, _content(decision))


def _content(decision: Decision) -> str:
    return repr((decision.title, decision.text, decision.date, decision.kind, decision.url, decision.actor_ids))


def _renamed(decision: Decision) -> Decision:
    digest = hashlib.sha256(_content(decision).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return attrs.evolve(decision, id=f"{decision.id}~{digest}", sources=())


def with_source(decision: Decision, document: Document) -> Decision:
    """Let a decision of the government's site point at the whole of its own document."""
    return attrs.evolve(decision, sources=(document.source(0, len(document.text)),))


def own_lines(decision: Decision, document: Document) -> tuple[FundingLine, ...]:
    """Read the funding lines that a decision states in its own document."""
    return document_lines(document, decision_id=decision.id)


def _duplicate(first: Decision, renamed: Decision) -> Diagnostic:
    return Diagnostic(
        code="duplicate-id",
        message=f"the id {first.id!r} stands on different contents; this one is kept as {renamed.id!r}",
        document_id=f"{renamed.id}#text",
    )
