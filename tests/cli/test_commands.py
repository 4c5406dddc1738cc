"""The command answers on the seeds and on paths, in each format, and never with a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from flanders_care import cli
from flanders_care.cli.commands import command

AGREEMENT = "1.2.5 Werf 5: Groen We planten elk jaar 70 bomen in elke gemeente. We voorzien een premie voor gevels."


def run(*arguments: str) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(command, list(arguments))


@pytest.fixture
def section(tmp_path: Path) -> Path:
    """A section of an agreement, as a file."""
    path = tmp_path / "groen.txt"
    path.write_text(AGREEMENT, encoding="utf-8")
    return path


def test_the_report_without_paths_reads_the_seeds() -> None:
    """The main job runs on the five documents that ship with the package."""
    result = run("report")
    assert result.exit_code == 0, result.output
    for words in ("004_40d31b0bcedf8a9d", "policy-note", "Promises", "Money by stage"):
        assert words in result.output


@pytest.mark.parametrize(
    ("form", "begins"), [("text", "What the documents say"), ("markdown", "# What the"), ("html", "<!doctype html>")]
)
def test_the_report_is_written_in_each_format(form: str, begins: str, section: Path) -> None:
    """Each format begins as such a file does."""
    result = run("report", str(section), "--format", form, "--sources")
    assert result.exit_code == 0, result.output
    assert result.output.startswith(begins)


def test_the_report_as_json_is_json(section: Path) -> None:
    """A program can read it."""
    result = run("report", str(section), "--format", "json")
    assert json.loads(result.output)["title"] == "What the documents say"


def test_output_goes_to_the_file_and_nowhere_else(section: Path, tmp_path: Path) -> None:
    """With --output nothing is printed, and the file has plain newlines."""
    target = tmp_path / "report.txt"
    result = run("report", str(section), "--output", str(target))
    assert (result.exit_code, result.output) == (0, "")
    assert b"\r\n" not in target.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["groen.txt", "report.txt"]


def test_a_file_that_cannot_be_written_is_told_in_one_line(section: Path, tmp_path: Path) -> None:
    """A folder that is not there is no traceback."""
    result = run("report", str(section), "--output", str(tmp_path / "no" / "report.txt"))
    assert result.exit_code == 1
    assert "cannot be written" in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\xff" * 100])
def test_a_file_that_cannot_be_read_is_told_in_one_line(content: bytes, tmp_path: Path) -> None:
    """An empty or binary file is refused with the path and what to do."""
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    result = run("report", str(path))
    assert result.exit_code == 2
    assert "bad.txt" in result.output
    assert "Traceback" not in result.output


def test_a_missing_path_is_told_in_one_line(tmp_path: Path) -> None:
    """The message names the path."""
    result = run("check", str(tmp_path / "nowhere.md"))
    assert result.exit_code == 2
    assert "nowhere.md" in result.output


def test_check_is_content_with_a_good_document(section: Path) -> None:
    """Without errors the exit code is 0."""
    assert run("check", str(section)).exit_code == 0


def test_check_counts_the_documents_without_facts(tmp_path: Path, section: Path) -> None:
    """A shopping list among the documents is named as the one that gave nothing."""
    (tmp_path / "boodschappen.txt").write_text("Melk, brood en kaas.", encoding="utf-8")
    result = run("check", str(section.parent), str(tmp_path))
    assert "Documents without facts: 1 of 2" in " ".join(result.output.split())
    assert "boodschappen" in result.output
    assert "Every document gave facts." in run("check", str(section)).output


def test_check_exits_with_1_on_an_error(tmp_path: Path, section: Path) -> None:
    """A folder with a broken file among good ones: the good ones load, the command says no."""
    (tmp_path / "broken.json").write_bytes(b"\x00\x01\x02\xff" * 50)
    result = run("check", str(tmp_path))
    assert result.exit_code == 1
    assert "broken.json" in result.output


def test_two_paths_are_read_into_one_report(section: Path, tmp_path: Path) -> None:
    """Documents of several paths stand in one report."""
    other = tmp_path / "blauw.txt"
    other.write_text(AGREEMENT.replace("Groen", "Blauw"), encoding="utf-8")
    result = run("report", str(section), str(other))
    assert result.exit_code == 0, result.output
    assert "groen" in result.output
    assert "blauw" in result.output


def test_the_command_starts_as_a_module_and_stands_a_closed_pipe() -> None:
    """`flanders-care report | head -n 1` prints a line and no traceback."""
    process = subprocess.Popen(
        [sys.executable, "-m", "flanders_care", "report"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline()
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    process.wait(timeout=60)
    assert b"Traceback" not in errors


def test_without_click_the_command_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the extra."""
    monkeypatch.setitem(sys.modules, "flanders_care.cli.commands", None)
    monkeypatch.delitem(sys.modules, "flanders_care.cli.commands")
    monkeypatch.setitem(sys.modules, "click", None)
    with pytest.raises(SystemExit, match=r"flanders-care\[cli\]"):
        cli.main()


