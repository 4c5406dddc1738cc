"""Let sums that stand together have one role: coordinated sums, parts and their whole, repetitions."""

from __future__ import annotations

import re

from flanders_care.dutch.money_context import Place
from flanders_care.dutch.money_roles import FUNDING_ROLES, Role

__all__ = ["agree"]

_CLAUSE_VERB = re.compile(
    r"\b(?:kent|kennen|keurt|verleent|verlenen|voorzi\w+|reserv\w+|maakt|beslist|wordt|worden|krijg\w*|ontvang\w*|legt|trekt|bedraagt|zal|stelt|gaat|herverdeel\w*|wijst)\b",
    re.IGNORECASE,
)

_WORD_RULES = frozenset({"grant-word", "budget-word", "title-award", "title-grant", "otherwise-budget", "context"})


def agree(
    roles: list[tuple[Role, str]], places: list[Place], part_of: list[int | None], same_as: list[int | None]
) -> list[tuple[Role, str]]:
    """Let sums that stand together have one role.

    `coordinated`: a sum whose own clause has no verb has the role of the sum before it in the sentence
    (`reserveert A uit het fonds en B vanuit de dotatie`). `as-whole`: a part is funding of the kind that its whole is.
    `as-parts`: a whole of granted parts is granted. `as-requested`: parts and repetitions of a request are requested.

    Args:
        roles: What `role_of` said of each sum.
        places: Their surroundings.
        part_of: Index of the whole of each part.
        same_as: Index of the first that says the same money.

    Returns:
        The roles, with the name of the rule that decided last.
    """
    agreed = list(roles)
    for i in range(1, len(agreed)):
        role, rule = agreed[i]
        before = agreed[i - 1][0]
        together = places[i].sentence == places[i - 1].sentence and not _CLAUSE_VERB.search(places[i].clause_before)
        if together and rule in _WORD_RULES and before in FUNDING_ROLES and role is not before:
            agreed[i] = before, "coordinated"
    for i, (whole, first) in enumerate(zip(part_of, same_as, strict=True)):
        above = whole if whole is not None else first
        if above is not None and agreed[above][0] is Role.REQUESTED and agreed[i][1] in _WORD_RULES - {"grant-word"}:
            agreed[i] = Role.REQUESTED, "as-requested"
        if whole is not None and agreed[i][1] == "context" and agreed[whole][0] in FUNDING_ROLES:
            agreed[i] = agreed[whole][0], "as-whole"
        if whole is None or not {agreed[i][0], agreed[whole][0]} <= FUNDING_ROLES:
            continue
        if agreed[i][1] == "grant-verb" or agreed[i][0] is agreed[whole][0]:
            agreed[whole] = agreed[i][0], "as-parts" if agreed[whole][1] in _WORD_RULES else agreed[whole][1]
        elif agreed[i][1] in _WORD_RULES or agreed[i][1] == "coordinated":
            agreed[i] = agreed[whole][0], "as-whole"
    return agreed
