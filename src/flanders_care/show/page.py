"""An outline as one HTML page that needs nothing else: no script, no font, no picture from anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from flanders_care.provenance import Source
from flanders_care.show.clean import one_line
from flanders_care.show.outline import Line, Outline, Section, Table

__all__ = ["to_page"]

_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem; }
h1 { line-height: 1.2; } h2 { margin-top: 2.5rem; border-bottom: 1px solid; }
ul { padding-left: 1.2rem; } .note { opacity: .75; }
table { border-collapse: collapse; } th, td { text-align: left; padding: .2rem .8rem .2rem 0; vertical-align: top; }
th { border-bottom: 1px solid; } .sum { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
details.source { font-size: .85em; } q { font-style: italic; }
"""


def to_page(outline: Outline, *, sources: bool = False) -> str:
    """Write an outline as a whole HTML page.

    Args:
        outline: What to show.
        sources: Whether each line can be opened to the places where it was read.

    Returns:
        HTML 5, UTF-8; all text is escaped and only `http` and `https` links are kept, so nothing in it executes.
    """
    title = escape(one_line(outline.title))
    body = "\n".join(part for section in outline.sections for part in _section(section, sources))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _section(section: Section, sources: bool) -> Iterator[str]:
    yield f"<section>\n<h2>{escape(one_line(section.title))}</h2>"
    if section.intro:
        yield f"<p>{escape(one_line(section.intro))}</p>"
    if section.is_empty:
        yield f"<p>{escape(one_line(section.empty))}</p>"
    for table in section.tables:
        yield from _table(table, sources)
    yield from _list(section.lines, sources)
    yield "</section>"


def _linked(line: Line) -> str:
    text = escape(one_line(line.text))
    if line.url is None or not line.url.lower().startswith(("http://", "https://")):
        return text
    return f'<a href="{escape(line.url, quote=True)}" rel="noopener">{text}</a>'


def _list(lines: tuple[Line, ...], sources: bool) -> Iterator[str]:
    if not lines:
        return
    yield "<ul>"
    for line in lines:
        note = f' <span class="note">{escape(one_line(line.note))}</span>' if line.note else ""
        yield f"<li>{_linked(line)}{note}"
        if sources:
            yield from _places(line.sources)
        yield from _list(line.children, sources)
        yield "</li>"
    yield "</ul>"


def _places(sources: tuple[Source, ...]) -> Iterator[str]:
    for source in sources:
        place = escape(f"{source.document_id}:{source.start}-{source.end}")
        quote = escape(one_line(source.quote))
        yield f'<details class="source"><summary>{place}</summary><q lang="nl">{quote}</q></details>'


def _table(table: Table, sources: bool) -> Iterator[str]:
    kinds = [' class="sum"' if name.endswith("€") else "" for name in table.columns]
    head = "".join(
        f'<th scope="col"{kind}>{escape(name)}</th>' for name, kind in zip(table.columns, kinds, strict=True)
    )
    yield f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>"
    for line, cells in zip(table.rows, table.cells, strict=True):
        places = "".join(_places(line.sources)) if sources else ""
        rest = "".join(f"<td{kind}>{escape(one_line(cell))}</td>" for cell, kind in zip(cells, kinds[1:], strict=True))
        yield f'<tr><th scope="row"{kinds[0]}>{_linked(line)}{places}</th>{rest}</tr>'
    yield "</tbody>\n</table>"
