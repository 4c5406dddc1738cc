"""The parts of an adherence report: the section of the agreement, the report's own words, the references."""

from __future__ import annotations

import re

import attrs

from flanders_care.families.report.reference_list import find_reference_list
from flanders_care.fields import instance_of, tuple_of
from flanders_care.regex import regex

Stretch = tuple[int, int]
"""First character and one past the last."""

_SECTION = regex(r"<details>\s{0,99}<summary>\s{0,99}[^<>\n]{0,40}regeerakkoord[^<>\n]{0,80}</summary>", re.IGNORECASE)
_PARAGRAPH = regex(r"^<p>|</p>$", re.IGNORECASE)
_CLOSE = regex(r"</details>", re.IGNORECASE)
_BLANK_LINE = regex(r"\n[ \t\r]*\n")
_HEADING = regex(r"^[ \t]{0,3}#[ \t]+(?P<title>[^\n]{1,300})", re.MULTILINE)


@attrs.frozen(kw_only=True)
class ReportParts:
    """Where the parts of a report stand.

    Attributes:
        title: The heading above the section, `None` where there is none.
        section: The words of the agreement, or `None` where the report does not quote it.
        body: The report's own words, in text order.
        references: The list of references, or `None` where there is none.
        open_blocks: Starts of blocks that never end.
    """

    title: str | None = attrs.field(validator=instance_of(str, optional=True))
    section: Stretch | None = attrs.field(validator=instance_of(tuple, optional=True))
    body: tuple[Stretch, ...] = attrs.field(validator=tuple_of(tuple))
    references: Stretch | None = attrs.field(validator=instance_of(tuple, optional=True))
    open_blocks: tuple[int, ...] = attrs.field(default=(), validator=tuple_of(int))


def split_report(text: str) -> ReportParts:
    """Find the parts of a report.

    Args:
        text: The report.

    Returns:
        The parts. All that is neither section nor reference is body, after the references too.
    """
    open_blocks: list[int] = []
    framed = _section_block(text, open_blocks)
    references = find_reference_list(text)
    if references and not _CLOSE.search(text, *references) and text.startswith("<details>", references[0]):
        open_blocks.append(references[0])
    taken = sorted(part[0] for part in (framed, (references, references)) if part and part[0])
    body: list[Stretch] = []
    at = 0
    for start, end in (*taken, (len(text), len(text))):
        if text[at:start].strip():
            body.append((at, start))
        at = max(at, end)
    heading = _HEADING.search(text)
    return ReportParts(
        title=" ".join(heading["title"].split()) if heading else None,
        section=framed[1] if framed else None,
        body=tuple(body),
        references=references,
        open_blocks=tuple(open_blocks),
    )


def _section_block(text: str, open_blocks: list[int]) -> tuple[Stretch, Stretch] | None:
    """The block that quotes the agreement: its frame, and the words in it."""
    opening = _SECTION.search(text)
    if opening is None:
        return None
    close = _CLOSE.search(text, opening.end())
    following = text.find("<details>", opening.end())
    if close is None or 0 <= following < close.start():
        open_blocks.append(opening.start())
        blank = _BLANK_LINE.search(text, opening.end())
        end = stop = blank.start() if blank else len(text)
    else:
        end, stop = close.start(), close.end()
    words = _PARAGRAPH.sub("", text[opening.end() : end].strip()).strip()
    start = text.index(words, opening.end())
    return (opening.start(), stop), (start, start + len(words))
