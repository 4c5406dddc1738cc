"""Totals by group, which agree with the grand total or show by how much they do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import cast

import attrs

from flanders_care.budget.keys import By, Spread, key_order, places_of
from flanders_care.budget.reasons import LeftOut
from flanders_care.budget.totals import Total, sorted_lines, total_of_sorted, wanted_stages
from flanders_care.errors import NotAddableError
from flanders_care.fields import instance_of
from flanders_care.model.funding import FundingLine, Stage, StageName
from flanders_care.model.programme import Programme
from flanders_care.rendering import table


@attrs.frozen(kw_only=True, repr=False)
class Aggregate(Mapping[Hashable, Total]):
    """Totals by key, in a fixed order of keys.

    It is a mapping: `aggregate(lines, by="year")[2021]` is a `Total`.

    Attributes:
        groups: Pairs of key and total, ordered by key.
        grand: The total over all lines, or `None` where stages or currencies cannot be added over the groups.
        overlap: Lines that count in their own group and not in the grand total, because a line of another group holds
            the same money; empty where the group totals add up to the grand total.
    """

    groups: tuple[tuple[Hashable, Total], ...] = attrs.field(validator=instance_of(tuple))
    grand: Total | None = attrs.field(default=None, validator=instance_of(Total, optional=True))
    overlap: tuple[LeftOut, ...] = ()
    _index: dict[Hashable, Total] = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_index", dict(self.groups))

    def __getitem__(self, key: Hashable) -> Total:
        return self._index[key]

    def __iter__(self) -> Iterator[Hashable]:
        return iter(self._index)

    def __len__(self) -> int:
        return len(self._index)

    def __str__(self) -> str:
        rows = [f"{_label(key)}: {found.headline}" for key, found in self.groups]
        if self.grand is not None:
            rows.append(f"all: {self.grand.headline}")
        if self.overlap:
            rows.append("counted in a group and, as the same money, not again in all:")
            rows += [f"  - {item.line.amount} ({item.line.id}): {item}" for item in self.overlap]
        return "\n".join(rows)

    def __repr__(self) -> str:
        return f"<Aggregate of {len(self)} groups>"

    def _repr_html_(self) -> str:
        """Show the groups as a table in notebooks."""
        rows = [*((_label(key), found) for key, found in self.groups)]
        rows += [("all", self.grand)] if self.grand is not None else []
        cells = [(key, str(t.amount or ""), str(len(t.counted)), str(len(t.left_out))) for key, t in rows]
        head = ("group", "sum", "lines", "left out")
        return table(f"{len(self)} groups", cells, head=head, right=head[1:])


def aggregate(
    lines: Iterable[FundingLine],
    *,
    by: By | tuple[By, ...],
    stages: Iterable[Stage | StageName] | None = None,
    spread: Spread | None = None,
    programmes: Iterable[Programme] = (),
) -> Aggregate:
    """Add funding lines by group, each euro once in its group.

    Args:
        lines: The lines, in any order.
        by: `"year"`, `"programme"`, `"payer"`, `"recipient"`, `"stage"`, `"decision"`, `"document"`, a callable from a
            line to a key, or a tuple of these for a cross table.
        stages: As for `total`.
        spread: `"even"` divides a sum over several years; otherwise it stands under its span (`"2021-2025"`).
        programmes: With `by="programme"`: the programmes, so that a line stands under its programme and all above it.

    Returns:
        A mapping from key to total, with the grand total and the overlap between groups.

    Raises:
        NotAddableError: If stages or currencies are mixed within a group; the message says how to ask.
        UnknownNameError: If `by` names nothing.

    Example:
        >>> from flanders_care.money import Amount
        >>> line = FundingLine(id="a", amount=Amount.of(100), recurrence="per_year", years=(2021, 2022))
        >>> print(aggregate([line], by="year"))
        2021: 100 EUR from 1 line, 0 left out
        2022: 100 EUR from 1 line, 0 left out
        all: 200 EUR from 1 line, 0 left out
    """
    given = sorted_lines(lines)
    wanted = None if stages is None else wanted_stages(stages)
    placed = places_of(by, spread=spread, programmes=programmes)
    members: dict[Hashable, list[FundingLine]] = defaultdict(list)
    for line in given:
        for key, share in placed(line):
            members[key].append(share)
    groups = tuple((key, total_of_sorted(members[key], wanted)) for key in sorted(members, key=key_order))
    try:
        grand = total_of_sorted(given, wanted)
    except NotAddableError:  # by stage or by currency all lines together mean nothing
        grand = None
    return Aggregate(groups=groups, grand=grand, overlap=_overlap(groups, grand))


def _overlap(groups: tuple[tuple[Hashable, Total], ...], grand: Total | None) -> tuple[LeftOut, ...]:
    """Find what counts in a group and not in the grand total."""
    if grand is None or not grand.left_out:
        return ()
    counted = {line.id for _, found in groups for line in found.counted}
    return tuple(item for item in grand.left_out if item.line.id in counted)


def _label(key: Hashable) -> str:
    if isinstance(key, tuple):
        return " / ".join(_label(part) for part in cast("tuple[Hashable, ...]", key))
    return "not stated" if key is None else str(key)
