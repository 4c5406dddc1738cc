"""A document as running text: furniture, links and footnote marks left out, broken words joined, and the way back.

All reading of names, sums, dates, figures and sentences happens in this text; every place in it leads to the raw text,
where a stretch that a page break tears apart becomes one source a part.
"""

from __future__ import annotations

import functools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

import attrs

from flanders_care.documents.layout import Block, BlockKind, Layout, read_layout
from flanders_care.documents.sections import Section
from flanders_care.dutch.text.blocks import Span
from flanders_care.dutch.text.headings import split_heading
from flanders_care.dutch.text.repair import repair
from flanders_care.dutch.text.repaired import Repaired
from flanders_care.dutch.text.sentences import split_sentences
from flanders_care.provenance import Document, Source
from flanders_care.reading.in_order import START, InOrder
from flanders_care.regex import regex

PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
"""The blocks in which a document speaks for itself; headings, captions, boxes and notes promise nothing."""

_LEFT_OUT = frozenset({BlockKind.FURNITURE, BlockKind.LINK, BlockKind.TABLE})
_LINE_END = regex(r"(?<!\n)\n(?!\n)")
_LINK = regex(r"(?:https?://|www\.)\S")
_GAP = regex(r"\s*(?:\d{1,3}(?:,\d{1,3}){0,7})?\s*")


class Passage(NamedTuple):
    """One block of the layout in the running text.

    Attributes:
        start: First character in the running text.
        end: One past the last character.
        block: The block.
    """

    start: int
    end: int
    block: Block


class Sentence(NamedTuple):
    """One sentence, heading or list item of the running text.

    Attributes:
        start: First character in the running text.
        end: One past the last character.
        text: The words.
        passage: Place in `Reading.passages` of the block that holds it.
    """

    start: int
    end: int
    text: str
    passage: int


class _Segment(NamedTuple):
    """A stretch of one printed line: `length` characters, at `start` in the joined lines and at `raw` in the text."""

    start: int
    raw: int
    length: int


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Reading:
    """The running text of a document.

    Attributes:
        document: The document, unchanged.
        layout: Its layout.
        text: The running text: one line a block, an empty line between blocks.
        passages: The blocks in it, in order.
    """

    document: Document
    layout: Layout
    text: str
    passages: InOrder[Passage]
    _repaired: Repaired = attrs.field(alias="repaired")
    _segments: tuple[_Segment, ...] = attrs.field(alias="segments")

    def sources(self, start: int, end: int) -> tuple[Source, ...]:
        """Point at the raw text behind a stretch of the running text.

        Args:
            start: First character in the running text.
            end: One past the last character.

        Returns:
            One source, or one a part where a page break, a footnote or a figure stands in between.
        """
        joined: list[Span] = []
        for span in self._raw_spans(*self._repaired.to_raw(start, end)):
            if joined and _GAP.fullmatch(self.document.text, joined[-1].end, span.start) is not None:
                joined[-1] = Span(joined[-1].start, span.end)
            else:
                joined.append(span)
        return tuple(self.document.source(*span) for span in joined)

    def block(self, sentence: Sentence) -> Block:
        """The block of the layout that holds a sentence."""
        return self.passages[sentence.passage].block

    def words(self, passage: Passage) -> str:
        """The words of a block as they run on."""
        return self.text[passage.start : passage.end]

    @property
    def prose(self) -> Iterator[Sentence]:
        """The sentences in which a document speaks for itself."""
        return (sentence for sentence in self.sentences if self.block(sentence).kind in PROSE)

    def place(self, position: int) -> int:
        """Return the place in `passages` of the block that holds a character of the running text."""
        return max(0, bisect_right(self.passages, position, key=START) - 1)

    def section(self, position: int) -> int | None:
        """Return the place in `Layout.sections` of the section that holds a character of the running text."""
        return self.passages[self.place(position)].block.section if self.passages else None

    def section_name(self, position: int) -> str | None:
        """Return number and title of the section that holds a character; behind its parent's where it has no number."""
        place = self.section(position)
        if place is None:
            return None
        section = self.layout.sections[place]
        numbered = section.number or section.parent is None
        return section.name if numbered else f"{self.layout.sections[section.parent or 0].name} / {section.title}"

    @functools.cached_property
    def sentences(self) -> InOrder[Sentence]:
        """All sentences, headings and list items in order."""
        return InOrder(
            Sentence(passage.start + a, passage.start + b, self.text[passage.start + a : passage.start + b], place)
            for place, passage in enumerate(self.passages)
            for a, b in split_sentences(self.text[passage.start : passage.end])
        )

    def sentence_at(self, position: int) -> Sentence | None:
        """Return the sentence that holds a character of the running text, or None between two blocks."""
        sentence = self.sentences.before(position + 1)
        return sentence if sentence is not None and position < sentence.end else None

    def _raw_spans(self, start: int, end: int) -> Iterator[Span]:
        first = max(0, bisect_right(self._segments, start, key=START) - 1)
        for place in range(first, len(self._segments)):
            segment = self._segments[place]
            a, b = max(start, segment.start), min(end, segment.start + segment.length)
            if segment.start >= end:
                break
            if a < b:
                yield Span(segment.raw + a - segment.start, segment.raw + b - segment.start)


