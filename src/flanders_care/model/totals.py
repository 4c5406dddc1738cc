"""A sum over many lines with its proof: the lines that count, and those that do not, each with the reason."""

from __future__ import annotations

import enum

import attrs

from flanders_care.fields import instance_of, member, tuple_of
from flanders_care.model.funding import FundingLine, Recurrence, units
from flanders_care.money import Amount
from flanders_care.rendering import table

_SHOWN = 200


class Reason(enum.StrEnum):
    """Why a line is left out of a total."""

    STAGE = "stage not asked for"
    NO_STAGE = "no stage known"
    REPEATED = "the same record again"
    SAME = "the same money as"
    PART = "part of"
    ALTERNATIVE = "another view of"
    SUCCEEDED = "replaced by"
    RATE = "the price of one unit of"
    UNIT = "for each unit, and the number of units is not stated"


def _reason(value: Reason | str) -> Reason:
    return member(Reason, value)


@attrs.frozen(kw_only=True)
class LeftOut:
    """A line that a total does not add.

    Attributes:
        line: The line.
        reason: Why.
        overlaps_id: Id of the line that holds its money, or `None` where none does.
    """

    line: FundingLine = attrs.field(validator=instance_of(FundingLine))
    reason: Reason = attrs.field(converter=_reason)
    overlaps_id: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))

    def __str__(self) -> str:
        return self.reason.value if self.overlaps_id is None else f"{self.reason.value} {self.overlaps_id}"


@attrs.frozen(kw_only=True, repr=False)
class Total:
    """A sum over funding lines, and the proof of it.

    Law: `counted` and the lines of `left_out` together are all the lines that were given.

    Attributes:
        amount: The sum with its bounds, or `None` where nothing counts.
        counted: The lines that were added, in order of their ids.
        left_out: The lines that were not, each with the reason and the line that holds its money.
        open_ended: Whether a yearly sum without a stated number of years is in it, counted for one year.
    """

    amount: Amount | None = attrs.field(validator=instance_of(Amount, optional=True))
    counted: tuple[FundingLine, ...] = attrs.field(default=(), validator=instance_of(tuple))
    left_out: tuple[LeftOut, ...] = attrs.field(default=(), validator=tuple_of(LeftOut))
    open_ended: bool = attrs.field(default=False, validator=instance_of(bool))

    @property
    def headline(self) -> str:
        """The sum in one line: `300.000 EUR from 2 lines, 1 left out`."""
        amount = "nothing to add" if self.amount is None else str(self.amount)
        open_end = " and further years" if self.open_ended else ""
        return f"{amount}{open_end} from {_lines(len(self.counted))}, {len(self.left_out)} left out"

    def __str__(self) -> str:
        rows = [self.headline]
        for line in self.counted[:_SHOWN]:
            factor = _factor(line)
            rows.append(f"  + {_row(line)}" + (f": {factor} = {line.amount * units(line)}" if factor else ""))
        rows += [f"  - {_row(item.line)}: {item}" for item in self.left_out[:_SHOWN]]
        return "\n".join([*rows, f"  ... and {_lines(self._hidden)} more"] if self._hidden else rows)

    def __repr__(self) -> str:
        return f"<Total {self.headline}>"

    def _repr_html_(self) -> str:
        """Show the proof as a table in notebooks."""
        rows = [_cells("+", line, _factor(line)) for line in self.counted[:_SHOWN]]
        rows += [_cells("-", item.line, str(item)) for item in self.left_out[:_SHOWN]]
        head = ("", "sum", "stage", "what", "line", "note")
        return table(self.headline, rows, head=head, right=("sum",), hidden=self._hidden)

    @property
    def _hidden(self) -> int:
        """How many lines of the proof are too many to show."""
        return max(0, len(self.counted) - _SHOWN) + max(0, len(self.left_out) - _SHOWN)


def _lines(count: int) -> str:
    return f"{count} line" if count == 1 else f"{count} lines"


def _row(line: FundingLine) -> str:
    stage = line.stage.value if line.stage else "no stage"
    what = f", {line.subject[:60]}" if line.subject else ""
    return f"{line.amount}, {stage}{what} ({line.id})"


def _factor(line: FundingLine) -> str:
    """Say why a line counts more than once, or that it has no end."""
    yearly = line.recurrence is Recurrence.PER_YEAR
    parts = [f"{line.times} times"] if line.times > 1 else []
    if yearly:
        parts.append(
            f"{len(line.years)} years ({line.years[0]}-{line.years[-1]})" if line.years else "every year, counted once"
        )
    return " x ".join(parts)


def _cells(sign: str, line: FundingLine, note: str) -> tuple[str, ...]:
    return (sign, str(line.amount), line.stage.value if line.stage else "", line.subject or "", line.id, note)
