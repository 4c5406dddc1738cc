"""Outlines are shown the same in every form, and nothing in them acts."""

from __future__ import annotations

import io
import re

import pytest

from flanders_care.provenance import Source
from flanders_care.show.markdown import to_markdown
from flanders_care.show.outline import Entry, Outline, Part, Table
from flanders_care.show.page import to_page
from flanders_care.show.terminal import print_outline, to_text

SOURCE = Source(document_id="note", start=3, end=11, quote="12 <euro")
HOSTILE = "</script><img src=x onerror=alert(1)> *vet* [klik](javascript:alert(1)) \x1b[31m\u202eom"
OUTLINE = Outline(
    title="Verslag",
    sections=(
        Part(
            title="Beloften",
            intro="Twee in al.",
            lines=(
                Entry(text=HOSTILE, note="hard", sources=(SOURCE,), children=(Entry(text="onder"),)),
                Entry(text="link", url="https://example.org/a(b) c"),
                Entry(text="val", url="javascript:alert(1)"),
            ),
        ),
        Part(
            title="Geld",
            tables=(
                Table(
                    columns=("Stap", "Som €"),
                    rows=(Entry(text="toegekend", sources=(SOURCE,)),),
                    cells=(("1.250",),),
                ),
            ),
        ),
        Part(title="Leeg", empty="Niets gevonden."),
        Part(title="Weg"),
    ),
)


def test_a_section_without_content_and_without_a_word_about_it_is_left_out() -> None:
    """A page has no empty headings; one that says that nothing was found stays."""
    assert [section.title for section in OUTLINE.sections] == ["Beloften", "Geld", "Leeg"]


@pytest.mark.parametrize("sources", [False, True])
def test_the_terminal_shows_every_line_without_escapes(sources: bool) -> None:
    """Text of a document cannot colour or turn the terminal."""
    shown = to_text(OUTLINE, sources=sources)
    assert "toegekend" in shown
    assert "1.250" in shown
    assert "Niets gevonden." in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert ("[note:3-11] “12 <euro”" in shown) is sources


@pytest.mark.parametrize("width", [20, 60, 250])
def test_a_narrow_or_wide_terminal_loses_no_word(width: int) -> None:
    """Lines are folded, not cut."""
    shown = to_text(OUTLINE, width=width)
    assert all(len(row) <= width for row in shown.splitlines())
    assert "onder" in shown
    assert "link" in shown


def test_colours_are_left_out_where_they_are_not_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR is kept to, on a terminal too."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    terminal = Terminal()
    print_outline(OUTLINE, terminal, width=80)
    assert "\x1b[36" not in terminal.getvalue()
    assert "\x1b[1;36" not in terminal.getvalue()


@pytest.mark.parametrize("sources", [False, True])
def test_markdown_escapes_what_documents_say(sources: bool) -> None:
    """No text of a document becomes a tag, a link or an emphasis."""
    shown = to_markdown(OUTLINE, sources=sources)
    assert "<img" not in shown.replace("\\<img", "")
    assert "](javascript" not in shown.replace("\\](javascript", "")
    assert "[link](<https://example.org/a(b)c>)" in shown
    assert ("12 \\<euro" in shown) is sources


@pytest.mark.parametrize("sources", [False, True])
def test_the_page_holds_nothing_that_executes(sources: bool) -> None:
    """All text is escaped, and only links to the web are links."""
    page = to_page(OUTLINE, sources=sources)
    assert "<script" not in page
    assert "<img" not in page
    assert 'href="javascript' not in page
    assert '<a href="https://example.org/a(b) c" rel="noopener">link</a>' in page
    assert re.search('<th scope="col" style="text-align:right[^"]*">Som €</th>', page)
    assert ("<summary>note:3-11</summary>" in page) is sources
