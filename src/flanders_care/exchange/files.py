"""A corpus in a file: written whole or not at all, and read back equal."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from flanders_care.errors import UnreadableError
from flanders_care.exchange.json import from_json, to_json
from flanders_care.exchange.jsonl import corpus_records, gather, read_lines, write_lines
from flanders_care.model.corpus import Corpus

__all__ = ["open_corpus", "save"]


def save(corpus: Corpus, path: str | os.PathLike[str]) -> None:
    """Write a corpus to a file; a file that is there is replaced only when all is written.

    Args:
        corpus: The corpus.
        path: The file; `.jsonl` writes one record a line, any other name one JSON object.

    Raises:
        UnreadableError: If the file cannot be written.
    """
    target = Path(path)
    try:
        handle, name = tempfile.mkstemp(prefix=target.name, suffix=".part", dir=target.parent)
        os.close(handle)
        try:
            if target.suffix == ".jsonl":
                write_lines(corpus_records(corpus), name)
            else:
                Path(name).write_text(to_json(corpus) + "\n", encoding="utf-8", newline="\n")
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UnreadableError(str(target), error.strerror or "cannot be written", "check the folder") from None


def open_corpus(path: str | os.PathLike[str]) -> Corpus:
    """Read a corpus that `save` wrote.

    Args:
        path: The file; `.jsonl` is read line by line.

    Returns:
        The corpus, equal to the one that was saved.

    Raises:
        UnreadableError: If the file cannot be read.
        ExchangeError: If it holds something else.
    """
    target = Path(path)
    if target.suffix == ".jsonl":
        return gather(read_lines(target))
    try:
        return from_json(target.read_bytes(), Corpus)
    except OSError as error:
        raise UnreadableError(str(target), error.strerror or "cannot be read", "check the path") from None
