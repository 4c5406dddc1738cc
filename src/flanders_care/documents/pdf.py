r"""PDF to text, page by page, with nothing executed and every character where the page has it.

The text of a page is what PDFium gives, character for character, in its order: two columns come out as the file holds
them. Two things are made plain for the readers: a hyphen at a line end, which PDFium makes one mark of, becomes `-\n`,
and pages are joined by `\n\f`, as pdftotext joins them. Lines end in `\r\n`, so a newline without `\r` is such a
hyphen, and the index of a character on its page follows from the text alone (see `index_on_page`).
"""

from __future__ import annotations

import bisect
import os
import threading
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import attrs

from flanders_care.diagnostics import Diagnostic, Severity
from flanders_care.documents.files import Readable, read_bytes
from flanders_care.errors import MissingExtraError, UnreadableError
from flanders_care.fields import instance_of, tuple_of
from flanders_care.provenance import Document
from flanders_care.regex import regex

if TYPE_CHECKING:
    import pypdfium2

PDF_LIMIT = 200 * 1024 * 1024
"""Most bytes of a PDF (200 MB)."""

MOST_PAGES = 5_000
"""Most pages of a PDF; what stands behind them is passed over with a diagnostic."""

MOST_CHARACTERS = 50_000_000
"""Most characters of a PDF; the pages behind them are passed over with a diagnostic."""

_MAGIC = b"%PDF-"
_MAGIC_WITHIN = 1024  # bytes of other things that may stand before it
_BETWEEN = "\n\f"
_HYPHEN = "\ufffe"  # what PDFium makes of a hyphen at a line end; it leaves the line end out
_HYPHEN_CODE = 2  # the same, asked for by its index
_STRAY = regex(r"\r(?!\n)|(?<!\r)\n|[\x00-\x08\x0b\x0c\x0e-\x1f]|[\ud800-\udfff]")
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_LOCK = threading.Lock()  # PDFium is not safe for threads


@attrs.frozen(kw_only=True)
class PdfText:
    """The text of a PDF.

    Attributes:
        text: The text of all pages.
        pages: Where each page begins in it.
        diagnostics: Pages that hold no text, and what was passed over.
    """

    text: str = attrs.field(validator=instance_of(str), repr=False)
    pages: tuple[int, ...] = attrs.field(validator=tuple_of(int), repr=False)
    diagnostics: tuple[Diagnostic, ...] = attrs.field(default=(), validator=tuple_of(Diagnostic))


class _Read(NamedTuple):
    """The raw text of the pages that were read, and how many there are."""

    pages: list[str]
    among: int


def read_pdf(path: Readable, *, document_id: str = "pdf", most_pages: int = MOST_PAGES) -> PdfText:
    """Read the text of a PDF. Several threads may call it; one reads at a time.

    Args:
        path: The file, or its content.
        document_id: What diagnostics call it.
        most_pages: Most pages.

    Returns:
        Its text. Diagnostics: `scanned` where no page holds text, `pages-without-text` where some hold none,
        `too-many-pages`, `too-much-text`.

    Raises:
        UnreadableError: If it is missing, too large, encrypted, broken, or no PDF.
        MissingExtraError: If the extra `documents` is not installed.
    """
    name = os.fspath(path)
    data = read_bytes(path, limit=PDF_LIMIT)
    if _MAGIC not in data[:_MAGIC_WITHIN]:
        advice = "fetch it again" if data.strip() else "check the download"
        raise UnreadableError(name, "is no PDF, whatever it is called" if data.strip() else "is empty", advice)
    with _LOCK:
        read = _pages(data, name, most_pages)
    texts = list(map(_plain, read.pages))
    starts, at = list[int](), 0
    for text in texts:
        starts.append(at)
        at += len(text) + len(_BETWEEN)
    said = (attrs.evolve(one, document_id=document_id) for one in _diagnostics(texts, read.among, most_pages))
    return PdfText(text=_BETWEEN.join(texts), pages=tuple(starts), diagnostics=tuple(said))


def index_on_page(document: Document, offset: int) -> tuple[int, int]:
    r"""Find the page of a character, and its index among the characters of that page in the PDF.

    Args:
        document: A document read from a PDF.
        offset: An offset in its text.

    Returns:
        The page, from 1, and the index, from 0, as PDFium counts.

    Example:
        >>> index_on_page(Document(id="d", text="Ja.\n\fsamen-\nleving", pages=(0, 5)), 13)
        (2, 7)
    """
    page = bisect.bisect_right(document.pages, offset)
    start = document.pages[page - 1]
    before = document.text[start:offset]
    return page, len(before) - (before.count("\n") - before.count("\r\n"))


def _pages(data: bytes, name: str, most: int) -> _Read:
    try:
        import pypdfium2
    except ImportError:
        raise MissingExtraError("documents", "reading a PDF") from None
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        # the code of an earlier failure may still stand there, and a file without pages sets none
        if error.err_code == _PASSWORD and b"/Encrypt" in data:
            raise UnreadableError(name, "is encrypted", "open it with its password and save it without") from None
        advice = "fetch it again, or open it and save it anew"
        raise UnreadableError(name, "is a broken PDF, or has no pages", advice) from None
    with pdf:
        texts: list[str] = []
        left = MOST_CHARACTERS
        for place in range(min(len(pdf), most)):
            texts.append(_raw_text(pdf, place))
            left -= len(texts[-1])
            if left < 0:
                break
        return _Read(texts, len(pdf))


def _raw_text(pdf: pypdfium2.PdfDocument, place: int) -> str:
    """The characters of a page, as many as PDFium counts; none where the page is broken."""
    import pypdfium2

    try:
        page = pdf[place]
    except pypdfium2.PdfiumError:
        return ""
    text = page.get_textpage()
    count = text.count_chars()
    raw = text.get_text_range() if count else ""
    if len(raw) != count:  # some were left out, or need two units
        codes = (pypdfium2.raw.FPDFText_GetUnicode(text, index) for index in range(count))
        raw = "".join(_HYPHEN if code == _HYPHEN_CODE else chr(code) for code in codes)
    text.close()
    page.close()
    return raw


def _plain(raw: str) -> str:
    """The text of a page: line ends as they are, hyphens at line ends as such, no other control characters."""
    return _STRAY.sub(" ", raw).replace(_HYPHEN, "-\n")


def _diagnostics(texts: Sequence[str], count: int, most: int) -> Iterator[Diagnostic]:
    bare = [number for number, text in enumerate(texts, start=1) if not text.strip()]
    if len(bare) == len(texts):
        message = "no page holds text: it is scanned; run OCR on it (for instance ocrmypdf) and read the result"
        yield Diagnostic(code="scanned", severity=Severity.ERROR, message=message)
    elif bare:
        message = f"{len(bare)} of {count} pages hold no text: {_ranges(bare)}; what is pictured on them is not read"
        yield Diagnostic(code="pages-without-text", severity=Severity.INFO, message=message)
    if len(texts) < min(count, most):
        message = f"the first {len(texts)} of {count} pages hold {MOST_CHARACTERS} characters; the others are not read"
        yield Diagnostic(code="too-much-text", severity=Severity.ERROR, message=message)
    elif count > most:
        message = f"the first {most} of {count} pages are read; split the file to read the others"
        yield Diagnostic(code="too-many-pages", severity=Severity.ERROR, message=message)


def _ranges(numbers: Sequence[int]) -> str:
    """Write numbers in order as `1, 4-6`."""
    runs = [[number for _, number in run] for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])]
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
