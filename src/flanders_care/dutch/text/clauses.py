"""Which verbs of a Dutch sentence stand in its main clause.

A finite verb is second in a Dutch main clause and last in a subordinate one, so that a verb behind a word that opens
a subordinate clause, with nothing but the rest of the verbs behind it, says nothing about what the sentence promises.
"""

from __future__ import annotations

from flanders_care.dutch.text.wordlists import read_group

_SHORT_INFINITIVES = frozenset({"zijn", "gaan", "staan", "doen", "zien"})
_MARKS = frozenset({",", ".", ";", ":", "?", "!", ")", "om", "en", "of"})


def main_words(words: list[str]) -> list[str]:
    """Leave out the finite verbs of subordinate clauses.

    Args:
        words: The words and marks of a sentence, in small letters.

    Returns:
        The words without those verbs.

    Example:
        >>> main_words("een bril die gegevens kan verzamelen , zal helpen .".split())
        ['een', 'bril', 'die', 'gegevens', 'verzamelen', ',', 'zal', 'helpen', '.']
    """
    subordinators, verbs = read_group("subordinators"), _verbs()
    kept: list[str] = []
    opened, since_comma = False, False
    for place, word in enumerate(words):
        if word == ",":
            since_comma = False
        elif word in subordinators and not _points(words, place):
            opened = since_comma = True
        elif word in verbs and _closes_clause(words, place, opened=opened, since_comma=since_comma):
            continue
        kept.append(word)
    return kept


def _verbs() -> frozenset[str]:
    groups = ("finite verbs", "past verbs", "soft verbs", "musts", "wishes")
    return frozenset[str]().union(*(read_group(name) for name in groups)) - {"we"}


def _points(words: list[str], place: int) -> bool:
    """Tell whether ``die`` or ``dat`` points at a noun and opens no clause: ``om die ambitie te``."""
    return words[place] in {"die", "dat"} and (place == 0 or words[place - 1] in read_group("prepositions"))


def _closes_clause(words: list[str], place: int, *, opened: bool, since_comma: bool) -> bool:
    """Tell whether a verb ends a subordinate clause: nothing follows in the clause but other verbs."""
    following = words[place + 1] if place + 1 < len(words) else "."
    if following in _MARKS:
        return opened and (since_comma or _is_verbal(words[place - 1]))
    after = words[place + 2] if place + 2 < len(words) else "."
    last = opened and after in _MARKS and words[place - 1] != ","
    if following in _SHORT_INFINITIVES:
        return last
    return _is_verbal(following) and (since_comma or last)


def _is_verbal(word: str) -> bool:
    """Tell whether a word may be an infinitive or a participle."""
    if word in read_group("no infinitives") or len(word) <= 3:
        return False
    return word.endswith("en") or (word.startswith(("ge", "be", "ver", "ont", "op", "in", "uit")) and word[-1] in "dt")
