"""How alignments and receipts look in a notebook: plain HTML without scripts, readable on light and dark pages."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flanders_care.alignment.receipts import Evidence, Place, Receipt
    from flanders_care.alignment.results import Alignments

__all__ = ["alignments_html", "receipt_html"]

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


def receipt_html(receipt: Receipt) -> str:
    """Show both texts side by side, what they share marked, and the parts of the score below.

    Args:
        receipt: The receipt.

    Returns:
        Escaped HTML.
    """
    shared = [part for part in receipt.evidence if part.kind == "words"]
    left = _marked(receipt.commitment_text, [place for part in shared for place in part.commitment_places])
    right = _marked(receipt.decision_text, [place for part in shared for place in part.decision_places])
    cell = '<td style="text-align:left;vertical-align:top;white-space:pre-wrap;width:50%">'
    texts = f"<table><tbody><tr>{cell}{left}</td>{cell}{right}</td></tr></tbody></table>"
    rows = "".join(_part_row(part) for part in receipt.evidence)
    head = f"<p><b>{receipt.score:.3f}</b> by profile {escape(receipt.profile)}</p>"
    return f"{head}{texts}<table><tbody>{rows}</tbody></table>"


def _part_row(part: Evidence) -> str:
    cells = (str(part.kind).replace("_", " "), escape(part.note))
    number = f'<td style="text-align:right">{part.contribution:+.3f}</td>'
    return f"<tr>{number}{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _marked(text: str, places: list[Place]) -> str:
    """Escape a text and mark stretches of it, those that overlap as one."""
    pieces: list[str] = []
    done = 0
    for first, end in sorted(places):
        start = max(first, done)
        if end > start:
            inner = escape(text[start:end])
            pieces += [escape(text[done:start]), '<mark style="background:#c8930055;color:inherit">', inner, "</mark>"]
            done = end
    return "".join([*pieces, escape(text[done:])])
