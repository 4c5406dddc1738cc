"""How firmly a sum is stated (`maximaal`, `bijna`, `zo'n`), before it, behind it and at a distance, with its bounds."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from flanders_care.dutch.money.context import Place
from flanders_care.dutch.money.figures.found import Found
from flanders_care.dutch.money.words import alternatives
from flanders_care.dutch.text.wordlists import read_rows
from flanders_care.money import Amount, Qualifier

__all__ = ["Firmness", "amount_of", "firmness"]

_CAPPED = frozenset({Qualifier.AT_MOST, Qualifier.LESS_THAN, Qualifier.NEARLY})
_FLOORED = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})
_LIMIT_BEHIND = r"niet\s+(?:zal\s+|kan\s+|mag\s+)?(?:te\s+|worden\s+)?(?:overschr|overstij|over\s?steg)"
_BEHIND = re.compile(
    rf"\s{{0,3}}(?:(?P<at_most>[,(]?\s?(?:maximaal|maximum|max\.|als\s+maximum|of\s+minder)(?!\s+\d)|{_LIMIT_BEHIND})"
    r"|(?P<at_least>[,(]?\s?(?:minimaal|minimum|minstens|of\s+meer|en\s+meer)(?!\s+\d)))",
    re.IGNORECASE,
)
_LIMIT = re.compile(rf"^[^.;:]{{0,40}}?{_LIMIT_BEHIND}", re.IGNORECASE)
_DISTANT = re.compile(
    r"\b(?P<word>maximale|maximum\w*|maximaal|minimale|minimum\w*|hoogste|geplafonneerde)\s"
    r"[^.;:()€\d]{0,90}?\b(?:van|bedraagt|bedragen|is|zal|zullen|op|voor|naar|beloopt|ten\s+belope\s+van|ter\s+waarde\s+van|tot)"
    r"\s{0,3}(?:(?:vanaf|in)\s+(?:het\s+jaar\s+)?\d{4}\s+|nu\s+|in\s+totaal\s+|een\s+bedrag\s+van\s+)?$",
    re.IGNORECASE,
)
_ADVERB = re.compile(
    r"\bmaximaal\s+(?:\S+\s+){0,2}\S*(?:bedrag|budget|subsidie|krediet|steun|toelage)\s", re.IGNORECASE
)
_UP_TO = re.compile(r"\btot(?:\s+(?:wel|zelfs|een\s+(?:bedrag|totaal)\s+van))?\s+$", re.IGNORECASE)
_CHANGE = re.compile(
    r"(?:verhog|verhoog|opgetrokken|optrek|op\s+te\s+trekken|trekt|verlaag|verlag|stijg|steeg|groei|daal|halveer|breng|gebracht|reduce|toekennen|toekenning)",
    re.IGNORECASE,
)
_AND = re.compile(r"^[^.;:()]{0,120}\ben\s+(?:van\s+)?$", re.IGNORECASE)


class Firmness(NamedTuple):
    """How firmly a sum is stated, and where the words that say so begin and end."""

    qualifier: Qualifier
    start: int
    end: int
    distributes: bool = False


@cache
def _adjacent() -> tuple[re.Pattern[str], dict[str, Qualifier]]:
    table = {row[0]: Qualifier(row[1]) for row in read_rows("dutch/money/qualifiers.tsv")}
    limits = [word for word in table if word.startswith(("max", "min", "ten ", "hoogstens", "beperk"))]
    inner = r"(?:\s+(?:een|de|het|van|bedrag|totaalbedrag|totaal|budget|som|subsidie)){0,3}"
    words = rf"(?:(?P<limit>{alternatives(limits)}){inner}|(?P<word>{alternatives(table)}))"
    pattern = rf"(?:^|(?<=[\s(\[,;:])){words}\s{{0,3}}\(?$"
    return re.compile(pattern, re.IGNORECASE), table


def firmness(item: Found, place: Place, previous: Firmness | None) -> Firmness:
    """Say how firmly a sum is stated.

    Args:
        item: The sum.
        place: Its surroundings.
        previous: What was said of the sum before it, if it stands in the same sentence.

    Returns:
        The qualifier with the stretch of text from its words to the end of the sum.
    """
    if item.low is not None or item.high is not None:
        return Firmness(Qualifier.RANGE, item.start, item.end)
    pattern, table = _adjacent()
    if match := pattern.search(place.before[-60:]):
        word = re.sub(r"\s+", " ", (match["limit"] or match["word"]).lower())
        start = item.start - (len(place.before[-60:]) - match.start("limit" if match["limit"] else "word"))
        return Firmness(table[word], start, item.end, distributes=word in {"maximale", "minimale"})
    if match := _BEHIND.match(place.after):
        qualifier = Qualifier.AT_MOST if match["at_most"] else Qualifier.AT_LEAST
        return Firmness(qualifier, item.start, item.end + match.end() if match["at_most"] is None else item.end)
    if _LIMIT.match(place.clause_after):
        return Firmness(Qualifier.AT_MOST, item.start, item.end)
    return _at_a_distance(item, place, previous)


def _at_a_distance(item: Found, place: Place, previous: Firmness | None) -> Firmness:
    """Read `de maximale subsidie bedraagt`, `kan oplopen tot`, and the second sum under one adjective."""
    clause = place.clause_before[-160:]
    if match := _DISTANT.search(clause):
        word = match["word"].lower()
        if word != "maximaal" or _ADVERB.search(clause, match.start()):
            qualifier = Qualifier.AT_LEAST if word.startswith("min") else Qualifier.AT_MOST
            return Firmness(qualifier, item.start, item.end, distributes=True)
    if (
        _UP_TO.search(clause)
        and not _CHANGE.search(place.before[-160:])
        and not _CHANGE.search(place.clause_after[:60])
    ):
        return Firmness(Qualifier.AT_MOST, item.start, item.end)
    if previous is not None and previous.distributes and _AND.match(place.clause_before):
        return Firmness(previous.qualifier, item.start, item.end, distributes=True)
    return Firmness(Qualifier.EXACT, item.start, item.end)


def amount_of(item: Found, qualifier: Qualifier) -> Amount:
    """Build the amount with the bounds that its qualifier gives it."""
    value = item.value
    if qualifier is Qualifier.RANGE:
        return Amount(value=value, low=item.low, high=item.high, qualifier=qualifier, currency=item.currency or "EUR")
    low: Decimal | None = value if qualifier in _FLOORED else None
    high: Decimal | None = value if qualifier in _CAPPED else None
    return Amount(value=value, low=low, high=high, qualifier=qualifier, currency=item.currency or "EUR")
