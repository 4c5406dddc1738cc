"""Reading many files, in this process or in several, with one and the same result."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from flanders_care.loading.folder import FoundFile
from flanders_care.model.loaded import Loaded

PAYS = 500
"""So many files make up for starting processes; fewer are read in this one."""


def read_all(
    found: Sequence[FoundFile],
    read: Callable[[FoundFile], Loaded],
    *,
    progress: Callable[[int, int, str], None] | None = None,
    workers: int | None = None,
) -> list[Loaded]:
    """Read files in order.

    Args:
        found: The files.
        read: Reads one; processes must be able to import it.
        progress: Called after each file with how many are done, how many there are, and the file's name.
        workers: How many processes; `None` and 1 mean this one, and so do fewer than `PAYS` files.

    Returns:
        What each file yielded, in the order of the files.
    """
    parts: list[Loaded] = []
    for file, loaded in zip(found, _results(found, read, workers or 1), strict=True):
        parts.append(loaded)
        if progress is not None:
            progress(len(parts), len(found), file.document_id)
    return parts


def _results(found: Sequence[FoundFile], read: Callable[[FoundFile], Loaded], workers: int) -> Iterator[Loaded]:
    done = 0
    if workers > 1 and len(found) >= PAYS:
        for loaded in _in_processes(read, found, workers):
            yield loaded
            done += 1
    yield from map(read, found[done:])


def _in_processes(read: Callable[[FoundFile], Loaded], found: Sequence[FoundFile], workers: int) -> Iterator[Loaded]:
    """Read in fresh processes, which are safe beside threads; where they die, stop, and the caller reads on."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=min(workers, len(found)), mp_context=context) as pool:
        try:
            yield from pool.map(read, found, chunksize=max(1, len(found) // (4 * workers)))
        except BrokenProcessPool:
            return
