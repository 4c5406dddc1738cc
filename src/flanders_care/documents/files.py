"""Files to text: what a file holds, in whatever encoding, or a typed error that says what to do.

The text comes back as it stands in the file: Windows newlines stay, so offsets count what an editor shows.
"""

from __future__ import annotations

import codecs
import errno
import gzip
import io
import os
import zlib
from pathlib import Path
from typing import TypeAlias, cast

import attrs

from flanders_care.errors import UnreadableError
from flanders_care.fields import instance_of, shown

SIZE_LIMIT = 50 * 1024 * 1024
"""Most bytes of a document (50 MB), counted after unpacking."""

_GZIP = b"\x1f\x8b"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KNOWN_BINARIES = (
    (b"%PDF", "is a PDF", "call load with it, which reads its text"),
    (b"PK\x03\x04", "is a zip file or an office document", "unpack it, or save the document as plain text"),
    (b"\xd0\xcf\x11\xe0", "is an old office document", "save it as plain text"),
    (b"\x89PNG", "is an image", "write its text to a file first"),
    (b"\xff\xd8\xff", "is an image", "write its text to a file first"),
)
#: All bytes but the control bytes that no text has: tab, newlines, form feed and escape are fine.
_HARMLESS = bytes(b for b in range(256) if b >= 0x20 or b in b"\t\n\x0b\x0c\r\x1b")
_TEXT_ADVICE = "give a text file in UTF-8"


@attrs.frozen(kw_only=True)
class FileText:
    """The text of a file, and how it was written.

    Attributes:
        text: The whole text, without a byte order mark, newlines as they are.
        encoding: `utf-8`, `utf-16-le`, `utf-16-be`, `utf-32-le`, `utf-32-be` or `windows-1252`.
        guessed: Whether the encoding was guessed from the bytes, not said by a mark and not proven by UTF-8.
    """

    text: str = attrs.field(validator=instance_of(str))
    encoding: str = attrs.field(validator=instance_of(str))
    guessed: bool = attrs.field(default=False, validator=instance_of(bool))


@attrs.frozen(kw_only=True)
class Content:
    """What is in a file, without the file.

    Attributes:
        name: What to call it in errors.
        data: The bytes.
    """

    name: str = attrs.field(validator=instance_of(str))
    data: bytes = attrs.field(validator=instance_of(bytes), repr=False)

    def __fspath__(self) -> str:
        """The name: it stands for a path in errors."""
        return self.name


Readable: TypeAlias = str | os.PathLike[str] | Content
"""A path, or what is in a file."""


def read_text(path: Readable, *, limit: int = SIZE_LIMIT) -> FileText:
    """Read a text file, packed with gzip or not.

    Args:
        path: The file, or its content.
        limit: Most bytes, after unpacking: a small file that unpacks to gigabytes is refused.

    Returns:
        The text and its encoding.

    Raises:
        UnreadableError: If the file is missing, a folder, forbidden, empty, too large, or not text.
    """
    return decode(read_bytes(path, limit=limit), name=os.fspath(path))


def read_bytes(path: Readable, *, limit: int) -> bytes:
    """Read a whole file, packed with gzip or not.

    Args:
        path: The file, or its content.
        limit: Most bytes, after unpacking.

    Returns:
        The bytes.

    Raises:
        UnreadableError: If the file is missing, a folder, forbidden, broken or too large.
    """
    name = os.fspath(path)
    with open_bytes(path) as stream:
        try:
            data = stream.read(limit + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise _failure(name, error) from error
    if len(data) > limit:
        raise UnreadableError(name, f"is larger than {limit} bytes", "split it, or read it with another limit")
    return data


def open_bytes(path: Readable) -> io.BufferedReader:
    """Open a file for reading bytes, unpacking gzip whatever the name says.

    Args:
        path: The file, or its content.

    Returns:
        A buffered stream of the bytes, unpacked as they are asked for.

    Raises:
        UnreadableError: If the file is missing, a folder, or forbidden.
    """
    stream = _opened(path)
    if stream.peek(2)[:2] != _GZIP:
        return stream
    if not isinstance(path, Content):
        stream.close()
    packed = gzip.GzipFile(fileobj=stream) if isinstance(path, Content) else gzip.GzipFile(path, "rb")
    # the buffer around the unpacker reads lines many times faster than the unpacker itself
    return io.BufferedReader(cast("io.RawIOBase", packed), 1 << 20)


def _opened(path: Readable) -> io.BufferedReader:
    if isinstance(path, Content):
        return io.BufferedReader(cast("io.RawIOBase", io.BytesIO(path.data)))
    try:
        return Path(path).open("rb")
    except IsADirectoryError:
        raise UnreadableError(os.fspath(path), "is a folder", "call load with it, or name a file in it") from None
    except (OSError, ValueError) as error:
        raise _failure(os.fspath(path), error) from error


def decode(data: bytes, *, name: str = "bytes") -> FileText:
    """Turn bytes into text: by its mark, else UTF-8, else UTF-16 or Windows-1252 where the bytes look like it.

    Args:
        data: The bytes.
        name: What to call them in errors.

    Returns:
        The text and its encoding.

    Raises:
        UnreadableError: If the bytes are empty or not text.

    Example:
        >>> decode("coördinatie".encode("cp1252")).text
        'coördinatie'
    """
    if not data.strip(b" \t\r\n\x00"):
        raise UnreadableError(name, "is empty", "check the download")
    for magic, reason, advice in _KNOWN_BINARIES:
        if data.startswith(magic):
            raise UnreadableError(name, reason, advice)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return FileText(text=_strictly(data[len(mark) :], encoding, name), encoding=encoding)
    return _without_mark(data, name)


def _without_mark(data: bytes, name: str) -> FileText:
    if b"\x00" in data:
        encoding = _utf16_order(data)
        if encoding is None:
            raise UnreadableError(name, "is binary, not text", _TEXT_ADVICE)
        return FileText(text=_strictly(data, encoding, name), encoding=encoding, guessed=True)
    if len(data.translate(None, _HARMLESS)) * 50 > len(data):
        raise UnreadableError(name, "is binary, not text", _TEXT_ADVICE)
    try:
        return FileText(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        # the five bytes that Windows-1252 leaves undefined are control characters in practice, never letters
        return FileText(text=data.decode("cp1252", "replace"), encoding="windows-1252", guessed=True)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(name, f"is not the {encoding} that it looks like", _TEXT_ADVICE) from error
    if not text.strip():
        raise UnreadableError(name, "is empty", "check the download")
    return text


def _utf16_order(data: bytes) -> str | None:
    """Tell UTF-16 from binary: western text has a zero byte beside nearly every letter, always on the same side."""
    even, odd = data[0:200_000:2], data[1:200_000:2]
    for name, zeros, letters in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if len(data) % 2 == 0 and zeros.count(0) > 0.7 * len(zeros) and letters.count(0) < 0.05 * len(letters):
            return name
    return None


def _failure(name: str, error: Exception) -> UnreadableError:
    if isinstance(error, FileNotFoundError):
        return UnreadableError(name, "does not exist", "check the path; a text is read by load_text")
    if isinstance(error, PermissionError):
        return UnreadableError(name, "may not be read", "check its permissions")
    if isinstance(error, (EOFError, zlib.error, gzip.BadGzipFile)):
        return UnreadableError(name, "is a broken gzip file", "fetch it again, or unpack what is there by hand")
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        return UnreadableError(shown(name), "is too long to be a path", "call load_text with a text")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return UnreadableError(name, f"cannot be read ({reason})", "check the path")
