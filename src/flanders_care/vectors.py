"""Sparse vectors, one a row: the little of scipy that the library uses, with types, and how counts become weights."""

from __future__ import annotations

from typing import Any, Protocol, TypeAlias

import numpy as np
import scipy.sparse as sp

__all__ = ["Array", "Matrix", "damped_count", "row_numbers", "row_sums", "sparse_matrix", "stacked", "unit_lengths"]

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
