"""Which sums of a document lie in another that an earlier passage states: the budget of a body and its instruments.

The rules, all within one section:

- `instrument-of`: a yearly budget that goes `via` named instruments (`via projecten, mandaten en netwerken`) holds the
  smaller sums behind it whose own paragraph names one of them.
- `within-call`: what was granted `hierin` lies in the budget of the call told before it.
- `granted-of-asked`: what was granted of a call, told right behind what was asked for, replaces the request.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set

import attrs

from flanders_care.model.funding import FundingLine, Recurrence, Stage
from flanders_care.money import exact_sum
from flanders_care.reading.running_text import Reading

__all__ = ["link_instruments"]

_VIA = re.compile(r"\bvia\s+(?P<what>[^.;:()]{12,200})", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{7,}")
_STEM = 7
"""Letters that a word and its compounds begin with: `projecten`, `projectmatige`."""

_REACH = 6_000
_NEAR = 400
_GRANTED = re.compile(r"\b(?:gesteund|geselecteerd|goedgekeurd|toegekend|steunbedrag|subsidiebedrag)\b", re.IGNORECASE)
_IN_IT = re.compile(r"\b(?:hierin|hierbinnen|(?:binnen|in|via)\s+deze\s+oproep)\b", re.IGNORECASE)
_CALL = re.compile(r"\boproep\b", re.IGNORECASE)
_CALL_REACH = 1_500
_FUNDS = frozenset({Stage.BUDGETED, Stage.AWARDED})


def link_instruments(
    lines: Sequence[FundingLine], reading: Reading, start_of: Callable[[str], int]
) -> tuple[FundingLine, ...]:
    """Link the sums of one section that lie in a sum stated before them.

    Args:
        lines: The lines of one document, in text order.
        reading: The running text.
        start_of: Where a line stands in the running text, by its id.

    Returns:
        The lines with `part_of` and `successor_of` filled in; what has a link keeps it.
    """
    linked = list(lines)
    repeated = {line.same_as for line in lines}
    named = _Named(reading)
    for i, whole in enumerate(lines):
        alone = whole.part_of is None and whole.same_as is None and whole.id not in repeated  # so no circle can close
        if alone and whole.stage is Stage.BUDGETED and whole.recurrence is Recurrence.PER_YEAR:
            for j in _parts(lines, i, named, start_of):
                linked[j] = attrs.evolve(linked[j], part_of=whole.id)
    _calls(linked, repeated, reading, start_of)
    return tuple(_granted(linked, reading, start_of))


class _Named:
    """How the words of a document begin: those of a paragraph, and those that a sum goes `via`."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._stems: dict[int, frozenset[str]] = {}

    def instruments(self, start: int) -> frozenset[str]:
        """Return how the words behind `via` begin, in the sentence of a sum."""
        sentence = self.reading.sentence_at(start)
        end = start if sentence is None else min(sentence.end, start + _NEAR)
        listed = _VIA.search(self.reading.text, start, end)
        return frozenset() if listed is None else _stems(listed["what"])

    def paragraph(self, place: int) -> frozenset[str]:
        """Return how the words of the paragraph begin that holds a place; each paragraph is read once."""
        number = self.reading.place(place)
        if number not in self._stems:
            passage = self.reading.passages[number]
            self._stems[number] = _stems(self.reading.text[passage.start : min(passage.end, passage.start + _REACH)])
        return self._stems[number]


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:_STEM].lower() for word in _WORD.findall(words))


def _parts(lines: Sequence[FundingLine], whole: int, named: _Named, start_of: Callable[[str], int]) -> list[int]:
    """Find the sums behind a budget that its instruments have; none where they are more than it."""
    budget, start = lines[whole].amount, start_of(lines[whole].id)
    instruments = named.instruments(start)
    if len(instruments) < 2:
        return []
    parts: list[int] = []
    for j in range(whole + 1, len(lines)):
        line, place = lines[j], start_of(lines[j].id)
        outside = place - start > _REACH or named.reading.section(place) != named.reading.section(start)
        if outside or line.amount.currency != budget.currency or line.amount.value >= budget.value:
            break
        if line.stage in _FUNDS and _stands_free(line) and instruments & named.paragraph(place):
            parts.append(j)
    return parts if exact_sum(lines[j].amount.value for j in parts) <= budget.value else []


def _calls(
    linked: list[FundingLine], repeated: Set[str | None], reading: Reading, start_of: Callable[[str], int]
) -> None:
    """Rule `within-call`: the nearest budget before a grant, if its sentence names the call."""
    budget: FundingLine | None = None
    for j, line in enumerate(linked):
        if line.stage is Stage.BUDGETED:
            alone = line.part_of is None and line.same_as is None and line.id not in repeated
            budget = line if alone else None
        elif budget is not None and line.stage is Stage.AWARDED and _stands_free(line):
            place, start = start_of(line.id), start_of(budget.id)
            within = place - start < _CALL_REACH and reading.section(place) == reading.section(start)
            smaller = line.amount.value < budget.amount.value and line.amount.currency == budget.amount.currency
            if within and smaller and _IN_IT.search(_said(reading, place)) and _CALL.search(_said(reading, start)):
                linked[j] = attrs.evolve(line, part_of=budget.id)


def _said(reading: Reading, place: int) -> str:
    """The words of a sentence before a place in it."""
    sentence = reading.sentence_at(place)
    return "" if sentence is None else reading.text[max(sentence.start, place - _NEAR) : place]


def _stands_free(line: FundingLine) -> bool:
    return line.part_of is None and line.same_as is None and line.successor_of is None


def _granted(lines: Sequence[FundingLine], reading: Reading, start_of: Callable[[str], int]) -> list[FundingLine]:
    """Rule `granted-of-asked`: the nearest request before a grant, in its paragraph and of its programme."""
    linked: list[FundingLine] = []
    asked: FundingLine | None = None
    for line in lines:
        if line.stage is Stage.REQUESTED and line.part_of is None:
            asked = line
        elif asked is not None and line.stage is Stage.AWARDED and _answers(line, asked, reading, start_of):
            line = attrs.evolve(line, successor_of=asked.same_as or asked.id)  # noqa: PLW2901  # a linked copy
            asked = None
        elif line.successor_of is not None:
            asked = None
        linked.append(line)
    return linked


def _answers(line: FundingLine, asked: FundingLine, reading: Reading, start_of: Callable[[str], int]) -> bool:
    start, place = start_of(asked.id), start_of(line.id)
    alike = line.programme_id == asked.programme_id and line.amount.currency == asked.amount.currency
    near = place - start < _NEAR and reading.place(place) == reading.place(start)
    smaller = line.amount.value <= asked.amount.value
    return _stands_free(line) and alike and near and smaller and _GRANTED.search(reading.text, start, place) is not None
