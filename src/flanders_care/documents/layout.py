"""The layout of a document: headings, paragraphs, items, captions, boxes and notes, with their places in the raw text.

What a page adds to a text (numbers, running headers, footnotes, links) stands in blocks of its own, so that a sentence
goes on over a page break and no footnote mark is read as a figure.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Sequence

import attrs

from flanders_care.diagnostics import Diagnostic, Severity
from flanders_care.documents.footnotes import Note, find_marks, split_notes
from flanders_care.documents.line_kinds import Around, Begin, LineKind, begins, is_closed
from flanders_care.documents.lines import Line, Page, read_pages, wrap_width
from flanders_care.documents.sections import Section, SectionTree
from flanders_care.dutch.text.blocks import Span
from flanders_care.regex import regex

_FULL_LINE = 0.75
_LOST_MARK = regex(r"(?<=[a-zà-ÿ][.;])\d{1,2}(?=\s+[A-ZÀ-Þ])")


class BlockKind(enum.StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # of a list, bulleted or numbered
    CAPTION = "caption"  # of a figure or table
    BOX = "box"  # text set apart in a frame
    NOTE = "note"  # footnote
    LINK = "link"  # a link on a line of its own
    TABLE = "table"  # rows of numbers
    FURNITURE = "furniture"  # page number, running header


@attrs.frozen(kw_only=True)
class Block:
    """One block of a document.

    Attributes:
        kind: What it is.
        pieces: Its lines, as stretches of the raw text, without the mark in front of the first.
        mark: The number, bullet or label in front (`7.5.1`, `•`, `Fig. 3`, `12`); "" where there is none.
        level: Depth of a heading or list item, from 1; 0 for other blocks.
        section: Place in `Layout.sections` of the section that it stands in, or None before the first heading.
    """

    kind: BlockKind
    pieces: tuple[Span, ...]
    mark: str = ""
    level: int = 0
    section: int | None = None

    @property
    def start(self) -> int:
        """First character in the raw text."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """One past the last character in the raw text."""
        return self.pieces[-1].end


@attrs.frozen(kw_only=True)
class Layout:
    """The blocks of a document in order of place, its sections, and its footnote marks.

    Attributes:
        text: The raw text.
        blocks: All blocks; together they hold every character that is no blank and no mark in front of a block.
        sections: The headings as a tree, in order of place.
        marks: References to footnotes in the running text, in order of place.
        diagnostics: What was doubtful, without a document.
    """

    text: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    marks: tuple[Span, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    def path(self, section: int | None) -> tuple[int, ...]:
        """The sections that hold a section, from the outermost to itself."""
        found: list[int] = []
        while section is not None:
            found.append(section)
            section = self.sections[section].parent
        return tuple(reversed(found))


def read_layout(text: str) -> Layout:
    r"""Read the layout of a text.

    Args:
        text: The raw text of a document.

    Returns:
        Its layout. Any text has one; an empty text has no blocks.

    Example:
        >>> layout = read_layout("1 Inleiding\n\nDe tekst.2 Meer.\n\n2 Context\n\n• een\n• twee\n")
        >>> [(block.kind.value, block.mark) for block in layout.blocks]
        [('heading', '1'), ('paragraph', ''), ('heading', '2'), ('item', '•'), ('item', '•')]
    """
    pages = read_pages(text)
    bodies, notes = split_notes(text, pages)
    width = wrap_width([line for page in bodies for line in page.lines])
    drafts = _read_blocks(text, bodies, width)
    sections = SectionTree()
    blocks = [_block(text, draft, sections) for draft in drafts]
    blocks += [_note_block(text, note) for note in notes]
    for line in (line for page in pages for line in page.furniture):
        blocks.append(Block(kind=BlockKind.FURNITURE, pieces=(Span(line.start, line.end),)))
    marks = _read_marks(text, bodies, notes)
    return Layout(
        text=text,
        blocks=tuple(sorted(blocks, key=lambda block: block.start)),
        sections=tuple(sections.found),
        marks=tuple(marks),
        diagnostics=(*sections.diagnostics, *_lost_marks(text, bodies, marks), *_tables(blocks)),
    )


class _Draft:
    """A block that is being read."""

    def __init__(self, begin: Begin, line: Line) -> None:
        self.begin = begin
        self.kind = BlockKind.PARAGRAPH if begin.kind is LineKind.TEXT else BlockKind(begin.kind.value)
        self.lines = [line]

    @property
    def pieces(self) -> tuple[Span, ...]:
        first, *others = self.lines
        return (Span(min(self.begin.text, first.end), first.end), *(Span(line.start, line.end) for line in others))


def _read_blocks(text: str, pages: Sequence[Page], width: int | None) -> list[_Draft]:
    drafts: list[_Draft] = []
    lines = [line for page in pages for line in page.lines]
    for before, line, after in zip([None, *lines], lines, [*lines[1:], None], strict=False):
        open_one = drafts[-1] if drafts else None
        around = Around(
            before,
            after,
            open_one.begin.mark if open_one is not None and open_one.kind is BlockKind.ITEM else "",
            open_one is not None and open_one.kind is BlockKind.HEADING,
            width,
        )
        begin = begins(text, line, around)
        if open_one is not None and _continues(text, open_one, line, begin, width):
            open_one.lines.append(line)
        else:
            drafts.append(_Draft(begin, line))
    return drafts


def _continues(text: str, block: _Draft, line: Line, begin: Begin, width: int | None) -> bool:
    """Tell whether a line goes on with the block above it."""
    last = block.lines[-1]
    lower = text[line.start].islower() or text[line.start] in "(&/"
    full = width is not None and last.end - last.start >= _FULL_LINE * width
    apart = line.above > 0 or line.opens_page
    closed = is_closed(text, last)
    if begin.kind is LineKind.HEADING and begin.mark == "" and begin.level == 0 and not closed and full and apart:
        return block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and line.opens_page
    if begin.kind is LineKind.TABLE:
        return block.kind is BlockKind.TABLE
    if begin.kind is not LineKind.TEXT or block.kind is BlockKind.TABLE:
        return False
    if block.kind in (BlockKind.HEADING, BlockKind.CAPTION):
        return lower and not closed and (full or not apart) and len(block.lines) < 4
    if block.kind is BlockKind.LINK:
        return False
    if block.kind is BlockKind.BOX and len(block.lines) == 1 and not line.opens_page:
        return True  # its title stood alone
    if not apart:
        return width is not None or (lower and not closed)
    return not closed and (lower or (line.opens_page and full))


def _block(text: str, draft: _Draft, sections: SectionTree) -> Block:
    """Make the block of a draft, opening a section where it is a heading."""
    level = draft.begin.level
    if draft.kind is BlockKind.HEADING:
        title = " ".join(" ".join(text[a:b] for a, b in draft.pieces).split()).rstrip(":")
        first = draft.lines[0]
        level = sections.add(draft.begin.mark, title, level, start=first.start, end=first.end)
    return Block(kind=draft.kind, pieces=draft.pieces, mark=draft.begin.mark, level=level, section=sections.current)


def _note_block(text: str, note: Note) -> Block:
    number = str(note.number) if note.number else ""
    start = note.start + len(number)
    lines = [Span(m.start(), m.end()) for m in re.finditer(r"\S(?:[^\n\f]*\S)?", text[start : note.end])]
    pieces = tuple(Span(start + a, start + b) for a, b in lines)
    kind = BlockKind.NOTE if number else BlockKind.LINK
    return Block(kind=kind, pieces=pieces, mark=number)


def _read_marks(text: str, pages: Sequence[Page], notes: Sequence[Note]) -> list[Span]:
    known = frozenset(note.number for note in notes if note.number)
    on_page: dict[int, set[int]] = {}
    for note in notes:
        on_page.setdefault(note.page, set()).add(note.number)
    found = (find_marks(text, page.lines, frozenset(on_page.get(n, ())), known) for n, page in enumerate(pages))
    return [mark for marks in found for mark in marks]


def _lost_marks(text: str, pages: Sequence[Page], marks: Sequence[Span]) -> Iterator[Diagnostic]:
    """Report the footnote marks whose notes are not in the text."""
    known = {mark.start for mark in marks}
    for line in (line for page in pages for line in page.lines):
        for match in _LOST_MARK.finditer(text, line.start, line.end):
            if match.start() not in known:
                yield Diagnostic(
                    code="footnote-without-text",
                    message=f"footnote {match[0]} is referred to and its text was not found",
                    severity=Severity.INFO,
                    start=match.start(),
                    end=match.end(),
                )


def _tables(blocks: Sequence[Block]) -> Iterator[Diagnostic]:
    """Report the tables: their rows are numbers whose columns the text no longer tells apart."""
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            yield Diagnostic(
                code="unreadable-table",
                message=f"a table of {len(block.pieces)} rows was left out: its columns cannot be told apart",
                start=block.start,
                end=block.end,
            )
