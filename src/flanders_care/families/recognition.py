"""Which family a document belongs to, told from its text alone.

The family whose cues have the highest sum wins if the sum is high enough and no other family comes near; otherwise
nobody knows, and we say so.
"""

from __future__ import annotations

import itertools
import re

from flanders_care.families.kinds import KINDS
from flanders_care.regex import regex

#: A document shows what it is in its first pages; the end of a long one adds its references.
_HEAD, _TAIL = 12_000, 6_000
#: The least sum that counts as recognised, and the least distance to the next family.
_ENOUGH, _APART = 3.0, 1.0
_PROSE_LINE = 0.6
#: A line that begins another section, or is no prose.
_MARKED = regex(r"^[ \t]{0,9}(?:\d{1,2}(?:\.\d{1,2}){0,5}[.)]?[ \t]|[#•|\[{*-])", re.MULTILINE)


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
        For each of `FAMILIES` its sum; only the first 12,000 and last 6,000 characters are looked at.
    """
    sample = text if len(text) <= _HEAD + _TAIL else f"{text[:_HEAD]}\n{text[-_TAIL:]}"
    lower = sample.lower()
    scores = dict.fromkeys((family.name for family in KINDS), 0.0)
    for family in KINDS:
        for cue in family.cues:
            found = itertools.islice(cue.pattern.finditer(sample if cue.as_is else lower), cue.most)
            scores[family.name] += cue.weight * sum(1 for _ in found)
    scores["agreement-section"] += 0.5 if _is_one_paragraph(text.strip()) else -2.0
    return scores


def _is_one_paragraph(text: str) -> bool:
    """Tell a section of the agreement: one long paragraph, also as the lines of a page."""
    lines = text.splitlines()
    if max(map(len, lines), default=0) >= _PROSE_LINE * len(text):
        return True
    return all(map(str.strip, lines)) and _MARKED.search(text, len(lines[0])) is None
