"""Who pays, who receives and what for: the words right beside a sum.

The rules: `toe aan X` and `aan X` name who receives, up to the next preposition; `vanuit X`, `uit het X` name who
pays where X is a fund, a provision or a budget; `voor ...` says what for; a name before a sum in brackets is what the
sum is for (`'BlueChem XL' van BlueChem nv (630.000 euro)`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from flanders_care.dutch.text.patterns import last_match

__all__ = ["Parties", "parties_of"]

_REACH = 420
_STOP = (
    r"(?=\s+(?:voor|om|ter|te|in|met|als|tot|via|van\s+uit|vanuit|binnen|door|die|dat|waar\w*|zodat|en\s+(?:van\s+)?(?:\d|een\s+half|keurt|maakt)|toe|naar"
    r"|op\s+basis|bij|over|rond|per|vanaf|tijdens|naar\s+aanleiding|bestemd|goed)\b|\s*[,.;:()]|$)"
)
_TO = re.compile(
    rf"\b(?:toe\s{{0,2}})?a\s?an\s+(?P<name>(?:de\s+|het\s+|een\s+)?[^,.;:()]{{2,110}}?){_STOP}", re.IGNORECASE
)
_FROM = re.compile(
    rf"\b(?:vanuit|uit|van)\s+(?:het\s+|de\s+)?(?P<name>[^,.;:()]{{0,40}}?(?:fonds|provisie|budget|begroting|krediet|middelen)\w*(?:\s+(?:bij|voor|van)\s+[A-Z]\w+(?:\s+(?:&|en)\s+[A-Z]\w+)?)?)"
    rf"{_STOP}",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\bvoor\s+(?P<what>(?!in\s+totaal|een\s+bedrag|maximaal|het\s+jaar|de\s+periode|de\s+jaren|20\d\d|\d)[^.;()]{4,140}?)(?=\s*[,.;()]|$)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:^|[,;:]|\ben)\s*(?P<what>[^,;:()]{3,120}?)\s*\($")
_ARTICLE = re.compile(r"^(?:de|het|een|zijn|haar|in\s+totaal)\s+", re.IGNORECASE)


class Parties(NamedTuple):
    """Names as the text spells them.

    Attributes:
        payers: Funds or bodies that pay.
        recipients: Bodies that receive.
        subject: What the sum is for, or `None`.
    """

    payers: tuple[str, ...]
    recipients: tuple[str, ...]
    subject: str | None


def parties_of(text: str, start: int, end: int, previous: int, following: int) -> Parties:
    """Read who and what beside one sum.

    Args:
        text: The text.
        start: First character of the sum.
        end: One past its last.
        previous: Where the sum before it ends; words before that belong to it.
        following: Where the next sum begins.

    Returns:
        The parties; empty where the text names none.

    Example:
        >>> text = "kent 300.000 euro toe aan vzw Konekt voor een hub"
        >>> parties_of(text, 5, 17, 0, len(text))
        Parties(payers=(), recipients=('vzw Konekt',), subject='een hub')
    """
    behind = re.split(r"(?<=[a-z)])\.\s+(?=[A-Z])", text[end : min(following, end + _REACH)])[0]
    before = re.split(r"(?<=[a-z)])\.\s+(?=[A-Z])", text[max(previous, start - _REACH) : start])[-1]
    recipient = _TO.search(behind) or last_match(_TO, before)
    payer = _FROM.search(behind) or last_match(_FROM, before)
    subject = _NAMED.search(before) or _FOR.search(behind) or last_match(_FOR, before)
    return Parties(
        payers=() if payer is None else (_name(payer["name"]),),
        recipients=() if recipient is None else (_name(recipient["name"]),),
        subject=None if subject is None else " ".join(subject["what"].split()),
    )


def _name(words: str) -> str:
    return _ARTICLE.sub("", " ".join(words.split())).removesuffix(" en")
