"""From a page to its sums: the figures first, then one pass after the other; each knows what those before it read.

A pass takes all sums of a text and gives them anew, with what it reads filled in; it changes nothing. To add one, write
it in a file of its own and put it in `PASSES` where what it needs is known.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from flanders_care.diagnostics import Diagnostic
from flanders_care.dutch.money.agreement import agree_on_roles
from flanders_care.dutch.money.context import add_context
from flanders_care.dutch.money.credit import pair_credits, tell_credit
from flanders_care.dutch.money.figures.reading import read_figures
from flanders_care.dutch.money.multiples import count_times
from flanders_care.dutch.money.parts import find_named_parts
from flanders_care.dutch.money.qualifiers import qualify
from flanders_care.dutch.money.repeats import find_repeats
from flanders_care.dutch.money.role_rules import give_roles
from flanders_care.dutch.money.sum import Sum
from flanders_care.dutch.money.wholes import find_counted_parts, open_circles
from flanders_care.dutch.money.years import give_years
from flanders_care.dutch.text.page import Page

Pass: TypeAlias = Callable[[tuple[Sum, ...], Page], tuple[Sum, ...]]

PASSES: Final[tuple[Pass, ...]] = (
    add_context,  # the words around it
    qualify,  # how firmly it is stated
    tell_credit,  # commitment or payment credit
    find_repeats,  # same_as
    pair_credits,  # alternative_to
    find_named_parts,  # part_of, by words
    find_counted_parts,  # part_of, by figures
    open_circles,
    give_roles,  # role and rule, by its own words
    agree_on_roles,  # role and rule, by the sums beside it
    give_years,
    count_times,  # recurrence and times
)
"""What is read of a sum, in order."""


def read_sums(page: Page) -> tuple[tuple[Sum, ...], tuple[Diagnostic, ...]]:
    """Read the sums of a page, whole.

    Args:
        page: The text.

    Returns:
        The sums in text order, and what looks like one and cannot be read.
    """
    sums, unread = read_figures(page.text)
    if sums:
        for step in PASSES:
            sums = step(sums, page)
    return sums, unread
