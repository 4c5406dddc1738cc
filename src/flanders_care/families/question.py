"""Written questions of members of parliament (*schriftelijke vraag*) with the minister's numbered answers.

The shape: a title, an introduction, numbered questions, then answers under the same numbers, with or without the words
`Vraag` and `Antwoord` and the head of the parliament's form. Only answers promise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from flanders_care.diagnostics import Diagnostic
from flanders_care.documents.layout import BlockKind
from flanders_care.dutch.dates.mentions import read_dates
from flanders_care.dutch.promises.reading import Setting
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document
from flanders_care.reading.assemble import Parts, assemble, main_programme, noted
from flanders_care.reading.facts import Facts, read_facts
from flanders_care.reading.in_order import InOrder
from flanders_care.reading.pillars import FoundPillar, find_pillars, whole_of_part
from flanders_care.reading.pledges import find_commitments
from flanders_care.reading.running_text import Passage, Sentence
from flanders_care.regex import regex

FAMILY = "written-question"

_ANSWER_HEAD = regex(r"^(?:ANTWOORD|Antwoord)\b(?!en\b)|\bANTWOORD\s+op\s+(?:schriftelijke\s+)?vraag\b")
_QUESTION_HEAD = regex(r"^(?:SCHRIFTELIJKE\s+VRAAG|Schriftelijke\s+vraag|VRAAG|Vraag)\b", re.MULTILINE)
_HEAD_FIELD = regex(r"^(?:datum|van|aan|nr\.?|op vraag)\b", re.IGNORECASE)
_DATED = regex(r"\bdatum\s*:?\s*(?P<date>[^\n]{4,40})|\bvan\s+(?P<van>\d{1,2}\s+\w+\s+\d{4})", re.IGNORECASE)
_MINISTER = regex(r"\b(?:vice)?minister\b", re.IGNORECASE)
_TITLE_LINE = 200


@attrs.frozen(kw_only=True)
class Answer:
    """One answer, or one question.

    Attributes:
        number: Its number, "" where it has none.
        start: First character in the running text.
        end: One past the last character.
    """

    number: str
    start: int
    end: int


@attrs.frozen(kw_only=True)
class Exchange:
    """The parts of a written question.

    Attributes:
        title: Its title, if found.
        questions: The questions asked, in order.
        answers: The answers given, in order.
        answered_from: Where the answer begins in the running text, or None where none was found.
    """

    title: str | None
    questions: tuple[Answer, ...]
    answers: InOrder[Answer]
    answered_from: int | None


def load(document: Document) -> Loaded:
    r"""Read a written question and its answer.

    Args:
        document: The document; any text is read, nothing is raised.

    Returns:
        Its programmes with pillars and governance, actors, the minister's promises, figures, and what was not
        understood: `no-question-found`, `no-answer-found`, `question-without-answer`.

    Example:
        >>> text = "Fietspaden\n\n1. Hoeveel komt er bij?\n\n1. Er wordt 2 miljoen euro vrijgemaakt.\n"
        >>> [(c.section, c.text) for c in load(Document(id="q", text=text)).corpus.commitments]
        [('Antwoord op vraag 1', 'Er wordt 2 miljoen euro vrijgemaakt.')]
    """
    facts = read_facts(document)
    exchange = read_exchange(facts)
    main = main_programme(facts)
    answered = len(facts.reading.text) if exchange.answered_from is None else exchange.answered_from
    minister = _minister(facts)
    pillars = find_pillars(facts, main)
    parts = Parts(
        family=FAMILY,
        commitments=find_commitments(
            facts,
            setting_of=lambda s: Setting.STATEMENT if s.start >= answered else None,
            section_of=lambda s: _section(exchange, s),
            speaker_of=lambda _: minister,
            main_of=lambda s: _about(facts, s, pillars) or main,
        ),
        main=main,
        diagnostics=_diagnostics(facts, exchange),
        title=exchange.title,
        date=_date(facts, answered),
    )
    return assemble(facts, parts)


def read_exchange(facts: Facts) -> Exchange:
    """Tell the questions from the answers.

    Args:
        facts: What was found in the document.

    Returns:
        The parts. The answer begins under the word `Antwoord`; without it where a number comes back after the
        questions, and without numbers where a paragraph without question mark follows the last question.
    """
    passages = facts.reading.passages
    start = _answer_place(facts, passages)
    asked = passages if start is None else passages[:start]
    given = () if start is None else passages[start:]
    return Exchange(
        title=_title(facts, passages),
        questions=_numbered([p for p in asked if "?" in facts.reading.words(p)]),
        answers=InOrder(_numbered(given, joined=True)),
        answered_from=None if start is None else passages[start].start,
    )


def _about(facts: Facts, sentence: Sentence, pillars: Sequence[FoundPillar]) -> str | None:
    """Name the programme whose part a sentence is about, else the last one that its paragraph named before."""
    whole = whole_of_part(sentence, pillars)
    before = facts.about.before(sentence.start, since=facts.reading.passages[sentence.passage].start)
    return whole if whole is not None or before is None else before.name


def _answer_place(facts: Facts, passages: Sequence[Passage]) -> int | None:
    """Return the place of the block that begins the answer."""
    last: int | None = None  # block with a question
    numbers: set[str] = set()
    for place, passage in enumerate(passages):
        words = facts.reading.words(passage)
        if _ANSWER_HEAD.search(words) is not None and (place > 0 or len(passages) > 1):
            return place
        number = passage.block.mark if passage.block.kind is BlockKind.ITEM else ""
        if "?" in words:
            last = place
            numbers.update({number} - {""})
        elif last is not None and (number in numbers if number else not numbers):
            return place
    return last + 1 if last is not None and last + 1 < len(passages) else None


def _numbered(passages: Sequence[Passage], *, joined: bool = False) -> tuple[Answer, ...]:
    """Join blocks to numbered answers; a block without number goes on with the one before. Questions stay apart."""
    found: list[Answer] = []
    for passage in passages:
        number = passage.block.mark if passage.block.kind is BlockKind.ITEM and passage.block.mark[:1].isalnum() else ""
        if joined and not number and found:
            found[-1] = attrs.evolve(found[-1], end=passage.end)
        else:
            found.append(Answer(number=number, start=passage.start, end=passage.end))
    return tuple(found)


def _section(exchange: Exchange, sentence: Sentence) -> str:
    answer = exchange.answers.before(sentence.start + 1)
    return f"Antwoord op vraag {answer.number}" if answer is not None and answer.number else "Antwoord"


def _title(facts: Facts, passages: Sequence[Passage]) -> str | None:
    """The first block that is no sentence, no question and no field of the form's head."""
    for passage in passages[:8]:
        words = " ".join(facts.reading.words(passage).split())
        if not words or _QUESTION_HEAD.match(words) or _HEAD_FIELD.match(words) or _MINISTER.search(words):
            continue  # a box or caption may hold nothing but its mark
        if len(words) < _TITLE_LINE and words[-1] not in ".?:;," and passage.block.kind is not BlockKind.ITEM:
            return words
        return None
    return None


