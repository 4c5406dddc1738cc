"""How records look in a notebook: plain tables, all text escaped, no script, no colour of our own.

Without colours they are readable on light and dark pages; captions and row headers tell a screen reader what is what.
Only what is shown is looked at, so a corpus of a million records is shown as fast as one of ten.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from html import escape
from itertools import islice
from typing import Any, Final, cast

import attrs

__all__ = ["Shown", "diagnostics_html", "groups_html", "label", "record_html", "visible"]

_MOST_ITEMS: Final = 20
_MOST_CHARACTERS: Final = 1000
_TURNING: Final = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_LEFT: Final = ' style="text-align:left;vertical-align:top"'
_TEXT: Final = ' style="text-align:left;white-space:pre-wrap"'


class Shown:
    """Gives a record its short line in consoles and its table in notebooks."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Say class, id and the first words; classes that ask attrs for a repr show all fields instead."""
        identity = visible(str(getattr(self, "id", "")), limit=120)
        words = visible(" ".join(label(self)[:200].split()), limit=60)
        return f"<{type(self).__name__} {identity}: {words}>"

    def _repr_html_(self) -> str:
        """Show the record as a table of its fields, for notebooks."""
        return record_html(self)


def visible(text: str, *, limit: int | None = None) -> str:
    r"""Make a text harmless to look at: control characters become blanks, direction characters go, length is limited.

    Args:
        text: Any text; line ends and tabs stay.
        limit: Most characters; `None` for all.

    Returns:
        The text, with `…` where it was cut.

    Example:
        >>> visible("2 miljoen\u202e oruE\x07")
        '2 miljoen oruE '
    """
    cut = text if limit is None or len(text) <= limit else text[:limit] + "…"
    return "".join(_visible_character(c) for c in cut)


def _visible_character(character: str) -> str:
    if character in _TURNING:
        return ""
    category = unicodedata.category(character)
    if category == "Cs":
        return "\ufffd"
    return " " if category == "Cc" and character not in "\n\t" else character


def record_html(record: Any) -> str:
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
    rows = [
        f'<tr><th scope="row"{_LEFT}>{escape(field.name.replace("_", " "))}</th><td{_TEXT}>{_value(value)}</td></tr>'
        for field in attrs.fields(cast("Any", type(record)))
        if (value := getattr(record, field.name)) not in (None, (), "")
    ]
    return _table(type(record).__name__, rows)


def _table(caption: str, rows: Iterable[str], head: str = "") -> str:
    top = f"<thead><tr>{head}</tr></thead>" if head else ""
    return f"<table><caption{_LEFT}>{escape(caption)}</caption>{top}<tbody>{''.join(rows)}</tbody></table>"


def _value(value: Any) -> str:
    """One value of a field, as escaped HTML."""
    if isinstance(value, tuple):
        return _items(value)  # pyright: ignore[reportUnknownArgumentType]
    if hasattr(value, "quote") and hasattr(value, "document_id"):  # a source, which stands above this module
        place = f"{value.document_id}:{value.start}-{value.end}"
        return f"<q>{_text(value.quote)}</q> <small>{_text(place)}</small>"
    return _text(label(value))


def _items(items: tuple[Any, ...]) -> str:
    shown = "".join(f"<li>{_value(item)}</li>" for item in items[:_MOST_ITEMS])
    hidden = len(items) - _MOST_ITEMS
    more = f"<li>and {hidden} more</li>" if hidden > 0 else ""
    return f"<ul>{shown}{more}</ul>"


def _text(text: str) -> str:
    return escape(visible(text, limit=_MOST_CHARACTERS))


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


def groups_html(corpus: Any, *, most: int = 5) -> str:
    """Show a corpus: how many records of each class there are, and the first of them.

    Args:
        corpus: An attrs instance whose fields are tuples of records.
        most: How many records of each class to name.

    Returns:
        Escaped HTML; no more than the records named are looked at.
    """
    rows: list[str] = []
    for field in attrs.fields(cast("Any", type(corpus))):
        group: tuple[Any, ...] = getattr(corpus, field.name)
        if not group:
            continue
        names = [f"<li>{escape(visible(label(record), limit=120))}</li>" for record in islice(group, most)]
        more = f"<li>and {len(group) - most} more</li>" if len(group) > most else ""
        rows.append(
            f'<tr><th scope="row"{_LEFT}>{escape(field.name.replace("_", " "))}</th>'
            f'<td style="text-align:right;vertical-align:top">{len(group)}</td>'
            f"<td{_LEFT}><ul>{''.join(names)}{more}</ul></td></tr>"
        )
    return _table("Corpus" if rows else "Corpus: empty", rows)


def diagnostics_html(diagnostics: Iterable[Any], *, most: int = 50) -> str:
    """Show diagnostics by document and place.

    Args:
        diagnostics: The diagnostics, in their order.
        most: How many to show.

    Returns:
        Escaped HTML.
    """
    found = tuple(diagnostics)
    head = "".join(f'<th scope="col"{_LEFT}>{name}</th>' for name in ("severity", "code", "place", "message"))
    rows = [_diagnostic_row(item) for item in sorted(found[:most], key=_place)]
    if len(found) > most:
        rows.append(f'<tr><td colspan="4"{_LEFT}>and {len(found) - most} more</td></tr>')
    return _table(f"{len(found)} diagnostics", rows, head if rows else "")


def _place(diagnostic: Any) -> tuple[str, int]:
    return (diagnostic.document_id or "", diagnostic.start or 0)


def _diagnostic_row(diagnostic: Any) -> str:
    place = diagnostic.document_id or ""
    if diagnostic.start is not None and diagnostic.end is not None:
        place += f":{diagnostic.start}-{diagnostic.end}"
    cells = (str(diagnostic.severity), diagnostic.code, place, diagnostic.message)
    return "<tr>" + "".join(f"<td{_LEFT}>{_text(cell)}</td>" for cell in cells) + "</tr>"
