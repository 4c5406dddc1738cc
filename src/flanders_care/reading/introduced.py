"""Undertakings without a name of their own: `een begeleidingsprogramma voor bedrijven werd opgezet`.

A report tells of them where it sets them up. The words that describe them are their name.
"""

from __future__ import annotations

import re

from flanders_care.model.programme import Programme, ProgrammeKind, programme_id
from flanders_care.reading.facts import Facts
from flanders_care.regex import regex

_KINDS = {
    "programma": ProgrammeKind.PROGRAMME,
    "kader": ProgrammeKind.INSTRUMENT,
    "instrument": ProgrammeKind.INSTRUMENT,
    "platform": ProgrammeKind.INFRASTRUCTURE,
    "databank": ProgrammeKind.INFRASTRUCTURE,
    "centrum": ProgrammeKind.INFRASTRUCTURE,
    "netwerk": ProgrammeKind.NETWORK,
    "fonds": ProgrammeKind.FUND,
    "traject": ProgrammeKind.PROJECT,
    "cluster": ProgrammeKind.CLUSTER,
}
_THING = regex(rf"\b[Ee]en\s+(?P<name>[a-zë-]{{0,30}}(?P<noun>{'|'.join(_KINDS)})(?:\s+voor\s+[a-zë-]{{3,30}})?)\b")
_SET_UP = regex(
    r"\b(?:opstellen|oprichten|oprichting|opzetten|uitbouw|uitbouwen|ontwikkelen|lanceren|invoeren|uitwerken)\s+(?:van\s+)?$",
    re.IGNORECASE,
)
_WAS_SET_UP = regex(
    r"[^.;]{0,40}?\b(?:werd|werden|wordt|worden|is|zijn)\s+(?:\w+\s+){0,2}?"
    r"(?:opgezet|opgericht|gelanceerd|uitgebouwd|ontwikkeld|opgestart|uitgewerkt|opgesteld|ingevoerd)\b"
)


def find_introduced(facts: Facts) -> tuple[Programme, ...]:
    """Find the undertakings that a document sets up and does not name.

    Args:
        facts: What was found in it.

    Returns:
        One record for each, in text order.

    Example:
        >>> from flanders_care.reading.facts import read_facts
        >>> from flanders_care.provenance import Document
        >>> facts = read_facts(Document(id="r", text="Een begeleidingsprogramma voor bedrijven werd opgezet."))
        >>> [programme.name for programme in find_introduced(facts)]
        ['begeleidingsprogramma voor bedrijven']
    """
    found: dict[str, Programme] = {}
    for sentence in facts.reading.prose:
        for match in _THING.finditer(sentence.text):
            start, end = sentence.start + match.start("name"), sentence.start + match.end("name")
            before = sentence.text[max(0, match.start() - 40) : match.start()]
            is_set_up = _SET_UP.search(before) is not None or _WAS_SET_UP.match(sentence.text, match.end()) is not None
            if not is_set_up or len(match["name"]) == len(match["noun"]) or facts.programmes.within(start, end + 2):
                continue
            name = " ".join(match["name"].split())
            kind = _KINDS[match["noun"]]
            made = Programme(id=programme_id(name), name=name, kind=kind, sources=facts.sources(start, end))
            found.setdefault(made.id, made)
    return tuple(found.values())
