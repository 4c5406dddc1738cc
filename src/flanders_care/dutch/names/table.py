"""Tables of known names: found in a text in one pass, however a name is spelled.

A name is compared by its letters and digits alone: ``KU Leuven`` and ``KULeuven``, ``Flanders’ Care`` and
``Flanders'Care`` are one. Capitals are checked apart, so that ``FIT`` is a body and ``fit`` is not. Finding walks over
the words and never tries one alias after another, so its time does not depend on the size of the table.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import accumulate
from typing import NamedTuple

from flanders_care.dutch.names.stretches import Places
from flanders_care.dutch.text.wordlists import read_group, read_lines, read_words
from flanders_care.regex import regex

_ATOM = regex(r"[^\W_]+")
_JOINERS = regex(r"[ \n\t\r’'‘´`\-‑–&+./,]{0,4}")
_LINK = regex(r"(?:https?://|www\.|@)\S+")
_HEADS = read_group("small heads")
_NAME_SHORT = 4
_LONG = 12
_HALF = 5


class Entry(NamedTuple):
    """One name of a table.

    Attributes:
        name: The usual name.
        kind: What it is: a value of ``ActorKind`` or ``ProgrammeKind``.
        aliases: Its other names.
    """

    name: str
    kind: str
    aliases: tuple[str, ...]

    @property
    def abbreviation(self) -> str | None:
        """The alias in capitals, if there is one."""
        return next((alias for alias in self.aliases if alias.isupper() and " " not in alias), None)


class Atom(NamedTuple):
    """A run of letters and digits in a text, with its plain form: small letters without accents."""

    start: int
    end: int
    key: str


class TableHit(NamedTuple):
    """One place in a text where a name of the table stands."""

    start: int
    end: int
    entry: Entry


def split_atoms(text: str) -> list[Atom]:
    """Return the runs of letters and digits of a text, in order.

    Example:
        >>> [atom.key for atom in split_atoms("Zorgnet-Icuro, één keer")]
        ['zorgnet', 'icuro', 'een', 'keer']
    """
    found: list[Atom] = []
    for match in _ATOM.finditer(text):
        word = match[0].lower()
        found.append(Atom(*match.span(), word if word.isascii() else _plain(word)))
    return found


def _plain(low: str) -> str:
    decomposed = unicodedata.normalize("NFKD", low)
    return "".join(letter for letter in decomposed if letter.isascii())


class NameTable:
    """Names that are found in one pass over the words of a text.

    Args:
        entries: The names; of two entries with the same spelling the first is kept.

    Example:
        >>> table = NameTable([Entry("KU Leuven", "university", ())])
        >>> [hit.entry.name for hit in table.find("de KULeuven")]
        ['KU Leuven']
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: tuple[Entry, ...] = tuple(entries)
        self._spellings: dict[str, list[tuple[str, Entry]]] = {}
        self._prefixes: set[str] = set()
        for entry in self.entries:
            for spelling in (entry.name, *entry.aliases):
                self._add(spelling, entry)
                for word, other in ((" en ", " & "), (" & ", " en ")):
                    if word in spelling:
                        self._add(spelling.replace(word, other), entry)

    def _add(self, spelling: str, entry: Entry) -> None:
        key = "".join(atom.key for atom in split_atoms(spelling))
        if not key:
            return
        self._spellings.setdefault(key, []).append((spelling, entry))
        self._prefixes.update(accumulate(key))

    def get(self, name: str) -> Entry | None:
        """Return the entry of a name, spelled in any way, or None."""
        found = self._spellings.get("".join(atom.key for atom in split_atoms(name)))
        return found[0][1] if found else None

    def get_close(self, name: str) -> Entry | None:
        """Return the entry of a long name with one letter wrong, missing or too many, or None.

        Args:
            name: A name; one of fewer than eleven letters and digits is never close to another.

        Example:
            >>> table = NameTable([Entry("Zorgnet-Icuro", "association", ())])
            >>> table.get_close("Zorgnet Icurro").name
            'Zorgnet-Icuro'
        """
        key = "".join(atom.key for atom in split_atoms(name))
        if len(key) < _LONG - 1:
            return None
        halves = (self._by_half.get(("head", key[:_HALF]), ()), self._by_half.get(("tail", key[-_HALF:]), ()))
        close = {id(entry): entry for half in halves for other, entry in half if _differ_by_one(key, other)}
        return next(iter(close.values())) if len(close) == 1 else None

    @cached_property
    def _by_half(self) -> dict[tuple[str, str], list[tuple[str, Entry]]]:
        """Every long spelling under its first and its last letters: one wrong letter leaves one of them whole."""
        halves: dict[tuple[str, str], list[tuple[str, Entry]]] = {}
        for key, spellings in self._spellings.items():
            if len(key) >= _LONG:
                for half in (("head", key[:_HALF]), ("tail", key[-_HALF:])):
                    halves.setdefault(half, []).append((key, spellings[0][1]))
        return halves

    def find(self, text: str, atoms: list[Atom] | None = None) -> Iterator[TableHit]:
        """Yield the names in a text: the longest at each place, in text order, none overlapping.

        Args:
            text: The text.
            atoms: Its atoms, where they are at hand.
        """
        atoms = split_atoms(text) if atoms is None else atoms
        links = Places(match.span() for match in _LINK.finditer(text))
        free = 0
        for place in self._beginnings([atom.key for atom in atoms]):
            if place >= free and not links.overlap(atoms[place].start, atoms[place].end):
                hit, after = self._longest(text, atoms, place)
                if hit is not None:
                    yield hit
                    free = after

    def _beginnings(self, keys: list[str]) -> list[int]:
        """The places where a name may begin, told by a word and the next one: most words are turned down here."""
        prefixes, spellings = self._prefixes, self._spellings
        return [
            place
            for place, (key, following) in enumerate(zip(keys, [*keys[1:], ""], strict=False))
            if key in prefixes and (key in spellings or key + following in prefixes)
        ]

    def _longest(self, text: str, atoms: list[Atom], place: int) -> tuple[TableHit | None, int]:
        """Return the longest name that begins at an atom, and the place of the atom behind it."""
        best: TableHit | None = None
        start, key, after = atoms[place].start, "", place
        for index in range(place, len(atoms)):
            atom = atoms[index]
            if index > place and not _joins(text, atoms[index - 1].end, atom.start):
                break
            key += atom.key
            if key not in self._prefixes:
                break
            entry = self._accept(key, text[start : atom.end])
            if entry is not None:
                best, after = TableHit(start, atom.end, entry), index + 1
        return best, after

    def _accept(self, key: str, quote: str) -> Entry | None:
        for spelling, entry in self._spellings.get(key, ()):
            if _fits_capitals(spelling, quote):
                return entry
        return None


