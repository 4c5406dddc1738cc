"""Which sums of one text say the same money again.

The rules: `title-body`, the title and the body say the same figure, the one perhaps rounded; `said-again`, two
sentences say the same figure about the same things, or the second points back (`het bedrag van`); `only-figure`, a
short text names one figure twice and no other.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

import attrs

from flanders_care.dutch.money.cues import holds, stands_in
from flanders_care.dutch.money.sum import WINDOW, Sum
from flanders_care.dutch.text.page import Page
from flanders_care.dutch.text.wordlists import read_words
from flanders_care.money import same_figure, significant
from flanders_care.regex import regex

_WORDS = regex(r"[A-Za-zÀ-ÿ]{5,}")
_SHORT_TEXT = 12_000  # characters of a text that can be about one sum
_NEARBY = 700  # characters between two sums that can be about the same thing without saying it twice
_SAME_PLACE = 60  # characters between two sums of one title
_ALSO_BEHIND = 120  # characters behind a sum that may say it comes beside another
_STEM = 7  # letters that are the same in two forms of one word
_SHARED_NEAR, _SHARED_FAR_RARE, _SHARED_FAR = 2, 3, 4  # words in common that make two equal figures one sum
_RARE_DIGITS = 3  # digits that make a figure one that two texts hardly share by chance
_ABOUT = 140  # characters before and behind a sum that say what it is about


def find_repeats(sums: tuple[Sum, ...], page: Page) -> tuple[Sum, ...]:
    """Rules `title-body`, `said-again` and `only-figure`: a later sum points to the first that says it."""
    if len(sums) == 2 and _only_figure(*sums, page):
        return sums[0], attrs.evolve(sums[1], same_as=0)
    first: dict[tuple[str, Decimal, int], list[int]] = defaultdict(list)
    heads = [i for i, item in enumerate(sums) if item.in_head][:WINDOW]
    linked: list[Sum] = []
    for i, item in enumerate(sums):
        earlier = first[item.currency, item.value, item.times]
        match = next((j for j in earlier[-WINDOW:] if _says_again(sums[j], item)), None)
        if match is None and not item.in_head:
            match = next((j for j in heads if _is_same_figure(sums[j], item)), None)
        if match is None:
            earlier.append(i)
        linked.append(item if match is None else attrs.evolve(item, same_as=match))
    return tuple(linked)


def _only_figure(first: Sum, second: Sum, page: Page) -> bool:
    """Tell whether a short text names one figure twice and no other; a second gift says so (`ook`, `daarnaast`)."""
    if (first.value, first.currency, first.times) != (second.value, second.currency, second.times):
        return False
    apart = first.sentence != second.sentence and len(page.text) < _SHORT_TEXT
    return apart and not stands_in("also", f"{second.before} {second.after[:_ALSO_BEHIND]}")


def _says_again(first: Sum, second: Sum) -> bool:
    """Tell whether the second sum repeats the first; items of one list, in one sentence, never do."""
    if first.in_head:
        return first.sentence != second.sentence or not second.in_head or second.start - first.end > _SAME_PLACE
    if first.sentence == second.sentence:
        return False
    if second.start - first.end >= _NEARBY:
        rare = significant(first.value) >= _RARE_DIGITS
        return len(_subject(first) & _subject(second)) >= (_SHARED_FAR_RARE if rare else _SHARED_FAR)
    if holds(second, "points back"):
        return True
    common = read_words("dutch/money/common_words.txt")
    return len(_subject(first, common) & _subject(second, common)) >= _SHARED_NEAR


def _subject(item: Sum, ignored: frozenset[str] = frozenset()) -> set[str]:
    """Return the beginnings of the words that say what a sum is about; far apart, common words tell something too."""
    words = _WORDS.findall((item.before[-_ABOUT:] + " " + item.after[:_ABOUT]).lower())
    return {word[:_STEM] for word in words if word not in ignored}


def _is_same_figure(head: Sum, body: Sum) -> bool:
    return head.currency == body.currency and same_figure(head.value, body.value)
