"""From what was found in a document to its corpus: records that refer to each other, figures, diagnostics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

import attrs

from flanders_care.diagnostics import Diagnostic, diagnostic_order
from flanders_care.dutch.money.mention import AmountMention
from flanders_care.legible import shorten
from flanders_care.model.actor import Actor
from flanders_care.model.commitment import Commitment
from flanders_care.model.corpus import Corpus
from flanders_care.model.funding import FundingLine
from flanders_care.model.identity import content_id
from flanders_care.model.indicator import Indicator
from flanders_care.model.loaded import Loaded
from flanders_care.model.programme import Pillar, Programme
from flanders_care.provenance import merge_sources
from flanders_care.reading.facts import Facts, collect_actors, collect_programmes
from flanders_care.reading.figures import FigureMention, read_figures
from flanders_care.reading.involvement import find_involvements, find_levels, find_targets
from flanders_care.reading.parents import find_parents
from flanders_care.reading.pillars import find_pillars, pillars_by_programme
from flanders_care.reading.running_text import Sentence
from flanders_care.reading.sums import find_lines

_HEAD = 400  # characters in which the first name counts for more
_HEAD_COUNTS = 3
_SUBJECT = 200  # longest subject (characters)


@attrs.frozen(kw_only=True)
class Parts:
    """What the reader of a family adds to what every document gives.

    Attributes:
        family: Its name, or None where nobody knows it.
        main: Name of the programme that the document is about.
        programme_at: Name of the programme that a sentence is about where it names none; `main` where not given.
        section_programme: Name of the programme that the section of a place in the running text is about.
        announced: Whether the document announces money.
        counts: Tells of a sum whether it may fund something; each may where not given.
        actors: Actors that are not named, as the government that says `we`.
        commitments: The promises.
        programmes: Programmes that the structure of the document makes (its actions), beside those named in it.
        pillars: Parts of programmes by the id of the programme, beside those read from sentences.
        parents: The id of the programme that a programme is part of, beside those read from sentences.
        diagnostics: What the reader did not understand.
        title: The title of the document, if found.
        date: Its ISO date, if found.
    """

    family: str | None
    main: str | None = None
    programme_at: Callable[[Sentence], str | None] | None = None
    section_programme: Callable[[int], str | None] | None = None
    announced: bool = False
    counts: Callable[[AmountMention], bool] | None = None
    actors: tuple[Actor, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    programmes: tuple[Programme, ...] = ()
    pillars: Mapping[str, tuple[Pillar, ...]] = attrs.field(factory=dict[str, tuple[Pillar, ...]])
    parents: Mapping[str, str] = attrs.field(factory=dict[str, str])
    diagnostics: Iterable[Diagnostic] = attrs.field(default=(), converter=tuple[Diagnostic, ...])
    title: str | None = None
    date: str | None = None


def assemble(facts: Facts, parts: Parts) -> Loaded:
    """Put together what was read in one document.

    Args:
        facts: What was found in its text.
        parts: What the reader of its family adds.

    Returns:
        The corpus of the document, and what was not understood.
    """
    held = facts.reading.document
    document = attrs.evolve(held, family=parts.family, title=held.title or parts.title, date=held.date or parts.date)
    corpus = Corpus(
        documents=(document,),
        actors=(*collect_actors(facts), *parts.actors),
        programmes=_programmes(facts, parts),
        commitments=parts.commitments,
        funding_lines=() if parts.family is None else _lines(facts, parts),  # only the family tells what sums fund
        indicators=collect_indicators(facts),
    )
    layout = (attrs.evolve(flaw, document_id=held.id) for flaw in facts.reading.layout.diagnostics)
    diagnostics = (*parts.diagnostics, *layout, *_money_diagnostics(facts))
    if len(corpus) == 1 and not diagnostics and parts.family is not None and document.text.strip():
        diagnostics = (noted(facts, "no-facts-found", "the text holds nothing that is read"),)
    return Loaded(corpus=corpus, diagnostics=tuple(sorted(diagnostics, key=diagnostic_order)))


def _lines(facts: Facts, parts: Parts) -> tuple[FundingLine, ...]:
    return find_lines(
        facts,
        main=parts.main,
        section_programme=parts.section_programme,
        announced=parts.announced,
        counts=parts.counts,
    )


def main_programme(facts: Facts) -> str | None:
    """Name the programme that a document is about: the one named or pointed to most, and of those the first.

    Args:
        facts: What was found in the document.

    Returns:
        Its name, or None where no programme is named at the head or twice.
    """
    counted = Counter(mention.name for mention in facts.about)
    if facts.about and facts.about[0].start < _HEAD:
        counted[facts.about[0].name] += _HEAD_COUNTS  # a document begins with what it is about
    name = max(counted, key=lambda name: counted[name], default=None)  # the first of the most named
    return name if name is not None and counted[name] > 1 else None


def collect_indicators(facts: Facts) -> tuple[Indicator, ...]:
    """Make the records of the counts and measures in a document, in text order."""
    taken = [(mention.start, mention.end) for mention in facts.money.mentions]
    taken += [(mention.start, mention.end) for mention in facts.dates]
    taken += [(m.start, m.end) for m in (*facts.actors, *facts.programmes) if any(c.isdigit() for c in m.quote)]
    return tuple(_indicator(facts, mention) for mention in read_figures(facts.reading.text, taken))


def _indicator(facts: Facts, mention: FigureMention) -> Indicator:
    sources = facts.sources(mention.start, mention.end)
    sentence = facts.reading.sentence_at(mention.start)
    subject = mention.subject or (None if sentence is None else shorten(sentence.text, _SUBJECT))
    quote = facts.reading.text[mention.start : mention.end]
    return Indicator(
        id=content_id("indicator", facts.reading.document.id, quote, str(sources[0].start), readable=quote),
        value=mention.value,
        unit=mention.unit,
        subject=subject,
        qualifier=mention.qualifier,
        years=() if sentence is None else _years(facts, sentence, mention),
        sources=sources,
    )


def _years(facts: Facts, sentence: Sentence, mention: FigureMention) -> tuple[int, ...]:
    """The year that a sentence gives for its figures; of several the last one before the figure."""
    dates = facts.dates.within(sentence.start, sentence.end)
    before = [date for date in dates if date.end <= mention.start]
    chosen = dates if len(dates) == 1 else before[-1:]
    return tuple(year for date in chosen for year in (date.date.year,))


def _programmes(facts: Facts, parts: Parts) -> tuple[Programme, ...]:
    records = {programme.id: programme for programme in collect_programmes(facts)}
    for made in parts.programmes:
        sources = (one.sources for one in (records.get(made.id), made) if one is not None)
        records[made.id] = attrs.evolve(records.get(made.id, made), sources=merge_sources(*sources))
    at: Callable[[Sentence], str | None] = parts.programme_at or (lambda _: parts.main)
    told = find_pillars(facts, parts.main)
    pillars = pillars_by_programme(facts, told) | dict(parts.pillars)
    involvements, levels, targets = find_involvements(facts, at, told), find_levels(facts, at), find_targets(facts, at)
    told_parents = find_parents(facts) | dict(parts.parents)
    parents = {child: parent for child, parent in told_parents.items() if parent in records and parent != child}
    return tuple(
        attrs.evolve(
            record,
            parent_id=parents.get(identity),
            pillars=pillars.get(identity, ()),
            involvements=involvements.get(identity, ()),
            trl=levels.get(identity),
            target=targets.get(identity),
        )
        for identity, record in sorted(records.items())
    )


def _money_diagnostics(facts: Facts) -> tuple[Diagnostic, ...]:
    """Point what looks like a sum and is none at the raw text."""
    found: list[Diagnostic] = []
    for diagnostic in facts.money.diagnostics:
        sources = facts.sources(diagnostic.start or 0, diagnostic.end or 0)
        start, end = (sources[0].start, sources[0].end) if sources else (None, None)
        found.append(attrs.evolve(diagnostic, start=start, end=end))
    return tuple(found)


def noted(facts: Facts, code: str, message: str, stretch: tuple[int, int] | None = None) -> Diagnostic:
    """Say what a document of a family lacks, at a stretch of its running text where it stands somewhere."""
    source = None if stretch is None else facts.sources(*stretch)[0]
    start, end = (None, None) if source is None else (source.start, source.end)
    return Diagnostic(code=code, message=message, document_id=facts.reading.document.id, start=start, end=end)
