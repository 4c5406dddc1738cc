"""Set phrases, written so that a person can read and mend them, and matched in linear time.

A phrase is words in order: `keurt ... startnota ... goed`. `a/b` is a choice, `(a/b)` one that may be absent, `*` the
rest of a word (alone: any one word), `#` a digit; `+` in front of a word lets it begin inside another. `...` skips up
to 160 characters of the same sentence, `...20` up to 20 without a full stop or semicolon. `^` ties the phrase to the
start of the text. `!a/b` forbids these words right before the word that follows; at the end, right behind the last
word. `_` stands for a blank inside `(...)` and `!...`.
"""

from __future__ import annotations

import re
from functools import cache

import attrs

from flanders_care.dutch.text.patterns import escape_word
from flanders_care.dutch.text.wordlists import read_lines
from flanders_care.regex import regex

_SKIP = r"(?:[^.!?]|[.!?](?!\s)){0,160}?"


@attrs.frozen
class Phrase:
    """One phrase, made ready to be searched.

    Attributes:
        words: The phrase as written.

    Example:
        >>> bool(Phrase("keurt ... goed").search("de regering keurt het plan goed"))
        True
        >>> bool(Phrase("!die kan ... bijdragen").search("een premie die kan bijdragen"))
        False
    """

    words: str
    _needles: tuple[str, ...] = attrs.field(init=False)
    _pattern: re.Pattern[str] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_needles", _needles(self.words))
        object.__setattr__(self, "_pattern", regex(expression(self.words)))

    def search(self, text: str) -> re.Match[str] | None:
        """Find the phrase in a text.

        Args:
            text: Lower case, single blanks.

        Returns:
            The first place, or `None`.
        """
        # a plain search for the longest word tells most texts apart before the pattern is tried
        return self._pattern.search(text) if any(needle in text for needle in self._needles) else None


@attrs.frozen
class PhraseRow:
    """A line of a list: what a phrase stands for, where it is looked for, and the phrase."""

    label: str
    place: str
    phrase: Phrase


@cache
def read_phrases(name: str) -> tuple[PhraseRow, ...]:
    """Read a list of phrases that ships with the package: `label | place | words` a line, `#` before a comment.

    Args:
        name: The room and the file's name.

    Returns:
        The lines, in their order.
    """
    rows = [[part.strip() for part in line.split("|")] for line in read_lines(name)]
    return tuple(PhraseRow(label, place, Phrase(words)) for label, place, words in rows)


def _word(part: str) -> str:
    """One word of a phrase as a regular expression."""
    if part == "*":
        return r"\w+"
    begins = "" if part[0] == "+" else r"(?<!\w)"
    words = part.removeprefix("+").split("/")
    ends = "/".join(word[1:] for word in words if word[0] == "*")  # all behind one start: no word is read twice
    choices = [_choices(word) for word in words if word[0] != "*"] + ([rf"\w*(?:{_choices(ends)})"] if ends else [])
    return rf"{begins}(?:{'|'.join(choices)})(?!\w)"


def _choices(part: str) -> str:
    escaped = escape_word(part).replace(r"\*", r"\w*").replace(r"\#", r"\d").replace("_", r"\s")
    return escaped.replace("/", "|")


def expression(words: str) -> str:
    """Write a phrase as a regular expression.

    Args:
        words: The phrase, in small letters.

    Returns:
        The expression; a blank of the phrase is one or more in the text.

    Example:
        >>> re.search(expression("samen met (de) reguliere middelen"), "samen  met reguliere middelen")[0]
        'samen  met reguliere middelen'
    """
    tied = words.startswith("^")
    parts = words.removeprefix("^").split()
    forbidden = parts.pop() if parts[-1].startswith("!") else ""
    found: list[str] = []
    gap = ""
    for part in parts:
        if part.startswith("..."):
            gap = rf"[^.;]{{0,{part[3:]}}}" if part[3:] else rf"\s{_SKIP}"
        elif part.startswith("!"):  # each word has a fixed length, as looking behind needs
            gap += "".join(rf"(?<!\b{_choices(word)}\s)" for word in part[1:].split("/"))
        elif part.startswith("("):
            gap += rf"(?:(?:{_choices(part[1:-1])})\s+)?"
        else:
            found.append(gap + _word(part))
            gap = r"\s+"
    behind = rf"(?!\s+(?:{_choices(forbidden[1:])})(?!\w))" if forbidden else ""
    optional = "" if gap == r"\s+" else gap
    return (r"\A" if tied else "") + "".join(found) + optional + behind


def _needles(words: str) -> tuple[str, ...]:
    """The choices of the longest word: a text without any of them cannot hold the phrase."""
    parts = [part for part in words.removeprefix("^").split() if part != "..." and not part.startswith("!")]
    longest = max(parts, key=lambda part: min(map(len, part.split("/"))))
    return tuple(choice.strip("*") for choice in longest.split("/"))
