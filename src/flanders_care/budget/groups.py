"""Totals by group, which agree with the grand total or show by how much they do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable

from flanders_care.budget.keys import By, Spread, key_order, places_of
from flanders_care.budget.totals import sorted_lines, total_of_sorted, wanted_stages
from flanders_care.errors import NotAddableError
from flanders_care.model.funding import FundingLine, Stage, StageName
from flanders_care.model.programme import Programme
from flanders_care.model.totals import LeftOut, Total
from flanders_care.model.totals_by_key import Aggregate


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
