"""Is this spoken sentence a promise of who speaks?

In a debate most that sounds like one is none: what will come by itself, what others plan, hopes, courtesies, the order
of the debate. Only the speaker's own voice binds (`ik`, `we`, what is theirs: `mijn administratie`), in a main clause,
with a deed; beside it what is said to be the intention, and what is planned for a stated time.
"""

from __future__ import annotations

import re

from flanders_care.dutch.dates.mentions import read_dates
from flanders_care.dutch.promises.reading import Promise, read_deadline
from flanders_care.model.commitment import CommitmentKind
from flanders_care.regex import regex

_WILL = r"zal|zullen|ga|gaan"
_WANT = r"wil|willen|plan|plannen"
_OWN = r"(?:ik|we|wij)"
_VOICE = regex(
    rf"(?:(?<![\w-])(?P<subject>{_OWN})\s+(?P<after>{_WILL}|{_WANT})|(?<![\w-])(?P<before>{_WILL}|{_WANT})\s+{_OWN})"
    r"(?![\w-])",
    re.IGNORECASE,
)
_BODY = r"(?:mijn (?:administratie|kabinet|diensten)|(?:het|mijn) (?:departement|agentschap)|de vlaamse regering)"
_THEIRS = regex(
    rf"\b(?:{_BODY}\s+(?:zal|zullen|gaat|gaan|wil)|(?:zal|zullen|gaat|gaan|wil)\s+{_BODY})\b", re.IGNORECASE
)
_SUBORDINATE = regex(
    r"\b(?:hoe|of|als|wanneer|omdat|zodat|zodra|dat|wat|waar\w*|indien|terwijl|nadat|voordat|hoewel|opdat|zoals|dan|"
    r"welke?)\s+$",
    re.IGNORECASE,
)
_INFINITIVE = regex(r"\b(?!(?:een|tegen|tussen|binnen|boven|samen|open)\b)[a-zà-ÿ]{2,}(?:en|aan|doen|gaan|zien)\b")
_NO_DEED = regex(
    r"\b(?:afwachten|wachten|zien|merken|ondervinden|weten|horen|zeggen|benadrukken|meegeven|bedanken|danken|verwijzen|"
    r"onderstrepen|herhalen|duidelijk maken|ingaan|opmerken|wijzen|toevoegen|vermelden|beklemtonen|verduidelijken|"
    r"nuanceren|antwoorden|beantwoorden|citeren|voorlezen|overlopen|aanhalen|afronden|kort houden|feliciteren|opjagen|"
    r"geloven|vragen|stellen dat|akkoord|ervan ?uit|van uit|uitgaan|over|hopen)\b",
    re.IGNORECASE,
)
_NOT = regex(r"\b(?:niet(?!\s+(?:alleen|enkel))|geen|nooit|mezelf|mij|me)\b", re.IGNORECASE)
_NEAR = 60  # characters behind the verb that tell what it does
_AT_ONCE = 5  # words behind the verb within which it is denied

