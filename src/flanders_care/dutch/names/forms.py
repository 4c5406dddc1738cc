"""Capitalised words in Dutch prose: the raw material of the rules that find names which no table knows."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

import attrs

from flanders_care.dutch.text.wordlists import read_group, read_words
from flanders_care.regex import regex

_CAPITALISED = r"[A-ZÀ-Þ][^\W_]{0,40}(?:[’'&+.\-][^\W_]{1,40}){0,4}(?:(?<=s)[’'](?=[ ]))?"
_GAP = r"(?:[ ]|[ ]{0,2}\n[ ]{0,4})"
_SEQUENCE = regex(
    rf"(?<![\w/@.&+-])(?:\d\+)?{_CAPITALISED}(?:{_GAP}(?:(?:for|and|on|the|of|&){_GAP}){{0,2}}(?:{_CAPITALISED}|\d\.\d)){{0,9}}"
)
_WORD = regex(r"\S+")
_BEFORE = regex(
    r"(?P<word>[^\s(\[‘“\"']{1,40})[ ]{0,2}(?:[ ]|\n[ ]{0,4})[‘“\"']?$"
    r"|(?P<mark>[(:,])[ ]{0,2}\n?[ ]{0,4}$"
)
_AFTER = regex(r"[ ]{0,2}(?:[ ]|\n[ ]{0,4})(?P<word>[^\s,.;:()]{1,40})")
_SENTENCE_END = regex(r"(?:^|[.!?:…][’”)\"']?[ \n]{1,3}|\n[ \n]*|[•·▪o*–-][ ])$")
_LINKS = regex(
    rf"{_GAP}(?:(?:en|&|-|–|(?:voor|van|in)(?:{_GAP}(?:de|het|den))?){_GAP})(?={_CAPITALISED})|,{_GAP}(?={_CAPITALISED}(?:{_GAP}{_CAPITALISED})?(?:{_GAP}en{_GAP}|,{_GAP}){_CAPITALISED})"
)
_RUN = regex(rf"{_CAPITALISED}(?:[ ]{_CAPITALISED}){{0,5}}")
_NUMERAL = regex(r"[IVX]{1,5}")
_PLURAL = regex(r"[A-Z]{2,6}[’']?s")
_SMALL_WORDS = read_group("small words")
_LONGEST_NAME = 140
_ABBREVIATION_MISSES = 2


class FoundName(NamedTuple):
    """A name that a rule found.

    Attributes:
        start: First character in the text.
        end: One past the last character.
        name: The name to use.
        kind: What it is.
        abbreviation: Its abbreviation, where the text gives it.
    """

    start: int
    end: int
    name: str
    kind: str
    abbreviation: str | None = None


class Candidate(NamedTuple):
    """Capitalised words in a row.

    Attributes:
        start: First character in the text.
        end: One past the last character.
        words: The words.
        starts: Where each word starts.
    """

    start: int
    end: int
    words: tuple[str, ...]
    starts: tuple[int, ...]

    @property
    def name(self) -> str:
        """The words with one blank between."""
        return " ".join(self.words)

    @property
    def first(self) -> str:
        """The first word."""
        return self.words[0]

    @property
    def last(self) -> str:
        """The last word."""
        return self.words[-1]

    def found(self, kind: str) -> FoundName:
        """Return the words as a name of some kind."""
        return FoundName(self.start, self.end, self.name, kind)

    def part(self, first: int, last: int | None = None) -> Candidate:
        """Return some of the words as a candidate of its own."""
        words, starts = self.words[first:last], self.starts[first:last]
        return Candidate(starts[0], starts[-1] + len(words[-1]), words, starts)


def is_name(word: str) -> bool:
    """Tell whether a capitalised word may begin a name: no place, people, month or technical term.

    Example:
        >>> is_name("Biomaric"), is_name("Vlaanderen")
        (True, False)
    """
    plain = word.lower().rstrip("’'.")
    known = read_words("dutch/names/no_names.txt")
    if len(plain) < 2 or plain in known or plain.isdigit() or _NUMERAL.fullmatch(word) is not None:
        return False
    return plain.rpartition("-")[2] not in known and _PLURAL.fullmatch(word) is None


def is_ordinary(word: str) -> bool:
    """Tell whether a capitalised word is an ordinary Dutch word, or a compound that begins with one.

    Example:
        >>> is_ordinary("Warmtenetten"), is_ordinary("Anicells")
        (True, False)
    """
    plain = word.lower()
    words = read_words("dutch/text/words.txt")
    if plain in words:
        return True
    return any(plain[:cut] in words and plain[cut:] in words for cut in range(4, len(plain) - 2))


def is_acronym(word: str) -> bool:
    """Tell whether a word has two capitals or more: ``TETRA``, ``RegMed``."""
    return sum(letter.isupper() for letter in word) > 1


@attrs.frozen(eq=False)
class NameText:
    """A text with the capitalised words in it, for the rules to look at.

    Attributes:
        text: The text.

    Example:
        >>> [candidate.name for candidate in NameText("Daarnaast doet Confo Therapeutics mee.").candidates]
        ['Confo Therapeutics']
    """

    text: str
    __dict__: dict[str, object] = attrs.field(init=False, repr=False)

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """All capitalised words in a row, without the words that only open a sentence."""
        openers = read_words("dutch/text/sentence_openers.txt")
        found: list[Candidate] = []
        for match in _SEQUENCE.finditer(self.text):
            run: list[re.Match[str]] = []
            for word in _WORD.finditer(self.text, match.start(), match.end()):
                if word[0] not in openers:
                    run.append(word)
                elif run:
                    found.append(_candidate(run))
                    run = []
            if run:
                found.append(_candidate(run))
        return tuple(found)

    def words(self, start: int, end: int) -> str:
        """Return a stretch with one blank between its words."""
        return " ".join(self.text[start:end].split())

    @cached_property
    def _before(self) -> dict[int, str]:
        """What stands before the positions asked about: every rule asks the same."""
        return {}

    def before(self, position: int) -> str:
        """Return the word, or the bracket, colon or comma, right before a position; "" at the start of a block."""
        if position not in self._before:
            match = _BEFORE.search(self.text, max(0, position - 44), position)
            self._before[position] = "" if match is None else match["word"] or match["mark"]
        return self._before[position]

    def after(self, position: int) -> str:
        """Return the word right behind a position, "" where a mark stands there."""
        match = _AFTER.match(self.text, position)
        return "" if match is None else match["word"]

    def opens_sentence(self, position: int) -> bool:
        """Tell whether a sentence, heading or list item begins at a position."""
        return _SENTENCE_END.search(self.text, max(0, position - 6), position) is not None

    def extend(self, end: int, most: int = 3) -> int:
        """Follow a Dutch name over its small words: ``Agentschap Innoveren`` goes on ``en Ondernemen``.

        Args:
            end: Where the name ends so far.
            most: How many times to go on.

        Returns:
            Where it ends.
        """
        for _ in range(most):
            link = _LINKS.match(self.text, end)
            if link is None:
                break
            run = _RUN.match(self.text, link.end())
            if run is None or run[0].split(" ")[0] in read_words("dutch/text/sentence_openers.txt"):
                break
            end = run.end()
        return end

    def expand(self, bracket: int, abbreviation: str) -> int | None:
        """Find where the full name begins that an abbreviation in brackets stands for.

        The initials of the words before the bracket must spell the abbreviation from its last letter to its first;
        small words may be passed over, and up to two others.

        Args:
            bracket: Offset of the opening bracket.
            abbreviation: The abbreviation in it.

        Returns:
            The offset of the first word, or None.

        Example:
            >>> text = NameText("het Agentschap Innoveren en Ondernemen (AIO)")
            >>> text.expand(39, "AIO")
            4
        """
        letters = [letter for letter in abbreviation.lower().removesuffix("s") if letter.isalnum()]
        misses = 0
        for word in reversed(list(_WORD.finditer(self.text, max(0, bracket - _LONGEST_NAME), bracket))):
            plain = word[0].lower().lstrip("‘'“\"(")
            if word[0][-1] in ".;:":
                return None
            if letters and plain[:1] == letters[-1]:
                letters.pop()
                if not letters:
                    return word.end() - len(plain)
            elif plain not in _SMALL_WORDS:
                misses += 1
                if misses > _ABBREVIATION_MISSES:
                    return None
        return None


def _candidate(run: list[re.Match[str]]) -> Candidate:
    words = tuple(word[0] for word in run)
    return Candidate(run[0].start(), run[-1].end(), words, tuple(word.start() for word in run))
