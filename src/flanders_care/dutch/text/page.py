"""A text made ready once: plain characters, its sentences, and where its titles end.

Every reader of sums works on the same page, so that each of these is decided in one place and found once a text.
"""

from __future__ import annotations

import bisect
import re
from functools import cache, cached_property

from flanders_care.dutch.text.wordlists import read_lines

__all__ = ["Page", "plain_characters"]

_PLAIN = dict.fromkeys("\xa0\u2007\u2009\u202f\u200b\u200c\u200d\u2060\ufeff\xad", " ") | {"’": "'", "´": "'"}
_ODD = re.compile("[" + "".join(_PLAIN) + "]")

_STOP = re.compile(r"[.!?…][\"'’”)\]]{0,2}\d{0,2}\s+(?=[\"'‘“(«]?[A-ZÀ-Ý])|\n\s{0,3}\n|\n\s{0,3}(?=[•·▪-]\s)")
_LAST_WORD = re.compile(r"[^\s(]{1,16}$")
_GAP = re.compile(r"\S(\s{2,})(?=\S)")
_OPENING = re.compile(r"(?:De Vlaamse Regering|In het kader|Om|Op \d|Tijdens|Daarom)\b(?!\s+tot\b)")
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
        text: The text with plain characters; as long as the text given, so that offsets hold in both.
    """

    def __init__(self, text: str) -> None:
        self.text: str = plain_characters(text)

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
        return _sentence_starts(self.text, self.head_end)

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
        if part.rstrip()[-1] in ".;:," or _OPENING.match(part.lstrip()) or _ends_inside(part):
            break
        end = gap.start() + 1
        if "\n" not in gap[1]:
            break  # blanks part the long title from the summary; only a title stands on a line of its own
    return end


def _ends_inside(head: str) -> bool:
    """Tell whether a sentence ends inside what should be titles only; `A. Ontwerp` is no sentence end."""
    return any(not _is_abbreviation(head, match.start()) for match in _STOP.finditer(head) if match[0][0] == ".")


def _sentence_starts(text: str, head_end: int) -> list[int]:
    starts = [0]
    stops = _STOP.finditer(text)
    starts += [m.end() for m in stops if m[0][0] != "." or not _is_abbreviation(text, m.start())]
    if head_end:
        starts.append(head_end)
    return sorted(set(starts))


def _is_abbreviation(text: str, stop: int) -> bool:
    word = _LAST_WORD.search(text, max(0, stop - 16), stop)
    if word is None:
        return False
    bare = word[0].lower()
    return (len(bare) == 1 and bare.isalpha()) or bare in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(entry.rstrip("*") for entry in read_lines("dutch/text/abbreviations.txt"))
