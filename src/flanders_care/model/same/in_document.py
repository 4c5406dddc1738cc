"""Which sums of one document are the same money, lie in one another, or replace one another.

What the words say is read elsewhere and given here as `Said`; what follows from it is decided here:

- `told-again`: two equal sums in two passages are one if both fund one programme or are told in the same words.
- `instrument-of`: a yearly budget that goes through named instruments holds the smaller sums behind it, within its
  section, whose own paragraph names one of them.
- `within-call`: what was granted within a call, as its sentence says, lies in the budget of the call told before it.
- `granted-of-asked`: what was granted, told right behind what was asked for, replaces the request.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import attrs

from flanders_care.model.funding import FundingLine, Recurrence, Stage
from flanders_care.money import exact_sum, same_figure

_LOOK = 20  # equal sums looked back at
_SHARED = 3  # words that two sentences about the same money share, the sum apart
_INSTRUMENTS = 2  # words that name instruments; one is too little to tell
_REACH = 6_000  # characters behind a budget in which its instruments are told
_CALL_REACH = 1_500
_NEAR = 400
_FUNDS = frozenset({Stage.BUDGETED, Stage.AWARDED})


class Said(NamedTuple):
    """What a document says around a sum.

    Attributes:
        place: First character of the sum in the running text.
        passage: The paragraph that holds it, as a number.
        section: The section that holds it, as a number, or None before the first.
        words: The words of its sentence that tell what the sum is about.
        instruments: How the words begin that name what the sum goes through.
        paragraph: How the words of its paragraph begin.
        names_call: Whether its sentence speaks of a call before it.
        within_call: Whether its sentence says before it that it lies in what was told.
        granted: Where, right before it, words say last that something was granted, or None.
    """

    place: int
    passage: int
    section: int | None
    words: frozenset[str] = frozenset()
    instruments: frozenset[str] = frozenset()
    paragraph: frozenset[str] = frozenset()
    names_call: bool = False
    within_call: bool = False
    granted: int | None = None


def link_in_document(lines: Sequence[FundingLine], said: Mapping[str, Said]) -> tuple[FundingLine, ...]:
    """Link the sums of a document beyond what their own sentences say of them.

    Args:
        lines: The lines of one document, in text order.
        said: What the document says around each, by its id.

    Returns:
        The lines with `same_as`, `part_of` and `successor_of` filled in; what has a link keeps it.
    """
    linked = _repeats(_at_stages(lines), said)
    repeated = {line.same_as for line in linked}
    alone = [line.part_of is None and line.same_as is None and line.id not in repeated for line in linked]
    linked = _instruments(linked, alone, said)
    linked = _within_calls(linked, alone, said)
    return tuple(_grants(linked, said))


def link_to_cited(line: FundingLine, cited: Sequence[FundingLine]) -> FundingLine:
    """Let a sum of a claim that repeats a sum of a decision that it cites say so.

    Args:
        line: The sum of the claim.
        cited: The sums that the titles of the decisions cited state.

    Returns:
        The line with `same_as` where one is equal, or else is the same figure; its decision, and who pays and
        receives, are then those of the title, not of the prose.
    """
    alike = [other for other in cited if other.amount.currency == line.amount.currency]
    equal = (other for other in alike if other.amount.value == line.amount.value)
    rounded = (other for other in alike if same_figure(other.amount.value, line.amount.value))
    first = next(equal, None) or next(rounded, None)
    if first is None:
        return line
    return attrs.evolve(
        line,
        same_as=first.id,
        decision_id=first.decision_id,
        payer_ids=first.payer_ids,
        recipient_ids=first.recipient_ids,
    )


def _at_stages(lines: Sequence[FundingLine]) -> list[FundingLine]:
    """Settle parts of wholes of another stage: what was awarded is no part of what was asked for.

    A part without a verb of its own has the stage of its whole.
    """
    stages = {line.id: line.stage for line in lines}
    settled: list[FundingLine] = []
    for line in lines:
        whole = line.stage if line.part_of is None else stages.get(line.part_of, line.stage)
        if whole is line.stage:
            settled.append(line)
        elif line.stage not in (Stage.AWARDED, Stage.PAID):
            settled.append(attrs.evolve(line, stage=whole))
        else:
            settled.append(attrs.evolve(line, part_of=None) if whole is Stage.REQUESTED else line)
    return settled


def _repeats(lines: Sequence[FundingLine], said: Mapping[str, Said]) -> list[FundingLine]:
    """Rule `told-again`; what is said more exactly the second time holds for the first."""
    earlier: dict[object, list[FundingLine]] = {}
    renewed = {line.id: line for line in lines}
    for line in lines:
        group = earlier.setdefault((line.amount.value, line.amount.currency, line.stage), [])
        twin = next((other for other in group[:_LOOK] if _told_again(other, line, said)), None)
        known = line.same_as or (twin.id if twin is not None and line.part_of is None else None)
        if known is not None and _of_other_years(renewed[known], line):
            renewed[line.id] = attrs.evolve(line, same_as=None)
        elif known is not None:
            renewed[line.id] = attrs.evolve(line, same_as=known)
            renewed[known] = _completed(renewed[known], line)
        group.append(line)
    return list(renewed.values())


def _told_again(one: FundingLine, other: FundingLine, said: Mapping[str, Said]) -> bool:
    first, second = said[one.id], said[other.id]
    if first.passage == second.passage or _of_other_years(one, other):
        return False
    same_programme = one.programme_id is not None and one.programme_id == other.programme_id
    return same_programme or len(first.words & second.words) >= _SHARED


def _of_other_years(one: FundingLine, other: FundingLine) -> bool:
    return bool(one.years and other.years) and set(one.years).isdisjoint(other.years)


def _completed(line: FundingLine, other: FundingLine) -> FundingLine:
    yearly = Recurrence.PER_YEAR in (line.recurrence, other.recurrence)
    return attrs.evolve(
        line, recurrence=Recurrence.PER_YEAR if yearly else line.recurrence, years=line.years or other.years
    )


def _instruments(lines: Sequence[FundingLine], alone: Sequence[bool], said: Mapping[str, Said]) -> list[FundingLine]:
    """Rule `instrument-of`; a budget that is itself part or said again is no whole, so no circle can close."""
    linked = list(lines)
    for i, whole in enumerate(lines):
        if alone[i] and whole.stage is Stage.BUDGETED and whole.recurrence is Recurrence.PER_YEAR:
            for j in _parts(lines, i, said):
                linked[j] = attrs.evolve(linked[j], part_of=whole.id)
    return linked


def _parts(lines: Sequence[FundingLine], whole: int, said: Mapping[str, Said]) -> list[int]:
    """Find the sums behind a budget that its instruments have; none where they are more than it."""
    budget, here = lines[whole].amount, said[lines[whole].id]
    if len(here.instruments) < _INSTRUMENTS:
        return []
    parts: list[int] = []
    for j in range(whole + 1, len(lines)):
        line, there = lines[j], said[lines[j].id]
        if not _behind(here, there, _REACH) or not _smaller(line, lines[whole]):
            break
        if line.stage in _FUNDS and _stands_free(line) and here.instruments & there.paragraph:
            parts.append(j)
    return parts if exact_sum(lines[j].amount.value for j in parts) <= budget.value else []


def _within_calls(lines: Sequence[FundingLine], alone: Sequence[bool], said: Mapping[str, Said]) -> list[FundingLine]:
    """Rule `within-call`: the nearest budget before a grant, if its sentence names the call."""
    linked = list(lines)
    budget: FundingLine | None = None
    for j, line in enumerate(lines):
        if line.stage is Stage.BUDGETED:
            budget = line if alone[j] and line.part_of is None else None
        elif budget is not None and line.stage is Stage.AWARDED and _stands_free(line):
            here, there = said[budget.id], said[line.id]
            told = here.names_call and there.within_call and _behind(here, there, _CALL_REACH)
            if told and _smaller(line, budget):
                linked[j] = attrs.evolve(line, part_of=budget.id)
    return linked


def _grants(lines: Sequence[FundingLine], said: Mapping[str, Said]) -> list[FundingLine]:
    """Rule `granted-of-asked`: the nearest request before a grant, in its paragraph and of its programme."""
    linked: list[FundingLine] = []
    asked: FundingLine | None = None
    for line in lines:
        if line.stage is Stage.REQUESTED and line.part_of is None:
            asked = line
        elif asked is not None and line.stage is Stage.AWARDED and _answers(line, asked, said):
            linked.append(attrs.evolve(line, successor_of=asked.same_as or asked.id))
            asked = None
            continue
        elif line.successor_of is not None:
            asked = None
        linked.append(line)
    return linked


def _answers(line: FundingLine, asked: FundingLine, said: Mapping[str, Said]) -> bool:
    here, there = said[asked.id], said[line.id]
    near = there.place - here.place < _NEAR and there.passage == here.passage
    told = there.granted is not None and there.granted >= here.place
    alike = line.programme_id == asked.programme_id and line.amount.currency == asked.amount.currency
    return near and told and alike and _stands_free(line) and line.amount.value <= asked.amount.value


def _behind(here: Said, there: Said, reach: int) -> bool:
    return there.place - here.place < reach and here.section == there.section


def _smaller(line: FundingLine, whole: FundingLine) -> bool:
    return line.amount.currency == whole.amount.currency and line.amount.value < whole.amount.value


def _stands_free(line: FundingLine) -> bool:
    return line.part_of is None and line.same_as is None and line.successor_of is None
