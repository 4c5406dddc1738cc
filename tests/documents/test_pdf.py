"""PDF: the text of every page, each character at its place, and a word for what holds none."""

from __future__ import annotations

import gzip
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from tests.documents.pdf_files import encrypted_pdf, pdf_of

import flanders_care as fc
from flanders_care.documents import pdf
from flanders_care.documents.files import Content
from flanders_care.documents.pdf import PdfText, index_on_page, read_pdf
from flanders_care.errors import MissingExtraError, UnreadableError
from flanders_care.provenance import Document
from flanders_care.testing import laws

pypdfium2 = pytest.importorskip("pypdfium2", reason='pypdfium2 is not here; install the "test" extra to run this test')

PAGES = [
    "4.2.1 Waterbeheer\nWe versterken de dijken (die van de Schelde) en de samen-\nleving, de water-\nen zorgketen.",
    "We voorzien 12 miljoen euro in 2024 voor één coördinatie.",
]


def _read(data: bytes, most_pages: int = pdf.MOST_PAGES) -> PdfText:
    return read_pdf(Content(name="brief.pdf", data=data), most_pages=most_pages)


def _document(data: bytes) -> Document:
    read = _read(data)
    return Document(id="d", text=read.text, pages=read.pages)


def test_pages_and_lines() -> None:
    """Lines end as PDFium says, a hyphen at a line end stands there as in pdftotext, pages end in a form feed."""
    read = _read(pdf_of(PAGES))
    first, second = read.text.split("\n\f")
    assert first.replace("\r", "") == PAGES[0]
    assert second == PAGES[1]
    assert "samen-\nleving" in first
    assert [read.text[start : start + 5] for start in read.pages] == ["4.2.1", "We vo"]
    assert read.diagnostics == ()


def test_every_character_is_where_the_page_has_it() -> None:
    """The index that a place in the text stands for is that of the same character in the PDF."""
    data = pdf_of(PAGES)
    document = _document(data)
    with pypdfium2.PdfDocument(data) as opened:
        pages = [page.get_textpage() for page in opened]
        for offset, letter in enumerate(document.text):
            page, index = index_on_page(document, offset)
            if letter not in "\n\f" and index < pages[page - 1].count_chars():
                code = pypdfium2.raw.FPDFText_GetUnicode(pages[page - 1], index)
                assert (chr(code) if code != 2 else "-") == letter


