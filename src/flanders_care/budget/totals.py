"""One sum over many lines, each euro once, with its proof."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter

from flanders_care.arguments import all_of
from flanders_care.budget.adding import add_lines, plain_sum
from flanders_care.budget.overlap import cover
from flanders_care.errors import InvalidValueError, NotAddableError
from flanders_care.fields import member
from flanders_care.model.funding import FundingLine, Recurrence, Stage, StageName
from flanders_care.model.totals import LeftOut, Reason, Total

_ID = attrgetter("id")


def total(lines: Iterable[FundingLine], *, stages: Iterable[Stage | StageName] | None = None) -> Total:
    """Add funding lines so that each euro counts once.

    Of lines that say the same money one counts; parts do not count beside their whole, payment credits not beside
    their commitment credit, a request not beside what was granted for it. A yearly sum counts once for each stated
    year.

    Args:
        lines: The lines, in any order.
        stages: Which stages to add (`["awarded"]`); needed when the lines have more than one. Lines of other stages
            are left out with that reason.

    Returns:
        The total with its proof; the same for every order of the lines.

    Raises:
        NotAddableError: If stages or currencies are mixed; the message says how to ask.
        InvalidValueError: If something is no funding line, an id stands for two different lines, or lines contain each
            other in a circle.

    Example:
        >>> from flanders_care.money import Amount
        >>> whole = FundingLine(id="a", amount=Amount.of(500), stage="budgeted")
        >>> part = FundingLine(id="b", amount=Amount.of(200), stage="budgeted", part_of="a")
        >>> print(total([part, whole]))
        500 EUR from 1 line, 1 left out
          + 500 EUR, budgeted (a)
          - 200 EUR, budgeted (b): part of a
    """
    return total_of_sorted(sorted_lines(lines), None if stages is None else wanted_stages(stages))


def total_of_sorted(lines: list[FundingLine], wanted: frozenset[Stage] | None) -> Total:
    """Do what `total` does for lines that `sorted_lines` has put in order."""
    plain = plain_sum(lines, wanted)
    if plain is not None:
        return Total(amount=plain, counted=tuple(lines))
    distinct, repeated = _once(lines)
    chosen, left_out = _of_stages(distinct, wanted)
    _refuse_mixtures(chosen, wanted)
    counted, overlapping = cover(chosen, distinct)
    apart = [*repeated, *left_out, *overlapping]
    apart.sort(key=lambda item: item.line.id)
    yearly = [line for line in counted if line.recurrence is Recurrence.PER_YEAR]
    return Total(
        amount=add_lines(counted),
        counted=tuple(counted),
        left_out=tuple(apart),
        open_ended=any(not line.years and line.times == 1 for line in yearly),
    )


def sorted_lines(lines: Iterable[FundingLine]) -> list[FundingLine]:
    """Put lines in the order of their ids, which makes every result independent of the order given.

    Raises:
        WrongArgumentError: If something is no funding line.
    """
    return sorted(all_of(FundingLine, lines, "lines"), key=_ID)


def wanted_stages(stages: Iterable[Stage | str]) -> frozenset[Stage]:
    """Read the stages that a caller names; one word stands for itself."""
    if isinstance(stages, str):
        return frozenset({member(Stage, stages)})
    return frozenset(member(Stage, stage) for stage in stages)


def _once(lines: list[FundingLine]) -> tuple[list[FundingLine], list[LeftOut]]:
    """Take a record that is given twice only once; lines are in the order of their ids."""
    distinct: list[FundingLine] = []
    repeated: list[LeftOut] = []
    for line in lines:
        if not distinct or line.id != distinct[-1].id:
            distinct.append(line)
        elif line == distinct[-1]:
            repeated.append(LeftOut(line=line, reason=Reason.REPEATED, overlaps_id=line.id))
        else:
            raise InvalidValueError(f"total: two different funding lines have the id {line.id!r}")
    return distinct, repeated


def _of_stages(lines: list[FundingLine], wanted: frozenset[Stage] | None) -> tuple[list[FundingLine], list[LeftOut]]:
    if wanted is None:
        return lines, []
    chosen = [line for line in lines if line.stage in wanted]
    left_out = [
        LeftOut(line=line, reason=Reason.NO_STAGE if line.stage is None else Reason.STAGE)
        for line in lines
        if line.stage not in wanted
    ]
    return chosen, left_out


def _refuse_mixtures(lines: Sequence[FundingLine], wanted: frozenset[Stage] | None) -> None:
    """Refuse stages that nobody asked to mix, and currencies that nobody can add."""
    stages = {line.stage for line in lines} if wanted is None else set[Stage | None]()
    if len(stages) > 1:
        words = [stage.value for stage in Stage if stage in stages]
        unknown = " and lines without stage" if None in stages else ""
        raise NotAddableError(
            f"{', '.join(words)}{unknown} are different money: name the stages to add, such as stages={[words[-1]]!r}, "
            f"or stages={words!r} to count each euro once over all of them"
        )
    currencies = sorted({line.amount.currency for line in lines})
    if len(currencies) > 1:
        raise NotAddableError(
            f"{' and '.join(currencies)} are different money: give the lines of one currency at a time, such as "
            f"[line for line in lines if line.amount.currency == {currencies[0]!r}]"
        )
