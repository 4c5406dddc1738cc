"""How alike two decisions are in their words, for all pairs worth a look, at a cost that grows with the text.

Words weigh by their rarity; words of the procedure itself (*principieel*, *na advies van de Raad van State*) do not
count. Pairs worth a look share a rare word: a common word brings too many together, and twice as many decisions would
cost four times as much.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache

import attrs
import numpy as np

from flanders_care.dutch.text.wordlists import read_lines
from flanders_care.regex import regex
from flanders_care.vectors import (
    Array,
    Matrix,
    damped_count,
    pairs_worth_a_look,
    row_numbers,
    row_products,
    row_sums,
    sparse_matrix,
    unit_lengths,
)

_WORD = regex(r"[0-9a-z]+(?:[-'.,][0-9a-z]+)*")
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


def measure_likeness(headings: Sequence[str], summaries: Sequence[str]) -> tuple[Pair, ...]:
    """Measure all pairs of decisions that share a rare word.

    Args:
        headings: Title and long title of each decision.
        summaries: What follows, of each.

    Returns:
        The pairs in order of their places; nothing but the places depends on the order of the decisions.
    """
    heads = [_count(heading) for heading in headings]
    wholes = [head + _count(summary) for head, summary in zip(heads, summaries, strict=True)]
    columns = {word: place for place, word in enumerate(sorted({word for whole in wholes for word in whole}))}
    frequency = Counter(word for whole in wholes for word in whole)
    held = np.array([frequency[word] for word in columns], dtype=float)
    rarity = np.log((1.0 + max(len(wholes), _LEAST_TEXTS)) / held)
    texts = _rows(wholes, columns, rarity)
    left, right = pairs_worth_a_look(texts)
    alike = (_products(_rows(heads, columns, rarity), left, right), _products(texts, left, right))
    return tuple(
        Pair(first=int(a), second=int(b), headings=float(h), texts=float(t))
        for a, b, h, t in zip(left, right, *alike, strict=True)
    )


def _products(rows: Matrix, left: Array, right: Array) -> Array:
    """Inner products of pairs of rows, rounded so that noise orders nothing."""
    return np.clip(np.round(row_products(rows, left, right), 9), 0.0, 1.0)


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


def _rows(counts: Sequence[Counter[str]], columns: dict[str, int], rarity: Array) -> Matrix:
    """Weigh counts and give each row length 1, its words in the order of the columns."""
    rows = [sorted((columns[word], count) for word, count in counter.items()) for counter in counts]
    ends = np.cumsum([0, *(len(row) for row in rows)])
    places = np.fromiter((place for row in rows for place, _ in row), dtype=np.int64, count=int(ends[-1]))
    values = np.fromiter((count for row in rows for _, count in row), dtype=float, count=int(ends[-1]))
    weighed = sparse_matrix(damped_count(values) * rarity[places], places, ends, (len(rows), len(columns)))
    lengths = unit_lengths(row_sums(weighed, weighed.data**2))
    return sparse_matrix(weighed.data * lengths[row_numbers(weighed)], places, ends, weighed.shape)
