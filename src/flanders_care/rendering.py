"""How things look in a notebook: plain tables, all text escaped, no script, no colour of our own.

Without colours they are readable on light and dark pages; captions and row headers tell a screen reader what is what.
Only what is shown is looked at, so a corpus of a million records is shown as fast as one of ten. Every table of the
library is made by `table`, and every text in it passes through `escaped`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from html import escape
from itertools import islice
from typing import Any, Final, TypeVar, cast

import attrs

from flanders_care.legible import shorten, visible

T = TypeVar("T")

_MOST_ITEMS: Final = 20
_MOST_CHARACTERS: Final = 1000
_LEFT: Final = ' style="text-align:left;vertical-align:top;white-space:pre-wrap"'
_RIGHT: Final = ' style="text-align:right;vertical-align:top;white-space:nowrap;font-variant-numeric:tabular-nums"'
_MARK: Final = '<mark style="background:#c8930055;color:inherit">'


class Html(str):
    """A piece of HTML that is already escaped; a plain `str` is not, and is escaped where it is shown."""

    __slots__ = ()


class Shown:
    """Gives a record its short line in consoles and its table in notebooks."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Say class, id and the first words; classes that ask attrs for a repr show all fields instead."""
        identity = shorten(str(getattr(self, "id", "")), 120)
        return f"<{type(self).__name__} {identity}: {shorten(label(self)[:200], 60)}>"

    def _repr_html_(self) -> str:
        """Show the record as a table of its fields, for notebooks."""
        return record_html(self)


def escaped(text: str, *, limit: int | None = None) -> Html:
    r"""Make a text part of a page: markup is shown as it is written, what nobody sees does not pass.

    Args:
        text: Any text; a piece of `Html` stands as it is.
        limit: At most so many characters of it; `None` for all.

    Example:
        >>> escaped("<b>2 miljoen\u202e</b>")
        '&lt;b&gt;2 miljoen&lt;/b&gt;'
    """
    if isinstance(text, Html):
        return text
    more = "…" if limit is not None and len(text) > limit else ""
    return Html(escape(visible(text[:limit])) + more)


def marked(text: str, places: Iterable[tuple[int, int]]) -> Html:
    """Mark stretches of a text, those that overlap as one.

    Args:
        text: Any text; it is shown whole.
        places: Start and end of each stretch, in characters.

    Example:
        >>> marked("meer <bos>", [(5, 10)]).count("<mark")
        1
    """
    pieces: list[str] = []
    done = 0
    for first, end in sorted(places):
        start = max(first, done)
        if end > start:
            pieces += [escaped(text[done:start]), _MARK, escaped(text[start:end]), "</mark>"]
            done = end
    return Html("".join([*pieces, escaped(text[done:])]))


def table(
    caption: str,
    rows: Iterable[Sequence[str]],
    *,
    head: Sequence[str] = (),
    right: Collection[str] = (),
    hidden: int = 0,
) -> Html:
    """Make a table.

    Args:
        caption: What it shows; "" for none.
        rows: The cells of each row; the first one names the row.
        head: The names of the columns.
        right: Those of them whose cells are set to the right.
        hidden: How many more rows there are than are given.

    Returns:
        Escaped HTML.

    Example:
        >>> table("Sums", [("2021", "5 EUR")], head=("year", "sum")).count("<th scope=")
        3
    """
    styles = [_RIGHT if name in right else _LEFT for name in head]
    top = "".join(f'<th scope="col"{style}>{escaped(name)}</th>' for name, style in zip(head, styles, strict=True))
    body = "".join(_row(row, styles or [_LEFT] * len(row)) for row in rows)
    more = f'<tr><td colspan="{max(1, len(head))}"{_LEFT}>and {hidden} more</td></tr>' if hidden > 0 else ""
    over = f"<caption{_LEFT}>{escaped(caption)}</caption>" if caption else ""
    under = f"<thead><tr>{top}</tr></thead>" if top and body else ""
    return Html(f"<table>{over}{under}<tbody>{body}{more}</tbody></table>")


