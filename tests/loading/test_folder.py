"""Finding the documents of a folder."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from flanders_care.diagnostics import Diagnostic
from flanders_care.loading.folder import document_name, find_files


def write(folder: Path, *names: str) -> None:
    """Write small files."""
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("tekst", encoding="utf-8")


def codes(diagnostics: tuple[Diagnostic, ...]) -> dict[str, str]:
    """The code for each file that a diagnostic is about."""
    return {d.message.split(" ", 1)[0]: d.code for d in diagnostics}


def test_files_come_in_order_of_their_paths(tmp_path: Path) -> None:
    """The order is that of the relative paths, and the names are the paths without suffix."""
    write(tmp_path, "b/twee.md", "a.txt", "b/een.json.gz", "c")
    found, diagnostics = find_files(tmp_path)
    assert [file.document_id for file in found] == ["a", "b/een", "b/twee", "c"]
    assert [file.size for file in found] == [5, 5, 5, 5]
    assert diagnostics == ()


def test_same_stem_keeps_the_suffix(tmp_path: Path) -> None:
    """Two files that differ in their suffix alone are called by their whole names."""
    write(tmp_path, "nota.md", "nota.txt", "ander.txt")
    found, _ = find_files(tmp_path)
    assert [file.document_id for file in found] == ["ander", "nota.md", "nota.txt"]


def test_names_have_one_unicode_form(tmp_path: Path) -> None:
    """A name in decomposed letters, as some systems store it, is the same name."""
    write(tmp_path, unicodedata.normalize("NFD", "Coördinatie.md"))
    assert find_files(tmp_path)[0][0].document_id == unicodedata.normalize("NFC", "Coördinatie")


@pytest.mark.parametrize(
    ("path", "name"),
    [("a/b.txt", "a/b"), ("a.jsonl.gz", "a"), ("b.2.md", "b.2"), (".txt", ".txt"), ("c.png", "c.png"), ("D.TXT", "D")],
)
def test_document_names(path: str, name: str) -> None:
    """A document is called by its path without the suffixes that say how it is written."""
    assert document_name(Path(path)) == name


def test_what_is_passed_over_is_said(tmp_path: Path) -> None:
    """Hidden files, unknown suffixes and special files are reported, never dropped silently."""
    write(tmp_path, "goed.txt", ".verborgen", "logo.png", ".git/config")
    os.mkfifo(tmp_path / "pijp")
    found, diagnostics = find_files(tmp_path)
    assert [file.document_id for file in found] == ["goed"]
    assert codes(diagnostics) == {
        ".verborgen": "hidden-file",
        "logo.png": "unknown-suffix",
        ".git": "hidden-file",
        "pijp": "special-file",
    }


def test_link_loops_end(tmp_path: Path) -> None:
    """Links that lead back, to themselves, nowhere, or twice to one place are passed over with a diagnostic."""
    outside = tmp_path / "buiten"
    folder = tmp_path / "map"
    write(outside, "elders.txt")
    write(folder, "sub/een.txt")
    for name, target in {
        "lus": ".",
        "sub/terug": "../..",
        "zelf": "zelf",
        "dood": "nergens",
        "dubbel.txt": "sub/een.txt",
        "extern": "../buiten",
        "extern2": "../buiten",
    }.items():
        (folder / name).symlink_to(target)
    found, diagnostics = find_files(folder)
    assert [file.document_id for file in found] == ["extern/elders", "sub/een"]
    assert codes(diagnostics) == {
        "lus": "link-loop",
        "sub/terug": "link-loop",
        "zelf": "broken-link",
        "dood": "broken-link",
        "dubbel.txt": "link-loop",
        "extern2": "link-loop",
    }


def test_what_may_not_be_looked_at_is_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system does not even tell what something is, it is tried as a file."""
    write(tmp_path, "a.txt")

    def refuse(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_dir", refuse)
    assert [file.document_id for file in find_files(tmp_path)[0]] == ["a"]


def test_unreadable_folder_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be listed does not stop the others."""
    write(tmp_path, "dicht/a.txt", "open.txt")
    list_folder = os.scandir

    def scandir(path: Path) -> object:
        if Path(path).name == "dicht":
            raise PermissionError(13, "Permission denied")
        return list_folder(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found, diagnostics = find_files(tmp_path)
    assert [file.document_id for file in found] == ["open"]
    assert codes(diagnostics) == {"dicht": "unreadable-folder"}
