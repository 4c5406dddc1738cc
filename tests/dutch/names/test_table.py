"""Tables of names: every spelling is found in one pass."""

from __future__ import annotations

import pytest

from flanders_care.dutch.names.table import Entry, NameTable, read_table, split_atoms

TABLE = NameTable(
    [
        Entry("KU Leuven", "university", ()),
        Entry("Agentschap Innoveren en Ondernemen", "agency", ("VLAIO",)),
        Entry("Flanders Investment & Trade", "agency", ("FIT",)),
        Entry("Flanders' Care", "programme", ()),
        Entry("Flanders' Care 4.0", "programme", ()),
        Entry("imec", "research", ("lokale besturen",)),
        Entry("Zorgnet-Icuro", "association", ("Zorg en Gezondheid",)),
        Entry("Agentschap Overheidspersoneel", "agency", ("AgO",)),
        Entry("COOCK", "instrument", ("!",)),
    ]
)


def found(text: str) -> list[tuple[str, str]]:
    """Return quotes and names."""
    return [(text[hit.start : hit.end], hit.entry.name) for hit in TABLE.find(text)]


@pytest.mark.parametrize(
    ("text", "quote", "name"),
    [
        ("bij KULeuven die", "KULeuven", "KU Leuven"),
        ("de KU  Leuven", "KU  Leuven", "KU Leuven"),
        ("met Flanders’Care en", "Flanders’Care", "Flanders' Care"),
        ("Flanders’ Care\n4.0 wil", "Flanders’ Care\n4.0", "Flanders' Care 4.0"),
        ("VLAIO-initiatieven", "VLAIO", "Agentschap Innoveren en Ondernemen"),
        ("door Vlaio gesteund", "Vlaio", "Agentschap Innoveren en Ondernemen"),
        (
            "agentschap Innoveren en Ondernemen",
            "agentschap Innoveren en Ondernemen",
            "Agentschap Innoveren en Ondernemen",
        ),
        ("bij IMEC en", "IMEC", "imec"),
        ("alle Lokale besturen", "Lokale besturen", "imec"),
        ("Zórgnet-ICURO", "Zórgnet-ICURO", "Zorgnet-Icuro"),
        ("Tetra/coock oproep", "coock", "COOCK"),
        (
            "agentschap Innoveren & Ondernemen",
            "agentschap Innoveren & Ondernemen",
            "Agentschap Innoveren en Ondernemen",
        ),
        ("Flanders Investment en Trade", "Flanders Investment en Trade", "Flanders Investment & Trade"),
        ("de AgO-dienst", "AgO", "Agentschap Overheidspersoneel"),
    ],
)
def test_a_name_is_found_however_it_is_spelled(text: str, quote: str, name: str) -> None:
    """Blanks, hyphens, apostrophes, accents and line ends do not part a name."""
    assert found(text) == [(quote, name)]


@pytest.mark.parametrize(
    "text",
    [
        "fit blijven",
        "Fit voor 55",
        "de zorg en gezondheid van mensen",
        "Zorg en gezondheid voor allen",
        "agentschap innoveren en ondernemen",
        "hij zei ago en Ago",
        "https://www.vlaio.be/VLAIO",
        "iemand@vlaio.VLAIO.be",
        "Flanders",
        "",
    ],
)
def test_what_only_looks_alike_is_not_found(text: str) -> None:
    """Capitals tell a name from a word; links hold none; a full stop parts two words."""
    assert found(text) == []


def test_the_longest_name_wins() -> None:
    """Of two names that begin at one place the longer is meant."""
    assert found("Flanders' Care 4.0 en Flanders' Care") == [
        ("Flanders' Care 4.0", "Flanders' Care 4.0"),
        ("Flanders' Care", "Flanders' Care"),
    ]


def test_a_name_is_looked_up() -> None:
    """A name in any spelling leads to its entry; a typing error of one letter in a long name does too."""
    assert TABLE.get("ku-leuven") is not None
    assert TABLE.get("Vlerick") is None
    for typo in ("Zorgnet Icurro", "Zorgnet Icur", "Zorgnet Icuri", "Agentschap Innoveren en Ondernmen"):
        assert TABLE.get_close(typo) is not None, typo
    for other in ("KU Leuvan", "Zorgnet Ixurx", "Agentschap Onroerend Erfgoed"):
        assert TABLE.get_close(other) is None, other


def test_an_entry_knows_its_abbreviation() -> None:
    """The alias in capitals is the abbreviation."""
    entry = TABLE.get("FIT")
    assert entry is not None
    assert entry.abbreviation == "FIT"
    assert Entry("imec", "research", ()).abbreviation is None


def test_atoms_are_plain() -> None:
    """Letters lose case and accents, digits stay."""
    assert [atom.key for atom in split_atoms("Één 4.0")] == ["een", "4", "0"]


def test_shipped_tables_are_read_once() -> None:
    """The tables are kept."""
    assert read_table("dutch/names/actors.tsv") is read_table("dutch/names/actors.tsv")
