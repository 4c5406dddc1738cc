"""What a document says around a sum that tells whether it is the same money as another, or lies in it.

The words are read here; what follows from them is decided in `flanders_care.model.same.in_document`.
"""

from __future__ import annotations

import functools
import re

from flanders_care.model.same.in_document import Said
from flanders_care.reading.running_text import Reading
from flanders_care.regex import regex

_WORD = regex(r"[^\W_]{4,}")
_NO_EVIDENCE = frozenset({"euro", "miljoen", "miljard", "werd", "werden", "voor", "wordt", "worden", "jaar"})
_VIA = regex(r"\bvia\s+(?P<what>[^.;:()]{12,200})", re.IGNORECASE)
_LONG_WORD = regex(r"[^\W\d_]{7,}")
_STEM = 7
"""Letters that a word and its compounds begin with: `projecten`, `projectmatige`."""

_REACH = 6_000
_NEAR = 400
_GRANTED = regex(r"\b(?:gesteund|geselecteerd|goedgekeurd|toegekend|steunbedrag|subsidiebedrag)\b", re.IGNORECASE)
_IN_IT = regex(r"\b(?:hierin|hierbinnen|(?:binnen|in|via)\s+deze\s+oproep)\b", re.IGNORECASE)
_CALL = regex(r"\boproep\b", re.IGNORECASE)


def said_around(reading: Reading, start: int, words: str) -> Said:
    """Read what a document says around a sum.

    Args:
        reading: The running text.
        start: First character of the sum.
        words: The words around it.

    Returns:
        What tells of its links to other sums.
    """
    sentence = reading.sentence_at(start)
    before = "" if sentence is None else reading.text[max(sentence.start, start - _NEAR) : start]
    listed = None if sentence is None else _VIA.search(reading.text, start, min(sentence.end, start + _NEAR))
    place = reading.place(start)
    passage = reading.passages[place]
    granted = [match.start() for match in _GRANTED.finditer(reading.text, max(0, start - _NEAR), start)]
    return Said(
        place=start,
        passage=place,
        section=passage.block.section,
        words=frozenset(_WORD.findall(words.lower())) - _NO_EVIDENCE,
        instruments=frozenset() if listed is None else _stems(listed["what"]),
        paragraph=_stems(reading.text[passage.start : min(passage.end, passage.start + _REACH)]),
        names_call=_CALL.search(before) is not None,
        within_call=_IN_IT.search(before) is not None,
        granted=granted[-1] if granted else None,
    )


@functools.lru_cache(maxsize=16)  # the sums of one paragraph ask for the same words
def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:_STEM].lower() for word in _LONG_WORD.findall(words))
