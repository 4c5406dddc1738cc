"""One sum of a decision that several documents state: each euro is one sum, wherever it is said."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from decimal import Decimal
from itertools import islice
from typing import TypeVar

import attrs

from flanders_care.model.funding import FundingLine
from flanders_care.money import same_figure, significant

R = TypeVar("R")

_LOOK = 20  # sums of one decision that a sum is compared with; hardly any states as many


def as_read(record: R) -> R:
    """Take back the link that comparing documents gave a line: the record as its own document states it."""
    if isinstance(record, FundingLine) and record.matched:
        return attrs.evolve(record, same_as=None, matched=False)
    return record


def link_across(lines: Iterable[FundingLine]) -> list[FundingLine]:
    """Let the lines of a decision that repeat a sum from another document say so.

    A report and the site's own text state the same subsidy: the report's line gets `same_as`, so that no total counts
    it twice. The line that stands for a sum is that of the decision's own document, else the most precise, else the
    first by id. A line repeats it if the values are equal, else if they are the same figure (`same_figure`). Two equal
    sums in one document stay two.

    Args:
        lines: All lines of a corpus, as read (see `as_read`).

    Returns:
        The lines in the order given; what has a link keeps it.
    """
    linked = list(lines)
    stated: dict[Hashable, list[int]] = {}
    for place, line in enumerate(linked):
        if line.decision_id is not None and line.same_as is None:
            stated.setdefault((line.decision_id, line.amount.currency), []).append(place)
    for places in stated.values():
        if len(places) > 1:
            for place, first in _repeats(linked, places):
                linked[place] = attrs.evolve(linked[place], same_as=linked[first].id, matched=True)
    return linked


def _repeats(lines: list[FundingLine], places: list[int]) -> list[tuple[int, int]]:
    """Pair each line of one decision that repeats a sum of another document with the line that stands for it."""
    standing: dict[Decimal, int] = {}
    found: list[tuple[int, int]] = []
    for place in sorted(places, key=lambda place: _rank(lines[place])):
        line = lines[place]
        first = standing.get(line.amount.value)
        if first is None:
            alike = (other for value, other in islice(standing.items(), _LOOK) if same_figure(line.amount.value, value))
            first = next((other for other in alike if _apart(line, lines[other])), None)
        if first is None:
            standing[line.amount.value] = place
        elif _apart(line, lines[first]):
            found.append((place, first))
    return found


def _rank(line: FundingLine) -> tuple[bool, int, str]:
    own = any(source.document_id == f"{line.decision_id}#text" for source in line.sources)
    return (not own, -significant(line.amount.value), line.id)


def _apart(line: FundingLine, other: FundingLine) -> bool:
    """Tell whether two lines stand in different documents."""
    return {s.document_id for s in line.sources}.isdisjoint(s.document_id for s in other.sources)
