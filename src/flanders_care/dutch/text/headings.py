"""The numbered heading at the front of a section, also where the layout is lost: `1.3 Industrie Het beleidskader`."""

from __future__ import annotations

import re
from typing import NamedTuple

from flanders_care.dutch.text.sentences import skip_blanks
from flanders_care.dutch.text.wordlists import read_words
from flanders_care.regex import regex

_HEADING = regex(r"\s*(?P<number>\d{1,2}(?:\.\d{1,2}){0,5})\.?\s+(?=[^\W\d_]|[(“‘\"'’])")
_HEADING_WORDS = 30
_WORD = regex(r"\S+")
_DETERMINERS = frozenset({"de", "het", "een", "van", "die", "dat", "in", "en", "of", "met", "voor", "op", "aan", "tot"})


class Heading(NamedTuple):
    """A numbered heading at the start of a text.

    Attributes:
        number: The number as written, without a final stop (``1.2.5``).
        title: The title, blanks collapsed; "" where only a number stands.
        rest: Offset in the text where what follows the heading begins (characters).
    """

    number: str
    title: str
    rest: int


def split_heading(text: str) -> Heading | None:
    """Take the numbered heading off the front of a text, also where no line end parts them.

    Where the layout is lost the title ends before the first word that opens a sentence (``1.3 Industrie Het
    beleidskader ...``), else at the first full stop, else before the next capital.

    Args:
        text: The text of a section.

    Returns:
        The heading, or None where the text begins with no number and title.

    Example:
        >>> split_heading("1.2.5 Werf 5: Flanders’ Care We bundelen de inbreng.")
        Heading(number='1.2.5', title='Werf 5: Flanders’ Care', rest=29)
    """
    match = _HEADING.match(text)
    if match is None:
        return None
    rest = _title_end(text, match.end())
    return Heading(match["number"], " ".join(text[match.end() : rest].split()).rstrip(":"), rest)


def _title_end(text: str, start: int) -> int:
    """Return the offset where the title that begins at ``start`` is over and the prose begins."""
    line_end = text.find("\n", start)
    if line_end >= 0 and text[line_end:].strip() and line_end - start < 160:
        return skip_blanks(text, line_end, len(text))
    words = _take_words(text, start)
    openers = read_words("dutch/text/sentence_openers.txt")
    for index, word in enumerate(words[1:], start=1):
        if word[0] in openers or _opens_clause(words, index):
            return start if index <= 2 and words[0][0] in openers else word.start()
    for index, word in enumerate(words[:-1]):
        if word[0][-1] in ".?!":
            return words[index + 1].start()
    if words and words[-1].end() == len(text.rstrip()):
        return len(text)
    capitals = (word.start() for word in words[2:] if word[0][0].isupper())
    return next(capitals, start)


def _opens_clause(words: list[re.Match[str]], index: int) -> bool:
    """Tell whether the capital at ``index`` begins a clause, because a finite verb follows it soon."""
    before = words[index - 1][0]
    if not words[index][0][0].isupper() or not before[-1].isalnum() or before in _DETERMINERS:
        return False
    verbs = read_words("dutch/text/finite_verbs.txt")
    for word in words[index + 1 : index + 7]:
        if word[0].rstrip(",") in verbs:
            return True
        if word[0][0].isupper() or word[0][-1] in ".;:?!":
            return False
    return False


def _take_words(text: str, start: int) -> list[re.Match[str]]:
    """Return the words of a possible title, up to the end of the first sentence."""
    words: list[re.Match[str]] = []
    for word in _WORD.finditer(text, start):
        words.append(word)
        if len(words) > _HEADING_WORDS or (len(words) > 1 and words[-2][0][-1] in ".?!"):
            break
    return words
