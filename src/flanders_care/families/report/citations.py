"""Marks that cite a decision by its number: `[0]`, `[0, 1]`, `[0-3]`, escaped or not (Dutch: *verwijzingen*)."""

from __future__ import annotations

import re
from collections.abc import Container

import attrs

from flanders_care.fields import instance_of, tuple_of
from flanders_care.regex import regex

#: A range that spans more is no citation but a slip.
_LONGEST_RANGE = 200
_NUMBERS = r"\d{1,3}(?:[ \t]{0,2}[,;–-][ \t]{0,2}\d{1,3}){0,99}"
_MARK = regex(
    rf"(?<!\w)\\?\[[ \t]?\^?(?P<numbers>{_NUMBERS})[ \t]?\\?\](?:\([^()\s]{{0,4000}}\))?(?=(?P<more>[^\[\n]{{0,14}}))"
)
_UNTIL = regex(r"\s*(?:t/m|tot en met|tot|–|-)\s*\\?$", re.IGNORECASE)
_STEP = regex(r"(\d+)\s*[–-]\s*(\d+)|(\d+)")


@attrs.frozen(kw_only=True)
class Citation:
    """One mark in a text.

    Attributes:
        start: First character of the mark.
        end: One past its last.
        numbers: The numbers cited, in the order of the mark, ranges written out.
        escaped: Whether the brackets are escaped for Markdown, as only citations are.
    """

    start: int = attrs.field(validator=instance_of(int))
    end: int = attrs.field(validator=instance_of(int))
    numbers: tuple[int, ...] = attrs.field(validator=tuple_of(int))
    escaped: bool = attrs.field(validator=instance_of(bool))


def find_citations(text: str, known: Container[int] = ()) -> tuple[Citation, ...]:
    r"""Find the citation marks of a text.

    `[1.11]` is the number of a section and `[2023]` a year: neither is a citation. A single number in brackets that
    are not escaped counts only up to 99, or if there is a reference of that number.

    Args:
        text: Markdown.
        known: The numbers of the references there are.

    Returns:
        The marks in text order; after `t/m` or `tot en met` between two marks the second holds the range.

    Example:
        >>> [c.numbers for c in find_citations(r"Steun [0-2] en \[5\]\[7\], zie sectie [1.11].")]
        [(0, 1, 2), (5,), (7,)]
    """
    found: list[Citation] = []
    until: int | None = None
    for match in _MARK.finditer(text):
        numbers = _written_out(match["numbers"])
        escaped = match[0].startswith("\\")
        if not numbers or (not escaped and numbers[0] > 99 and numbers[0] not in known):
            until = None
            continue
        if until is not None and until < numbers[0] <= until + _LONGEST_RANGE:
            numbers = (*range(until + 1, numbers[0]), *numbers)
        found.append(Citation(start=match.start(), end=match.end(), numbers=numbers, escaped=escaped))
        until = numbers[-1] if _UNTIL.match(match["more"]) else None
    return tuple(found)


def without_citations(text: str) -> str:
    """Put blanks in the place of the marks, so that places stay what they are.

    Example:
        >>> without_citations("Steun [0].")
        'Steun    .'
    """
    return _MARK.sub(lambda mark: " " * len(mark[0]), text)


def _written_out(numbers: str) -> tuple[int, ...]:
    result: list[int] = []
    for first, last, single in _STEP.findall(numbers):
        if single:
            result.append(int(single))
        elif 0 <= int(last) - int(first) <= _LONGEST_RANGE:
            result.extend(range(int(first), int(last) + 1))
        else:
            result.extend((int(first), int(last)))
    return tuple(dict.fromkeys(result))
