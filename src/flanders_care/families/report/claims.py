"""What a report says itself: its statements, with the decisions that each cites (Dutch: *beweringen*)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Sequence

import attrs

from flanders_care.documents.markdown import MarkdownBlock, MarkdownKind, is_label, masked, plain, read_blocks
from flanders_care.dutch.text.blocks import Span
from flanders_care.dutch.text.sentences import split_sentences
from flanders_care.families.report.citations import Citation, find_citations
from flanders_care.families.report.parts import Stretch
from flanders_care.fields import instance_of, tuple_of
from flanders_care.reading.in_order import InOrder


@attrs.frozen(kw_only=True)
class Statement:
    """One statement of a report.

    Attributes:
        start: First character in the report.
        end: One past the last, citation marks included.
        text: The statement, without citation marks and Markdown.
        citations: The marks in it.
        label: Whether it is a heading, or a line in bold that serves as one.
    """

    start: int = attrs.field(validator=instance_of(int))
    end: int = attrs.field(validator=instance_of(int))
    text: str = attrs.field(validator=instance_of(str))
    citations: tuple[Citation, ...] = attrs.field(default=(), validator=tuple_of(Citation))
    label: bool = attrs.field(default=False, validator=instance_of(bool))

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers cited, each once, in the order of citation."""
        return tuple(dict.fromkeys(number for citation in self.citations for number in citation.numbers))


def read_statements(text: str, body: Iterable[Stretch], known: Container[int] = ()) -> tuple[Statement, ...]:
    """Cut a report's own words into statements, each with its citations.

    A statement is a sentence, with the label before it (`**Label**: sentence`). Every mark belongs to exactly one
    statement: to the one in which it stands, or after whose end it stands.

    Args:
        text: The report.
        body: Where its own words stand.
        known: The numbers of the references there are.

    Returns:
        The statements in text order, those without citation too.
    """
    statements: list[Statement] = []
    for start, end in body:
        found = find_citations(text[start:end], known)
        marks = InOrder(attrs.evolve(mark, start=mark.start + start, end=mark.end + start) for mark in found)
        for block in read_blocks(text, start, end):
            _add(statements, _Piece(text, block, marks.within(block.start, block.end)))
    return tuple(statements)


_EMPHASIS = "*_`"


class _Piece:
    """One block with its marks, and its words with blanks in the place of marks."""

    def __init__(self, text: str, block: MarkdownBlock, marks: tuple[Citation, ...]) -> None:
        self.text, self.block, self.marks = text, block, marks
        self.label = block.kind is MarkdownKind.HEADING or is_label(text[block.start : block.end])
        self.words = masked(self._without_marks(block.start, block.end, " "))

    def _without_marks(self, start: int, end: int, filler: str) -> str:
        parts: list[str] = []
        at = start
        for mark in self.marks:
            if start <= mark.start < end:
                parts += [self.text[at : mark.start], filler * (mark.end - mark.start)]
                at = mark.end
        return "".join([*parts, self.text[at:end]])

    def statement(self, span: Span, marks: Sequence[Citation]) -> Statement:
        start, end = span.start + self.block.start, span.end + self.block.start
        first = min([start, *(mark.start for mark in marks)])
        last = max([end, *(mark.end for mark in marks)])
        while first > self.block.start and self.text[first - 1] in _EMPHASIS:
            first -= 1
        while last < self.block.end and self.text[last] in _EMPHASIS:
            last += 1
        return Statement(
            start=first,
            end=last,
            text=plain(self._without_marks(start, end, "")),
            citations=tuple(marks),
            label=self.label,
        )


def _add(statements: list[Statement], piece: _Piece) -> None:
    """Add the statements of a block; marks that stand alone belong to the statement before them."""
    spans = _spans(piece.words)
    if not spans:
        if piece.marks and statements:
            last = statements[-1]
            both = (*last.citations, *piece.marks)
            statements[-1] = attrs.evolve(last, end=piece.marks[-1].end, citations=both)
        elif piece.marks:
            statements.append(piece.statement(Span(0, len(piece.words)), piece.marks))
        return
    starts = [span.start + piece.block.start for span in spans]
    owned: list[list[Citation]] = [[] for _ in spans]
    for mark in piece.marks:
        owned[max(0, bisect_right(starts, mark.start) - 1)].append(mark)
    for span, marks in zip(spans, owned, strict=True):
        _append(statements, piece.statement(span, marks))


def _append(statements: list[Statement], statement: Statement) -> None:
    """Append a statement; a heading that cites is the label of the statement below it, if that cites nothing."""
    last = statements[-1] if statements else None
    if last and last.label and last.citations and not statement.label and not statement.citations:
        text = f"{last.text.rstrip(':')}: {statement.text}"
        statements[-1] = attrs.evolve(statement, start=last.start, text=text, citations=last.citations)
    else:
        statements.append(statement)


def _spans(words: str) -> list[Span]:
    """The sentences of a block, each with the label or introduction before it; none without letters."""
    spans: list[Span] = []
    for span in split_sentences(words):
        if spans and (words[: span.start].rstrip().endswith(":") or not _has_letters(words, span)):
            spans[-1] = Span(spans[-1].start, span.end)
        elif _has_letters(words, span):
            spans.append(span)
    return spans


def _has_letters(words: str, span: Span) -> bool:
    return any(map(str.isalpha, words[span.start : span.end]))
