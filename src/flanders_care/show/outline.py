"""What is to be shown, apart from how: sections of lines and tables, each line with the place where it was read."""

from __future__ import annotations

import attrs

from flanders_care.provenance import Source


@attrs.frozen(kw_only=True)
class Entry:
    """One line for a person, with lines below it.

    Attributes:
        text: What it says.
        note: Less important words behind it.
        url: Where a link on it leads.
        sources: Where it was read.
        children: Lines that belong under it.
    """

    text: str
    note: str = ""
    url: str | None = None
    sources: tuple[Source, ...] = ()
    children: tuple[Entry, ...] = ()


@attrs.frozen(kw_only=True)
class Table:
    """Rows of cells under a head.

    Attributes:
        columns: The head; a column whose name ends in `€` is set to the right.
        rows: One line a row: `text` is the first cell.
        cells: The further cells of each row, in step with `rows`.
    """

    columns: tuple[str, ...]
    rows: tuple[Entry, ...]
    cells: tuple[tuple[str, ...], ...]


@attrs.frozen(kw_only=True)
class Part:
    """A part with a heading.

    Attributes:
        title: The heading.
        intro: A sentence or two under the heading.
        lines: What stands in it.
        tables: Tables, before the lines.
        empty: What to say where there are neither lines nor rows; "" leaves the section out.
    """

    title: str
    intro: str = ""
    lines: tuple[Entry, ...] = ()
    tables: tuple[Table, ...] = ()
    empty: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not self.lines and not any(table.rows for table in self.tables)


def _worth_showing(sections: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(section for section in sections if section.empty or not section.is_empty)


@attrs.frozen(kw_only=True)
class Outline:
    """A whole page.

    Attributes:
        title: The heading of the page.
        sections: Its parts; those that are empty and have nothing to say about it are left out.
    """

    title: str
    sections: tuple[Part, ...] = attrs.field(default=(), converter=_worth_showing)
