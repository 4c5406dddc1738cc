"""Bars of sums with their bounds, for notebooks and publications (extra `plots`)."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from decimal import Decimal
from typing import Any

from flanders_care.errors import MissingExtraError, NotAddableError
from flanders_care.legible import shorten
from flanders_care.model.totals import Total
from flanders_care.money import Amount

_MILLION = Decimal(1_000_000)


def plot_totals(totals: Mapping[Hashable, Total], *, names: Mapping[str, str] | None = None, axes: Any = None) -> Any:
    """Draw a bar for each total, the largest on top, with a line from its least to its most where these are known.

    Args:
        totals: Totals by key, as `aggregate` gives them. Totals without a sum are left out; a bar of a sum that goes
            on every year is hatched and counts each yearly sum once.
        names: What to write for a key, such as the name of a programme by its id.
        axes: Where to draw, axes of matplotlib; a new figure if not given (`plot_totals(...).figure.savefig(path)`).

    Returns:
        The axes, in millions of the currency.

    Raises:
        MissingExtraError: If matplotlib is not installed.
        NotAddableError: If the totals are of different currencies: one axis cannot show both.

    Example:
        >>> from flanders_care.model.funding import FundingLine
        >>> from flanders_care.budget.groups import aggregate
        >>> line = FundingLine(id="a", amount=Amount.of(2_500_000), stage="awarded")
        >>> axes = plot_totals(aggregate([line], by="stage"))
        >>> print(axes.get_xlabel(), len(axes.patches))
        million EUR, each euro once 1
    """
    rows = sorted(
        ((found.amount, _label(key, names or {}), found.open_ended) for key, found in totals.items() if found.amount),
        key=lambda row: (row[0].value, row[1]),
    )
    currencies = sorted({amount.currency for amount, _, _ in rows})
    if len(currencies) > 1:
        raise NotAddableError(f"{' and '.join(currencies)} cannot stand on one axis: plot one currency at a time")
    where = axes if axes is not None else _new_axes(len(rows))
    for place, (amount, _, open_ended) in enumerate(rows):
        _draw(where, place, amount, open_ended)
    where.set_yticks(range(len(rows)), [label for _, label, _ in rows])
    where.set_xlabel(f"million {currencies[0] if currencies else 'EUR'}, each euro once")
    where.spines[["top", "right"]].set_visible(False)
    return where


def _new_axes(rows: int) -> Any:
    try:
        from matplotlib.figure import Figure
    except ImportError:
        raise MissingExtraError("plots", "drawing totals") from None
    # a figure of its own, without pyplot: no window, no state that outlives it
    return Figure(figsize=(8, 1 + 0.4 * max(1, rows)), layout="constrained").subplots()


def _label(key: object, names: Mapping[str, str]) -> str:
    return "not stated" if key is None else shorten(names.get(str(key), str(key)), 48).replace("$", r"\$")


def _draw(axes: Any, place: int, amount: Amount, open_ended: bool) -> None:
    """One bar, with its bounds as a line; floats are for the eye only, no figure is read from them."""
    value = float(amount.value / _MILLION)
    axes.barh(place, value, color="#4477aa", hatch="//" if open_ended else None, edgecolor="white")
    low, high = amount.floor, amount.ceiling
    if low is not None and high is not None and low != high:
        axes.plot([float(low / _MILLION), float(high / _MILLION)], [place, place], color="black", marker="|")
