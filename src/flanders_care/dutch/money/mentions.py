"""Read every sum of money in a Dutch text: where it stands, how much, how firmly, how often, when, and what it is.

`read_amounts` finds the figures in one pass over the digits of the text and looks only at the words around them, so
that its time grows with the text and nothing else.
"""

from __future__ import annotations

import decimal

import attrs

from flanders_care.diagnostics import Diagnostic
from flanders_care.dutch.money.agreement import agree
from flanders_care.dutch.money.context import Place, Surroundings
from flanders_care.dutch.money.credit import Credit, Links, credit_of
from flanders_care.dutch.money.figures.found import Found, Trouble, level
from flanders_care.dutch.money.figures.scan import scan
from flanders_care.dutch.money.figures.units import complete, has_table_head
from flanders_care.dutch.money.links import link
from flanders_care.dutch.money.multiples import gives_each, times_given
from flanders_care.dutch.money.qualifiers import Firmness, amount_of, firmness
from flanders_care.dutch.money.recurrence import is_yearly, number_of_years, per_unit
from flanders_care.dutch.money.roles import FUNDING_ROLES, SumRole, role_of, tells_own_act
from flanders_care.dutch.money.years import budget_year, free_times, times_of, years_of
from flanders_care.fields import instance_of
from flanders_care.model.funding import Recurrence
from flanders_care.money import Amount

__all__ = ["AmountMention", "AmountReading", "read_amounts", "read_money"]


_READING = decimal.Context(prec=1000, Emin=-10_000, Emax=10_000)
"""What is computed while reading depends on no decimal context of the caller."""


@attrs.frozen(kw_only=True)
class AmountMention:
    """One sum of money in a text (Dutch: *vermelding van een bedrag*).

    Law: `text[start:end] == quote`.

    Attributes:
        start: First character, from 0; the words that qualify the sum are included where they touch it.
        end: One past the last character.
        quote: The words.
        amount: The sum, exact, with its bounds.
        recurrence: Whether the sum comes once, every year, or for every unit.
        years: The years it is meant for, in order; empty where the text does not say.
        role: What the sum is.
        same_as: Index of the mention that says the same money first, or `None`.
        part_of: Index of the mention whose money contains this, or `None`.
        alternative_to: Index of the commitment credit that a payment credit stands beside, or `None`.
        times: How many times the sum is meant, 1 or more (`3 maal 650.000 euro`).
        credit: Commitment or payment credit of the budget, where the text says so.
        rule: Name of the rule that decided the role.
    """

    start: int
    end: int
    quote: str
    amount: Amount
    recurrence: Recurrence = Recurrence.UNKNOWN
    years: tuple[int, ...] = ()
    role: SumRole = SumRole.REFERENCE
    same_as: int | None = None
    part_of: int | None = None
    alternative_to: int | None = None
    times: int = 1
    credit: Credit | None = None
    rule: str = ""


@attrs.frozen(kw_only=True)
class AmountReading:
    """What was read of the money in one text, and what could not be.

    Attributes:
        mentions: The sums in text order.
        diagnostics: Places that look like money and are no sum: `malformed-amount`, `amount-too-long`, `vague-amount`.
    """

    mentions: tuple[AmountMention, ...] = attrs.field(validator=instance_of(tuple))
    diagnostics: tuple[Diagnostic, ...] = ()


def read_amounts(text: str) -> tuple[AmountMention, ...]:
    """Read the sums of money in a text.

    Args:
        text: Dutch text, such as a decision's title and summary.

    Returns:
        The mentions in text order. Percentages, counts, surfaces and years are not among them.

    Example:
        >>> [mention] = read_amounts(
        ...     "De Vlaamse Regering kent jaarlijks maximaal 3,5 miljoen euro subsidie toe in 2021-2022."
        ... )
        >>> print(mention.amount, mention.recurrence, mention.years, mention.role)
        at most 3.500.000 EUR per_year (2021, 2022) granted
    """
    return read_money(text).mentions


def read_money(text: str, *, document_id: str | None = None) -> AmountReading:
    """Read the sums of money in a text and say what could not be read.

    Args:
        text: Dutch text.
        document_id: Named in the diagnostics.

    Returns:
        The mentions and the diagnostics, each in text order.

    Example:
        >>> reading = read_money("tientallen miljoenen euro")
        >>> reading.mentions, reading.diagnostics[0].code
        ((), 'vague-amount')
    """
    with decimal.localcontext(_READING):
        plain = level(text)
        found, troubles = scan(plain)
        sums = complete(plain, found) if found or has_table_head(plain) else []
        mentions = _mentions(text, plain, sums) if sums else ()
    diagnostics = tuple(_diagnostic(trouble, document_id) for trouble in sorted(troubles, key=lambda t: t.start))
    return AmountReading(mentions=mentions, diagnostics=diagnostics)


