"""What the decisions that a claim cites hold of its words, figures, dates and names.

A figure is held when a decision writes the same value, a date when one names or bears it, a name when its words stand
there, be it in another inflection or as parts of compounds.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

import attrs

from flanders_care.auditing.items import Item, ItemKind, generic_names, read_values
from flanders_care.dutch.dates.mentions import read_dates
from flanders_care.dutch.text.words import forms, mend_form, split_compound, stem, stop_words
from flanders_care.model.decision import Decision
from flanders_care.model.identity import name_key
from flanders_care.regex import regex

_GENITIVE = regex(r"['’]s\Z")


@lru_cache(maxsize=65536)
def _stems(word: str) -> tuple[str, ...]:
    """The stem of a word, then those of the parts of a compound; none for words that carry no subject."""
    if word in stop_words():
        return ()
    parts = split_compound(word)
    stems = (
        [stem(word), *(stem(part) for part in parts if part not in stop_words())] if len(parts) > 1 else [stem(word)]
    )
    return tuple(dict.fromkeys(stems))


def _words(text: str) -> Iterator[str]:
    return (word for form in forms(text) for word in mend_form(form) if len(word) > 2)


def content_words(text: str) -> dict[str, tuple[str, ...]]:
    """The words of a text that carry its subject.

    Args:
        text: Any text.

    Returns:
        By the stem of each word, the stems of its parts where it is a compound, in text order.

    Example:
        >>> content_words("Zij bouwen de zorginspecties")
        {'bouw': (), 'zorginspectie': ('zorg', 'inspectie')}
    """
    found: dict[str, tuple[str, ...]] = {}
    for stems in filter(None, map(_stems, _words(text))):
        found.setdefault(stems[0], stems[1:])
    return found


def stem_counts(text: str) -> Counter[str]:
    """Count the stems of the words that carry the subject of a text, and of the parts of compounds.

    Example:
        >>> sorted(stem_counts("zorginspectie en zorg").items())
        [('inspectie', 1), ('zorg', 2), ('zorginspectie', 1)]
    """
    return Counter(found for word in _words(text) for found in _stems(word))


@attrs.frozen(kw_only=True)
class Evidence:
    """What a set of decisions holds, ready to be asked.

    Attributes:
        key: All their letters and digits in one row.
        stems: The stems of their words and of the parts of compounds.
        values: The values of their figures.
        dates: Their dates as ISO 8601, and the days of their meetings.
    """

    key: str
    stems: frozenset[str]
    values: frozenset[Decimal]
    dates: tuple[str, ...]

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> Evidence:
        """Collect what decisions hold: titles, texts, and the days of their meetings."""
        listed = list(decisions)
        text = "\n\n".join(f"{decision.title}\n{decision.text}" for decision in listed)
        words = content_words(text)
        return cls(
            key=name_key(text),
            stems=frozenset(words).union(*words.values()),
            values=frozenset(read_values(text)),
            dates=tuple(_days(text, (decision.date for decision in listed))),
        )

    def has_word(self, head: str, parts: tuple[str, ...]) -> bool:
        """Whether a word stands there, or all parts of a compound."""
        return head in self.stems or (bool(parts) and all(part in self.stems for part in parts))

    def holds(self, item: Item) -> bool:
        """Whether the decisions hold a figure, date or name of a claim."""
        if item.kind is ItemKind.NAME:
            return self._holds_name(item.quote)
        if item.kind is ItemKind.DATE:
            named = (mention.iso for mention in read_dates(item.quote))
            held = all(any(day.startswith(iso) or iso.startswith(day) for day in self.dates) for iso in named)
        else:
            held = self.values.issuperset(read_values(item.quote))
        return held or name_key(item.quote) in self.key

    def _holds_name(self, quote: str) -> bool:
        bare = _GENITIVE.sub("", quote)
        if name_key(bare) in self.key:
            return True
        heads = generic_names()[1]
        words = content_words(" ".join(word for word in bare.split() if word.lower() not in heads))
        return bool(words) and self.stems.issuperset(words)


def _days(text: str, meetings: Iterable[datetime.date | None]) -> Iterable[str]:
    for mention in read_dates(text):
        yield mention.iso
        if mention.until is not None:
            yield from (str(year) for year in range(int(mention.iso[:4]), int(mention.until[:4]) + 1))
    yield from (day.isoformat() for day in meetings if day is not None)
