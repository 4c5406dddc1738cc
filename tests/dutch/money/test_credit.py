"""Commitment and payment credits."""

from __future__ import annotations

from flanders_care.dutch.money.mentions import read_amounts


def test_a_payment_credit_stands_beside_its_commitment_credit() -> None:
    """'75 miljoen euro vastleggingskrediet en 18 miljoen euro vereffeningskrediet' are one money at two moments."""
    first, second = read_amounts(
        "herschikken van 75 miljoen euro vastleggingskrediet en 18 miljoen euro vereffeningskrediet"
    )
    assert (first.credit, second.credit) == ("commitment", "payment")
    assert second.alternative_to == 0


def test_one_sum_can_be_both_credits() -> None:
    """'15 miljoen euro vastleggings- en vereffeningskredieten' is a commitment of which nothing is left out."""
    text = "beheer (15 miljoen euro vastleggings- en vereffeningskredieten) en 10 miljoen euro vereffeningskredieten"
    first, second = read_amounts(text)
    assert (first.credit, second.credit, second.alternative_to) == ("both", "payment", 0)
    [alone] = read_amounts("het vereffeningskrediet van 5 miljoen euro")
    assert (alone.credit, alone.alternative_to) == ("payment", None)


def test_the_nearest_commitment_credit_is_the_other_view() -> None:
    """Two pairs of credits stand each beside their own; a payment credit before any takes the first."""
    text = (
        "3 miljoen euro vereffeningskrediet, 75 miljoen euro vastleggingskrediet en 18 miljoen euro"
        " vereffeningskrediet, 9 miljoen euro vastleggingskrediet en 8 miljoen euro vereffeningskrediet"
    )
    assert [m.alternative_to for m in read_amounts(text)] == [1, None, 1, None, 3]
