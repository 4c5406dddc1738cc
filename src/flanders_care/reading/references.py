"""What `het impulsprogramma`, `de cluster` or `Dit project` points back to: the last programme that is called so.

A reference is no name and no source of its programme, but a sentence with one is about that programme.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from flanders_care.dutch.names.find import NameMention
from flanders_care.model.programme import ProgrammeKind
from flanders_care.regex import regex

_KINDS: dict[str, frozenset[str]] = {
    "programma": frozenset({ProgrammeKind.PROGRAMME}),
    "impulsprogramma": frozenset({ProgrammeKind.PROGRAMME}),
    "actieprogramma": frozenset({ProgrammeKind.PROGRAMME}),
    "cluster": frozenset({ProgrammeKind.CLUSTER}),
    "speerpuntcluster": frozenset({ProgrammeKind.CLUSTER}),
    "netwerk": frozenset({ProgrammeKind.NETWORK}),
    "plan": frozenset({ProgrammeKind.PLAN}),
    "actieplan": frozenset({ProgrammeKind.PLAN}),
    "relanceplan": frozenset({ProgrammeKind.PLAN}),
    "fonds": frozenset({ProgrammeKind.FUND}),
    "project": frozenset({ProgrammeKind.PROJECT}),
    "traject": frozenset({ProgrammeKind.PROJECT, ProgrammeKind.INITIATIVE}),
    "oproep": frozenset({ProgrammeKind.CALL, ProgrammeKind.INSTRUMENT}),
    "platform": frozenset({ProgrammeKind.INFRASTRUCTURE, ProgrammeKind.INITIATIVE}),
}
_REFERENCE = regex(
    rf"\b(?:[Hh]et|[Dd]it|[Dd]eze|[Dd]e|[Dd]at|[Hh]iervan het)\s+(?:(?:nieuwe|ruimere?|Vlaamse|huidige|eigen)\s+)?"
    rf"(?P<noun>{'|'.join(sorted(_KINDS, key=lambda noun: (-len(noun), noun)))})\b"
    r"(?!\s?[‘“'\"]|\s+[A-ZÀ-Þ]|\s+(?:van|dat|die|waar\w*)\b)"
)
_DEFINES = regex(r"\b(?:als|is|was|zijn|wordt)\s+$")
_TELLING = frozenset({"impulsprogramma", "actieprogramma", "relanceplan"})
_FAR = frozenset(
    {"programma", "impulsprogramma", "actieprogramma", "cluster", "speerpuntcluster", "relanceplan", "netwerk"}
)  # nouns that point back over paragraphs
_PARAGRAPH = 6000  # characters looked back for the start of a paragraph
_NEAR_KINDS = {"programma": frozenset({ProgrammeKind.INSTRUMENT, ProgrammeKind.INITIATIVE, ProgrammeKind.FUND})}
_REACH = 60  # mentions looked back over


def find_references(text: str, named: Sequence[NameMention]) -> tuple[NameMention, ...]:
    """Find the words that point back to a programme.

    Args:
        text: The running text.
        named: The programmes named in it, in text order.

    Returns:
        The references in text order, each with the name of what it points to; those that point to nothing are left out.

    Example:
        >>> from flanders_care.dutch.names.find import find_programmes
        >>> text = "TETRA en het Digital Europe Programme bestaan. Het programma loopt."
        >>> [r.name for r in find_references(text, find_programmes(text))]
        ['Digital Europe Programme']
    """
    found: list[NameMention] = []
    seen: list[NameMention] = []
    later = 0
    for match in _REFERENCE.finditer(text):
        while later < len(named) and named[later].start < match.end():
            seen.append(named[later])
            later += 1
        if (seen and seen[-1].end > match.start()) or _DEFINES.search(text, match.start() - 8, match.start()):
            continue  # part of a name, or what something is said to be
        noun = match["noun"].lower()
        paragraph = 0 if noun in _FAR else text.rfind("\n\n", max(0, match.start() - _PARAGRAPH), match.start())
        near = [mention for mention in seen[-_REACH:] if mention.start >= paragraph]
        target = _target(text, noun, match.start(), near, named[later : later + _REACH] if noun in _FAR else ())
        if target is not None:
            meant = attrs.evolve(target, start=match.start(), end=match.end(), quote=match[0])
            found.append(meant)
            seen.append(meant)
    return tuple(found)


def _target(
    text: str, noun: str, start: int, before: Sequence[NameMention], after: Sequence[NameMention]
) -> NameMention | None:
    """The last one before that is called by the noun or is of its kind, else the first called so behind."""
    kinds = _KINDS[noun]
    paragraph = text.rfind("\n\n", max(0, start - _PARAGRAPH), start)
    for mention in reversed(before):
        alike = kinds | _NEAR_KINDS.get(noun, frozenset()) if mention.start >= paragraph else kinds
        if _is_called(mention, noun) or (mention.kind in alike and noun not in _TELLING):
            return mention
    return next((mention for mention in after if _is_called(mention, noun)), None)


def _is_called(mention: NameMention, noun: str) -> bool:
    """Tell whether a word of a name is the noun or ends in it (`impulsprogramma` is a `programma`)."""
    return any(word.endswith(noun) for name in (mention.name, mention.quote) for word in name.lower().split())
