"""Programmes, plans, instruments and projects that no table knows, by the forms that introduce their names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flanders_care.dutch.names.forms import Candidate, FoundName, NameText, is_acronym, is_name, is_ordinary
from flanders_care.dutch.names.heads import read_kinds
from flanders_care.dutch.text.wordlists import read_group
from flanders_care.regex import regex

_HEADS = read_kinds("programme heads")
_NO_HEADS = read_group("no programmes")
_LENGTHS = sorted({len(head) for head in _HEADS}, reverse=True)
_TAILS = read_kinds("programme tails")
_AFTER_HEADS = read_group("programme tails")
_QUOTED = regex(r"[‘“\"'](?P<name>[^‘’“”\"'\s](?:[^‘“”\"\n]|\n(?!\s*\n)){2,120}?)\s?[’”\"'](?![a-zà-ÿ])")
_IS_PHRASE = regex(r"(?!(?:van|voor|in|met|op|aan|bij|naar|zonder|om)[ ])[^ ]{3,40}[ ]")
_ABBREVIATED = regex(r"\([ ]?(?P<short>[A-Z][A-Za-z0-9&+\-]{1,11})[ ]?\)")
_GLOSSED = regex(r"\((?P<short>[A-Z][A-Za-z]{1,11}),[ \n]{1,2}(?P<name>[A-Z][^()]{5,90})\)")
_SPELLED = regex(r",?[ \n]{1,2}(?:of|voluit)[ \n]{1,2}$")
_IS_A = regex(
    r"[ \n]{1,2}(?:is|wordt|vormt)[ \n]{1,2}(?:een|het|de)[ \n]{1,2}"
    r"(?:[^\s.,;]{1,30}[ \n]{1,2}){0,3}?(?P<head>[^\W\d_]{4,40})\b"
)
_CODE = regex(r"[A-Z]{1,3}\d{1,4}")
_GENERIC = read_group("no programme names")


def find_unknown_programmes(text: NameText) -> Iterator[FoundName]:
    """Yield programmes by form; what the tables know is found too, and dropped by the caller.

    Args:
        text: Dutch prose.

    Example:
        >>> text = NameText("het project ‘Slimme zorg’ en het actieplan Zorgzaam Vlaanderen")
        >>> [found.name for found in find_unknown_programmes(text)]
        ['Slimme zorg', 'Actieplan Zorgzaam Vlaanderen']
    """
    yield from _find_quoted(text)
    yield from _find_abbreviated(text)
    for place, candidate in enumerate(text.candidates):
        found = (
            _read_spelled(text, place)
            or _read_named(text, candidate)
            or _read_tailed(text, candidate)
            or _read_defined(text, candidate)
            or _read_compound(text, candidate)
        )
        if found is not None:
            yield found


def read_head(word: str) -> str | None:
    """Return the kind of undertaking that a word names by its end, or None.

    Example:
        >>> read_head("impulsprogramma"), read_head("stadscentrum")
        ('programme', None)
    """
    low = word.lower()
    if low in _NO_HEADS:
        return None
    return next((_HEADS[low[-length:]] for length in _LENGTHS if low[-length:] in _HEADS), None)


def _find_quoted(text: NameText) -> Iterator[FoundName]:
    """``Impulsprogramma ‘Innovatie in gezondheid en zorg’``."""
    for match in _QUOTED.finditer(text.text):
        head = text.before(match.start())
        kind = read_head(head) or ("plan" if head.lower() in {"plan", "agenda"} else None)
        named = match["name"][0].isupper() or head[:1].isupper() or _IS_PHRASE.match(match["name"]) is not None
        if kind is not None and named:
            yield FoundName(*match.span("name"), " ".join(match["name"].split()), kind)


def _find_abbreviated(text: NameText) -> Iterator[FoundName]:
    """``Fundamenteel Klinische Mandaten (FKM)``: a full name with, or next to, a word for a programme."""
    for match in _ABBREVIATED.finditer(text.text):
        start = text.expand(match.start(), match["short"])
        if start is None:
            yield from _find_bracketed(text, match)
            continue
        name = text.words(start, match.start())
        heads = (*name.split(), text.before(start), text.after(match.end()))
        kind = next((kind for word in heads if (kind := read_head(word)) is not None), None)
        if name[:1].isupper() and kind is not None:
            yield FoundName(start, match.end(), name, kind, match["short"])
    for match in _GLOSSED.finditer(text.text):
        initials = "".join(word[0] for word in match["name"].split() if word[0].isupper())
        if initials.lower().startswith(match["short"][:2].lower()):
            name = " ".join(match["name"].split())
            yield FoundName(match.start() + 1, match.end() - 1, name, "programme", match["short"])


def _find_bracketed(text: NameText, match: re.Match[str]) -> Iterator[FoundName]:
    """``een innovatiecentrum op te richten (NUHCaS)``: a strange name behind a word for an undertaking."""
    words = text.text[max(0, match.start() - 60) : match.start()].split()[-4:]
    kind = next((kind for word in words if (kind := read_head(word.rstrip("’”'\",."))) is not None), None)
    short = match["short"]
    strange = is_acronym(short) and not short.isupper() and is_name(short)
    if kind is not None and strange and short.lower() not in _GENERIC:
        yield FoundName(*match.span("short"), short, kind)


def _read_spelled(text: NameText, place: int) -> FoundName | None:
    """``RegMed XB, of Regenerative Medicine Cross-Borders``."""
    full = text.candidates[place]
    if place == 0 or len(full.words) < 2:
        return None
    short = text.candidates[place - 1]
    between = text.text[short.end : full.start]
    if len(between) > 12 or _SPELLED.fullmatch(between) is None or not is_acronym(short.last):
        return None
    if short.last[0] != full.first[0] and short.first[0] != full.first[0]:
        return None
    return FoundName(full.start, full.end, full.name, "programme", short.name)


def _read_named(text: NameText, candidate: Candidate) -> FoundName | None:
    """``speerpuntcluster HealthTech``, ``Convenant Flanders Make``, ``biobank initiatief BBMRI``."""
    first = candidate.first
    own = read_head(first) or ("plan" if first == "Plan" else None)
    if own is not None and len(candidate.words) > 1:
        end = text.extend(candidate.end, most=2)
        return FoundName(candidate.start, end, text.words(candidate.start, end), own)
    before = text.before(candidate.start)
    kind = read_head(before) or ("plan" if before == "plan" and len(candidate.words) > 1 else None)
    if kind is None or not before[0].islower() or not is_name(first):
        return None
    if len(candidate.words) == 1 and (is_ordinary(first) or _CODE.fullmatch(first)):
        return None
    if len(candidate.words) == 1 and is_acronym(first):
        return FoundName(candidate.start, candidate.end, first, kind)
    gap = candidate.start - text.text.rindex(before, 0, candidate.start)
    name = f"{before[0].upper()}{before[1:]} {candidate.name}"
    return FoundName(candidate.start - gap, candidate.end, name, kind)


def _read_tailed(text: NameText, candidate: Candidate) -> FoundName | None:
    """``Human Brain Project``, ``Digital Europe Programme``, ``Vlaams Fonds voor ...``."""
    for place in range(len(candidate.words) - 1, 0, -1):
        kind = _TAILS.get(candidate.words[place].lower())
        if kind is not None:
            whole = candidate.part(0, place + 1)
            end = text.extend(whole.end) if whole.end == candidate.end else whole.end
            return FoundName(whole.start, end, text.words(whole.start, end), kind)
    return None


def _read_defined(text: NameText, candidate: Candidate) -> FoundName | None:
    """``Health House is een belevingscentrum``; ``een ecosysteem, Vaccinopolis, opzetten``."""
    if not is_name(candidate.first) or (len(candidate.words) == 1 and is_ordinary(candidate.first)):
        return None
    if text.opens_sentence(candidate.start):
        match = _IS_A.match(text.text, candidate.end)
        kind = read_head(match["head"]) if match is not None else None
        return None if kind is None else candidate.found(kind)
    if text.before(candidate.start).endswith(",") and text.text[candidate.end : candidate.end + 1] == ",":
        kind = read_head(text.before(candidate.start)[:-1])
        return None if kind is None else candidate.found(kind)
    return None


def _read_compound(text: NameText, candidate: Candidate) -> FoundName | None:
    """``Odysseus-programma``, ``AAL-oproep``, ``RegMed XB programma``."""
    last = candidate.last
    if "-" in last:
        name, _, tail = last.rpartition("-")
        kind = _HEADS.get(tail) if tail.islower() else None
        start = candidate.starts[-1]
        strange = is_acronym(name) or not is_ordinary(name)
        if kind is not None and strange and name.lower() not in _GENERIC and is_name(name):
            return FoundName(start, start + len(name), name, kind)
    elif text.after(candidate.end) in _AFTER_HEADS and is_acronym(last) and is_name(candidate.first):
        return FoundName(
            candidate.start, candidate.end, candidate.name, read_head(text.after(candidate.end)) or "project"
        )
    return None