def _diagnostic(trouble: Trouble, document_id: str | None) -> Diagnostic:
    return Diagnostic(
        code=trouble.code, message=trouble.message, document_id=document_id, start=trouble.start, end=trouble.end
    )


def _mentions(text: str, plain: str, sums: list[Found]) -> tuple[AmountMention, ...]:
    around = Surroundings(plain)
    places = around.places(sums)
    firm = _firmness(sums, places)
    kinds = [credit_of(place) for place in places]
    links = link(sums, places, (kinds, [found.qualifier for found in firm]), plain)
    roles = _roles(sums, places, (firm, links), plain, plain[: around.head_end])
    years = _years(places, (roles, links), around)
    mentions: list[AmountMention] = []
    for i, (item, place) in enumerate(zip(sums, places, strict=True)):
        role, rule = roles[i]
        recurrence, count = _how_often(item, place, (role, years[i]), around)
        start, end = firm[i].start, firm[i].end
        mentions.append(
            AmountMention(
                start=start,
                end=end,
                quote=text[start:end],
                amount=amount_of(item, firm[i].qualifier),
                recurrence=recurrence,
                years=years[i],
                role=role,
                rule=rule,
                times=count,
                credit=kinds[i],
                same_as=links[i].same_as,
                part_of=links[i].part_of,
                alternative_to=links[i].alternative_to,
            )
        )
    return tuple(mentions)


def _years(
    places: list[Place], known: tuple[list[tuple[SumRole, str]], list[Links]], around: Surroundings
) -> list[tuple[int, ...]]:
    """Give each sum its years; two that are the same money share them."""
    roles, links = known
    times = times_of(around.text)
    free = free_times(times, around, frozenset(place.sentence for place in places))
    years: list[tuple[int, ...]] = []
    for place, (role, _) in zip(places, roles, strict=True):
        stated = budget_year(around) if role is SumRole.TRANSFERRED else ()
        years.append(stated or years_of(place, around, (times, free), rule=role is SumRole.NORM))
    for i, found in enumerate(links):
        first = found.same_as
        if (
            first is not None
            and is_yearly(places[i]) == is_yearly(places[first])
            and {roles[i][0], roles[first][0]} <= FUNDING_ROLES
        ):
            years[i] = years[i] or years[first]
            years[first] = years[first] or years[i]
    return years


def _roles(
    sums: list[Found], places: list[Place], known: tuple[list[Firmness], list[Links]], plain: str, head: str
) -> list[tuple[SumRole, str]]:
    """Give each sum its role, then let sums that stand together agree."""
    firm, links = known
    own = tells_own_act(plain)
    roles = [role_of(sums[i], places[i], firm[i].qualifier, own, head) for i in range(len(sums))]
    linked = [found.part_of for found in links], [found.same_as for found in links]
    return agree(roles, places, linked, [item.value for item in sums], head)


def _firmness(sums: list[Found], places: list[Place]) -> list[Firmness]:
    """Qualify each sum, knowing what was said of the one before it in the same sentence."""
    firm: list[Firmness] = []
    for i, (item, place) in enumerate(zip(sums, places, strict=True)):
        previous = firm[-1] if firm and places[i - 1].sentence == place.sentence else None
        firm.append(firmness(item, place, previous))
    return firm


def _how_often(
    item: Found, place: Place, meaning: tuple[SumRole, tuple[int, ...]], around: Surroundings
) -> tuple[Recurrence, int]:
    """Say how a sum comes back, and how many times it is given each time."""
    role, years = meaning
    each = role in FUNDING_ROLES and item.times == 1 and gives_each(place)
    count = times_given(place, around) if each else item.times
    if is_yearly(place):
        return Recurrence.PER_YEAR, count if years or role not in FUNDING_ROLES else count * number_of_years(
            place, around
        )
    if item.times == len(years) > 1:  # twee maal 1,72 miljoen euro voor 2021 en 2022
        return Recurrence.PER_YEAR, 1
    if role is SumRole.NORM or count > 1 or per_unit(place):
        return Recurrence.PER_UNIT, count
    return Recurrence.ONE_OFF, count
