"""Subsidy registers: every euro of every row, signed, to the cent, with who pays and who receives."""

from __future__ import annotations

import gzip
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given

import flanders_care as fc
from flanders_care.families.register import FAMILY, enterprise_number, load
from flanders_care.model.loaded import Loaded
from flanders_care.provenance import Document
from flanders_care.testing import laws
from flanders_care.testing.documents import DrawnDocument, documents

HEAD = "Thema;Subthema;Verstrekker;KBO-nr;Naam subsidieontvanger;Jaar;Toegekend (EUR);Betaald (EUR)\n"
TEXT = (
    HEAD + "Water;Dijken en polders;Departement Water;0413726972;DE POLDER;2023;81,499;0\n"
    "Water;Dijken en polders;Departement Water;0413.726.972;Polder van Oost;2024;-1,250;80,249\n"
    "Water;Meetnetten;DEPARTEMENT WATER;0207528134;DE POLDER;2024;596;596\n"
    "Water;Meetnetten;Departement Water;;An Janssens;2024;;12\n"
)


def _read(text: str) -> Loaded:
    return load(Document(id="r", text=text))


def _codes(loaded: Loaded) -> list[str]:
    return [diagnostic.code for diagnostic in loaded.diagnostics]


def test_a_row_gives_what_was_awarded_and_what_was_paid() -> None:
    """Two lines a row, corrections negative, none for 0 and for an empty cell."""
    lines = _read(TEXT).corpus.funding_lines
    assert [(str(line.stage), line.amount.value, line.years) for line in lines] == [
        ("awarded", Decimal(81499), (2023,)),
        ("awarded", Decimal(-1250), (2024,)),
        ("paid", Decimal(80249), (2024,)),
        ("awarded", Decimal(596), (2024,)),
        ("paid", Decimal(596), (2024,)),
        ("paid", Decimal(12), (2024,)),
    ]
    assert [line.sources[0].quote for line in lines][:2] == ["81,499", "-1,250"]
    assert {line.subject for line in lines} == {"Dijken en polders", "Meetnetten"}


def test_totals_are_exact() -> None:
    """Equal sums of one row and of two rows are different money, and corrections are taken off."""
    lines = fc.load_text(TEXT).corpus.funding_lines
    awarded, paid = (fc.total(lines, stages=[stage]) for stage in ("awarded", "paid"))
    assert (str(awarded.amount), str(paid.amount)) == ("80.845 EUR", "80.857 EUR")


def test_a_number_is_one_recipient_whatever_it_is_called() -> None:
    """`DE POLDER` and `Polder van Oost` with one number are one actor; two numbers with one name are two."""
    corpus = fc.load_text(TEXT).corpus
    polder = corpus["actor:kbo-0413726972"]
    assert {polder.name, *polder.aliases} == {"DE POLDER", "Polder van Oost"}
    assert corpus["actor:kbo-0207528134"].name == "DE POLDER"
    assert corpus["actor:an-janssens"].name == "An Janssens"
    [payer] = [actor for actor in corpus.actors if actor.id == "actor:departement-water"]
    assert (payer.name, payer.aliases) == ("Departement Water", ("DEPARTEMENT WATER",))
    assert (corpus | corpus) == corpus


def test_merging_registers_keeps_bodies_of_one_name_apart() -> None:
    """Two bodies called `DE POLDER` in two registers stay two, beside one of that name that has no number."""
    first = HEAD + "W;D;Departement;0413726972;DE POLDER;2023;5;5\n"
    second = HEAD + "W;D;Departement;0207528134;DE POLDER;2023;7;7\nW;D;Departement;;DE POLDER;2023;9;9\n"
    parts = [fc.load_text(text, document_id=name).corpus for name, text in (("a", first), ("b", second))]
    merged = parts[0] | parts[1]
    assert sum(actor.name == "DE POLDER" for actor in merged.actors) == 3
    assert merged == parts[1] | parts[0]
    laws.references(merged)


def test_programmes_are_the_sub_themes() -> None:
    """The sub-theme is what the money is for."""
    corpus = fc.load_text(TEXT).corpus
    assert [programme.name for programme in corpus.programmes] == ["Dijken en polders", "Meetnetten"]
    assert corpus.funding_lines[0].programme_id == "programme:dijken-en-polders"
    assert [source.quote for source in corpus.programmes[1].sources] == ["Meetnetten", "Meetnetten"]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("0413726972", "0413726972"),
        ("413726972", "0413726972"),
        ("BE 0413.726.972", "0413726972"),
        ("BE0413726972", "0413726972"),
        ("0413726973", None),
        ("41372697", None),
        ("2.1", None),
        ("", None),
    ],
)
def test_enterprise_numbers(written: str, number: str | None) -> None:
    """However it is written, with the zero that a spreadsheet dropped, and only if its check digits hold."""
    assert enterprise_number(written) == number


