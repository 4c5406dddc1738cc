"""Let sums that stand together agree in their roles.

The rules:

- `coordinated`: a sum whose own clause has no verb has the role of the sum before it in the sentence (`reserveert A uit
  het fonds en B vanuit de dotatie`).
- `as-requested`: parts and repetitions of a request are requested.
- `with-others`: a total of which third parties bear a part is not the government's; its own part counts.
- `as-whole`: a part is funding of the kind that its whole is; `as-parts`: a whole of granted parts is granted.
- `envelope`: a larger budget of which a later sentence gives something now (`nu`, `in dit kader`, `de overige`) is only
  where that comes from.
- `only-provision`: a redistribution that names no sum but the provision that it comes from moves that provision.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TypeAlias

from flanders_care.dutch.money.context import Place
from flanders_care.dutch.money.credit import WINDOW
from flanders_care.dutch.money.cues import TITLE_TRANSFER
from flanders_care.dutch.money.roles import FUNDING_ROLES, SumRole

__all__ = ["agree"]

_CLAUSE_VERB = re.compile(
    r"\b(?:kent|kennen|keurt|verleent|verlenen|voorzi\w+|reserv\w+|maakt|beslist|wordt|worden|krijg\w*|ontvang\w*|legt|trekt|bedraagt|zal|stelt|gaat|herverdeel\w*|wijst)\b",
    re.IGNORECASE,
)

Decided: TypeAlias = "tuple[SumRole, str]"

_NOW = re.compile(r"\bnu\b|\bin\s+dit\s+kader\b|\bdaarom\b|\boverige\b|\bresterende\b", re.IGNORECASE)
_PROVISION = re.compile(r"\b(?:provisie|provisioneel\s+krediet)\s+van\s+$", re.IGNORECASE)
_IS_SET_ASIDE = re.compile(r"\b(?:is|zijn|werd)\s+(?:er\s+|hiervoor\s+)?$")
_NOUN_RULES = frozenset({"grant-noun", "title-award", "title-grant"})
_PASSIVE_RULES = frozenset({"budget-word", "otherwise-budget", "as-parts"})
_WORD_RULES = frozenset({"grant-word", "budget-word", "title-award", "title-grant", "otherwise-budget", "context"})


def agree(
    roles: list[Decided],
    places: list[Place],
    links: tuple[list[int | None], list[int | None]],
    values: list[Decimal],
    head: str = "",
) -> list[Decided]:
    """Let sums that stand together have one role.

    Args:
        roles: What `role_of` said of each sum.
        places: Their surroundings.
        links: Index of the whole of each part, and of the first that says the same money.
        values: Their values.
        head: Title and long title of the decision, `""` where there is none.

    Returns:
        The roles, with the name of the rule that decided last.
    """
    agreed = _coordinated(list(roles), places)
    for i, (whole, first) in enumerate(zip(*links, strict=True)):
        above = whole if whole is not None else first
        if above is not None and agreed[above][0] is SumRole.REQUESTED and agreed[i][1] in _WORD_RULES - {"grant-word"}:
            agreed[i] = SumRole.REQUESTED, "as-requested"
        if whole is not None:
            _with_whole(agreed, i, whole)
    return _only_provision(_envelopes(agreed, places, values), places, head)


def _only_provision(agreed: list[Decided], places: list[Place], head: str) -> list[Decided]:
    past = len(agreed) == 1 and agreed[0][1] == "past-act"
    if past and TITLE_TRANSFER.search(head) and _PROVISION.search(places[0].clause_before):
        return [(SumRole.TRANSFERRED, "only-provision")]
    return agreed


def _coordinated(agreed: list[Decided], places: list[Place]) -> list[Decided]:
    for i in range(1, len(agreed)):
        role, rule = agreed[i]
        before = agreed[i - 1][0]
        together = places[i].sentence == places[i - 1].sentence and not _CLAUSE_VERB.search(places[i].clause_before)
        if together and rule in _WORD_RULES and before in FUNDING_ROLES and role is not before:
            agreed[i] = before, "coordinated"
    return agreed


def _with_whole(agreed: list[Decided], i: int, whole: int) -> None:
    if agreed[i][1] == "context" and agreed[whole][0] in FUNDING_ROLES:
        agreed[i] = agreed[whole][0], "as-whole"
    if agreed[i][1] == "others-pay" and agreed[whole][0] in FUNDING_ROLES:
        agreed[whole] = SumRole.REFERENCE, "with-others"
    if not {agreed[i][0], agreed[whole][0]} <= FUNDING_ROLES:
        return
    if agreed[i][1] == "grant-verb" or agreed[i][0] is agreed[whole][0]:
        agreed[whole] = agreed[i][0], "as-parts" if agreed[whole][1] in _WORD_RULES else agreed[whole][1]
    elif agreed[i][1] in _WORD_RULES or agreed[i][1] == "coordinated":
        agreed[i] = agreed[whole][0], "as-whole"


def _envelopes(agreed: list[Decided], places: list[Place], values: list[Decimal]) -> list[Decided]:
    now = [role in FUNDING_ROLES and bool(_NOW.search(p.before)) for (role, _), p in zip(agreed, places, strict=True)]
    for i, place in enumerate(places):
        role, rule = agreed[i]
        passive = role is SumRole.BUDGET and rule in _PASSIVE_RULES
        passive = passive or (rule in _NOUN_RULES and bool(_IS_SET_ASIDE.search(place.before)))
        if not passive or place.in_head or now[i]:
            continue
        later = range(i + 1, min(len(places), i + 1 + WINDOW))
        if any(now[j] and places[j].sentence > place.sentence and values[j] < values[i] for j in later):
            agreed[i] = SumRole.REFERENCE, "envelope"
    return agreed
