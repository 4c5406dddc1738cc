"""Documents and all that was read in them, as one value."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
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
from flanders_care.model.merging import unite
from flanders_care.model.programme import Pillar, Programme
from flanders_care.provenance import Document, Source
from flanders_care.rendering import groups_html

Record: TypeAlias = Document | Actor | Programme | Pillar | Commitment | Decision | FundingLine | Claim | Indicator
"""Anything in a corpus that has an id."""


def _records(record_type: type) -> Any:
    return attrs.field(default=(), validator=tuple_of(record_type))


@attrs.frozen(kw_only=True, repr=False)
class Corpus:
    """Documents and the facts read in them; `a | b` merges two.

    Merging makes one record of the same programme, actor or decision under other spellings, with all its sources.
    It is associative, commutative and idempotent; see `merge`.

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
        """Merge two corpora; see `merge`."""
        return merge((self, other))

    def groups(self) -> dict[str, tuple[Any, ...]]:
        """The records of each class, by the name of their field."""
        return {name: getattr(self, name) for name in _GROUPS}

    def records(self) -> Iterator[Record]:
        """All records with an id: documents first, pillars after their programme."""
        for group in self.groups().values():
            for record in group:
                yield record
                if isinstance(record, Programme):
                    yield from record.pillars

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
        return sum(map(len, self.groups().values()))

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
        counts = [f"{len(group)} {name.replace('_', ' ')}" for name, group in self.groups().items() if group]
        return f"<Corpus: {', '.join(counts) or 'empty'}>"


_GROUPS = tuple(field.name for field in attrs.fields(Corpus))


def merge(corpora: Iterable[Corpus]) -> Corpus:
    """Merge any number of corpora in one pass: the same as reading their documents together.

    Merging makes one record of the same programme, actor or decision under other spellings, with all its sources.
    Decisions that share an id but not their words are kept apart. Lines that say the same money in several documents
    are linked anew from the lines as read, never from the links of an earlier merge (see `FundingLine.matched`).

    Law: associative, commutative and idempotent (as sets of facts); no source is lost. It holds for records whose ids
    come from their content (`actor_id`, `programme_id`, `commitment_id`...): an id given by hand to two different
    texts makes them one, and which others that one is the same as can then depend on the grouping.

    Args:
        corpora: The corpora, in any order.

    Returns:
        One corpus with its records in a fixed order, references following the records.

    Raises:
        InvalidValueError: If two documents have the same id and different texts: give one another `document_id`.
    """
    return Corpus(**unite([corpus.groups() for corpus in corpora]))
