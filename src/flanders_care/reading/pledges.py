"""Sentences that promise, as commitments: who is to do it, for which programme, by when."""

from __future__ import annotations

import re
from collections.abc import Callable

from flanders_care.dutch.names.find import NameMention
from flanders_care.dutch.promises.reading import Promise, Setting, classify
from flanders_care.model.actor import actor_id
from flanders_care.model.commitment import Commitment, commitment_id
from flanders_care.model.programme import programme_id
from flanders_care.reading.facts import Facts
from flanders_care.reading.running_text import Sentence
from flanders_care.regex import regex

_VERB = regex(
    r"\b(?:zal|zullen|wil|willen|zou|zouden|kan|kunnen|moet|moeten|voorziet|voorzien|zet|zetten|wordt|worden|maakt|maken|gaat|gaan|"
    r"ontwikkelt|ontwikkelen|ambieert|ambiëren|streeft|streven|beoogt|beogen|investeert|investeren|start|starten|richt|richten|"
    r"neemt|nemen|staat|staan|heeft|hebben|steunt|steunen|werkt|werken|biedt|bieden|engageert|lanceert|lanceren|is|zijn)\b"
)
_PREPOSITION = regex(
    r"\b(?i:van|voor|met|aan|bij|in|op|uit|naar|over|onder|tussen|tot|rond|via|binnen|volgens|naast|tegen|zoals)\s+"
    r"(?:(?:de|het|een|onze|deze|dit|alle)\s+)?"
    r"(?:(?!(?:zal|zullen|wil|willen|wordt|worden|kan|kunnen|zet|moet|heeft|maakt|is)\b)[a-zë-]+\s+){0,2}$"
)
_BY = regex(r"\bdoor\s+(?:(?:de|het|een)\s+)?(?:(?!met\b|van\b|voor\b|in\b|aan\b|bij\b|op\b)[a-zë-]+\s+){0,2}$")
_AND = regex(r"^\s*(?:,|en|/|&|,\s*en)\s*(?:de\s+|het\s+)?$")
_NO_PROMISE = regex(r":\s*$|https?://|\bwww\.|\(zie\s[^)]*\)\.?$")  # a lead-in, a reference
_OWN_VOICE = regex(r"\b(?:we|wij|ik|ons|onze)\b", re.IGNORECASE)


def find_commitments(
    facts: Facts,
    *,
    setting_of: Callable[[Sentence], Setting | None],
    section_of: Callable[[Sentence], str | None] | None = None,
    main: str | None = None,
    main_of: Callable[[Sentence], str | None] | None = None,
    speaker_of: Callable[[Sentence], str | None] | None = None,
) -> tuple[Commitment, ...]:
    """Find the promises in the prose of a document.

    Args:
        facts: What was found in the document.
        setting_of: What surrounds a sentence; None where nothing is promised (questions, results).
        section_of: Under which heading a sentence stands; the layout's section where not given.
        main: Name of the programme that the document is about.
        main_of: Name of the programme that a sentence's section is about; `main` where not given.
        speaker_of: Name of the actor who speaks a sentence in the first person.

    Returns:
        The commitments in text order.
    """
    found: list[Commitment] = []
    for sentence in facts.reading.prose:
        setting = None if _NO_PROMISE.search(sentence.text) else setting_of(sentence)
        promise = None if setting is None else classify(sentence.text, setting=setting)
        if promise is not None:
            section = facts.reading.section_name(sentence.start) if section_of is None else section_of(sentence)
            speaker = None if speaker_of is None else speaker_of(sentence)
            about = main if main_of is None else main_of(sentence)
            found.append(make_commitment(facts, sentence, promise, section=section, main=about, speaker=speaker))
    return tuple(found)


def make_commitment(
    facts: Facts,
    sentence: Sentence,
    promise: Promise,
    *,
    section: str | None,
    main: str | None = None,
    speaker: str | None = None,
) -> Commitment:
    """Make the record of one promise.

    Args:
        facts: What was found in the document.
        sentence: The sentence that promises.
        promise: How firmly, and by when.
        section: The heading that it stands under.
        main: Name of the programme that the document is about.
        speaker: Name of the actor who speaks the sentence, if known.

    Returns:
        The commitment.
    """
    sources = facts.sources(sentence.start, sentence.end)
    programme = programme_of(facts, sentence, main)
    named = [mention.name for mention in doers(facts, sentence)]
    if not named and speaker is not None and _OWN_VOICE.search(sentence.text) is not None:
        named = [speaker]
    return Commitment(
        id=commitment_id(facts.reading.document.id, sentence.text, sources[0].start),
        text=sentence.text,
        kind=promise.kind,
        section=section,
        deadline=promise.deadline,
        actor_ids=tuple(dict.fromkeys(actor_id(name) for name in named)),
        programme_id=None if programme is None else programme_id(programme),
        sources=sources,
    )


def doers(facts: Facts, sentence: Sentence) -> tuple[NameMention, ...]:
    """The actors who are to do what a sentence says: its subject, and who stands behind `door`.

    Args:
        facts: What was found in the document.
        sentence: The sentence.

    Returns:
        The mentions in text order; an actor behind another preposition is not one of them.
    """
    found: list[NameMention] = []
    last: NameMention | None = None
    verb = _VERB.search(sentence.text)
    limit = sentence.start + (verb.end() + 40 if verb is not None else 60)
    for mention in facts.actors.within(sentence.start, sentence.end):
        before = sentence.text[max(0, mention.start - sentence.start - 60) : mention.start - sentence.start]
        between = "." if last is None else facts.reading.text[last.end : mention.start]
        if _AND.match(between) is not None:
            acts = last is not None and last in found
        else:
            acts = _BY.search(before) is not None or (mention.start < limit and _PREPOSITION.search(before) is None)
        if acts:
            found.append(mention)
        last = mention
    return tuple(found)


def programme_of(facts: Facts, sentence: Sentence, main: str | None) -> str | None:
    """Name the programme that a sentence is about.

    Args:
        facts: What was found in the document.
        sentence: The sentence.
        main: Name of the programme that the document or section is about.

    Returns:
        The first that the sentence names (or points back to) before or right behind its verb, else `main`, else any
        that the sentence names.
    """
    named = facts.about.within(sentence.start, sentence.end)
    verb = _VERB.search(sentence.text)
    front = [mention for mention in named if verb is None or mention.start < sentence.start + verb.start() + 30]
    if front:
        return front[0].name
    return main if main is not None else (named[0].name if named else None)