def _date(facts: Facts, answered: int) -> str | None:
    """The date in the head of the form, of the answer where it has its own."""
    head = facts.reading.text[:1200]
    answer = facts.reading.text[answered : answered + 300]
    for words in (answer, head):
        match = _DATED.search(words)
        if match is not None and (dates := read_dates(match["date"] or match["van"])):
            return dates[0].iso
    return None


def _minister(facts: Facts) -> str | None:
    """The minister named in the head of the form: the person behind `aan`."""
    match = re.search(r"\baan\s+", facts.reading.text[:1200], re.IGNORECASE)
    if match is None:
        return None
    people = [m for m in facts.actors.within(match.start(), match.end() + 60) if str(m.kind) == "person"]
    return people[0].name if people else None


def _diagnostics(facts: Facts, exchange: Exchange) -> Iterator[Diagnostic]:
    if not exchange.questions:
        yield noted(facts, "no-question-found", "no sentence of the document asks anything")
    elif exchange.answered_from is None:
        yield noted(facts, "no-answer-found", "no answer stands behind the questions")
    given = {answer.number for answer in exchange.answers if answer.number}
    for question in exchange.questions:
        if given and question.number and question.number not in given:
            message = f"question {question.number} has no answer under its number"
            yield noted(facts, "question-without-answer", message, (question.start, question.end))
