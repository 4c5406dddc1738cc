"""The house is as it is said to be: layers, sizes of rooms, and every path that the documentation names."""

from __future__ import annotations

import importlib
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src/flanders_care"
LARGEST_ROOM = 20
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")),
    *sorted(path for path in (ROOT / "docs").rglob("*.md") if "_build" not in path.parts),
]
FOLDERS = ("src", "tests", "docs", "tools", "benchmarks", "seeds", "changelog.d", ".ci", ".github")
FILES = {
    path.relative_to(ROOT).as_posix()
    for folder in FOLDERS
    for path in (ROOT / folder).rglob("*")
    if path.is_file() and path.suffix != ".pyc"
}
_DOTTED = re.compile(r"\bflanders_care(?:\.(?!json\b)[A-Za-z_]\w*)+(?![\w/-]|\.\w)")
_FOLDER = re.compile(r"`(?P<path>[a-z_]+(?:/[a-z_]+)+)/?`")
NOT_OURS = {"akkoord/water"}  # a document in an example
_PATH = re.compile(r"`(?P<path>[\w.-]+(?:/[\w.-]+)*/[\w.-]+\.(?:py|tsv|txt|json|toml|md|jinja|svg|yml|pyi))`")
_LINK = re.compile(r"\]\((?P<path>[\w./-]+\.md)\)")
_NAMED_IN = re.compile(r"`(?P<name>\w+)`\s+in\s+`(?P<path>[\w./-]+\.\w+)`")


def layers() -> list[str]:
    """The layers of the contract, from the top down."""
    contracts = SETTINGS["importlinter"]["contracts"]
    [found] = [contract["layers"] for contract in contracts if contract["type"] == "layers"]
    return [str(layer) for layer in found]


def files_that_end(path: str) -> list[str]:
    """The files of the repository whose path ends so: `money/roles.py` is one below `src`."""
    return [name for name in FILES if f"/{name}".endswith(f"/{path}")]


def test_the_design_page_names_the_layers_of_the_contract() -> None:
    """Whoever reads the page knows what the contract checks."""
    page = (ROOT / "docs/explanation/design.md").read_text(encoding="utf-8")
    assert " > ".join(layers()) in " ".join(page.split())


def test_every_room_has_a_layer() -> None:
    """No module at the top stands outside the contract."""
    rooms = {path.stem for path in SOURCE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert rooms - {"__init__", "__main__"} == {room.strip() for layer in layers() for room in layer.split("|")}


@pytest.mark.parametrize(
    "room", [SOURCE, *sorted({path.parent for path in SOURCE.rglob("*.py")} - {SOURCE})], ids=lambda room: room.name
)
def test_no_room_is_full(room: Path) -> None:
    """A folder that a reader can look over holds at most twenty files."""
    assert len({path.name for path in room.glob("*.py")} - {"__init__.py"}) <= LARGEST_ROOM


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_what_a_page_names_is_there(page: Path) -> None:
    """Each dotted name can be imported; each path, page and name said to stand in a file is there."""
    text = page.read_text(encoding="utf-8")
    for dotted in {found[0] for found in _DOTTED.finditer(text)}:
        assert _leads_somewhere(dotted), dotted
    for path in {found["path"] for found in _PATH.finditer(text)}:
        assert files_that_end(path), path
    for folder in {found["path"] for found in _FOLDER.finditer(text)} - NOT_OURS:
        assert any(f"/{folder}/" in f"/{name}" for name in FILES), folder
    for link in {found["path"] for found in _LINK.finditer(text)}:
        assert (page.parent / link).is_file(), link
    for found in _NAMED_IN.finditer(text):
        [path] = files_that_end(found["path"])
        assert re.search(rf"\b{found['name']}\b", (ROOT / path).read_text(encoding="utf-8")), found[0]


def _leads_somewhere(dotted: str) -> bool:
    parts = dotted.split(".")
    for end in range(len(parts), 0, -1):
        try:
            thing: object = importlib.import_module(".".join(parts[:end]))
        except ModuleNotFoundError:
            continue
        for part in parts[end:]:
            thing = getattr(thing, part, None)
        return thing is not None
    return False
