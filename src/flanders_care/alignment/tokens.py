"""From texts to counts of words: each distinct piece is cut into words once, whatever the places where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import attrs
import numpy as np

from flanders_care.dutch.text.words import forms, mend_form
from flanders_care.vectors import Array, Matrix, rows_of_ones, sparse_matrix

_MARKS = ".,;:!?()[]\"'‘’“”«»…"


class _Ids(dict[str, int]):
    """Numbers for words in the order in which they come."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number


@attrs.frozen(kw_only=True, eq=False)
class Words:
    """How often each distinct word stands in each text.

    Attributes:
        distinct: The distinct words, in lower case.
        counts: Texts by words.
    """

    distinct: tuple[str, ...]
    counts: Matrix


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

    def words(self, ends: Array | None = None) -> Words:
        """Count the words of each text.

        Args:
            ends: Other ends than those of the texts, such as those of passages.
        """
        ids = _Ids()
        found = [[ids[word] for word in words_of_piece(piece)] for piece in self.distinct]
        ends = self.ends if ends is None else ends
        ones = np.ones(len(self.numbers), dtype=np.float32)
        # a copy, for adding up doubles sorts in place
        pieces: Any = sparse_matrix(ones, self.numbers.copy(), ends, (len(ends) - 1, len(self.distinct)))
        pieces.sum_duplicates()
        counts: Any = pieces @ rows_of_ones(found, len(ids))
        counts.sort_indices()
        return Words(distinct=tuple(ids), counts=counts)


def cut(texts: Iterable[str]) -> Pieces:
    """Cut texts at their blanks.

    Args:
        texts: Any texts; an empty text has no pieces.

    Example:
        >>> found = cut(["Zorg en zorg.", ""]).words()
        >>> found.distinct, found.counts.toarray().tolist()
        (('zorg', 'en'), [[2.0, 1.0], [0.0, 0.0]])
    """
    ids = _Ids()
    rows = [np.fromiter(map(ids.__getitem__, found), dtype=np.int32) for found in map(str.split, texts)]
    ends = np.cumsum([0, *(len(row) for row in rows)], dtype=np.int64)
    return Pieces(distinct=tuple(ids), numbers=np.concatenate([np.zeros(0, dtype=np.int32), *rows]), ends=ends)


def words_of_piece(piece: str) -> Sequence[str]:
    """Return the words of a piece of text in lower case, hyphens mended.

    Args:
        piece: A stretch of text.

    Example:
        >>> words_of_piece("(VDAB-opleiding)")
        ['vdab', 'opleiding']
    """
    bare = piece.strip(_MARKS)
    if bare.isalpha():
        return (bare.lower(),)
    return [word for form in forms(piece) for word in mend_form(form)]
