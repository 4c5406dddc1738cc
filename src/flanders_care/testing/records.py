"""Strategies for every record of the model, alone or together in a corpus whose references and quotes hold."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TypeAlias, TypeVar

from hypothesis import strategies as st

from flanders_care.diagnostics import Diagnostic, Severity
from flanders_care.model.actor import Actor, ActorKind, actor_id
from flanders_care.model.claim import Claim
from flanders_care.model.commitment import Commitment, CommitmentKind, commitment_id
from flanders_care.model.corpus import Corpus
from flanders_care.model.decision import Decision, Step, cited_decision_id
from flanders_care.model.funding import FundingLine, Recurrence, Stage
from flanders_care.model.identity import content_id
from flanders_care.model.indicator import Indicator
from flanders_care.model.loaded import Loaded
from flanders_care.model.programme import (
    Involvement,
    Pillar,
    Programme,
    ProgrammeKind,
    Role,
    pillar_id,
    programme_id,
)
from flanders_care.money import Amount, Qualifier
from flanders_care.period import PartialDate
from flanders_care.provenance import Document, Source, merge_sources
from flanders_care.testing.money import amounts, figures
from flanders_care.testing.text import actor_spellings, any_text, dutch_sentences, names, plain_words, spellings, words

__all__ = [
    "actors",
    "claims",
    "commitments",
    "corpora",
    "decisions",
    "diagnostics",
    "funding_lines",
    "indicators",
    "involvements",
    "loaded",
    "partial_dates",
    "pillars",
    "plain_documents",
    "programmes",
    "sources",
]

R = TypeVar("R")
Sources: TypeAlias = st.SearchStrategy[tuple[Source, ...]]

_YEARS = st.integers(2014, 2030)
_DAYS = st.dates(datetime.date(2014, 1, 1), datetime.date(2030, 12, 31))


def _maybe(strategy: st.SearchStrategy[R]) -> st.SearchStrategy[R | None]:
    return st.none() | strategy


def plain_documents() -> st.SearchStrategy[Document]:
    """Draw a document of some sentences; its id follows from its text, so two of one id are one."""
    text = st.lists(any_text(), min_size=1, max_size=4).map("\n".join)

    def build(text: str, title: str | None, date: datetime.date | None) -> Document:
        day = None if date is None else date.isoformat()
        return Document(id=content_id("document", text), text=text, title=title, date=day)

    return st.builds(build, text, _maybe(words("programmes")), _maybe(_DAYS))


def sources(document: Document | None = None) -> st.SearchStrategy[Source]:
    """Draw a place in a document.

    Args:
        document: The document that it points into; without it, one is drawn and thrown away.

    Returns:
        A strategy of places whose quote is what stands there.
    """
    if document is None:
        return st.builds(_source_in, dutch_sentences(), st.integers(0, 10), st.integers(0, 15))

    def build(one: int, other: int) -> Source:
        return document.source(min(one, other), max(one, other))

    place = st.integers(0, len(document.text))
    return st.builds(build, place, place)


def _source_in(sentence: str, start: int, length: int) -> Source:
    document = Document(id=content_id("document", sentence), text=sentence)
    return document.source(start, start + length)


def _some_sources(strategy: st.SearchStrategy[Source] | None) -> Sources:
    drawn = st.lists(sources() if strategy is None else strategy, max_size=2)
    return drawn.map(merge_sources)


def partial_dates() -> st.SearchStrategy[PartialDate]:
    """Draw a year, a month or a day."""
    return st.one_of(
        st.builds(PartialDate, year=_YEARS),
        st.builds(PartialDate, year=_YEARS, month=st.integers(1, 12)),
        _DAYS.map(lambda day: PartialDate(year=day.year, month=day.month, day=day.day)),
    )


@st.composite
def actors(draw: st.DrawFn, *, source: st.SearchStrategy[Source] | None = None) -> Actor:
    """Draw an actor under any of its spellings, with none or one of the others as alias."""
    spelled = draw(st.one_of(spellings(), spellings(), st.tuples(names())))
    name = draw(st.sampled_from(spelled))
    others = [other for other in spelled if other != name]
    return Actor(
        id=actor_id(name),
        name=name,
        kind=draw(_maybe(st.sampled_from(ActorKind))),
        aliases=tuple(sorted(draw(st.sets(st.sampled_from(others), max_size=1)))) if others else (),
        sources=draw(_some_sources(source)),
    )


def pillars(
    *, programme: str = "programme:blue-deal", source: st.SearchStrategy[Source] | None = None
) -> st.SearchStrategy[Pillar]:
    """Draw a pillar of a programme, given by its id."""

    def build(name: str, order: int, found: tuple[Source, ...]) -> Pillar:
        return Pillar(id=pillar_id(programme, name), name=name, order=order, sources=found)

    return st.builds(build, words("pillars"), st.integers(1, 9), _some_sources(source))


def involvements(*, source: st.SearchStrategy[Source] | None = None) -> st.SearchStrategy[Involvement]:
    """Draw an actor's part in a programme."""
    return st.builds(Involvement, actor_id=_actor_ids(), role=st.sampled_from(Role), sources=_some_sources(source))


