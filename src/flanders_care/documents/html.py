"""HTML to text, with nothing executed and no text lost.

The standard library's parser does the reading. Before it, whatever is not a whole tag is turned into plain
characters: a parser that waits for the end of a half tag would lose the rest, or take time without end.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

import attrs

from flanders_care.fields import instance_of, tuple_of
from flanders_care.regex import regex

#: Elements that stand on a line of their own.
_ON_LINES = """
    address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol option p pre section summary table tbody td tfoot
    th thead title tr ul
"""
_BLOCKS = frozenset(_ON_LINES.split())
_COMMENT = (regex("<!--"), regex("-->"))
#: Elements whose content a browser runs or applies and never shows.
_UNSEEN = tuple(
    (regex(rf"<{name}\b[^<>]*>", re.IGNORECASE), regex(rf"</{name}\b[^<>]*>", re.IGNORECASE))
    for name in ("script", "style")
)
_HALF_TAG = regex(r"<(?!/?[A-Za-z][^<>]*>|![A-Za-z][^<>]*>)")
_BLANKS = regex(r"[^\S\n]+")
_LINES = regex(r"[^\S\n]*\n\s*")


@attrs.frozen(kw_only=True)
class HtmlText:
    """The text of a piece of HTML.

    Attributes:
        text: Its text: one line for each block, entities decoded, blanks as a browser shows them.
        dropped: The contents of `script` and `style` elements, which are no text and are left out.
    """

    text: str = attrs.field(validator=instance_of(str))
    dropped: tuple[str, ...] = attrs.field(default=(), validator=tuple_of(str))


def html_to_text(html: str) -> HtmlText:
    r"""Read the text of HTML, whole or broken.

    Args:
        html: A piece of HTML; plain text passes as it is, but for its blanks.

    Returns:
        The text and what was left out.

    Example:
        >>> html_to_text("<p>Subsidie van 1&nbsp;miljoen</p><script>x()</script><ul><li>voor VITO").text
        'Subsidie van 1 miljoen\n- voor VITO'
    """
    seen = "".join(_cut(html, *_COMMENT)[0])
    dropped: list[str] = []
    for element in _UNSEEN:
        kept, cut = _cut(seen, *element)
        seen = " ".join(kept)
        dropped += (content for content in cut if content.strip())
    parser = _TextParser()
    parser.feed(_HALF_TAG.sub("&lt;", seen))
    parser.close()
    text = _LINES.sub("\n", _BLANKS.sub(" ", "".join(parser.pieces))).strip()
    return HtmlText(text=text, dropped=tuple(dropped))


class _TextParser(HTMLParser):
    """Gathers the text and starts a line at each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.pieces.append("\n- " if tag == "li" else "\n")
        alternative = dict(attrs).get("alt") if tag == "img" else None
        if alternative:
            self.pieces.append(f" {alternative} ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        # line breaks in the source are blanks in the text
        self.pieces.append(data.replace("\n", " ").replace("\r", " ").replace("\x0b", " ").replace("\x0c", " "))

    # a bogus element must not make the parser swallow what follows it
    def set_cdata_mode(self, elem: str, *, escapable: bool = False) -> None:
        """Read every element's content as ordinary text: scripts are cut before."""


def _cut(html: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> tuple[list[str], list[str]]:
    """Part what stands outside an opening and its closing from what stands between; what never closes is outside."""
    kept: list[str] = []
    dropped: list[str] = []
    at = 0
    while (start := opening.search(html, at)) and (end := closing.search(html, start.end())):
        kept.append(html[at : start.start()])
        dropped.append(html[start.end() : end.start()])
        at = end.end()
    return [*kept, html[at:]], dropped
