"""Which family a document belongs to, told from its text alone.

Each family has cues (headings, marks, turns of phrase) with a weight, in `data/family_cues.tsv`. The family with the
highest sum wins if the sum is high enough and no other family comes near; otherwise nobody knows, and we say so.
"""

from __future__ import annotations

import functools
import itertools
import re
from typing import TypeAlias

from flanders_care.dutch.text.wordlists import read_lines

__all__ = ["FAMILIES", "family_scores", "recognise"]

FAMILIES: tuple[str, ...] = (
    "adherence-report",
    "closing-report",
    "written-question",
    "press-release",
    "policy-note",
    "agreement-section",
    "decisions",
)
"""The names of the document families, in the order of the documentation."""

_Cue: TypeAlias = tuple[str, float, int, bool, "re.Pattern[str]"]

#: A document shows what it is in its first pages; the end of a long one adds its references.
_HEAD, _TAIL = 12_000, 6_000
#: The least sum that counts as recognised, and the least distance to the next family.
_ENOUGH, _APART = 3.0, 1.0
_PROSE_LINE = 0.6

_JSON_KEYS = re.compile(
    r'"(?:data|attributes|htmlContent|news-item-infos|meetingDate|agendaitemType|alternativeTitle|richtext'
    r'|publication-date|title|text|kind)"\s{0,9}:'
)


def recognise(text: str) -> str | None:
    """Tell the family of a document.

    Args:
        text: The whole text.

    Returns:
        One of `FAMILIES`, or `None` where no family is evident or two are.

    Example:
        >>> recognise("3.2.4 Juridische eerstelijnsbijstand De Vlaamse minister evalueert het decreet.")
        'agreement-section'
        >>> recognise("Melk, brood en kaas.") is None
        True
    """
    scores = family_scores(text)
    (best, most), (_, next_most) = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:2]
    return best if most >= _ENOUGH and most - next_most >= _APART else None


def family_scores(text: str) -> dict[str, float]:
    """Add up the cues for each family.

    Args:
        text: The whole text.

    Returns:
        For each of `FAMILIES` its sum, 0 and up; only the first 12,000 and last 6,000 characters are looked at.
    """
    scores = dict.fromkeys(FAMILIES, 0.0)
    start = text.lstrip("\ufeff \t\r\n")[:1]
    if start and start in "{[" and _JSON_KEYS.search(text, 0, _HEAD):
        scores["decisions"] = 2 * _ENOUGH
        return scores
    sample = text if len(text) <= _HEAD + _TAIL else f"{text[:_HEAD]}\n{text[-_TAIL:]}"
    lower = sample.lower()
    for family, weight, limit, as_is, pattern in _cues():
        scores[family] += weight * _count(pattern, sample if as_is else lower, limit)
    scores["agreement-section"] += _one_block(text)
    return scores


def _count(pattern: re.Pattern[str], sample: str, limit: int) -> int:
    return sum(1 for _ in itertools.islice(pattern.finditer(sample), limit))


def _one_block(text: str) -> float:
    """A section of the agreement is one long paragraph without Markdown; all other families have lines and headings."""
    lines = text.splitlines()
    longest = max(map(len, lines), default=0)
    if longest < _PROSE_LINE * len(text.strip()):
        return -2.0
    return 0.5


@functools.cache
def _cues() -> tuple[_Cue, ...]:
    rows = (line.split("\t", 4) for line in read_lines("families/family_cues.tsv"))
    return tuple(
        (family, float(weight), int(most), case == "asis", re.compile(cue, re.MULTILINE))
        for family, weight, most, case, cue in rows
    )
