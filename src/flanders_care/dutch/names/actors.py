"""Bodies and persons that no table knows, by the forms in which Dutch prose introduces them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from flanders_care.dutch.names.forms import Candidate, FoundName, NameText, is_acronym, is_name, is_ordinary
from flanders_care.dutch.names.heads import read_kinds
from flanders_care.dutch.text.wordlists import read_group, read_words
from flanders_care.regex import regex

_LEGAL = read_kinds("legal forms")
_HEADS = read_kinds("actor heads")
_PLACES = frozenset({"provincie", "stad", "gemeente", "uz", "az", "opz", "havenbedrijf", "universiteit", "hogeschool"})
_TAILS = read_kinds("actor tails")
_BODY = regex(
    r"(?i)\b(?:agentschap|departement|dienst|raad|\w*comité|commissie|instituut|universiteit|hogeschool|federatie|vereniging|"
    r"stichting|maatschappij|autoriteit|consortium|organisatie|institute|agency|council|committee|university|association|"
    r"authority|foundation|cent(?:re|er)|centrum|verbond|bond|college|ziekenhuis|koepel)\b"
)
_ABBREVIATED = regex(r"\([ ]?(?P<short>[A-Z][A-Za-z&+\-]{1,11})[ ]?\)")
_COUNTED = regex(r"(?<![\w.,])\d{1,3}[ \n](?P<group>kmo[’']s|grote (?:bedrijven|ondernemingen))(?!\w)")
_TITLE = regex(
    r"(?<!\w)(?:(?:[Vv]ice)?[Mm]inister-president|[Mm]inister|[Ss]taatssecretaris|[Cc]ommissaris|[Gg]ouverneur|[Bb]urgemeester|"
    r"[Vv]oorzitter|[Rr]ector|[Pp]rofessor|[Pp]rof\.|(?:EC|EU)-president|[Aa]dministrateur-generaal|[Ss]ecretaris-generaal|[Dd]r\.|"
    r"CEO|[Vv]olksvertegenwoordiger)(?P<of>[ ](?:van|voor|bevoegd voor)(?:[ ][^.;:()\n]{0,90})?)?[ \n]{1,2}$"
)
#: A piece of each of the titles: looking for it first costs less than looking for a title at every letter.
_TITLE_HINT = regex(
    "minister|Minister|ecretaris|ommissaris|ouverneur|urgemeester|oorzitter|ector|rof|resident|dminis|r[.]|CEO|olks"
)
_FAMILY = regex(r"(?:[ ](?:van|de|den|der|von|ten|ter)){1,3}[ ][A-ZÀ-Þ][a-zà-ÿ’]{1,20}")
_CHARGE = regex(r"(?:Vlaamse?[ ])?[Mm]inister[ ](?:bevoegd[ ])?(?:voor|van)[ ](?:het[ ]|de[ ])?$")
_NOUN_ENDS = tuple(sorted(read_group("company nouns")))
_INTRODUCERS = frozenset({"zoals", "waaronder", "als", "namelijk", "nl.", "name", ":", "(", "i.e.", "zijn", "zijn:"})
_BETWEEN = regex(r"\s+en partners,\s+|\s*\([^()]{1,40}\)\s*(?:,|en)\s+|\s*,\s*(?:en\s+)?|\s+(?:en|of|&)\s+")
_PARTNERS = regex(r"[ ]en[ \n]{1,2}partners\b")
_LONGEST_LIST = 60
_BEFORE_LIST = 90
_PASSIVE = frozenset({"werd", "werden", "wordt", "worden"})
_ACTIONS = frozenset({"biedt", "voorziet", "ontwikkelt", "levert", "coördineert", "organiseert"})
_WITH = frozenset({"samenwerking met", "opdracht van", "initiatief van", "spin-off van", "vanwege de"})


def find_unknown_actors(text: NameText) -> Iterator[FoundName]:
    """Yield bodies and persons by form; what the tables know is found too, and dropped by the caller.

    Args:
        text: Dutch prose.

    Example:
        >>> [found.name for found in find_unknown_actors(NameText("bedrijven zoals Complix, Remynd,…"))]
        ['Complix', 'Remynd']
    """
    yield from _find_abbreviated(text)
    yield from _find_counted(text)
    for place, candidate in enumerate(text.candidates):
        found = (
            _read_person(text, candidate)
            or _read_minister(text, candidate)
            or _read_headed(text, candidate)
            or _read_tailed(text, candidate)
        )
        if found is not None:
            yield found
        yield from _read_list(text, place)
        if _acts(text, candidate):
            yield candidate.found("company")


def _find_abbreviated(text: NameText) -> Iterator[FoundName]:
    """``Centre of Excellence in ... (CESPE)``: a full name that holds a word for a body."""
    for match in _ABBREVIATED.finditer(text.text):
        start = text.expand(match.start(), match["short"])
        if start is None:
            continue
        name = text.words(start, match.start())
        if name[:1].isupper() and _BODY.search(name) is not None:
            yield FoundName(start, match.end(), name, _kind_of(name), match["short"])


def _find_counted(text: NameText) -> Iterator[FoundName]:
    """``45 kmo’s, 14 grote bedrijven``: companies that take part as a counted group."""
    for match in _COUNTED.finditer(text.text):
        group = match["group"]
        yield FoundName(*match.span("group"), group[0].upper() + group[1:].replace("'", "’"), "company")


def _kind_of(name: str) -> str:
    kinds = (_HEADS.get(word) or _TAILS.get(word) for word in name.lower().split())
    return next((kind for kind in kinds if kind is not None), "other")


def _read_headed(text: NameText, candidate: Candidate) -> FoundName | None:
    """``agentschap X``, ``Vlaamse Raad voor X``, ``UZ X``, ``vzw X``."""
    before = text.before(candidate.start).lower()
    if before in _LEGAL and is_name(candidate.first):
        return candidate.found(_LEGAL[before])
    place = next((place for place, word in enumerate(candidate.words) if word.lower() in _HEADS), None)
    if place is not None:
        head, start = candidate.words[place].lower(), candidate.start
    elif before in _HEADS and (before in _PLACES or any(map(is_name, candidate.words))):
        head, start = before, candidate.start - len(before) - 1
    else:
        return None
    end = candidate.end if head in _PLACES else text.extend(candidate.end)
    name = text.words(start, end)
    whole = end > start + len(head) and len(name.split()) > 1
    return FoundName(start, end, name[0].upper() + name[1:], _HEADS[head]) if whole else None


def _read_tailed(text: NameText, candidate: Candidate) -> FoundName | None:
    """``Confo Therapeutics``, ``Herita vzw``."""
    after = text.after(candidate.end).lower()
    strange = len(candidate.words) > 1 or candidate.first.lower() not in read_words("dutch/text/words.txt")
    if after in _LEGAL and is_name(candidate.first) and strange:
        return candidate.found(_LEGAL[after])
    if candidate.last.lower() in _LEGAL and len(candidate.words) > 1:
        named = candidate.part(0, -1)
        return FoundName(named.start, named.end, named.name, _LEGAL[candidate.last.lower()])
    tail = _TAILS.get(candidate.last.lower())
    if tail is None or len(candidate.words) == 1:
        return None
    return candidate.found(tail)


def _read_person(text: NameText, candidate: Candidate) -> FoundName | None:
    """``minister Crevits``, ``Vlaams minister van Innovatie Hilde Crevits``."""
    window = max(0, candidate.start - 130)
    if _TITLE_HINT.search(text.text, window, candidate.start) is None:
        return None
    title = _TITLE.search(text.text, window, candidate.start)
    if title is None:
        return None
    words = len(candidate.words)
    if title["of"] is not None and words < 3:
        return None
    named = candidate.part(words - 2) if title["of"] is not None else candidate.part(0, 3)
    family = _FAMILY.match(text.text, named.end)
    end = family.end() if family is not None else named.end
    if is_ordinary(named.last) or not is_name(named.first):
        return None
    return FoundName(named.start, end, text.words(named.start, end), "person")


def find_charge(text: str, position: int) -> re.Match[str] | None:
    """Return the words ``minister van`` or ``minister bevoegd voor`` right before a position.

    Example:
        >>> find_charge("de Vlaamse minister bevoegd voor Justitie", 33)[0]
        'Vlaamse minister bevoegd voor '
    """
    return _CHARGE.search(text, max(0, position - 44), position)


def _read_minister(text: NameText, candidate: Candidate) -> FoundName | None:
    """``de Vlaamse minister bevoegd voor Justitie en Handhaving``: named by what he or she is in charge of."""
    charge = find_charge(text.text, candidate.start)
    if charge is None:
        return None
    end = text.extend(candidate.end)
    name = text.words(candidate.start, end)
    return FoundName(charge.start(), end, f"Vlaams minister van {name}", "person")


def _read_list(text: NameText, place: int) -> Iterator[FoundName]:
    """``bedrijven zoals A, B en C``; ``door A en B werd``; ``in samenwerking met A``."""
    first = text.candidates[place]
    before = text.before(first.start)
    if before == "De":
        before = text.before(first.start - 3)
    if before in _INTRODUCERS or before.endswith(":") or _is_noun(before):
        words = text.text[max(0, first.start - _BEFORE_LIST) : first.start].rstrip("( \n").split()
        if not any(map(_is_noun, words[-1:] if before == "(" else words)):
            return
        items = _follow_list(text, place)
    elif before in {"door", "Door"}:
        items = _follow_list(text, place)
        if text.after(items[-1].end) not in _PASSIVE:
            return
    elif " ".join(text.text[max(0, first.start - 24) : first.start].split()[-2:]) in _WITH:
        items = [first]
    else:
        return
    for item in items:
        if is_name(item.first) and not all(is_ordinary(word) for word in item.words):
            partners = _PARTNERS.match(text.text, item.end)
            end = partners.end() if partners is not None else item.end
            start = item.start - 3 if text.text[max(0, item.start - 3) : item.start] == "De " else item.start
            yield FoundName(start, end, text.words(start, end), "company")


def _is_noun(word: str) -> bool:
    """Tell whether a word announces a list of companies or centres."""
    return word.lower().rstrip(",:(").endswith(_NOUN_ENDS)


def _follow_list(text: NameText, place: int) -> list[Candidate]:
    """Return a candidate and those that commas and ``en`` join to it."""
    items = [text.candidates[place]]
    for following in islice(text.candidates, place + 1, place + _LONGEST_LIST):
        between = text.text[items[-1].end : following.start]
        if len(between) > 60 or _BETWEEN.fullmatch(between) is None:
            break
        items.append(following)
    return items


def _acts(text: NameText, candidate: Candidate) -> bool:
    """Tell whether a strange word at the head of a sentence does something: ``Anicells voorziet ...``."""
    if len(candidate.words) > 2 or text.after(candidate.end) not in _ACTIONS or not is_name(candidate.first):
        return False
    strange = not is_ordinary(candidate.first) or is_acronym(candidate.first)
    return strange and text.opens_sentence(candidate.start)
