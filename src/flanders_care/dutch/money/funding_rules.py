"""Rules that weigh the words of granting against those of budgeting: the nearest wins, the title breaks ties."""

from __future__ import annotations

import re
from typing import Final

from flanders_care.dutch.money import cues
from flanders_care.dutch.money.roles import SumRole
from flanders_care.dutch.money.sum import RoleRule, Sum
from flanders_care.dutch.text.patterns import last_match

_BUDGET_NEAR = re.compile(
    r"(?:\w*budget\w*|\w*krediet\w*|voorzie\w*|vrijgemaakt|vrij\s+te\s+maken|vrijgave|\bmaakt\b|uitgetrokken|uit\s+te\s+trekken|trekt|reserv\w*|gereserveerd|vastlegg\w*|vastgelegd|vast\s+te\s+leggen"
    r"|bested\w*|inzet\w*|in\s+te\s+zetten|ingezet|investe(?!\w*subsid)\w*|enveloppe|middelen|\b(?!co)[a-zà-ÿ]*financiering|ter\s+beschikking|oproep|provisie|begroot|begroting(?!sja)|schijf|toegewezen|toe\s+te\s+wijzen|wijst)",
    re.IGNORECASE,
)
_GRANT_NOUN_BEHIND = re.compile(
    r"^\s{0,4}(?!(?:van|uit|vanuit|voor|aan|in)\b)(?:[a-zà-ÿé]+\s+){0,2}?[a-zà-ÿ]*(?:subsidie|subsidies|steun|toelage|dotatie|cofinanciering)\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"krediet", re.IGNORECASE)
_TITLE_GRANT = re.compile(
    r"toekenning|subsidi|\bsteun\b|toelage|cofinanciering|projectsubsidie|financiële ondersteuning", re.IGNORECASE
)
_TITLE_AWARD = re.compile(
    r"toekenning\s+van\s+(?:een|de|een\s+\w+)\s+\w*subsidie\b|\b(?:[Tt]oelage|[Ss]ubsidie)\s+aan\s|\bconvenant\s+\w",
    re.IGNORECASE,
)
_OPEN_CALL = re.compile(r"oproep|regeling|reserv|krediet|provisie|voorwaarden|enveloppe|noodfonds", re.IGNORECASE)

_BEFORE, _BEHIND = 200, 90  # characters of its clause before and behind a sum that tell what funds it
_CREDIT_BEFORE, _CREDIT_BEHIND = 70, 20  # characters beside a sum that call it a credit
_BEHIND_IS_FARTHER = 12  # characters: a word behind a sum says less of it than one before it
_NOWHERE = 999  # characters: farther than any word that is found


def _grant_noun(item: Sum) -> bool:
    return _GRANT_NOUN_BEHIND.match(item.clause_after[:_BEHIND]) is not None


def _credit_granted(item: Sum) -> bool:
    credit = _CREDIT.search(item.before[-_CREDIT_BEFORE:]) or _CREDIT.search(item.clause_after[:_CREDIT_BEHIND])
    return _grant_verb(item) and credit is not None


def _grant_verb(item: Sum) -> bool:
    return cues.GRANT_VERB.search(item.before) is not None


def _grant_word(item: Sum) -> bool:
    return _distance(cues.GRANT_NEAR, item) < _distance(_BUDGET_NEAR, item)


def _title_award(item: Sum) -> bool:
    awards = _TITLE_AWARD.search(item.head) and "voorwaarden" not in item.head
    return bool(awards) and not _OPEN_CALL.search(item.before)


def _budget_word(item: Sum) -> bool:
    return any(map(_BUDGET_NEAR.search, _near(item)))


def _title_grant(item: Sum) -> bool:
    return _TITLE_GRANT.search(item.head) is not None


def _context(item: Sum) -> bool:
    """No decision, and no word of funding."""
    return not item.in_head and not item.own_act


def _distance(pattern: re.Pattern[str], item: Sum) -> int:
    """Return how far from the sum the nearest hit stands, in characters."""
    near, beyond = _near(item)
    before, behind = last_match(pattern, near), pattern.search(beyond)
    return min(
        _NOWHERE if before is None else len(near) - before.end(),
        _NOWHERE if behind is None else behind.start() + _BEHIND_IS_FARTHER,
    )


def _near(item: Sum) -> tuple[str, str]:
    return item.clause_before[-_BEFORE:], item.clause_after[:_BEHIND]


BY_GRANT_VERB: Final = RoleRule("grant-verb", SumRole.GRANTED, _grant_verb)
BY_GRANT_WORD: Final = RoleRule("grant-word", SumRole.GRANTED, _grant_word, weak=True)
ONLY_CONTEXT: Final = RoleRule("context", SumRole.REFERENCE, _context, weak=True)

FUNDING_RULES: Final[tuple[RoleRule, ...]] = (
    RoleRule("grant-noun", SumRole.GRANTED, _grant_noun, by_noun=True),
    RoleRule("credit-granted", SumRole.BUDGET, _credit_granted),
    BY_GRANT_VERB,
    BY_GRANT_WORD,
    RoleRule("title-award", SumRole.GRANTED, _title_award, weak=True, by_noun=True),
    RoleRule("budget-word", SumRole.BUDGET, _budget_word, weak=True, passive=True),
    RoleRule("title-grant", SumRole.GRANTED, _title_grant, weak=True, by_noun=True),
    ONLY_CONTEXT,
    RoleRule("otherwise-budget", SumRole.BUDGET, lambda _: True, weak=True, passive=True),
)
"""The first rule that holds decides; one of them always does."""
