"""Commitment and payment credits of the budget, and which payment credit is another view of which commitment."""

from __future__ import annotations

import re

import attrs

from flanders_care.dutch.money.sum import Credit, Sum
from flanders_care.dutch.text.page import Page
from flanders_care.regex import regex

_BOTH = regex(r"vastleggings\w*\s*-?\s*(?:en|als)\s*-?\s*(?:vereffenings|betaal|betalings)", re.IGNORECASE)
_COMMITMENT = regex(r"vastleggings\w*|\bVAK\b", re.IGNORECASE)
_PAYMENT = regex(r"(?:vereffenings|betaal|betalings)kredi\w*|\bVEK\b", re.IGNORECASE)
_BEFORE, _BEHIND = 40, 60  # characters beside a sum that say which credit it is
_CLAUSE_END = regex(r"[,;.(]|\ben\s+(?=\d|van\b)")


def tell_credit(sums: tuple[Sum, ...], page: Page) -> tuple[Sum, ...]:
    """Tell a commitment credit from a payment credit by the words beside the sum."""
    return tuple(item if (credit := _credit_of(item)) is None else attrs.evolve(item, credit=credit) for item in sums)


def _credit_of(item: Sum) -> Credit | None:
    for text in (_CLAUSE_END.split(item.clause_after[:_BEHIND], maxsplit=1)[0], item.clause_before[-_BEFORE:]):
        if _BOTH.search(text):
            return Credit.BOTH
        commitment, payment = _COMMITMENT.search(text), _PAYMENT.search(text)
        if payment and not commitment:
            return Credit.PAYMENT
        if commitment and not payment:
            return Credit.COMMITMENT
    return None


def pair_credits(sums: tuple[Sum, ...], page: Page) -> tuple[Sum, ...]:
    """Rule `payment-credit`: a payment credit is the same money as a commitment credit, at another moment.

    It stands beside the nearest commitment credit before it, else beside the first of the text.
    """
    if all(item.credit is not Credit.PAYMENT for item in sums):
        return sums
    committing = [i for i, item in enumerate(sums) if item.credit in {Credit.COMMITMENT, Credit.BOTH}]
    nearest = next(iter(committing), None)
    paired: list[Sum] = []
    for i, item in enumerate(sums):
        nearest = i if item.credit in {Credit.COMMITMENT, Credit.BOTH} else nearest
        paired.append(attrs.evolve(item, alternative_to=nearest) if item.credit is Credit.PAYMENT else item)
    return tuple(paired)
