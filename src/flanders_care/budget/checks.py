"""Check that a document's own arithmetic holds, and that the links between lines lead somewhere."""

from __future__ import annotations

import decimal
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from flanders_care.diagnostics import Diagnostic, Severity
from flanders_care.dutch.money.mention import AmountMention
from flanders_care.dutch.money.mentions import read_money
from flanders_care.dutch.text.numerals import figure
from flanders_care.dutch.text.page import plain_characters
from flanders_care.model.funding import FundingLine
from flanders_care.money import EXACT, exact_sum, format_decimal, last_digit
from flanders_care.provenance import Document
from flanders_care.regex import regex

_PERCENT = regex(
    r"(?<![\d.,])(\d{1,3}(?:,\d{1,4})?)\s?%\s+(?:hiervan|daarvan|van\s+(?:dit|dat|het|deze|die)\s+\w*(?:budget|bedrag|krediet|middelen))"
    r"\s*(?:,|of|zijnde|d\.w\.z\.|\()\s*(?:ongeveer\s+|circa\s+|ca\.\s+)?$",
    re.IGNORECASE,
)
_REACH = 90
_CHECKING = decimal.Context(prec=1000, Emin=-10_000, Emax=10_000)


def check_sums(document: Document) -> tuple[Diagnostic, ...]:
    """Check the arithmetic of one document.

    The codes: `parts-exceed-whole`, where parts are more than the sum that contains them; `parts-miss-whole`, where
    parts in brackets are meant to be all of it and are not; `percentage-fails`, where a stated percentage of a stated
    whole is not the stated part; `two-values`, where a title and its text name one sum with two values.

    Args:
        document: The document.

    Returns:
        Diagnostics in text order, each with both quotes; what could not be read as a sum is among them.

    Example:
        >>> text = "Het budget is 50 miljoen euro. 10% hiervan of 8 miljoen euro gaat naar A."
        >>> [item.code for item in check_sums(Document(id="d", text=text))]
        ['percentage-fails']
    """
    reading = read_money(document.text, document_id=document.id)
    with decimal.localcontext(_CHECKING):
        found = [*reading.diagnostics, *_parts(document, reading.mentions)]
        found += _percentages(document, reading.mentions) + _two_values(document, reading.mentions)
    return tuple(sorted(found, key=lambda item: (item.start or 0, item.code)))


def _warn(document: Document, code: str, mention: AmountMention, message: str) -> Diagnostic:
    return Diagnostic(code=code, message=message, document_id=document.id, start=mention.start, end=mention.end)


