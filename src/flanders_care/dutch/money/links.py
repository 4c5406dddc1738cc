"""Which sums of one text are the same money, part of other money, or another view of it.

The rules are named in `money_repeats` and `money_parts`; one more stands here: `payment-credit`, a payment credit
beside a commitment credit is the same money at another moment.
"""

from __future__ import annotations

from flanders_care.dutch.money.context import Place
from flanders_care.dutch.money.credit import Credit, Links
from flanders_care.dutch.money.figures.found import Found
from flanders_care.dutch.money.parts import find_parts
from flanders_care.dutch.money.repeats import find_repeats
from flanders_care.money import Qualifier

__all__ = ["link", "open_circles"]

_COMMITTING = frozenset({Credit.COMMITMENT, Credit.BOTH})


def link(
    sums: list[Found],
    places: list[Place],
    known: tuple[list[Credit | None], list[Qualifier]],
    text: str,
) -> list[Links]:
    """Link the sums of one text.

    Args:
        sums: The sums in text order.
        places: Their surroundings.
        known: The credit and the qualifier of each.
        text: The levelled text.

    Returns:
        For each sum what it is to the others; never a circle.
    """
    links = [Links() for _ in sums]
    if len(sums) > 1:
        find_repeats(sums, places, links, text)
        _payments(known[0], links)
        find_parts(sums, places, known, links, text)
        open_circles(links)
    return links


def _payments(kinds: list[Credit | None], links: list[Links]) -> None:
    """Rule `payment-credit`: beside the nearest commitment credit before it, else the first of the text."""
    first = next((i for i, kind in enumerate(kinds) if kind in _COMMITTING), None)
    nearest = first
    for i, kind in enumerate(kinds):
        if kind in _COMMITTING:
            nearest = i
        elif kind is Credit.PAYMENT:
            links[i].alternative_to = nearest


def open_circles(links: list[Links]) -> None:
    """Drop the link that would close a circle: a sum cannot contain what contains it."""
    safe: set[int] = set()
    for start in range(len(links)):
        path: set[int] = set()
        i: int | None = start
        while i is not None and i not in safe:
            path.add(i)
            whole = links[i].part_of
            if whole in path:
                links[i].part_of = whole = None
            i = whole
        safe |= path
