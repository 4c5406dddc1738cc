"""The words around a sum: its sentence, its clause, and whether it stands in the title of a decision."""

from __future__ import annotations

import bisect
import re
from functools import cache

import attrs

from flanders_care.dutch.money.figures.found import Found
from flanders_care.dutch.text.wordlists import read_lines

__all__ = ["Place", "Surroundings"]

_STOP = re.compile(r"[.!?…][\"'’”)\]]{0,2}\d{0,2}\s+(?=[\"'‘“(«]?[A-ZÀ-Ý])|\n\s{0,3}\n|\n\s{0,3}(?=[•·▪-]\s)")
_LAST_WORD = re.compile(r"[^\s(]{1,16}$")
_HEAD_END = re.compile(r"\S(\s{2,})(?=\S)")
_OPENING = re.compile(r"(?:De Vlaamse Regering|In het kader|Om|Op \d|Tijdens|Daarom)\b(?!\s+tot\b)")
_HEAD_REACH = 2000
_BEFORE_REACH = 320
_AFTER_REACH = 240


@attrs.frozen(kw_only=True)
class Place:
    """Where one sum stands.

    Attributes:
        start: First character of the sum.
        end: One past its last character.
        sentence: Number of its sentence in the text, from 0.
        in_head: Whether it stands in the title or the long title.
        before: The words of its sentence before it, at most 320 characters.
        after: The words of its sentence behind it, at most 240 characters.
        clause_before: As `before`, from the previous sum of the sentence on.
        clause_after: As `after`, up to the next sum of the sentence.
        last_end: One past the last character of the last sum in the sentence.
    """

    start: int
    end: int
    sentence: int
    in_head: bool
    before: str
    after: str
    clause_before: str
    clause_after: str
    last_end: int


class Surroundings:
    """The sentences of one text and the sums in it."""

    def __init__(self, text: str) -> None:
        self.text: str = text
        self.head_end: int = _head_end(text)
        self._starts = _sentence_starts(text, self.head_end)

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence that holds this character, from 0."""
        return bisect.bisect_right(self._starts, offset) - 1

    def span(self, sentence: int) -> tuple[int, int]:
        """Return where a sentence begins and ends."""
        end = self._starts[sentence + 1] if sentence + 1 < len(self._starts) else len(self.text)
        return self._starts[sentence], end

    def places(self, sums: list[Found]) -> list[Place]:
        """Cut out the words around each sum, in their order."""
        numbers = [self.sentence_at(item.start) for item in sums]
        last = {number: item.end for number, item in zip(numbers, sums, strict=True)}
        return [
            self._place(
                item,
                (sums[i - 1].end if i else 0, sums[i + 1].start if i + 1 < len(sums) else len(self.text)),
                (numbers[i], last[numbers[i]]),
            )
            for i, item in enumerate(sums)
        ]

    def _place(self, item: Found, between: tuple[int, int], where: tuple[int, int]) -> Place:
        (previous_end, next_start), (number, last_end) = between, where
        start, end = self.span(number)
        left, right = max(start, item.start - _BEFORE_REACH), min(max(end, item.end), item.end + _AFTER_REACH)
        return Place(
            start=item.start,
            end=item.end,
            sentence=number,
            in_head=item.start < self.head_end,
            before=self.text[left : item.start],
            after=self.text[item.end : right],
            clause_before=self.text[max(left, previous_end) : item.start],
            clause_after=self.text[item.end : min(right, next_start)],
            last_end=last_end,
        )


def _head_end(text: str) -> int:
    """Return where the title and long title of a decision end: at the last gap of blanks before the first sentence."""
    end = 0
    for gap in _HEAD_END.finditer(text, 0, _HEAD_REACH):
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