@st.composite
def programmes(draw: st.DrawFn, *, source: st.SearchStrategy[Source] | None = None) -> Programme:
    """Draw a programme with its pillars, in their order, and who does what in it."""
    name = draw(names())
    identity = programme_id(name)
    drawn = draw(st.lists(pillars(programme=identity, source=source), max_size=3, unique_by=lambda pillar: pillar.id))
    parts = draw(st.lists(involvements(source=source), max_size=2, unique_by=lambda i: (i.actor_id, i.role)))
    levels = draw(_maybe(st.tuples(st.integers(1, 9), st.integers(1, 9))))
    return Programme(
        id=identity,
        name=name,
        kind=draw(_maybe(st.sampled_from(ProgrammeKind))),
        aliases=draw(st.sampled_from([(), (name.upper(),)])) if name.upper() != name else (),
        pillars=tuple(sorted(drawn, key=lambda pillar: (pillar.order, pillar.id))),
        involvements=tuple(sorted(parts, key=lambda part: (part.actor_id, part.role))),
        trl=None if levels is None else (min(levels), max(levels)),
        target=draw(_maybe(partial_dates())),
        sources=draw(_some_sources(source)),
    )


@st.composite
def commitments(draw: st.DrawFn, *, source: st.SearchStrategy[Source] | None = None) -> Commitment:
    """Draw a commitment; its id follows from its words."""
    text = draw(any_text("intents"))
    found = draw(_some_sources(source))
    place = found[0] if found else None
    return Commitment(
        id=commitment_id("" if place is None else place.document_id, text, 0 if place is None else place.start),
        text=text,
        kind=draw(_maybe(st.sampled_from(CommitmentKind))),
        section=draw(_maybe(words("sections"))),
        deadline=draw(_maybe(partial_dates())),
        actor_ids=draw(_some_ids(_actor_ids())),
        programme_id=draw(_maybe(words("programmes").map(programme_id))),
        sources=found,
    )


def _actor_ids() -> st.SearchStrategy[str]:
    return st.sampled_from([actor_id(name) for name, *_ in actor_spellings()])


