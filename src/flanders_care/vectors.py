"""Sparse vectors, one a row: the little of scipy that is used, how counts become weights, and which rows are alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, TypeAlias

import numpy as np
import scipy.sparse as sp

#: A column that so many rows have brings too many together: twice the rows would cost four times as much.
_RARE = 60
_LEAST_SHARED = 0.04
_AT_ONCE = 65_536

Array: TypeAlias = np.ndarray[Any, np.dtype[Any]]
"""A dense array of numbers."""


class Matrix(Protocol):
    """A sparse matrix by rows, as `scipy.sparse.csr_matrix` is one."""

    data: Array
    indices: Array
    indptr: Array

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        ...

    @property
    def nnz(self) -> int:
        """How many cells are stored."""
        ...

    @property
    def T(self) -> Any:  # noqa: N802 (scipy's name)
        """Rows and columns exchanged."""
        ...

    def __matmul__(self, other: Any) -> Any:
        """Multiply matrices."""
        ...

    def __rmatmul__(self, other: Any) -> Any:
        """Multiply a dense matrix with this one."""
        ...

    def __getitem__(self, key: Any) -> Any:
        """Take rows or columns."""
        ...

    def toarray(self) -> Array:
        """Return the matrix with all its cells."""
        ...


def sparse_matrix(data: Array, indices: Array, indptr: Array, shape: tuple[int, int]) -> Matrix:
    """Make a matrix from its parts: the cells of all rows behind one another, their columns, where each row ends."""
    made: Any = sp.csr_matrix((data, indices, indptr), shape=shape)
    return made  # type: ignore[no-any-return]


def rows_of_ones(found: Sequence[Sequence[int]], width: int) -> Matrix:
    """Make a matrix of ones from the column numbers of each row; a column that comes twice in a row counts twice."""
    ends = np.cumsum([0, *map(len, found)], dtype=np.int64)
    columns = np.fromiter((column for row in found for column in row), dtype=np.int32, count=int(ends[-1]))
    return sparse_matrix(np.ones(len(columns), dtype=np.float32), columns, ends, (len(found), width))


def stacked(*parts: Matrix, beside: bool = False) -> Matrix:
    """Put matrices below one another, or beside one another."""
    package: Any = sp
    made: Any = (package.hstack if beside else package.vstack)(parts, format="csr", dtype=np.float32)
    return made  # type: ignore[no-any-return]


def row_numbers(matrix: Matrix) -> Array:
    """Return the row of each stored cell."""
    return np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))


def row_sums(matrix: Matrix, values: Array) -> Array:
    """Add values of the stored cells by row."""
    return np.bincount(row_numbers(matrix), weights=values, minlength=matrix.shape[0])


def damped_count(count: Array) -> Array:
    """Let a repeated word count less each time: `1 + ln(count)`.

    Source: C. Manning, P. Raghavan, H. Schütze, Introduction to Information Retrieval (2008), 6.4.1.

    Args:
        count: Counts, at least 1.
    """
    return np.asarray(1.0 + np.log(count))


def unit_lengths(squares: Array) -> Array:
    """Return what to multiply rows with to give them Euclidean length 1; a row of zeros stays as it is."""
    return np.asarray(1.0 / np.sqrt(np.where(squares > 0, squares, 1.0)))


def pairs_worth_a_look(rows: Matrix, columns: Array | None = None) -> tuple[Array, Array]:
    """Find the pairs of rows that share rare columns, so that not all pairs need be compared.

    Args:
        rows: Rows of length 1.
        columns: The columns that count; all if not given.

    Returns:
        The lower and the higher row of each pair, in order.
    """
    frequency = np.bincount(rows.indices, minlength=rows.shape[1])
    rare = np.flatnonzero((frequency >= 2) & (frequency <= _RARE))
    part: Any = rows[:, rare if columns is None else np.intersect1d(rare, columns)]
    shared = (part @ part.T).tocoo()
    kept = np.flatnonzero((shared.data >= _LEAST_SHARED) & (shared.row < shared.col))
    order = np.lexsort((shared.col[kept], shared.row[kept]))
    return shared.row[kept][order], shared.col[kept][order]


def row_products(rows: Matrix, left: Array, right: Array) -> Array:
    """Return the product of each pair of rows, some thousands of pairs at a time so that memory stays bounded."""
    found = np.zeros(len(left))
    for start in range(0, len(left), _AT_ONCE):
        chosen = slice(start, start + _AT_ONCE)
        found[chosen] = np.asarray(rows[left[chosen]].multiply(rows[right[chosen]]).sum(axis=1)).ravel()
    return found
