"""Which files of a folder are documents, and what each is called.

Nothing is dropped silently: hidden files, unknown kinds of file and links that lead back into the folder are
reported. The order is that of the relative paths, whatever the file system says.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import attrs

from flanders_care.diagnostics import Diagnostic, Severity
from flanders_care.fields import instance_of

SUFFIXES: tuple[str, ...] = (
    ".txt",
    ".text",
    ".md",
    ".markdown",
    ".json",
    ".jsonl",
    ".ndjson",
    ".jsonld",
    ".csv",
    ".tsv",
    ".pdf",
    ".html",
    ".htm",
    ".xhtml",
)
"""Kinds of file that are read in a folder, each also with `.gz` behind; a file named to `load` may have any."""


@attrs.frozen(kw_only=True)
class FoundFile:
    """One file to read.

    Attributes:
        path: Where it is.
        document_id: Its name within the folder: the relative path without suffix.
        size: Bytes on disk.
    """

    path: Path = attrs.field(validator=instance_of(Path))
    document_id: str = attrs.field(validator=instance_of(str))
    size: int = attrs.field(validator=instance_of(int))


def find_files(folder: Path) -> tuple[tuple[FoundFile, ...], tuple[Diagnostic, ...]]:
    """Find the documents of a folder and of the folders in it.

    Args:
        folder: The folder.

    Returns:
        The files in order of their relative paths, and a diagnostic for each thing that is passed over.
    """
    diagnostics: list[Diagnostic] = []
    found = [(path, size) for path, size in _walk(folder, folder, {folder.resolve()}, diagnostics)]
    found.sort(key=lambda item: item[0].relative_to(folder).as_posix())
    names = [document_name(path.relative_to(folder)) for path, _ in found]
    often = Counter(names)
    files = tuple(
        FoundFile(path=path, size=size, document_id=name if often[name] == 1 else _full_name(path.relative_to(folder)))
        for (path, size), name in zip(found, names, strict=True)
    )
    return files, tuple(diagnostics)


def document_name(path: Path) -> str:
    """Name a document after its file: the path without the suffixes of `SUFFIXES`, in one Unicode form.

    Example:
        >>> document_name(Path("Welzijn/Adoptie.md"))
        'Welzijn/Adoptie'
    """
    name = _full_name(path)
    for suffix in (".gz", *SUFFIXES):
        if name.lower().endswith(suffix) and len(path.name) > len(suffix):
            name = name[: -len(suffix)]
    return name


def _full_name(path: Path) -> str:
    # names with lone surrogates (bytes that are no UTF-8) would not survive being written as JSON
    name = path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return unicodedata.normalize("NFC", name)


def _walk(root: Path, folder: Path, seen: set[Path], diagnostics: list[Diagnostic]) -> Iterator[tuple[Path, int]]:
    """Walk a folder without recursion (a tree may be deeper than Python's stack)."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError as error:
            diagnostics.append(_passed_over(here, root, "unreadable-folder", f"cannot be listed ({error.strerror})"))
            continue
        for entry in entries:
            path = Path(entry.path)
            if entry.name.startswith("."):
                diagnostics.append(_passed_over(path, root, "hidden-file", "is hidden"))
            elif _is_folder(path):
                if _is_new(path, root, seen, diagnostics):
                    waiting.append(path)
            else:
                yield from _file(path, root, seen, diagnostics)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a link that points to itself
        return False


def _is_new(path: Path, root: Path, seen: set[Path], diagnostics: list[Diagnostic]) -> bool:
    """Whether a folder or file is not read elsewhere: links may lead back into the folder, or twice to one place."""
    if not path.is_symlink():
        return True
    target = path.resolve()
    if target.is_relative_to(root.resolve()) or root.resolve().is_relative_to(target) or target in seen:
        diagnostics.append(_passed_over(path, root, "link-loop", "links to what is read already"))
        return False
    seen.add(target)
    return True


def _file(path: Path, root: Path, seen: set[Path], diagnostics: list[Diagnostic]) -> Iterator[tuple[Path, int]]:
    try:
        status = path.stat()
    except (OSError, RuntimeError):
        diagnostics.append(_passed_over(path, root, "broken-link", "leads nowhere"))
        return
    if not stat.S_ISREG(status.st_mode):
        diagnostics.append(_passed_over(path, root, "special-file", "is no ordinary file"))
    elif not _known(path):
        advice = f"has a suffix that is not read in folders ({', '.join(SUFFIXES)}); name it to `load` if it is text"
        diagnostics.append(_passed_over(path, root, "unknown-suffix", advice))
    elif _is_new(path, root, seen, diagnostics):
        yield path, status.st_size


def _known(path: Path) -> bool:
    name = path.name.lower().removesuffix(".gz")
    return Path(name).suffix in ("", *SUFFIXES)


def _passed_over(path: Path, root: Path, code: str, reason: str) -> Diagnostic:
    name = _full_name(path.relative_to(root))
    severity = Severity.INFO if code in {"hidden-file", "link-loop"} else Severity.WARNING
    return Diagnostic(code=code, message=f"{name} {reason}; it is passed over", severity=severity)
