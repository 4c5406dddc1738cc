"""How often a sum is meant: once, every year, or for every unit."""

from __future__ import annotations

import re

from flanders_care.dutch.money.cues import holds
from flanders_care.dutch.money.sum import Sum
from flanders_care.dutch.text.abbreviations import DOT
from flanders_care.dutch.text.numerals import number_word
from flanders_care.dutch.text.page import Page
from flanders_care.regex import regex

_YEARS_LONG = regex(
    r"\b(?:van|voor|gedurende|looptijd\s+van|periode\s+van|duur\s+van|over|de\s+komende)\s+(?:telkens\s+|maximaal\s+)?(\d{1,2}|[a-zë]{3,8})\s+jaar\b(?!\s+(?:oud|geleden|en\s+ouder))",
    re.IGNORECASE,
)
_YEARLY_BEHIND = regex(
    r"^\s{0,3}(?:\)|\S{0,24}(?:subsid|krediet|steun|middelen|budget|financier|bijdrage|dotatie|toelage)\S{0,12})?\s{0,3}"
    rf"(?:/\s?jaar|p{DOT}?\s?j[.{DOT}]|recurrent|per\s+(?:begrotings|kalender|school|werk|werkings|academie|burgerlijk\s+)?jaar\b|jaarlijks\b|op\s+jaarbasis"
    r"|(?:elk|ieder)\s+jaar\b|per\s+jaar\b|elke\s+(?:12|twaalf)\s+maanden)",
    re.IGNORECASE,
)
_YEARLY_NEAR = regex(
    r"^[^.;,()\d]{0,60}(?<!het )\b(?:per\s+(?:kalender|school|werkings?|werk|begrotings)?jaar"
    r"|jaarlijks|op\s+jaarbasis)\b",
    re.IGNORECASE,
)
_YEARLY_BEFORE = regex(
    r"\b(?:jaarlijks|recurrente?|(?:elk|ieder)\s+jaar|per\s+(?:begrotings|kalender|school|werkings?|werk)?jaar|jaarbudget"
    r"|jaarlijkse?\s+(?:[a-zà-ÿ-]+\s+){0,3}?[a-zà-ÿ-]*(?:subsid|budget|bedrag|krediet|dotatie|toelage|financ|steun|middelen|bijdrage|investering|vergoeding|kost)\w*)\b[^.;:()]{0,100}$",
    re.IGNORECASE,
)
_PER_UNIT_BEHIND = regex(
    r"^\s{0,3}\)?(?:[a-zà-ÿ]+\s+){0,2}?(?:per\s+(?!(?:begrotings|kalender|school|werk|werkings|academie|burgerlijk\s+)?jaar\b|ministerieel|besluit|1\s|\d{1,2}\s(?:jan|feb|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec))\w"
    r"|/\s?(?!jaar)[a-z]|(?:voor\s+)?(?:elk|elke|ieder|iedere)\s+(?!jaar))",
    re.IGNORECASE,
)
_PER_UNIT_BEFORE = regex(
    r"(?:\bper\s+(?!(?:begrotings|kalender|school|werk|werkings|academie)?jaar\b|brief|ministerieel)[a-z]\w+|\b(?:elk|elke|ieder|iedere)\s+(?!jaar)\w+|\bmaandelijkse?|\btelkens)\b[^.;()\d]{0,50}$",
    re.IGNORECASE,
)


_EACH_YEAR = regex(
    rf"\b20\d\d\s{{0,2}}(?:,|en|t{DOT}?e{DOT}?m{DOT}?|tot\s+en\s+met|-|–|/)\s{{0,2}}20\d\d\s+(?:er\s+)?telkens\b[^.;()\d]{{0,50}}$",
    re.IGNORECASE,
)

_SENTENCE, _SENTENCE_BEFORE = 800, 600  # characters of its sentence, and of the one before, that may count its years
_MOST_YEARS = 30


def in_each_year(item: Sum) -> bool:
    """Tell whether a sum is meant for each of the years before it: `in 2021 en 2022 telkens 10 miljoen euro`."""
    return _EACH_YEAR.search(item.clause_before) is not None


def is_yearly(item: Sum) -> bool:
    """Tell whether a sum comes back every year: `per jaar`, `jaarlijks`, `elk jaar`, `60.000 euro/jaar`."""
    before, behind = item.clause_before, item.clause_after
    if _YEARLY_BEHIND.match(behind) or in_each_year(item):
        return True
    if _YEARLY_BEFORE.search(before) is not None:
        return not holds(item, "in total")
    return bool(_YEARLY_NEAR.match(behind)) and not holds(item, "in total")


def number_of_years(item: Sum, page: Page) -> int:
    """Count the years of a yearly sum that are stated without a date: `een overeenkomst van 3 jaar`, `drie jaar lang`.

    Args:
        item: The sum.
        page: The text; the sentence of the sum and the one before it are read.

    Returns:
        The number of years, 1 where the text does not say it.
    """
    start, end = page.span(item.sentence)
    before = page.span(item.sentence - 1)[0] if item.sentence else start
    for first, last in ((start, min(end, start + _SENTENCE)), (max(before, start - _SENTENCE_BEFORE), start)):
        for match in _YEARS_LONG.finditer(page.text, first, last):
            number = int(match[1]) if match[1].isdigit() else number_word(match[1])
            if number is not None and 1 < number <= _MOST_YEARS and number == int(number):
                return int(number)
    return 1


def per_unit(item: Sum) -> bool:
    """Tell whether a sum is meant for each project, person or place: `per project`, `elk project krijgt`."""
    if in_each_year(item):
        return False
    return bool(_PER_UNIT_BEHIND.match(item.clause_after) or _PER_UNIT_BEFORE.search(item.clause_before))
