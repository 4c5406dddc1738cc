"""The headings of a document as a tree, while it is read from top to bottom."""

from __future__ import annotations

import attrs

from flanders_care.diagnostics import Diagnostic, Severity


@attrs.frozen(kw_only=True)
class Section:
    """A heading and what stands under it.

    Attributes:
        number: Its number as written, "" where it has none.
        title: Its title, blanks collapsed.
        level: Depth, from 1.
        parent: Place in `Layout.sections` of the section that holds it.
    """

    number: str
    title: str
    level: int
    parent: int | None

    @property
    def name(self) -> str:
        """Number and title, as `7.1 Actie 1 – Impulsprogramma`."""
        return f"{self.number} {self.title}".strip()


class SectionTree:
    """The tree of headings while it is being read.

    Attributes:
        found: The sections so far, in order of place.
        diagnostics: Headings out of order, without a document.
    """

    def __init__(self) -> None:
        self.found: list[Section] = []
        self.diagnostics: list[Diagnostic] = []
        self._open: list[int] = []
        self._last: tuple[int, ...] = ()

    @property
    def current(self) -> int | None:
        """The section that is open, as its place in `found`."""
        return self._open[-1] if self._open else None

    def add(self, number: str, title: str, level: int, *, start: int, end: int) -> int:
        """Open a section.

        Args:
            number: Its number or label, "" where it has none.
            title: Its title.
            level: Its depth from 1, or 0 where the form does not tell.
            start: First character of the heading, in the raw text.
            end: One past the last character of its first line.

        Returns:
            Its depth.
        """
        level = level or self._sister(number) or self._level_without_number()
        self._check_order(number, start, end)
        while self._open and self.found[self._open[-1]].level >= level:
            self._open.pop()
        self.found.append(Section(number=number, title=title, level=level, parent=self.current))
        self._open.append(len(self.found) - 1)
        return level

    def _sister(self, mark: str) -> int:
        """The level of an open section with a label of the same word: `Spoor 2` stands beside `Spoor 1`; 0 if none."""
        word = mark.rsplit(" ", 1)[0].lower()
        opened = [self.found[place] for place in self._open]
        labels = {section.number.rsplit(" ", 1)[0].lower(): section.level for section in opened}
        return labels.get(word, 0) if word.isalpha() and " " in mark else 0

    def _level_without_number(self) -> int:
        """A heading without a number stands one below the last that has one."""
        numbered = [self.found[place].level for place in self._open if self.found[place].number]
        return numbered[-1] + 1 if numbered else 1

    def _check_order(self, number: str, start: int, end: int) -> None:
        if not number or not number[0].isdigit():
            return
        path = tuple(int(part) for part in number.split("."))
        if self._last and not _follows(self._last, path):
            before = ".".join(map(str, self._last))
            message = f"heading {number} stands behind heading {before}; a heading may be missing or misnumbered"
            self.diagnostics.append(
                Diagnostic(code="heading-order", message=message, severity=Severity.INFO, start=start, end=end)
            )
        self._last = path


def _follows(last: tuple[int, ...], path: tuple[int, ...]) -> bool:
    """Tell whether a heading number comes next: `3.3.9` is followed by `3.3.10`, `3.3.9.1`, `3.4` or `4`."""
    if path == (*last, 1):
        return True
    depth = len(path)
    return depth <= len(last) and path[:-1] == last[: depth - 1] and path[-1] == last[depth - 1] + 1
