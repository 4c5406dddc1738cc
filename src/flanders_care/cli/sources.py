"""What a command reads: the paths it was given, or the seeds; with progress on a terminal."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Generator

from flanders_care.loading.entry import load_many, read_seeds
from flanders_care.model.loaded import Loaded

Progress = Callable[[int, int, str], None]


def read(paths: tuple[str, ...], *, family: str | None, quiet: bool) -> Loaded:
    """Load the paths into one corpus; without paths, the seeds that ship with the package.

    Args:
        paths: Files and folders.
        family: The family of all of them, or `None` to find out.
        quiet: Whether to show no progress.
    """
    if not paths:
        return read_seeds()
    with _progress(quiet) as progress:
        return load_many(paths, family=family, progress=progress, workers=os.cpu_count())


@contextlib.contextmanager
def _progress(quiet: bool) -> Generator[Progress | None, None, None]:
    """A bar on standard error while documents are read; none where nobody watches."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda done, total, _name: bar.update(task, completed=done, total=total)