def _some_ids(ids: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(ids, max_size=2, unique=True).map(lambda drawn: tuple(sorted(drawn)))


@st.composite
def decisions(draw: st.DrawFn, *, source: st.SearchStrategy[Source] | None = None) -> Decision:
    """Draw a decision: known by the government's id, or by the title and date that a report cites."""
    title = draw(any_text("decided"))
    date = draw(_maybe(_DAYS))
    cited = cited_decision_id(title, date)
    return Decision(
        id=draw(st.sampled_from([content_id("besluit", cited), cited])),
        title=title,
        text=draw(st.just("") | any_text("intents")),
        step=draw(_maybe(st.sampled_from(Step))),
        date=date,
        kind=draw(st.sampled_from([None, "nota", "mededeling"])),
        url=draw(st.sampled_from([None, "https://beslissingenvlaamseregering.vlaanderen.be/"])),
        sources=draw(_some_sources(source)),
    )


@st.composite
def funding_lines(
    draw: st.DrawFn,
    *,
    amount: st.SearchStrategy[Amount] | None = None,
    stage: st.SearchStrategy[Stage | None] | None = None,
    source: st.SearchStrategy[Source] | None = None,
) -> FundingLine:
    """Draw a funding line.

    Args:
        draw: Given by hypothesis.
        amount: The amounts to draw from; any by default.
        stage: The stages to draw from, such as `st.just(Stage.AWARDED)`; any by default.
        source: The sources to draw from.

    Returns:
        A line that stands alone: it is no part of another and says nothing twice.
    """
    sum_of_money = draw(amounts() if amount is None else amount)
    subject = draw(_maybe(words("subjects")))
    number = draw(st.integers(0, 2**40))
    found = draw(_some_sources(source))
    return FundingLine(
        id=content_id("funding", str(sum_of_money), str(number), readable=subject or ""),
        amount=sum_of_money,
        stage=draw(_maybe(st.sampled_from(Stage)) if stage is None else stage),
        recurrence=draw(st.sampled_from([Recurrence.ONE_OFF, *Recurrence])),
        years=tuple(sorted(draw(st.sets(_YEARS, max_size=3)))),
        payer_ids=draw(_some_ids(_actor_ids())),
        recipient_ids=draw(_some_ids(_actor_ids())),
        programme_id=draw(_maybe(words("programmes").map(programme_id))),
        subject=subject,
        sources=found,
    )


@st.composite
def claims(
    draw: st.DrawFn, *, decision_ids: Sequence[str] = (), source: st.SearchStrategy[Source] | None = None
) -> Claim:
    """Draw a claim of a report, citing some of the decisions given."""
    text = draw(any_text("results"))
    found = draw(_some_sources(source))
    cited = draw(_some_ids(st.sampled_from(sorted(decision_ids)))) if decision_ids else ()
    section = draw(_maybe(words("sections")))
    identity = content_id("claim", text, *cited, *(f"{s.document_id}:{s.start}" for s in found))
    return Claim(id=identity, text=text, decision_ids=cited, section=section, sources=found)


@st.composite
def indicators(draw: st.DrawFn, *, source: st.SearchStrategy[Source] | None = None) -> Indicator:
    """Draw a count or measure that is no money."""
    value = draw(figures(max_value=10**6))
    unit = draw(_maybe(words("units")))
    subject = draw(_maybe(words("subjects")))
    return Indicator(
        id=content_id("indicator", str(value), unit or "", subject or ""),
        value=value,
        unit=unit,
        subject=subject,
        qualifier=draw(st.sampled_from(Qualifier)),
        years=tuple(sorted(draw(st.sets(_YEARS, max_size=2)))),
        sources=draw(_some_sources(source)),
    )


def diagnostics() -> st.SearchStrategy[Diagnostic]:
    """Draw a diagnostic, with or without a place."""
    codes = st.sampled_from(["broken-table", "no-commitments", "unknown-family"])
    bare = st.builds(Diagnostic, code=codes, message=dutch_sentences(), severity=st.sampled_from(Severity))

    def build(source: Source, code: str, severity: Severity) -> Diagnostic:
        return Diagnostic(
            code=code,
            message="this was not understood",
            severity=severity,
            document_id=source.document_id,
            start=source.start,
            end=source.end,
        )

    return bare | st.builds(build, sources(), codes, st.sampled_from(Severity))


@st.composite
def corpora(draw: st.DrawFn, *, max_size: int = 2) -> Corpus:
    """Draw a corpus as a loader gives it back.

    Args:
        draw: Given by hypothesis.
        max_size: Most records of each class.

    Returns:
        A corpus whose sources all quote its documents, whose references all lead to its records, and which is merged
        in itself: `corpus | corpus == corpus`.
    """
    documents = draw(st.lists(plain_documents(), min_size=1, max_size=2, unique_by=lambda document: document.id))
    source = st.sampled_from(documents).flatmap(sources)
    decided = draw(_few(decisions(source=source), max_size))
    loose = Corpus(
        documents=tuple(documents),
        actors=draw(_few(actors(source=source), max_size)),
        programmes=draw(_few(programmes(source=source), max_size)),
        commitments=draw(_few(commitments(source=source), max_size)),
        decisions=decided,
        funding_lines=draw(_few(funding_lines(source=source), max_size)),
        claims=draw(_few(claims(decision_ids=[d.id for d in decided], source=source), max_size)),
        indicators=draw(_few(indicators(source=source), max_size)),
    )
    return _with_referents(loose)


def _few(strategy: st.SearchStrategy[R], most: int) -> st.SearchStrategy[tuple[R, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


def _with_referents(corpus: Corpus) -> Corpus:
    """Add a bare actor or programme for each reference, so that none leads nowhere."""
    actor_names = {actor_id(name): name for name, *_ in actor_spellings()}
    programme_names = {programme_id(name): name for name in plain_words("programmes")}
    records: tuple[Commitment | FundingLine, ...] = (*corpus.commitments, *corpus.funding_lines)
    actors_named = {identity for record in records for identity in _actor_references(record)}
    actors_named |= {part.actor_id for programme in corpus.programmes for part in programme.involvements}
    programmes_named = {record.programme_id for record in records if record.programme_id is not None}
    return corpus | Corpus(
        actors=tuple(Actor(id=i, name=actor_names[i]) for i in sorted(actors_named)),
        programmes=tuple(Programme(id=i, name=programme_names[i]) for i in sorted(programmes_named)),
    )


def _actor_references(record: Commitment | FundingLine) -> tuple[str, ...]:
    if isinstance(record, Commitment):
        return record.actor_ids
    return (*record.payer_ids, *record.recipient_ids)


def loaded() -> st.SearchStrategy[Loaded]:
    """Draw what a loader gives back: a corpus and diagnostics."""
    return st.builds(Loaded, corpus=corpora(max_size=1), diagnostics=_few(diagnostics(), 2))
