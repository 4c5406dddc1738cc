"""Sums by programme, year or any other key, each stage apart, with what was not added."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flanders_care.budget.groups import aggregate
from flanders_care.errors import NotAddableError
from flanders_care.model.corpus import Corpus
from flanders_care.model.totals_by_key import Aggregate
from flanders_care.show.outline import Entry, Outline, Part, Table
from flanders_care.show.report_money import by_stage, total_cells, total_lines

BUDGET_KEYS = ("programme", "year", "payer", "recipient", "stage", "decision", "document")
"""What sums can be grouped by from the command line."""


def budget_outline(corpus: Corpus, *, by: str, stages: Iterable[str] = (), proof: bool = False) -> Outline:
    """Lay out the sums of a corpus by a key.

    Args:
        corpus: Where the funding lines are.
        by: One of `BUDGET_KEYS`.
        stages: The stages to show, each by itself; none means all that occur.
        proof: Whether each group is followed by the lines that were added and left out.

    Returns:
        One section a stage and currency.
    """
    sections = [_section(label, found, corpus, by, proof) for label, found in _by_stage(corpus, by, tuple(stages))]
    nothing = Part(title="Sums", empty="No sum of that stage is stated.")
    return Outline(title=f"Sums by {by}, each euro once", sections=tuple(sections) or (nothing,))


def budget_rows(corpus: Corpus, *, by: str, stages: Iterable[str] = ()) -> list[dict[str, Any]]:
    """The same as plain rows for a table: stage, key, sum and bounds in euro, lines, lines left out."""
    return [
        {
            "stage": label,
            by: _name(key, corpus),
            "sum": None if found.amount is None else found.amount.value,
            "low": None if found.amount is None else found.amount.floor,
            "high": None if found.amount is None else found.amount.ceiling,
            "currency": None if found.amount is None else found.amount.currency,
            "open_ended": found.open_ended,
            "counted": len(found.counted),
            "left_out": len(found.left_out),
        }
        for label, groups in _by_stage(corpus, by, tuple(stages))
        for key, found in groups.items()
    ]


def _by_stage(corpus: Corpus, by: str, stages: tuple[str, ...]) -> list[tuple[str, Aggregate]]:
    return [
        (f"{label}, {currency}", aggregate(lines, by=_key(by), programmes=corpus.programmes))
        for label, currency, lines in by_stage(corpus.funding_lines)
        if not stages or label in stages
    ]


def _key(by: str) -> Any:
    if by not in BUDGET_KEYS:
        raise NotAddableError(f"sums cannot be grouped by {by!r}; choose one of {', '.join(BUDGET_KEYS)}")
    return by


def _name(key: object, corpus: Corpus) -> str:
    """The name behind an id; other keys are told as they are."""
    if key is None:
        return "not stated"
    record = corpus.get(str(key))
    return str(getattr(record, "name", None) or getattr(record, "title", None) or key)


def _section(label: str, found: Aggregate, corpus: Corpus, by: str, proof: bool) -> Part:
    groups = list(found.items())
    if found.grand is not None:
        groups.append(("all, each euro once", found.grand))
    names = [_name(key, corpus) for key, _ in groups]
    table = Table(
        columns=(by, "Sum €", "Bounds", "Lines", "Not added"),
        rows=tuple(Entry(text=name) for name in names),
        cells=tuple(total_cells(total, len(total.counted) + len(total.left_out)) for _, total in groups),
    )
    lines = [Entry(text=name, children=total_lines(total)) for name, (_, total) in zip(names, groups, strict=True)]
    shared = [
        Entry(text=f"counted in its group, not again in all: {item.line.amount}", note=str(item))
        for item in found.overlap
    ]
    return Part(title=label, tables=(table,), lines=(*(lines[: len(found)] if proof else ()), *shared))
