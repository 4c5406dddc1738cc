"""How prose comes out of a PDF: lines of one width, words broken at their end, page breaks, page numbers, footnotes."""

from __future__ import annotations

import re
from typing import Final

from hypothesis import strategies as st

_WIDTH: Final = 96
_LONG: Final = re.compile(r"[a-zà-ÿ]{10,}")
_BULLETS: Final = ("•", "-", "·", "*")


@st.composite
def broken_words(draw: st.DrawFn, text: str) -> str:
    """Break up to two long words of a text as a PDF does: `samenwerking` becomes `samen-werking`.

    Args:
        draw: Given by hypothesis.
        text: The text.

    Returns:
        The text with its words broken; joined again, it is the text.
    """
    long_words = list(_LONG.finditer(text))
    if not long_words:
        return text
    chosen = draw(st.lists(st.sampled_from(long_words), max_size=2, unique_by=lambda match: match.start()))
    for match in sorted(chosen, key=lambda match: -match.start()):
        middle = (match.start() + match.end()) // 2
        text = f"{text[:middle]}-{text[middle:]}"
    return text


@st.composite
def laid_out(draw: st.DrawFn, paragraphs: list[str]) -> str:
    """Lay paragraphs out as the pages of a PDF.

    Args:
        draw: Given by hypothesis.
        paragraphs: The paragraphs; each is wrapped into lines.

    Returns:
        The text, with page breaks and page numbers between paragraphs, and footnotes at the foot of a page.
    """
    parts: list[str] = []
    page = 1
    for paragraph in paragraphs:
        parts.append(_wrapped(paragraph))
        foot = draw(st.sampled_from(["", "", "break", "number", "note"]))
        if foot == "note":
            parts[-1] += f"{page}"
            parts.append(f"\n{page} https://www.vlaanderen.be/bron-{page}\n")
        if foot:
            parts.append(f"pagina {page} van 9\n\f" if foot == "number" else "\f")
            page += 1
    return "\n\n".join(parts)


def _wrapped(paragraph: str) -> str:
    lines, line = list[str](), ""
    for word in paragraph.split(" "):
        if line and len(line) + 1 + len(word) > _WIDTH:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*lines, line])


@st.composite
def bullets(draw: st.DrawFn, items: list[str]) -> str:
    """Write items as a list in one of the styles that documents use: bullets, dashes, numbers or letters."""
    style = draw(st.sampled_from([*_BULLETS, "1.", "a)"]))
    marks = {"1.": [f"{n}." for n in range(1, 30)], "a)": [f"{chr(96 + n)})" for n in range(1, 27)]}
    found = marks.get(style, [style] * len(items))
    return "\n".join(f"{mark} {item}" for mark, item in zip(found, items, strict=False))
