"""Check that each extra brings what its code imports, and that each package it brings is imported.

Usage: `python tools/check_extras.py` reads pyproject.toml and the imports of src, docs, tests, benchmarks and tools,
and runs none of them. Exit code 1 says that something is wrong, with file and line.

What an import may need: the library's own code, what the core brings or the one extra that the file names in a
`MissingExtraError`, or that its room stands for; a notebook of the documentation, what `[docs]` brings; tests, the
examples of other pages (a test runs them), benchmarks and tools, what `[test]` brings.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[1]
US: Final = "flanders_care"

#: What a package is imported as, where that is not its name with underscores.
IMPORTED_AS: Final[Mapping[str, str]] = {
    "python-dateutil": "dateutil",
    "pystemmer": "Stemmer",
    "sphinx-autoapi": "autoapi",
}
#: Packages that work through another one: it imports them where they are.
USED_THROUGH: Final[Mapping[str, str]] = {"Stemmer": "snowballstemmer"}
#: Rooms whose code needs an extra as a whole: the rest of the library never imports them.
ROOMS: Final[Mapping[str, str]] = {"cli": "cli", "testing": "test"}
#: Extras for those who work on the library, in which many packages are run and not imported.
OURS: Final = ("docs", "test")

_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")
_CELL: Final = re.compile(r"^```\{code-cell\}[^\n]*\n(?P<code>.*?)^```", re.DOTALL | re.MULTILINE)
_EXAMPLE: Final = re.compile(r"^```python\n(?P<code>.*?)^```", re.DOTALL | re.MULTILINE)


class Import(NamedTuple):
    """One package that a file imports."""

    path: Path
    line: int
    package: str


def packages_of(requirements: list[str], extras: Mapping[str, list[str]]) -> set[str]:
    """What requirements bring, as names to import; extras of the project itself are followed."""
    found: set[str] = set()
    for requirement in requirements:
        name = _NAME.match(requirement)
        if name is None:
            raise ValueError(f"pyproject.toml: {requirement!r} is no requirement")
        if name[0] == "flanders-care":
            for extra in requirement.partition("[")[2].partition("]")[0].split(","):
                found |= packages_of(extras[extra], extras)
        else:
            low = name[0].lower()
            found.add(IMPORTED_AS.get(low, low.replace("-", "_")))
    return found


def imports_of(code: str, path: Path, first: int = 0) -> Iterator[Import]:
    """The packages from outside that code imports, those imported late or for types included."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module or ""]
        else:
            continue
        for name in {name.partition(".")[0] for name in names}:
            if name not in sys.stdlib_module_names and name != US:
                yield Import(path, first + node.lineno, name)


def imports_of_page(path: Path, blocks: re.Pattern[str]) -> Iterator[Import]:
    """The packages that the blocks of Python of a page import."""
    text = path.read_text(encoding="utf-8")
    for block in blocks.finditer(text):
        yield from imports_of(block["code"], path, text.count("\n", 0, block.start("code")))


def extra_of(code: str, room: str) -> str | None:
    """The extra that a file of the library needs: the one it names when it is missing, or the one of its room."""
    named = re.findall(r'MissingExtraError\(\s*"([^"]+)"', code)
    return named[0] if named else ROOMS.get(room)


def wrong_in_source(root: Path, core: set[str], brought: Mapping[str, set[str]]) -> Iterator[str]:
    """Imports of the library's own code that nothing brings, and extras that it names and that are none."""
    for path in sorted((root / "src" / US).rglob("*.py")):
        code = path.read_text(encoding="utf-8")
        extra = extra_of(code, path.relative_to(root / "src" / US).parts[0])
        if extra is not None and extra not in brought:
            yield f"{path.relative_to(root)}: there is no extra {extra}"
        allowed = core | brought.get(extra or "", set())
        for found in imports_of(code, path):
            if found.package not in allowed:
                yield f"{path.relative_to(root)}:{found.line}: {found.package} comes with no {extra or 'dependency'}"


def wrong_around(root: Path, core: set[str], brought: Mapping[str, set[str]]) -> Iterator[str]:
    """Imports of documentation, tests, benchmarks and tools that the extra for them does not bring."""
    pages = [root / "README.md", *sorted((root / "docs").rglob("*.md"))]
    build = [*imports_of((root / "docs/conf.py").read_text(encoding="utf-8"), root / "docs/conf.py")]
    build += (item for page in pages for item in imports_of_page(page, _CELL))
    yield from _wrong(root, build, core | brought["docs"], "docs")
    tried = [item for page in pages for item in imports_of_page(page, _EXAMPLE)]
    for folder in ("tests", "benchmarks", "tools"):
        for path in sorted((root / folder).rglob("*.py")):
            if "dependant" not in path.parts:
                tried += imports_of(path.read_text(encoding="utf-8"), path)
    yield from _wrong(root, tried, core | brought["test"] | {"tests"}, "test")


def _wrong(root: Path, found: list[Import], allowed: set[str], extra: str) -> Iterator[str]:
    for item in found:
        if item.package not in allowed:
            yield f"{item.path.relative_to(root)}:{item.line}: {item.package} does not come with [{extra}]"


def unused(root: Path, brought: Mapping[str, set[str]]) -> Iterator[str]:
    """Packages that an extra for users brings and that no code of the library imports."""
    sources = (root / "src" / US).rglob("*.py")
    used = {item.package for path in sources for item in imports_of(path.read_text(encoding="utf-8"), path)}
    for extra, packages in brought.items():
        for package in sorted(packages):
            if extra not in OURS and USED_THROUGH.get(package, package) not in used:
                yield f"pyproject.toml: [{extra}] brings {package}, which no code imports"


def wrong(root: Path = ROOT) -> list[str]:
    """Everything that is wrong, one line each."""
    project: dict[str, Any] = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras: dict[str, list[str]] = project["optional-dependencies"]
    core = packages_of(project["dependencies"], extras)
    brought = {extra: packages_of(requirements, extras) for extra, requirements in extras.items()}
    notes = [*wrong_in_source(root, core, brought), *wrong_around(root, core, brought), *unused(root, brought)]
    users = set(extras) - {*OURS, "all"}
    if brought["all"] != set().union(*(brought[extra] for extra in users)):
        notes.append("pyproject.toml: [all] is not every extra but docs and test")
    if missing := brought["all"] - brought["test"]:
        notes.append(f"pyproject.toml: [test] lacks {', '.join(sorted(missing))}, and skips their tests")
    return notes


if __name__ == "__main__":
    said = wrong()
    print("\n".join(said) or "each extra brings what its code imports, and nothing else")
    sys.exit(1 if said else 0)
