"""Strategies for every record of the model."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st

from flanders_care.diagnostics import Diagnostic, Severity
from flanders_care.model.actor import Actor, ActorKind, actor_id
from flanders_care.model.claim import Claim
from flanders_care.model.commitment import Commitment, CommitmentKind, commitment_id
from flanders_care.model.decision import Decision, Outcome, Step, cited_decision_id
from flanders_care.model.funding import FundingLine, Recurrence, Stage
from flanders_care.model.identity import content_id
from flanders_care.model.indicator import Indicator
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
from flanders_care.testing.text import actor_spellings, any_text, dutch_sentences, names, spellings, words

R = TypeVar("R")
K = TypeVar("K", str, int)


def _maybe(strategy: st.SearchStrategy[R]) -> st.SearchStrategy[R | None]:
    return st.none() | strategy


def _some(strategy: st.SearchStrategy[K], most: int = 2) -> st.SearchStrategy[tuple[K, ...]]:
    return st.sets(strategy, max_size=most).map(lambda drawn: tuple(sorted(drawn)))


# Strategies that do not depend on what was drawn are made once: making one costs more than drawing from it.
_YEARS = st.integers(2014, 2030)
_DAYS = st.dates(datetime.date(2014, 1, 1), datetime.date(2030, 12, 31))
_DAY = _maybe(_DAYS)
_DATES = st.one_of(
    st.builds(PartialDate, year=_YEARS),
    st.builds(PartialDate, year=_YEARS, month=st.integers(1, 12)),
    _DAYS.map(lambda day: PartialDate(year=day.year, month=day.month, day=day.day)),
)
_DATE = _maybe(_DATES)
_ACTOR_ID = st.sampled_from([actor_id(name) for name, *_ in actor_spellings()])
_ACTOR_IDS = _some(_ACTOR_ID)
_PROGRAMME_ID = _maybe(words("programmes").map(programme_id))
_NAME = names()
_PILLAR = words("pillars")
_SPELLED = st.one_of(spellings(), spellings(), st.tuples(_NAME))
_SECTION = _maybe(words("sections"))
_SUBJECT = _maybe(words("subjects"))
_SENTENCE = dutch_sentences()
_FLAG = st.booleans()
_INTENT = any_text("intents")
_DECIDED = any_text("decided")
_RESULT = any_text("results")
_SOME_YEARS = _some(_YEARS, 3)
_NUMBER = st.integers(0, 2**40)
_OFFSET = st.integers(0, 999)
_ORDER = st.integers(1, 9)
_ACTOR_KIND = _maybe(st.sampled_from(ActorKind))
_COMMITMENT_KIND = _maybe(st.sampled_from(CommitmentKind))
_PROGRAMME_KIND = _maybe(st.sampled_from(ProgrammeKind))
_ROLE = st.sampled_from(Role)
_STEP = _maybe(st.sampled_from(Step))
_STAGE = _maybe(st.sampled_from(Stage))
_AMOUNT = amounts()
_RECURRENCE = st.sampled_from([Recurrence.ONE_OFF, *Recurrence])
_FIGURE = figures(max_value=10**6)
_UNIT = _maybe(words("units"))
_QUALIFIER = st.sampled_from(Qualifier)
_DECISION_KIND = st.sampled_from([None, "nota", "mededeling"])
_OUTCOME = st.none() | st.sampled_from(Outcome)
_LEVELS = _maybe(st.tuples(st.integers(1, 9), st.integers(1, 9)))


def plain_documents() -> st.SearchStrategy[Document]:
    """Draw a document of some sentences; its id follows from its text, so two of one id are one."""

    def build(sentences: list[str], title: str | None, date: datetime.date | None) -> Document:
        text, day = "\n".join(sentences), None if date is None else date.isoformat()
        return Document(id=content_id("document", text), text=text, title=title, date=day)

    return st.builds(build, st.lists(_INTENT, min_size=1, max_size=4), _maybe(words("programmes")), _DAY)


def sources(document: Document | None = None) -> st.SearchStrategy[Source]:
    """Draw a place in a document.

    Args:
        document: The document that it points into; without it, one is drawn and thrown away.

    Returns:
        A strategy of places whose quote is what stands there.
    """
    if document is None:
        return st.builds(_source_in, _SENTENCE, st.integers(0, 10), st.integers(0, 15))
    return sources_in((document,))


def sources_in(documents: Sequence[Document]) -> st.SearchStrategy[Source]:
    """Draw a place in one of some documents."""

    def build(document: Document, one: int, other: int) -> Source:
        size = len(document.text) + 1
        return document.source(*sorted((one % size, other % size)))

    return st.builds(build, st.sampled_from(documents), _OFFSET, _OFFSET)


def _source_in(sentence: str, start: int, length: int) -> Source:
    document = Document(id=content_id("document", sentence), text=sentence)
    return document.source(start, start + length)


@functools.lru_cache(maxsize=2)
def _places(source: st.SearchStrategy[Source] | None) -> st.SearchStrategy[tuple[Source, ...]]:
    return st.lists(sources() if source is None else source, max_size=2).map(merge_sources)


def partial_dates() -> st.SearchStrategy[PartialDate]:
    """Draw a year, a month or a day."""
    return _DATES


@st.composite
def actors(draw: st.DrawFn, *, source: st.SearchStrategy[Source] | None = None) -> Actor:
    """Draw an actor under any of its spellings, with none or one of the others as alias."""
    spelled = draw(_SPELLED)
    name = spelled[draw(_ORDER) % len(spelled)]
    others = sorted({other for other in spelled if other != name})
    return Actor(
        id=actor_id(name),
        name=name,
        kind=draw(_ACTOR_KIND),
        aliases=tuple(others[: draw(_ORDER) % 2]),
        sources=draw(_places(source)),
    )


def pillars(
    *, programme: str = "programme:blue-deal", source: st.SearchStrategy[Source] | None = None
) -> st.SearchStrategy[Pillar]:
    """Draw a pillar of a programme, given by its id."""

    def build(name: str, order: int, found: tuple[Source, ...]) -> Pillar:
        return Pillar(id=pillar_id(programme, name), name=name, order=order, sources=found)

    return st.builds(build, _PILLAR, _ORDER, _places(source))


def involvements(*, source: st.SearchStrategy[Source] | None = None) -> st.SearchStrategy[Involvement]:
    """Draw an actor's part in a programme."""
    return st.builds(Involvement, actor_id=_ACTOR_ID, role=_ROLE, sources=_places(source))


