"""What a small collection borrows: how rare words are among thousands of decisions, shipped with the package.

Ten decisions do not tell which words are rare, nor how alike decisions usually are to what is asked. So the fewer
decisions there are, the more of the reference is put beside them; from `Profile.borrows_below` decisions on, none.
"""

from __future__ import annotations

from functools import cache

import attrs
import numpy as np

from flanders_care.alignment.formulas import borrowed_share, chance_of_any, expected_likeness, typical_length
from flanders_care.alignment.lexicon import Lexicon, build_lexicon
from flanders_care.alignment.profiles import Profile, Units
from flanders_care.alignment.weighting import Weighting
from flanders_care.dutch.text.wordlists import read_lines
from flanders_care.vectors import Array, Matrix, sparse_matrix


@attrs.frozen(kw_only=True, eq=False)
class Reference:
    """In how many decisions of a large collection each word stands.

    Attributes:
        documents: The number of decisions.
        words: The words, in lower case.
        frequency: In how many decisions each stands.
    """

    documents: int
    words: tuple[str, ...]
    frequency: Array


@cache
def read_reference() -> Reference:
    """Read the reference that ships with the package.

    Example:
        >>> read_reference().documents
        4298
    """
    lines = [line.partition(": ") for line in read_lines("alignment/reference_words.txt")]
    documents, rows = int(lines[0][2]), [(int(count), words.split()) for count, _, words in lines[1:]]
    return Reference(
        documents=documents,
        words=tuple(word for _, words in rows for word in words),
        frequency=np.repeat(np.array([count for count, _ in rows]), [len(words) for _, words in rows]),
    )


@cache
def _lexicon(units: Units) -> Lexicon:
    return build_lexicon(read_reference().words, units)


@attrs.frozen(kw_only=True, eq=False)
class Borrowed:
    """The part of the reference that stands beside the decisions of a small collection.

    Attributes:
        share: Which part, above 0 and at most 1.
        documents: How many decisions that is; not whole.
        chances: The share of the reference's decisions in which each of its words stands.
    """

    share: float
    documents: float
    chances: Array

    @property
    def label(self) -> str:
        """Name for receipts: how many decisions of the reference stand beside those of the collection."""
        return f"{self.documents:.1f} decisions, {len(self.chances)} words"

    def lexicon(self, units: Units) -> Lexicon:
        """Return the words of the reference with their units; those of the collection come behind them."""
        return _lexicon(units)

    def unit_chances(self, lexicon: Lexicon) -> Array:
        """Return the estimated share of the reference's decisions in which each unit of a lexicon stands.

        Args:
            lexicon: One that begins with the words of the reference.
        """
        return chance_of_any(lexicon.of_word[: len(self.chances)], self.chances)

    def usual_likeness(self, rows: Matrix, lexicon: Lexicon, weighting: Weighting) -> Array:
        """Estimate how alike the reference's decisions usually are to what is asked, one number a row.

        Args:
            rows: Things asked by units, weighted.
            lexicon: The units; it begins with the words of the reference.
            weighting: Their rarities.
        """
        rarity, columns = weighting.rarity, lexicon.of_word[: len(self.chances)].T
        weighted = sparse_matrix(rows.data * rarity[rows.indices], rows.indices, rows.indptr, rows.shape)
        length = typical_length(rarity, self.unit_chances(lexicon))
        return expected_likeness(weighted @ columns, self.chances) / (length or 1.0)


def borrow(decisions: int, profile: Profile) -> Borrowed | None:
    """Borrow from the reference for so many decisions.

    Args:
        decisions: How many there are.
        profile: Says below how many decisions a collection is small.

    Returns:
        What is borrowed; `None` where there are enough decisions, or none at all.
    """
    share = borrowed_share(decisions, profile.borrows_below)
    if not decisions or share <= 0:
        return None
    reference = read_reference()
    chances = (reference.frequency / reference.documents).astype(np.float64)
    return Borrowed(share=share, documents=share * reference.documents, chances=chances)
