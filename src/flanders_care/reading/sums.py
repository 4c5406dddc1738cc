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

from flanders_care.budget.funding import StatedSum, stated_sums
from flanders_care.dutch.money.mention import AmountMention
from flanders_care.dutch.money.parties import parties_of
from flanders_care.dutch.money.roles import SumRole
from flanders_care.dutch.text.wordlists import read_lines
from flanders_care.model.funding import FundingLine, Stage
from flanders_care.model.programme import programme_id
from flanders_care.model.same.in_document import Said, link_in_document
from flanders_care.reading.facts import Facts
from flanders_care.reading.running_text import Sentence
from flanders_care.reading.said import said_around
from flanders_care.regex import regex

_PAID = regex(
    r"\b(?:uitgekeerd|uitbetaald|betaald|gestort|uitgegeven|investeerden?|besteedden?|betaalden?)\b", re.IGNORECASE
)
_AWARDED = regex(
    r"\b(?:toegekend|toegewezen|goedgekeurd|geselecteerd|gesteund|verleend|gesubsidieerd|ging(?:en)?\s+naar|"
    r"ontving(?:en)?|kreeg|kregen)\b",
    re.IGNORECASE,
)
_REQUESTED = regex(r"\b(?:gevraagd|aangevraagd|steunvraag|gevraagde|aangevraagde|ingediend)\b", re.IGNORECASE)
_OWN_VOICE = regex(
    r"\b(?:we|wij)\s+(?:\w+\s+){0,3}?(?:investeren|voorzien|trekken|maken|reserveren|stellen|besteden|zetten)\b"
    r"|\b(?:investeren|voorzien|trekken|maken|reserveren|stellen|besteden|zetten)\s+(?:we|wij)\b"
    r"|\bik\s+(?:\w+\s+){0,3}?(?:investeer|voorzie|trek|maak|reserveer|besteed)\b"
    r"|\b(?:investeer|voorzie|trek|maak|reserveer|besteed)\s+ik\b",
    re.IGNORECASE,
)
_LEVEL = regex(
    r"\b(?:groeipad|(?:aan)?groei\w*|stijg\w*|evolu\w+|toe\w{0,2}nemen|optrekken|verhogen|opgetrokken|verhoogd)"
    r"(?:\s+\w+){0,2}\s+(?:naar|tot)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""What a budget grows to is a level, not money that is added."""

_BEFORE, _BEHIND = 400, 300  # characters of its sentence that may speak of a sum
_BACK = regex(r"^(?:Die|Dat|Dit|Deze|Hiervan|Hierin|Daarvan|Van\s+deze)\b")
_FOR = regex(
    r"\s{0,3}\(?(?:per\s+jaar\s+)?(?P<what>(?:voor|om|aan|naar)\s+[^.;()]{4,120}?)"
    r"(?=[.;()]|,\s|\s(?:toegekend|voorzien|verleend)\b|\sen\s(?:\d|ca|circa|voor)|$)"
)


def find_lines(
    facts: Facts,
    *,
    main: str | None = None,
    section_programme: Callable[[int], str | None] | None = None,
    announced: bool = False,
    counts: Callable[[AmountMention], bool] | None = None,
) -> tuple[FundingLine, ...]:
    """Read the sums of a document that fund something.

    Args:
        facts: What was found in the document.
        main: Name of the programme that the document is about.
        section_programme: Name of the programme that the section of a place in the running text is about.
        announced: Whether the document announces money: what it provides is then `announced`, not `budgeted`.
        counts: Tells of a sum whether it may fund something; each may where not given.

    Returns:
        The lines in text order, each pointing at the raw text, with what says the same money or contains it.
    """
    mentions = tuple(_in_own_voice(facts, mention) for mention in facts.money.mentions)
    owner = facts.reading.document.id
    stated = stated_sums(
        mentions,
        owner,
        requested=True,
        funds=lambda m: (counts is None or counts(m)) and _context().search(_around(facts, m)) is None,
    )
    ends = [0, *(mention.end for mention in mentions)]
    starts = [*(mention.start for mention in mentions[1:]), len(facts.reading.text)]
    lines: list[FundingLine] = []
    said: dict[str, Said] = {}
    for i, one in stated.items():
        spot = _spot(facts, one.mention)
        named = facts.actors.within(spot.first, spot.last)
        parties = parties_of(facts.reading.text, spot.start, spot.end, since=ends[i], until=starts[i], known=named)
        programme = _programme(facts, spot, main, section_programme)
        line = one.line(
            parties,
            facts.sources(spot.start, spot.end),
            stage=_stage(facts, one, announced=announced),
            years=_years(facts, one.mention),
            programme_id=None if programme is None else programme_id(programme),
            subject=_subject(facts, spot),
        )
        lines.append(line)
        said[line.id] = said_around(facts.reading, spot.start, spot.words)
    return link_in_document(lines, said)


class _Spot(NamedTuple):
    """A sum in the running text, and as much of its sentence as stands near it."""

    start: int
    end: int
    first: int
    last: int
    passage: int
    words: str


def _spot(facts: Facts, mention: AmountMention) -> _Spot:
    start, end = mention.start, mention.end
    sentence = facts.reading.sentence_at(start) or Sentence(start, end, "", facts.reading.place(start))
    first, last = max(sentence.start, start - _BEFORE), min(sentence.end, end + _BEHIND)
    return _Spot(start, end, first, last, sentence.passage, facts.reading.text[first:last])


def _in_own_voice(facts: Facts, mention: AmountMention) -> AmountMention:
    """Read `we investeren 3 miljoen euro`: who says `we` in these families is the government, no third party."""
    if mention.role not in (SumRole.COST, SumRole.REFERENCE):
        return mention
    spot = _spot(facts, mention)
    own = _OWN_VOICE.search(spot.words) is not None and _LEVEL.search(spot.words[: spot.start - spot.first]) is None
    return attrs.evolve(mention, role=SumRole.BUDGET, rule="own-voice") if own else mention


def _around(facts: Facts, mention: AmountMention) -> str:
    """The words around a sum, with the sentence before where they point back (`Die bereikte ...`)."""
    spot = _spot(facts, mention)
    if _BACK.match(spot.words) is None or spot.first == 0:
        return spot.words
    before = facts.reading.sentence_at(spot.first - 2)
    return spot.words if before is None else f"{before.text[-_BEFORE:]} {spot.words}"


@functools.cache
def _context() -> re.Pattern[str]:
    return regex("|".join(f"(?:{pattern})" for pattern in read_lines("reading/context_sums.txt")), re.IGNORECASE)


def _stage(facts: Facts, stated: StatedSum, *, announced: bool) -> Stage:
    """Set the stage by the verb of the sentence."""
    words = _around(facts, stated.mention)
    awarded = _AWARDED.search(words) is not None
    if stated.stage in (Stage.BUDGETED, Stage.AWARDED) and _PAID.search(words) is not None:
        return Stage.PAID
    if announced and not awarded and stated.stage is Stage.AWARDED and _OWN_VOICE.search(words) is not None:
        return Stage.ANNOUNCED
    if stated.stage is Stage.BUDGETED:
        if awarded or _REQUESTED.search(words) is not None:
            return Stage.AWARDED if awarded else Stage.REQUESTED
        return Stage.ANNOUNCED if announced else Stage.BUDGETED
    return Stage.ANNOUNCED if announced and stated.stage is Stage.REQUESTED else stated.stage


def _years(facts: Facts, mention: AmountMention) -> tuple[int, ...]:
    """Keep only the years that stand near the sum."""
    words = _around(facts, mention)
    return tuple(year for year in mention.years if str(year) in words or _in_range(words, year))


def _in_range(words: str, year: int) -> bool:
    spans = re.findall(r"\b((?:19|20)\d\d)\s?[-–/]\s?((?:19|20)\d\d)\b", words)
    return any(int(first) <= year <= int(last) for first, last in spans)


def _programme(
    facts: Facts, spot: _Spot, main: str | None, section_programme: Callable[[int], str | None] | None
) -> str | None:
    """Name the programme that a sum funds: the nearest in sentence or paragraph, its section's, or the document's."""
    named = facts.about.within(spot.first, spot.last)
    before = [mention.name for mention in named if mention.start < spot.start]
    fronts = [(mention.name, spot.words[: mention.start - spot.first]) for mention in named]
    behind = [name for name, front in fronts if front.rfind("(") <= front.rfind(")")]  # between brackets is an aside
    if before or behind:
        return before[-1] if before else behind[0]
    earlier = facts.about.before(spot.first, since=facts.reading.passages[spot.passage].start)
    if earlier is not None:
        return earlier.name
    section = None if section_programme is None else section_programme(spot.start)
    return section if section is not None else main


def _subject(facts: Facts, spot: _Spot) -> str | None:
    """The words right behind a sum that say what for, else those around it."""
    behind = _FOR.match(facts.reading.text, spot.end, spot.last)
    words = spot.words if behind is None else behind["what"]
    return " ".join(words.split()) or None
