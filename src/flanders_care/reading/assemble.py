"""From what was found in a document to its corpus: records that refer to each other, figures, diagnostics."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Mapping

import attrs

from flanders_care.diagnostics import Diagnostic, diagnostic_order
from flanders_care.legible import shorten
from flanders_care.model.actor import Actor
from flanders_care.model.commitment import Commitment
from flanders_care.model.corpus import Corpus
from flanders_care.model.funding import FundingLine
from flanders_care.model.identity import content_id
from flanders_care.model.indicator import Indicator
from flanders_care.model.loaded import Loaded
from flanders_care.model.programme import Pillar, Programme
from flanders_care.provenance import Document, merge_sources
from flanders_care.reading.facts import Facts, collect_actors, collect_programmes
from flanders_care.reading.figures import FigureMention, read_figures
from flanders_care.reading.involvement import find_involvements, find_levels, find_targets
from flanders_care.reading.pillars import find_pillars, pillars_by_programme
from flanders_care.reading.running_text import Sentence

_HEAD = 400  # characters in which the first name counts for more
_HEAD_COUNTS = 3
_SUBJECT = 200  # longest subject (characters)


@attrs.frozen(kw_only=True)
class Parts:
    """What the loader of a family found beyond what every document holds.

    Attributes:
        actors: Actors that are not named, as the government that says `we`.
        commitments: The promises.
        funding_lines: The sums that fund something.
        programmes: Programmes that the structure of the document makes (its actions), beside those named in it.
        pillars: Parts of programmes by the id of the programme, beside those read from sentences.
        parents: The id of the programme that a programme is part of.
        diagnostics: What the loader did not understand.
        title: The title of the document, if found.
        date: Its ISO date, if found.
    """

    actors: tuple[Actor, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    funding_lines: tuple[FundingLine, ...] = ()
    programmes: tuple[Programme, ...] = ()
    pillars: Mapping[str, tuple[Pillar, ...]] = attrs.field(factory=dict[str, tuple[Pillar, ...]])
    parents: Mapping[str, str] = attrs.field(factory=dict[str, str])
    diagnostics: tuple[Diagnostic, ...] = ()
    title: str | None = None
    date: str | None = None


def assemble(
    facts: Facts,
    family: str | None,
    parts: Parts,
    *,
    main: str | None = None,
    programme_at: Callable[[Sentence], str | None] | None = None,
) -> Loaded:
    """Put together what was read in one document.

    Args:
        facts: What was found in its text.
        family: Its family, or None where nobody knows it.
        parts: What the loader of the family found.
        main: Name of the programme that the document is about.
        programme_at: Name of the programme that a sentence is about where it names none; `main` where not given.

    Returns:
        The corpus of the document, and what was not understood.
    """
    document = _filled_in(facts.reading.document, family, parts)
    at: Callable[[Sentence], str | None] = programme_at if programme_at is not None else lambda _: main
    corpus = Corpus(
        documents=(document,),
        actors=(*collect_actors(facts), *parts.actors),
        programmes=_programmes(facts, parts, main, at),
        commitments=parts.commitments,
        funding_lines=parts.funding_lines,
        indicators=collect_indicators(facts),
    )
    diagnostics = (*parts.diagnostics, *_layout_diagnostics(facts), *_money_diagnostics(facts))
    if len(corpus) == 1 and not diagnostics and family is not None and document.text.strip():
        diagnostics = (noted(facts, "no-facts-found", "the text holds nothing that is read"),)
    return Loaded(corpus=corpus, diagnostics=tuple(sorted(diagnostics, key=diagnostic_order)))


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


def _filled_in(document: Document, family: str | None, parts: Parts) -> Document:
    return attrs.evolve(document, family=family, title=document.title or parts.title, date=document.date or parts.date)


def _programmes(
    facts: Facts, parts: Parts, main: str | None, at: Callable[[Sentence], str | None]
) -> tuple[Programme, ...]:
    records = {programme.id: programme for programme in collect_programmes(facts)}
    for made in parts.programmes:
        held = records.get(made.id)
        records[made.id] = made if held is None else _joined(held, made)
    told = find_pillars(facts, main)
    pillars = pillars_by_programme(facts, told) | dict(parts.pillars)
    involvements, levels, targets = find_involvements(facts, at, told), find_levels(facts, at), find_targets(facts, at)
    complete = functools.partial(_complete, known=frozenset(records), parents=parts.parents)
    return tuple(
        attrs.evolve(
            complete(record),
            pillars=pillars.get(record.id, ()),
            involvements=involvements.get(record.id, ()),
            trl=levels.get(record.id),
            target=targets.get(record.id),
        )
        for _, record in sorted(records.items())
    )


def _joined(one: Programme, other: Programme) -> Programme:
    return attrs.evolve(one, sources=merge_sources(one.sources, other.sources))


def _complete(record: Programme, known: frozenset[str], parents: Mapping[str, str]) -> Programme:
    parent = parents.get(record.id)
    return (
        record
        if parent is None or parent not in known or parent == record.id
        else attrs.evolve(record, parent_id=parent)
    )


def _layout_diagnostics(facts: Facts) -> tuple[Diagnostic, ...]:
    return tuple(attrs.evolve(d, document_id=facts.reading.document.id) for d in facts.reading.layout.diagnostics)


def _money_diagnostics(facts: Facts) -> tuple[Diagnostic, ...]:
    """Point what looks like a sum and is none at the raw text."""
    found: list[Diagnostic] = []
    for diagnostic in facts.money.diagnostics:
        sources = facts.sources(diagnostic.start or 0, diagnostic.end or 0)
        place = sources[0] if sources else None
        found.append(
            attrs.evolve(
                diagnostic, start=None if place is None else place.start, end=None if place is None else place.end
            )
        )
    return tuple(found)


def noted(facts: Facts, code: str, message: str, stretch: tuple[int, int] | None = None) -> Diagnostic:
    """Say what a document of a family lacks, at a stretch of its running text where it stands somewhere."""
    source = None if stretch is None else facts.sources(*stretch)[0]
    return Diagnostic(
        code=code,
        message=message,
        document_id=facts.reading.document.id,
        start=None if source is None else source.start,
        end=None if source is None else source.end,
    )
