"""From words to units, what is counted: each distinct word is taken apart once, into parts of words and stems."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import attrs
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from flanders_care.alignment.profiles import Units
from flanders_care.alignment.tokens import Words
from flanders_care.dutch.text.words import stop_words, word_stems
from flanders_care.vectors import Array, Matrix, rows_of_ones, sparse_matrix, stacked

_SHORTEST_WORD = 2
_STEM = "="


def units_of_word(word: str, units: Units) -> tuple[str, ...]:
    """Take one word apart into what is counted: character n-grams, stems or both.

    N-grams stay within the word, with a blank at both ends; a word shorter than the n-gram stays whole. Stems begin
    with `=`; beside the stem of a compound stand those of its parts. Stop words and single letters have no units.

    Args:
        word: One word in lower case.
        units: Says which units.

    Returns:
        The units; one that stands twice in the word comes once.

    Example:
        >>> units_of_word("zorgtaak", Units(gram_sizes=(5,), stems="dutch"))
        (' zorg', 'zorgt', 'orgta', 'rgtaa', 'gtaak', 'taak ', '=zorgtaak', '=zorg', '=taak')
    """
    if not _tells(word):
        return ()
    padded = f" {word} "
    grams = (padded[at : at + size] for size in units.gram_sizes for at in range(max(1, len(padded) - size + 1)))
    return tuple(dict.fromkeys((*grams, *_stems(word, units))))


def _tells(word: str) -> bool:
    return len(word) >= _SHORTEST_WORD and word not in stop_words()


def _stems(word: str, units: Units) -> tuple[str, ...]:
    return tuple(_STEM + stem for stem in word_stems(word, units.stems)) if units.stems else ()


@attrs.frozen(kw_only=True, eq=False)
class Lexicon:
    """The words of an index and the units that each holds.

    Attributes:
        units: What is counted.
        words: The number of each word.
        numbers: The number of each unit.
        of_word: Words by units.
    """

    units: Units
    words: dict[str, int]
    numbers: dict[str, int]
    of_word: Matrix

    def counts(self, words: Words) -> Matrix:
        """Count the known units of texts: texts by units. Words that are new are taken apart now."""
        new = [word for word in words.distinct if word not in self.words]
        found = [
            [n for unit in units_of_word(word, self.units) if (n := self.numbers.get(unit)) is not None] for word in new
        ]
        rows = stacked(self.of_word, rows_of_ones(found, len(self.numbers)))
        place = {word: len(self.words) + number for number, word in enumerate(new)}
        order = np.array(
            [place.get(word, -1) if word in place else self.words[word] for word in words.distinct], dtype=np.int64
        )
        counts: Any = words.counts @ rows[order]
        counts.sort_indices()
        return counts  # type: ignore[no-any-return]

    def extended(self, words: Iterable[str]) -> Lexicon:
        """Put new words, and their units, behind those that are known; the known ones keep their numbers."""
        added = build_lexicon([word for word in words if word not in self.words], self.units)
        numbers = dict(self.numbers)
        places = np.array([numbers.setdefault(unit, len(numbers)) for unit in added.numbers], dtype=np.int32)
        known, new = self.of_word, added.of_word
        rows: Any = stacked(
            sparse_matrix(known.data, known.indices, known.indptr, (known.shape[0], len(numbers))),
            sparse_matrix(new.data, places[new.indices], new.indptr, (new.shape[0], len(numbers))),
        )
        rows.sort_indices()
        all_words = self.words | {word: len(self.words) + number for word, number in added.words.items()}
        return attrs.evolve(self, words=all_words, numbers=numbers, of_word=rows)

    def stems(self) -> Array:
        """Return the numbers of the units that are stems; of all units where none is."""
        found = [number for unit, number in self.numbers.items() if unit.startswith(_STEM)]
        return np.array(found or range(len(self.numbers)), dtype=np.int64)

    def keep(self, kept: Array) -> Lexicon:
        """Keep some of the units only."""
        names = list(self.numbers)
        numbers = {names[int(old)]: new for new, old in enumerate(kept)}
        return attrs.evolve(self, numbers=numbers, of_word=self.of_word[:, kept])


def build_lexicon(words: Sequence[str], units: Units) -> Lexicon:
    """Take the words of an index apart, all at once.

    Args:
        words: Different words in lower case.
        units: Says which units.

    Returns:
        The lexicon; the units are numbered in an order that does not depend on the order of the words.
    """
    telling = [word if _tells(word) else "" for word in words]
    names: list[str] = []
    parts: list[Matrix] = []
    for size in sorted(units.gram_sizes):
        found, matrix = _grams(telling, size, whole=size == min(units.gram_sizes))
        names += found
        parts.append(matrix)
    if units.stems:
        stems = [_stems(word, units) if word else () for word in telling]
        ordered = {stem: number for number, stem in enumerate(sorted({stem for found in stems for stem in found}))}
        names += ordered
        parts.append(rows_of_ones([[ordered[stem] for stem in found] for found in stems], len(ordered)))
    numbers = {name: number for number, name in enumerate(names)}
    return Lexicon(
        units=units,
        words={word: number for number, word in enumerate(words)},
        numbers=numbers,
        of_word=stacked(*parts, beside=True) if parts else rows_of_ones([[] for _ in words], 0),
    )


def _grams(words: Sequence[str], size: int, *, whole: bool) -> tuple[list[str], Matrix]:
    """Find the n-grams of many words at once: their names in order, and words by n-grams.

    The characters of all words stand in one array; an n-gram is a window of it.

    Args:
        words: The words; "" has none.
        size: Length of the n-grams.
        whole: Whether a word that is shorter than the n-gram counts as one.
    """
    padded = [f" {word} ".ljust(size, "\0") if word and (whole or len(word) + 2 >= size) else "" for word in words]
    lengths = np.fromiter(map(len, padded), dtype=np.int64, count=len(padded))
    counts = np.where(lengths > 0, lengths - size + 1, 0)
    rows = np.repeat(np.arange(len(words)), counts)
    starts = np.arange(len(rows)) + np.repeat((np.cumsum(lengths) - lengths) - (np.cumsum(counts) - counts), counts)
    codes = np.frombuffer("".join([*padded, "\0" * size]).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    windows = np.ascontiguousarray(sliding_window_view(codes, size)[starts]).view(f"<U{size}").ravel()
    names, grams = np.unique(windows, return_inverse=True)  # without the \0 that a short word is filled up with
    ends = np.cumsum([0, *counts])
    matrix: Any = sparse_matrix(
        np.ones(len(rows), dtype=np.float32), grams.astype(np.int32), ends, (len(words), len(names))
    )
    matrix.sum_duplicates()
    matrix.data[:] = 1  # an n-gram that stands twice in a word counts once
    return names.tolist(), matrix
