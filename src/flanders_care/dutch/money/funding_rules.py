"""Rules that weigh the words of granting against those of budgeting: the nearest wins, the title breaks ties."""

from __future__ import annotations

from typing import Final

from flanders_care.dutch.money.cues import GRANT_VERB, cue, holds, stands_in, told_by
from flanders_care.dutch.money.roles import SumRole
from flanders_care.dutch.money.sum import RoleRule, Sum
from flanders_care.dutch.text.patterns import last_match

_BEFORE, _BEHIND = 200, 90  # characters of its clause before and behind a sum that tell what funds it
_BEHIND_IS_FARTHER = 12  # characters: a word behind a sum says less of it than one before it
_NOWHERE = 999  # characters: farther than any word that is found


def _grant_verb(item: Sum) -> bool:
    return GRANT_VERB.search(item.before) is not None


def _credit_granted(item: Sum) -> bool:
    return _grant_verb(item) and holds(item, "credit before", "credit behind")


def _grant_word(item: Sum) -> bool:
    return _distance("grant word", item) < _distance("budget word", item)


def _title_award(item: Sum) -> bool:
    return holds(item, "title award") and "voorwaarden" not in item.head and not holds(item, "open call")


def _budget_word(item: Sum) -> bool:
    return any(stands_in("budget word", near) for near in _near(item))


def _context(item: Sum) -> bool:
    """No decision, and no word of funding."""
    return not item.in_head and not item.own_act


def _distance(name: str, item: Sum) -> int:
    """Return how far from the sum the nearest word of a cue stands, in characters."""
    pattern, (near, beyond) = cue(name).pattern, _near(item)
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
    RoleRule("grant-noun", SumRole.GRANTED, told_by("grant noun"), by_noun=True),
    RoleRule("credit-granted", SumRole.BUDGET, _credit_granted),
    BY_GRANT_VERB,
    BY_GRANT_WORD,
    RoleRule("title-award", SumRole.GRANTED, _title_award, weak=True, by_noun=True),
    RoleRule("budget-word", SumRole.BUDGET, _budget_word, weak=True, passive=True),
    RoleRule("title-grant", SumRole.GRANTED, told_by("title grant"), weak=True, by_noun=True),
    ONLY_CONTEXT,
    RoleRule("otherwise-budget", SumRole.BUDGET, lambda _: True, weak=True, passive=True),
)
"""The first rule that holds decides; one of them always does."""