def _row(cells: Sequence[str], styles: Sequence[str]) -> str:
    (first, style), *rest = zip(cells, styles, strict=True)
    others = "".join(f"<td{style}>{_cell(cell)}</td>" for cell, style in rest)
    return f'<tr><th scope="row"{style}>{_cell(first)}</th>{others}</tr>'


def _cell(text: str) -> Html:
    return escaped(text, limit=_MOST_CHARACTERS)


def some(items: Sequence[T], most: int) -> tuple[Sequence[T], int]:
    """Return the first items, and how many there are behind them.

    Example:
        >>> some("abc", 2)
        ('ab', 1)
    """
    return items[:most], max(0, len(items) - most)


def record_html(record: Any) -> Html:
    """Show a record as a table of the fields that hold something.

    Args:
        record: Any attrs instance.

    Returns:
        Escaped HTML.

    Example:
        >>> from flanders_care.model.actor import Actor
        >>> html = record_html(Actor(id="actor:vito", name="<b>VITO</b>"))
        >>> "&lt;b&gt;VITO&lt;/b&gt;" in html, "<b>" in html
        (True, False)
    """
    fields = attrs.fields(cast("Any", type(record)))
    held = ((field.name, getattr(record, field.name)) for field in fields)
    rows = [(name.replace("_", " "), _value(value)) for name, value in held if value not in (None, (), "")]
    return table(type(record).__name__, rows)


def _value(value: Any) -> str:
    """One value of a field: a list, a quote with its place, or a few words."""
    if isinstance(value, tuple):
        items: tuple[Any, ...] = value  # pyright: ignore[reportUnknownVariableType]
        shown, hidden = some(items, _MOST_ITEMS)
        return _list(map(_value, shown), hidden)
    if hasattr(value, "quote") and hasattr(value, "place"):  # a source, which stands above this module
        return Html(f"<q>{_cell(value.quote)}</q> <small>{escaped(value.place)}</small>")
    return label(value)


def _list(items: Iterable[str], hidden: int) -> Html:
    shown = "".join(f"<li>{_cell(item)}</li>" for item in items)
    more = f"<li>and {hidden} more</li>" if hidden else ""
    return Html(f"<ul>{shown}{more}</ul>")


def label(record: Any) -> str:
    """Say a record in a few words: its name, title or text, or the sum with its subject; any other value as text.

    Example:
        >>> from flanders_care.model.actor import Actor
        >>> label(Actor(id="actor:vito", name="VITO"))
        'VITO'
    """
    for name in ("name", "title", "text", "amount", "value", "actor_id"):
        found = getattr(record, name, None)
        if attrs.has(cast("Any", type(record))) and found not in (None, "") and not callable(found):
            subject = getattr(record, "subject", None)
            return f"{found} ({subject})" if subject else str(found)
    return "" if attrs.has(cast("Any", type(record))) else str(record)


def groups_html(corpus: Any, *, most: int = 5) -> Html:
    """Show a corpus: how many records of each class there are, and the first of them.

    Args:
        corpus: An attrs instance whose fields are tuples of records.
        most: How many records of each class to name.

    Returns:
        Escaped HTML; no more than the records named are looked at.
    """
    rows: list[tuple[str, str, str]] = []
    for field in attrs.fields(cast("Any", type(corpus))):
        group: tuple[Any, ...] = getattr(corpus, field.name)
        if group:
            names = [shorten(label(record), 120) for record in islice(group, most)]
            rows.append((field.name.replace("_", " "), str(len(group)), _list(names, max(0, len(group) - most))))
    return table("Corpus" if rows else "Corpus: empty", rows)


def diagnostics_html(diagnostics: Iterable[Any], *, most: int = 50) -> Html:
    """Show diagnostics by document and place.

    Args:
        diagnostics: The diagnostics, in their order.
        most: How many to show.

    Returns:
        Escaped HTML.
    """
    found = tuple(diagnostics)
    shown, hidden = some(found, most)
    ordered = sorted(shown, key=lambda one: (one.document_id or "", one.start or 0))
    rows = [(one.code, str(one.severity), one.place, one.message) for one in ordered]
    return table(f"{len(found)} diagnostics", rows, head=("code", "severity", "place", "message"), hidden=hidden)
