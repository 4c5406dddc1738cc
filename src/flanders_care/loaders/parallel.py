"""Reading many files, in this process or in several, with one and the same result."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence

from flanders_care.loaders.folder import FoundFile
from flanders_care.model.loaded import Loaded

__all__ = ["read_all"]


def read_all(
    found: Sequence[FoundFile],
    family: str | None,
    *,
    progress: Callable[[int, int, str], None] | None = None,
    workers: int | None = None,
) -> list[Loaded]:
    """Read files in order.

    Args:
        found: The files.
        family: What they all are, or `None`.
        progress: Called after each file with how many are done, how many there are, and the file's name.
        workers: How many processes; `None` and 1 mean this one.

    Returns:
        What each file yielded, in the order of the files.
    """
    parts: list[Loaded] = []
    for file, loaded in zip(found, _results(found, family, workers or 1), strict=True):
        parts.append(loaded)
        if progress is not None:
            progress(len(parts), len(found), file.document_id)
    return parts


def _results(found: Sequence[FoundFile], family: str | None, workers: int) -> Iterator[Loaded]:
    from flanders_care.loaders.load import load_found

    read = functools.partial(load_found, family=family)
    if workers <= 1 or len(found) < 2:
        yield from map(read, found)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(max_workers=min(workers, len(found))) as pool:
        yield from pool.map(read, found, chunksize=max(1, len(found) // (4 * workers)))
