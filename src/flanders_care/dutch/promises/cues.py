"""Cues in a sentence that tell a promise from context: words, openings and verb forms, each with a weight."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from flanders_care.dutch.text.wordlists import read_group, read_lines
from flanders_care.regex import regex

_WORD = regex(r"[^\W_]+(?:[’'-][^\W_]+)*|[?.;:]")
_PARTICIPLE = regex(
    r"(?:(?:be|ge|ver|ont|her|on)[a-zë]{2,30}(?:d|t|en)"
    r"|[a-z]{2,10}(?:ge|be|ver|ont)[a-zë]{2,30}(?:d|t|en)"
    r"|[a-zï]{2,30}eerd)"
)
_GOVERNMENT = regex(
    r"\b(?:vlaamse regering|vlaamse overheid|vlaanderen|regering|overheid|minister|departement|agentschap|vdab|vlaio)\b"
)
_SUBJECT = regex(r"(?:de vlaamse (?:regering|overheid|minister)|vlaanderen|de (?:regering|overheid))\b")
_NEED = regex(
    r"nood aan|cruciaal|essentieel|belangrijk(?!e )|noodzakelijk|onmisbaar|van belang|vanzelfsprekend|evident"
)
_PERIOD = regex(r"(?:vorige|afgelopen|voorbije) (?:regeerperiode|bestuursperiode|legislatuur|jaren|vlaamse)")
_INVERTED = regex(r"\b(?!\w*(?:den|ten)\b)\w+ we\b")
_INVERTED_GOVERNMENT = regex(
    r"\b\w+t (?:de |deze )?(?:nieuwe )?(?:vlaamse (?:regering|overheid|minister)|vlaanderen)\b"
)
_SHORT, _LONG = 9, 28
_FRONT = 9


class Cue(NamedTuple):
    """One cue: what to look for, and how much it speaks for (or against) a promise, in log odds."""

    name: str
    kind: str
    weight: float
    words: frozenset[str]


@cache
def read_cues() -> tuple[Cue, ...]:
    """Return the shipped cues, in the order of the file."""
    return tuple(_read_cue(*line.split("\t")) for line in read_lines("dutch/promises/promise_cues.tsv"))


def _read_cue(name: str, kind: str, weight: str, words: str = "") -> Cue:
    return Cue(name, kind, float(weight), frozenset(words.split("|")) if words else frozenset())


def split_words(sentence: str) -> list[str]:
    """Return the words and closing marks of a sentence, in lower case.

    Example:
        >>> split_words("We zetten in op zorg- en welzijn.")
        ['we', 'zetten', 'in', 'op', 'zorg', 'en', 'welzijn', '.']
    """
    return _WORD.findall(sentence.lower())


def find_cues(sentence: str) -> tuple[Cue, ...]:
    """Return the shipped cues that stand in a sentence.

    Args:
        sentence: One sentence, its heading and broken words dealt with.

    Example:
        >>> [cue.name for cue in find_cues("Wat doen we?")]
        ['base', 'we', 'inverted-we', 'short']
    """
    low = sentence.lower().strip()
    words = split_words(sentence)
    present = set(words)
    return tuple(cue for cue in read_cues() if _holds(cue, low, words, present))


def _holds(cue: Cue, low: str, words: list[str], present: set[str]) -> bool:
    if cue.kind == "always":
        return True
    if cue.kind == "any":
        return not present.isdisjoint(cue.words)
    if cue.kind == "start":
        return (words[0] if words else "") in cue.words or " ".join(words[:3]) in cue.words
    return _SHAPES[cue.name](low, words, present)


_BE = frozenset({"is", "zijn"})
_ACTING = frozenset({"we", "wordt", "worden", "zal", "zullen"})
_PASSIVE = frozenset({"wordt", "worden"})
_PERFECT = frozenset({"is", "zijn", "heeft", "hebben", "werd", "werden"})
_FINITE = read_group("finite verbs")


def _is_copular(words: list[str], present: set[str]) -> bool:
    """Tell whether a sentence only says what something is: its verb is *zijn* and stands near the front."""
    return not _BE.isdisjoint(words[:_FRONT]) and present.isdisjoint(_ACTING)


def _has_participle(words: list[str]) -> bool:
    return any(_PARTICIPLE.fullmatch(word) for word in words)


_SHAPES: dict[str, Callable[[str, list[str], set[str]], bool]] = {
    "passive": lambda low, words, present: not present.isdisjoint(_PASSIVE) and _has_participle(words),
    "perfect": lambda low, words, present: not present.isdisjoint(_PERFECT) and _has_participle(words),
    "government": lambda low, words, present: _GOVERNMENT.search(low) is not None,
    "government-subject": lambda low, words, present: _SUBJECT.match(low) is not None,
    "need": lambda low, words, present: _NEED.search(low) is not None,
    "past-period": lambda low, words, present: _PERIOD.search(low) is not None,
    "inverted-we": lambda low, words, present: _INVERTED.search(low) is not None,
    "no-auxiliary": lambda low, words, present: present.isdisjoint(_FINITE),
    "inverted-government": lambda low, words, present: _INVERTED_GOVERNMENT.search(low) is not None,
    "copula": lambda low, words, present: _is_copular(words, present),
    "number": lambda low, words, present: any(word[0].isdigit() for word in words),
    "short": lambda low, words, present: len(words) < _SHORT,
    "long": lambda low, words, present: len(words) > _LONG,
}
