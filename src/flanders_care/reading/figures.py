"""Counts and measures that are no money (Dutch: *kengetallen*): 70 partners, 26,7 %, 100.000 m2, 3 tot 5 jaar.

A number is a figure where something says what is counted: a noun behind it, a unit, or a word such as `top` before it.
Numbers of figures, pages, articles, versions and names are none, nor is what has been read as a sum or a date.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

import attrs

from flanders_care.dutch.text.numerals import figure, number_word
from flanders_care.dutch.text.patterns import alternatives
from flanders_care.dutch.text.wordlists import read_rows
from flanders_care.fields import instance_of
from flanders_care.money import EXACT, Qualifier
from flanders_care.reading.figure_units import counted, words_behind
from flanders_care.regex import regex

_WORDS = (
    "twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|"
    "negentien|(?:(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)[eë]n)?(?:twintig|dertig|veertig|vijftig|zestig|"
    "zeventig|tachtig|negentig)|(?:twee|drie|vier|vijf|zes|zeven|acht|negen)?(?:honderd|duizend)|[ée]én(?=\\s+(?:miljoen|miljard))"
)
_DIGITS = r"\d{1,3}(?:[. ]\d{3})+(?!\d)(?:,\d{1,4})?|\d{1,12}(?:,\d{1,4})?"
_ORDINALS = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7, "achtste": 8,
    "negende": 9, "tiende": 10, "elfde": 11, "twaalfde": 12,
}  # fmt: skip
_FIGURE = regex(
    rf"(?<![\w.,+/&#€$-])(?P<low>{_DIGITS}|(?:{_WORDS})(?!\w))"
    rf"(?P<scale_low>\s?(?:miljoen|miljard))?(?P<percent_low>\s?%)?"
    rf"(?:(?P<to>\s?[-–]\s?|\s+(?:à|tot|tot en met|of)\s+)(?P<high>{_DIGITS}|(?:{_WORDS})(?!\w)))?"
    rf"(?P<scale>\s?(?:miljoen|miljard)(?!\w))?"
    rf"(?P<unit>\s?(?:%|‰|procent\b|procentpunten?\b|m[²2]\b|km²?\b|ha\b|GWh?\b|MWh?\b|kWh?\b|kton\b|ton\b|FTE\b|vte\b)"
    rf"|-?tal(?:len)?\b|x\b|(?:ste|de|e)\b)?",
    re.IGNORECASE,
)
_RANK = regex(
    rf"\b(?:is|zijn|was|werd|wordt|blijft|als|op|naar)\s+(?:de|het)\s+(?P<rank>{'|'.join(_ORDINALS)})"
    r"(?=\s+(?:plaats|rang|positie|in|van|op)\b|\s*[.,;])",
    re.IGNORECASE,
)
_SHARE = regex(
    r"(?<![\w/])(?:(?P<part>\d{1,2})/(?P<whole>\d{1,2})(?![\w/.])|de\s+(?P<half>helft)\b|(?P<quarters>drie\s?kwart|een\s+kwart)\b"
    r"|(?P<thirds>een|één|twee)\s+derden?\b)(?=\s+van\b|\s+(?:naar|bestaat|gaat|komt))",
    re.IGNORECASE,
)
_LABEL = regex(
    r"(?:figuur|fig\.?|box|kader|tabel|grafiek|bijlage|pagina(?:[’']s)?|blz\.?|p\.|hoofdstuk|deel|artikels?|artikelen|art\.|"
    r"punt|nr\.?|nrs\.?|nummer|stap|fase|actie|prioriteit|as|challenge|werf|lijn|versie|categorie|type|klasse|niveau|zaal|"
    r"paragraaf|§|vraag|stuk|bus|tel\.?|isbn|iso)\s*$",
    re.IGNORECASE,
)
_OF_THEM = regex(r"\b(?:waarvan|waaronder|inclusief|van\s+wie|van\s+de\s+welke)\s+(?:er\s+)?$", re.IGNORECASE)
_FAR = 120  # characters between a figure and the number that counts some of it
_NAMED_YEAR = regex(r"\b[A-ZÀ-Þ][\w’'-]*\s$")
_TRL_GLUED = regex(r"\bTRL[- ]?(?:niveaus?\s*)?(?P<low>[1-9])\s?[-–]\s?(?P<high>[1-9])(?!\d)", re.IGNORECASE)


@attrs.frozen(kw_only=True)
class FigureMention:
    """One count or measure in a text.

    Attributes:
        start: First character; words that qualify it are included where they touch it.
        end: One past the last character, unit included.
        value: The figure in `unit`; of a range the middle.
        unit: `"%"`, `"m2"`, `"jaar"`, or the noun counted; a share (`de helft`) is in `"deel"`, 0..1.
        qualifier: How firmly it is stated.
        subject: The words behind it that say of what, "" where there are none.
    """

    start: int = attrs.field(validator=instance_of(int))
    end: int = attrs.field(validator=instance_of(int))
    value: Decimal = attrs.field(validator=instance_of(Decimal))
    unit: str = attrs.field(validator=instance_of(str))
    qualifier: Qualifier = Qualifier.EXACT
    subject: str = ""


def read_figures(text: str, taken: Iterable[tuple[int, int]] = ()) -> tuple[FigureMention, ...]:
    """Read the counts and measures in a text.

    Args:
        text: Dutch prose.
        taken: Stretches that are something else: sums, dates, names with a number in them.

    Returns:
        The figures in text order.

    Example:
        >>> [
        ...     (f.value, f.unit, f.qualifier.value)
        ...     for f in read_figures("Meer dan 70 partners, waarvan 45 kmo’s (Figuur 3).")
        ... ]
        [(Decimal('70'), 'partners', 'more_than'), (Decimal('45'), 'kmo’s', 'exact')]
    """
    spans = sorted(taken)
    kept: list[FigureMention] = []
    for mention in sorted((*_counts(text), *_ranks_and_shares(text)), key=lambda one: (one.start, -one.end)):
        place = bisect_left(spans, (mention.end,))
        is_free = not any(end > mention.start for _, end in spans[max(0, place - 3) : place])
        if is_free and (not kept or mention.start >= kept[-1].end):
            kept.append(mention)
    return tuple(kept)


@cache
def _qualifiers() -> tuple[re.Pattern[str], dict[str, Qualifier]]:
    table = {row[0]: Qualifier(row[1]) for row in read_rows("dutch/money/qualifiers.tsv")}
    return regex(rf"(?:^|(?<=[\s(\[,;:]))(?P<word>{alternatives(table)})\s{{0,3}}(?:de\s)?$", re.IGNORECASE), table


def _qualified(text: str, start: int) -> tuple[int, Qualifier]:
    """Return where the words that qualify a figure begin, and what they say."""
    pattern, table = _qualifiers()
    window = max(0, start - 30)
    match = pattern.search(text[window:start])
    if match is None:
        return start, Qualifier.EXACT
    word = re.sub(r"\s+", " ", match["word"].lower())
    if word == "rond" and not text[start].isdigit():  # werkt rond vier thema’s
        return start, Qualifier.EXACT
    return window + match.start("word"), table[word]


def _number(words: str) -> Decimal | None:
    return figure(words) if words[0].isdigit() else number_word(words)


def _scaled(value: Decimal, scale: str | None) -> Decimal:
    if not scale:
        return value
    return EXACT.multiply(value, Decimal(1_000_000 if "joen" in scale.lower() else 1_000_000_000))


def _counts(text: str) -> Iterator[FigureMention]:
    previous: FigureMention | None = None
    for match in _FIGURE.finditer(text):
        mention = _read(text, match, previous)
        if mention is not None:
            yield mention
            previous = mention


def _read(text: str, match: re.Match[str], previous: FigureMention | None) -> FigureMention | None:
    if not _is_counted(text, match):
        return None
    end, unit, subject = counted(text, match)
    if unit is None and previous is not None and _is_of_them(text, match, previous):
        unit, subject = previous.unit, words_behind(text, match.end())
    value = _value(match)
    if unit is None or value is None:
        return None
    start, firm = _qualified(text, match.start())
    firm = Qualifier.RANGE if match["high"] else firm
    return FigureMention(start=start, end=end, value=value, unit=unit, qualifier=firm, subject=subject)


def _is_of_them(text: str, match: re.Match[str], previous: FigureMention) -> bool:
    """Tell whether a bare number counts some of the figure before it: `49 mandaten, waarvan 22 in ...`."""
    near = match.start() - previous.end < _FAR
    return near and _OF_THEM.search(text, previous.end, match.start()) is not None


def _value(match: re.Match[str]) -> Decimal | None:
    """The number, or the middle of a range; None where the digits are no number or the range runs backwards."""
    scale = match["scale"] or match["scale_low"]
    low = _number(match["low"])
    if low is None or not match["high"]:
        return None if low is None else _scaled(low, scale)
    high = _number(match["high"])
    if high is None or high <= low:
        return None
    return EXACT.divide(_scaled(low + high, scale), Decimal(2))


def _is_counted(text: str, match: re.Match[str]) -> bool:
    """Tell a count from the number of a figure, a version, a date or a part of a word."""
    before, after = text[max(0, match.start() - 24) : match.start()], text[match.end() : match.end() + 2]
    if _LABEL.search(before) is not None or (after[:1] == "." and after[1:2].isdigit()):
        return False
    if len(match[0]) == 4 and match[0].isdigit() and _NAMED_YEAR.search(before) is not None:
        return False
    if match["low"][0] == "0" and match["low"][1:2].isdigit():
        return False
    unit = (match["unit"] or "").strip()
    if after[:1].isalnum() or (after[:1] in "-/–’'" and after[1:2].isalpha() and not unit):
        return False
    return not (
        unit in ("ste", "de", "e")
        and re.match(r"\s+(?:plaats|rang|positie)\b", text[match.end() : match.end() + 12]) is None
    )


def _ranks_and_shares(text: str) -> Iterator[FigureMention]:
    for match in _RANK.finditer(text):
        rank, behind = Decimal(_ORDINALS[match["rank"].lower()]), words_behind(text, match.end())
        yield FigureMention(start=match.start("rank"), end=match.end(), value=rank, unit="plaats", subject=behind)
    for match in _SHARE.finditer(text):
        start, firm = _qualified(text, match.start())
        share, behind = _share(match), words_behind(text, match.end())
        yield FigureMention(start=start, end=match.end(), value=share, unit="deel", qualifier=firm, subject=behind)
    for match in _TRL_GLUED.finditer(text):
        middle = (Decimal(match["low"]) + Decimal(match["high"])) / 2
        start, end = match.span()
        yield FigureMention(start=start, end=end, value=middle, unit="TRL", qualifier=Qualifier.RANGE)


def _share(match: re.Match[str]) -> Decimal:
    """The share that a match states, 0..1; thirds are rounded to four places."""
    if match["part"]:
        return (Decimal(match["part"]) / max(Decimal(1), Decimal(match["whole"]))).quantize(Decimal("0.0001"))
    if match["half"]:
        return Decimal("0.5")
    if match["quarters"]:
        return Decimal("0.75") if match["quarters"].lower().startswith("drie") else Decimal("0.25")
    return Decimal("0.6667") if match["thirds"].lower() == "twee" else Decimal("0.3333")
