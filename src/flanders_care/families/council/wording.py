"""How councils say what became of an item, and of what sort it is."""

from __future__ import annotations

import re

from flanders_care.model.decision import Outcome
from flanders_care.regex import regex

_WORDS = {
    Outcome.REJECTED: r"niet (?:goedgekeurd|aangenomen|aanvaard)|verworpen|afgekeurd|afgewezen|geweigerd",
    Outcome.ADJOURNED: r"verdaagd|uitgesteld",
    Outcome.WITHDRAWN: r"ingetrokken|teruggetrokken|afgevoerd|van de agenda (?:gehaald|geschrapt)",
    Outcome.NOTED: r"kennis(?:name|neming|geving)|kennis genomen|akte(?:name| genomen)",
    Outcome.APPROVED: r"(?<!niet )(?:goedgekeurd|aangenomen|aanvaard|bekrachtigd|vastgesteld)",
}
_STATED = {outcome: regex(rf"\b(?:{words})\b", re.IGNORECASE) for outcome, words in _WORDS.items()}
_LONGEST = 160  # characters of words that state an outcome and nothing else
_LINE = regex(
    r"(?:(?:besluit|resultaat|uitslag|uitspraak|stemming|gevolg)\s?:\s?)?"
    r"(?:(?:unaniem|eenparig|met (?:algemene stemmen|eenparigheid van stemmen))\s)?"
    rf"(?:{'|'.join(_WORDS.values())})(?:[.,;:(]|\s(?:met|door|bij)\b|$)",
    re.IGNORECASE,
)

_BODY = r"(?:^|(?<=[.!?])\s+)(?:De|Het)\s(?:[\w-]+\s){0,3}?(?:[\w-]{0,30}raad|college|bureau|deputatie)\s"
_POINT = r"\b(?:punt|agendapunt|voorstel)\s(?:wordt|werd|is)\s"
_SENTENCES = {
    Outcome.REJECTED: regex(rf"{_BODY}(?:keurt\b[^.!?]{{1,400}}\bniet goed\b|verwerpt\b)|{_POINT}verworpen\b", re.M),
    Outcome.ADJOURNED: regex(rf"{_POINT}(?:verdaagd|uitgesteld)\b"),
    Outcome.WITHDRAWN: regex(rf"{_POINT}(?:ingetrokken|teruggetrokken|afgevoerd|van de agenda gehaald)\b"),
    Outcome.NOTED: regex(rf"{_BODY}neemt\s(?:kennis|akte)\b", re.M),
    Outcome.APPROVED: regex(rf"{_BODY}keurt\b(?:(?!\bniet\b)[^.!?]){{1,400}}\bgoed\b", re.M),
}

_QUESTIONED = (
    r"\b(?:vraagt|vragen)\s(?:zich af|of|hoe|wat|wanneer|waarom|welke?|waar|wie|naar)\b|\bstelt\b[^.?!]{0,40}\bvragen\b"
)
_KINDS = (
    ("motion", "title", r"\bmotie\b|\bvoorstel van (?:beslissing|resolutie)\b"),
    ("motion", "text", r"\bfractie\b[^.?!]{0,40}\b(?:motie|voorstel van (?:beslissing|resolutie))\b"),
    ("proposal", "text", r"\b(?:fractie|raadslid)\b[^.?!]{0,300}\b(?:stelt voor|vraagt(?:,[^.?!,]{1,60},)? om)\b"),
    ("question", "title", r"^\W{0,3}(?:(?:mondelinge|schriftelijke|actuele)\s)?(?:vraag|vragen|interpellatie)\b"),
    ("question", "text", rf"\b(?:fractie|raadslid)\b[^.?!]{{0,60}}(?:{_QUESTIONED})"),
    ("advice", "title", r"(?:^|[.:–-]\s)advies(?:verlening|verstrekking)?\b"),
    ("notice", "title", r"(?:^|[.:–-]\s)(?:kennis(?:name|neming|nemen|geving)|akte(?:name| nemen)|mededelingen?)\b"),
)
_SORTS = tuple((kind, where, regex(words, re.IGNORECASE)) for kind, where, words in _KINDS)


def outcome_of(words: str) -> Outcome | None:
    """What the words for an outcome state.

    Args:
        words: What a page gives as the outcome of an item, such as `Goedgekeurd`.

    Returns:
        The outcome; `None` where the words state none of them (`Behandeld`), or two.

    Example:
        >>> str(outcome_of("Unaniem goedgekeurd")), outcome_of("Behandeld"), str(outcome_of("Niet goedgekeurd"))
        ('approved', None, 'rejected')
    """
    if len(words) > _LONGEST:
        return None
    found = [outcome for outcome, pattern in _STATED.items() if pattern.search(words)]
    return found[0] if len(found) == 1 else None


def is_outcome(line: str) -> bool:
    """Whether a line states an outcome and nothing else.

    Example:
        >>> is_outcome("Goedgekeurd met 14 stemmen voor"), is_outcome("Goedkeuring van de notulen")
        (True, False)
    """
    return len(line) <= _LONGEST and _LINE.match(line) is not None and outcome_of(line) is not None


def stated_outcome(text: str) -> Outcome | None:
    """What the sentences of an item state: `De gemeenteraad keurt het reglement goed`.

    Args:
        text: The text of an item, without its title.

    Returns:
        The outcome; `None` where no sentence states one, or two differ. What a council is asked to do states none.

    Example:
        >>> stated_outcome("Aan de gemeenteraad wordt gevraagd om het reglement goed te keuren.") is None
        True
        >>> str(stated_outcome("Dit punt wordt verdaagd."))
        'adjourned'
    """
    found = [outcome for outcome, pattern in _SENTENCES.items() if pattern.search(text)]
    return found[0] if len(found) == 1 else None


def kind_of(title: str, text: str, outcome: Outcome | None) -> str:
    """Tell the sort of an item from its title, its text and its outcome.

    Args:
        title: Its title, without number.
        text: The text below it.
        outcome: What the page states.

    Returns:
        `"advice"`, `"decision"`, `"motion"`, `"notice"`, `"proposal"` or `"question"`.

    Example:
        >>> kind_of("Kerkfabriek Sint-Jan. Jaarrekening 2023. Advies.", "", None)
        'advice'
    """
    said = {"title": title, "text": text}
    for kind, where, pattern in _SORTS:
        if pattern.search(said[where]):
            return kind
    return "notice" if outcome is Outcome.NOTED else "decision"
