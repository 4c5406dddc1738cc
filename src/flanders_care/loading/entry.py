"""Documents in, corpus out: a text, a file, or a folder with any mixture of families."""

from __future__ import annotations

import codecs
import functools
import io
import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, TypeAlias, cast

import attrs

from flanders_care.diagnostics import Diagnostic, Severity, diagnostic_order
from flanders_care.documents.files import SIZE_LIMIT, Content, FileText, Readable, open_bytes, read_text
from flanders_care.errors import ExchangeError, InvalidValueError, MissingExtraError, UnreadableError
from flanders_care.families.kinds import find_family
from flanders_care.families.recognition import recognise
from flanders_care.families.unknown import read_unknown
from flanders_care.fields import shown
from flanders_care.loading.folder import FoundFile, document_name, find_files
from flanders_care.loading.gather import gather
from flanders_care.loading.parallel import read_all
from flanders_care.model.assessment import Correction
from flanders_care.model.corpus import Corpus
from flanders_care.model.correcting import apply_corrections
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document

Progress: TypeAlias = Callable[[int, int, str], None]
"""Called after each file with how many are done, how many there are, and the file's name."""

#: Files that are web pages however they begin.
_WEB = (".html", ".htm", ".xhtml")


def load(
    source: str | os.PathLike[str] | bytes | IO[bytes] | Document,
    *,
    family: str | None = None,
    document_id: str | None = None,
    corrections: Iterable[Correction] = (),
    progress: Progress | None = None,
    workers: int | None = None,
) -> Loaded:
    """Read a file, a folder with any mixture of families, or a document that is in memory.

    Args:
        source: A path, the bytes of a file, a file open for reading bytes, or a `Document`. A file that the library
            wrote (`save`, `to_json`, JSON lines) is known by its content and gives the corpus as it was saved.
        family: What it is, one of `FAMILIES`; `None` finds out from the text. For a folder it holds for every file
            but those that the library wrote.
        document_id: Name of the document; `None` takes the file's name without suffix, or `bytes`. For a folder it is
            put before the names of its documents.
        corrections: What people corrected; applied to what was read, each with a diagnostic that shows it.
        progress: Called after each file of a folder.
        workers: How many processes read a folder; `None` reads in this one. The result is the same.

    Returns:
        The corpus, and what could not be read or understood. Of a document of no known family is read what needs none
        (names, programmes, figures, sections), and a diagnostic `unknown-family` says what was left.

    Raises:
        UnreadableError: If the source is missing, empty, binary or too large, or a text and no path; in a folder a
            diagnostic says so instead.
        ExchangeError: If a file that the library wrote is broken, of a newer version, or holds no corpus.
        MissingExtraError: If a PDF or a web page is to be read without the extra `documents`; in a folder a diagnostic
            says so.
        InvalidValueError: If the source is none of these.
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
        return _correct(gather([_read(named, family or source.family)]), corrections)
    given = _given(source)
    if isinstance(given, Path) and _is_folder(given):
        loaded = _load_folder(given, family=family, prefix=document_id, progress=progress, workers=workers)
    else:
        loaded = gather([_load_file(given, family, document_id or document_name(Path(Path(given).name)))])
    return _correct(loaded, corrections)


def _given(source: object) -> Path | Content:
    """What was given: a path, or what is in a file."""
    if isinstance(source, (bytes, bytearray)):
        return Content(name="bytes", data=bytes(source))
    if isinstance(source, (str, os.PathLike)):
        name = os.fsdecode(cast("str | os.PathLike[str]", source))
        if not name.strip():
            raise UnreadableError(repr(name), "is no path", "give the path of a file or folder")
        if "\n" in name:
            raise UnreadableError(shown(name), "is a text, not a path", "call load_text with it")
        return Path(name)
    read = getattr(source, "read", None)
    if not callable(read):
        wanted = "a path, bytes, a file open for reading bytes, or a Document"
        raise InvalidValueError(f"load: needs {wanted}, not {shown(source)}; a text is read by load_text")
    said: object = getattr(source, "name", None)
    name = said if isinstance(said, str) and said else "file"
    data: object = read()
    if not isinstance(data, bytes):
        raise UnreadableError(name, "is not open for reading bytes", 'open it with mode "rb"')
    return Content(name=name, data=data)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # too long to be a path, which opening it says
        return False


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
    return gather([_load_file(path, None, document_name(Path(path.name))) for path in sorted(_seeds().glob("*.txt"))])


def _seeds() -> Path:
    """The wheel carries the documents in the package; in a working copy they are beside `src`."""
    packaged = Path(__file__).parents[1] / "seeds"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "seeds"


def _check_family(family: str | None) -> None:
    if family is not None:
        find_family(family)


def _load_folder(
    folder: Path, *, family: str | None, prefix: str | None, progress: Progress | None, workers: int | None
) -> Loaded:
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
    parts = read_all(found, functools.partial(load_found, family=family), progress=progress, workers=workers)
    return gather([*_without_clashes(found, parts), Loaded(diagnostics=passed_over)])


def _without_clashes(found: Sequence[FoundFile], parts: Sequence[Loaded]) -> Iterator[Loaded]:
    """Leave out a file whose documents are there already with other texts, as in a corpus saved before they changed."""
    texts: dict[str, str] = {}
    for file, part in zip(found, parts, strict=True):
        own = {d.id: d.text for d in part.corpus.documents if d.family != "decisions"}  # `gather` keeps these apart
        clash = next((name for name, text in own.items() if texts.get(name, text) != text), None)
        if clash is None:
            texts |= own
            yield part
            continue
        message = f"{file.path} holds a document {clash!r} with another text than a file before it; it is left out"
        yield Loaded(diagnostics=(Diagnostic(code="clashing-document", severity=Severity.ERROR, message=message),))


def load_found(file: FoundFile, family: str | None) -> Loaded:
    """Read one file of a folder; what cannot be read at all becomes a diagnostic `unreadable-file`."""
    try:
        return _load_file(file.path, family, file.document_id)
    except (UnreadableError, ExchangeError, MissingExtraError) as error:
        code = "missing-extra" if isinstance(error, MissingExtraError) else "unreadable-file"
        message = f"{file.path}: {error}" if isinstance(error, MissingExtraError) else str(error)
        return Loaded(diagnostics=(Diagnostic(code=code, severity=Severity.ERROR, message=message),))


def _load_file(path: Readable, family: str | None, document_id: str) -> Loaded:
    with open_bytes(path) as stream:
        start = _start(stream)
        like_json = start[:1] in (b"{", b"[")
        if like_json:  # as all that the library writes does
            from flanders_care.exchange.files import is_own, read_own

            stream.seek(0)
            if is_own(stream):
                return read_own(stream, os.fspath(path))
    if start.startswith(b"%PDF-") or os.fspath(path).lower().endswith((".pdf", ".pdf.gz")):
        return _load_pdf(path, family, document_id)
    if like_json and b"\x00" not in start and family in (None, "decisions"):
        from flanders_care.families.decisions.decisions import load_file

        # a dump may be larger than any document
        loaded = load_file(path, document_id)
        return loaded if loaded.corpus.decisions or family else _with_text(loaded, path, document_id)
    read = read_text(path)
    named = os.fspath(path).lower().removesuffix(".gz").endswith(_WEB)
    if named or read.text.lstrip()[:1] == "<":
        from flanders_care.loading.pages import load_page

        loaded = load_page(read.text, document_id, family, _read, sure=named)
    else:
        loaded = _read(Document(id=document_id, text=read.text), family)
    return attrs.evolve(loaded, diagnostics=(*_encoding(read, document_id), *loaded.diagnostics))


def _load_pdf(path: Readable, family: str | None, document_id: str) -> Loaded:
    from flanders_care.documents.pdf import read_pdf

    read = read_pdf(path, document_id=document_id)
    document = Document(id=document_id, text=read.text, pages=read.pages)
    if not read.text.strip():
        return Loaded(corpus=Corpus(documents=(document,)), diagnostics=read.diagnostics)
    loaded = _read(document, family)
    return attrs.evolve(loaded, diagnostics=(*read.diagnostics, *loaded.diagnostics))


def _with_text(loaded: Loaded, path: Readable, document_id: str) -> Loaded:
    """Keep the text of JSON that holds no decisions, as that of any document of no known family."""
    try:
        text = read_text(path, limit=SIZE_LIMIT).text
    except UnreadableError:  # it is larger than a document may be
        return loaded
    unknown = read_unknown(Document(id=document_id, text=text))
    return attrs.evolve(unknown, diagnostics=(*loaded.diagnostics, *unknown.diagnostics))


def _start(stream: io.BufferedReader) -> bytes:
    """What a file starts with, behind a byte order mark and blanks."""
    try:
        return stream.read(4096).removeprefix(codecs.BOM_UTF8).lstrip()
    except (OSError, EOFError, zlib.error):  # `read_text` meets the same trouble and says what it is
        return b""


def _encoding(read: FileText, document_id: str) -> tuple[Diagnostic, ...]:
    if not read.guessed:
        return ()
    message = f"read as {read.encoding}, which was guessed from the bytes; save it as UTF-8 if letters look wrong"
    return (Diagnostic(code="guessed-encoding", severity=Severity.INFO, message=message, document_id=document_id),)


def _read(document: Document, family: str | None) -> Loaded:
    """Read a document by the reader of its family."""
    known = family or recognise(document.text)
    if known is None:
        return read_unknown(document)
    return find_family(known).read(attrs.evolve(document, family=known))
