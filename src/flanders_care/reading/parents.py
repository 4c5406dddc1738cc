"""Which programme is part of which: `is ingebed in`, `kadert binnen`, `als onderdeel van`, `Centraal in`."""

from __future__ import annotations

from flanders_care.model.programme import programme_id
from flanders_care.reading.facts import Facts
from flanders_care.reading.running_text import Sentence
from flanders_care.regex import regex

_INSIDE = regex(
    r"\b(?:ingebed in|kadert (?:in|binnen)|past (?:in|binnen)|maakt deel uit van|(?:als |een )?onderdeel van|deel van|"
    r"valt onder|opgezet binnen)\s+(?:(?:een|het|de)\s+)?(?:[a-zë-]+\s+){0,4}[‘“'\"]?$"
)
_CENTRAL = regex(
    r"\b(?:Centra(?:al|le)(?:\s[a-z]+){0,3}\sin|Onderdeel van|Binnen)\s+"
    r"(?:(?:een|het|de|dit)\s+)?(?:[a-zë-]+\s+){0,3}[‘“'\"]?$"
)


def find_parents(facts: Facts) -> dict[str, str]:
    """Find which programmes are part of others.

    Args:
        facts: What was found in a document.

    Returns:
        For each id of a programme the id of the one that contains it; no cycles.
    """
    found: dict[str, str] = {}
    for sentence in facts.reading.prose:
        for child, parent in _pairs(facts, sentence):
            if child != parent and not _leads_to(found, parent, child):
                found.setdefault(child, parent)
    return found


def _pairs(facts: Facts, sentence: Sentence) -> list[tuple[str, str]]:
    mentions = facts.about.within(sentence.start, sentence.end)
    pairs: list[tuple[str, str]] = []
    for place, mention in enumerate(mentions):
        before = sentence.text[max(0, mention.start - sentence.start - 90) : mention.start - sentence.start]
        if _INSIDE.search(before) is not None and place:
            pairs.append((programme_id(mentions[place - 1].name), programme_id(mention.name)))
        elif _CENTRAL.search(before) is not None and place + 1 < len(mentions):
            pairs.append((programme_id(mentions[place + 1].name), programme_id(mention.name)))
    return pairs


def _leads_to(parents: dict[str, str], start: str, goal: str) -> bool:
    """Tell whether following the parents of `start` reaches `goal`."""
    while start != goal and start in parents:  # there are no cycles in `parents`
        start = parents[start]
    return start == goal
