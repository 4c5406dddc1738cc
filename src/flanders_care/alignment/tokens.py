"""From texts to counts: each distinct word is taken apart once, whatever the number of places where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import attrs
import numpy as np
import scipy.sparse as sp

from flanders_care.alignment.profiles import Profile
from flanders_care.dutch.words import forms, full_names, mend_form, split_compound, stem, stop_words

__all__ = ["Counts", "FormCounts", "Matrix", "count_forms", "split_units", "units_of_word"]

Matrix: TypeAlias = "sp.csr_matrix[Any]"
"""A sparse matrix by rows: one row a text, one column a unit."""
Counts: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"


class _Ids(dict[str, int]):
    """Numbers for words in the order in which they come."""

    def __missing__(self, word: str) -> int:
        self[word] = number = len(self)
        return number


@attrs.frozen(kw_only=True, eq=False)
class FormCounts:
    """How often each distinct form stands in each text.

    Attributes:
        forms: The distinct forms, in order of first appearance.
        matrix: Texts by forms.
    """

    forms: tuple[str, ...]
    matrix: Matrix


def count_forms(texts: Iterable[str]) -> FormCounts:
    """Count the forms of texts.

    Args:
        texts: Any texts; an empty text has an empty row.

    Returns:
        The distinct forms and the counts.

    Example:
        >>> counts = count_forms(["zorg en Zorg", ""])
        >>> counts.forms, counts.matrix.toarray().tolist()
        (('zorg', 'en', 'Zorg'), [[1.0, 1.0, 1.0], [0.0, 0.0, 0.0]])
    """
    ids = _Ids()
    rows: list[np.ndarray[Any, Any]] = []
    for text in texts:
        found = forms(text)
        rows.append(np.fromiter(map(ids.__getitem__, found), dtype=np.int32, count=len(found)))
    return FormCounts(forms=tuple(ids), matrix=_stack(rows, len(ids)))


def _stack(rows: Sequence[np.ndarray[Any, Any]], width: int) -> Matrix:
    """Make a count matrix from the column numbers of each row."""
    ends = np.cumsum([0, *(len(row) for row in rows)], dtype=np.int64)
    columns = np.concatenate(rows) if rows else np.zeros(0, dtype=np.int32)
    matrix = sp.csr_matrix((np.ones(len(columns), dtype=np.float32), columns, ends), shape=(len(rows), width))
    matrix.sum_duplicates()
    return matrix


def units_of_word(word: str, profile: Profile) -> list[str]:
    """Take one word apart into what a profile counts.

    Character n-grams stay within the word, with a blank at both ends; a word shorter than the n-gram stays whole.
    Stems leave stop words out and stand beside the stems of a compound's parts.

    Args:
        word: One word in lower case.
        profile: Says which units.

    Returns:
        The units; one that stands twice in the word comes once.

    Example:
        >>> from flanders_care.alignment.profiles import PROFILES
        >>> units_of_word("zorginnovatie", PROFILES["bm25"])
        ['zorginnoveer', 'zorg', 'innoveer']
    """
    if profile.gram_sizes:
        padded = f" {word} "
        sizes = profile.gram_sizes
        grams = [padded[at : at + size] for size in sizes for at in range(max(1, len(padded) - size + 1))]
        return list(dict.fromkeys(grams))
    if word in stop_words():
        return []
    algorithm = profile.stemmer.algorithm if profile.stemmer else "dutch"
    parts = split_compound(word)
    found = [word, *parts] if len(parts) > 1 else [word]
    return list(dict.fromkeys(stem(part, algorithm) for part in found))


def split_units(found: Sequence[str], profile: Profile) -> list[list[str]]:
    """Take forms apart into the units of a profile, hyphens mended and abbreviations beside their full names.

    Args:
        found: Forms as they stand in texts.
        profile: Says which units.

    Returns:
        The units of each form.
    """
    return [[unit for word in _words(form) for unit in units_of_word(word, profile)] for form in found]


def _words(form: str) -> tuple[str, ...]:
    words = mend_form(form)
    return words + full_names().get(words[0], ()) if len(words) == 1 and form.isupper() else words
