"""How alignments and receipts look in a notebook: plain HTML without scripts, readable on light and dark pages."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flanders_care.alignment.results import Alignments

__all__ = ["alignments_html"]

_MOST_ROWS = 100
_BAR = (
    '<div style="background:currentColor;opacity:.25;height:.7em;width:8em">'
    '<div style="background:currentColor;height:.7em;width:{width:.1f}%"></div></div>'
)


def alignments_html(found: Alignments) -> str:
    """Show pairs as a table with a bar for each score; only the first hundred rows.

    Args:
        found: The pairs.

    Returns:
        Escaped HTML.
    """
    rows = "".join(
        f"<tr><td>{escape(item.commitment_id)}</td><td>{escape(item.decision_id)}</td>"
        f'<td style="text-align:right">{item.score:.2f}</td><td>{_BAR.format(width=100 * item.score)}</td></tr>'
        for item in found.items[:_MOST_ROWS]
    )
    hidden = len(found.items) - _MOST_ROWS
    more = f"<p>and {hidden} more pairs</p>" if hidden > 0 else ""
    head = "<tr><th>commitment</th><th>decision</th><th>score</th><th></th></tr>"
    return f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>{more}"