def test_characters_of_two_units_keep_the_places(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PDFium gives another number of characters than it counts, they are asked for one by one."""
    monkeypatch.setattr(pypdfium2.PdfTextPage, "get_text_range", lambda _: "kort")
    assert _read(pdf_of(PAGES)).text.replace("\r", "") == "\n\f".join(PAGES)


def test_stray_control_characters_are_blanks() -> None:
    """A lone newline, a form feed, half a character in the text of a page would shift what is counted."""
    assert pdf._plain("a\rb\nc\fd\x07e\ud800f\r\ng\ufffeh\ti") == "a b c d e f\r\ng-\nh\ti"


def test_a_pdf_loads_from_a_path_from_bytes_and_in_a_folder(tmp_path: Path) -> None:
    """All three give the same facts, and each says its page."""
    data = pdf_of(PAGES)
    (tmp_path / "akkoord.pdf").write_bytes(data)
    (tmp_path / "kopie").mkdir()
    (tmp_path / "kopie" / "akkoord.PDF").write_bytes(data)
    found = [fc.load(tmp_path / "akkoord.pdf"), fc.load(data), fc.load(tmp_path / "kopie")]
    for loaded in found:
        [document] = loaded.corpus.documents
        assert document.text == found[0].corpus.documents[0].text
        assert document.pages == found[0].corpus.documents[0].pages
        laws.quote(loaded)
        laws.round_trip(loaded.corpus)
    money = fc.load(tmp_path / "akkoord.pdf", family="agreement-section").corpus
    assert [fc.page_of(money.documents[0], line.sources[0]) for line in money.funding_lines] == [2]


@pytest.mark.parametrize("extra", ["/Rotate 90", "/CropBox [0 0 10 10]"])
def test_pages_turned_and_cut(extra: str) -> None:
    """A page on its side, and one whose text lies outside of what is shown, give their text."""
    assert "12 miljoen euro" in _read(pdf_of(PAGES, page_extra=extra)).text


def test_a_scan_says_so() -> None:
    """No page holds text: that is an error to act on, no empty document in silence; some hold none: which."""
    loaded = fc.load(pdf_of(["", ""]))
    assert [(d.code, d.severity, d.document_id) for d in loaded.diagnostics] == [("scanned", "error", "bytes")]
    assert "OCR" in loaded.diagnostics[0].message
    [said] = _read(pdf_of(["a", "", "b", "", "", ""])).diagnostics
    assert (said.code, "4 of 6 pages hold no text: 2, 4-6;" in said.message) == ("pages-without-text", True)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"<!doctype html><title>Niet gevonden</title>", "is no PDF, whatever it is called"),
        (b"%PDF-1.7\n", "is a broken PDF"),
        (pdf_of(PAGES)[:200], "is a broken PDF"),
        (encrypted_pdf(), "is encrypted"),
        (pdf_of([]), "has no pages"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, data: bytes, reason: str) -> None:
    """Empty, a web page, cut, encrypted: a typed error with the path, and in a folder a diagnostic."""
    path = tmp_path / "brief.pdf"
    path.write_bytes(data)
    with pytest.raises(UnreadableError, match=reason) as raised:
        fc.load(path)
    assert raised.value.path == str(path)
    assert [d.code for d in fc.load(tmp_path).diagnostics] == ["unreadable-file"]


def test_a_packed_pdf(tmp_path: Path) -> None:
    """A PDF that is packed is read; one that is packed and cut is an error with its path."""
    packed = gzip.compress(pdf_of(PAGES))
    (tmp_path / "brief.pdf.gz").write_bytes(packed)
    assert fc.load(tmp_path / "brief.pdf.gz").corpus.documents[0].id == "brief"
    (tmp_path / "brief.pdf.gz").write_bytes(packed[:-20])
    with pytest.raises(UnreadableError, match="is a broken gzip file"):
        fc.load(tmp_path / "brief.pdf.gz")
    behind = b"X-Header: 1\n" + pdf_of(PAGES)
    assert "12 miljoen" in _read(behind).text
    assert fc.load(b"Een %PDF-1.7 begint zo.").corpus.documents[0].pages == ()


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Exactly as many pages, characters and bytes as the limit are read; one more is said."""
    data = pdf_of(["aaaa", "bbbb", "cccc"])
    assert _read(data, most_pages=3).diagnostics == ()
    read = _read(data, most_pages=2)
    assert ([d.code for d in read.diagnostics], read.text) == (["too-many-pages"], "aaaa\n\fbbbb")
    monkeypatch.setattr(pdf, "MOST_CHARACTERS", 12)
    assert _read(data).diagnostics == ()
    monkeypatch.setattr(pdf, "MOST_CHARACTERS", 7)
    read = _read(data)
    assert ([d.code for d in read.diagnostics], read.text) == (["too-much-text"], "aaaa\n\fbbbb")
    monkeypatch.setattr(pdf, "PDF_LIMIT", len(data))
    assert len(_read(data).pages) == 2
    monkeypatch.setattr(pdf, "PDF_LIMIT", len(data) - 1)
    with pytest.raises(UnreadableError, match="is larger than"):
        _read(data)


def test_a_broken_page_among_good_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that PDFium cannot open counts as one without text."""
    opened = pypdfium2.PdfDocument.__getitem__

    def break_first(self: object, place: int) -> object:
        if place == 0:
            raise pypdfium2.PdfiumError("broken")
        return opened(self, place)

    monkeypatch.setattr(pypdfium2.PdfDocument, "__getitem__", break_first)
    assert [d.code for d in _read(pdf_of(PAGES)).diagnostics] == ["pages-without-text"]


def test_threads_wait_for_each_other() -> None:
    """Many threads that read at once all get the whole text."""
    data, found = pdf_of(PAGES * 20), list[str]()
    threads = [threading.Thread(target=lambda: found.append(_read(data).text)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [_read(data).text] * 8


def test_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pypdfium2 the error says what to install, and a folder goes on without the file."""
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    (tmp_path / "brief.pdf").write_bytes(pdf_of(PAGES))
    (tmp_path / "nota.txt").write_text("Melk, brood en kaas.", encoding="utf-8")
    with pytest.raises(MissingExtraError, match=r"pip install \"flanders-care\[documents\]\""):
        fc.load(tmp_path / "brief.pdf")
    loaded = fc.load(tmp_path)
    assert ([d.id for d in loaded.corpus.documents], loaded.diagnostics[0].code) == (["nota"], "missing-extra")
    assert "brief.pdf" in loaded.diagnostics[0].message


def test_importing_us_imports_no_pdf_reader() -> None:
    """Nobody who reads no PDF pays for it."""
    code = "import sys, flanders_care as fc; fc.load_text('Melk.'); print('pypdfium2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_the_whole_agreement(documents_folder: Path) -> None:
    """214 pages: as many as pdftotext finds, and its words."""
    read = read_pdf(documents_folder / "agreement" / "Regeerakkoord20192024.pdf")
    plain = (documents_folder / "agreement" / "Regeerakkoord20192024.txt").read_text(encoding="utf-8")
    assert len(read.pages) == plain.count("\f") == 214
    words, found = set(plain.replace("-\n", "").split()), set(read.text.replace("-\n", "").split())
    assert len(words & found) > 0.97 * len(words)
