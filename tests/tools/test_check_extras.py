"""The check of extras passes on this repository, and names what is wrong in one that it does not pass on."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = """
[project]
dependencies = ["python-dateutil>=2.9"]
[project.optional-dependencies]
cli = ["click>=8"]
plots = ["matplotlib>=3"]
docs = ["flanders-care[plots]", "furo>=2024"]
test = ["flanders-care[plots]", "pytest>=8"]
all = ["flanders-care[cli]"]
"""


@pytest.fixture(scope="module")
def check() -> ModuleType:
    """The program."""
    spec = importlib.util.spec_from_file_location("check_extras", ROOT / "tools/check_extras.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A small project, with files that import what they may."""
    files = {
        "pyproject.toml": PROJECT,
        "README.md": "```python\nimport pytest\n```\n",
        "docs/conf.py": "import furo\n",
        "docs/page.md": "```{code-cell} ipython3\nimport matplotlib\n```\n",
        "src/flanders_care/period.py": "import json\nimport dateutil.parser\nfrom flanders_care import money\n",
        "src/flanders_care/cli/main.py": "import click\n",
        "src/flanders_care/plots.py": (
            "def draw():\n    try:\n        from matplotlib import figure\n"
            '    except ImportError:\n        raise MissingExtraError("plots", "drawing") from None\n'
        ),
        "tests/test_a.py": "import pytest\n",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_our_extras_bring_what_our_code_imports(check: ModuleType) -> None:
    """Nothing is missing and nothing is brought in vain."""
    assert check.wrong() == []


def test_all_and_test_hold_every_extra_for_users(check: ModuleType, house: Path) -> None:
    """`[all]` leaves out plots and `[test]` the command: both are said, and nothing else is."""
    assert check.wrong(house) == [
        "pyproject.toml: [all] is not every extra but docs and test",
        "pyproject.toml: [test] lacks click, and skips their tests",
    ]


@pytest.mark.parametrize(
    ("path", "code", "said"),
    [
        (
            "src/flanders_care/period.py",
            "import numpy\n",
            "src/flanders_care/period.py:1: numpy comes with no dependency",
        ),
        ("src/flanders_care/cli/more.py", "import rich\n", "src/flanders_care/cli/more.py:1: rich comes with no cli"),
        (
            "src/flanders_care/models.py",
            'raise MissingExtraError("models", "encoding")\n',
            "src/flanders_care/models.py: there is no extra models",
        ),
        ("src/flanders_care/plots.py", "", "pyproject.toml: [plots] brings matplotlib, which no code imports"),
        ("docs/page.md", "```{code-cell}\nimport pandas\n```\n", "docs/page.md:2: pandas does not come with [docs]"),
        ("README.md", "\n```python\nimport polars\n```\n", "README.md:3: polars does not come with [test]"),
        ("tests/test_a.py", "from duckdb import sql\n", "tests/test_a.py:1: duckdb does not come with [test]"),
    ],
)
def test_what_is_wrong_is_named(check: ModuleType, house: Path, path: str, code: str, said: str) -> None:
    """A package that nothing brings, one that nothing uses, and an extra that is none, each with its place."""
    (house / path).write_text(code, encoding="utf-8")
    assert said in check.wrong(house)


def test_a_line_that_is_no_requirement_is_refused(check: ModuleType) -> None:
    """`>=1` names no package."""
    with pytest.raises(ValueError, match="no requirement"):
        check.packages_of([">=1"], {})
