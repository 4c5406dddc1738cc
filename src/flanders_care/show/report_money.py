"""Sums by stage, each euro once, with what was not added and why; figures and dates."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from flanders_care.budget.totals import total
from flanders_care.dutch.dates.mentions import read_dates
from flanders_care.legible import shorten
from flanders_care.model.corpus import Corpus
from flanders_care.model.funding import FundingLine, Stage
from flanders_care.model.totals import Total
from flanders_care.money import Amount, format_decimal
from flanders_care.provenance import Document
from flanders_care.show.outline import Entry, Part, Table
from flanders_care.show.report_people import funding_text

#: Lines of one stage that are listed; a legislature has thousands, and the table shows their sum.
_MOST_LINES = 60


def money_sections(corpus: Corpus) -> list[Part]:
    """Add the sums of each stage apart: requested, announced, budgeted, awarded and paid are different money."""
    totals = _totals(corpus.funding_lines)
    rows = [Entry(text=stage, sources=()) for stage, _, _ in totals]
    table = Table(
        columns=("Stage", "Sum €", "Bounds", "Lines", "Not added"),
        rows=tuple(rows),
        cells=tuple(total_cells(found, len(group)) for _, group, found in totals),
    )
    summary = Part(
        title="Money by stage, each euro once",
        intro="Sums of different stages are different money and are not added to each other." if totals else "",
        tables=(table,) if totals else (),
        empty="No sum that funds something is stated.",
    )
    details = tuple(Entry(text=f"{stage}: {found.headline}", children=total_lines(found)) for stage, _, found in totals)
    return [summary, Part(title="What was added, and what was not and why", lines=details)]


def by_stage(lines: Iterable[FundingLine]) -> list[tuple[str, str, list[FundingLine]]]:
    """Part lines that are different money: stage, currency and lines, in the order of the stages."""
    groups: dict[tuple[int, str, str], list[FundingLine]] = {}
    order = {stage: place for place, stage in enumerate(Stage)}
    for line in lines:
        place = order[line.stage] if line.stage else len(order)
        label = str(line.stage) if line.stage else "stage unknown"
        groups.setdefault((place, label, line.amount.currency), []).append(line)
    return [(label, currency, groups[place, label, currency]) for place, label, currency in sorted(groups)]


def _totals(lines: Iterable[FundingLine]) -> list[tuple[str, list[FundingLine], Total]]:
    """One total for each stage and currency that occurs; currencies are named where there are several."""
    parts = by_stage(lines)
    several = len({currency for _, currency, _ in parts}) > 1
    return [(f"{label}, {currency}" if several else label, group, total(group)) for label, currency, group in parts]


def total_cells(found: Total, lines: int) -> tuple[str, ...]:
    """The cells of a total behind its key: sum, bounds, lines, what was left out.

    Args:
        found: Any total.
        lines: How many lines it was asked to add.
    """
    if found.amount is None:
        return ("", "", str(lines), str(len(found.left_out)))
    open_end = " + further years" if found.open_ended else ""
    value = format_decimal(found.amount.value) + open_end
    bounds = _bounds(found.amount)
    if found.open_ended and bounds:
        bounds += ", yearly sums once"
    return (value, bounds, str(lines), str(len(found.left_out)))


def _bounds(amount: Amount) -> str:
    """What is known of the least and the most; nothing for an exact sum."""
    low, high = amount.floor, amount.ceiling
    if low is None and high is None:
        return "not stated"
    if low is None or high is None:
        return (
            f"at most {format_decimal(high)}" if high is not None else f"at least {format_decimal(low or Decimal(0))}"
        )
    return "" if low == high else f"{format_decimal(low)} and {format_decimal(high)}"


def total_lines(found: Total) -> tuple[Entry, ...]:
    """The proof of a total: what was counted, then what was left out with its reason."""
    counted = [Entry(text=f"+ {funding_text(line)}", sources=line.sources) for line in found.counted[:_MOST_LINES]]
    left_out = [
        Entry(text=f"− {funding_text(item.line)}", note=str(item), sources=item.line.sources)
        for item in found.left_out[:_MOST_LINES]
    ]
    hidden = max(0, len(found.counted) - _MOST_LINES) + max(0, len(found.left_out) - _MOST_LINES)
    more = [Entry(text=f"and {hidden} more lines")] if hidden else []
    return (*counted, *left_out, *more)


def figures_section(corpus: Corpus) -> Part:
    """Show counts and measures by document."""
    groups: dict[str, list[Entry]] = {}
    for found in corpus.indicators:
        prefix = "" if found.qualifier == "exact" else f"{str(found.qualifier).replace('_', ' ')} "
        unit = f" {found.unit}" if found.unit else ""
        subject = f": {shorten(found.subject, 140)}" if found.subject else ""
        text, years = f"{prefix}{format_decimal(found.value)}{unit}{subject}", ", ".join(map(str, found.years))
        place = found.sources[0].document_id if found.sources else "no source"
        groups.setdefault(place, []).append(Entry(text=text, note=years, sources=found.sources))
    lines = tuple(Entry(text=place, note=str(len(group)), children=tuple(group)) for place, group in groups.items())
    return Part(title="Key figures that are no money", lines=lines, empty="No figure is stated.")


def dates_section(corpus: Corpus) -> Part:
    """Show the dates that documents name, each with the words around its first place; not those of a dump."""
    dated = ((document.id, _dates(document)) for document in corpus.documents if document.family != "decisions")
    lines = tuple(Entry(text=name, note=str(len(found)), children=found) for name, found in dated if found)
    return Part(title="Dates", lines=lines, empty="No date is named.")


def _dates(document: Document) -> tuple[Entry, ...]:
    places: dict[str, list[tuple[int, int]]] = {}
    for mention in read_dates(document.text):
        places.setdefault(mention.iso, []).append((mention.start, mention.end))
    return tuple(
        Entry(
            text=f"{iso}: …{_around(document.text, *spans[0])}…",
            note=f"{len(spans)} times" if len(spans) > 1 else "",
            sources=tuple(document.source(start, end) for start, end in spans),
        )
        for iso, spans in sorted(places.items())
    )


def _around(text: str, start: int, end: int) -> str:
    """The words before and behind a place, cut at blanks."""
    before, behind = text[max(0, start - 60) : start], text[end : end + 60]
    left = before.split(None, 1)[-1] if start > 60 else before
    right = behind.rsplit(None, 1)[0] if end + 60 < len(text) and len(behind.split()) > 1 else behind
    return shorten(f"{left}{text[start:end]}{right}", 200)
