"""Who pays, who receives and what for: the words right beside a sum.

The rules: `toe aan X` and `aan X` name who receives, up to the next preposition; `vanuit X`, `uit het X` name who
pays where X is a fund, a provision or a budget; `voor ...` says what for; a name before a sum in brackets is what the
sum is for (`'BlueChem XL' van BlueChem nv (630.000 euro)`).

In running prose these words lead to anything (`aan de hand van`). Where the bodies and persons of a sentence are known,
only they are parties, and three more rules hold, which a name that is not known would carry too far: `ging naar X`
names who receives; `door X`, `het budget van X`, `beschikt X` and `X voorziet`, `het X-budget` name who pays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from flanders_care.dutch.names.find import NameMention
from flanders_care.dutch.names.table import read_table
from flanders_care.dutch.text.abbreviations import DOT, level_dots
from flanders_care.dutch.text.patterns import last_match
from flanders_care.regex import regex

_BODIES = "dutch/names/actors.tsv"
_REACH = 420
_SENTENCE = regex(r"(?<=[a-z)])\.\s+(?=[A-Z])")
_STOP = (
    r"(?=\s+(?:voor|om|ter|te|in|met|als|tot|via|van\s+uit|vanuit|binnen|door|die|dat|waar\w*|zodat|en\s+(?:van\s+)?(?:\d|een\s+half|keurt|maakt)|toe|naar"
    r"|op\s+basis|bij|over|rond|per|vanaf|tijdens|naar\s+aanleiding|bestemd|goed)\b"
    rf"|\s+(?-i:[a-zà-ÿ.{DOT}]*{DOT})|\s*[,.;:()]|$)"
)
_TO = regex(rf"\b(?:toe\s{{0,2}})?a\s?an\s+(?P<name>(?:de\s+|het\s+|een\s+)?[^,.;:()]{{2,110}}?){_STOP}", re.IGNORECASE)
_FROM = regex(
    rf"\b(?:vanuit|uit|van)\s+(?:het\s+|de\s+)?(?P<name>[^,.;:()]{{0,40}}?(?:fonds|provisie|budget|begroting|krediet|middelen)\w*(?:\s+(?:bij|voor|van)\s+[A-Z]\w+(?:\s+(?:&|en)\s+[A-Z]\w+)?)?)"
    rf"{_STOP}",
    re.IGNORECASE,
)
_FOR = regex(
    r"\bvoor\s+(?P<what>(?!in\s+totaal|een\s+bedrag|maximaal|het\s+jaar|de\s+periode|de\s+jaren|20\d\d|\d)[^.;()]{4,140}?)(?=\s*[,.;()]|$)",
    re.IGNORECASE,
)
_NAMED = regex(r"(?:^|[,;:]|\ben)\s*(?P<what>[^,;:()]{3,120}?)\s*\($")
_TO_KNOWN = regex(r"\b(?:aan|naar)\s+(?:het|de)?\s*$", re.IGNORECASE)
_FROM_KNOWN = regex(
    r"\b(?:vanuit|(?:gefinancierd|betaald|toegekend|verleend|vrijgemaakt|uitgetrokken|gesteund) door|"
    r"(?:budget|krediet|kredieten|middelen|steun|financiering|subsidie) van)\s+(?:het |de )?$"
    r"|\b(?:beschikt|voorziet|investeert|besteedt|betaalt)\s+(?:het |de )?$",
    re.IGNORECASE,
)
_PAYS = regex(r"\s(?:budget|krediet|middelen|financiert|voorziet|investeert|besteedt|betaalt|trekt|maakt)\b")
_LEAD = 24
"""Characters before a name that say what it does."""

_NAME = regex(r"[A-ZÀ-Þ]|\b(?:vzw|ivzw|nv|bv|cv|cvba)\s+\w{3}")
"""A body has a name: a capital, or a legal form beside it; `aan 14 scholen` and `aan de continuïteit` name nobody."""
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\xad"))

_TAIL = regex(r"(?:\s+en)?\s*$")
_ARTICLE = regex(r"^(?:de|het|een|zijn|haar|in\s+totaal)\s+", re.IGNORECASE)


class Party(NamedTuple):
    """A name beside a sum, and where it stands.

    Attributes:
        name: The usual name where it is known, else as the text spells it.
        start: First character in the text.
        end: One past the last character.
    """

    name: str
    start: int
    end: int


class Parties(NamedTuple):
    """Who and what beside one sum.

    Attributes:
        payers: Funds or bodies that pay.
        recipients: Bodies that receive.
        subject: What the sum is for, or `None`.
    """

    payers: tuple[Party, ...]
    recipients: tuple[Party, ...]
    subject: str | None


def parties_of(
    text: str, start: int, end: int, *, since: int, until: int, known: Sequence[NameMention] | None = None
) -> Parties:
    """Read who and what beside one sum.

    Args:
        text: The text.
        start: First character of the sum.
        end: One past its last.
        since: Where the sum before it ends; words before that belong to it.
        until: Where the next sum begins.
        known: The bodies and persons that its sentence names, in text order; without them a name is what the text
            writes up to the next preposition, if it has a capital or a legal form or is known.

    Returns:
        The parties; empty where the text names none.

    Example:
        >>> text = "kent 300.000 euro toe aan vzw Konekt voor een hub"
        >>> parties_of(text, 5, 17, since=0, until=len(text))
        Parties(payers=(), recipients=(Party(name='vzw Konekt', start=26, end=36),), subject='een hub')
    """
    before = _SENTENCE.split(text[max(since, start - _REACH) : start])[-1]
    behind = _SENTENCE.split(text[end : min(until, end + _REACH)])[0]
    stretches = ((end, behind), (start - len(before), before))
    subject = _NAMED.search(before) or _FOR.search(behind) or last_match(_FOR, before)
    return Parties(
        payers=_written(_FROM, stretches) if known is None else _paying(text, known),
        recipients=_written(_TO, stretches) if known is None else _receiving(text, known, end, until),
        subject=None if subject is None else " ".join(subject["what"].split()),
    )


def _written(pattern: re.Pattern[str], stretches: Sequence[tuple[int, str]]) -> tuple[Party, ...]:
    """The name that stands behind the sum, else the last before it, up to where its words end."""
    (after, behind), (first, before) = ((place, level_dots(words)) for place, words in stretches)
    match, offset = pattern.search(behind), after
    if match is None:
        match, offset = last_match(pattern, before), first
    if match is None:
        return ()
    start, end = match.span("name")
    article = _ARTICLE.match(match["name"])
    start += 0 if article is None else article.end()
    written = _TAIL.sub("", match.string[start:end])
    name = " ".join(written.replace(DOT, ".").translate(_UNSEEN).split())
    if not _NAME.search(name) and read_table(_BODIES).get(name) is None:
        return ()
    return (Party(name, offset + start, offset + start + len(written)),)


def _paying(text: str, known: Sequence[NameMention]) -> tuple[Party, ...]:
    return _parties(
        name
        for name in known
        if _FROM_KNOWN.search(text[max(0, name.start - _LEAD) : name.start]) or _PAYS.match(text, name.end)
    )


def _receiving(text: str, known: Sequence[NameMention], end: int, until: int) -> tuple[Party, ...]:
    behind = (name for name in known if end < name.start < until)
    return _parties(name for name in behind if _TO_KNOWN.search(text[max(0, name.start - _LEAD) : name.start]))


def _parties(names: Iterable[NameMention]) -> tuple[Party, ...]:
    """Each name once, at the first place."""
    found: dict[str, Party] = {}
    for name in names:
        found.setdefault(name.name, Party(name.name, name.start, name.end))
    return tuple(found.values())
