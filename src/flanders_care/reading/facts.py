"""All that stands in the running text of one document, found once: names, dates, sums, figures, sentences.

The loaders of the families choose from it what their family means; nothing is read twice.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence

import attrs

from flanders_care.documents.layout import BlockKind
from flanders_care.dutch.dates.mentions import DateMention, read_dates
from flanders_care.dutch.money.mentions import AmountReading, read_money
from flanders_care.dutch.names.find import NameMention, find_actors, find_programmes
from flanders_care.model.actor import Actor, ActorKind, actor_id
from flanders_care.model.identity import name_key
from flanders_care.model.programme import Programme, ProgrammeKind, programme_id
from flanders_care.provenance import Document, Source, merge_sources
from flanders_care.reading.in_order import START, InOrder
from flanders_care.reading.references import find_references
from flanders_care.reading.running_text import Passage, Reading, Sentence, read_document


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Facts:
    """What was found in the running text of a document; all offsets count in `reading.text`.

    Attributes:
        reading: The running text, with the way back to the raw one.
        actors: Persons and bodies named, in text order.
        programmes: Undertakings named, in text order.
        about: The programmes named and those pointed back to (`het programma`), in text order.
        dates: Dates, in text order.
        money: Sums, in text order, and what looks like one and is none.
    """

    reading: Reading
    actors: InOrder[NameMention]
    programmes: InOrder[NameMention]
    about: InOrder[NameMention]
    dates: InOrder[DateMention]
    money: AmountReading

    def sources(self, start: int, end: int) -> tuple[Source, ...]:
        """The places in the raw text behind a stretch of the running text."""
        return self.reading.sources(start, end)

    def section_start(self, sentence: Sentence) -> int:
        """Where the section of a sentence begins in the running text: at its heading, or at the start."""
        return self._section_starts[self.reading.passages[sentence.passage].block.section]

    def heading(self, section: int) -> Passage | None:
        """The heading of a section in the running text."""
        return self._headings.get(section)

    @functools.cached_property
    def _headings(self) -> dict[int, Passage]:
        return {
            passage.block.section: passage
            for passage in reversed(self.reading.passages)
            if passage.block.kind is BlockKind.HEADING and passage.block.section is not None
        }

    @functools.cached_property
    def _section_starts(self) -> dict[int | None, int]:
        found: dict[int | None, int] = {}
        for passage in self.reading.passages:
            found.setdefault(passage.block.section, passage.start)
        return found


def read_facts(document: Document) -> Facts:
    """Read the names and dates of a document.

    Args:
        document: Any document.

    Returns:
        What was found.

    Example:
        >>> facts = read_facts(Document(id="n", text="In 2019 werd TETRA geëvalueerd door VLAIO."))
        >>> [mention.name for mention in facts.programmes], [date.iso for date in facts.dates]
        (['TETRA'], ['2019'])
    """
    return facts_of(read_document(document))


def facts_of(reading: Reading) -> Facts:
    """Find all that stands in a running text."""
    programmes = find_programmes(reading.text)
    meant = find_references(reading.text, programmes)
    return Facts(
        reading=reading,
        actors=InOrder(find_actors(reading.text)),
        programmes=InOrder(programmes),
        about=InOrder(sorted((*programmes, *meant), key=START)),
        dates=InOrder(read_dates(reading.text)),
        money=read_money(reading.text, document_id=reading.document.id),
    )


def collect_actors(facts: Facts) -> tuple[Actor, ...]:
    """Make one record of each actor named, with all places, in order of id."""
    return tuple(
        Actor(
            id=identity,
            name=group[0].name,
            kind=ActorKind(group[0].kind),
            aliases=_aliases(group),
            sources=_places(facts, group),
        )
        for identity, group in _grouped(facts.actors, actor_id)
    )


def collect_programmes(facts: Facts) -> tuple[Programme, ...]:
    """Make one record of each programme named, with all places, in order of id."""
    return tuple(
        Programme(
            id=identity,
            name=group[0].name,
            kind=ProgrammeKind(group[0].kind),
            aliases=_aliases(group),
            sources=_places(facts, group),
        )
        for identity, group in _grouped(facts.programmes, programme_id)
    )


def _grouped(mentions: Iterable[NameMention], identify: Callable[[str], str]) -> list[tuple[str, list[NameMention]]]:
    groups: dict[str, list[NameMention]] = {}
    for mention in mentions:
        groups.setdefault(identify(mention.name), []).append(mention)
    return sorted(groups.items())


def _aliases(group: Sequence[NameMention]) -> tuple[str, ...]:
    """All spellings but the usual one."""
    spelled = {" ".join(mention.quote.split()) for mention in group}
    for mention in group:
        spelled.update(mention.aliases)
        if mention.abbreviation:
            spelled.add(mention.abbreviation)
    return tuple(sorted(name for name in spelled - {group[0].name} if name_key(name)))


def _places(facts: Facts, group: Sequence[NameMention]) -> tuple[Source, ...]:
    return merge_sources(*(facts.sources(mention.start, mention.end) for mention in group))
