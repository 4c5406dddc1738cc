"""An outline as Markdown, for a repository, a wiki or a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flanders_care.legible import one_line, shorten
from flanders_care.provenance import Source
from flanders_care.show.outline import Entry, Outline, Part, Table

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~$])")
_NO_URL = re.compile(r"[<>\s]")


def to_markdown(outline: Outline, *, sources: bool = False) -> str:
    """Write an outline as Markdown.

    Args:
        outline: What to show.
        sources: Whether each line is followed by the places where it was read.

    Returns:
        CommonMark with tables; text of documents is escaped, so none of it acts as markup or HTML.
    """
    sections = ("\n".join(_section(section, sources)) for section in outline.sections)
    parts = [f"# {_escape(outline.title)}", *sections]
    return "\n\n".join(parts) + "\n"


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", one_line(text))


def _section(section: Part, sources: bool) -> Iterator[str]:
    yield f"## {_escape(section.title)}"
    if section.intro:
        yield f"\n{_escape(section.intro)}"
    if section.is_empty:
        yield f"\n{_escape(section.empty)}"
    for table in section.tables:
        yield ""
        yield from _table(table, sources)
    if section.lines:
        yield ""
    for line in section.lines:
        yield from _line(line, 0, sources)


def _linked(line: Entry) -> str:
    text = _escape(line.text)
    if line.url is None:
        return text
    target = _NO_URL.sub("", line.url)
    return f"[{text}](<{target}>)"  # angle brackets keep the parentheses of a URL inside it


def _line(line: Entry, level: int, sources: bool) -> Iterator[str]:
    note = f" ({_escape(line.note)})" if line.note else ""
    yield f"{'  ' * level}- {_linked(line)}{note}"
    if sources:
        for source in line.sources:
            yield f"{'  ' * (level + 1)}- {_source(source)}"
    for child in line.children:
        yield from _line(child, level + 1, sources)


def _source(source: Source) -> str:
    return f"{_escape(source.place)}: “{_escape(shorten(source.quote, 160))}”"


def _table(table: Table, sources: bool) -> Iterator[str]:
    head = [*table.columns, "Read in"] if sources else list(table.columns)
    yield "| " + " | ".join(_escape(name) for name in head) + " |"
    yield "|" + "|".join("---:" if name.endswith("€") else "---" for name in head) + "|"
    for line, cells in zip(table.rows, table.cells, strict=True):
        row = [_linked(line), *(_escape(cell) for cell in cells)]
        if sources:
            row.append("<br>".join(_source(source) for source in line.sources))
        yield "| " + " | ".join(row) + " |"
