r"""Joining the words that a PDF broke, with a map back to the raw text.

Three kinds of damage are mended: a hyphen that was a line end once (``vermark-ting``), a hyphen at a line end that
still stands there (``onder-\nzoek``), and a blank inside a word (``opportu niteiten``). A hyphen that belongs to the
word stays (``zorg- en welzijnssectoren``, ``COVID-19``, ``EU-lidstaten``, ``Noord-Zuid``).

A form is joined where the joined word is known: from the text itself or from the shipped list. Where it is not, the
parts decide, and a hyphen inside a line is then doubted only in a text that holds certain damage of that kind.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from flanders_care.dutch.text.repaired import Repaired
from flanders_care.dutch.text.vocabulary import Vocabulary
from flanders_care.dutch.text.wordlists import read_group
from flanders_care.regex import regex

_LETTER = r"[^\W\d_]"
_GAP = r"[ ]?[-‑¬\xad][ ]?\n?[ ]{0,8}"
_CHAIN = regex(rf"(?<![\w/@.:\-‑]){_LETTER}{{1,40}}(?:{_GAP}{_LETTER}{{1,40}}){{1,6}}(?![\w@/])")
_PART = regex(rf"(?P<gap>{_GAP})(?P<right>{_LETTER}{{1,40}})")
_DIGITS = regex(r"(?<=[^\W\d_]-)[ ]?\n[ ]{0,8}(?=\d{1,4}\b(?![\d_./]))")
_WORD = regex(rf"{_LETTER}+")
_SUSPENDED = read_group("suspended")
_CLASHES = read_group("vowel clashes")
_PARTED = frozenset({"ee", "ei", "eu", "ie", "ai", "oo", "oi", "ui"})
_VOWELS = frozenset("aeiouyéëïöü")
_TREMAS = str.maketrans("eiou", "ëïöü")
_STOPWORDS = read_group("stopwords")
_SHORTEST = 4
_SPLIT_RIGHT = 5
_DAMAGE_SHARE = 5


def repair(text: str, lexicon: Collection[str] | None = None, *, torn: bool | None = None) -> Repaired:
    """Join the words that a PDF broke.

    Args:
        text: The raw text.
        lexicon: Dutch words in lower case to know beside those of the text itself; the shipped list if not given.
        torn: Whether hyphens inside lines are damage more often than not; found out from the text if not given.

    Returns:
        The mended text with a map of offsets. Mending it again changes nothing that the first time left.

    Example:
        >>> repair("de opportu niteiten in de zorg- en welzijnssectoren").text
        'de opportuniteiten in de zorg- en welzijnssectoren'
    """
    vocabulary = Vocabulary.of(text, lexicon)
    chains = [_read_chain(match) for match in _CHAIN.finditer(text)]
    damaged = _is_torn(chains, vocabulary) if torn is None else torn
    edits = [edit for chain in chains for edit in _mend_chain(chain, vocabulary, damaged=damaged)]
    edits += [(match.start(), match.end(), "") for match in _DIGITS.finditer(text)]
    edits += _mend_blanks(text, vocabulary)
    return _apply(text, sorted(edits))


class _Part(NamedTuple):
    """One part of a hyphenated form with the gap before it: ``text[start:end]`` is the gap."""

    start: int
    end: int
    gap: str
    word: str


_Edit = tuple[int, int, str]


def _apply(text: str, edits: list[_Edit]) -> Repaired:
    """Cut the stretches out; an edit's letters replace as many letters behind the cut."""
    pieces: list[str] = []
    removed: list[tuple[int, int]] = []
    position = 0
    for start, end, letters in edits:
        if start < position:
            continue
        pieces += (text[position:start], letters)
        removed.append((start, end))
        position = end + len(letters)
    return Repaired(text="".join([*pieces, text[position:]]), removed=tuple(removed))


def _read_chain(match: re.Match[str]) -> list[_Part]:
    """Take a hyphenated form apart; its first part has no gap."""
    parts: list[_Part] = []
    position = match.start()
    for part in _PART.finditer(match.string, match.start(), match.end()):
        if not parts:
            parts.append(_Part(position, position, "", match.string[position : part.start()]))
        parts.append(_Part(part.start("gap"), part.end("gap"), part["gap"], part["right"]))
    return parts


def _is_torn(chains: list[list[_Part]], vocabulary: Vocabulary) -> bool:
    """Tell whether hyphens inside lines are damage: one in five of those before a small letter surely is."""
    inside = [chain for chain in chains if len(chain) == 2 and chain[1].gap == "-" and chain[1].word.islower()]
    certain = sum(1 for chain in inside if _is_certain_damage(chain, vocabulary))
    return certain > 0 and certain * _DAMAGE_SHARE >= len(inside)


def _is_certain_damage(chain: list[_Part], vocabulary: Vocabulary) -> bool:
    """Tell whether a hyphen inside a line surely is damage: the whole is a word, its end is none."""
    left, right = chain[0].word.lower(), chain[1].word
    if vocabulary.stands_alone(right) or vocabulary.takes_hyphen(left):
        return False
    return vocabulary.ships(left + right)


