"""HTML to text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.documents.html import html_to_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Een</p><p>Twee</p>", "Een\nTwee"),
        ("Een<br>Twee<br/>Drie", "Een\nTwee\nDrie"),
        ("<ul><li>Een</li><li>Twee</ul>", "- Een\n- Twee"),
        ("<p>3&nbsp;miljoen &euro; &amp; meer &#8364;</p>", "3 miljoen € & meer €"),
        ("<p>regel\n   loopt\r\n door</p>", "regel loopt door"),
        ("<b>vet</b><i>schuin</i>", "vetschuin"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb"),
        ('<img src="x" alt="grafiek"> en <img src="y">', "grafiek en"),
        ("minder <!-- nooit --> commentaar", "minder commentaar"),
        ("<!-- nooit gesloten", "<!-- nooit gesloten"),
        ("<!DOCTYPE html><p>tekst", "tekst"),
        ("prijs < 5 euro en > 3 euro", "prijs < 5 euro en > 3 euro"),
        ("<p>half <a href=", "half <a href="),
        ("platte tekst", "platte tekst"),
        ("", ""),
        ("<textarea>x</textarea><title>y</title>z", "x\ny\nz"),
    ],
)
def test_text_of_html(html: str, text: str) -> None:
    """Blocks give lines, entities are letters, and what is no tag is text."""
    assert html_to_text(html).text == text


def test_scripts_and_styles_are_left_out_and_said() -> None:
    """What a browser runs or applies is no text: it is left out, and handed back for a diagnostic."""
    read = html_to_text("<p>a</p><SCRIPT type=x>alert('<p>')</SCRIPT ><style>p {}</style><script> </script>b")
    assert read.text == "a\nb"
    assert read.dropped == ("alert('<p>')", "p {}")


def test_an_open_script_loses_no_text() -> None:
    """A script that never ends may be a slip, so what follows it is text."""
    assert html_to_text("a <script>b <p>c").text == "a b\nc"


@pytest.mark.parametrize("piece", ["<", "<a ", "<!--", "</", "<script>", "&#", "<p>", "<![CDATA[", "<?", "<a href='"])
def test_hostile_html_ends(piece: str) -> None:
    """Half tags by the thousand are read in linear time, and raise nothing."""
    assert isinstance(html_to_text(piece * 20_000).text, str)


@given(st.text(alphabet="abc <>/!-&;p\n'\"=", max_size=200))
def test_no_letter_outside_tags_is_lost(html: str) -> None:
    """No text is lost: every word of letters between the tags is in the text."""
    words = set("".join(c if c.isalpha() else " " for c in html.split("<", 1)[0].replace("&", " ")).split())
    assert words <= set("".join(c if c.isalpha() else " " for c in html_to_text(html).text).split()) | {"p"}
