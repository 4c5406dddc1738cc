"""Sentences of Dutch administrative prose, with their places in the text.

The splitter works on the text as it is: nothing is copied or changed, every span points into the text given.
It knows abbreviations (``o.a.``, ``i.s.m.``, ``nr.``), dates and decimals, footnote marks glued to a full stop,
list items, headings on a line of their own, and lines that PDF has wrapped or torn by a page break.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from flanders_care.dutch.text.blocks import Span, split_blocks
from flanders_care.dutch.text.wordlists import read_lines, read_words

__all__ = ["Heading", "Span", "split_heading", "split_sentences"]

_STOP = re.compile(
    r"(?P<stop>[.!?…]+)[\"'’”»)\]]*(?P<note>\d{1,2}(?:,\d{1,2})*)?(?=\s|$)"
    r"|[;:][)’”]?(?=\s+[A-ZÀ-Þ])"
)
_OPENING = "\"'“”‘’«([€•·-–"
_LOWER_NAMES = re.compile(r"(?:imec|vzw|flanders\.|iMinds|[eim]-?[A-Z])")
_DOTTED = re.compile(r"(?:[A-Za-zà-ÿ]\.)+[A-Za-zà-ÿ]")
_BEFORE = re.compile(r"[^\s(\[“‘\"]{1,24}$")
_PREVIOUS = re.compile(r"(\S{1,40})\s+\S{1,24}$")
_NUMBER = re.compile(r"(?:\d{1,3}|\d{1,2}(?:\.\d{1,2})+|[a-z])")
_TITLES = frozenset({"heer", "mevrouw", "minister", "dokter", "professor", "dr.", "prof.", "dhr.", "mevr.", "mr."})
_MIN_LIST_WORDS = 6
_HEADING = re.compile(r"\s*(?P<number>\d{1,2}(?:\.\d{1,2}){0,5})\.?\s+(?=[^\W\d_]|[(“‘\"'’])")
_HEADING_WORDS = 30
_WORD = re.compile(r"\S+")
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


def split_sentences(text: str) -> tuple[Span, ...]:
    """Split a text into sentences, list items and headings.

    Args:
        text: Dutch prose, of the web or of PDF.

    Returns:
        Spans in text order: trimmed, not empty, not overlapping, and covering every character that is no blank.

    Example:
        >>> text = "We doen dat o.a. met 2.000 euro. Het agentschap volgt op."
        >>> [text[a:b] for a, b in split_sentences(text)]
        ['We doen dat o.a. met 2.000 euro.', 'Het agentschap volgt op.']
    """
    return tuple(span for block in split_blocks(text) for span in _split_block(text, block))


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


def _split_block(text: str, block: Span) -> list[Span]:
    spans: list[Span] = []
    start = block.start
    for match in _STOP.finditer(text, block.start, block.end):
        if match.end() < block.end and _ends_sentence(text, start, match, block.end):
            spans.append(Span(start, match.end()))
            start = _skip_blanks(text, match.end(), block.end)
    spans.append(Span(start, block.end))
    return spans


def _skip_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _ends_sentence(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """Tell whether the mark that was found closes the sentence which began at ``start``."""
    following = _skip_blanks(text, match.end(), end)
    if match["stop"] is None:
        return _ends_clause(text, start, match.start())
    if not _may_open(text, following):
        return False
    if match["stop"] != ".":
        return True
    before = _BEFORE.search(text, max(start, match.start() - 24), match.start())
    word = before[0] if before else ""
    if match["note"] is not None and not _carries_note(word):
        return False
    return not _is_open_abbreviation(text, start, match.start(), word)


def _ends_clause(text: str, start: int, mark: int) -> bool:
    """Tell whether a colon or semicolon before a capital parts two items of a list that lost its layout."""
    words = text[start:mark].split()
    if text[mark] == ":" and words and words[-1].isdigit():
        return False
    return len(words) >= _MIN_LIST_WORDS


def _may_open(text: str, position: int) -> bool:
    """Tell whether a sentence may begin here."""
    head = text[position]
    return head.isupper() or head.isdigit() or head in _OPENING or _LOWER_NAMES.match(text, position) is not None


def _carries_note(word: str) -> bool:
    """Tell whether a footnote mark may be glued behind this word: ``houden.2``, ``22,8%.9``, ``2015.15``."""
    tail = word[-1:]
    return tail.isalpha() or tail in "%)’”\"'" or (len(word) == 4 and word.isdigit())


def _is_open_abbreviation(text: str, start: int, stop: int, word: str) -> bool:
    """Tell whether the full stop at ``stop`` belongs to an abbreviation, a list number or an initial."""
    bare = word.lower().lstrip("’'")
    if stop - len(word) == start and _NUMBER.fullmatch(word):
        return True
    closing, inner = _abbreviations()
    if bare in closing:
        return False
    if bare in inner or _DOTTED.fullmatch(word):
        return True
    return len(word) == 1 and word.isupper() and _is_initial(text, start, stop)


def _is_initial(text: str, start: int, stop: int) -> bool:
    """Tell an initial (``minister J. Janssens``) from a letter that closes a sentence (``hemofilie B.``)."""
    previous = _PREVIOUS.search(text, max(start, stop - 64), stop)
    if previous is None:
        return True
    word = previous[1]
    return word[0].isupper() or word.lower() in _TITLES


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    """Return the abbreviations that may close a sentence, and those that never do."""
    entries = read_lines("dutch/text/abbreviations.txt")
    closing = frozenset(entry[:-1] for entry in entries if entry.endswith("*"))
    return closing, frozenset(entry for entry in entries if not entry.endswith("*"))


def _title_end(text: str, start: int) -> int:
    """Return the offset where the title that begins at ``start`` is over and the prose begins."""
    line_end = text.find("\n", start)
    if line_end >= 0 and text[line_end:].strip() and line_end - start < 160:
        return _skip_blanks(text, line_end, len(text))
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
