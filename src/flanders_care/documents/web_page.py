"""A web page to the text that its reader sees, with the place of each element that says something about itself.

selectolax parses; nothing is fetched and nothing executes. The walk over the elements uses no recursion, and a page
that is nested too deeply to be one is read by its tags alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from flanders_care.documents.html import html_to_text
from flanders_care.errors import MissingExtraError
from flanders_care.fields import instance_of
from flanders_care.regex import regex

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MOST_NESTED = 500
"""Most elements within each other: browsers stop there too, and the time of a parser grows with the square of it."""

_PAGE = regex(
    r"\s{0,999}(?:<\?xml[^>]{0,999}>\s{0,999}|<!--[^>]{0,9999}-->\s{0,999}){0,9}<(?:!doctype\s+html|html)\b",
    re.IGNORECASE,
)
_TAG = regex(r"<(/?)([A-Za-z][A-Za-z0-9]*)\b")
_SPACE = regex(r"\s+")

#: Elements without an end, and elements whose end may be left out: they say nothing about how deep a page is.
_FLAT = frozenset(
    re.findall(
        r"\S+",
        """area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot
        option optgroup colgroup rt rp html head body""",
    )
)
#: Elements that are run, applied, filled in or clicked, and are no text of the page.
_UNREAD = frozenset(
    re.findall(
        r"\S+",
        """script style noscript template head title nav svg math iframe object canvas audio video input select button
        textarea label -comment !doctype""",
    )
)
_UNREAD_ROLES = frozenset({"navigation", "search", "contentinfo", "banner", "menu", "menubar"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: Elements that stand on lines of their own; around those of `_APART` an empty line shows.
_BLOCKS = frozenset(
    re.findall(
        r"\S+",
        """address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form
        header hgroup legend li main section summary table tbody tfoot thead tr""",
    )
)
_APART = _HEADINGS | {"p", "ul", "ol", "pre", "table", "hr", "blockquote"}
_HIDDEN = regex(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE)


@attrs.frozen(kw_only=True)
class Element:
    """One element of a page that bears attributes.

    Attributes:
        tag: Its name in lower case.
        attributes: Its attributes; one without value has "".
        start: First character of what it shows in the text of the page.
        end: One past the last.
        hidden: Its place in `WebPage.unseen`, where it shows nothing.
        parent: Place in `WebPage.elements` of the element around it, or `None`.
    """

    tag: str
    attributes: dict[str, str]
    start: int
    end: int
    hidden: tuple[int, int]
    parent: int | None


@attrs.frozen(kw_only=True)
class WebPage:
    """What a web page shows.

    Attributes:
        text: The text that a reader sees: blocks on lines of their own, list items behind `-` or their number, rows of
            tables between bars.
        title: What the page calls itself, or `None`.
        headings: Places of the headings in the text, with their level from 1.
        elements: The elements with attributes, in the order of the page.
        unseen: The text that the page holds and does not show.
        too_deep: Whether it was nested too deeply and was read by its tags alone.
    """

    text: str = attrs.field(validator=instance_of(str))
    title: str | None = None
    headings: tuple[tuple[int, int, int], ...] = ()
    elements: tuple[Element, ...] = ()
    unseen: str = ""
    too_deep: bool = False

    def shown(self, element: Element) -> str:
        """The text of an element, seen or not, on one line."""
        seen = _SPACE.sub(" ", self.text[element.start : element.end]).strip()
        return seen or _SPACE.sub(" ", self.unseen[slice(*element.hidden)]).strip()


def is_web_page(text: str) -> bool:
    """Whether a text is a whole web page, by how it begins.

    Example:
        >>> is_web_page("<!DOCTYPE html><p>Dag"), is_web_page("<p>Dag</p>")
        (True, False)
    """
    return _PAGE.match(text) is not None


def read_page(html: str) -> WebPage:
    """Read a web page.

    Args:
        html: The page, whole or broken.

    Returns:
        What it shows; any text has a page.

    Raises:
        MissingExtraError: If selectolax is not installed.
    """
    if _depth(html) > MOST_NESTED:
        return WebPage(text=html_to_text(html).text, too_deep=True)
    try:
        from selectolax.lexbor import LexborHTMLParser
    except ImportError:
        raise MissingExtraError("documents", "reading web pages") from None
    root = LexborHTMLParser(html).root
    return WebPage(text="") if root is None else _Walk(root).page()


def _depth(html: str) -> int:
    """How deep elements stand within each other at most."""
    most = depth = 0
    for tag in _TAG.finditer(html):
        if tag[2].lower() not in _FLAT:
            depth = max(0, depth - 1) if tag[1] else depth + 1
            most = max(most, depth)
    return most


class _Shown:
    """A text that grows by words and breaks, with blanks as a browser shows them."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self._gap = ""  # what stands between the text so far and the next words
        self._mark = ""  # the bullet or number in front of the next words
        self._waiting: list[_Place] = []

    def begin(self) -> _Place:
        """A stretch begins at the next words."""
        place = _Place()
        self._waiting.append(place)
        return place

    def end(self, place: _Place) -> None:
        """The stretch ends behind the last words; one that holds none is empty."""
        if place.start is None:
            place.start = self.length
            self._waiting.pop()
        place.end = self.length

    def part(self, gap: str, mark: str = "") -> None:
        """Put at least this gap before the next words."""
        if gap.count("\n") > self._gap.count("\n") or not self._gap:
            self._gap = gap
        self._mark = mark or self._mark

    def add(self, words: str) -> None:
        """Add words; blanks at their ends are gaps."""
        core = words.strip()
        if core != words and words[:1].isspace():
            self.part(" ")
        if core:
            before = (self._gap if self.length else "") + self._mark
            self.length += len(before)
            for place in self._waiting:
                place.start = self.length
            self._waiting.clear()
            self.pieces += (before, core)
            self.length += len(core)
            self._gap = self._mark = ""
        if core and words[-1:].isspace():
            self.part(" ")


