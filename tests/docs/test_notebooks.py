"""The notebooks of the documentation run, and each cell that ends in a value shows something harmless."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "docs" / "tutorials").glob("notebook-*.md"))
_CELL = re.compile(r"^```\{code-cell\}[^\n]*\n(?P<code>.*?)^```$", re.DOTALL | re.MULTILINE)


def run(code: str, namespace: dict[str, Any]) -> Any:
    """Run a cell as a notebook does: the value of its last line, if it has one."""
    tree = ast.parse(code)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec", dont_inherit=True), namespace)  # noqa: S102 - our own pages
    if not isinstance(last, ast.Expr):
        return None
    return eval(compile(ast.Expression(last.value), "cell", "eval", dont_inherit=True), namespace)  # noqa: S307


@pytest.mark.parametrize("page", NOTEBOOKS, ids=lambda page: page.name)
def test_notebook(page: Path) -> None:
    """Every cell runs in order; what it shows holds no script, and its repr is short."""
    text = page.read_text(encoding="utf-8")
    assert text.startswith("---\njupytext:"), "a text notebook begins with its header"
    cells = [cell["code"] for cell in _CELL.finditer(text)]
    assert len(cells) > 5
    namespace: dict[str, Any] = {"__name__": "__main__"}
    shown = [run(code, namespace) for code in cells]
    html = [value._repr_html_() for value in shown if hasattr(value, "_repr_html_")]
    assert len(html) >= 4
    assert not any("<script" in part for part in html)
    ours = [value for value in shown if type(value).__module__.startswith("flanders_care")]
    assert all(len(repr(value)) < 300 for value in ours)


def test_there_are_two() -> None:
    """One goes from the seeds to a finding, one from a reader's own promises and decisions."""
    assert [page.name for page in NOTEBOOKS] == ["notebook-own.md", "notebook-seeds.md"]