def _mend_chain(chain: list[_Part], vocabulary: Vocabulary, *, damaged: bool) -> list[_Edit]:
    """Mend a hyphenated form from its end: what was joined is the right part of the hyphen before."""
    edits: list[_Edit] = []
    right = chain[-1].word
    for left, part in zip(chain[-2::-1], chain[:0:-1], strict=True):
        edit = _mend_hyphen(left.word, part, right, vocabulary, damaged=damaged)
        joined = edit is not None and edit[0] == part.start
        right = left.word + (edit[2] + right[len(edit[2]) :]) if edit is not None and joined else left.word
        edits += [edit] if edit is not None else []
    return edits


def _mend_hyphen(left: str, part: _Part, right: str, vocabulary: Vocabulary, *, damaged: bool) -> _Edit | None:
    """Return the cut that mends one hyphen, or None where it stays as it is."""
    gap = part.gap
    if gap.strip() in {"¬", "\xad"}:
        return part.start, part.end, ""
    if gap[-1].isspace() and right.lower() in _SUSPENDED:
        return None
    if _is_fixed(left, right):
        return _close(part) if "\n" in gap or left.lower() == "niet" else None
    with_trema = _with_trema(left, right, vocabulary)
    if with_trema is not None:
        return part.start, part.end, with_trema
    if _is_broken(left.lower(), gap, right.lower(), vocabulary, damaged=damaged):
        trema = right[0].translate(_TREMAS) if _needs_trema(left.lower(), right.lower(), vocabulary) else ""
        return part.start, part.end, trema
    closes = "\n" in gap or (gap == "- " and vocabulary.takes_hyphen(left.lower()))
    return _close(part) if closes else None


def _close(part: _Part) -> _Edit | None:
    """Return the cut that keeps the hyphen and takes the blanks behind it."""
    start = part.start + 1
    return (start, part.end, "") if part.end > start and not part.gap.startswith(" ") else None


def _is_fixed(left: str, right: str) -> bool:
    """Tell whether a hyphen must stay: before a capital, behind an abbreviation, a single letter or ``niet``."""
    return (
        not right.islower() or left.lower() == "niet" or len(left) == 1 or any(letter.isupper() for letter in left[1:])
    )


def _with_trema(left: str, right: str, vocabulary: Vocabulary) -> str | None:
    """Return the first letter of the right part with the diaeresis that the whole word has, if it has one."""
    letter = right[0].translate(_TREMAS)
    if letter == right[0] or left[-1].lower() not in "aeiou":
        return None
    return letter if vocabulary.knows(left.lower() + letter + right[1:]) else None


def _needs_trema(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """Tell whether two vowels that met at a line end were parted by a diaeresis: ``geëxporteerd``, ``officiële``."""
    return left[-1] + right[0] in _PARTED and not vocabulary.knows(left + right)


def _is_broken(left: str, gap: str, right: str, vocabulary: Vocabulary, *, damaged: bool) -> bool:
    """Tell whether the two parts are one word without a hyphen."""
    whole = left + right
    fixed = vocabulary.takes_hyphen(left) and vocabulary.stands_alone(right)
    if vocabulary.knows(whole) and (damaged or not fixed or vocabulary.count(whole)):
        return damaged or vocabulary.count_hyphenated(left, right) <= 1 + vocabulary.count(whole)
    if gap.startswith(" ") or gap == "- ":
        return False
    left_stands, right_stands = vocabulary.stands_alone(left), vocabulary.stands_alone(right)
    clashes = vocabulary.takes_hyphen(left) or left[-1] + right[0] in _CLASHES
    if clashes and (right_stands or vocabulary.is_compound(right)):
        return False
    if "\n" in gap:
        return not (left_stands and right_stands) and not vocabulary.is_hyphenated(left)
    if not damaged or not _VOWELS.intersection(left):
        return False
    return min(len(left), len(right)) >= (_SHORTEST if left_stands and right_stands else 2)


def _mend_blanks(text: str, vocabulary: Vocabulary) -> list[_Edit]:
    """Find the blanks inside words: a part is no word by itself, and the whole is one."""
    edits: list[_Edit] = []
    end, left, alone = -1, "", True
    for word in _WORD.finditer(text):
        right = word[0]
        right_alone = vocabulary.stands_alone(right.lower())
        apart = alone and right_alone
        torn = not apart and word.start() - end == 1 and text[end] == " " and right.islower()
        if torn and _is_split(left, right, vocabulary) and not _touches_hyphen(text, end - len(left), word.end()):
            edits.append((end, word.start(), ""))
            right_alone, right = True, ""
        end, left, alone = word.end(), right, right_alone
    return edits


def _is_split(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """Tell whether two parts, of which one is no word, are one word that is known."""
    if len(left) < 2 or len(right) < 2 or not left[1:].islower() or right in _STOPWORDS:
        return False
    left = left.lower()
    if left in _STOPWORDS and len(right) < _SPLIT_RIGHT:
        return False
    return vocabulary.knows(left + right)


def _touches_hyphen(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in {"-", "."} or text[end : end + 1] in {"-", "@"}
