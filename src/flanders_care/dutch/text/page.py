"""A text made ready once: plain characters, its sentences, and where its titles end.

Every reader of sums works on the same page, so that each of these is decided in one place and found once a text.
"""

from __future__ import annotations

import bisect
from functools import cached_property
from itertools import pairwise

from flanders_care.dutch.text.abbreviations import level_dots
from flanders_care.dutch.text.blocks import Span
from flanders_care.dutch.text.sentences import sentences_of
from flanders_care.regex import regex

_PLAIN = dict.fromkeys("\xa0\u2007\u2009\u202f\u200b\u200c\u200d\u2060\ufeff\xad", " ") | {"’": "'", "´": "'"}
_ODD = regex("[" + "".join(_PLAIN) + "]")

_PARAGRAPH = regex(r"\n\s{0,3}\n|\n\s{0,3}(?=[•·▪-]\s)")
_GAP = regex(r"\S(\s{2,})(?=\S)")
_OPENING = regex(r"(?:De Vlaamse Regering|In het kader|Om|Op \d|Tijdens|Daarom)\b(?!\s+tot\b)")
_PROSE = regex(r"(?<!\b\w)\.[\"'’”)\]]{0,2}\d{0,2}\s+[\"'‘“(«]?[A-ZÀ-Ý]")  # `A. Ontwerp` is no sentence end
_HEAD_REACH = 2000


def plain_characters(text: str) -> str:
    r"""Make odd blanks and apostrophes plain, character for character, so that offsets stay.

    Args:
        text: Any text.

    Returns:
        A text of the same length.

    Example:
        >>> plain_characters("12\u00a0miljoen euro")
        '12 miljoen euro'
    """
    for odd in sorted(set(_ODD.findall(text))):
        text = text.replace(odd, _PLAIN[odd])
    return text


class Page:
    """A text made ready for reading.

    Attributes:
        text: The text with plain characters, and with `DOT` for the dots of abbreviations, so that none reads as a
            full stop; as long as the text given, so that offsets hold in both.
    """

    def __init__(self, text: str, abbreviations: frozenset[str] = frozenset()) -> None:
        """Make a text ready.

        Args:
            text: Any text.
            abbreviations: Abbreviations beside those of the list, in small letters and without their last dot.
        """
        self.text: str = level_dots(plain_characters(text), abbreviations)

    @cached_property
    def head_end(self) -> int:
        """Where the title and long title of a decision end; 0 where the text has none."""
        return _head_end(self.text)

    @property
    def head(self) -> str:
        """The title and long title of a decision, `""` where there is none."""
        return self.text[: self.head_end]

    @cached_property
    def _starts(self) -> list[int]:
        return _starts_of_sentences(self.text, self.head_end)

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence that holds this character, from 0."""
        return bisect.bisect_right(self._starts, offset) - 1

    def span(self, sentence: int) -> tuple[int, int]:
        """Return where a sentence begins, and where the next one does."""
        end = self._starts[sentence + 1] if sentence + 1 < len(self._starts) else len(self.text)
        return self._starts[sentence], end


def _head_end(text: str) -> int:
    """Return where the title and long title of a decision end: at the last gap of blanks before the first sentence."""
    end = 0
    for gap in _GAP.finditer(text, 0, _HEAD_REACH):
        part = text[end : gap.start() + 1]
        if part.rstrip()[-1] in ".;:," or _OPENING.match(part.lstrip()) or _PROSE.search(part):
            break
        end = gap.start() + 1
        if "\n" not in gap[1]:
            break  # blanks part the long title from the summary; only a title stands on a line of its own
    return end


def _starts_of_sentences(text: str, head_end: int) -> list[int]:
    starts = {0, head_end}
    for start, end in pairwise([0, *(match.end() for match in _PARAGRAPH.finditer(text)), len(text)]):
        starts.update(sentence.start for sentence in sentences_of(text, Span(start, end)))
    return sorted(starts)
