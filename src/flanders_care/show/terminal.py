"""An outline in a terminal, with rich: wide or narrow, in colour or without."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from flanders_care.errors import MissingExtraError
from flanders_care.legible import one_line, shorten
from flanders_care.show.outline import Entry, Outline, Table

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text
    from rich.tree import Tree


def print_outline(outline: Outline, file: IO[str], *, sources: bool = False, width: int | None = None) -> None:
    """Print an outline: in colour on a terminal that wants it (`NO_COLOR` is kept to), plain into a file or pipe.

    Args:
        outline: What to show.
        file: Where to print.
        sources: Whether each line is followed by the places where it was read.
        width: Characters in a line; the terminal's own, and 100 where there is none.

    Raises:
        MissingExtraError: If rich is not installed.
    """
    try:
        from rich.console import Console as RichConsole
        from rich.text import Text as RichText
    except ImportError:
        raise MissingExtraError("cli", "printing a report") from None
    if width is None and not file.isatty():
        width = 100
    console = RichConsole(file=file, width=width, highlight=False, markup=False, emoji=False, soft_wrap=False)
    console.print(RichText(one_line(outline.title), style="bold"))
    for section in outline.sections:
        console.print()
        console.print(RichText(one_line(section.title), style="bold cyan"))
        if section.intro:
            console.print(RichText(one_line(section.intro), style="dim"))
        if section.is_empty:
            console.print(RichText(one_line(section.empty)))
        for table in section.tables:
            _print_table(console, table, sources)
        for line in section.lines:
            console.print(_tree(line, sources))


def to_text(outline: Outline, *, sources: bool = False, width: int = 100) -> str:
    """The same as `print_outline`, as a text without colours."""
    import io

    buffer = io.StringIO()
    print_outline(outline, buffer, sources=sources, width=width)
    return "\n".join(row.rstrip() for row in buffer.getvalue().split("\n"))


def _print_table(console: Console, table: Table, sources: bool) -> None:
    if not table.rows:
        return
    from rich import box
    from rich.table import Table as Grid

    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for name in table.columns:
        money = name.endswith("€")
        grid.add_column(name, justify="right" if money else "left", no_wrap=money, overflow="fold")
    for line, cells in zip(table.rows, table.cells, strict=True):
        grid.add_row(_label(line, sources), *(one_line(cell) for cell in cells))
    console.print(grid)


def _label(line: Entry, sources: bool) -> Text:
    from rich.style import Style
    from rich.text import Text as RichText

    label = RichText(one_line(line.text), style=Style(link=line.url) if line.url else "")
    if line.note:
        label.append(f"  · {one_line(line.note)}", style="dim")
    if sources:
        for source in line.sources:
            label.append(f"\n[{source.place}] “{shorten(source.quote, 160)}”", style="dim italic")
    return label


def _tree(line: Entry, sources: bool) -> Tree:
    from rich.tree import Tree as RichTree

    tree = RichTree(_label(line, sources), guide_style="dim")
    for child in line.children:
        tree.children.append(_tree(child, sources))
    return tree