def _parts(document: Document, mentions: Sequence[AmountMention]) -> list[Diagnostic]:
    """Compare each whole with its parts; a whole that is only approximate may be missed by 5 %.

    The parts before a whole and those behind it may be two ways to divide it: by theme, and then by zone.
    """
    parts: dict[tuple[int, bool], list[AmountMention]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        if mention.part_of is not None and mention.same_as is None and mention.alternative_to is None:
            parts[mention.part_of, index > mention.part_of].append(mention)
    found: list[Diagnostic] = []
    for side in sorted(parts):
        whole, added = mentions[side[0]], exact_sum(part.amount.value for part in parts[side])
        value = whole.amount.value
        slack = value * (Decimal("0.01") if whole.amount.is_exact else Decimal("0.05"))
        quotes = ", ".join(repr(part.quote) for part in parts[side])
        if added > value + slack:
            message = f"{quotes} add up to {format_decimal(added)}, more than their whole {whole.quote!r}"
            found.append(_warn(document, "parts-exceed-whole", whole, message))
        elif _is_exhaustive(document.text, whole, parts[side]) and added < value - slack:
            message = f"{quotes} add up to {format_decimal(added)}, not to {whole.quote!r} before the brackets"
            found.append(_warn(document, "parts-miss-whole", whole, message))
    return found


def _is_exhaustive(text: str, whole: AmountMention, parts: Sequence[AmountMention]) -> bool:
    """Tell whether two or more parts in brackets, with `en` between the last, are meant to be all of a sum."""
    between = text[whole.end : parts[0].start]
    if len(parts) < 2 or "(" not in between or len(between) > 80 or ")" in between or ". " in between:
        return False
    return bool(re.search(r"\ben\b", text[parts[-2].end : parts[-1].start]))


def _percentages(document: Document, mentions: Sequence[AmountMention]) -> list[Diagnostic]:
    text = plain_characters(document.text)
    found: list[Diagnostic] = []
    for index, mention in enumerate(mentions):
        stated = _PERCENT.search(text, max(0, mention.start - _REACH), mention.start)
        share = figure(stated[1]) if stated else None
        if share is None or index == 0:
            continue
        told = mention.part_of is not None and mention.part_of < index  # a share is of what stands before it
        whole = mentions[mention.part_of] if told and mention.part_of is not None else mentions[index - 1]
        part, wanted = mention.amount.value, EXACT.multiply(whole.amount.value, share) / 100
        if abs(wanted - part) > last_digit(part) + _share_rounding(share, whole.amount.value):
            shown = format_decimal(wanted.quantize(Decimal(1)))
            message = f"{format_decimal(share)}% of {whole.quote!r} is {shown}, not {mention.quote!r}"
            found.append(_warn(document, "percentage-fails", mention, message))
    return found


def _share_rounding(share: Decimal, whole: Decimal) -> Decimal:
    return EXACT.multiply(whole, Decimal((0, (1,), int(share.as_tuple().exponent)))) / 200


def _two_values(document: Document, mentions: Sequence[AmountMention]) -> list[Diagnostic]:
    """Compare the one sum of a decision's title with the one sum that its text grants."""
    if len(mentions) != 2:
        return []
    first, second = mentions
    if (
        first.role != second.role
        or second.same_as is not None
        or second.part_of is not None
        or first.part_of is not None
    ):
        return []
    one, other = sorted((first.amount.value, second.amount.value))
    title = document.title is not None and first.end <= len(document.title)
    if not title or one <= 0 or one == other or (other - one) * 5 > other or first.years != second.years:
        return []
    return [_warn(document, "two-values", second, f"the title says {first.quote!r}, the text {second.quote!r}")]


def check_lines(lines: Iterable[FundingLine]) -> tuple[Diagnostic, ...]:
    """Check the links of funding lines.

    The codes: `dangling-link`, where a link names a line that is not there; `circular-parts`, where lines contain each
    other; `parts-exceed-whole`, as in `check_sums`.

    Args:
        lines: The lines, in any order.

    Returns:
        Diagnostics in order of the lines' ids.

    Example:
        >>> from flanders_care.money import Amount
        >>> [item.code for item in check_lines([FundingLine(id="a", amount=Amount.of(1), same_as="b")])]
        ['dangling-link']
    """
    known = {line.id: line for line in lines}
    found: list[Diagnostic] = []
    parts: dict[tuple[str, bool], list[Decimal]] = defaultdict(list)
    for identity in sorted(known):
        line = known[identity]
        for name in ("same_as", "part_of", "alternative_to", "successor_of", "rate_of"):
            target = getattr(line, name)
            if target is not None and target not in known:
                found.append(_about(line, "dangling-link", f"{name} of {identity} names {target}, which is not there"))
        if line.part_of in known and line.same_as is None:
            parts[line.part_of, _stands_behind(line, known[line.part_of])].append(line.amount.value)
            if _in_circle(line, known):
                found.append(
                    _about(line, "circular-parts", f"{identity} contains itself: correct part_of", Severity.ERROR)
                )
    for whole, behind in sorted(parts):
        added, value = exact_sum(parts[whole, behind]), known[whole].amount.value
        if added > EXACT.add(value, EXACT.multiply(value, Decimal("0.05"))):
            message = f"the parts of {whole} add up to {format_decimal(added)}, more than {known[whole].amount}"
            found.append(_about(known[whole], "parts-exceed-whole", message))
    return tuple(found)


def _stands_behind(line: FundingLine, whole: FundingLine) -> bool:
    """Tell whether a part is told behind its whole; what is told before it may divide it in another way."""
    return [(source.document_id, source.start) for source in line.sources] >= [
        (source.document_id, source.start) for source in whole.sources
    ]


def _in_circle(line: FundingLine, known: dict[str, FundingLine]) -> bool:
    seen: set[str] = set()
    target = line.part_of
    while target in known and target not in seen:
        if target == line.id:
            return True
        seen.add(target)
        target = known[target].part_of
    return False


def _about(line: FundingLine, code: str, message: str, severity: Severity = Severity.WARNING) -> Diagnostic:
    return Diagnostic.at(next(iter(line.sources), None), code, message, severity)
