"""Which lines hold the same money, and which of them a total may count.

The links of the lines make a graph. Lines joined by `same_as` are one sum; of these the most precise stands for all.
A sum is covered, and not counted, when a chain of `part_of`, `alternative_to`, `rate_of` or `successor_of` leads from
it to a sum that is there. What is left covers all the money, and no two sums of it overlap. A chain may pass through
lines that are not asked for: what was awarded of a budget that is part of an award lies in that award.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from typing import NamedTuple

from flanders_care.errors import InvalidValueError
from flanders_care.model.funding import FundingLine, Recurrence, Stage
from flanders_care.model.totals import LeftOut, Reason
from flanders_care.money import significant

_ORDER = {stage: place for place, stage in enumerate(Stage)}


class Cover(NamedTuple):
    """A choice of lines that counts each euro once."""

    counted: list[FundingLine]
    left_out: list[LeftOut]


class _Sums:
    """Lines joined by `same_as`: each group is one sum of money, with one line that stands for it if it is wanted."""

    def __init__(self, lines: Iterable[FundingLine], wanted: Set[str]) -> None:
        self._up: dict[str, str] = {}
        self.best: dict[str, FundingLine] = {}
        self.known: dict[str, str] = {}
        linked = list(lines)
        for line in linked:
            if line.same_as is not None:
                one, other = sorted((self.of(line.id), self.of(line.same_as)))
                self._up[other] = one
        for line in linked:
            group = self.of(line.id)
            self.known.setdefault(group, line.id)
            if line.id in wanted and (group not in self.best or _rank(line) < _rank(self.best[group])):
                self.best[group] = line

    def of(self, identity: str) -> str:
        """Return the name of the group that a line belongs to."""
        root = identity
        while (above := self._up.get(root, root)) != root:
            root = above
        while (above := self._up.get(identity, identity)) != root:  # flatten, so that chains stay short
            self._up[identity], identity = root, above
        return root


def _rank(line: FundingLine) -> tuple[int, int, int, int, str]:
    """Order the lines that say one sum: yearly first, then precise before rounded, exact, and late before early."""
    digits = significant(line.amount.value)
    stage = -1 if line.stage is None else _ORDER[line.stage]
    yearly = 0 if line.recurrence is Recurrence.PER_YEAR else 1
    return (yearly, -digits, 0 if line.amount.is_exact else 1, -stage, line.id)


def cover(lines: Sequence[FundingLine], among: Sequence[FundingLine] | None = None) -> Cover:
    """Choose the lines that together hold all the money, each euro once.

    Args:
        lines: Lines with distinct ids, in the order of their ids.
        among: All lines that are known, these and others, in the order of their ids: links lead through them.

    Returns:
        The lines that count and those that do not, each with its reason.

    Raises:
        InvalidValueError: If lines contain each other in a circle; the message names them.
    """
    known = lines if among is None else among
    linked = [line for line in known if is_linked(line)]
    if not linked:
        return _without_rates(lines, {})
    named = _named(linked)
    touched = [line for line in known if line.id in named or is_linked(line)]
    wanted = {line.id for line in lines}
    return _without_rates(lines, _uncounted(touched, wanted))


def is_linked(line: FundingLine) -> bool:
    """Tell whether a line says that it is the money of another, or part of it."""
    return (
        line.same_as is not None
        or line.part_of is not None
        or line.alternative_to is not None
        or line.successor_of is not None
        or line.rate_of is not None
    )


def _named(linked: Iterable[FundingLine]) -> set[str]:
    return {
        identity
        for line in linked
        for identity in (line.same_as, line.part_of, line.alternative_to, line.successor_of, line.rate_of)
        if identity is not None
    }


def _uncounted(lines: Sequence[FundingLine], wanted: Set[str]) -> dict[str, LeftOut]:
    """Say of each wanted line that overlaps with another why it is not counted."""
    sums = _Sums(lines, wanted)
    covers = _covers(lines, sums)
    _refuse_circles(covers, sums)
    left: dict[str, LeftOut] = {}
    for line in lines:
        if line.id not in wanted:
            continue
        group = sums.of(line.id)
        above = _holder(group, covers, sums)
        if above is not None:
            left[line.id] = LeftOut(line=line, reason=covers[group][1], overlaps_id=sums.best[above].id)
        elif sums.best[group].id != line.id:
            left[line.id] = LeftOut(line=line, reason=Reason.SAME, overlaps_id=sums.best[group].id)
    return left


def _holder(group: str, covers: dict[str, tuple[str, Reason]], sums: _Sums) -> str | None:
    """Return the nearest sum up the chain that is asked for; what is passed on the way is remembered."""
    passed: list[str] = []
    above = covers.get(group)
    while above is not None and above[0] not in sums.best:
        passed.append(above[0])
        above = covers.get(above[0])
    for name in passed:  # so that a long chain of lines that are not asked for is walked once
        if above is None:
            covers.pop(name, None)
        else:
            covers[name] = (above[0], covers[name][1])
    return None if above is None else above[0]


def _covers(lines: Sequence[FundingLine], sums: _Sums) -> dict[str, tuple[str, Reason]]:
    """Map each covered sum to the sum that holds it; of several the first that is asked for, then the first by id."""
    found: dict[str, tuple[str, Reason]] = {}

    def note(group: str, above: str, reason: Reason) -> None:
        better = group not in found or (found[group][0] not in sums.best and above in sums.best)
        if better and above != group and above in sums.known:
            found[group] = (above, reason)

    for line in lines:
        group = sums.of(line.id)
        above = (line.part_of, Reason.PART), (line.alternative_to, Reason.ALTERNATIVE), (line.rate_of, Reason.RATE)
        for target, reason in above:
            if target is not None:
                note(group, sums.of(target), reason)
        if line.successor_of is not None:
            note(sums.of(line.successor_of), group, Reason.SUCCEEDED)
    return found


def _refuse_circles(covers: dict[str, tuple[str, Reason]], sums: _Sums) -> None:
    done: set[str] = set()
    for start in covers:
        path: dict[str, None] = {}
        group = start
        while group in covers and group not in done:
            if group in path:
                names = list(path)
                circle = ", ".join(sorted(sums.known[name] for name in names[names.index(group) :]))
                raise InvalidValueError(
                    f"funding lines contain each other in a circle: {circle}; correct part_of of one"
                )
            path[group] = None
            group = covers[group][0]
        done.update(path)


def _without_rates(lines: Sequence[FundingLine], left: dict[str, LeftOut]) -> Cover:
    """Count what nothing covers; a price of one unit is no sum until the number of units is stated."""
    per_unit = Recurrence.PER_UNIT
    if not left and not any(line.recurrence is per_unit for line in lines):
        return Cover(list(lines), [])
    counted: list[FundingLine] = []
    left_out: list[LeftOut] = []
    for line in lines:
        if line.id in left:
            left_out.append(left[line.id])
        elif line.recurrence is per_unit and line.times == 1:
            left_out.append(LeftOut(line=line, reason=Reason.UNIT))
        else:
            counted.append(line)
    return Cover(counted, left_out)
