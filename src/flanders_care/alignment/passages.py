"""The passages of a decision: its title, its sentences, and what wide gaps set apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs
import numpy as np

from flanders_care.alignment.tokens import Pieces, cut
from flanders_care.regex import regex
from flanders_care.vectors import Array

_GAP = regex(r"\s{2,}")
_FEWEST = 4
_SHORTEST_END = 5


@attrs.frozen(kw_only=True, eq=False)
class Passages:
    """Texts cut into passages.

    Attributes:
        pieces: All pieces; its texts are the parts that wide gaps set apart.
        ends: Where the pieces of each passage end; begins with 0.
        texts: The number of the text of each passage.
        count: The number of texts.
    """

    pieces: Pieces
    ends: Array
    texts: Array
    count: int


def cut_passages(texts: Iterable[str]) -> Passages:
    """Cut texts into passages.

    A passage ends at a gap of two blanks or more (as between title and text) and at the end of a sentence: a piece that
    ends in a full stop and is no abbreviation, before one that begins with a capital or a digit.

    Args:
        texts: Any texts.

    Example:
        >>> found = cut_passages(["Premie voor groene daken  We geven een premie. De premie loopt tot 2024."])
        >>> found.ends.tolist(), found.texts.tolist()
        ([0, 4, 8, 13], [0, 0, 0])
    """
    parts = [_GAP.split(text) for text in texts]
    pieces = cut(part for found in parts for part in found)
    text_ends = pieces.ends[np.cumsum([0, *(len(found) for found in parts)])]
    ends = np.union1d(pieces.ends, _sentence_ends(pieces))
    starts = ends[:-1]
    return Passages(
        pieces=pieces,
        ends=ends,
        texts=np.searchsorted(text_ends, starts, side="right") - 1,
        count=len(parts),
    )


def _sentence_ends(pieces: Pieces) -> Array:
    """Return the places where a sentence begins inside a part."""
    closes = _flags([_closes(piece) for piece in pieces.distinct])
    opens = _flags([piece[0].isupper() or piece[0].isdigit() or piece[0] in "‘“'\"" for piece in pieces.distinct])
    if not len(pieces.numbers):
        return np.zeros(0, dtype=np.int64)
    return np.flatnonzero(closes[pieces.numbers[:-1]] & opens[pieces.numbers[1:]]) + 1


def _closes(piece: str) -> bool:
    """Tell whether a sentence may end with this piece."""
    if piece[-1] in "!?":
        return True
    return piece[-1] == "." and len(piece) >= _SHORTEST_END and "." not in piece[:-1]


def _flags(values: Sequence[bool]) -> Array:
    return np.asarray(values, dtype=bool)


def long_enough(passages: Passages) -> Array:
    """Tell which passages say enough to be compared: those of some words, or all of a text that has no such passage."""
    long = np.diff(passages.ends) >= _FEWEST
    has_long = np.zeros(passages.count, dtype=bool)
    has_long[passages.texts[long]] = True
    return np.asarray(long | ~has_long[passages.texts])