DUMP = [
    {
        "id": "d1",
        "date": "2021-05-07",
        "kind": "nota",
        "title": "Premie voor groene gevels: subsidie aan gemeenten",
        "text": "De Vlaamse Regering kent een subsidie van 2 miljoen euro toe aan de gemeenten voor gevels.",
        "url": "https://example.org/d1",
    },
    {"id": "d2", "date": "2022-01-14", "kind": "nota", "title": "Benoeming gouverneur", "text": "", "url": None},
]


@pytest.fixture
def folder(section: Path) -> Path:
    """A section of an agreement and a dump of decisions, in one folder."""
    lines = "\n".join(json.dumps(record) for record in DUMP)
    (section.parent / "decisions.jsonl").write_text(lines, encoding="utf-8")
    return section.parent


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json", "csv"])
def test_align_shows_the_decision_that_fits_best(form: str, folder: Path) -> None:
    """The decision on the premium stands with the promise of the premium, in each format."""
    result = run("align", str(folder), "--format", form, "--threshold", "0.01", "--top", "1")
    assert result.exit_code == 0, result.output
    assert "Premie voor groene gevels" in result.output


def test_align_of_a_section_that_is_not_there_says_so(folder: Path) -> None:
    """No promise is asked about, and the page says it."""
    result = run("align", str(folder), "--section", "9.9")
    assert result.exit_code == 0, result.output
    assert "There is no promise to look for" in result.output


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json", "csv"])
def test_budget_adds_by_document(form: str, folder: Path) -> None:
    """Two million euro is awarded, in each format."""
    result = run("budget", str(folder), "--by", "decision", "--stage", "awarded", "--format", form)
    assert result.exit_code == 0, result.output
    assert ("2000000" if form == "csv" else "2.000.000") in result.output


def test_budget_shows_its_proof_on_request(folder: Path) -> None:
    """Each line that was added stands under its group."""
    shown = run("budget", str(folder), "--by", "year", "--proof").output
    assert "+ 2.000.000 EUR, awarded" in shown


def test_budget_without_sums_says_so(section: Path) -> None:
    """A page without sums is not empty."""
    assert "No sum of that stage is stated." in run("budget", str(section)).output
    assert run("budget", str(section), "--format", "csv").output == ""


def test_follow_shows_the_chain_and_the_gaps(folder: Path) -> None:
    """From promise to decision to money, and what is missing."""
    result = run("follow", str(folder), "--threshold", "0.05", "--section", "1.2.5")
    assert result.exit_code == 0, result.output
    for words in ("Premie voor groene gevels", "2.000.000 EUR", "What is missing"):
        assert words in result.output


def test_the_report_of_a_folder_holds_trails_and_audit(folder: Path) -> None:
    """Without --no-chain the chain is shown."""
    assert "From promise to decision to money" in run("report", str(folder)).output
    assert "From promise to decision to money" not in run("report", str(folder), "--no-chain").output


def test_the_report_of_the_seeds_audits_the_claims() -> None:
    """On the first seed: citation [0] in the introduction is wrong, claims 4 and 5 hedge themselves."""
    shown = " ".join(run("report").output.split())
    assert "What the claims are worth" in shown
    assert "2 hedged, 1 miscited" in shown
