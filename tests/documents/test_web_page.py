"""Web pages: the text that a reader sees, with places, whatever the page looks like."""

from __future__ import annotations

import builtins
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.documents.web_page import MOST_NESTED, is_web_page, read_page
from flanders_care.errors import MissingExtraError

pytest.importorskip("selectolax", reason='selectolax is not here; install the "documents" extra to run this test')


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Een  zin\nop twee regels.</p><p>Nog een.", "Een zin op twee regels.\n\nNog een."),
        ("<h1>Kop</h1>Tekst <b>vet</b>je", "Kop\n\nTekst vetje"),
        ("<ul><li>een<li>twee</ul>", "- een\n- twee"),
        ("<ol><li>een<li>twee<ul><li>fijn</ul></ol>", "1. een\n2. twee\n\n- fijn"),
        ("a<br>b<br><br>c", "a\nb\nc"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("<table><caption>Kost</caption><tr><th>Jaar<th>Som<tr><td>2024<td><p>3</p>euro</table>na",
         "Kost\n| Jaar | Som |\n| 2024 | 3 euro |\n\nna"),
        ("<table><tr><td>los</table>", "los"),
        ("<table><tr><td>links<td><table><tr><td>a<td>b</table></table>", "links\n\n| a | b |"),
        ("&euro;&nbsp;5 &amp; meer", "€ 5 & meer"),
        ("<script>x()</script><style>p{}</style><nav>menu</nav><p>tekst<footer>van de site</footer>", "tekst"),
        ("<article>stuk<footer>van het stuk</footer></article>", "stuk\nvan het stuk"),
        ("<div role=navigation>menu</div><p hidden>weg</p><p style='display: none'>weg</p><p>tekst", "tekst"),
        ("<button>klik</button><select><option>kies</select><input value=a>tekst", "tekst"),
        ("", ""),
        ("plat", "plat"),
    ],
)  # fmt: skip
def test_text(html: str, text: str) -> None:
    """The text is what a reader sees: blocks on lines, items with marks, rows between bars, nothing that runs."""
    assert read_page(html).text == text


def test_places() -> None:
    """Headings and elements with attributes stand where the page says, marks of lists left out."""
    page = read_page("<title> De\n titel </title><ul><li id=a><h2>Kop</h2> en <i class=b>meer</i></ul><p class=c></p>")
    assert page.title == "De titel"
    assert [(page.text[start:end], level) for start, end, level in page.headings] == [("Kop", 2)]
    assert [(e.tag, page.shown(e), e.parent) for e in page.elements] == [
        ("li", "Kop en meer", None),
        ("i", "meer", 0),
        ("p", "", None),
    ]
    assert page.text[page.elements[0].start :].startswith("Kop")


def test_what_is_hidden() -> None:
    """What a page holds and does not show is kept beside its text, without scripts."""
    page = read_page('<p>zicht</p><div style="display:none"><i id=a>verborgen</i><script id=s>x()</script></div>')
    assert page.text == "zicht"
    assert [page.shown(element) for element in page.elements] == ["verborgen", "verborgen", ""]


@pytest.mark.parametrize("depth", [MOST_NESTED, MOST_NESTED + 1])
def test_depth(depth: int) -> None:
    """A page at the limit is read by its structure, one just beyond it by its tags alone, and both give their text."""
    page = read_page("<div>" * depth + "<p id=a>diep</p>" + "</div>" * depth)
    assert page.text == "diep"
    assert page.too_deep is (depth > MOST_NESTED)
    assert bool(page.elements) is (depth <= MOST_NESTED)


def test_hostile_depth() -> None:
    """A hundred thousand elements within each other, or scripts after each other, take a moment."""
    start = time.perf_counter()
    assert read_page("<div>" * 100_000 + "x").too_deep
    assert read_page("<script>a</script>" * 100_000 + "x").text == "x"
    assert time.perf_counter() - start < 30


@given(st.lists(st.sampled_from([*"<>\"'= \n", "<p", "<b a=", "<td>", "</", "<li>", "<table>", "<!--", "x", "&#0;"])))
def test_broken_pages(pieces: list[str]) -> None:
    """No page raises, and every place lies in the text."""
    page = read_page("".join(pieces))
    assert all(0 <= element.start <= element.end <= len(page.text) for element in page.elements)
    assert not page.text[:1].isspace()


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("\n<!-- a --><!DOCTYPE html>", True),
        ('<?xml version="1.0"?>\n<html>', True),
        ("<HTML lang=nl>", True),
        ("<p>Een stuk</p>", False),
        ("# Verslag\n<details>", False),
        ("<htmlachtig>", False),
    ],
)
def test_whole_pages(text: str, whole: bool) -> None:
    """A page is known by how it begins; a piece of HTML in a text is none."""
    assert is_web_page(text) is whole


def test_without_selectolax(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package the error says what to install."""
    real = builtins.__import__

    def refuse(name: str, *rest: Any, **named: Any) -> Any:
        if name.startswith("selectolax"):
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(MissingExtraError, match=r'pip install "flanders-care\[documents\]"'):
        read_page("<html><p>tekst")
