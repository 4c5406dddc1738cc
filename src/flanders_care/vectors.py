"""Sparse matrices by rows: the little of scipy that alignment uses, with types."""

from __future__ import annotations

from typing import Any, Protocol, TypeAlias

import numpy as np
import scipy.sparse as sp

__all__ = ["Array", "Matrix", "row_numbers", "row_sums", "sparse_matrix", "stacked"]

Array: TypeAlias = "np.ndarray[Any, np.dtype[Any]]"
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
