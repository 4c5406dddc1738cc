"""The references of a report: numbered decisions with date, title and link (Dutch: *referenties*)."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, urlsplit

import attrs

from flanders_care.diagnostics import Diagnostic
from flanders_care.documents.links import is_web_link, link_trouble
from flanders_care.documents.markdown import plain
from flanders_care.fields import instance_of, tuple_of
from flanders_care.model.decision import CITED_PREFIX, Decision, cited_decision_id
from flanders_care.model.identity import content_id
from flanders_care.provenance import Document
from flanders_care.regex import regex

_NUMBER = r"\\?\[[ \t]?\^?(?P<number>\d{1,3})[ \t]?\\?\]"
_BARE = _NUMBER.replace("number", "bare")
_ENTRY = regex(rf"^[ \t]*(?:[-*+][ \t]+)?\*{{0,2}}(?:\[{_NUMBER}\]|{_BARE}:?)", re.MULTILINE)
_LINK = regex(r"[ \t]*\((?P<url>[^\n]{0,5000}?)\)(?=\*\*|[ \t]*:|[ \t]*$|[ \t]*\*{0,2}\()", re.MULTILINE)
_DATE = regex(r"[\s*:–-]*\(?(?P<date>\d{4}-\d{1,2}-\d{1,2})\)?(?!\d)[\s*:–-]*")
_TITLE_START = regex(r"[\s*:–-]*")
_NAMES = r"(?:referenties|referentielijst|bronnen|verwijzingen)\b"
_FRAME = regex(rf"<details>\s{{0,99}}<summary>\s{{0,99}}{_NAMES}", re.IGNORECASE)
_HEADING = regex(rf"^[ \t]{{0,3}}#{{1,6}}[ \t]+\**{_NAMES}[^\n]{{0,40}}$", re.IGNORECASE | re.MULTILINE)
_CLOSE = regex(r"</details>", re.IGNORECASE)


@attrs.frozen(kw_only=True)
class Reference:
    """One numbered reference.

    Attributes:
        number: The number by which the body cites it.
        decision: The decision, with the whole reference as its source.
        title_start: First character of the visible title in the document.
        title_end: One past its last; the same as the start where there is no visible title.
        diagnostics: What was not as it should be.
    """

    number: int = attrs.field(validator=instance_of(int))
    decision: Decision = attrs.field(validator=instance_of(Decision))
    title_start: int = attrs.field(validator=instance_of(int))
    title_end: int = attrs.field(validator=instance_of(int))
    diagnostics: tuple[Diagnostic, ...] = attrs.field(default=(), validator=tuple_of(Diagnostic))


def find_reference_list(text: str) -> tuple[int, int] | None:
    """Find where the references stand.

    Args:
        text: The report.

    Returns:
        Start and end of the list, with its frame; `None` where there is none. The list is the block that says so, or
        the heading that says so, or else what begins with the first line that is a reference.
    """
    framed = [*_FRAME.finditer(text)]
    if framed:
        start = framed[-1].start()
        close = _CLOSE.search(text, start)
        return start, close.end() if close else len(text)
    headings = [*_HEADING.finditer(text)]
    if headings and any(True for _ in _entries(text, headings[-1].end(), len(text))):
        return headings[-1].start(), len(text)
    first = next((entry for entry in _ENTRY.finditer(text) if _is_reference(text, entry)), None)
    return None if first is None else (first.start(), len(text))


def _is_reference(text: str, entry: re.Match[str]) -> bool:
    """Whether a line that starts with a number in brackets is a reference, not a sentence: it has a link or a date."""
    end = text.find("\n", entry.end())
    line = text[entry.end() : len(text) if end < 0 else end]
    return bool(_LINK.match(line) or _DATE.match(line))


def read_references(document: Document, start: int, end: int) -> tuple[Reference, ...]:
    """Read the references in a stretch of a report.

    Args:
        document: The report.
        start: Where the list begins.
        end: Where it ends.

    Returns:
        The references in text order.
    """
    return tuple(
        _reference(document, number, first, last) for number, first, last in _entries(document.text, start, end)
    )


def _entries(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Number, start and end of each entry; a title may run over lines, until the next number in brackets."""
    close = _CLOSE.search(text, start, end)
    stop = end if close is None else close.start()
    found: list[re.Match[str]] = [*_ENTRY.finditer(text, start, stop)]
    ends = [*(following.start() for following in found[1:]), stop]
    for entry, last in zip(found, ends, strict=False):
        content = text[entry.start() : last].rstrip()
        content = content.removesuffix("</p>").rstrip()
        first = entry.start() + len(content) - len(content.lstrip())
        yield int(entry["number"] or entry["bare"]), first, entry.start() + len(content)


def _reference(document: Document, number: int, start: int, end: int) -> Reference:
    text = document.text
    mark = _ENTRY.match(text, text.rfind("\n", 0, start) + 1)
    at = start if mark is None else mark.end()
    notes: list[tuple[str, str]] = []
    link = _LINK.match(text, at, end)
    at = at if link is None else link.end()
    url = link["url"].strip() if link else ""
    if url and not is_web_link(url):
        notes.append(("unsafe-link", link_trouble(url)))
        url = ""
    said = _DATE.match(text, at, end)
    at = at if said is None else said.end()
    opening = _TITLE_START.match(text, at, end)
    at = at if opening is None else opening.end()
    date = _date(said["date"] if said else "", url, notes)
    words = text[at:end]
    title = html.unescape(plain(unquote(words) if "%20" in words else words)) or _query(url, "search")
    source = document.source(start, end)
    if title:
        identity = cited_decision_id(title, date)
    else:
        notes.append(("untitled-reference", f"reference [{number}] names no title; it stays apart from all others"))
        identity = content_id(f"{CITED_PREFIX}{date or 'undated'}", document.id, str(number), readable="untitled")
    decision = Decision(id=identity, title=title, date=date, url=url or None, sources=(source,))
    diagnostics = tuple(
        Diagnostic(code=code, message=message, document_id=document.id, start=start, end=end) for code, message in notes
    )
    return Reference(number=number, decision=decision, title_start=at, title_end=end, diagnostics=diagnostics)


def _date(said: str, url: str, notes: list[tuple[str, str]]) -> datetime.date | None:
    """The date that stands in the reference, else the one in its link."""
    for words in (said, _query(url, "startDate")[:10]):
        if not words:
            continue
        try:
            return datetime.date(*map(int, words.split("-")))
        except (ValueError, TypeError):
            notes.append(("impossible-date", f"{words!r} is no day of the calendar and is left out"))
    if not said:
        notes.append(("undated-reference", "the reference has no date"))
    return None


def _query(url: str, name: str) -> str:
    """What a link asks for under a name, with `%20` and the like decoded and line breaks gone."""
    if not url:
        return ""
    values = parse_qs(urlsplit(url).query.replace("+", "%2B"), errors="replace").get(name, [""])
    return " ".join(values[0].split())
