"""Documents in, corpus out: a text, a file, or a folder with any mixture of families."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterable
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeAlias

import attrs

from flanders_care.diagnostics import Diagnostic, Severity, diagnostic_order
from flanders_care.documents.files import SIZE_LIMIT, FileText, open_bytes, read_text
from flanders_care.errors import UnreadableError
from flanders_care.families.decisions.decisions import load_file
from flanders_care.families.kinds import FAMILIES, find_family
from flanders_care.families.recognition import recognise
from flanders_care.loading.folder import FoundFile, document_name, find_files
from flanders_care.loading.gather import gather
from flanders_care.model.assessment import Correction
from flanders_care.model.corpus import Corpus
from flanders_care.model.correcting import apply_corrections
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document

__all__ = ["Progress", "load", "load_many", "load_seeds", "load_text", "read_seeds"]

Progress: TypeAlias = Callable[[int, int, str], None]
"""Called after each file with how many are done, how many there are, and the file's name."""


def load(
    source: str | os.PathLike[str] | Document,
    *,
    family: str | None = None,
    document_id: str | None = None,
    corrections: Iterable[Correction] = (),
    progress: Progress | None = None,
    workers: int | None = None,
) -> Loaded:
    """Read a file, a folder with any mixture of families, or a document that is in memory.

    Args:
        source: A path, or a `Document`.
        family: What it is, one of `FAMILIES`; `None` finds out from the text. For a folder it holds for every file.
        document_id: Name of the document; `None` takes the file's name without suffix. For a folder it is put before
            the names of its documents.
        corrections: What people corrected; applied to what was read, each with a diagnostic that shows it.
        progress: Called after each file of a folder.
        workers: How many processes read a folder; `None` reads in this one. The result is the same.

    Returns:
        The corpus, and what could not be read or understood. A document of no known family is in the corpus too,
        with a diagnostic `unknown-family`.

    Raises:
        UnreadableError: If the source is missing, empty, binary or too large; in a folder a diagnostic says so instead.
        UnknownNameError: If there is no such family.

    Example:
        >>> load(Document(id="note", text="3.2.4 Juridische bijstand We evalueren het decreet.")).corpus.documents[
        ...     0
        ... ].family
        'agreement-section'
    """
    _check_family(family)
    if isinstance(source, Document):
        named = source if document_id is None else attrs.evolve(source, id=document_id)
        return _correct(_read(named, family or source.family), corrections)
    path = Path(source)
    if path.is_dir():
        loaded = _load_folder(path, family=family, prefix=document_id, progress=progress, workers=workers)
    else:
        loaded = _load_file(path, family, document_id or document_name(Path(path.name)))
    return _correct(loaded, corrections)


def _correct(loaded: Loaded, corrections: Iterable[Correction]) -> Loaded:
    """Apply what people corrected, and say so beside the other diagnostics."""
    given = tuple(corrections)
    if not given:
        return loaded
    found = apply_corrections(loaded.corpus, given)
    return Loaded(corpus=found.corpus, diagnostics=(*loaded.diagnostics, *found.diagnostics))


def load_many(
    sources: Iterable[str | os.PathLike[str]],
    *,
    family: str | None = None,
    progress: Progress | None = None,
    workers: int | None = None,
) -> Loaded:
    """Read several files and folders into one corpus.

    Args:
        sources: Paths, in any order.
        family: What they all are; `None` finds out from the texts.
        progress: Called after each file of a folder.
        workers: How many processes read a folder.

    Returns:
        As `load`. Documents of two sources that would have the same name are called by their whole paths.

    Raises:
        UnreadableError: If a source is missing, or is a file that cannot be read at all.
        UnknownNameError: If there is no such family.
    """
    paths = list(dict.fromkeys(map(Path, sources)))
    parts = [load(path, family=family, progress=progress, workers=workers) for path in paths]
    texts: dict[str, str] = {}
    for place, (path, part) in enumerate(zip(paths, parts, strict=True)):
        if any(texts.get(d.id, d.text) != d.text for d in part.corpus.documents if d.family != "decisions"):
            parts[place] = load(path, family=family, document_id=document_name(path), workers=workers)
        texts |= {document.id: document.text for document in parts[place].corpus.documents}
    return gather(parts)


def load_text(text: str, *, family: str | None = None, document_id: str = "text") -> Loaded:
    """Read a text.

    Args:
        text: The whole text of one document.
        family: What it is, one of `FAMILIES`; `None` finds out from the text.
        document_id: Name of the document.

    Returns:
        The corpus, and what was not understood.

    Raises:
        UnknownNameError: If there is no such family.

    Example:
        >>> [d.code for d in load_text("Melk, brood en kaas.").diagnostics]
        ['unknown-family']
    """
    return load(Document(id=document_id, text=text), family=family)


