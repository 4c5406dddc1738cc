"""Numbers in the columns of a file, by the file's own notation: `81,499` is 81 499 or 81.499, and its column tells.

A cell alone often cannot be told; all cells of a column together mostly can. What they leave open is not read: a
number that is off by a factor of a thousand is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from flanders_care.money import EXACT
from flanders_care.regex import regex

_BLANKS = "' ’\u00a0\u202f"
#: The notation with each decimal mark: thousands in groups of three behind any other mark, or none at all.
_NOTATIONS: Mapping[str, re.Pattern[str]] = {
    mark: regex(
        rf"(?P<whole>[1-9][0-9]{{0,2}}(?:(?P<group>[{other}{_BLANKS}])[0-9]{{3}})(?:(?P=group)[0-9]{{3}})*|[0-9]+)"
        rf"(?:[{mark}](?P<part>[0-9]+))?"
    )
    for mark, other in ((",", "."), (".", ","))
}
_EURO = r"(?:€|euro?)"
_SIGNED = regex(rf"(?P<front>[-−–]?)\s?(?:{_EURO}\s?)?(?P<number>[0-9].*?)\s?{_EURO}?(?P<back>[-−]?)", re.IGNORECASE)
_NOTHING = frozenset({"", "-", "–", "−", "n.v.t.", "nvt", "/"})
_LONGEST = 40  # characters of a number
_CENTS = 2  # a sum of money has at most two decimals
_TWO = "some of its numbers have a comma before their decimals, others a dot"
_UNCLEAR = "its numbers can be read in two ways: a mark before three digits stands for thousands or for decimals"

_UNIT = regex(r"[(\[](?P<unit>[^()\[\]]*)[)\]]|\bin (?:duizend |miljoen |miljard )?(?:euro|eur)\b", re.IGNORECASE)
_UNIT_WORDS = regex(
    r"(?:in )?(?:[x*×] ?)?(?P<times>1[. ]?000(?:[. ]000)?|duizend(?:en)?|miljoen(?:en)?|miljard)?\s?(?P<euro>euro?|€)?",
    re.IGNORECASE,
)
_TIMES = {"d": 1_000, "m": 1_000_000, "1000": 1_000, "1000000": 1_000_000}


class Unit(NamedTuple):
    """What the head of a column says of its numbers.

    Attributes:
        label: The head without its unit.
        times: What each number is meant times; 0 where the unit is not understood.
        euro: Whether it says that they are euro.
    """

    label: str
    times: int = 1
    euro: bool = False


def read_unit(head: str) -> Unit:
    """Read what a head says of the numbers below it.

    Args:
        head: The words of the head.

    Returns:
        The unit; without a word on it the numbers are meant as they stand.

    Example:
        >>> read_unit("Toegekend (EUR)"), read_unit("Realisatie (*1000) per bijdrage")
        (Unit(label='Toegekend', times=1, euro=True), Unit(label='Realisatie per bijdrage', times=1000, euro=False))
    """
    times, euro = 1, False
    for found in _UNIT.finditer(head):
        words = (found["unit"] if found["unit"] is not None else found[0]).strip()
        said = _UNIT_WORDS.fullmatch(words)
        times *= 0 if said is None or not words else _times(said["times"])
        euro = euro or (said is not None and said["euro"] is not None)
    return Unit(" ".join(_UNIT.sub(" ", head).split()), times, euro)


def _times(word: str | None) -> int:
    if word is None:
        return 1
    if word.lower() == "miljard":
        return 1_000_000_000
    return _TIMES[word[0].lower() if word[0].isalpha() else re.sub(r"\D", "", word)]


class Numbers(NamedTuple):
    """The numbers of a column.

    Attributes:
        values: A number for each cell, or `None` where there is none.
        unread: The places of cells in which something stands that is not read.
        trouble: Why the whole column is not read, or "".
    """

    values: tuple[Decimal | None, ...]
    unread: tuple[int, ...] = ()
    trouble: str = ""


def read_numbers(columns: Sequence[Sequence[str]], units: Sequence[Unit]) -> list[Numbers]:
    """Read the numbers of columns that one program wrote.

    A cell that fits one notation alone (`1.234.567`, `12,50`) tells that of its column. Where none does, a column of
    euro tells it by its cells with three digits behind the mark, for a sum has two decimals at most, and else the other
    columns do. Cells that tell two notations, or none, leave the column unread.

    Args:
        columns: The cells of each column.
        units: What their heads say.

    Returns:
        The numbers of each column.

    Example:
        >>> read_numbers([["81,499", "596"], ["1,5", "2"]], [Unit("a", euro=True), Unit("b")])[0].trouble[:30]
        'its numbers can be read in two'
        >>> read_numbers([["81,499", "-596"]], [Unit("a", euro=True)])[0].values
        (Decimal('81499'), Decimal('-596'))
    """
    votes = [_votes(cells) for cells in columns]
    told = {mark for marks in votes if len(marks) == 1 for mark in marks}
    return [_read(cells, marks, unit, told) for cells, marks, unit in zip(columns, votes, units, strict=True)]


def _bare(cell: str) -> tuple[str, str] | None:
    """The sign and the digits of a number."""
    found = _SIGNED.fullmatch(cell.strip()) if len(cell) <= _LONGEST else None
    if found is None or (found["front"] and found["back"]):
        return None
    return ("-" if found["front"] or found["back"] else "", found["number"].strip())


def _fits(digits: str) -> dict[str, str]:
    """What a number is worth in each notation that it fits, by the decimal mark."""
    found = {mark: notation.fullmatch(digits) for mark, notation in _NOTATIONS.items()}
    return {
        mark: re.sub(r"[^0-9]", "", match["whole"]) + (f".{match['part']}" if match["part"] else "")
        for mark, match in found.items()
        if match is not None
    }


def _votes(cells: Sequence[str]) -> set[str]:
    """The decimal marks that single cells of a column prove."""
    fits = (_fits(bare[1]) for cell in set(cells) if (bare := _bare(cell)) is not None)
    return {mark for worth in fits if len(worth) == 1 for mark in worth}


def _read(cells: Sequence[str], votes: set[str], unit: Unit, told: set[str]) -> Numbers:
    unclear = {mark for cell in set(cells) for mark in _whole_in(cell)}
    money = unclear if unit.euro and unit.times == 1 else set[str]()
    marks = votes or (money | told if unclear else {"."})
    if len(marks) != 1:
        return Numbers((None,) * len(cells), trouble=_TWO if votes else _UNCLEAR)
    [mark] = marks
    fine = any(_decimals(cell, mark) > _CENTS for cell in cells if not _whole_in(cell))
    values = [_value(cell, mark, fine=fine) for cell in cells]
    unread = (
        place for place, cell in enumerate(cells) if values[place] is None and cell.strip().lower() not in _NOTHING
    )
    return Numbers(tuple(values), tuple(unread))


def _whole_in(cell: str) -> set[str]:
    """The decimal mark with which a cell that can be read in two ways is a whole number."""
    bare = _bare(cell)
    worth = {} if bare is None else _fits(bare[1])
    return {mark for mark, number in worth.items() if "." not in number} if len(set(worth.values())) > 1 else set()


def _decimals(cell: str, mark: str) -> int:
    bare = _bare(cell)
    return 0 if bare is None else len(_fits(bare[1]).get(mark, "").partition(".")[2])


def _value(cell: str, mark: str, *, fine: bool) -> Decimal | None:
    """The number of a cell; three decimals are read only where the column has as many elsewhere."""
    bare = _bare(cell)
    number = None if bare is None else _fits(bare[1]).get(mark)
    if bare is None or number is None or ("." in number and not fine and _whole_in(cell)):
        return None
    return Decimal(bare[0] + number)


def scaled(value: Decimal, unit: Unit) -> Decimal:
    """A number of a column in the unit that its head says, exactly."""
    return EXACT.multiply(value, Decimal(unit.times))
