"""How alike two decisions are in their words, for all pairs worth a look, at a cost that grows with the text.

Words weigh by their rarity; words of the procedure itself (*principieel*, *na advies van de Raad van State*) do not
count. Pairs worth a look share a rare word: a common word brings too many together, and twice as many decisions would
cost four times as much.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any, TypeAlias

import attrs
import numpy as np
import scipy.sparse as scipy_sparse

from flanders_care.dutch.text.wordlists import read_lines
from flanders_care.vectors import damped_count, unit_lengths

__all__ = ["Likeness", "Pair", "measure_likeness"]

Matrix: TypeAlias = Any
"""A sparse matrix by rows. Its library ships no types that say what an operation gives, so none are claimed."""

sp: Any = scipy_sparse

_WORD = re.compile(r"[0-9a-z]+(?:[-'.,][0-9a-z]+)*")
_RARE = 60
_LEAST_SHARED = 0.04
#: Few texts say little about which words are rare, so rarity is reckoned among at least so many.
_LEAST_TEXTS = 1000


@attrs.frozen(kw_only=True)
class Pair:
    """Two texts, by their places in the sequence, and how alike they are.

    Attributes:
        first: The lower place.
        second: The higher place.
        headings: Likeness of the headings, 0..1.
        texts: Likeness of all words, headings included, 0..1.
    """

    first: int
    second: int
    headings: float
    texts: float


@attrs.frozen(kw_only=True, eq=False)
class Likeness:
    """Rows of unit length for the headings and for the whole texts of the same decisions."""

    headings: Matrix
    texts: Matrix
    rare: Matrix

    def pairs(self) -> tuple[Pair, ...]:
        """Measure all pairs that share a rare word, in order of their places."""
        shared = sp.triu(self.rare @ self.rare.T, k=1).tocoo()
        kept = shared.data >= _LEAST_SHARED
        order = np.lexsort((shared.col[kept], shared.row[kept]))
        rows, columns = shared.row[kept][order], shared.col[kept][order]
        headings = _products(self.headings, rows, columns)
        texts = _products(self.texts, rows, columns)
        return tuple(
            Pair(first=int(a), second=int(b), headings=float(h), texts=float(t))
            for a, b, h, t in zip(rows, columns, headings, texts, strict=True)
        )


def _products(matrix: Matrix, rows: Any, columns: Any) -> Any:
    """Inner products of pairs of rows, a slice at a time to bound the memory, rounded so that noise orders nothing."""
    parts = [np.zeros(0)]
    for at in range(0, len(rows), 20_000):
        part = matrix[rows[at : at + 20_000]].multiply(matrix[columns[at : at + 20_000]]).sum(axis=1)
        parts.append(np.asarray(part).ravel())
    return np.clip(np.round(np.concatenate(parts), 9), 0.0, 1.0)


def measure_likeness(headings: Sequence[str], summaries: Sequence[str]) -> Likeness:
    """Count and weigh the words of decisions.

    Args:
        headings: Title and long title of each.
        summaries: What follows, of each.

    Returns:
        What `Likeness.pairs` needs; no part depends on the order of the texts but the places.
    """
    heads = [_count(heading) for heading in headings]
    wholes = [head + _count(summary) for head, summary in zip(heads, summaries, strict=True)]
    columns = {word: place for place, word in enumerate(sorted({word for whole in wholes for word in whole}))}
    frequency = np.zeros(len(columns))
    for whole in wholes:
        frequency[[columns[word] for word in whole]] += 1
    rarity = np.log((1.0 + max(len(wholes), _LEAST_TEXTS)) / np.maximum(frequency, 1.0))
    texts = _rows(wholes, columns, rarity)
    rare = texts @ sp.diags((frequency <= _RARE).astype(float)) if columns else texts
    return Likeness(headings=_rows(heads, columns, rarity), texts=texts, rare=sp.csr_matrix(rare))


@cache
def _procedure_words() -> frozenset[str]:
    return frozenset(word for line in read_lines("dossier/procedure_words.txt") for word in line.split())


def _plain(text: str) -> str:
    """Lower case, without accents and marks of no width: hyphens that a page broke and blanks that nobody sees."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if unicodedata.category(c) not in ("Mn", "Cf"))


def _count(text: str) -> Counter[str]:
    words = Counter(_WORD.findall(_plain(text)))
    return Counter({word: count for word, count in words.items() if word not in _procedure_words()})


def _rows(counts: Sequence[Counter[str]], columns: dict[str, int], rarity: Any) -> Matrix:
    """Weigh counts and give each row length 1, its words in the order of the columns."""
    rows = [sorted((columns[word], count) for word, count in counter.items()) for counter in counts]
    ends = np.cumsum([0, *(len(row) for row in rows)])
    places = np.fromiter((place for row in rows for place, _ in row), dtype=np.int64, count=int(ends[-1]))
    values = np.fromiter((count for row in rows for _, count in row), dtype=float, count=int(ends[-1]))
    weights = damped_count(values) * rarity[places]
    matrix = sp.csr_matrix((weights, places, ends), shape=(len(rows), len(columns)))
    squares = np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel()
    return sp.csr_matrix(sp.diags(unit_lengths(squares)) @ matrix)