@st.composite
def programmes(draw: st.DrawFn, *, source: st.SearchStrategy[Source] | None = None) -> Programme:
    """Draw a programme with its pillars, in their order, and who does what in it."""
    name = draw(_NAME)
    identity = programme_id(name)
    drawn = draw(st.lists(pillars(programme=identity, source=source), max_size=3, unique_by=lambda pillar: pillar.id))
    parts = draw(st.lists(involvements(source=source), max_size=2, unique_by=lambda i: (i.actor_id, i.role)))
    levels = draw(_LEVELS)
    return Programme(
        id=identity,
        name=name,
        kind=draw(_PROGRAMME_KIND),
        aliases=(name.upper(),) if name.upper() != name and draw(_FLAG) else (),
        pillars=tuple(sorted(drawn, key=lambda pillar: (pillar.order, pillar.id))),
        involvements=tuple(sorted(parts, key=lambda part: (part.actor_id, part.role))),
        trl=None if levels is None else (min(levels), max(levels)),
        target=draw(_DATE),
        sources=draw(_places(source)),
    )


@st.composite
def commitments(draw: st.DrawFn, *, source: st.SearchStrategy[Source] | None = None) -> Commitment:
    """Draw a commitment; its id follows from its words."""
    text = draw(_INTENT)
    found = draw(_places(source))
    place = found[0] if found else None
    return Commitment(
        id=commitment_id("" if place is None else place.document_id, text, 0 if place is None else place.start),
        text=text,
        kind=draw(_COMMITMENT_KIND),
        section=draw(_SECTION),
        deadline=draw(_DATE),
        actor_ids=draw(_ACTOR_IDS),
        programme_id=draw(_PROGRAMME_ID),
        sources=found,
    )


@st.composite
def decisions(draw: st.DrawFn, *, source: st.SearchStrategy[Source] | None = None) -> Decision:
    """Draw a decision: known by the government's id, or by the title and date that a report cites."""
    title = draw(_DECIDED)
    date = draw(_DAY)
    cited = cited_decision_id(title, date)
    return Decision(
        id=cited if draw(_FLAG) else content_id("besluit", cited),
        title=title,
        text=draw(_INTENT) if draw(_FLAG) else "",
        step=draw(_STEP),
        date=date,
        kind=draw(_DECISION_KIND),
        outcome=draw(_OUTCOME),
        url="https://beslissingenvlaamseregering.vlaanderen.be/" if draw(_FLAG) else None,
        sources=draw(_places(source)),
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
    sum_of_money = draw(_AMOUNT if amount is None else amount)
    subject = draw(_SUBJECT)
    number = draw(_NUMBER)
    found = draw(_places(source))
    return FundingLine(
        id=content_id("funding", str(sum_of_money), str(number), readable=subject or ""),
        amount=sum_of_money,
        stage=draw(_STAGE if stage is None else stage),
        recurrence=draw(_RECURRENCE),
        years=draw(_SOME_YEARS),
        payer_ids=draw(_ACTOR_IDS),
        recipient_ids=draw(_ACTOR_IDS),
        programme_id=draw(_PROGRAMME_ID),
        subject=subject,
        sources=found,
    )


@st.composite
def claims(
    draw: st.DrawFn, *, decision_ids: Sequence[str] = (), source: st.SearchStrategy[Source] | None = None
) -> Claim:
    """Draw a claim of a report, citing some of the decisions given."""
    text = draw(_RESULT)
    found = draw(_places(source))
    cited = draw(_some(st.sampled_from(sorted(decision_ids)))) if decision_ids else ()
    section = draw(_SECTION)
    identity = content_id("claim", text, *cited, *(f"{s.document_id}:{s.start}" for s in found))
    return Claim(id=identity, text=text, decision_ids=cited, section=section, sources=found)


@st.composite
def indicators(draw: st.DrawFn, *, source: st.SearchStrategy[Source] | None = None) -> Indicator:
    """Draw a count or measure that is no money."""
    value = draw(_FIGURE)
    unit = draw(_UNIT)
    subject = draw(_SUBJECT)
    return Indicator(
        id=content_id("indicator", str(value), unit or "", subject or ""),
        value=value,
        unit=unit,
        subject=subject,
        qualifier=draw(_QUALIFIER),
        years=draw(_SOME_YEARS),
        sources=draw(_places(source)),
    )


def diagnostics() -> st.SearchStrategy[Diagnostic]:
    """Draw a diagnostic, with or without a place."""
    codes = st.sampled_from(["broken-table", "no-commitments", "unknown-family"])
    return st.builds(Diagnostic.at, _maybe(sources()), codes, dutch_sentences(), st.sampled_from(Severity))
