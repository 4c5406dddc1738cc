"""What a sum is: granted, budgeted, moved, asked for, a cost, a rule, an income, or only mentioned.

The rules stand in order and have names; the first that holds decides, and `AmountMention.rule` says which it was.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Callable
from decimal import Decimal

from flanders_care.dutch.money.context import Place
from flanders_care.dutch.money.cues import (
    ACT,
    ADVANCE,
    BEAR_BEHIND,
    BUDGET_NEAR,
    BY_COMPANIES,
    BY_GIVING,
    CHANGED_FROM,
    CHANGED_TO,
    CHANGES_RULE,
    COST_BEFORE,
    COST_EXCUSE,
    CREDIT,
    CRITERION,
    EARLIER,
    EARLIER_BEHIND,
    GET,
    GOVERNMENT,
    GOVERNMENT_ACTS,
    GOVERNMENT_DID,
    GRANT_NEAR,
    GRANT_NOUN_BEHIND,
    GRANT_VERB,
    INCOME,
    INCOME_BEHIND,
    LEFT_AS_IT_IS,
    MAY_GET,
    NAMED_RECIPIENT,
    OPEN_CALL,
    OTHERS_BEAR,
    PARTICIPLE,
    PASSIVE,
    PER_IN_NOUN,
    PERFECT,
    PLEDGED,
    RELATIVE,
    REQUESTED,
    RULE_BEHIND,
    RULE_NOUN,
    THIRD_PARTY,
    THRESHOLD,
    TITLE_AWARD,
    TITLE_GRANT,
    TITLE_TRANSFER,
    TRANSFER,
    TRANSFERRED,
    VERB,
    WHO_ACTS,
    WITH_REGULAR,
)
from flanders_care.dutch.money.figures.found import Found
from flanders_care.dutch.money.multiples import gives_each
from flanders_care.dutch.money.recurrence import is_yearly, per_unit
from flanders_care.dutch.money.words import last_match
from flanders_care.money import Qualifier

__all__ = ["FUNDING_ROLES", "SumRole", "role_of", "tells_own_act"]


class SumRole(enum.StrEnum):
    """What a sum is in its document."""

    GRANTED = "granted"  # toegekend: subsidie, steun
    BUDGET = "budget"  # voorzien, gereserveerd, vrijgemaakt
    TRANSFERRED = "transferred"  # herverdeeld tussen kredieten
    ADVANCE = "advance"  # voorschot
    REQUESTED = "requested"  # aangevraagd
    COST = "cost"  # kostprijs, raming, investering van een ander
    NORM = "norm"  # plafond, tarief, premie, drempel
    INCOME = "income"  # ontvangst, lening, opbrengst
    REFERENCE = "reference"  # een vroegere beslissing, context


FUNDING_ROLES = frozenset({SumRole.GRANTED, SumRole.BUDGET, SumRole.TRANSFERRED, SumRole.ADVANCE})

"""The roles of sums that fund something."""

_RULE_AMOUNT = Decimal(100_000)
_SMALL = Decimal(10_000)

_PERSONAL = Decimal(300_000)

_LIMITS = frozenset({Qualifier.AT_MOST, Qualifier.AT_LEAST, Qualifier.LESS_THAN, Qualifier.MORE_THAN, Qualifier.RANGE})

_BEHIND = 12  # a word behind a sum says less of it than one before it


def tells_own_act(text: str) -> bool:
    """Tell whether a text tells of an act of the government itself; asked once for each text, not for each sum."""
    for who in WHO_ACTS.finditer(text):
        behind = text[who.end() : who.end() + 90].partition(".")[0]
        before = text[max(0, who.start() - 40) : who.start()].rpartition(".")[2]
        if ACT.search(behind) or ACT.search(before):
            return True
    return False


def role_of(item: Found, place: Place, qualifier: Qualifier, own_act: bool, head: str) -> tuple[SumRole, str]:
    """Say what a sum is.

    Args:
        item: The sum.
        place: Its surroundings.
        qualifier: How firmly it is stated.
        own_act: Whether the text tells of an act of the government itself (`tells_own_act`).
        head: Title and long title, `""` where there is none.

    Returns:
        The role and the name of the rule that decided.
    """
    for name, role, rule in _RULES:
        if rule(item, place, qualifier, own_act):
            return role, name
    role, name = _granted_or_budget(place, head)
    if (
        item.value < _RULE_AMOUNT
        and qualifier is not Qualifier.APPROX
        and item.times == 1
        and CHANGES_RULE.search(head)
        and not NAMED_RECIPIENT.search(place.clause_before[-120:] + place.clause_after[:120])
    ):
        return SumRole.NORM, "rule-amount"  # what a changed rule gives to each
    if name == "otherwise-budget" and not place.in_head and not own_act:
        return SumRole.REFERENCE, "context"  # no decision, and no word of funding
    return role, name


def _unit_rate(item: Found, place: Place, qualifier: Qualifier, own_act: bool) -> bool:
    return (
        item.times == 1
        and per_unit(place)
        and not gives_each(place)
        and (not GRANT_VERB.search(place.before) or bool(re.match(r"\s*\w*\s*per\b", place.clause_after)))
    )


def _rule_limit(item: Found, place: Place, qualifier: Qualifier, own_act: bool) -> bool:
    if qualifier not in _LIMITS or item.value >= 50_000_000:
        return False
    if (
        qualifier is Qualifier.AT_MOST
        and item.value < 100_000
        and is_yearly(place)
        and not GRANT_VERB.search(place.before)
    ):
        return True  # a yearly ceiling for one
    may = MAY_GET.search(place.before)
    return bool(may and (GET.search(may[0]) or GET.search(place.after[:80]))) or bool(
        PER_IN_NOUN.search(place.clause_before)
    )


def _rule_noun(item: Found, place: Place, qualifier: Qualifier, own_act: bool) -> bool:
    if item.value >= _PERSONAL or GRANT_VERB.search(place.before[-200:]):
        return False
    return bool(RULE_NOUN.search(place.clause_before[-160:]) or RULE_BEHIND.match(place.clause_after))


def _threshold(item: Found, place: Place, qualifier: Qualifier, own_act: bool) -> bool:
    near = place.clause_before[-60:]
    return bool(CRITERION.search(near) or (THRESHOLD.search(near) and item.value < 10_000_000))


def _unchanged(item: Found, place: Place, qualifier: Qualifier, own_act: bool) -> bool:
    """What stays as it is, or was not spent, is no new money."""
    return qualifier is Qualifier.EXACT and bool(LEFT_AS_IT_IS.match(place.clause_after))


def _small(item: Found, place: Place, qualifier: Qualifier, own_act: bool) -> bool:
    return item.value < _SMALL and item.times == 1 and not GRANT_VERB.search(place.before)


def _requested(item: Found, place: Place, qualifier: Qualifier, own_act: bool) -> bool:
    return bool(REQUESTED.search(place.clause_before[-110:])) and not GRANT_VERB.search(place.clause_before[-110:])


def _cost(item: Found, place: Place, qualifier: Qualifier, own_act: bool) -> bool:
    before = place.clause_before[-170:]
    match = COST_BEFORE.search(before)
    if match is not None and not COST_EXCUSE.search(before):
        return not GOVERNMENT_ACTS.search(before, match.end("word"))
    if BY_COMPANIES.search(place.before[-200:] + " " + place.clause_after[:90]):
        return True
    near = before[-110:] + " " + place.clause_after[:70]
    return bool(THIRD_PARTY.search(near)) and not GOVERNMENT.search(place.before) and not GRANT_NEAR.search(near)


def _income(item: Found, place: Place, qualifier: Qualifier, own_act: bool) -> bool:
    return bool(INCOME.search(place.before[-260:]) or INCOME_BEHIND.match(place.clause_after))


def _past_act(item: Found, place: Place, qualifier: Qualifier, own_act: bool) -> bool:
    """The decision speaks of its own act in the present tense; what it tells in the past tense is another act."""
    if place.in_head:
        return False
    if not own_act:
        return bool(GOVERNMENT_DID.search(place.before))
    near = place.clause_before[-200:]
    earlier = EARLIER.search(near)
    after_it = VERB.search(near, earlier.start()) if earlier else None
    if EARLIER_BEHIND.match(place.clause_after) or (earlier and (after_it is None or after_it["past"])):
        return True
    told = PERFECT.search(place.before)
    if told and not PASSIVE.search(place.before, 0, told.start()) and PARTICIPLE.match(place.after):
        return True
    verb = last_match(VERB, place.before)
    if verb is None:
        verb = _main_verb(place.after)
    return verb is not None and verb["past"] is not None


def _main_verb(after: str) -> re.Match[str] | None:
    """Find the finite verb behind a subject; that of a relative clause (`die werden betoelaagd`) comes before."""
    verbs = list(VERB.finditer(after))[:2]
    relative = RELATIVE.search(after)
    if len(verbs) == 2 and relative is not None and relative.start() < verbs[0].start():
        return verbs[1]
    return verbs[0] if verbs else None


def _ambition(item: Found, place: Place, qualifier: Qualifier, own_act: bool) -> bool:
    """What a government wants to reach is no money that it gives: `wil voor 3 miljard investeren`."""
    verb = last_match(VERB, place.before)
    if verb is None or verb[0].lower() not in {"wil", "beoogt", "ambieert"} or place.in_head:
        return False
    return BY_GIVING.search(place.before, verb.end()) is None  # wil steunen door het toekennen van een subsidie


def _others_pay(item: Found, place: Place, qualifier: Qualifier, own_act: bool) -> bool:
    """What third parties add is no money of the government: `de lokale besturen dragen 360.000 euro bij`."""
    bears = OTHERS_BEAR.search(place.clause_before)
    if bears is None or not BEAR_BEHIND.match(place.clause_after):
        return False
    return not GOVERNMENT.search(place.before[-60 - len(bears[0]) :])


def _regular_means(item: Found, place: Place, qualifier: Qualifier, own_act: bool) -> bool:
    """A plan that holds money given elsewhere is no sum of this act: `samen met reguliere middelen`."""
    return bool(WITH_REGULAR.search(place.clause_before))


def _pledge(item: Found, place: Place, qualifier: Qualifier, own_act: bool) -> bool:
    """What somebody has bound itself to spend is context: `de verbintenis om jaarlijks 14,5 miljoen te besteden`."""
    return bool(PLEDGED.search(place.clause_before[-260:]))


def _changed_from(item: Found, place: Place, qualifier: Qualifier, own_act: bool) -> bool:
    return bool(CHANGED_FROM.search(place.before[-180:]) and CHANGED_TO.match(place.after))


def _transfer(item: Found, place: Place, qualifier: Qualifier, own_act: bool) -> bool:
    match = last_match(TRANSFER, place.before)
    if match is None:
        return bool(TRANSFERRED.search(place.clause_after[:160])) and not GRANT_VERB.search(place.before)
    return not GRANT_VERB.search(place.before, match.end())


def _advance(item: Found, place: Place, qualifier: Qualifier, own_act: bool) -> bool:
    return bool(ADVANCE.search(place.clause_before[-90:]))


_RULES: tuple[tuple[str, SumRole, Callable[[Found, Place, Qualifier, bool], bool]], ...] = (
    ("requested", SumRole.REQUESTED, _requested),
    ("changed-from", SumRole.REFERENCE, _changed_from),
    ("unit-rate", SumRole.NORM, _unit_rate),
    ("rule-limit", SumRole.NORM, _rule_limit),
    ("rule-noun", SumRole.NORM, _rule_noun),
    ("threshold", SumRole.NORM, _threshold),
    ("small-sum", SumRole.NORM, _small),
    ("advance", SumRole.ADVANCE, _advance),
    ("others-pay", SumRole.COST, _others_pay),
    ("regular-means", SumRole.REFERENCE, _regular_means),
    ("past-act", SumRole.REFERENCE, _past_act),
    ("unchanged", SumRole.REFERENCE, _unchanged),
    ("ambition", SumRole.REFERENCE, _ambition),
    ("pledge", SumRole.REFERENCE, _pledge),
    ("cost", SumRole.COST, _cost),
    ("income", SumRole.INCOME, _income),
    ("transfer", SumRole.TRANSFERRED, _transfer),
)


def _granted_or_budget(place: Place, head: str) -> tuple[SumRole, str]:
    """Weigh the words of granting against those of budgeting: the nearest wins, the title breaks ties."""
    near, behind = place.clause_before[-200:], place.clause_after[:90]
    if GRANT_NOUN_BEHIND.match(behind):
        return SumRole.GRANTED, "grant-noun"
    if GRANT_VERB.search(place.before):
        credit = CREDIT.search(place.before[-70:]) or CREDIT.search(behind[:20])
        return (SumRole.BUDGET, "credit-granted") if credit else (SumRole.GRANTED, "grant-verb")
    grant = min(_last(GRANT_NEAR, near), _first(GRANT_NEAR, behind) + _BEHIND)
    budget = min(_last(BUDGET_NEAR, near), _first(BUDGET_NEAR, behind) + _BEHIND)
    if grant < budget:
        return SumRole.GRANTED, "grant-word"
    if TITLE_AWARD.search(head) and not OPEN_CALL.search(place.before) and "voorwaarden" not in head:
        return SumRole.GRANTED, "title-award"
    if budget < 999:
        moved = TITLE_TRANSFER.search(head) and CREDIT.search(behind[:40])
        return (SumRole.TRANSFERRED, "title-transfer") if moved else (SumRole.BUDGET, "budget-word")
    return (SumRole.GRANTED, "title-grant") if TITLE_GRANT.search(head) else (SumRole.BUDGET, "otherwise-budget")


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Return how far before the sum the last hit ends; 999 without one."""
    hits = [match.end() for match in pattern.finditer(text)]
    return len(text) - hits[-1] if hits else 999


def _first(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.search(text)
    return match.start() if match else 999
