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

import attrs

from flanders_care.dutch.money.cues import holds
from flanders_care.dutch.money.funding_rules import BY_GRANT_VERB, BY_GRANT_WORD, ONLY_CONTEXT
from flanders_care.dutch.money.role_rules import OTHERS_PAY, PAST_ACT
from flanders_care.dutch.money.roles import FUNDING_ROLES, Rule, SumRole
from flanders_care.dutch.money.sum import WINDOW, Sum
from flanders_care.dutch.text.page import Page

_COORDINATED = Rule("coordinated")
_AS_REQUESTED = Rule("as-requested")
_WITH_OTHERS = Rule("with-others")
_AS_WHOLE = Rule("as-whole")
_AS_PARTS = Rule("as-parts", passive=True)
_ENVELOPE = Rule("envelope")
_ONLY_PROVISION = Rule("only-provision")


def agree_on_roles(sums: tuple[Sum, ...], page: Page) -> tuple[Sum, ...]:
    """Let sums that stand together have one role; `Sum.rule` is the rule that decided last."""
    agreed = list(sums)
    _coordinate(agreed)
    for i in range(len(agreed)):
        _ask_as_whole(agreed, i)
        _agree_with_whole(agreed, i)
    _find_envelopes(agreed)
    _move_provision(agreed)
    return tuple(agreed)


def _decide(agreed: list[Sum], i: int, role: SumRole, rule: Rule) -> None:
    agreed[i] = attrs.evolve(agreed[i], role=role, rule=rule)


def _coordinate(agreed: list[Sum]) -> None:
    for i in range(1, len(agreed)):
        before, item = agreed[i - 1], agreed[i]
        together = item.sentence == before.sentence and not holds(item, "clause verb")
        if together and item.rule.weak and before.role in FUNDING_ROLES and item.role is not before.role:
            _decide(agreed, i, before.role, _COORDINATED)


def _ask_as_whole(agreed: list[Sum], i: int) -> None:
    item = agreed[i]
    above = item.same_as if item.part_of is None else item.part_of
    asked = above is not None and agreed[above].role is SumRole.REQUESTED
    if asked and item.rule.weak and item.rule is not BY_GRANT_WORD:
        _decide(agreed, i, SumRole.REQUESTED, _AS_REQUESTED)


def _agree_with_whole(agreed: list[Sum], i: int) -> None:
    if (above := agreed[i].part_of) is None:
        return
    whole = agreed[above]
    if agreed[i].rule is ONLY_CONTEXT and whole.role in FUNDING_ROLES:
        _decide(agreed, i, whole.role, _AS_WHOLE)
    if agreed[i].rule is OTHERS_PAY and whole.role in FUNDING_ROLES:
        _decide(agreed, above, SumRole.REFERENCE, _WITH_OTHERS)
    part, whole = agreed[i], agreed[above]
    if not {part.role, whole.role} <= FUNDING_ROLES:
        return
    if part.rule is BY_GRANT_VERB or part.role is whole.role:
        _decide(agreed, above, part.role, _AS_PARTS if whole.rule.weak else whole.rule)
    elif part.rule.weak or part.rule is _COORDINATED:
        _decide(agreed, i, whole.role, _AS_WHOLE)


def _find_envelopes(agreed: list[Sum]) -> None:
    gives_now = [item.role in FUNDING_ROLES and holds(item, "now") for item in agreed]
    for i, item in enumerate(agreed):
        if item.in_head or gives_now[i] or not _is_only_there(item):
            continue
        later = range(i + 1, min(len(agreed), i + 1 + WINDOW))
        if any(gives_now[j] and agreed[j].sentence > item.sentence and agreed[j].value < item.value for j in later):
            _decide(agreed, i, SumRole.REFERENCE, _ENVELOPE)


def _is_only_there(item: Sum) -> bool:
    """Tell whether the text says no more of a sum than that there is such money."""
    passive = item.rule.passive and item.role is SumRole.BUDGET
    return passive or (item.rule.by_noun and holds(item, "is set aside"))


def _move_provision(agreed: list[Sum]) -> None:
    if len(agreed) != 1 or agreed[0].rule is not PAST_ACT:
        return
    if holds(agreed[0], "title transfer") and holds(agreed[0], "provision"):
        _decide(agreed, 0, SumRole.TRANSFERRED, _ONLY_PROVISION)
