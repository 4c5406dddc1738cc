"""Files to text: encodings, limits, and what cannot be read."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from flanders_care.documents.files import decode, read_text
from flanders_care.errors import UnreadableError

SENTENCE = "Coördinatie en ruïnes: één “zorgbudget” van 3 €."


@pytest.mark.parametrize(
    ("encoding", "name", "guessed"),
    [
        ("utf-8", "utf-8", False),
        ("utf-8-sig", "utf-8", False),
        ("utf-16", "utf-16-le", False),
        ("utf-32", "utf-32-le", False),
        ("utf-16-le", "utf-16-le", True),
        ("utf-16-be", "utf-16-be", True),
        ("cp1252", "windows-1252", True),
    ],
)
def test_any_encoding_gives_the_same_text(encoding: str, name: str, guessed: bool) -> None:
    """A text comes out the same from every encoding, and we say when we guessed."""
    read = decode(SENTENCE.encode(encoding))
    assert (read.text, read.encoding, read.guessed) == (SENTENCE, name, guessed)


def test_windows_newlines_stay(tmp_path: Path) -> None:
    """Offsets count what an editor shows, so carriage returns stay in the text."""
    file = tmp_path / "note.txt"
    file.write_bytes(b"een\r\ntwee\r\n")
    assert read_text(file).text == "een\r\ntwee\r\n"


def test_gzip_is_unpacked_whatever_the_name(tmp_path: Path) -> None:
    """A packed file is read by its content, not by its suffix."""
    file = tmp_path / "note.txt"
    file.write_bytes(gzip.compress(SENTENCE.encode()))
    assert read_text(str(file)).text == SENTENCE


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\r\n\t", "is empty"),
        (b"\xef\xbb\xbf  \n", "is empty"),
        (bytes(range(256)) * 4, "is binary"),
        (b"tekst\x00", "is binary"),
        (b"tekst\x00\x00", "is binary"),
        (b"\x01\x02\x03\x04tekst", "is binary"),
        (b"%PDF-1.7 ...", "is a PDF"),
        (b"PK\x03\x04....", "office document"),
        (b"\xff\xfe\x00\xd8\x00", "is not the utf-16-le"),
    ],
)
def test_what_is_no_text_says_so(data: bytes, reason: str, tmp_path: Path) -> None:
    """Empty and binary files raise the typed error with the path, the reason and a next step."""
    file = tmp_path / "raar.txt"
    file.write_bytes(data)
    with pytest.raises(UnreadableError, match=reason) as caught:
        read_text(file)
    assert caught.value.path == str(file)
    assert caught.value.advice


def test_missing_folder_and_impossible_path(tmp_path: Path) -> None:
    """A path that leads to no file raises the typed error."""
    with pytest.raises(UnreadableError, match="does not exist"):
        read_text(tmp_path / "weg.txt")
    with pytest.raises(UnreadableError, match="is a folder"):
        read_text(tmp_path)
    with pytest.raises(UnreadableError, match="cannot be read"):
        read_text("a\x00b")


def test_forbidden_file_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without permission raises the typed error, also where the tests run as root."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    file = tmp_path / "geheim.txt"
    file.write_text("x", encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableError, match="may not be read"):
        read_text(file)


def test_too_large_is_refused(tmp_path: Path) -> None:
    """A file beyond the limit is refused before it fills the memory."""
    file = tmp_path / "groot.txt"
    file.write_bytes(b"a b " * 30)
    with pytest.raises(UnreadableError, match="larger than 100 bytes"):
        read_text(file, limit=100)
    assert len(read_text(file, limit=120).text) == 120


def test_gzip_bomb_is_refused(tmp_path: Path) -> None:
    """A small file that unpacks to more than the limit is refused."""
    file = tmp_path / "bom.txt.gz"
    file.write_bytes(gzip.compress(b"a" * 1_000_000))
    assert file.stat().st_size < 2_000
    with pytest.raises(UnreadableError, match="larger than"):
        read_text(file, limit=10_000)


def test_broken_gzip_says_so(tmp_path: Path) -> None:
    """A packed file that breaks off raises the typed error."""
    file = tmp_path / "half.txt.gz"
    file.write_bytes(gzip.compress(SENTENCE.encode() * 50)[:40])
    with pytest.raises(UnreadableError, match="broken gzip"):
        read_text(file)