_DEEDS = (
    ("werk|werken", "uit"),
    ("leg|leggen", "voor|vast"),
    ("start|starten", "op"),
    ("neem|nemen", "mee|op"),
    ("zet|zetten", "in|op|voort"),
    ("breid|breiden", "uit"),
    ("pas|passen", "aan"),
    ("bereid|bereiden", "voor"),
    ("stel|stellen", "op"),
    ("trek|trekken", "uit"),
    ("bouw|bouwen", "uit"),
    ("voer|voeren", "in|door|uit"),
    ("maak|maken", "werk van"),
    ("laat|laten", "onderzoeken|nagaan|uitwerken|evalueren"),
)
_DEED = regex(
    "|".join(
        rf"\b(?:{_OWN}\s+(?:{verb})|(?:{verb})\s+{_OWN})\s+(?P<what{n}>[^.;]{{2,300}}?)\b(?:{end})"
        r"(?=[,.;]|\s+(?:om|en|met|naar|zodat|tegen|in|voor|waarbij|dat|die)\b|$)"
        for n, (verb, end) in enumerate(_DEEDS)
    ),
    re.IGNORECASE,
)
_PLAIN_DEED = regex(
    r"\b(?:{own}\s+(?:{verb})|(?:{verb})\s+{own})\b".format(
        own=_OWN,
        verb="onderzoek|onderzoeken|bekijk|bekijken|evalueer|evalueren|lanceer|lanceren|organiseer|organiseren|bezorg|"
        "bezorgen|hervorm|hervormen|vereenvoudig|vereenvoudigen",
    ),
    re.IGNORECASE,
)
_GOING_ON = regex(r"\b(?:al|reeds|vandaag|jaarlijks|ondertussen)\b", re.IGNORECASE)
_LOOKING_INTO = regex(
    rf"\b(?:{_OWN}\s+(?:ben|zijn)|(?:ben|zijn)\s+{_OWN})\b[^.;]{{0,80}}\baan het (?:bekijken|kijken|onderzoeken|nagaan|"
    r"uitwerken|voorbereiden)\b"
    r"|\bwordt\b[^.;]{0,60}\b(?:onderzocht|bekeken|nagegaan) (?:hoe|of|welke)\b",
    re.IGNORECASE,
)
_TO_DO = r"\b(?:om|(?<!in )(?<!van )(?<!met )(?<!binnen )dat)\b"
_INTENTION = regex(
    rf"\b(?:is|blijft)\s+(?:\w+\s+){{0,4}}de bedoeling\b(?!\s+van\b)[^.;]{{0,80}}?{_TO_DO}"
    rf"|\b(?:de|mijn|onze) bedoeling is\b[^.;]{{0,40}}?{_TO_DO}",
    re.IGNORECASE,
)
_HANDING_OVER = regex(
    rf"\b(?:{_OWN}\s+(?:kan|kunnen)|(?:kan|kunnen)\s+{_OWN})\s+(?:(?!of\b)[^\s.,;]+\s+){{0,8}}"
    r"(?:bezorgen|nasturen|doorsturen|overmaken)\b",
    re.IGNORECASE,
)
_SET_FOR = regex(
    r"\b(?:is|zijn|staat|staan)\s+(?:\w+\s+){0,2}(?:voorzien|gepland)\s+(?:voor|tegen|in|vanaf)\s", re.IGNORECASE
)
_NO_VOICE = regex(
    r"\b(?:hoop|hopen|vrees|vrezen|zou|zouden|ik citeer|volgens|lezen we|kondigt|kondigde|bepaalt|stond|staat er|zei|"
    r"indruk)\b"
    r"|\b(?:federale?|europese|waalse)\s+(?:regering|minister|overheid|commissie|regeerakkoord|onderhandelaars)\b",
    re.IGNORECASE,
)
_CONDITION = regex(r"\s*(?:als|indien|mocht(?:en)?|wanneer|stel)\b", re.IGNORECASE)


def classify_spoken(sentence: str) -> Promise | None:
    """Tell whether a sentence promises something of who speaks it.

    Args:
        sentence: One sentence of a speech.

    Returns:
        The promise, or None for a question, forecast, hope, courtesy, or what others plan.

    Example:
        >>> classify_spoken("Ik plan een evaluatie tegen eind 2026.").deadline
        PartialDate('2026')
        >>> classify_spoken("We zullen moeten afwachten hoe groot de daling is.") is None
        True
    """
    plain = " ".join(sentence.split())
    if plain.rstrip("\"'”’)").endswith("?") or _CONDITION.match(plain) or _NO_VOICE.search(plain):
        return None
    kind = _kind(plain)
    return None if kind is None else Promise(kind=kind, deadline=read_deadline(plain), score=1.0 if kind.firm else 0.5)


def _kind(plain: str) -> CommitmentKind | None:
    if any(_binds(plain, found) for found in _VOICE.finditer(plain)) or _is_deed(plain):
        return CommitmentKind.PROMISE
    if _HANDING_OVER.search(plain) is not None or _acts(plain, _THEIRS.search(plain)):
        return CommitmentKind.PROMISE
    if _INTENTION.search(plain) is not None or _LOOKING_INTO.search(plain) is not None:
        return CommitmentKind.PLANNED_ACTION
    if _SET_FOR.search(plain) is not None and read_dates(plain):
        return CommitmentKind.PLANNED_ACTION
    return None


def _binds(plain: str, found: re.Match[str]) -> bool:
    """Tell whether the speaker's own voice binds: in a main clause or behind `die`, with a deed that is not denied."""
    if _SUBORDINATE.search(plain[: found.start()]) is not None:
        return False
    asks = found["before"] is not None and found.start() == 0  # `Willen we slagen, dan ...`
    return not asks and _acts(plain, found)


def _acts(plain: str, found: re.Match[str] | None) -> bool:
    """Tell whether what stands behind a verb is a deed: an infinitive, no talk, and not denied."""
    if found is None:
        return False
    behind = plain[found.end() :]
    near = behind[:_NEAR]
    denied = _NOT.search(" ".join(behind.split()[:_AT_ONCE])) is not None
    aims = (found.groupdict().get("after") or found.groupdict().get("before") or "").lower().startswith("plan")
    going = re.match(r"\s+(?:\w+\s+)?aan de slag\b", behind) is not None
    return not denied and _NO_DEED.search(near) is None and (aims or going or _INFINITIVE.search(behind) is not None)


def _is_deed(plain: str) -> bool:
    """Tell whether the speaker does something in the present tense that is not going on already."""
    for pattern in (_DEED, _PLAIN_DEED):
        found = pattern.search(plain)
        if found is not None and _SUBORDINATE.search(plain[: found.start()]) is None:
            return _GOING_ON.search(found[0]) is None and _NOT.search(found[0]) is None
    return False
