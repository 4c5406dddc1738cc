"""For people: the report in the terminal, as Markdown and as one HTML page; bars of sums."""

from flanders_care.show.plots import plot_totals

__all__ = ["plot_totals"]
