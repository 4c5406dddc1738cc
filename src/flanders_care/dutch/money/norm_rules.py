"""Rules that tell a norm, which is a ceiling, a price or a sum for each, from money that is given."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from flanders_care.dutch.money.cues import GRANT_VERB, cue, holds, stands_in
from flanders_care.dutch.money.multiples import gives_each
from flanders_care.dutch.money.recurrence import is_yearly, per_unit
from flanders_care.dutch.money.roles import SumRole
from flanders_care.dutch.money.sum import RoleRule, Sum
from flanders_care.money import Qualifier

_LIMITS = frozenset({Qualifier.AT_MOST, Qualifier.AT_LEAST, Qualifier.LESS_THAN, Qualifier.MORE_THAN, Qualifier.RANGE})

# characters beside a sum in which these words tell of it
_GET_BEHIND, _GRANT_BEFORE = 80, 200

# from here on, in euro, a sum is no longer what its rule says
_EURO_SMALL = Decimal(10_000)  # a sum that funds something on its own
_EURO_FOR_ONE = Decimal(100_000)  # a yearly ceiling for one, or what a changed rule gives to one
_EURO_OF_RULE_NOUN = Decimal(300_000)  # a premium, a tariff, a loan for one
_EURO_BOUND = Decimal(10_000_000)  # a threshold that somebody must pass
_EURO_LIMIT = Decimal(50_000_000)  # a limit to what one may get


def _unit_rate(item: Sum) -> bool:
    granted = GRANT_VERB.search(item.before) and not holds(item, "for each")
    return item.times == 1 and per_unit(item) and not gives_each(item) and not granted


def _rule_limit(item: Sum) -> bool:
    if item.qualifier not in _LIMITS or item.value >= _EURO_LIMIT:
        return False
    if _is_yearly_ceiling(item):
        return True
    may = cue("may").find(item)
    return may is not None and (stands_in("get", may[0]) or stands_in("get", item.after[:_GET_BEHIND]))


def _is_yearly_ceiling(item: Sum) -> bool:
    for_one = item.qualifier is Qualifier.AT_MOST and item.value < _EURO_FOR_ONE
    return for_one and is_yearly(item) and not GRANT_VERB.search(item.before)


def _rule_noun(item: Sum) -> bool:
    granted = item.value >= _EURO_OF_RULE_NOUN or GRANT_VERB.search(item.before[-_GRANT_BEFORE:])
    return not granted and holds(item, "rule noun")


def _threshold(item: Sum) -> bool:
    """What somebody must pass: `projecten boven 500.000 euro`."""
    return holds(item, "criterion") or (item.value < _EURO_BOUND and holds(item, "bound"))


def _small(item: Sum) -> bool:
    return item.value < _EURO_SMALL and item.times == 1 and not GRANT_VERB.search(item.before)


def _changed_rule(item: Sum) -> bool:
    """What a changed rule gives to each."""
    to_one = item.value < _EURO_FOR_ONE and item.qualifier is not Qualifier.APPROX and item.times == 1
    return to_one and holds(item, "changes rule")


NORM_RULES: Final[tuple[RoleRule, ...]] = (
    RoleRule("unit-rate", SumRole.NORM, _unit_rate),
    RoleRule("rule-limit", SumRole.NORM, _rule_limit),
    RoleRule("rule-noun", SumRole.NORM, _rule_noun),
    RoleRule("threshold", SumRole.NORM, _threshold),
    RoleRule("small-sum", SumRole.NORM, _small),
)
"""The first rule that holds decides."""

CHANGED_RULE: Final = RoleRule("rule-amount", SumRole.NORM, _changed_rule)
"""The rule that is asked when no other but those of funding holds."""
