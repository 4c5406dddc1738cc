"""The tree of headings."""

from __future__ import annotations

import pytest

from flanders_care.documents.sections import SectionTree


def _tree(*numbers: str) -> SectionTree:
    tree = SectionTree()
    for place, number in enumerate(numbers):
        level = number.count(".") + 1 if number[:1].isdigit() else 0
        tree.add(number, f"Titel {place}", level, start=place * 10, end=place * 10 + 9)
    return tree


def test_parents_follow_the_numbers() -> None:
    """7.5.1 stands in 7.5, a heading without number below the last that has one."""
    tree = _tree("7", "7.5", "7.5.1", "", "8")
    assert [section.parent for section in tree.found] == [None, 0, 1, 2, None]
    assert [section.level for section in tree.found] == [1, 2, 3, 4, 1]
    assert tree.current == 4
    assert SectionTree().current is None


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        (("1", "1.1", "1.2", "2"), 0),
        (("3.3.9", "3.3.10", "3.4", "4"), 0),
        (("4", "4"), 1),
        (("1", "3"), 1),
        (("1.1", "2.2"), 1),
        (("7",), 0),
        (("Spoor 1", "Spoor 3", "2"), 0),
    ],
)
def test_order_is_checked(numbers: tuple[str, ...], told: int) -> None:
    """A number that repeats or leaves one out is told with its place; labels and the first heading are free."""
    diagnostics = _tree(*numbers).diagnostics
    assert [d.code for d in diagnostics] == ["heading-order"] * told
    assert all(d.start is not None and d.end is not None for d in diagnostics)