@attrs.define
class _Place:
    start: int | None = None
    end: int = 0


@attrs.define
class _Open:
    """An element that the walk is in."""

    tag: str
    unseen: bool
    in_cell: bool
    in_grid: bool
    element: int | None
    places: tuple[_Place, _Place] | None
    count: int = 0  # of the items of a numbered list


class _Walk:
    """One way through all elements, from the root, without recursion."""

    def __init__(self, root: LexborNode) -> None:
        self._root = root
        self._seen, self._unseen = _Shown(), _Shown()
        self._stack: list[_Open] = []
        self._found: list[tuple[str, dict[str, str], tuple[_Place, _Place], int | None]] = []
        self._headings: list[tuple[_Place, int]] = []
        self._title: str | None = None

    def page(self) -> WebPage:
        node: LexborNode | None = self._root
        while node is not None:
            if self._enter(node) and (child := node.first_child) is not None:
                node = child
                continue
            node = self._next(node)
        text, unseen = "".join(self._seen.pieces), "".join(self._unseen.pieces)
        return WebPage(
            text=text,
            title=self._title,
            headings=tuple((p.start or 0, p.end, level) for p, level in self._headings if p.end > (p.start or 0)),
            elements=tuple(
                Element(
                    tag=tag,
                    attributes=attributes,
                    start=seen.start or 0,
                    end=seen.end,
                    hidden=(hidden.start or 0, hidden.end),
                    parent=parent,
                )
                for tag, attributes, (seen, hidden), parent in self._found
            ),
            unseen=unseen,
        )

    def _next(self, node: LexborNode) -> LexborNode | None:
        """Leave what is at its end, up to the first element that has one behind it."""
        here: LexborNode | None = node
        while here is not None:
            if self._is_open(here):
                self._leave()
            if not self._stack:
                return None
            if here.next is not None:
                return here.next
            here = here.parent
        return None

    def _is_open(self, node: LexborNode) -> bool:
        return node.tag not in ("-text", "-comment", "!doctype")

    def _enter(self, node: LexborNode) -> bool:
        tag = node.tag or ""
        around = self._stack[-1] if self._stack else None
        if not self._is_open(node):
            if tag == "-text" and around is not None:
                self._text(node.text_content or "", around)
            return False
        attributes = {name: value or "" for name, value in node.attributes.items()}
        foot = tag == "footer" and around is not None and around.tag == "body"  # of the site, not of an article
        unseen = foot or (around is not None and around.unseen) or _is_unread(tag, attributes)
        grid = _is_grid(node) if tag == "table" else around is not None and around.in_grid
        opened = _Open(
            tag, unseen, around is not None and around.in_cell, grid, None if around is None else around.element, None
        )
        if attributes:
            opened.places = (self._seen.begin(), self._unseen.begin())
            self._found.append((tag, attributes, opened.places, opened.element))
            opened.element = len(self._found) - 1
        if not unseen:
            self._part(opened, around)
            if tag in _HEADINGS:
                self._headings.append((self._seen.begin(), int(tag[1])))
        self._stack.append(opened)
        return True

    def _part(self, opened: _Open, around: _Open | None) -> None:
        """The break that comes before, and behind, an element."""
        tag = opened.tag
        if opened.in_grid and tag in ("td", "th"):
            opened.in_cell = True
        elif opened.in_cell:
            self._seen.part(" ")
        elif tag == "li":
            if around is not None:
                around.count += 1
            self._seen.part("\n", f"{around.count}. " if around is not None and around.tag == "ol" else "- ")
        elif opened.in_grid and tag == "tr":
            self._seen.part("\n")
            self._seen.add("| ")
        elif tag in _APART:
            self._seen.part("\n\n")
        elif tag in _BLOCKS or tag in ("br", "td", "th"):
            self._seen.part("\n")

    def _leave(self) -> None:
        left = self._stack.pop()
        around = self._stack[-1] if self._stack else None
        if left.tag in _HEADINGS and not left.unseen:
            self._seen.end(self._headings[-1][0])
        if left.places is not None:
            self._unseen.end(left.places[1])
            self._seen.end(left.places[0])
        if left.unseen:
            return
        if left.in_grid and left.tag in ("td", "th"):
            self._seen.part(" ")
            self._seen.add("| ")
        elif left.tag != "br":
            self._part(
                attrs.evolve(left, tag="p" if left.tag in _APART else "div" if left.tag in _BLOCKS else "-"), around
            )

    def _text(self, words: str, around: _Open) -> None:
        if around.tag == "title" and self._title is None:
            self._title = " ".join(words.split()) or None
        if around.unseen:
            if around.tag not in ("script", "style"):
                self._unseen.add(_SPACE.sub(" ", words))
        elif around.tag == "pre":
            for number, line in enumerate(words.split("\n")):
                self._seen.part("\n" if number else "")
                self._seen.add(line)
        else:
            self._seen.add(_SPACE.sub(" ", words))


def _is_unread(tag: str, attributes: dict[str, str]) -> bool:
    return (
        tag in _UNREAD
        or "hidden" in attributes
        or attributes.get("role", "").strip().lower() in _UNREAD_ROLES
        or _HIDDEN.search(attributes.get("style", "")) is not None
    )


def _is_grid(table: LexborNode) -> bool:
    """Whether a table holds data: cells beside each other, and no table within, as pages that are laid out have."""
    within = (inner for inner in table.css("table") if inner.mem_id != table.mem_id)
    return next(within, None) is None and table.css_first("td ~ td, td ~ th, th ~ td, th ~ th") is not None
