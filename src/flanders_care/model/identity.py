"""Names and ids: the same thing gets the same id in every run, from its own words and never from a counter."""

from __future__ import annotations

import functools
import hashlib
import re
import unicodedata

_APOSTROPHES = str.maketrans("", "", "'’‘´`ʼ\"“”„")
_NO_LETTERS = re.compile(r"[^0-9a-z+&]+")


def _plain(text: str) -> str:
    """Lower case, without accents: `Zorgnet-Icuro`, `ZORGNET-ICURO` and `Zórgnet` differ in nothing that matters."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES).casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@functools.lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """Reduce a name to what identifies it: letters and digits, in lower case, without accents, blanks or quotes.

    Args:
        name: A name as spelled in a document.

    Returns:
        The key; two spellings with one key are one name. May be empty.

    Example:
        >>> name_key("Flanders’ Care") == name_key("Flanders'Care")
        True
    """
    return _NO_LETTERS.sub("", _plain(name))


@functools.lru_cache(maxsize=65536)
def slug(text: str, *, limit: int = 80) -> str:
    """Write a text as the readable part of an id: ASCII words joined by hyphens.

    Args:
        text: Any text.
        limit: Most characters; longer texts are cut at a word and get a hash of the whole behind, so ids stay distinct.

    Returns:
        At least one character; a text without letters becomes a hash.

    Example:
        >>> slug("Impulsprogramma ‘Innovatie in gezondheid en zorg’")
        'impulsprogramma-innovatie-in-gezondheid-en-zorg'
    """
    words = re.sub(r"[^0-9a-z+&]+", "-", _plain(text)).strip("-")
    if words and len(words) <= limit:
        return words
    cut = words[: limit - 9].rsplit("-", 1)[0] if words else ""
    return f"{cut}-{digest(text)}" if cut else digest(text)


def digest(*texts: str) -> str:
    """Eight letters and digits that stand for texts, the same on every machine."""
    return hashlib.sha256("\x1f".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:8]


def content_id(kind: str, *parts: str, readable: str = "") -> str:
    """Make an id from content: `kind:readable-hash`.

    Args:
        kind: What it is, such as `"commitment"`.
        *parts: All that tells this record from others, such as the document id, the text and the offset.
        readable: Words for a person, cut to 48 characters.

    Returns:
        The same id for the same arguments, in every run, on every machine.

    Example:
        >>> content_id("commitment", "note", "We voorzien regelluwe zones.", readable="We voorzien regelluwe zones.")
        'commitment:we-voorzien-regelluwe-zones-eb9725b0'
    """
    words = f"{slug(readable, limit=48)}-" if readable else ""
    return f"{kind}:{words}{digest(*parts)}"
