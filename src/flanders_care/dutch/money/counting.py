"""How often a sum comes back, and how many times it is given each time."""

from __future__ import annotations

import attrs

from flanders_care.dutch.money.multiples import gives_each, times_given
from flanders_care.dutch.money.recurrence import is_yearly, number_of_years, per_unit
from flanders_care.dutch.money.roles import FUNDING_ROLES, SumRole
from flanders_care.dutch.money.sum import Sum
from flanders_care.dutch.text.page import Page
from flanders_care.model.funding import Recurrence


def count_times(sums: tuple[Sum, ...], page: Page) -> tuple[Sum, ...]:
    """Say of each sum whether it comes once, every year or for every unit, and how many times it is meant."""
    return tuple(_counted(item, page) for item in sums)


def _counted(item: Sum, page: Page) -> Sum:
    funds = item.role in FUNDING_ROLES
    each = funds and item.times == 1 and gives_each(item)
    times = times_given(item, page) if each else item.times
    if is_yearly(item):
        years = 1 if item.years or not funds else number_of_years(item, page)
        return attrs.evolve(item, recurrence=Recurrence.PER_YEAR, times=times * years)
    if item.times == len(item.years) > 1:  # twee maal 1,72 miljoen euro voor 2021 en 2022
        return attrs.evolve(item, recurrence=Recurrence.PER_YEAR, times=1)
    if item.role is SumRole.NORM or times > 1 or per_unit(item):
        return attrs.evolve(item, recurrence=Recurrence.PER_UNIT, times=times)
    return attrs.evolve(item, recurrence=Recurrence.ONE_OFF, times=times)
