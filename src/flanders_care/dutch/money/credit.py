"""Commitment and payment credits, and what one sum of a text is to the others."""

from __future__ import annotations

import enum
import re

import attrs

from flanders_care.dutch.money.context import Place

__all__ = ["WINDOW", "Credit", "Links", "credit_of"]

WINDOW = 12
"""How many sums before and behind one are looked at; more would make the time grow with the square."""


class Credit(enum.StrEnum):
    """Which credit of the Flemish budget a sum is."""

    COMMITMENT = "commitment"  # vastleggingskrediet (VAK)
    PAYMENT = "payment"  # vereffeningskrediet (VEK), betaalkrediet
    BOTH = "both"  # vastleggings- en vereffeningskrediet


@attrs.define(kw_only=True)
class Links:
    """What one sum is to the others, as indices."""

    same_as: int | None = None
    part_of: int | None = None
    alternative_to: int | None = None


_BOTH = re.compile(r"vastleggings\w*\s*-?\s*(?:en|als)\s*-?\s*(?:vereffenings|betaal|betalings)", re.IGNORECASE)

_COMMITMENT = re.compile(r"vastleggings\w*|\bVAK\b", re.IGNORECASE)

_PAYMENT = re.compile(r"(?:vereffenings|betaal|betalings)kredi\w*|\bVEK\b", re.IGNORECASE)


def credit_of(place: Place) -> Credit | None:
    """Tell a commitment credit from a payment credit by the words beside the sum."""
    behind = place.clause_after[:60]
    cut = re.search(r"[,;.(]|\ben\s+(?=\d|van\b)", behind)
    for text in (behind[: cut.start()] if cut else behind, place.clause_before[-40:]):
        if _BOTH.search(text):
            return Credit.BOTH
        commitment, payment = _COMMITMENT.search(text), _PAYMENT.search(text)
        if payment and not commitment:
            return Credit.PAYMENT
        if commitment and not payment:
            return Credit.COMMITMENT
    return None
