"""How firmly a sum is stated, and the bounds that follow."""

from __future__ import annotations

from decimal import Decimal

import pytest

from flanders_care.dutch.money.mentions import read_amounts


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("maximaal 30.000 euro", "at_most"),
        ("(totale budget max. 475.000 euro)", "at_most"),
        ("een maximum van 3 miljoen euro per project", "at_most"),
        ("een subsidie van ten hoogste 25.000 euro", "at_most"),
        ("De maximale subsidie per project bedraagt 157.500 euro", "at_most"),
        ("een maximumbedrag van 100.000 euro", "at_most"),
        ("Het maximale ontleningsbedrag zal 60.000 euro bedragen", "at_most"),
        ("De maximale tegemoetkoming bedraagt vanaf het jaar 2020 50.000 euro", "at_most"),
        ("een steun die kan oplopen tot 450 euro", "at_most"),
        ("de vastleggingen te beperken tot 71 miljoen euro in 2022", "at_most"),
        ("zal 2,5 miljoen euro niet overschrijden", "at_most"),
        ("10.000 euro of minder", "at_most"),
        ("maximaal budget van 3 miljoen euro", "at_most"),
        ("minstens 450 miljoen euro", "at_least"),
        ("vanaf 125 euro", "at_least"),
        ("450 miljoen euro of meer", "at_least"),
        ("een minimale inbreng van 10.000 euro", "at_least"),
        ("ruim 5 miljoen euro", "more_than"),
        ("iets meer dan 23 miljoen euro", "more_than"),
        ("minder dan 5.000 euro", "less_than"),
        ("bijna 100 miljoen euro", "nearly"),
        ("zo’n 7,47 miljoen euro", "approx"),
        ("ca. 14 \nmiljoen euro", "approx"),
        ("circa 2 miljoen euro", "approx"),
        ("om en bij de 3 miljoen euro", "approx"),
        ("keurt de vrijgave goed van 3,5 miljoen euro", "exact"),
        ("om de bijdrage op te trekken tot 5,6 euro per vierkante meter", "exact"),
        ("wachtlijsten maximaal te vermijden. Er is 5 miljoen euro", "exact"),
        ("geraamd op 258 miljoen euro", "exact"),
    ],
)
def test_words_before_behind_and_at_a_distance(text: str, qualifier: str) -> None:
    """The words beside a sum, the adjective of its noun, and the verb behind it say how firm it is."""
    [mention] = read_amounts(text)
    assert mention.amount.qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("5 euro", None, None),
        ("circa 5 euro", None, None),
        ("maximaal 5 euro", None, "5"),
        ("bijna 5 euro", None, "5"),
        ("minder dan 5 euro", None, "5"),
        ("minstens 5 euro", "5", None),
        ("ruim 5 euro", "5", None),
    ],
)
def test_bounds_follow_from_the_qualifier(text: str, low: str | None, high: str | None) -> None:
    """At most, less than and nearly bound from above; at least and more than from below; the rest not at all."""
    [mention] = read_amounts(text)
    expected = tuple(None if bound is None else Decimal(bound) for bound in (low, high))
    assert (mention.amount.low, mention.amount.high) == expected


def test_one_adjective_holds_for_both_sums() -> None:
    """'een maximale subsidie ... van 44,7 miljoen euro voor de provincies en 112,5 miljoen euro voor de lokale besturen'."""  # noqa: E501
    text = "een maximale subsidie vast te leggen van 44,7 miljoen euro voor de provincies en 112,5 miljoen euro voor de steden"  # noqa: E501
    assert [m.amount.qualifier for m in read_amounts(text)] == ["at_most", "at_most"]


def test_an_adverb_holds_for_its_own_sum_only() -> None:
    """'zo'n 43,6 miljoen euro vastleggingskrediet en 18,9 miljoen euro vereffeningskrediet': the second is exact."""
    text = "herverdeling van zo'n 43,6 miljoen euro vastleggingskrediet en 18,9 miljoen euro vereffeningskrediet"
    assert [m.amount.qualifier for m in read_amounts(text)] == ["approx", "exact"]


def test_the_quote_takes_in_the_words_that_qualify() -> None:
    """The mention begins at its qualifier, so that a reader sees it."""
    [mention] = read_amounts("Het FWO kreeg bijna 100 miljoen euro per jaar.")
    assert mention.quote == "bijna 100 miljoen euro"


def test_a_limit_behind_a_sum_may_have_no_more_to_say() -> None:
    """'5 euro maximaal' is at most; 'maximaal' behind a sum that leads to the next sum is not its own."""
    first, second = read_amounts("5 euro maximaal 10 euro")
    assert (first.amount.qualifier, second.amount.qualifier) == ("exact", "at_most")


def test_an_adverb_far_away_is_no_limit() -> None:
    """'maximaal gezamenlijk ... voorstellen' says nothing of a sum that comes later."""
    [mention] = read_amounts(
        "Ze worden uitgenodigd om maximaal gezamenlijk voorstellen in te dienen voor 5 miljoen euro."
    )
    assert mention.amount.qualifier == "exact"
