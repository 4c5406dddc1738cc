"""Lists of decisions, minutes and agendas of councils (*besluitenlijst, notulen, agenda*): the family `decision-list`.

Every item of a list or of minutes becomes a `Decision` with its sort and with the outcome that the page states; an
agenda decides nothing and gives none. A page that describes itself in RDFa is read by that, any other by its lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from flanders_care.budget.funding import LinesRead, read_lines
from flanders_care.diagnostics import Diagnostic, Severity
from flanders_care.documents.links import is_web_link
from flanders_care.documents.rdfa import read_rdfa
from flanders_care.documents.web_page import WebPage
from flanders_care.families.council.annotated import read_meeting, tells_of_meeting
from flanders_care.families.council.items import Item, Meeting, letters
from flanders_care.families.council.lines import read_lines as read_meeting_lines
from flanders_care.families.council.wording import kind_of
from flanders_care.model.actor import Actor
from flanders_care.model.apart import keep_apart
from flanders_care.model.decision import Decision, Outcome
from flanders_care.model.funding import FundingLine, line_id
from flanders_care.model.identity import content_id
from flanders_care.model.loaded import Loaded
from flanders_care.model.references import follow
from flanders_care.provenance import Document, Source
from flanders_care.reading.assemble import Parts, assemble, noted
from flanders_care.reading.facts import Facts, read_facts
from flanders_care.regex import regex

FAMILY = "decision-list"

#: Money of other governments is told of as context: no council decides on it.
_OTHERS = regex(r"\b(?:Vlaamse (?:regering|overheid|minister)|Vlaanderen|federale|Europese|minister)\b", re.IGNORECASE)


def load(document: Document) -> Loaded:
    r"""Read a list of decisions, minutes or an agenda from its text.

    Args:
        document: The text; any text is read, nothing is raised.

    Returns:
        Its decisions with what they fund, actors, figures, and what was not understood: `agenda-items`,
        `no-items-found`, `no-meeting-date`, and what the reader of sums reports.

    Example:
        >>> text = "Besluitenlijst gemeenteraad 13 mei 2024\n\n1. Kerkfabriek. Jaarrekening. Advies.\n\nGoedgekeurd\n"
        >>> [decision] = load(Document(id="b", text=text)).corpus.decisions
        >>> decision.title, decision.kind, str(decision.outcome), str(decision.date)
        ('Kerkfabriek. Jaarrekening. Advies.', 'advice', 'approved', '2024-05-13')
    """
    return _loaded(document, read_meeting_lines(document.text))


def load_page(document: Document, page: WebPage, *, sure: bool) -> Loaded | None:
    """Read a page by what it says about itself, else by its headings and lines.

    Args:
        document: The text of the page.
        page: The page.
        sure: Whether it is known to be of this family; if not, only its RDFa can tell.

    Returns:
        As `load`, or `None` where nothing tells that the page is of this family.
    """
    resources = read_rdfa(page)
    if tells_of_meeting(resources):
        return _loaded(document, read_meeting(resources, page.text))
    if not sure:
        return None
    return _loaded(document, read_meeting_lines(page.text, [start for start, _, _ in page.headings]))


def _loaded(document: Document, meeting: Meeting) -> Loaded:
    facts = read_facts(document)
    items = meeting.items if meeting.decided else ()
    decisions = keep_apart(_decision(document, meeting, item) for item in items)
    money = [_money(document, decision, item) for decision, item in zip(decisions, items, strict=True)]
    parts = Parts(
        family=FAMILY,
        actors=tuple(actor for read in money for actor in read.actors),
        diagnostics=_diagnostics(facts, meeting),
        date=None if meeting.date is None else meeting.date.isoformat(),
    )
    loaded = assemble(facts, parts)
    lines = tuple(
        line for read in money for line in read.lines
    )  # sums beside the items that were approved fund nothing
    return attrs.evolve(loaded, corpus=attrs.evolve(loaded.corpus, decisions=decisions, funding_lines=lines))


def _decision(document: Document, meeting: Meeting, item: Item) -> Decision:
    date = item.date or meeting.date
    places = (*item.places, *((start, end) for _, start, end in item.parts if start < end))
    made = content_id(FAMILY, document.id, letters(item.title), str(date), str(item.outcome), readable=item.title)
    return Decision(
        id=item.address or made,
        title=item.title,
        text=item.text,
        date=date,
        kind=kind_of(item.title, item.text, item.stated),
        outcome=item.stated,
        url=item.address if is_web_link(item.address) else None,
        sources=tuple(sorted({document.source(start, end) for start, end in places})),
    )


def _money(document: Document, decision: Decision, item: Item) -> LinesRead:
    """What an item funds: nothing, unless the page states that it was approved; what others pay is context."""
    if decision.outcome is not Outcome.APPROVED:
        return LinesRead((), ())
    lines: list[FundingLine] = []
    actors: list[Actor] = []
    for _, start, end in item.parts:
        if start < end:
            read = read_lines(document, words=document.text[start:end], start=start, decision_id=decision.id)
            names = {one.id: line_id(decision.id, one.sources[0].quote, one.sources[0].start) for one in read.lines}
            own = [one for one in read.lines if not _OTHERS.search(_sentence(document.text, one.sources[0]))]
            lines += (attrs.evolve(follow(one, names), id=names[one.id]) for one in own)
            named = {identity for one in own for identity in (*one.payer_ids, *one.recipient_ids)}
            actors += (actor for actor in read.actors if actor.id in named)
    return LinesRead(tuple(lines), tuple(actors))


def _sentence(text: str, source: Source) -> str:
    """The sentence in which a sum stands, as far as its line goes."""
    start = max(text.rfind(". ", 0, source.start), text.rfind("\n", 0, source.start)) + 1
    ends = [at for mark in (". ", "\n") if (at := text.find(mark, source.end)) >= 0]
    return text[start : min(ends, default=len(text))]


def _diagnostics(facts: Facts, meeting: Meeting) -> Iterator[Diagnostic]:
    if not meeting.items:
        yield noted(facts, "no-items-found", "no item of a meeting was found")
    elif not meeting.decided:
        message = f"{len(meeting.items)} items of an agenda: nothing was decided yet, so none is a decision"
        yield attrs.evolve(noted(facts, "agenda-items", message), severity=Severity.INFO)
    if meeting.date is None:
        yield noted(facts, "no-meeting-date", "the day of the meeting was not found")