def _differ_by_one(one: str, other: str) -> bool:
    """Tell whether two keys differ by one letter changed, left out or put in."""
    if abs(len(one) - len(other)) > 1:
        return False
    place = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    if len(one) == len(other):
        return one[place + 1 :] == other[place + 1 :]
    return one[place + (len(one) > len(other)) :] == other[place + (len(other) > len(one)) :]


def _joins(text: str, start: int, end: int) -> bool:
    """Tell whether what stands between two atoms may stand inside a name: never the end of a sentence."""
    between = text[start:end]
    if between == " ":
        return True
    return _JOINERS.fullmatch(between) is not None and not (between[0] in ".," and between != "." and between[0] == ".")


def _fits_capitals(spelling: str, quote: str) -> bool:
    """Tell whether the capitals of a quote allow it to be this name."""
    if spelling.islower():
        return True
    if spelling.isupper():
        return quote.isupper() or (len(quote) >= _NAME_SHORT and _is_written_as_word(quote))
    if len(spelling) <= _NAME_SHORT and any(letter.isupper() for letter in spelling[1:]):
        return quote == spelling or quote.isupper()
    wanted = [word for word in _ATOM.findall(spelling) if word[0].isupper() and word.lower() not in _HEADS]
    given = {word.lower(): word for word in _ATOM.findall(quote)}
    if not any(letter.isupper() for letter in quote):
        return False
    return all(given.get(word.lower(), "X")[0].isupper() for word in wanted)


def _is_written_as_word(quote: str) -> bool:
    """Tell whether a quote writes an abbreviation as a word: ``Ovam``, ``coock``; not ``Mora`` where that is a word."""
    if not quote.isalpha() or quote.lower() in read_words("dutch/text/words.txt"):
        return False
    return (quote[0].isupper() and quote[1:].islower()) or (len(quote) > _NAME_SHORT and quote.islower())


@cache
def read_table(name: str) -> NameTable:
    """Return one of the shipped tables.

    Args:
        name: ``"dutch/names/actors.tsv"`` or ``"dutch/names/programmes.tsv"``.

    Example:
        >>> read_table("dutch/names/actors.tsv").get("VLAIO").name
        'Agentschap Innoveren en Ondernemen'
    """
    return NameTable(_read_entry(line) for line in read_lines(name))


def _read_entry(line: str) -> Entry:
    kind, name, aliases, _ = line.split("\t")
    return Entry(name, kind, tuple(alias for alias in aliases.split(";") if alias not in ("", name)))
