"""Where a fact was read: documents, and places in them (Dutch: *vindplaats*)."""

from __future__ import annotations

import bisect
from collections.abc import Iterable

import attrs

from flanders_care.errors import InvalidValueError
from flanders_care.fields import instance_of, text_field, tuple_of
from flanders_care.rendering import Shown


@attrs.frozen(kw_only=True, repr=False, cache_hash=True)
class Document(Shown):
    """One document as it was read, whole and unchanged.

    Attributes:
        id: Stable name of the document, such as `"004_40d31b0bcedf8a9d"`.
        text: The whole text; every `Source` counts characters in it, from 0.
        family: One of `flanders_care.FAMILIES`, or `None` where nobody has said or found it.
        title: Title as far as known.
        date: ISO date of the document, as exact as known (`"2021"`, `"2021-06-30"`).
        url: Where it was published.
        pages: Where each page begins in the text, for a document that was read from a PDF.

    Example:
        >>> document = Document(id="note", text="We voorzien 12 miljoen euro.")
        >>> document.source(12, 27).quote
        '12 miljoen euro'
    """

    id: str = attrs.field(validator=text_field)
    text: str = attrs.field(validator=instance_of(str))
    family: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))
    title: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))
    date: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))
    url: str | None = attrs.field(default=None, validator=instance_of(str, optional=True))
    pages: tuple[int, ...] = attrs.field(default=(), validator=tuple_of(int))

    def source(self, start: int, end: int) -> Source:
        """Point at `text[start:end]`.

        Args:
            start: First character, from 0.
            end: One past the last character; at most the length of the text.

        Returns:
            The source, with its quote.

        Raises:
            InvalidValueError: If the offsets do not lie in the text in that order.
        """
        if not 0 <= start <= end <= len(self.text):
            raise InvalidValueError(
                f"Document {self.id}: offsets {start}:{end} are not in its {len(self.text)} characters"
            )
        return Source(document_id=self.id, start=start, end=end, quote=self.text[start:end])

    def __repr__(self) -> str:
        return f"<Document {self.id}: {self.family or 'unknown family'}, {len(self.text)} characters>"


@attrs.frozen(kw_only=True, order=True)
class Source(Shown):
    """A place in a document (Dutch: *vindplaats*), with the words that stand there.

    Law: `document.text[start:end] == quote`.

    Attributes:
        document_id: Id of the `Document`.
        start: First character, from 0.
        end: One past the last character.
        quote: The words, exactly.
    """

    document_id: str = attrs.field(validator=text_field)
    start: int = attrs.field(validator=instance_of(int))
    end: int = attrs.field(validator=instance_of(int))
    quote: str = attrs.field(validator=instance_of(str))

    @property
    def place(self) -> str:
        """The document and the offsets in it in one word."""
        return f"{self.document_id}:{self.start}-{self.end}"

    def __attrs_post_init__(self) -> None:
        if self.start < 0:
            raise InvalidValueError(f"Source.start: counts characters from 0, not {self.start}")
        if self.end - self.start != len(self.quote):
            raise InvalidValueError(
                f"Source.quote: {self.start}:{self.end} needs {self.end - self.start} characters, not {len(self.quote)}"
            )


def merge_sources(*groups: Iterable[Source]) -> tuple[Source, ...]:
    """Join groups of sources into one, each place once, in order of document and place."""
    return tuple(sorted({source for group in groups for source in group}))


def page_of(document: Document, source: Source) -> int | None:
    r"""Find the page on which a source begins.

    Args:
        document: The document that it points into.
        source: The place.

    Returns:
        The page, from 1: by `Document.pages`, and in a text file by the form feeds that end its pages. `None` where
        nothing tells pages apart, or the source points into another document.

    Example:
        >>> document = Document(id="note", text="Inleiding\n\fWe voorzien 12 miljoen euro.\n")
        >>> page_of(document, document.source(23, 38))
        2
    """
    if source.document_id != document.id:
        return None
    if document.pages:
        return bisect.bisect_right(document.pages, source.start)
    return document.text.count("\f", 0, source.start) + 1 if "\f" in document.text else None
