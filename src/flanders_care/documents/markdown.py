"""Markdown as far as reports use it: its blocks, and its text without marks, both with places in the raw text."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator

import attrs

from flanders_care.fields import instance_of
from flanders_care.regex import regex


class MarkdownKind(enum.StrEnum):
    """What a block is."""

    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    TABLE = "table"


@attrs.frozen(kw_only=True)
class MarkdownBlock:
    """One block of a Markdown text.

    Attributes:
        kind: What it is.
        start: First character of its content, after marks such as `#`, `-` and `1.`.
        end: One past its last character.
    """

    kind: MarkdownKind = attrs.field(validator=instance_of(MarkdownKind))
    start: int = attrs.field(validator=instance_of(int))
    end: int = attrs.field(validator=instance_of(int))


_HEADING = regex(r"[ \t]{0,3}#{1,6}(?:[ \t]+|$)")
_ITEM = regex(r"[ \t]*(?:[-*+•·]|\d{1,3}[.)])[ \t]+")
_QUOTE = regex(r"[ \t]{0,3}(?:>[ \t]?)+")
_RULE = regex(r"[ \t]*(?:[-*_=][ \t]*){3,}$")
_TABLE = regex(r"[ \t]*\|")
_LABEL = regex(r"[ \t]*(?:\d{1,3}[.)][ \t]+|[-*+][ \t]+)?\*\*[^*\n]{1,200}\*\*[ \t]*$")
#: Emphasis, code, escapes, tags and the target of a link: marks that are no words.
_MARKS = regex(
    r"\\(?P<kept>[!-/:-@\[-`{-~])|\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|`{1,3}|~~"
    r"|</?[A-Za-z][^<>\n]{0,200}>|(?<=\])\([^()\s]{1,4000}\)"
)


def read_blocks(text: str, start: int = 0, end: int | None = None) -> tuple[MarkdownBlock, ...]:
    r"""Cut Markdown into its blocks.

    A line that is bold from end to end is a block of its own; so is each row of a table, whole or half.

    Args:
        text: The text.
        start: Where to begin.
        end: Where to stop; `None` reads to the end.

    Returns:
        The blocks in text order, without empty ones. Rules and the line under a table's head are no blocks.

    Example:
        >>> text = "# Kop\n- een punt\n  dat doorloopt"
        >>> [(str(block.kind), text[block.start : block.end].split()) for block in read_blocks(text)]
        [('heading', ['Kop']), ('item', ['een', 'punt', 'dat', 'doorloopt'])]
    """
    blocks: list[MarkdownBlock] = []
    running = False
    for at, line in _lines(text, start, len(text) if end is None else end):
        kind, skip = _kind(line)
        content = line[skip:].strip()
        if kind is None or not content:
            running = False
            continue
        first = at + skip + line[skip:].index(content)
        last = first + len(content)
        if kind is MarkdownKind.PARAGRAPH and running:
            blocks[-1] = attrs.evolve(blocks[-1], end=last)
            continue
        blocks.append(MarkdownBlock(kind=kind, start=first, end=last))
        running = kind in (MarkdownKind.ITEM, MarkdownKind.PARAGRAPH) and not _LABEL.match(line)
    return tuple(blocks)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, text[start:stop]
        start = stop + 1


def _kind(line: str) -> tuple[MarkdownKind | None, int]:
    """What a line opens or continues, and how long its mark is; a rule or blank line is nothing."""
    if not line.strip() or _RULE.match(line) or not line.strip("|:- \t\r"):
        return None, 0
    if quote := _QUOTE.match(line):
        kind, skip = _kind(line[quote.end() :])
        return kind, quote.end() + skip
    for kind, pattern in ((MarkdownKind.HEADING, _HEADING), (MarkdownKind.ITEM, _ITEM)):
        if mark := pattern.match(line):
            return kind, mark.end()
    return (MarkdownKind.TABLE if _TABLE.match(line) else MarkdownKind.PARAGRAPH), 0


def broken_tables(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    r"""Find tables that lack their line under the head, or whose rows have different numbers of cells.

    Args:
        text: The text.
        start: Where to begin.
        end: Where to stop; `None` reads to the end.

    Returns:
        Start and end of each such table; its rows are blocks all the same.

    Example:
        >>> broken_tables("| a | b |\n|---|---|\n| c")
        ((0, 23),)
    """
    found: list[tuple[int, int]] = []
    rows: list[tuple[int, str]] = []
    for at, line in (*_lines(text, start, len(text) if end is None else end), (0, "")):
        if _TABLE.match(line):
            rows.append((at, line.rstrip()))
            continue
        lines = [row for _, row in rows]
        if rows and (len(rows) < 2 or lines[1].strip("|:- \t") or len({row.count("|") for row in lines}) > 1):
            found.append((rows[0][0], rows[-1][0] + len(rows[-1][1])))
        rows = []
    return tuple(found)


def is_label(content: str) -> bool:
    """Whether the content of a block is one line in bold from end to end, as headings often are."""
    return _LABEL.match(content) is not None


def masked(text: str) -> str:
    """Put blanks in the place of marks and line breaks, so that places stay what they are.

    Example:
        >>> masked("**Mobiliteit**: meer")
        '  Mobiliteit  : meer'
    """
    return re.sub(r"[\n\r|]", " ", _MARKS.sub(lambda mark: (mark["kept"] or "").rjust(len(mark[0])), text))


def plain(text: str) -> str:
    r"""Take the marks out and write the text on one line.

    Example:
        >>> plain("**Mobiliteit**: *meer*\nfietsen .")
        'Mobiliteit: meer fietsen.'
    """
    words = " ".join(_MARKS.sub(lambda mark: mark["kept"] or "", text).replace("|", " ").split())
    return re.sub(r" (?=[.,;:!?)](?:\s|$))", "", words)
