"""The figures, dates and names in a claim, with their places.

What every report says (*Vlaamse Regering*) is no name, and neither is the word that opens a sentence.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

import attrs

from flanders_care.dutch.dates.mentions import read_dates
from flanders_care.dutch.money.mentions import read_amounts
from flanders_care.dutch.text.numerals import figure
from flanders_care.dutch.text.wordlists import read_lines
from flanders_care.dutch.text.words import stop_words
from flanders_care.regex import regex

_CITATION = regex(r"\\?\[[\d,;\s–-]{1,60}\\?\](?:\([^()\s]{0,2000}\))?")
_MARKS = regex(r"[*\\`#_>|]")
# a line of its own, "**Label**: claim", "**Label:** claim", "**Label [3]** - claim"; the opening marks may be cut off
_LABEL = regex(
    r"\A[^\n.]{1,160}\n|\A\s{0,9}(?:[-–•]\s{0,9})?(?:\*\*)?[^*\n]{1,160}(?::\*\*|\*\*\s{0,9}(?:[:–-]|\\?\[))|\A\s{0,9}\*\*[^*\n]{1,300}\Z"
)

_CAPITAL = r"(?:[A-ZÀ-Ý][\w&+’'.@-]{0,60}[\w&+]|[A-ZÀ-Ý]|\d{1,4}[A-Z][\w-]{0,40})"
_LINK = r"(?:van|de|het|der|den|voor|in|te|aan|op|&|tot|met|over)"
_NAME = regex(rf"(?<!\w){_CAPITAL}(?: (?:{_LINK} ){{0,2}}{_CAPITAL}){{0,12}}")
_QUOTED = regex(r"(?<!\w)[‘'\"“„](?P<name>[^‘'\"“”„’\n]{2,80})[’'\"”](?!\w)")
# an institution is one: "Vlaamse zorginspectie", not "Vlaamse gezinnen" and not "Vlaamse justitiële"
_INSTITUTION = regex(
    r"(?<!\w)(?:Vlaamse?|tweede|derde|vierde) "
    r"(?![a-zà-ÿ]{0,40}(?:en|s|ën|ële|ige|ische|lijke)(?!\w))[a-zà-ÿ]{9,40}(?!\w)"
)
_OPENING = regex(r"(?:\A|[.:!?–-]\s|\n)\s*\Z")
_FIGURE = regex(r"(?<![\w.,/-])\d{1,3}(?:[.,]\d{1,3}){0,4}(?![\w/]|[.,-]\d)|(?<![\w.,/-])\d{1,9}(?![\w/]|[.,-]\d)")
_COUNTS = ("één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_COUNT = regex(rf"(?<![\w-])({'|'.join(_COUNTS[1:])})(?:jarige|jaarlijkse|ledige)?(?![\w-])|(?<!\w)één(?! van| en |\w)")


class ItemKind(enum.StrEnum):
    """What sort of thing a claim names."""

    NUMBER = "number"
    NAME = "name"
    DATE = "date"


@attrs.frozen(kw_only=True)
class Item:
    """A figure, date or name in a claim.

    Attributes:
        kind: Which of these.
        start: First character in the text of the claim as it stands in its document.
        end: One past the last character.
        quote: The words.
    """

    kind: ItemKind
    start: int
    end: int
    quote: str


@cache
def generic_names() -> tuple[frozenset[str], frozenset[str]]:
    """Return names that name nothing in particular, and words that head a name and may be left out of it."""
    lines = read_lines("auditing/generic_names.txt")
    heads = frozenset(line.removeprefix("+") for line in lines if line.startswith("+"))
    return frozenset(line for line in lines if not line.startswith("+")), heads


def mask_marks(text: str) -> str:
    """Blank out citation marks and Markdown, each character by one blank, so that places stay.

    Example:
        >>> mask_marks(r"**Steun** voor bos [0]")
        '  Steun   voor bos    '
    """
    blanked = _CITATION.sub(lambda match: " " * len(match[0]), text)
    return _MARKS.sub(" ", blanked)


def find_items(text: str) -> tuple[Item, ...]:
    """Find the figures, dates and names in a claim.

    Args:
        text: The claim as it stands in its document, Markdown and citation marks included.

    Returns:
        The items in text order; none overlap. A label in bold before the claim holds no names but quoted ones.
    """
    masked = mask_marks(text)
    label = _LABEL.match(text)
    found: list[Item] = []
    taken = bytearray(len(text))
    for kind, spans in (
        (ItemKind.NUMBER, ((m.start, m.end) for m in read_amounts(masked))),
        (ItemKind.DATE, ((m.start, m.end) for m in read_dates(masked))),
        (ItemKind.NAME, _names(masked, label.end() if label else 0)),
        (ItemKind.NUMBER, (match.span() for match in _FIGURE.finditer(masked))),
        (ItemKind.NUMBER, (match.span() for match in _COUNT.finditer(masked))),
    ):
        for start, end in spans:
            if not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                found.append(Item(kind=kind, start=start, end=end, quote=text[start:end]))
    return tuple(sorted(found, key=lambda item: item.start))


def _names(masked: str, after: int) -> Iterable[tuple[int, int]]:
    for match in _QUOTED.finditer(masked):
        yield match.span("name")
    for match in _NAME.finditer(masked, after):
        start = _without_opener(masked, *match.span())
        if start is not None and masked[start : match.end()].lower() not in generic_names()[0]:
            yield start, match.end()
    for match in _INSTITUTION.finditer(masked, after):
        if match[0].lower() not in generic_names()[0]:
            yield match.span()


def _without_opener(masked: str, start: int, end: int) -> int | None:
    """Where a name begins, once the word that only opens the sentence is taken off; `None` where nothing is left."""
    if not _OPENING.search(masked[max(0, start - 4) : start]) and masked[:start].strip():
        return start
    words = masked[start:end].split(" ")
    opens = words[0].lower() in stop_words()
    if not opens and (_is_marked(words[0]) or (len(words) > 1 and words[1][:1].isupper())):
        return start
    for place in range(1, len(words)):
        if words[place][:1].isupper():
            return start + len(" ".join(words[:place])) + 1
    return None


def _is_marked(word: str) -> bool:
    """Whether a word is a name by its form alone: capitals or digits inside (`VIA6`, `GES+`, `RIZIV`)."""
    return any(c.isupper() or c.isdigit() for c in word[1:])


def read_values(text: str) -> Iterable[Decimal]:
    """Read the values of sums, figures and counts written as words.

    Example:
        >>> sorted(read_values("drie pijlers en 150 miljoen euro"))
        [Decimal('3'), Decimal('150000000')]
    """
    rest = list(text)
    for mention in read_amounts(text):
        rest[mention.start : mention.end] = " " * (mention.end - mention.start)
        yield mention.amount.value
    plain = "".join(rest).lower()
    for match in _FIGURE.finditer(plain):
        value = figure(match[0])
        if value is not None:
            yield value
    for match in _COUNT.finditer(plain):
        yield Decimal(_COUNTS.index(match[1] or "één") + 1)
