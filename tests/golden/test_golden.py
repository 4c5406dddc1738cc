"""What the library reads is what it read before; a change that is meant comes with the files written anew."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import flanders_care as fc

ROOT = Path(__file__).resolve().parents[2]
LARGEST = 600_000
SHOWN = 15
AMEND = "If this is meant, look at all of it (python tools/golden.py --all), then python tools/golden.py --write."


@pytest.fixture(scope="module")
def golden() -> Any:
    """The program that writes and compares the golden files."""
    spec = importlib.util.spec_from_file_location("golden", ROOT / "tools/golden.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _report(notes: list[str]) -> str:
    return "\n".join([f"{len(notes)} differences", *notes[:SHOWN], AMEND])


def test_the_seeds_are_read_as_before(golden: Any) -> None:
    """Every sum, date and record of the five seeds."""
    before = golden.selected(golden.read_golden(), seeds_alone=True)
    notes = golden.compare_golden(before, golden.read_facts(None))
    assert not notes, _report(notes)


def test_real_documents_are_read_as_before(golden: Any) -> None:
    """Every sum, date and record of the decisions, the agreement, the reports and the other documents."""
    shared = golden.shared_folder()
    if shared is None:
        pytest.skip("../shared is not here; set FLANDERS_CARE_SHARED to the folder to run this test")
    notes = golden.compare_golden(golden.read_golden(), golden.read_facts(shared))
    assert not notes, _report(notes)


def test_the_files_are_small_and_hold_no_words() -> None:
    """All golden files together stay small, and a sum is its place and a hash."""
    files = [ROOT / "tests/golden" / f"{table}.tsv" for table in ("mentions", "dates", "records")]
    assert sum(path.stat().st_size for path in files) <= LARGEST
    for row in files[0].read_text(encoding="utf-8").splitlines():
        _, count, *places = row.split("\t")
        assert int(count) == len(places)
        assert not set("".join(places)) - set("0123456789abcdef-#")


def _facts(golden: Any, text: str) -> Any:
    found = {f"{item.start}-{item.end}": golden.attributes(item) for item in fc.read_amounts(text)}
    records = golden.records_of("a", lambda: fc.load_text(text, document_id="a"))
    return {"mentions": {"a": found} if found else {}, "dates": {}, "records": records}


def _notes(golden: Any, old: str, new: str) -> list[str]:
    found: list[str] = golden.compare_golden(golden.to_lines(_facts(golden, old)), _facts(golden, new))
    return found


def _of(table: str, notes: Iterable[str]) -> list[str]:
    return [note for note in notes if note.startswith(table)]


def test_what_differs_is_named(golden: Any) -> None:
    """A sum that is gone, one that is new and one that has changed are told apart, with what is known of them."""
    assert _notes(golden, "We geven 3 miljoen euro.", "We geven 3 miljoen euro.") == []
    [gone] = _of("mentions", _notes(golden, "We geven 3 miljoen euro.", "We geven niets aan u."))
    assert gone == "mentions a: 9-23 is gone"
    [new] = _of("mentions", _notes(golden, "We geven niets aan u.", "We geven 3 miljoen euro."))
    assert new.startswith("mentions a: 9-23 is new: quote '3 miljoen euro', amount (value '3000000', ")
    [changed] = _of("mentions", _notes(golden, "We geven 3 miljoen euro.", "We geven 4 miljoen euro."))
    assert changed.startswith("mentions a: 9-23 has changed: quote '4 miljoen euro'")


def test_records_that_differ_are_named(golden: Any) -> None:
    """Records are counted, and the new ones shown."""
    count, new = _of("records", _notes(golden, "Melk, brood en kaas.", "Melk, brood en thee."))
    assert count == "records a documents: 1 became 1, the same ids; 1 are gone or were changed"
    assert new == "records a documents: a is new or has changed: id 'a', text 'Melk, brood en thee.'"


def test_two_readings_are_compared_by_attribute(golden: Any) -> None:
    """Against another library, each attribute that differs is named with both values; some may be left out."""
    old, new = (_facts(golden, f"We geven {word} 3 miljoen euro.")["mentions"] for word in ("elk", "nog"))
    for values in new["a"].values():
        values["amount"]["value"], values["role"], values["weight"] = "4000000", "norm", 1
    empty: dict[str, Any] = {"dates": {}, "records": {}}
    notes = golden.compare_facts({"mentions": old} | empty, {"mentions": new} | empty, ["role"])
    assert [note.partition(": (")[0] for note in notes] == [
        "mentions a: 13-27 amount in '3 miljoen euro'",
        "only one of the two has the attribute mentions.weight (1 times)",
    ]
    assert "'3000000'" in notes[0]
    assert "'4000000'" in notes[0]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("1E+3"), "1000"),
        (Decimal("12.50"), "12.5"),
        (Decimal("-0.00"), "0"),
        (fc.Stage.PAID, "paid"),
        ((2020, 2021), [2020, 2021]),
        (None, None),
    ],
)
def test_values_are_written_in_one_way(golden: Any, value: object, written: object) -> None:
    """The same value has the same hash, however it came about."""
    assert golden.plain(value) == written


def test_a_file_written_is_read_as_it_was(golden: Any, tmp_path: Path) -> None:
    """Writing and reading the files gives the same rows; the folder of real documents is found by its variable."""
    lines = golden.to_lines(_facts(golden, "We geven 3 miljoen euro in 2021."))
    golden.write_golden(lines, tmp_path)
    assert golden.read_golden(tmp_path) == lines


def test_the_folder_of_documents_is_named_by_a_variable(
    golden: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder without a corpus is none."""
    monkeypatch.setitem(os.environ, "FLANDERS_CARE_SHARED", str(tmp_path))
    assert golden.shared_folder() is None
    (tmp_path / "corpus").mkdir()
    assert golden.shared_folder() == tmp_path