def read_document(document: Document) -> Reading:
    r"""Read the layout of a document and lay its text out for reading.

    Args:
        document: Any document.

    Returns:
        Its running text, with the way back.

    Example:
        >>> reading = read_document(Document(id="n", text="De ziekte-\nverzekering.1\n\n1 https://a.be\n"))
        >>> reading.text
        'De ziekteverzekering.\n\n'
        >>> reading.sources(3, 20)[0].quote
        'ziekte-\nverzekering'
    """
    layout = read_layout(document.text)
    joined, segments, ends = _join_lines(layout)
    repaired = repair(joined)
    text = _LINE_END.sub(" ", repaired.text)
    return Reading(
        document=document,
        layout=layout,
        text=text,
        passages=InOrder(Passage(*repaired.to_repaired(start, end), block) for (start, end), block in ends),
        repaired=repaired,
        segments=tuple(segments),
    )


def read_section(document: Document, start: int = 0, end: int | None = None) -> Reading:
    """Lay out a stretch that lost its layout for reading: a numbered heading, if any, and running prose behind it.

    Args:
        document: The document that holds it.
        start: First character of the stretch.
        end: One past the last; the end of the text where not given.

    Returns:
        Its running text, with the way back. Nobody knows where its paragraphs end, so each sentence is one: what one
        sentence is about says nothing of the next.

    Example:
        >>> reading = read_section(Document(id="n", text="1.3 Fiets We trekken de investe-ringen op."))
        >>> [reading.text[a:b] for a, b, _ in reading.passages], reading.section_name(20)
        (['1.3 Fiets ', 'We trekken de investeringen op.'], '1.3 Fiets')
    """
    end = len(document.text) if end is None else end
    repaired = repair(document.text[start:end], torn=True)
    heading = split_heading(repaired.text)
    rest = 0 if heading is None else heading.rest
    spans = [Span(max(a, rest), b) for a, b in split_sentences(repaired.text) if b > rest]
    parts = [(span, BlockKind.PARAGRAPH) for span in spans]
    sections: tuple[Section, ...] = ()
    if heading is not None:
        parts.insert(0, (Span(0, rest), BlockKind.HEADING))
        sections = (Section(number=heading.number, title=heading.title, level=1, parent=None),)
    passages: list[Passage] = []
    for span, kind in parts:
        a, b = repaired.to_raw(*span)
        pieces = (Span(start + a, start + b),)
        passages.append(Passage(*span, Block(kind=kind, pieces=pieces, section=0 if sections else None)))
    return Reading(
        document=document,
        layout=Layout(text=document.text, blocks=tuple(p.block for p in passages), sections=sections, marks=()),
        text=repaired.text,
        passages=InOrder(passages),
        repaired=repaired,
        segments=(_Segment(0, start, end - start),),
    )


def _join_lines(layout: Layout) -> tuple[str, list[_Segment], list[tuple[Span, Block]]]:
    """Put the lines of the blocks behind each other, without footnote marks."""
    parts: list[str] = []
    segments: list[_Segment] = []
    placed: list[tuple[Span, Block]] = []
    length = 0
    for block in layout.blocks:
        if block.kind in _LEFT_OUT or (
            block.kind is BlockKind.NOTE and _LINK.match(layout.text, block.start) is not None
        ):
            continue
        start = length
        for number, piece in enumerate(block.pieces):
            if number:
                parts.append("\n")
                length += 1
            for a, b in _without_marks(layout, piece):
                segments.append(_Segment(length, a, b - a))
                parts.append(layout.text[a:b])
                length += b - a
        placed.append((Span(start, length), block))
        parts.append("\n\n")
        length += 2
    return "".join(parts), segments, placed


def _without_marks(layout: Layout, piece: Span) -> Iterator[Span]:
    start = piece.start
    first = bisect_left(layout.marks, piece.start, key=START)
    for place in range(first, len(layout.marks)):
        mark = layout.marks[place]
        if mark.start >= piece.end:
            break
        yield Span(start, mark.start)
        start = mark.end
    if start < piece.end:
        yield Span(start, piece.end)
