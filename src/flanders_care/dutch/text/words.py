"""Words of Dutch government text: broken hyphens joined, stems with a pinned algorithm, compounds taken apart.

What is done here is done once for each distinct form of a corpus, not for each place where it stands.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from importlib.metadata import version
from typing import NamedTuple, Protocol

import attrs
import snowballstemmer

from flanders_care.dutch.text.wordlists import read_lines, read_words
from flanders_care.errors import UnknownNameError
from flanders_care.fields import instance_of, text_field
from flanders_care.regex import regex

_HYPHEN = r"[-‐‑¬\xad]"
_FORM = regex(rf"[^\W\d_]+(?:{_HYPHEN}[^\W\d_]+)*|\d+")
_GAP = regex(_HYPHEN)
_LINKS = ("", "s", "e", "en", "n")
_SHORTEST_PART = 4
_LONGEST_COMPOUND = 40
_LONGEST_FORM = 80

STEMMERS = ("dutch", "dutch_porter")
"""Snowball's algorithms for Dutch: Kraaij-Pohlmann (`dutch` since Snowball 3.0) and Porter's (`dutch_porter`)."""


class Form(NamedTuple):
    """A word as it stands in a text, hyphens and capitals included: `text[start:end] == form`.

    Attributes:
        start: First character, from 0.
        end: One past the last character.
        form: The characters.
    """

    start: int
    end: int
    form: str


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 (Snowball's name)


@attrs.frozen(kw_only=True)
class StemmerPin:
    """Which stemmer made the stems: without it, an index and a query may silently disagree.

    Attributes:
        algorithm: One of `STEMMERS`.
        release: The release of `snowballstemmer`, such as `"3.1.1"`.
        overrides: How many words the shipped table stems otherwise.

    Example:
        >>> StemmerPin.current("dutch").algorithm
        'dutch'
    """

    algorithm: str = attrs.field(validator=text_field)
    release: str = attrs.field(validator=text_field)
    overrides: int = attrs.field(default=0, validator=instance_of(int))

    @classmethod
    def current(cls, algorithm: str = "dutch") -> StemmerPin:
        """Return the pin of the stemmer that is installed.

        Raises:
            UnknownNameError: For an algorithm that is not in `STEMMERS`.
        """
        _check(algorithm)
        return cls(algorithm=algorithm, release=version("snowballstemmer"), overrides=len(_overrides()))


def forms(text: str) -> list[str]:
    """Return the words of a text as they stand, in text order.

    Args:
        text: Any text.

    Returns:
        Runs of letters, also with hyphens inside, and runs of digits.

    Example:
        >>> forms("De zorg- en welzijns-sector: 12 plannen.")
        ['De', 'zorg', 'en', 'welzijns-sector', '12', 'plannen']
    """
    return _FORM.findall(text)


def find_forms(text: str) -> tuple[Form, ...]:
    """Return the words of a text as they stand, with their places.

    Example:
        >>> find_forms("12 plannen")
        (Form(start=0, end=2, form='12'), Form(start=3, end=10, form='plannen'))
    """
    return tuple(Form(match.start(), match.end(), match[0]) for match in _FORM.finditer(text))


def mend_form(form: str, known: Collection[str] | None = None) -> tuple[str, ...]:
    """Return the words that a form stands for, in lower case: a hyphen that a PDF put in is taken out again.

    A hyphen stays a border between words before a capital, behind an abbreviation, behind a part that takes one
    (`niet-`, `socio-`) and between two words that are known while their joint form is not.

    Args:
        form: A word as it stands, as from `forms`.
        known: Words in lower case to trust; the shipped list if not given.

    Returns:
        One word, or several where hyphens part them.

    Example:
        >>> mend_form("samen-werking"), mend_form("EU-lidstaten"), mend_form("energie-efficiëntie")
        (('samenwerking',), ('eu', 'lidstaten'), ('energie', 'efficiëntie'))
    """
    parts = _GAP.split(form)
    if len(parts) == 1 or len(form) > _LONGEST_FORM:
        return tuple(part.lower() for part in parts)
    words = read_words("dutch/text/words.txt") if known is None else known
    mended = [parts[0]]
    for part in parts[1:]:
        if _joins(mended[-1], part, words):
            mended[-1] += part
        else:
            mended.append(part)
    return tuple(word.lower() for word in mended)


def _joins(left: str, right: str, known: Collection[str]) -> bool:
    if not right[:1].islower() or len(left) == 1 or not left[1:].islower() or right in stop_words():
        return False
    before, after = left.lower(), right.lower()
    if before + after in known:
        return True
    if before in read_words("dutch/text/hyphen_parts.txt"):
        return False
    return not (before in known and after in known)


def stem(word: str, algorithm: str = "dutch") -> str:
    """Return the stem of a word in lower case.

    A table of overrides goes before the algorithm, for pairs of government words that it parts or joins wrongly.

    Args:
        word: One word in lower case.
        algorithm: One of `STEMMERS`.

    Returns:
        The stem; a word without letters is its own stem.

    Raises:
        UnknownNameError: For an algorithm that is not in `STEMMERS`.

    Example:
        >>> stem("maatregelen") == stem("maatregel"), stem("subsidies") == stem("subsidie")
        (True, True)
    """
    _check(algorithm)
    if len(word) > _LONGEST_FORM:  # no word: a stemmer may take time that grows faster than its length
        return word
    return _overrides().get(word) or _stemmer(algorithm).stemWord(word)


def _check(algorithm: str) -> None:
    if algorithm not in STEMMERS:
        raise UnknownNameError(f"No stemmer {algorithm!r}; there are {', '.join(STEMMERS)}")


@cache
def _stemmer(algorithm: str) -> _Stemmer:
    stemmer: _Stemmer = snowballstemmer.stemmer(algorithm)
    return stemmer


@cache
def _overrides() -> dict[str, str]:
    return dict(_read_pairs("dutch/text/stem_overrides.tsv"))


@cache
def stop_words() -> frozenset[str]:
    """Return the Dutch words that carry no subject: articles, pronouns, auxiliaries, connectives.

    Example:
        >>> "de" in stop_words(), "zorg" in stop_words()
        (True, False)
    """
    return read_words("dutch/text/stop_words.txt")


def _read_pairs(name: str) -> list[tuple[str, str]]:
    """Return the lines of a list of two columns."""
    columns = (line.split("\t", 1) for line in read_lines(name))
    return [(left, right) for left, right in columns]


def word_stems(word: str, algorithm: str = "dutch") -> tuple[str, ...]:
    """Return the stems under which a word is found: its own, and those of the parts of a compound.

    The stems of the words that the package ships were made once and stand in a table, so that they do not change with
    the release of the stemmer that is installed; other words are stemmed when they come.

    Args:
        word: One word in lower case.
        algorithm: One of `STEMMERS`; the table is for `dutch`.

    Returns:
        Different stems; none for a stop word.

    Raises:
        UnknownNameError: For an algorithm that is not in `STEMMERS`.

    Example:
        >>> word_stems("ouderenzorg"), word_stems("zorg"), word_stems("de")
        (('ouderenzorg', 'ouder', 'zorg'), ('zorg',), ())
    """
    if word in stop_words():
        return ()
    known = _stem_table().get(word) if algorithm == "dutch" else None
    return known or derive_stems(word, algorithm)


def derive_stems(word: str, algorithm: str = "dutch") -> tuple[str, ...]:
    """Stem a word and the parts of a compound by the algorithm, without the table.

    Example:
        >>> derive_stems("zorginnovatie")
        ('zorginnoveer', 'zorg', 'innovatie')
    """
    parts = split_compound(word)
    found = (word, *parts) if len(parts) > 1 else (word,)
    return tuple(dict.fromkeys(stem(part, algorithm) for part in found))


@cache
def _stem_table() -> dict[str, tuple[str, ...]]:
    return {word: tuple(stems.split()) for word, stems in _read_pairs("dutch/text/stems.tsv")}


def split_compound(word: str, known: Collection[str] | None = None) -> tuple[str, ...]:
    """Take a Dutch compound apart into words that are known.

    Args:
        word: One word in lower case.
        known: Words in lower case that may be a part; the shipped list if not given.

    Returns:
        Two or more parts, linking letters left out, the last part as long as possible; a word that is no compound
        of known words comes back alone.

    Example:
        >>> split_compound("mobiliteitshulpmiddelen")
        ('mobiliteit', 'hulpmiddelen')
    """
    words = read_words("dutch/text/words.txt") if known is None else known
    if not 2 * _SHORTEST_PART <= len(word) <= _LONGEST_COMPOUND:
        return (word,)
    for border in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        right = word[border:]
        if right not in words or right in stop_words():
            continue
        left = _known_part(word[:border], words)
        if left is not None:
            return (*split_compound(left, words), right)
    return (word,)


def _known_part(left: str, known: Collection[str]) -> str | None:
    """Return the first part without the letters that link it, where it is a word of some length."""
    for link in _LINKS:
        part = left.removesuffix(link) if link else left
        if left.endswith(link) and len(part) >= _SHORTEST_PART and part in known and part not in stop_words():
            return part
    return None