def load_seeds() -> Corpus:
    """Read the five documents of Flanders' Care that ship with the library.

    Returns:
        Their merged corpus.
    """
    return read_seeds().corpus


def read_seeds() -> Loaded:
    """As `load_seeds`, with the diagnostics of reading them."""
    parts: list[Loaded] = []
    for file in sorted(_seeds().iterdir(), key=lambda file: file.name):
        if file.name.endswith(".txt"):
            with as_file(file) as path:
                parts.append(_load_file(path, None, document_name(Path(file.name))))
    return gather(parts)


def _seeds() -> Traversable:
    """The wheel carries the documents in the package; in a working copy they are beside `src`."""
    packaged = files("flanders_care").joinpath("seeds")
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "seeds"


def _check_family(family: str | None) -> None:
    if family is not None:
        find_family(family)


def _load_folder(
    folder: Path, *, family: str | None, prefix: str | None, progress: Progress | None, workers: int | None
) -> Loaded:
    from flanders_care.loading.parallel import read_all

    found, passed_over = find_files(folder)
    if not found:
        empty = Diagnostic(
            code="no-documents",
            severity=Severity.ERROR,
            message=f"{folder} holds no documents; give a folder with .txt, .md or .json files",
        )
        return Loaded(diagnostics=tuple(sorted((*passed_over, empty), key=diagnostic_order)))
    if prefix is not None:
        found = tuple(attrs.evolve(file, document_id=f"{prefix}/{file.document_id}") for file in found)
    parts = read_all(found, family, progress=progress, workers=workers)
    return gather([*parts, Loaded(diagnostics=passed_over)])


def load_found(file: FoundFile, family: str | None) -> Loaded:
    """Read one file of a folder; what cannot be read at all becomes a diagnostic `unreadable-file`."""
    try:
        return _load_file(file.path, family, file.document_id)
    except UnreadableError as error:
        return Loaded(diagnostics=(Diagnostic(code="unreadable-file", severity=Severity.ERROR, message=str(error)),))


def _load_file(path: Path, family: str | None, document_id: str) -> Loaded:
    if family in (None, "decisions") and _looks_like_json(path):
        loaded = load_file(path, document_id)
        return loaded if loaded.corpus.decisions or family else _with_text(loaded, path, document_id)
    read = read_text(path)
    loaded = _read(Document(id=document_id, text=read.text), family)
    return attrs.evolve(loaded, diagnostics=(*_encoding(read, document_id), *loaded.diagnostics))


def _with_text(loaded: Loaded, path: Path, document_id: str) -> Loaded:
    """Keep the text of JSON that holds no decisions, as that of any document of no known family."""
    if path.stat().st_size > SIZE_LIMIT:
        return loaded
    unknown = _unknown(Document(id=document_id, text=read_text(path).text))
    return attrs.evolve(unknown, diagnostics=(*loaded.diagnostics, *unknown.diagnostics))


def _looks_like_json(path: Path) -> bool:
    """Whether the file starts as JSON does: then it may be a dump that is larger than any document."""
    with open_bytes(path) as stream:
        try:
            start = stream.read(4096)
        except (OSError, EOFError, zlib.error):  # `read_text` meets the same trouble and says what it is
            return False
    return b"\x00" not in start and start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def _encoding(read: FileText, document_id: str) -> tuple[Diagnostic, ...]:
    if not read.guessed:
        return ()
    message = f"read as {read.encoding}, which was guessed from the bytes; save it as UTF-8 if letters look wrong"
    return (Diagnostic(code="guessed-encoding", severity=Severity.INFO, message=message, document_id=document_id),)


def _read(document: Document, family: str | None) -> Loaded:
    """Read a document by the reader of its family."""
    known = family or recognise(document.text)
    if known is None:
        return _unknown(document)
    return find_family(known).read(attrs.evolve(document, family=known))


def _unknown(document: Document) -> Loaded:
    message = f"the text is of no known family; name one: {', '.join(FAMILIES)}"
    diagnostic = Diagnostic(code="unknown-family", message=message, document_id=document.id)
    if not document.text.strip():
        empty = "the text is empty; check where it comes from"
        diagnostic = Diagnostic(code="empty-text", severity=Severity.ERROR, message=empty, document_id=document.id)
    return Loaded(corpus=Corpus(documents=(document,)), diagnostics=(diagnostic,))
