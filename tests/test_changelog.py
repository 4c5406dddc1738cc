"""Every file of `changelog.d` has a type that is known, says something, and comes out in the changelog."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "changelog.d"
NO_FRAGMENTS = {"README.md", "template.md.jinja"}
FRAGMENTS = sorted(path for path in FOLDER.iterdir() if path.name not in NO_FRAGMENTS)
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["towncrier"]
TYPES = {kind["directory"]: kind["name"] for kind in SETTINGS["type"]}
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.(?P<type>[a-z]+)\.md")


@pytest.mark.parametrize("path", FRAGMENTS, ids=lambda path: path.name)
def test_fragment_is_well_named_and_says_something(path: Path) -> None:
    """`dots-of-abbreviations.results.md`: words with hyphens, a type of the README, and a sentence."""
    named = _NAME.fullmatch(path.name)
    assert named, f"{path.name}: name it <words-with-hyphens>.<type>.md"
    assert named["type"] in TYPES, f"{path.name}: the type is one of {', '.join(TYPES)}"
    text = path.read_text(encoding="utf-8").strip()
    assert text.endswith("."), f"{path.name}: one or two whole sentences"
    assert not text.startswith(("-", "#")), f"{path.name}: no heading and no bullet, the changelog gives them"


def test_the_readme_names_the_types() -> None:
    """The table of types and the settings are the same; results come first."""
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([a-z]+)` \|", readme, re.MULTILINE) == list(TYPES)
    assert next(iter(TYPES.values())) == "Results changed"


def test_a_release_takes_every_fragment(tmp_path: Path) -> None:
    """Building the changelog puts each sentence below the heading of its type, above older releases."""
    pytest.importorskip("towncrier", reason='towncrier is not here; install the "test" extra to run this test')
    for name in ("pyproject.toml", "CHANGELOG.md"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(FOLDER, tmp_path / FOLDER.name)
    (tmp_path / FOLDER.name / "a-sum.results.md").write_text("One sum is read as cost.\n", encoding="utf-8")
    build = [sys.executable, "-m", "towncrier", "build", "--draft", "--version", "9.0.0", "--date", "2026-11-29"]
    done = subprocess.run(build, cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.startswith("## [9.0.0] - 2026-11-29\n")
    assert "### Results changed\n\n- One sum is read as cost.\n" in done.stdout
    for path in FRAGMENTS:
        first = path.read_text(encoding="utf-8").strip().splitlines()[0]
        assert f"- {first}\n" in done.stdout, path.name
