"""Documents and all that was read in them, as one value."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any, TypeAlias

import attrs

from flanders_care.errors import UnknownNameError
from flanders_care.fields import tuple_of
from flanders_care.model.actor import Actor
from flanders_care.model.claim import Claim
from flanders_care.model.commitment import Commitment
from flanders_care.model.decision import Decision
from flanders_care.model.funding import FundingLine
from flanders_care.model.indicator import Indicator
from flanders_care.model.programme import Pillar, Programme
from flanders_care.provenance import Document, Source
from flanders_care.rendering import groups_html

__all__ = ["Corpus", "Record"]

Record: TypeAlias = Document | Actor | Programme | Pillar | Commitment | Decision | FundingLine | Claim | Indicator
"""Anything in a corpus that has an id."""


def _records(record_type: type) -> Any:
    return attrs.field(default=(), validator=tuple_of(record_type))


@attrs.frozen(kw_only=True, repr=False)
class Corpus:
    """Documents and the facts read in them; `a | b` merges two.

    Merging makes one record of the same programme, actor or decision under other spellings, with all its sources.
    It is associative, commutative and idempotent; see `flanders_care.model.merging`.

    Attributes:
        documents: The documents, whole.
        actors: Persons and bodies.
        programmes: Undertakings with their pillars.
        commitments: What was promised.
        decisions: What was decided.
        funding_lines: Sums that fund something.
        claims: What reports say of decisions.
        indicators: Counts and measures that are no money.

    Example:
        >>> corpus = Corpus(actors=(Actor(id="actor:vito", name="VITO"),))
        >>> corpus["actor:vito"].name
        'VITO'
        >>> (corpus | corpus) == corpus
        True
    """

    documents: tuple[Document, ...] = _records(Document)
    actors: tuple[Actor, ...] = _records(Actor)
    programmes: tuple[Programme, ...] = _records(Programme)
    commitments: tuple[Commitment, ...] = _records(Commitment)
    decisions: tuple[Decision, ...] = _records(Decision)
    funding_lines: tuple[FundingLine, ...] = _records(FundingLine)
    claims: tuple[Claim, ...] = _records(Claim)
    indicators: tuple[Indicator, ...] = _records(Indicator)

    def __or__(self, other: Corpus) -> Corpus:
        """Merge two corpora; see `flanders_care.model.merging.merge`."""
        from flanders_care.model.merging import merge

        return merge((self, other))

    def records(self) -> Iterator[Record]:
        """All records with an id: documents first, pillars after their programme."""
        yield from self.documents
        yield from self.actors
        for programme in self.programmes:
            yield programme
            yield from programme.pillars
        yield from self.commitments
        yield from self.decisions
        yield from self.funding_lines
        yield from self.claims
        yield from self.indicators

    @functools.cached_property
    def _by_id(self) -> dict[str, Record]:
        found: dict[str, Record] = {}
        for record in self.records():
            found.setdefault(record.id, record)
        for decision in self.decisions:
            for alias in decision.aliases:
                found.setdefault(alias, decision)
        return found

    def __getitem__(self, record_id: str) -> Any:
        """Find a record by its id, or a decision by another of its ids.

        Raises:
            UnknownNameError: If nothing has that id.
        """
        try:
            return self._by_id[record_id]
        except KeyError:
            raise UnknownNameError(f"no record has the id {record_id!r}") from None

    def get(self, record_id: str) -> Any:
        """Find a record by its id, or `None`."""
        return self._by_id.get(record_id)

    def __contains__(self, record_id: object) -> bool:
        return record_id in self._by_id

    def __iter__(self) -> Iterator[Record]:
        """All records, as `records()`."""
        return self.records()

    def __len__(self) -> int:
        """How many records there are, pillars not counted."""
        return sum(len(group) for group in self._groups())

    def _groups(self) -> tuple[tuple[Any, ...], ...]:
        return (
            self.documents,
            self.actors,
            self.programmes,
            self.commitments,
            self.decisions,
            self.funding_lines,
            self.claims,
            self.indicators,
        )

    def document(self, source: Source) -> Document:
        """The document that a source points into.

        Raises:
            UnknownNameError: If the corpus does not hold it.
        """
        found = self._by_id.get(source.document_id)
        if not isinstance(found, Document):
            raise UnknownNameError(f"the corpus holds no document {source.document_id!r}")
        return found

    def _repr_html_(self) -> str:
        """Show how many records there are and the first of each class, for notebooks."""
        return groups_html(self)

    def __repr__(self) -> str:
        names = (
            "documents",
            "actors",
            "programmes",
            "commitments",
            "decisions",
            "funding lines",
            "claims",
            "indicators",
        )
        counts = [f"{len(group)} {name}" for name, group in zip(names, self._groups(), strict=True) if group]
        return f"<Corpus: {', '.join(counts) or 'empty'}>"
