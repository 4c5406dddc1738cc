"""Sums in prose as funding lines: at which stage, for which programme, who pays and who receives.

What `budget.funding` reads in a decision it reads here in the running text. Prose tells of the past as well as of
plans, so the stage follows the verb; sums of an economy (turnover, private investments) are context and no lines.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import NamedTuple

import attrs

from flanders_care.budget.funding import document_lines
from flanders_care.dutch.money.mentions import AmountMention
from flanders_care.dutch.money.roles import SumRole
from flanders_care.dutch.text.wordlists import read_lines
from flanders_care.model.actor import actor_id
from flanders_care.model.funding import FundingLine, Stage
from flanders_care.model.programme import programme_id
from flanders_care.provenance import Document
from flanders_care.reading.facts import Facts
from flanders_care.reading.instruments import link_instruments
from flanders_care.reading.running_text import Sentence
from flanders_care.reading.same_money import Said, link_same

__all__ = ["find_lines"]

_PAID = re.compile(
    r"\b(?:uitgekeerd|uitbetaald|betaald|gestort|uitgegeven|investeerden?|besteedden?|betaalden?)\b", re.IGNORECASE
)
_AWARDED = re.compile(
    r"\b(?:toegekend|toegewezen|goedgekeurd|geselecteerd|gesteund|verleend|gesubsidieerd|ging(?:en)?\s+naar|"
    r"ontving(?:en)?|kreeg|kregen)\b",
    re.IGNORECASE,
)
_REQUESTED = re.compile(r"\b(?:gevraagd|aangevraagd|steunvraag|gevraagde|aangevraagde|ingediend)\b", re.IGNORECASE)
_OWN_VOICE = re.compile(
    r"\b(?:we|wij)\s+(?:\w+\s+){0,3}?(?:investeren|voorzien|trekken|maken|reserveren|stellen|besteden|zetten)\b"
    r"|\b(?:investeren|voorzien|trekken|maken|reserveren|stellen|besteden|zetten)\s+(?:we|wij)\b",
    re.IGNORECASE,
)
_BEFORE, _BEHIND = 400, 300  # characters of its sentence that may speak of a sum
_BACK = re.compile(r"^(?:Die|Dat|Dit|Deze|Hiervan|Hierin|Daarvan|Van\s+deze)\b")
_PAYER = re.compile(
    r"\b(?:vanuit|(?:gefinancierd|betaald|toegekend|verleend|vrijgemaakt|uitgetrokken|gesteund) door|"
    r"(?:budget|krediet|kredieten|middelen|steun|financiering|subsidie) van)\s+(?:het |de )?$"
    r"|\b(?:beschikt|voorziet|investeert|besteedt|betaalt)\s+(?:het |de )?$",
    re.IGNORECASE,
)
_PAYS = re.compile(r"\s(?:budget|krediet|middelen|financiert|voorziet|investeert|besteedt|betaalt|trekt|maakt)\b")
_RECIPIENT = re.compile(r"\b(?:aan|naar)\s+(?:het|de)?\s*$", re.IGNORECASE)
_FOR = re.compile(
    r"\s{0,3}\(?(?:per\s+jaar\s+)?(?P<what>(?:voor|om|aan|naar)\s+[^.;()]{4,120}?)"
    r"(?=[.;()]|,\s|\s(?:toegekend|voorzien|verleend)\b|\sen\s(?:\d|ca|circa|voor)|$)"
)


def find_lines(
    facts: Facts,
    *,
    main: str | None = None,
    section_programme: Callable[[int], str | None] | None = None,
    announced: bool = False,
) -> tuple[FundingLine, ...]:
    """Read the sums of a document that fund something.

    Args:
        facts: What was found in the document.
        main: Name of the programme that the document is about.
        section_programme: Name of the programme that the section of a place in the running text is about.
        announced: Whether the document announces money: what it provides is then `announced`, not `budgeted`.

    Returns:
        The lines in text order, each pointing at the raw text, with what says the same money or contains it.
    """
    reading = facts.reading
    running = Document(id=reading.document.id, text=reading.text)
    mentions = tuple(_in_own_voice(facts, mention) for mention in facts.money.mentions)
    lines = document_lines(running, requested=True, mentions=mentions)
    kept = [line for line in lines if not _is_context(facts, line)]
    known = {line.id for line in kept}
    told = [_told(facts, line, announced=announced) for line in kept]
    stages = {line.id: line.stage for line in told}
    placed = [_placed(facts, line, known, stages, main, section_programme) for line in told]
    same = link_same(placed, {line.id: _told_in(facts, line) for line in told})
    starts = {line.id: line.sources[0].start for line in told}
    return link_instruments(same, reading, starts.__getitem__)


class _Spot(NamedTuple):
    """A sum in the running text, and as much of its sentence as stands near it."""

    start: int
    end: int
    first: int
    last: int
    passage: int
    words: str


def _spot(facts: Facts, start: int, end: int) -> _Spot:
    sentence = facts.reading.sentence_at(start) or Sentence(start, end, "", facts.reading.place(start))
    first, last = max(sentence.start, start - _BEFORE), min(sentence.end, end + _BEHIND)
    return _Spot(start, end, first, last, sentence.passage, facts.reading.text[first:last])


def _spot_of(facts: Facts, line: FundingLine) -> _Spot:
    """Where a line stands that still points into the running text."""
    return _spot(facts, line.sources[0].start, line.sources[0].end)


def _in_own_voice(facts: Facts, mention: AmountMention) -> AmountMention:
    """Read `we investeren 3 miljoen euro`: who says `we` in these families is the government, no third party."""
    if mention.role not in (SumRole.COST, SumRole.REFERENCE):
        return mention
    own = _OWN_VOICE.search(_spot(facts, mention.start, mention.end).words) is not None
    return attrs.evolve(mention, role=SumRole.BUDGET, rule="own-voice") if own else mention


def _around(facts: Facts, line: FundingLine) -> str:
    """The words around a sum, with the sentence before where they point back (`Die bereikte ...`)."""
    spot = _spot_of(facts, line)
    if _BACK.match(spot.words) is None or spot.first == 0:
        return spot.words
    before = facts.reading.sentence_at(spot.first - 2)
    return spot.words if before is None else f"{before.text[-_BEFORE:]} {spot.words}"


def _told_in(facts: Facts, line: FundingLine) -> Said:
    spot = _spot_of(facts, line)
    return Said(spot.passage, spot.words)


def _is_context(facts: Facts, line: FundingLine) -> bool:
    words = _around(facts, line)
    return any(pattern.search(words) is not None for pattern in _context_patterns())


@functools.cache
def _context_patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in read_lines("reading/context_sums.txt"))


def _told(facts: Facts, line: FundingLine, *, announced: bool) -> FundingLine:
    """Set the stage by the verb of the sentence, and keep only the years that stand near the sum."""
    words = _around(facts, line)
    stage = line.stage
    if line.stage in (Stage.BUDGETED, Stage.AWARDED) and _PAID.search(words) is not None:
        stage = Stage.PAID
    elif line.stage is Stage.BUDGETED:
        stage = _stage_told(words) or (Stage.ANNOUNCED if announced else Stage.BUDGETED)
    elif line.stage is Stage.REQUESTED and announced:
        stage = Stage.ANNOUNCED
    years = tuple(year for year in line.years if str(year) in words or _in_range(words, year))
    return attrs.evolve(line, stage=stage, years=years)


def _stage_told(words: str) -> Stage | None:
    if _REQUESTED.search(words) is not None and _AWARDED.search(words) is None:
        return Stage.REQUESTED
    return Stage.AWARDED if _AWARDED.search(words) is not None else None


def _in_range(words: str, year: int) -> bool:
    spans = re.findall(r"\b((?:19|20)\d\d)\s?[-–/]\s?((?:19|20)\d\d)\b", words)
    return any(int(first) <= year <= int(last) for first, last in spans)


def _placed(
    facts: Facts,
    line: FundingLine,
    known: set[str],
    stages: dict[str, Stage | None],
    main: str | None,
    section_programme: Callable[[int], str | None] | None,
) -> FundingLine:
    """Point a line at the raw text, at its programme and at its parties."""
    spot = _spot_of(facts, line)
    programme = _programme(facts, spot, main, section_programme)
    payers, recipients = _parties(facts, spot)
    part_of = line.part_of if line.part_of in known else None
    stage = line.stage
    if part_of is not None and stages[part_of] is not stage:
        part_of, stage = _across_stages(line, stages[part_of])
    return attrs.evolve(
        line,
        stage=stage,
        programme_id=None if programme is None else programme_id(programme),
        payer_ids=payers,
        recipient_ids=recipients,
        subject=_subject(facts, spot),
        same_as=line.same_as if line.same_as in known else None,
        part_of=part_of,
        alternative_to=line.alternative_to if line.alternative_to in known else None,
        sources=facts.sources(spot.start, spot.end),
    )


def _across_stages(line: FundingLine, whole: Stage | None) -> tuple[str | None, Stage | None]:
    """What was awarded is no part of what was asked for; a part without its own verb has the stage of its whole."""
    if line.stage in (Stage.AWARDED, Stage.PAID):
        return None if whole is Stage.REQUESTED else line.part_of, line.stage
    return line.part_of, whole


def _programme(
    facts: Facts, spot: _Spot, main: str | None, section_programme: Callable[[int], str | None] | None
) -> str | None:
    """Name the programme that a sum funds: the nearest in sentence or paragraph, its section's, or the document's."""
    named = facts.about_in(spot.first, spot.last)
    before = [mention.name for mention in named if mention.start < spot.start]
    behind = [mention.name for mention in named if not _in_brackets(spot, mention.start)]
    if before or behind:
        return before[-1] if before else behind[0]
    earlier = facts.about_before(spot.first, since=facts.reading.passages[spot.passage].start)
    if earlier is not None:
        return earlier.name
    section = None if section_programme is None else section_programme(spot.start)
    return section if section is not None else main


def _in_brackets(spot: _Spot, position: int) -> bool:
    """Tell whether a place stands between brackets: what is said there is an aside."""
    before = spot.words[: position - spot.first]
    return before.rfind("(") > before.rfind(")")


def _parties(facts: Facts, spot: _Spot) -> tuple[tuple[str, ...], tuple[str, ...]]:
    payers: list[str] = []
    recipients: list[str] = []
    for mention in facts.actors_in(spot.first, spot.last):
        before = spot.words[max(0, mention.start - spot.first - 24) : mention.start - spot.first]
        if _RECIPIENT.search(before) is not None and mention.start > spot.end:
            recipients.append(actor_id(mention.name))
        elif _PAYER.search(before) is not None or _PAYS.match(spot.words, mention.end - spot.first) is not None:
            payers.append(actor_id(mention.name))
    return tuple(dict.fromkeys(payers)), tuple(dict.fromkeys(recipients))


def _subject(facts: Facts, spot: _Spot) -> str | None:
    """The words right behind a sum that say what for, else those around it."""
    behind = _FOR.match(facts.reading.text, spot.end, spot.last)
    words = spot.words if behind is None else behind["what"]
    return " ".join(words.split()) or None
