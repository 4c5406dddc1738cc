"""An outline as one HTML page that needs nothing else: no script, no font, no picture from anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from flanders_care.legible import one_line
from flanders_care.provenance import Source
from flanders_care.rendering import Html, escaped, table
from flanders_care.show.outline import Entry, Outline, Part, Table

_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem; }
h1 { line-height: 1.2; } h2 { margin-top: 2.5rem; border-bottom: 1px solid; }
ul { padding-left: 1.2rem; } .note { opacity: .75; }
table { border-collapse: collapse; } th, td { padding: .2rem .8rem .2rem 0; } thead th { border-bottom: 1px solid; }
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
    title = _text(outline.title)
    body = "\n".join(part for section in outline.sections for part in _section(section, sources))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _text(text: str) -> Html:
    return escaped(one_line(text))


def _section(section: Part, sources: bool) -> Iterator[str]:
    yield f"<section>\n<h2>{_text(section.title)}</h2>"
    if section.intro:
        yield f"<p>{_text(section.intro)}</p>"
    if section.is_empty:
        yield f"<p>{_text(section.empty)}</p>"
    for shown in section.tables:
        yield _table(shown, sources)
    yield from _list(section.lines, sources)
    yield "</section>"


def _linked(line: Entry) -> str:
    text = _text(line.text)
    if line.url is None or not line.url.lower().startswith(("http://", "https://")):
        return text
    return f'<a href="{_text(line.url)}" rel="noopener">{text}</a>'


def _list(lines: tuple[Entry, ...], sources: bool) -> Iterator[str]:
    if not lines:
        return
    yield "<ul>"
    for line in lines:
        note = f' <span class="note">{_text(line.note)}</span>' if line.note else ""
        yield f"<li>{_linked(line)}{note}"
        if sources:
            yield from _places(line.sources)
        yield from _list(line.children, sources)
        yield "</li>"
    yield "</ul>"


def _places(sources: tuple[Source, ...]) -> Iterator[str]:
    for source in sources:
        quote = _text(source.quote)
        yield f'<details class="source"><summary>{_text(source.place)}</summary><q lang="nl">{quote}</q></details>'


def _table(shown: Table, sources: bool) -> Html:
    rows = (
        (Html(_linked(line) + "".join(_places(line.sources) if sources else ())), *map(_text, cells))
        for line, cells in zip(shown.rows, shown.cells, strict=True)
    )
    return table("", rows, head=shown.columns, right=[name for name in shown.columns if name.endswith("€")])
