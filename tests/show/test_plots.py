"""A plot of totals shows each sum once, its bounds where they are known, and what goes on every year."""

from __future__ import annotations

import sys
from decimal import Decimal

import numpy as np
import pytest
from matplotlib.figure import Figure

import flanders_care as fc
from flanders_care.show.plots import plot_totals

LINES = (
    fc.FundingLine(id="a", amount=fc.Amount.of(2_000_000), stage="awarded", recipient_ids=("actor:a",)),
    fc.FundingLine(
        id="b",
        amount=fc.Amount(value=Decimal(5_000_000), low=Decimal(4_000_000), high=Decimal(6_000_000), qualifier="range"),
        stage="awarded",
        recurrence="per_year",
    ),
)


def test_bars_stand_in_order_of_the_sum() -> None:
    """The largest sum is on top, in millions; a sum that goes on every year is hatched."""
    axes = plot_totals(fc.aggregate(LINES, by="recipient"), names={"actor:a": "A$B"})
    assert [bar.get_window_extent().width > 0 for bar in axes.patches] == [True, True]
    assert [bar.get_extents().x1 for bar in axes.patches] == sorted(bar.get_extents().x1 for bar in axes.patches)
    assert [bar.get_hatch() for bar in axes.patches] == [None, "//"]
    assert [label.get_text() for label in axes.get_yticklabels()] == [r"A\$B", "not stated"]
    assert axes.get_xlabel() == "million EUR, each euro once"


def test_bounds_are_a_line() -> None:
    """An exact sum has none; a range has one from its least to its most."""
    axes = plot_totals(fc.aggregate(LINES, by="recipient"))
    [line] = axes.lines
    assert [float(value) for value in np.asarray(line.get_xdata())] == [4.0, 6.0]


def test_axes_of_the_caller_are_used() -> None:
    """A plot can be part of a larger figure."""
    mine = Figure().subplots()
    assert plot_totals(fc.aggregate(LINES, by="recipient"), axes=mine) is mine


def test_nothing_to_show_is_an_empty_plot() -> None:
    """No totals give axes without bars."""
    assert len(plot_totals({}).patches) == 0


def test_currencies_are_not_put_on_one_axis() -> None:
    """Euro and dollar are different money."""
    dollars = fc.FundingLine(id="c", amount=fc.Amount.of(1, currency="USD"), stage="awarded")
    with pytest.raises(fc.errors.NotAddableError, match="EUR and USD"):
        plot_totals(fc.aggregate([LINES[0], dollars], by=lambda line: line.id))


def test_without_matplotlib_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to install."""
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(fc.errors.MissingExtraError, match=r"flanders-care\[plots\]"):
        plot_totals(fc.aggregate(LINES, by="recipient"))
