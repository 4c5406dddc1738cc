"""A document's own arithmetic is checked, and links that lead nowhere are said."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.budget.lines import line

from flanders_care.budget.checks import check_lines, check_sums
from flanders_care.provenance import Document, Source


def codes(text: str, title: str | None = None) -> list[str]:
    """The codes of what is wrong in a text."""
    return [found.code for found in check_sums(Document(id="d", text=text, title=title))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2,8 miljoen euro (1,4 miljoen vanuit A en 1,4 miljoen vanuit B)", []),
        ("2,9 miljoen euro (1,4 miljoen vanuit A en 1,4 miljoen vanuit B)", ["parts-miss-whole"]),
        ("2,9 miljoen euro (1,4 miljoen vanuit A, 1,4 miljoen vanuit B)", []),
        ("5 miljoen euro (waarvan 1,4 miljoen vanuit A)", []),
        (
            "10 miljoen euro. Hiervan gaat 6 miljoen euro naar A; hiervan gaat 7 miljoen euro naar B.",
            ["parts-exceed-whole"],
        ),
        ("Van het totale budget van 175,59 miljoen euro werd 87,63 miljoen euro gereserveerd.", []),
        ("Het budget is 87,63 miljoen euro. 17,25% hiervan of 15,11 miljoen euro werd toegewezen.", []),
        (
            "Het budget is 87,63 miljoen euro. 17,25% hiervan of 16,11 miljoen euro werd toegewezen.",
            ["percentage-fails"],
        ),
        ("17,25% hiervan of 16,11 miljoen euro werd toegewezen.", []),
        (
            (
                "Het budget is 87,63 miljoen euro. 17,25% hiervan of 15,11 miljoen euro werd toegewezen. In totaal"
                " werden 17 projecten gesteund, inclusief 2 andere, ten belope van 15,67 miljoen euro."
            ),
            [],
        ),
        ("Er is 1.2.3,4 euro.", ["malformed-amount"]),
    ],
)
def test_the_arithmetic_of_a_text(text: str, expected: list[str]) -> None:
    """Parts, wholes and percentages must agree; what agrees but for rounding is fine."""
    assert codes(text) == expected


def test_a_failing_sum_names_both_quotes() -> None:
    """A reader sees what was compared, and where."""
    text = "Het budget is 87,63 miljoen euro. 17,25% hiervan of 16,11 miljoen euro werd toegewezen."
    [found] = check_sums(Document(id="d", text=text))
    assert found.message == "17,25% of '87,63 miljoen euro' is 15.116.175, not '16,11 miljoen euro'"
    assert text[found.start : found.end] == "16,11 miljoen euro"


def test_a_title_that_says_another_sum() -> None:
    """300.000 in the title and 298.000 in the text is one sum with two values."""
    title, text = "Subsidie van 300.000 euro", "De Vlaamse Regering kent 298.000 euro subsidie toe aan vzw A."
    assert codes(f"{title}\n\n{text}", title) == ["two-values"]
    assert codes(f"{title}\n\n{text}") == []
    assert codes(f"{title}\n\n{text.replace('298', '300')}", title) == []
    assert codes(f"{title}\n\n{text.replace('298', '150')}", title) == []


def test_the_policy_note_adds_up(seeds_folder: Path) -> None:
    """17,25% of 87,63 is 15,11, and no part of the note exceeds its whole."""
    text = (seeds_folder / "004_40d31b0bcedf8a9d.txt").read_text(encoding="utf-8")
    assert check_sums(Document(id="note", text=text)) == ()


def test_links_between_lines() -> None:
    """A link to nowhere, a circle, and parts that are more than their whole."""
    place = Source(document_id="d", start=3, end=4, quote="x")
    lines = [
        line("a", 10, part_of="gone", sources=(place,)),
        line("b", 10, part_of="c"),
        line("c", 10, part_of="b"),
        line("whole", 10),
        line("p", 8, part_of="whole"),
        line("q", 8, part_of="whole"),
        line("inner", 1, part_of="b"),
    ]
    found = check_lines(reversed(lines))
    assert [(item.code, item.severity.value) for item in found] == [
        ("dangling-link", "warning"),
        ("circular-parts", "error"),
        ("circular-parts", "error"),
        ("parts-exceed-whole", "warning"),
        ("parts-exceed-whole", "warning"),
    ]
    assert (found[0].document_id, found[0].start, found[0].end) == ("d", 3, 4)
    assert check_lines([line("a"), line("b", same_as="a")]) == ()
