"""The same money told twice in one document: in the lead and the body, in one chapter and again in another."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import attrs

from flanders_care.model.funding import FundingLine, Recurrence

__all__ = ["Said", "link_same"]

_WORD = re.compile(r"[^\W_]{4,}")
_NO_EVIDENCE = frozenset({"euro", "miljoen", "miljard", "werd", "werden", "voor", "wordt", "worden", "jaar"})
_LOOK = 20  # equal sums looked back at
_SHARED = 3  # words that two sentences about the same money share, the sum apart


class Said(NamedTuple):
    """Where a sum is told.

    Attributes:
        passage: Place of its block in the running text.
        words: The words around it.
    """

    passage: int
    words: str


def link_same(lines: Sequence[FundingLine], said: Mapping[str, Said]) -> tuple[FundingLine, ...]:
    """Link a sum that an earlier section, or the lead of a document, has stated in other words.

    Args:
        lines: The lines of one document, in text order.
        said: Where each line stands, by its id.

    Returns:
        The lines with `same_as` filled in; what is said more exactly the second time holds for the first.
    """
    earlier: dict[tuple[object, ...], list[FundingLine]] = {}
    renewed: dict[str, FundingLine] = {line.id: line for line in lines}
    for line in lines:
        group = earlier.setdefault((line.amount.value, line.amount.currency, line.stage), [])
        twin = next((other for other in group[:_LOOK] if _says_same(other, line, said)), None)
        known = line.same_as or (twin.id if twin is not None and line.part_of is None else None)
        if known is not None and _of_other_years(renewed[known], line):
            renewed[line.id] = attrs.evolve(line, same_as=None)
        elif known is not None:
            renewed[line.id] = attrs.evolve(line, same_as=known)
            renewed[known] = _completed(renewed[known], line)
        group.append(line)
    return tuple(renewed.values())


def _says_same(one: FundingLine, other: FundingLine, said: Mapping[str, Said]) -> bool:
    """Tell whether two equal sums in two paragraphs are one: both for one programme, or told in the same words."""
    first, second = said[one.id], said[other.id]
    if first.passage == second.passage:
        return False
    if _of_other_years(one, other):
        return False
    if one.programme_id is not None and one.programme_id == other.programme_id:
        return True
    words = set(_WORD.findall(first.words.lower())) & set(_WORD.findall(second.words.lower()))
    return len(words - _NO_EVIDENCE) >= _SHARED


def _of_other_years(one: FundingLine, other: FundingLine) -> bool:
    return bool(one.years and other.years) and set(one.years).isdisjoint(other.years)


def _completed(line: FundingLine, other: FundingLine) -> FundingLine:
    """What is said more exactly the second time holds for the first."""
    yearly = Recurrence.PER_YEAR in (line.recurrence, other.recurrence)
    return attrs.evolve(
        line, recurrence=Recurrence.PER_YEAR if yearly else line.recurrence, years=line.years or other.years
    )
