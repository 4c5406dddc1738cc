"""People's judgements, written to a table and read back."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flanders_care.errors import ExchangeError, UnreadableError
from flanders_care.exchange.assessments import (
    assessments_from_csv,
    assessments_to_csv,
    corrections_from_csv,
    corrections_to_csv,
    load_assessments,
    load_corrections,
)
from flanders_care.exchange.json import to_json
from flanders_care.model.assessment import Assessment, Correction, Verdict

VERDICT = Assessment(
    commitment_id="c1",
    verdict=Verdict.PARTIALLY,
    assessor="An Peeters",
    date=datetime.date(2024, 1, 31),
    evidence=("d1", "https://example.org/a"),
    note='Met "bijna"; zie punt 3, en\nverder.',
)
CHANGE = Correction(record_id="d1", field="step", value="final", reason="zie titel", author="An")

_words = st.text(st.characters(categories=("L", "N"), include_characters=" ,'=+-@\"éë"), max_size=20)
_names = _words.map(lambda text: f"x{text}".strip())


@given(
    st.lists(
        st.builds(
            Assessment,
            commitment_id=_names,
            verdict=st.sampled_from(Verdict),
            assessor=_names,
            date=st.none() | st.dates(),
            evidence=st.lists(_names, max_size=3).map(tuple),
            note=_names | st.just(""),
        ),
        max_size=4,
    ),
    st.sampled_from([",", ";", "\t"]),
)
def test_a_table_gives_back_what_was_written(given_ones: list[Assessment], delimiter: str) -> None:
    """Round trip: assessments survive a CSV with any usual delimiter."""
    read = assessments_from_csv(assessments_to_csv(given_ones, delimiter=delimiter))
    assert (read.items, read.diagnostics) == (tuple(given_ones), ())


def test_cells_that_look_like_formulas_come_back() -> None:
    """A note that begins with = is made harmless in the table and is itself again when read."""
    risky = Assessment(commitment_id="c", verdict=Verdict.FULFILLED, assessor="An", note="=1+1")
    text = assessments_to_csv([risky])
    assert "'=1+1" in text
    assert assessments_from_csv(text).items == (risky,)


def test_corrections_come_back_too() -> None:
    """Round trip: corrections survive a CSV; without a value the field is emptied."""
    empty = Correction(record_id="d1", field="date", value=None, reason="onbekend", author="An")
    read = corrections_from_csv(corrections_to_csv([CHANGE, empty]))
    assert read.items == (CHANGE, empty)


def test_dutch_verdicts_are_read() -> None:
    """People write verdicts in their own language, with capitals."""
    text = (
        "commitment_id,verdict,assessor\na,Volledig uitgevoerd,An\nb,NIET,An\nc,in uitvoering,An\nd,niet na te gaan,An"
    )
    assert [item.verdict for item in assessments_from_csv(text).items] == [
        "fulfilled",
        "not_fulfilled",
        "in_progress",
        "not_checkable",
    ]


def test_a_bad_row_is_named_and_the_others_are_read() -> None:
    """Bad input: rows with another verdict, no promise or no date are named by number; blank rows are nothing."""
    rows = ["soms;c1;An;", "fulfilled;;An;", "fulfilled;c3;An;2024-13-01", ";;;", "fulfilled;c4;An;"]
    text = "\n".join(["\ufeffVerdict;Commitment_ID;Assessor;Date", *rows])
    read = assessments_from_csv(text)
    assert [item.commitment_id for item in read.items] == ["c4"]
    assert [note.message.split(":")[0] for note in read.diagnostics] == ["row 1", "row 2", "row 3"]
    assert {note.code for note in read.diagnostics} == {"bad-row"}


@pytest.mark.parametrize("text", ["", "verdict,assessor\nfulfilled,An", "een brief\nzonder tabel"])
def test_a_text_that_is_no_table_is_refused(text: str) -> None:
    """Where the names on top lack what is needed, the error says which."""
    with pytest.raises(ExchangeError, match="commitment_id"):
        assessments_from_csv(text)


def test_a_cell_that_is_too_large_is_refused() -> None:
    """A cell beyond the reader's limit is an error with its line, not a crash."""
    text = "commitment_id,verdict,assessor\nc," + "x" * 200_000 + ",An"
    with pytest.raises(ExchangeError, match="line 2"):
        assessments_from_csv(text)


def test_files_are_read_by_their_suffix(tmp_path: Path) -> None:
    """JSON is exact, anything else is a table."""
    table, exact, changes = tmp_path / "a.csv", tmp_path / "a.json", tmp_path / "c.json"
    table.write_text(assessments_to_csv([VERDICT]), encoding="utf-8-sig")
    exact.write_text(to_json((VERDICT,)), encoding="utf-8")
    changes.write_text(to_json((CHANGE,)), encoding="utf-8")
    assert load_assessments(exact).items == (VERDICT,)
    assert load_assessments(table).items[0].evidence == VERDICT.evidence
    assert load_corrections(changes).items == (CHANGE,)
    (tmp_path / "c.csv").write_text(corrections_to_csv([CHANGE]), encoding="utf-8")
    assert load_corrections(str(tmp_path / "c.csv")).items == (CHANGE,)


def test_files_that_cannot_be_read_say_why(tmp_path: Path) -> None:
    """Missing and binary files raise with the path and advice."""
    with pytest.raises(UnreadableError, match="gone"):
        load_assessments(tmp_path / "gone.csv")
    (tmp_path / "bytes.csv").write_bytes(b"PK\x03\x04 a workbook")
    with pytest.raises(UnreadableError, match=r"bytes\.csv"):
        load_assessments(tmp_path / "bytes.csv")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_a_spreadsheet_may_write_in_its_own_encoding(tmp_path: Path, encoding: str) -> None:
    """A table is read in whatever encoding a document is: Excel in Belgium writes Windows-1252 or UTF-16."""
    (tmp_path / "a.csv").write_text("commitment_id;verdict;assessor;note\nc1;niet;Zoë;geëvalueerd\n", encoding=encoding)
    [read] = load_assessments(tmp_path / "a.csv").items
    assert (read.assessor, read.note) == ("Zoë", "geëvalueerd")
