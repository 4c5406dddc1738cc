"""The words around a sum: its sentence, its clause, and whether it stands in the title of a decision."""

from __future__ import annotations

import attrs

from flanders_care.dutch.money.cues import cue, stands_in
from flanders_care.dutch.money.sum import Sum
from flanders_care.dutch.text.abbreviations import DOT
from flanders_care.dutch.text.page import Page

_BEFORE_REACH = 320  # characters of the sentence before a sum that may speak of it
_AFTER_REACH = 240  # characters of the sentence behind a sum that may speak of it
_ACT_BEFORE, _ACT_BEHIND = 40, 90  # characters before and behind who acts in which the verb stands


def add_context(sums: tuple[Sum, ...], page: Page) -> tuple[Sum, ...]:
    """Give each sum the words around it."""
    text, head, own_act = page.text, page.head, _tells_own_act(page.text)
    numbers = [page.sentence_at(item.start) for item in sums]
    last_ends = {number: item.end for number, item in zip(numbers, sums, strict=True)}
    placed: list[Sum] = []
    for i, (item, number) in enumerate(zip(sums, numbers, strict=True)):
        start, end = page.span(number)
        left, right = max(start, item.start - _BEFORE_REACH), min(max(end, item.end), item.end + _AFTER_REACH)
        previous_end = sums[i - 1].end if i else 0
        behind = item.end + text.startswith(DOT, item.end)  # the dot of `mln.` belongs to the sum
        next_start = sums[i + 1].start if i + 1 < len(sums) else len(text)
        placed.append(
            attrs.evolve(
                item,
                sentence=number,
                in_head=item.start < page.head_end,
                before=text[left : item.start],
                after=text[behind:right],
                clause_before=text[max(left, previous_end) : item.start],
                clause_after=text[behind : min(right, next_start)],
                last_end=last_ends[number],
                head=head,
                own_act=own_act,
            )
        )
    return tuple(placed)


def _tells_own_act(text: str) -> bool:
    """Tell whether a text tells of an act of the government itself."""
    for who in cue("who acts").pattern.finditer(text):
        behind = text[who.end() : who.end() + _ACT_BEHIND].partition(".")[0]
        before = text[max(0, who.start() - _ACT_BEFORE) : who.start()].rpartition(".")[2]
        if stands_in("act", behind) or stands_in("act", before):
            return True
    return False
