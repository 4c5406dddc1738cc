"""Closing reports of a programme (*eindverslag*): goals and results, lessons, what follows.

The shape: short chapters, most of them numbered; list items under a lead-in. Under goals the numbered items are the
actions that were planned and the bullets below them what came of them; under what follows every item is planned.
Lessons and results promise nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from flanders_care.diagnostics import Diagnostic
from flanders_care.documents.layout import Block, BlockKind
from flanders_care.dutch.promises.reading import Promise, Setting, classify
from flanders_care.model.commitment import Commitment, CommitmentKind
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document
from flanders_care.reading.assemble import Parts, assemble, main_programme, noted
from flanders_care.reading.facts import Facts, read_facts
from flanders_care.reading.introduced import find_introduced
from flanders_care.reading.pledges import find_commitments, make_commitment
from flanders_care.reading.running_text import PROSE, Sentence
from flanders_care.regex import regex

FAMILY = "closing-report"

_FOLLOWS = regex(
    r"\b(?:vervolg\w*|toekomst\w*|aanbeveling\w*|volgende stappen|vooruitblik|perspectief|opvolging|verdere|nazorg|"
    r"conclusies?|besluit)\b",
    re.IGNORECASE,
)
_GOALS = regex(
    r"\b(?:doelstelling\w*|doelen|acties?|actiepunten|opzet|realisaties?|resultaten|uitvoering)\b", re.IGNORECASE
)
_LESSONS = regex(
    r"\b(?:aandachtspunt\w*|lessen|geleerd|knelpunt\w*|inzicht\w*|evaluatie|uitdaging\w*|drempels?)\b", re.IGNORECASE
)
_PLANNED = regex(
    r"\b(?:actiepunten|acties|doelstellingen|doelen|maatregelen|werkpakketten)\b[^.]{0,200}:\s*$", re.IGNORECASE
)
_OPENING = regex(
    r"\bstaan?t? (?:[a-z]+ ){0,3}open voor\b|\bbereid (?:om|tot)\b"
    r"|\b[Vv]erdere (?:actie|inspanningen|investeringen|stappen|uitbouw)\b"
)
_NO_ACTION = regex(r"^(?:Bijkomende informatie|Meer informatie|Contact|Bijlagen?)\b", re.IGNORECASE)


def load(document: Document) -> Loaded:
    r"""Read a closing report.

    Args:
        document: The report; any text is read, nothing is raised.

    Returns:
        Its programme, actors, planned actions, figures and sums, and what was not understood: `no-followup-found` where
        no chapter says what follows, `no-programme-found` where no programme is named, `heading-order`.

    Example:
        >>> text = "1. Vervolg\n\nVolgende trajecten worden voorgesteld:\n· Uitbouw van een proeftuin met VITO.\n"
        >>> [c.text for c in load(Document(id="r", text=text)).corpus.commitments]
        ['Uitbouw van een proeftuin met VITO.']
    """
    facts = read_facts(document)
    main = main_programme(facts)
    planned = _planned_items(facts, main)
    followed = find_commitments(facts, setting_of=lambda s: _setting(facts, s), main=main)
    known = {commitment.id: commitment for commitment in (*_openings(facts, main), *planned, *followed)}
    parts = Parts(
        family=FAMILY,
        commitments=tuple(sorted(known.values(), key=lambda c: (c.sources[0].start, c.id))),
        main=main,
        programmes=find_introduced(facts),
        diagnostics=_diagnostics(facts),
        title=_title(facts),
    )
    return assemble(facts, parts)


def _chapter(facts: Facts, block: Block) -> str:
    """The titles of the sections that hold a block, outermost first."""
    return " / ".join(facts.reading.layout.sections[place].title for place in facts.reading.layout.path(block.section))


def _setting(facts: Facts, sentence: Sentence) -> Setting | None:
    """What surrounds a sentence: a plan where the report says what follows, else nothing that promises."""
    block = facts.reading.block(sentence)
    if not _FOLLOWS.search(_chapter(facts, block)) or _NO_ACTION.match(sentence.text):
        return None
    return Setting.PLAN if block.kind is BlockKind.ITEM else Setting.STATEMENT


def _openings(facts: Facts, main: str | None) -> tuple[Commitment, ...]:
    """What a conclusion holds out without promising it: `VLAIO staat open voor verdere samenwerking`."""
    soft = Promise(kind=CommitmentKind.PROPOSAL, score=0.5)
    return tuple(
        make_commitment(facts, sentence, soft, section=facts.reading.section_name(sentence.start), main=main)
        for sentence in facts.reading.sentences
        if _OPENING.search(sentence.text) is not None
        and facts.reading.block(sentence).kind is BlockKind.PARAGRAPH
        and _setting(facts, sentence) is not None
    )


def _planned_items(facts: Facts, main: str | None) -> tuple[Commitment, ...]:
    """The numbered items under `De belangrijkste actiepunten waren:`: what the programme had planned."""
    return tuple(
        make_commitment(facts, sentence, promise, section=facts.reading.section_name(sentence.start), main=main)
        for sentence in _list_heads(facts)
        if (promise := classify(sentence.text, setting=Setting.PLAN)) is not None
    )


def _list_heads(facts: Facts) -> list[Sentence]:
    """The first sentences of the items that a lead-in announces as actions: the numbered ones, or all if none is."""
    found: list[Sentence] = []
    announced, passage = False, -1
    for sentence in facts.reading.sentences:
        block = facts.reading.block(sentence)
        if block.kind is not BlockKind.ITEM:
            chapter = _chapter(facts, block)
            goals = _GOALS.search(chapter) is not None and not _LESSONS.search(chapter)
            announced = block.kind in PROSE and goals and _PLANNED.search(sentence.text) is not None
        elif announced and sentence.passage != passage:
            found.append(sentence)
        passage = sentence.passage
    numbered = [s for s in found if facts.reading.block(s).mark[:1].isdigit()]
    return numbered or found


def _title(facts: Facts) -> str | None:
    """A line before the first chapter that is no sentence."""
    first = facts.reading.passages[0] if facts.reading.passages else None
    if first is None or first.block.mark or first.block.section not in (None, 0):
        return None
    words = facts.reading.words(first)
    return words if len(words) < 200 and not words.endswith((".", ":", ";")) else None


def _diagnostics(facts: Facts) -> Iterator[Diagnostic]:
    if not facts.programmes:
        yield noted(facts, "no-programme-found", "the report names no programme that is known by name")
    if not any(_FOLLOWS.search(section.title) for section in facts.reading.layout.sections):
        yield noted(facts, "no-followup-found", "no chapter of the report says what follows")
