"""Policy notes (*beleidsnota, visienota, kadernota*): pages of analysis, programmes and sums, and an agenda of actions.

The shape: numbered chapters on printed pages, with footnotes, captions, boxes and lists. What is promised stands in the
chapters that hold actions or objectives and in those behind them; where no heading is called so, in every chapter that
does not give context. Other chapters tell of programmes, sums and figures, and may hold ambitions and proposals.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from flanders_care.diagnostics import Diagnostic
from flanders_care.documents.layout import BlockKind
from flanders_care.dutch.promises.reading import Setting
from flanders_care.model.actor import ActorKind
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document
from flanders_care.reading.actions import Actions, read_actions
from flanders_care.reading.assemble import Parts, assemble, noted
from flanders_care.reading.facts import Facts, read_facts
from flanders_care.reading.pledges import doers, find_commitments
from flanders_care.reading.running_text import Sentence
from flanders_care.regex import regex

FAMILY = "policy-note"

_CONTEXT = regex(
    r"\b(?:inleiding|samenvatting|context|omgevingsanalyse|situering|analyse|gapanalyse|lessen|lopende|ecosysteem|achtergrond|"
    r"evaluatie van|terugblik|voorwoord|bijlagen?|literatuur|bronnen|lijst|inhoud\w*|stand van zaken|benchmark\w*)\b",
    re.IGNORECASE,
)
_INTENT = regex(r"\b(?:wil|zal|zullen|willen)\b(?P<own>\s+we\b)?|(?P<we>\b[Ww]e)\s+(?:willen|zullen)\b")
_BEHIND_PREPOSITION = regex(r"\b(?:van|voor|met|aan|bij|op|uit|naar|over|onder|tussen|tot)\s+(?:de |het |een )?$")
_FOREIGN = frozenset({ActorKind.EUROPEAN, ActorKind.FEDERAL})  # what others intend is context
_NEAR = 60  # characters
_TITLE = regex(
    r"\b(?:beleidsnota|visienota|kadernota|conceptnota|beleidsbrief|nota|beleidsplan|actieplan)\b", re.IGNORECASE
)
_CONCERNS = regex(r"^(?:Betreft|Onderwerp)\s?:\s*(?P<title>[^\n]{4,200})", re.MULTILINE)
_HEAD = 2000  # characters that may hold it
_LONGEST_TITLE = 220


def load(document: Document) -> Loaded:
    r"""Read a policy note.

    Args:
        document: The note; any text is read, nothing is raised.

    Returns:
        Its programmes as a tree with pillars, partners, levels and target years, actors, sums, figures and promises,
        and what was not understood: `no-chapters-found`, `footnote-without-text`, `heading-order`, `unreadable-table`,
        and what the reader of sums reports.

    Example:
        >>> text = "2 Agenda Fiets\n\n2.1 Actie 1 – Fietsfonds\n\nHet fonds zal in 2022 fietspaden financieren.\n"
        >>> corpus = load(Document(id="n", text=text)).corpus
        >>> [(p.name, p.parent_id) for p in corpus.programmes], corpus.commitments[0].deadline
        ([('Agenda Fiets', None), ('Fietsfonds', 'programme:agenda-fiets')], PartialDate('2022'))
    """
    facts = read_facts(document)
    actions = read_actions(facts)
    chapters = _promising(facts, actions)
    programme_at = functools.partial(_programme_at, facts, actions)
    parts = Parts(
        family=FAMILY,
        commitments=find_commitments(
            facts,
            setting_of=lambda s: _setting(facts, actions, chapters, s),
            main_of=programme_at,
        ),
        programme_at=programme_at,
        section_programme=lambda place: _titled(facts, place),
        programmes=actions.programmes(facts),
        pillars=actions.pillars(facts),
        parents=actions.parents(),
        diagnostics=_diagnostics(facts),
        title=_title(facts),
    )
    return assemble(facts, parts)


def _promising(facts: Facts, actions: Actions) -> frozenset[int]:
    """The chapters (places of outermost sections) that promise: those with actions and what stands behind them."""
    layout = facts.reading.layout
    holding = {layout.path(action.section)[0] for action in actions.found}
    outermost = [place for place, section in enumerate(layout.sections) if section.parent is None]
    if holding:
        return frozenset(place for place in outermost if place >= min(holding))
    return frozenset(place for place in outermost if _CONTEXT.search(layout.sections[place].title) is None)


def _setting(facts: Facts, actions: Actions, chapters: frozenset[int], sentence: Sentence) -> Setting | None:
    """What surrounds a sentence: outside the promising chapters only a named body or programme intends anything."""
    block = facts.reading.block(sentence)
    path = facts.reading.layout.path(block.section)
    if not path and not facts.reading.layout.sections:
        return Setting.STATEMENT
    if path and path[0] in chapters:
        planned = block.kind is BlockKind.ITEM and actions.of(path) is not None
        return Setting.PLAN if planned else Setting.STATEMENT
    return Setting.STATEMENT if _intends(facts, sentence) else None


def _intends(facts: Facts, sentence: Sentence) -> bool:
    """Tell whether a sentence of a context chapter says what a named body or programme wants or is to do."""
    verb = _INTENT.search(sentence.text)
    if verb is None:
        return False
    if verb["own"] is not None or verb["we"] is not None:
        return True
    first = max(sentence.start, sentence.start + verb.start() - _NEAR)
    last = min(sentence.end, sentence.start + verb.end() + _NEAR)
    acting = [mention for mention in doers(facts, sentence) if mention.kind not in _FOREIGN]
    subjects = [*facts.about.within(first, last), *acting]
    return any(_is_subject(sentence, mention.start, mention.end, verb) for mention in subjects)


def _is_subject(sentence: Sentence, start: int, end: int, verb: re.Match[str]) -> bool:
    """Tell whether a name stands right before the verb, brackets and `in X` apart, or right behind it."""
    a, b = start - sentence.start, end - sentence.start
    if b <= verb.start():
        between = re.sub(r"\([^)]*\)|,", "", sentence.text[b : verb.start()])
        return len(between.split()) <= 2 and _BEHIND_PREPOSITION.search(sentence.text[:a]) is None
    return 0 <= a - verb.end() <= 12


def _programme_at(facts: Facts, actions: Actions, sentence: Sentence) -> str | None:
    """Name the programme that the section of a sentence is about: its action, or the one that its title names."""
    section = facts.reading.block(sentence).section
    action = actions.of(facts.reading.layout.path(section))
    return action.name if action is not None else _titled(facts, sentence.start)


def _titled(facts: Facts, position: int) -> str | None:
    """Name the programme that the innermost heading above a place names."""
    sections = facts.reading.layout.path(facts.reading.section(position))
    for section in reversed(sections):
        passage = facts.heading(section)
        named = () if passage is None else facts.programmes.within(passage.start, passage.end)
        if named:
            return named[0].name
    return None


def _title(facts: Facts) -> str | None:
    """What the note concerns (`Betreft: ...`), else a line before the first chapter that says that this is a note."""
    head = facts.reading.text[:_HEAD]
    concerns = _CONCERNS.search(head)
    if concerns is not None:
        return " ".join(concerns["title"].split())
    for passage in facts.reading.passages[:6]:
        words = " ".join(facts.reading.words(passage).split())
        numbered = passage.block.kind is BlockKind.HEADING and passage.block.mark != ""
        if numbered or len(words) > _LONGEST_TITLE or words.endswith("."):
            return None
        if _TITLE.search(words) is not None:
            return words
    return None


def _diagnostics(facts: Facts) -> Iterator[Diagnostic]:
    if not facts.reading.layout.sections:
        yield noted(facts, "no-chapters-found", "no heading was found: all text is one chapter")
