"""The table of the words beside a sum."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from flanders_care.dutch.money import cues
from flanders_care.dutch.money.sum import Sum
from flanders_care.dutch.text.wordlists import read_lines

ROWS = [line.split("|") for line in read_lines("dutch/money/cues.txt") if line[0] != "|"]
NAMES = [row[0].strip() for row in ROWS]


def beside(**words: Any) -> Sum:
    """Make a sum with words beside it."""
    return Sum(start=0, end=1, value=Decimal(1), **words)


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_every_row_says_where(row: list[str]) -> None:
    """A row names a stretch of a sum, or `text`, and known limits, each once."""
    field, *limits = row[1].strip().split(", ")
    assert field == "text" or isinstance(getattr(beside(), field), str)
    assert all(re.fullmatch(r"(?:near|apart|closely) \d+|touching", limit) for limit in limits)
    assert len(limits) == len({limit.split()[0] for limit in limits})
    assert cues.cue(row[0].strip()).field == field


def test_every_row_is_used_and_stands_once() -> None:
    """A name stands in one row, and a rule asks for it."""
    assert len(NAMES) == len(set(NAMES))
    code = "".join(path.read_text(encoding="utf-8") for path in Path(cues.__file__).parent.rglob("*.py"))
    assert [name for name in NAMES if f'"{name}"' not in code] == []


@pytest.mark.parametrize(
    ("name", "field", "inside", "outside"),
    [
        ("requested", "clause_before", "gevraagd" + "x" * 102, "vraagt " + "x" * 104),
        ("advance", "clause_before", "voorschot" + " " * 60, "voorschot" + " " * 61),
        ("advance", "clause_before", "voorschot, van ", "voorschot; van "),
        ("bear behind", "clause_after", " " * 24 + "bij", " " * 25 + "bij"),
        ("bear behind", "clause_after", " nog bij", " nog, bij"),
        ("bear behind", "clause_after", " bij voor zorg", " bij de zorg"),
        ("changed to", "after", "  tot", " en tot"),
        ("transfer", "before", "herbestemd", "herbestemming"),
        ("in all", "before", "In totaal", "Dat is in totaal"),
    ],
)
def test_where_the_words_are_looked_for(name: str, field: str, inside: str, outside: str) -> None:
    """`near` cuts the stretch, `apart` and `closely` bound what lies between, `touching` allows only blanks."""
    assert cues.holds(beside(**{field: inside}), name)
    assert not cues.holds(beside(**{field: outside}), name)


def test_an_unknown_cue_is_an_error() -> None:
    """A misspelt name is found at once."""
    with pytest.raises(KeyError):
        cues.cue("no such cue")
