"""Rules that tell a norm, which is a ceiling, a price or a sum for each, from money that is given."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from flanders_care.dutch.money import cues
from flanders_care.dutch.money.multiples import gives_each
from flanders_care.dutch.money.recurrence import is_yearly, per_unit
from flanders_care.dutch.money.roles import SumRole
from flanders_care.dutch.money.sum import RoleRule, Sum
from flanders_care.money import Qualifier

_MAY_GET = re.compile(r"\b(?:kunnen|kan|mogen|mag|komen\s+in\s+aanmerking)\b[^.;]{0,120}$", re.IGNORECASE)
_GET = re.compile(
    r"\b(?:ontvang|krijg|aanvra|bekom|geniet|lenen|verkrijg|oplopen|toegekend|aangevraagd|indienen)", re.IGNORECASE
)
_RULE_NOUN = re.compile(
    r"\b\S*(?:premie|tarief|tarieven|boete|retributie|drempel\w*|grens|grensbedrag|loongrens|forfait\w*|ontleningsbedrag|leenbedrag|criterium|minimumbedrag"
    r"|maximumbedrag|bosbehoudsbijdrage|heffing|waarborg|toeslag|inschrijvingsgeld|\w*lening(?:en)?|huurprijs|dagprijs|aansluitingskost|startbedrag|basisbedrag"
    r"|subsidiabel\s+projectvoorstel|looptijd|certificaat|cofinanciering\s+per)\b[^.;]{0,90}$",
    re.IGNORECASE,
)
_CRITERION = re.compile(r"\b\w*criterium\s+(?:van\s+)?$", re.IGNORECASE)
_CHANGES_RULE = re.compile(
    r"\bwijziging\s+van\s+(?:de\s+)?(?:het|artikel\w*|diverse|besluit\w*|decreet)\b|wijzigingsbesluit", re.IGNORECASE
)
_FOR_EACH = re.compile(r"\s*\w*\s*per\b")

_LIMITS = frozenset({Qualifier.AT_MOST, Qualifier.AT_LEAST, Qualifier.LESS_THAN, Qualifier.MORE_THAN, Qualifier.RANGE})

# characters beside a sum in which these words tell of it
_NOUN_BEFORE, _GET_BEHIND, _GRANT_BEFORE = 160, 80, 200

# from here on, in euro, a sum is no longer what its rule says
_EURO_SMALL = Decimal(10_000)  # a sum that funds something on its own
_EURO_FOR_ONE = Decimal(100_000)  # a yearly ceiling for one, or what a changed rule gives to one
_EURO_OF_RULE_NOUN = Decimal(300_000)  # a premium, a tariff, a loan for one
_EURO_LIMIT = Decimal(50_000_000)  # a limit to what one may get


def _unit_rate(item: Sum) -> bool:
    granted = cues.GRANT_VERB.search(item.before) and not _FOR_EACH.match(item.clause_after)
    return item.times == 1 and per_unit(item) and not gives_each(item) and not granted


def _rule_limit(item: Sum) -> bool:
    if item.qualifier not in _LIMITS or item.value >= _EURO_LIMIT:
        return False
    if _is_yearly_ceiling(item):
        return True
    may = _MAY_GET.search(item.before)
    gets = may is not None and (_GET.search(may[0]) or _GET.search(item.after[:_GET_BEHIND]))
    return bool(gets)


def _is_yearly_ceiling(item: Sum) -> bool:
    for_one = item.qualifier is Qualifier.AT_MOST and item.value < _EURO_FOR_ONE
    return for_one and is_yearly(item) and not cues.GRANT_VERB.search(item.before)


def _rule_noun(item: Sum) -> bool:
    if item.value >= _EURO_OF_RULE_NOUN or cues.GRANT_VERB.search(item.before[-_GRANT_BEFORE:]):
        return False
    return bool(_RULE_NOUN.search(item.clause_before[-_NOUN_BEFORE:]))


def _threshold(item: Sum) -> bool:
    return _CRITERION.search(item.clause_before) is not None


def _small(item: Sum) -> bool:
    return item.value < _EURO_SMALL and item.times == 1 and not cues.GRANT_VERB.search(item.before)


def _changed_rule(item: Sum) -> bool:
    """What a changed rule gives to each."""
    to_one = item.value < _EURO_FOR_ONE and item.qualifier is not Qualifier.APPROX and item.times == 1
    return to_one and bool(_CHANGES_RULE.search(item.head))


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
