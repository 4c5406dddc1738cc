"""Sums whose unit, or whose other end, stands elsewhere: ranges, pairs, lists and tables."""

from __future__ import annotations

import re
from decimal import Decimal

import attrs

from flanders_care.dutch.amount_scan import Found
from flanders_care.dutch.money_words import alternatives, rows
from flanders_care.dutch.numerals import figure, number_word, shifted

__all__ = ["complete"]

_BARE = r"(?P<bare>\d[\d.,]{0,18}\d|\d|(?:een\s)?(?:half|anderhalf)|[a-zë]{3,12})"
_LINK = r"(?P<link>tot\s+en\s+met|tot|à|a|en|of|[-–/,])"
_BEFORE = re.compile(
    rf"(?:^|(?<=[\s(]))(?:€\s?)?{_BARE}\s{{0,3}}{_LINK}\s{{0,3}}(?:maximaal\s+|max\.\s+)?$", re.IGNORECASE
)
_BETWEEN = re.compile(r"\btussen(?:\s+de)?\s+$", re.IGNORECASE)
_RANGE_LINKS = frozenset({"tot", "tot en met", "à", "a", "-", "–"})
_CHANGE = re.compile(
    r"\b(?:verhog|verhoog|opgetrokken|optrek|op te trekken|verlaag|verlag|stijg|steeg|groei|daal"
    r"|dalen|halveer|breng|gebracht)\w*",
    re.IGNORECASE,
)
_LEADS_PAIR = re.compile(
    r"(?:\b(?:respectievelijk|van|telkens|met|voor|naar|bedragen|bedraagt|ten\s+bedrage\s+van|krijgen|ontvangen|uit)|[(:,])\s*$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_LIST_ITEM = re.compile(r"\(([^()\d\n]{2,60}?)\s[–-]\s{0,2}\n?(\d{1,4},\d{1,3})\)")
_LIST_REACH = 600
_FACTORED = re.compile(
    r"(?<![\w.,])(\d{1,4})\s{0,2}(?:x|×|maal|keer)\s{0,2}(\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?)(?![\d.,]?\d)", re.IGNORECASE
)
_FACTOR_REACH = 300
_HEAD = re.compile(
    r"\b(?:in|x|×)\s{0,2}(?P<scale>duizend(?:en)?|miljoen(?:en)?|miljard(?:en)?|mio|mln\.?|1\.000|1\s000|k(?=\s?(?:€|eur)))?\s{0,2}(?P<cur>euro|eur|€)"
    r"(?![a-zà-ÿ])",
    re.IGNORECASE,
)
_HEAD_SCALES = {"duizend": 3, "duizenden": 3, "1.000": 3, "1 000": 3, "k": 3, "miljard": 9, "miljarden": 9}
_CELL = re.compile(
    r"(?:(?<=[|\t;:])|(?<=\s{2})|(?<=\n))[ ]{0,8}(-?\d[\d. ]{0,18}(?:,\d{1,3})?)[ ]{0,8}(?=[|\t;\n]|\s{2}|$)"
)
_TABLE_LINES = 60
_FUNCTION_WORDS = frozenset(
    [
        "vanuit",
        "uit",
        "in",
        "voor",
        "aan",
        "per",
        "en",
        "of",
        "ter",
        "te",
        "tot",
        "extra",
        "meer",
        "minder",
        "blijft",
        "wordt",
        "werd",
        "is",
        "was",
        "zal",
        "zullen",
        "als",
        "hiervan",
        "daarvan",
        "bij",
        "op",
        "naar",
        "om",
        "door",
        "via",
        "waarvan",
        "goed",
        "toe",
        "toegewezen",
        "toegekend",
        "voorzien",
        "gereserveerd",
        "vrij",
        "beschikbaar",
        "met",
        "die",
        "dat",
    ]
)
_NEXT_WORD = re.compile(r"\s{0,4}([A-Za-zÀ-ÿ'-]+)")


def complete(text: str, found: list[Found]) -> list[Found]:
    """Give every figure its unit, join ranges, and leave out counts (`een miljoen genomen`).

    Args:
        text: The levelled text.
        found: What `scan` found in it.

    Returns:
        The sums of money, in text order.
    """
    sums = [item for item in found if item.currency is not None or _is_money(text, item, found)]
    for item in sums:
        item.currency = item.currency or _currency_near(item, found)
        item.value = -item.value if item.negative else item.value
    sums = _ranges(text, sums)
    sums += _listed(text, sums) + _factored(text, sums) + _tabled(text, sums)
    sums.sort(key=lambda item: (item.start, item.end))
    return _apart(sums)


def _apart(sums: list[Found]) -> list[Found]:
    """Keep the first of sums that lie over each other."""
    kept: list[Found] = []
    for item in sums:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept


def _currency_near(item: Found, found: list[Found]) -> str:
    """Take the currency of the nearest sum that names one; these are Belgian documents, so euro otherwise."""
    stated = [other for other in found if other.currency is not None and abs(other.start - item.start) < _LIST_REACH]
    nearest = min(stated, key=lambda other: (abs(other.start - item.start), other.start), default=None)
    return "EUR" if nearest is None or nearest.currency is None else nearest.currency


def _is_money(text: str, item: Found, found: list[Found]) -> bool:
    """Tell `1 miljoen strategische ecologiesteun` from `één miljoen genomen`."""
    nouns = re.compile(alternatives(row[0] for row in rows("money_nouns")))
    position = item.end
    for _ in range(3):
        word = _NEXT_WORD.match(text, position)
        if word is None or word[1].lower() in _FUNCTION_WORDS:
            break
        if nouns.search(word[1].lower()):
            return True
        position = word.end()
    if position != item.end:
        return False  # a noun that is no money follows: a count
    near = text[max(0, item.start - 160) : item.end + 40].lower()
    return bool(nouns.search(near)) or any(
        other.currency is not None and abs(other.start - item.start) < 160 for other in found
    )


def _ranges(text: str, sums: list[Found]) -> list[Found]:
    """Join `tussen 2 en 3 miljoen euro`; give `3` its unit in `respectievelijk 3 en 11 miljoen euro`."""
    result: list[Found] = []
    for item in sums:
        previous = result[-1] if result else None
        if previous is not None and (joined := _range_of(text, previous, item)):
            result[-1] = joined
            continue
        bare = _bare_before(text, item, previous.end if previous else 0)
        if bare is not None and (joined := _range_of(text, bare, item)):
            result.append(joined)
        else:
            result += [item] if bare is None else [bare, item]
    return result


def _bare_before(text: str, item: Found, floor: int) -> Found | None:
    """Find a figure without unit that shares the unit of the sum behind it."""
    match = _BEFORE.search(text, max(floor, item.start - 40), item.start)
    if match is None or item.times > 1:
        return None
    places = item.places
    number = figure(match["bare"]) if match["bare"][0].isdigit() else number_word(match["bare"])
    if number is None or (_YEAR.match(match["bare"]) and (places or match["link"] not in _RANGE_LINKS)):
        return None
    if not match["bare"][0].isdigit() and not places:
        return None
    if places and number >= 1000:
        places = 0  # 500.000 à 1 miljoen
    lead = text[max(0, match.start() - 30) : match.start()]
    if match["link"].lower() in {"en", ",", "of"} and not (_BETWEEN.search(lead) or _LEADS_PAIR.search(lead)):
        return None
    if match["link"] in {"-", "–", "/", "a"} and not (
        _LEADS_PAIR.search(lead) or _BETWEEN.search(lead) or not lead or lead[-1].isspace()
    ):
        return None
    sign, digits, exponent = number.as_tuple()
    value = Decimal((sign, digits, int(exponent) + places)) if places else number
    value = shifted(f"{value:f}", "", 0) if value == value.to_integral_value() else value
    start = match.start("bare")
    return attrs.evolve(
        item,
        start=start,
        end=match.end("bare"),
        digits=match["bare"],
        number=number,
        places=places,
        value=value,
        carried=True,
    )


def _range_of(text: str, left: Found, right: Found) -> Found | None:
    """Join two figures into one range when the words between and before them say so."""
    between = text[left.end : right.start].strip().lower()
    lead = _BETWEEN.search(text, max(0, left.start - 12), left.start)
    if len(between) > 12 or left.currency != right.currency or left.value > right.value or left.times != right.times:
        return None
    if lead is not None and between in {"en", "à", "-", "–"}:
        start = lead.start()
    elif between in _RANGE_LINKS and not _CHANGE.search(text, max(0, left.start - 160), left.start):
        start = left.start
    else:
        return None
    low, high = left.value, right.value
    middle = (low + high) / 2
    return attrs.evolve(right, start=start, value=middle, low=low, high=high)


def _listed(text: str, sums: list[Found]) -> list[Found]:
    """Read the bare decimals of a list, `(GTI Limburg – 4,76)`, with the unit of the sum before the list."""
    items = list(_LIST_ITEM.finditer(text))
    found: list[Found] = []
    for item in items:
        fellows = [other for other in items if other is not item and abs(other.start() - item.start()) < _LIST_REACH]
        before = [s for s in sums if s.places >= 6 and 0 < item.start() - s.end < _LIST_REACH]
        if not fellows or not before:
            continue
        whole, _, fraction = item[2].partition(",")
        places = before[-1].places
        value, number = shifted(whole, fraction, places), shifted(whole, fraction, 0)
        found.append(
            Found(start=item.start(2), end=item.end(2), digits=item[2], number=number, places=places,
                  currency=before[-1].currency, value=value, carried=True)
        )  # fmt: skip
    return found


def _factored(text: str, sums: list[Found]) -> list[Found]:
    """Read `11 x 50.000` where euro stands near, but not with it."""
    found: list[Found] = []
    for match in _FACTORED.finditer(text):
        near = [s for s in sums if abs(s.start - match.start()) < _FACTOR_REACH]
        value = figure(match[2])
        if not near or value is None or any(s.start < match.end() and match.start() < s.end for s in near):
            continue
        found.append(
            Found(start=match.start(), end=match.end(), digits=match[2], number=value, currency=near[0].currency,
                  times=int(match[1]), value=value, carried=True)
        )  # fmt: skip
    return found


def _tabled(text: str, sums: list[Found]) -> list[Found]:
    """Read the cells under a head that names the unit: `(in duizend euro)`."""
    found: list[Found] = []
    reach = 0
    for head in _HEAD.finditer(text):
        line_end = text.find("\n", head.end())
        if line_end < 0 or head.start() < reach:
            continue
        reach = _table_end(text, line_end + 1)
        places = _HEAD_SCALES.get((head["scale"] or "").lower(), 6 if head["scale"] else 0)
        for cell in _CELL.finditer(text, line_end + 1, reach):
            value = figure(cell[1].strip("- "), places)
            if value is None or _YEAR.match(cell[1].strip()):
                continue
            found.append(_cell(cell, -value if cell[1].startswith("-") else value, places))
    return [item for item in found if not any(s.start < item.end and item.start < s.end for s in sums)]


def _cell(cell: re.Match[str], value: Decimal, places: int) -> Found:
    start = cell.start(1)
    digits = cell[1].rstrip()
    return Found(
        start=start,
        end=start + len(digits),
        digits=digits,
        number=value,
        places=places,
        currency="EUR",
        value=value,
        carried=True,
    )


def _table_end(text: str, start: int) -> int:
    """Return where the table that follows its head ends: at a blank line or a line of prose."""
    position = start
    for _ in range(_TABLE_LINES):
        end = text.find("\n", position)
        line = text[position : len(text) if end < 0 else end]
        if not line.strip() or len(line) > 400:
            break
        position += len(line) + 1
    return min(position, len(text))
