"""From texts to counts: each distinct word is taken apart once, whatever the number of places where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import attrs
import numpy as np

from flanders_care.alignment.profiles import Units
from flanders_care.alignment.sparse import Array, Matrix, sparse_matrix
from flanders_care.dutch.words import forms, full_names, mend_form, word_stems

__all__ = ["Pieces", "cut", "take_apart", "unit_counts", "units_of_piece", "units_of_word"]

_SHORTEST_WORD = 2


class _Ids(dict[str, int]):
    """Numbers for words in the order in which they come."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number


@attrs.frozen(kw_only=True, eq=False)
class Pieces:
    """Texts as rows of numbers: which piece (what stands between blanks) stands at each place.

    Attributes:
        distinct: The distinct pieces, in order of first appearance.
        numbers: The piece at each place, all texts behind one another.
        ends: Where the pieces of each text end; begins with 0.
    """

    distinct: tuple[str, ...]
    numbers: Array
    ends: Array

    def counts(self) -> Matrix:
        """Count the pieces of each text: texts by distinct pieces."""
        return self.counts_between(self.ends)

    def counts_between(self, ends: Array) -> Matrix:
        """Count the pieces between other ends than those of the texts."""
        ones = np.ones(len(self.numbers), dtype=np.float32)
        # a copy, for adding up doubles sorts in place
        counts: Any = sparse_matrix(ones, self.numbers.copy(), ends, (len(ends) - 1, len(self.distinct)))
        counts.sum_duplicates()
        return counts  # type: ignore[no-any-return]


def cut(texts: Iterable[str]) -> Pieces:
    """Cut texts at their blanks.

    Args:
        texts: Any texts; an empty text has no pieces.

    Example:
        >>> found = cut(["zorg en zorg", ""])
        >>> found.distinct, found.counts().toarray().tolist()
        (('zorg', 'en'), [[2.0, 1.0], [0.0, 0.0]])
    """
    ids = _Ids()
    rows = [np.fromiter(map(ids.__getitem__, found), dtype=np.int32) for found in map(str.split, texts)]
    ends = np.cumsum([0, *(len(row) for row in rows)], dtype=np.int64)
    return Pieces(distinct=tuple(ids), numbers=np.concatenate([np.zeros(0, dtype=np.int32), *rows]), ends=ends)


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
    stems = word_stems(word, units.stems or "dutch")
    if not stems or len(word) < _SHORTEST_WORD:
        return ()
    padded = f" {word} "
    grams = (padded[at : at + size] for size in units.gram_sizes for at in range(max(1, len(padded) - size + 1)))
    return tuple(dict.fromkeys((*grams, *(f"={stem}" for stem in stems if units.stems))))


def units_of_piece(piece: str, units: Units) -> list[str]:
    """Take a piece of text apart into units, hyphens mended.

    Args:
        piece: A stretch of text.
        units: Says which units, and whether an abbreviation also counts as its full name.

    Example:
        >>> units_of_piece("(VDAB)", Units(stems="dutch", full_names=True))
        ['=vdab', '=vlaams', '=dienst', '=arbeidsbemiddel', '=arbeid', '=bemiddel', '=beroepsopleid', '=beroep', '=opleid']
    """
    return [unit for form in forms(piece) for word in _words(form, units) for unit in units_of_word(word, units)]


def _words(form: str, units: Units) -> tuple[str, ...]:
    words = mend_form(form)
    return words + full_names().get(words[0], ()) if units.full_names and form.isupper() else words


def take_apart(pieces: Iterable[str], units: Units) -> list[list[str]]:
    """Take distinct pieces apart into units."""
    return [units_of_piece(piece, units) for piece in pieces]


def unit_counts(counts: Matrix, taken_apart: Sequence[Sequence[str]], columns: dict[str, int]) -> Matrix:
    """Count the known units of texts.

    Args:
        counts: Texts by pieces.
        taken_apart: The units of each piece.
        columns: The units known, with their columns.

    Returns:
        Texts by units.
    """
    known = [[columns[unit] for unit in found if unit in columns] for found in taken_apart]
    ends = np.cumsum([0, *(len(found) for found in known)], dtype=np.int64)
    cells = np.fromiter((unit for found in known for unit in found), dtype=np.int32, count=int(ends[-1]))
    of_piece = sparse_matrix(np.ones(len(cells), dtype=np.float32), cells, ends, (len(known), len(columns)))
    found: Any = counts @ of_piece
    found.sort_indices()
    return found  # type: ignore[no-any-return]
