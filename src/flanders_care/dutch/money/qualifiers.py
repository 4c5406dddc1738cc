"""How firmly a sum is stated (`maximaal`, `bijna`, `zo'n`), before it, behind it and at a distance, with its bounds."""

from __future__ import annotations

import re
from functools import cache, partial

import attrs

from flanders_care.dutch.money.cues import stands_in
from flanders_care.dutch.money.sum import Sum
from flanders_care.dutch.text.abbreviations import DOT
from flanders_care.dutch.text.page import Page
from flanders_care.dutch.text.patterns import alternatives
from flanders_care.dutch.text.wordlists import read_rows
from flanders_care.money import Qualifier
from flanders_care.regex import regex

_NEAR = 60  # characters before a sum in which the words that touch it stand
_FAR = 160  # characters before a sum in which an adjective or a verb still qualifies it

_LIMIT_BEHIND = r"niet\s+(?:zal\s+|kan\s+|mag\s+)?(?:te\s+|worden\s+)?(?:overschr|overstij|over\s?steg)"
_BEHIND = regex(
    rf"\s{{0,3}}(?:(?P<at_most>[,(]?\s?(?:maximaal|maximum|max{DOT}|als\s+maximum|of\s+minder)(?!\s+\d)|{_LIMIT_BEHIND})"
    r"|(?P<at_least>[,(]?\s?(?:minimaal|minimum|minstens|of\s+meer|en\s+meer)(?!\s+\d)))",
    re.IGNORECASE,
)
_LIMIT = regex(rf"^[^.;:]{{0,40}}?{_LIMIT_BEHIND}", re.IGNORECASE)
_DISTANT = regex(
    r"\b(?P<word>maximale|maximum\w*|maximaal|minimale|minimum\w*|hoogste|geplafonneerde)\s"
    r"[^.;:()€\d]{0,90}?\b(?:van|bedraagt|bedragen|is|zal|zullen|op|voor|naar|beloopt|ten\s+belope\s+van|ter\s+waarde\s+van|tot)"
    r"\s{0,3}(?:(?:vanaf|in)\s+(?:het\s+jaar\s+)?\d{4}\s+|nu\s+|in\s+totaal\s+|een\s+bedrag\s+van\s+)?$",
    re.IGNORECASE,
)
_ADVERB = regex(r"\bmaximaal\s+(?:\S+\s+){0,2}\S*(?:bedrag|budget|subsidie|krediet|steun|toelage)\s", re.IGNORECASE)
_UP_TO = regex(r"\btot(?:\s+(?:wel|zelfs|een\s+(?:bedrag|totaal)\s+van))?\s+$", re.IGNORECASE)
_AND = regex(r"^[^.;:()]{0,120}\ben\s+(?:van\s+)?$", re.IGNORECASE)


@cache
def _adjacent() -> tuple[re.Pattern[str], dict[str, Qualifier]]:
    table = {row[0]: Qualifier(row[1]) for row in read_rows("dutch/money/qualifiers.tsv")}
    limits = [word for word in table if word.startswith(("max", "min", "ten ", "hoogstens", "beperk"))]
    inner = r"(?:\s+(?:een|de|het|van|bedrag|totaalbedrag|totaal|budget|som|subsidie)){0,3}"
    words = rf"(?:(?P<limit>{alternatives(limits)}){inner}|(?P<word>{alternatives(table)}))"
    pattern = rf"(?:^|(?<=[\s(\[,;:])){words}\s{{0,3}}\(?$"
    return regex(pattern, re.IGNORECASE), table


def qualify(sums: tuple[Sum, ...], page: Page) -> tuple[Sum, ...]:
    """Say how firmly each sum is stated, knowing what was said of the one before it in the same sentence."""
    qualified: list[Sum] = []
    for item in sums:
        previous = qualified[-1] if qualified and qualified[-1].sentence == item.sentence else None
        qualified.append(_qualified(item, previous))
    return tuple(qualified)


def _qualified(item: Sum, previous: Sum | None) -> Sum:
    stated = partial(attrs.evolve, item, quote_start=item.start, quote_end=item.end)
    if item.low is not None or item.high is not None:
        return stated(qualifier=Qualifier.RANGE)
    pattern, table = _adjacent()
    if match := pattern.search(item.before[-_NEAR:]):
        group = "limit" if match["limit"] else "word"
        word = re.sub(r"\s+", " ", match[group].lower().replace(DOT, "."))
        start = item.start - (len(item.before[-_NEAR:]) - match.start(group))
        return stated(qualifier=table[word], quote_start=start, distributes=word in {"maximale", "minimale"})
    if match := _BEHIND.match(item.after):
        if match["at_most"]:
            return stated(qualifier=Qualifier.AT_MOST)
        return stated(qualifier=Qualifier.AT_LEAST, quote_end=item.end + match.end())
    if _LIMIT.match(item.clause_after):
        return stated(qualifier=Qualifier.AT_MOST)
    qualifier, distributes = _at_a_distance(item, previous)
    return stated(qualifier=qualifier, distributes=distributes)


def _at_a_distance(item: Sum, previous: Sum | None) -> tuple[Qualifier, bool]:
    """Read `de maximale subsidie bedraagt`, `kan oplopen tot`, and the second sum under one adjective."""
    clause = item.clause_before[-_FAR:]
    if match := _DISTANT.search(clause):
        word = match["word"].lower()
        if word != "maximaal" or _ADVERB.search(clause, match.start()):
            return Qualifier.AT_LEAST if word.startswith("min") else Qualifier.AT_MOST, True
    beside = f"{item.before[-_FAR:]} {item.clause_after[:_NEAR]}"
    if _UP_TO.search(clause) and not stands_in("change", beside) and not stands_in("give or cut", beside):
        return Qualifier.AT_MOST, False
    if previous is not None and previous.distributes and _AND.match(item.clause_before):
        return previous.qualifier, True
    return Qualifier.EXACT, False


@cache
def dotted_words() -> frozenset[str]:
    """Return the words that qualify a sum and end in a dot, without it: the page takes them for abbreviations."""
    return frozenset(row[0][:-1] for row in read_rows("dutch/money/qualifiers.tsv") if row[0].endswith("."))