def test_rows_that_add_up_are_left_out() -> None:
    """`Totaal` is no recipient; a body of that name with a number of its own is."""
    loaded = _read(TEXT + "Totaal;;;;;;80,845;80,857\n;;;;Totaal Dijken;;80,845;80,857\n")
    assert (len(loaded.corpus.funding_lines), _codes(loaded).count("total-row")) == (6, 2)
    kept = _read(TEXT + "W;D;Dep;0207528134;Totaal Renovatie;2024;5;5\n")
    assert (len(kept.corpus.funding_lines), _codes(kept).count("total-row")) == (8, 0)


def test_repeated_rows_and_heads() -> None:
    """A row that stands twice counts twice, and that is said; a second head is none of the rows."""
    row = TEXT.splitlines()[1] + "\n"
    loaded = _read(TEXT + HEAD + row)
    assert [code for code in _codes(loaded) if code.startswith("repeated")] == ["repeated-head", "repeated-row"]
    assert len(loaded.corpus.funding_lines) == 7


def test_what_a_row_lacks_is_said() -> None:
    """A year, a number, a sum that is not understood: each at its place; the rest of the row is read."""
    loaded = _read(HEAD + "W;D;Dep;0413726973;X;2024-25;5;veel\nW;D;;0413726972;;2024;5;6\n")
    assert sorted(_codes(loaded)) == ["doubtful-number", "unread-number", "unread-year"]
    first, second, _ = loaded.corpus.funding_lines
    assert (first.recipient_ids, first.years) == (("actor:x",), ())
    assert (second.payer_ids, second.recipient_ids) == ((), ("actor:kbo-0413726972",))


def test_columns_that_are_not_there_or_not_understood() -> None:
    """A register without payer, with dollars, without a unit, with two columns of one name: said, not guessed."""
    loaded = _read("Ontvanger;Jaar;Toegekend (USD);Betaald;Jaar\nX;2024;5;6;2025\n")
    assert _codes(loaded) == [
        *("missing-column", "missing-column", "two-columns", "unknown-unit", "unit-not-stated"),
    ]
    assert [(str(line.amount), line.years) for line in loaded.corpus.funding_lines] == [("6 EUR", ())]
    assert _codes(_read("Geen rijen.")) == ["no-columns"]


def test_a_column_that_cannot_be_told_is_not_read() -> None:
    """`1,250` without a word on euro may be a thousand or one: no line, and a diagnostic at the head."""
    loaded = _read("Begunstigde;Jaar;Toegekend;Betaald\nX;2024;1,250;\n")
    assert loaded.corpus.funding_lines == ()
    assert "unclear-numbers" in _codes(loaded)


def test_thousands_that_the_head_states() -> None:
    """`(in duizend euro)` makes 1,5 a sum of 1 500 euro."""
    [line] = _read("Begunstigde;Jaar;Verstrekker;Betaald (in duizend euro)\nX;2024;Y;1,5\n").corpus.funding_lines
    assert line.amount.value == Decimal(1500)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_files_of_any_kind(tmp_path: Path, encoding: str) -> None:
    """A register loads from a path, from bytes, packed, and in a folder, and is the same each time."""
    data = TEXT.replace("\n", "\r\n").replace("Meetnetten", "Coördinatie").encode(encoding)
    (tmp_path / "register.csv").write_bytes(data)
    (tmp_path / "packed.CSV.gz").write_bytes(gzip.compress(data))
    found = [fc.load(tmp_path / "register.csv"), fc.load(data), fc.load(tmp_path / "packed.CSV.gz")]
    for loaded in found:
        assert loaded.corpus.documents[0].family == FAMILY
        assert len(loaded.corpus.funding_lines) == 6
        laws.quote(loaded)
    folder = fc.load(tmp_path).corpus
    assert [document.id for document in folder.documents] == ["packed", "register"]
    assert {programme.name for programme in folder.programmes} == {"Coördinatie", "Dijken en polders"}


@given(documents(FAMILY))
def test_drawn_registers_come_back(drawn: DrawnDocument) -> None:
    """Every sum and every programme of a drawn register is read."""
    corpus = fc.load(drawn.document).corpus
    assert sorted(line.amount.value for line in corpus.funding_lines) == sorted(sum_.value for sum_ in drawn.sums)
    assert {programme.name for programme in corpus.programmes} <= set(drawn.programmes)
    laws.references(corpus)


def test_the_real_register(documents_folder: Path) -> None:
    """The first 120 rows of a register: totals as added up by hand."""
    lines = fc.load(documents_folder / "register" / "subsidies-damme-eerste-120.csv").corpus.funding_lines
    totals = [fc.total(lines, stages=[stage]).amount for stage in ("awarded", "paid")]
    assert [str(total) for total in totals] == ["22.934.294 EUR", "18.455.588 EUR"]
