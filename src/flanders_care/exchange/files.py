"""A corpus in a file: written whole or not at all, and read back equal."""

from __future__ import annotations

import codecs
import io
import os
import re
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from flanders_care.documents.files import open_bytes
from flanders_care.errors import ExchangeError, UnreadableError
from flanders_care.exchange.json import from_json, to_json
from flanders_care.exchange.jsonl import LINE_TYPES, corpus_records, gather, parse_lines, write_lines
from flanders_care.exchange.text import is_list, parse_json, write_json
from flanders_care.model.corpus import Corpus
from flanders_care.model.loaded import Loaded

_HEAD: Final = 4096
_LONGEST_LINE: Final = 50 * 1024 * 1024
_ENVELOPE: Final = re.compile(
    rb'\s*\[?\s*\{\s*"schema_version"\s*:\s*[^\s,]{1,20}\s*,\s*"type"\s*:\s*"(?P<type>\w{1,99})"'
)
_LINE: Final = re.compile(rb'\{\s*"type"\s*:\s*"(?:%s)"\s*,\s*"' % "|".join(LINE_TYPES).encode())
_WHOLE: Final[dict[str, Any]] = {"Corpus": Corpus, "Loaded": Loaded}


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
        path: The file, packed with gzip or not; its content says whether it is one JSON object or one record a line.

    Returns:
        The corpus, equal to the one that was saved.

    Raises:
        UnreadableError: If the file cannot be read.
        ExchangeError: If it holds something else; the message names the file, the path says where in it.
    """
    with open_bytes(path) as stream:
        return read_own(stream, os.fspath(path)).corpus


def is_own(stream: io.BufferedReader) -> bool:
    """Tell by its start whether a file is one that this library wrote; nothing of it is consumed.

    Args:
        stream: The file, at its start.

    Returns:
        Whether it says on top what it is and in which version; or is lines of records of ours without their head.
    """
    start = _begin(stream)
    if _ENVELOPE.match(start):
        return True
    if not _LINE.match(start):
        return False
    line = stream.readline(_LONGEST_LINE)
    stream.seek(0)
    try:
        return bool(list(parse_lines([line])))
    except ExchangeError:
        return False


def read_own(stream: io.BufferedReader, name: str) -> Loaded:
    """Read a file that this library wrote as what it is.

    Args:
        stream: The file, at its start.
        name: What to call it in errors.

    Returns:
        The corpus as it was saved, with its diagnostics where what was saved is a `Loaded`.

    Raises:
        UnreadableError: If the file cannot be read to its end.
        ExchangeError: If it is broken, of a newer version, or holds what has no place in a corpus.
    """
    found = _ENVELOPE.match(_begin(stream))
    kind = "" if found is None else found["type"].decode("utf-8", "replace")
    try:
        if kind in _WHOLE:
            whole = from_json(stream.read(), _WHOLE[kind])
            return whole if isinstance(whole, Loaded) else Loaded(corpus=whole)
        return Loaded(corpus=gather(parse_lines(stream if kind in ("Lines", "") else _rows(stream.read()))))
    except ExchangeError as error:
        raise ExchangeError(f"{name}: {error.message}", error.path) from None
    except (EOFError, zlib.error, OSError) as error:
        raise UnreadableError(name, f"breaks off ({error})", "fetch it again") from None


def _begin(stream: io.BufferedReader) -> bytes:
    try:
        return stream.peek(_HEAD)[:_HEAD].removeprefix(codecs.BOM_UTF8)
    except (EOFError, zlib.error, OSError):  # whoever reads on meets the same trouble and says what it is
        return b""


def _rows(data: bytes) -> Iterator[bytes | str]:
    """The records of a text of JSON, each as a line of its own: one record, a list of them, or lines."""
    try:
        value = parse_json(data)
    except ExchangeError:
        yield from data.splitlines()
        return
    yield from map(write_json, value if is_list(value) else [value])
