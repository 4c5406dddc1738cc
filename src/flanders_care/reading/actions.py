"""The tree of actions that the headings of a document make: `7.1 Actie 1 – ...`, `7.5.1 ...`, `OD 1.2 ...`.

An action is a programme: the one that its title names, else one with the title for a name. Numbered headings below an
action are its sub-actions; the chapter above the actions is the agenda whose pillars they are.
"""

from __future__ import annotations

import re

import attrs

from flanders_care.documents.sections import Section
from flanders_care.dutch.names.find import NameMention
from flanders_care.dutch.text.wordlists import read_words
from flanders_care.model.identity import name_key
from flanders_care.model.programme import Pillar, Programme, ProgrammeKind, pillar_id, programme_id
from flanders_care.reading.facts import Facts
from flanders_care.reading.in_order import START
from flanders_care.reading.running_text import Passage
from flanders_care.regex import regex

_ACTION = regex(
    r"^(?P<label>(?:Actie|Maatregel|Werf|Spoor|Lijn|Pijler|Speerpunt|Programma|Strategische doelstelling|"
    r"Operationele doelstelling|SD|OD|Doelstelling)\s+(?P<order>\d{1,2}(?:\.\d{1,2})*))\s*[-–—:.]?\s*",
    re.IGNORECASE,
)
_NUMBERED = regex(r"^\d{1,2}(?:\.\d{1,2})+$")
_LEADING = regex(r"^(?:Naar (?:een|de|het)|Voorstel voor|Een|De|Het)\s+", re.IGNORECASE)


@attrs.frozen(kw_only=True)
class Action:
    """One action of a document.

    Attributes:
        section: Place of its heading in the sections of the layout.
        name: Its name as a programme.
        order: Place among its sisters, from 1.
        parent: Place of the section of the action or agenda that holds it, or None.
        agenda: Whether it is the chapter that holds the actions.
        start: First character of its name, in the running text.
        end: One past the last character.
    """

    section: int
    name: str
    order: int
    parent: int | None
    agenda: bool
    start: int
    end: int


@attrs.frozen(kw_only=True)
class Actions:
    """All actions of a document.

    Attributes:
        found: The actions in text order, their agendas before them.
    """

    found: tuple[Action, ...]

    def of(self, path: tuple[int, ...]) -> Action | None:
        """The innermost action (agendas are none) among the sections on a path."""
        held = {action.section: action for action in self.found if not action.agenda}
        return next((held[section] for section in reversed(path) if section in held), None)

    def programmes(self, facts: Facts) -> tuple[Programme, ...]:
        """The records of the actions and agendas."""
        return tuple(
            Programme(
                id=programme_id(action.name),
                name=action.name,
                kind=ProgrammeKind.POLICY if action.agenda else ProgrammeKind.ACTION,
                sources=facts.sources(action.start, action.end),
            )
            for action in self.found
        )

    def parents(self) -> dict[str, str]:
        """For each id of an action the id of what holds it."""
        held = {action.section: action for action in self.found}
        return {
            programme_id(action.name): programme_id(held[action.parent].name)
            for action in self.found
            if action.parent in held and held[action.parent].name != action.name
        }

    def pillars(self, facts: Facts) -> dict[str, tuple[Pillar, ...]]:
        """For each id of an agenda, or of an action with sub-actions, its parts in order."""
        return {
            programme_id(whole.name): tuple(
                Pillar(
                    id=pillar_id(programme_id(whole.name), str(part.order)),
                    name=part.name,
                    order=part.order,
                    sources=facts.sources(part.start, part.end),
                )
                for _, part in sorted(parts.items())
            )
            for whole in self.found
            if (parts := {action.order: action for action in self.found if action.parent == whole.section})
        }


def read_actions(facts: Facts) -> Actions:
    """Read the tree of actions from the headings of a document.

    Args:
        facts: What was found in it.

    Returns:
        The actions; none where no heading is called action, objective, measure or the like.
    """
    sections = facts.reading.layout.sections
    headings = {place: heading for place in range(len(sections)) if (heading := facts.heading(place)) is not None}
    labelled = {place for place in headings if _label(sections[place]) is not None}
    agendas = sorted({parent for place in labelled if (parent := sections[place].parent) is not None} - labelled)
    general = read_words("reading/general_titles.txt")  # titles of them say no more than that there are actions
    found = [
        _agenda(facts, place, headings[place])
        for place in agendas
        if place in headings and not general.issuperset(re.findall(r"\w+", sections[place].title.lower()))
    ]
    orders: dict[int | None, int] = {}
    chosen = [place for place in sorted(headings) if place in labelled or _is_part(sections, place, labelled)]
    found += [_action(facts, place, headings[place], orders) for place in chosen]
    once: dict[str, Action] = {}
    for action in found:
        if name_key(action.name):
            once.setdefault(programme_id(action.name), action)
    return Actions(found=tuple(sorted(once.values(), key=START)))


def _label(section: Section) -> re.Match[str] | None:
    """The label of an action in a heading: in its title, or in its number (`OD 1.1`)."""
    return _ACTION.match(section.title) or (_ACTION.match(section.number) if section.number[:1].isalpha() else None)


def _is_part(sections: tuple[Section, ...], place: int, labelled: set[int]) -> bool:
    """Tell whether a numbered heading stands below an action."""
    if _NUMBERED.match(sections[place].number) is None:
        return False
    parent = sections[place].parent
    while parent is not None and parent not in labelled:
        parent = sections[parent].parent
    return parent is not None


def _agenda(facts: Facts, place: int, passage: Passage) -> Action:
    words = facts.reading.words(passage)
    lead = _LEADING.match(words)
    start = passage.start + (0 if lead is None else lead.end())
    name = " ".join(facts.reading.text[start : passage.end].split()).rstrip(":.")
    name = name[:1].upper() + name[1:]
    return Action(section=place, name=name, order=1, parent=None, agenda=True, start=start, end=passage.end)


def _action(facts: Facts, place: int, passage: Passage, orders: dict[int | None, int]) -> Action:
    section = facts.reading.layout.sections[place]
    words = facts.reading.words(passage)
    label = _ACTION.match(words)
    start = passage.start + (label.end() if label is not None else 0)
    named = _named(facts, start, passage.end, labelled=_label(section) is not None)
    order = orders[section.parent] = _order(section, orders.get(section.parent, 0))
    name, end = _title(facts, start, passage), passage.end
    if named is not None:
        name, start, end = named.name, named.start, named.end
    return Action(section=place, name=name, order=order, parent=section.parent, agenda=False, start=start, end=end)


def _title(facts: Facts, start: int, passage: Passage) -> str:
    """The words behind the label, or the label itself where it stands alone."""
    words = " ".join(facts.reading.text[start : passage.end].split())
    return words if name_key(words) else " ".join(facts.reading.words(passage).split())


def _order(section: Section, before: int) -> int:
    """The number of an action among its sisters: of its label, else the last part of its heading's number."""
    label = _label(section)
    digits = label["order"] if label is not None else section.number
    last = digits.rsplit(".", 1)[-1]
    return int(last) if last.isdigit() and int(last) > before else before + 1


def _named(facts: Facts, start: int, end: int, *, labelled: bool) -> NameMention | None:
    """The programme that the title of an action names, if that is most of the title."""
    mentions = facts.programmes.within(start, end)
    if not mentions or not labelled:
        return None
    longest = max(mentions, key=lambda mention: (mention.end - mention.start, -mention.start))
    return longest if (longest.end - longest.start) * 2 >= end - start else None
