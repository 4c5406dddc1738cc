"""Sums that a trail counts in more than one dossier and that may be the same money: for a person to judge.

A file that comes back under another name, years later, is another dossier to us, and its money counts again. The same
sum to the same recipient is the sign of it; two grants that happen to be equal look the same, so nothing is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from flanders_care.diagnostics import Diagnostic
from flanders_care.dossier.dossier import Dossier
from flanders_care.model.funding import FundingLine
from flanders_care.trails.records import Trail


def repeated(trails: Iterable[Trail], home: Mapping[str, Dossier]) -> tuple[Diagnostic, ...]:
    """Find equal sums to the same recipients in different dossiers of one promise.

    Args:
        trails: The trails.
        home: The dossier of each decision, by its id.

    Returns:
        A diagnostic `maybe-same-money` for each sum beyond the first, once for all promises, in order of the trails.
    """
    return tuple(dict.fromkeys(found for trail in trails for found in _in_trail(trail, home)))


def _in_trail(trail: Trail, home: Mapping[str, Dossier]) -> Iterator[Diagnostic]:
    alike: dict[object, list[FundingLine]] = {}
    for line in trail.total.counted:
        if line.recipient_ids and line.decision_id in home:
            alike.setdefault((line.amount, line.recurrence, line.recipient_ids), []).append(line)
    for lines in alike.values():
        files = {home[line.decision_id or ""].id: line for line in reversed(lines)}
        if len(files) > 1:
            first, *others = sorted(files.values(), key=lambda line: line.id)
            yield from (_diagnostic(first, other) for other in others)


def _diagnostic(first: FundingLine, other: FundingLine) -> Diagnostic:
    message = (
        f"{other.amount} of decision {other.decision_id} is counted beside {first.amount} of decision "
        f"{first.decision_id}, to the same recipient: read whether it is the same money"
    )
    return Diagnostic.at(next(iter(other.sources), None), "maybe-same-money", message)
