"""What a sum is: granted, budgeted, moved, asked for, a cost, a rule, an income, or only mentioned.

The rules stand in order and have names; the first that holds decides, and `AmountMention.rule` says which it was.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import Final

import attrs

from flanders_care.dutch.money.cues import GRANT_VERB, cue, holds, stands_in, told_by
from flanders_care.dutch.money.funding_rules import FUNDING_RULES
from flanders_care.dutch.money.norm_rules import CHANGED_RULE, NORM_RULES
from flanders_care.dutch.money.roles import SumRole
from flanders_care.dutch.money.sum import RoleRule, Sum
from flanders_care.dutch.text.page import Page
from flanders_care.dutch.text.patterns import last_match
from flanders_care.money import Qualifier
from flanders_care.regex import regex

_COMPANIES_BEFORE, _COMPANIES_BEHIND, _OTHERS_BEFORE, _OTHERS_BEHIND = 200, 90, 110, 70
_WANTS = frozenset({"wil", "beoogt", "ambieert"})


def give_roles(sums: tuple[Sum, ...], page: Page) -> tuple[Sum, ...]:
    """Give each sum its role, by its own words."""
    return tuple(_decided(item) for item in sums)


def _decided(item: Sum) -> Sum:
    rule = next(rule for rule in ROLE_RULES if rule.holds(item))
    return attrs.evolve(item, role=rule.role, rule=rule)


# --- asked for, or changed ------------------------------------------------------------------------------------------


def _requested(item: Sum) -> bool:
    requested = cue("requested").find(item)
    return requested is not None and not GRANT_VERB.search(requested.string)


def _changed_from(item: Sum) -> bool:
    return holds(item, "changed from") and holds(item, "changed to")


# --- money of others, and plans -------------------------------------------------------------------------------------


def _others_pay(item: Sum) -> bool:
    """What third parties add is no money of the government: `de lokale besturen dragen 360.000 euro bij`."""
    bears = cue("others bear").find(item)
    if bears is None or not holds(item, "bear behind"):
        return False
    return not stands_in("government", item.before[-60 - len(bears[0]) :])


def _unchanged(item: Sum) -> bool:
    """What stays as it is, or was not spent, is no new money."""
    return item.qualifier is Qualifier.EXACT and holds(item, "left as it is")


def _ambition(item: Sum) -> bool:
    """What a government wants to reach is no money that it gives: `wil voor 3 miljard investeren`."""
    verb = last_match(_finite_verb(), item.before)
    if verb is None or verb[0].lower() not in _WANTS or item.in_head:
        return False
    return not stands_in("by giving", item.before[verb.end() :])  # wil steunen door het toekennen van een subsidie


# --- another act, in the past ---------------------------------------------------------------------------------------


def _past_act(item: Sum) -> bool:
    """The decision speaks of its own act in the present tense; what it tells in the past tense is another act."""
    if item.in_head:
        return False
    if not item.own_act:
        return holds(item, "government did")
    earlier = cue("earlier").find(item)
    after_it = _finite_verb().search(earlier.string, earlier.start()) if earlier else None
    if holds(item, "earlier behind") or (earlier and (after_it is None or after_it["past"])):
        return True
    told = cue("perfect").find(item)
    if told and not stands_in("passive", item.before[: told.start()]) and holds(item, "participle"):
        return True
    verb = last_match(_finite_verb(), item.before) or _main_verb(item.after)
    return verb is not None and verb["past"] is not None


@cache
def _finite_verb() -> re.Pattern[str]:
    """Return a pattern of the finite verbs that tell of an act, those of the past in a group of their own."""
    past, present = (cue(name).pattern.pattern.replace("words", name[:-5]) for name in ("past verb", "present verb"))
    return regex(f"{past}|{present}", re.IGNORECASE)


def _main_verb(after: str) -> re.Match[str] | None:
    """Find the finite verb behind a subject; that of a relative clause (`die werden betoelaagd`) comes before."""
    verbs = list(islice(_finite_verb().finditer(after), 2))
    relative = cue("relative").pattern.search(after)
    if len(verbs) == 2 and relative is not None and relative.start() < verbs[0].start():
        return verbs[1]
    return verbs[0] if verbs else None


# --- costs and transfers --------------------------------------------------------------------------------------------


def _cost(item: Sum) -> bool:
    cost = cue("cost").find(item)
    if cost is not None and not holds(item, "cost excuse"):
        return not stands_in("government acts", cost.string[cost.end("words") :])
    if stands_in("by companies", f"{item.before[-_COMPANIES_BEFORE:]} {item.clause_after[:_COMPANIES_BEHIND]}"):
        return True
    near = f"{item.clause_before[-_OTHERS_BEFORE:]} {item.clause_after[:_OTHERS_BEHIND]}"
    own = stands_in("government", item.before) or stands_in("grant word", near)
    return stands_in("third party", near) and not own


def _transfer(item: Sum) -> bool:
    match = last_match(cue("transfer").pattern, item.before)
    if match is None:
        return holds(item, "transferred") and not GRANT_VERB.search(item.before)
    return not GRANT_VERB.search(item.before, match.end())


OTHERS_PAY: Final = RoleRule("others-pay", SumRole.COST, _others_pay)
PAST_ACT: Final = RoleRule("past-act", SumRole.REFERENCE, _past_act)

ROLE_RULES: Final[tuple[RoleRule, ...]] = (
    RoleRule("requested", SumRole.REQUESTED, _requested),
    RoleRule("changed-from", SumRole.REFERENCE, _changed_from),
    *NORM_RULES,
    RoleRule("advance", SumRole.ADVANCE, told_by("advance")),
    OTHERS_PAY,
    RoleRule("regular-means", SumRole.REFERENCE, told_by("regular means")),
    PAST_ACT,
    RoleRule("unchanged", SumRole.REFERENCE, _unchanged),
    RoleRule("ambition", SumRole.REFERENCE, _ambition),
    RoleRule("pledge", SumRole.REFERENCE, told_by("pledge")),
    RoleRule("cost", SumRole.COST, _cost),
    RoleRule("income", SumRole.INCOME, told_by("income", "income behind")),
    RoleRule("transfer", SumRole.TRANSFERRED, _transfer),
    CHANGED_RULE,
    *FUNDING_RULES,
)
"""All rules, in order: the first that holds decides."""
