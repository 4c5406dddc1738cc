"""Every block of Python in the README and the documentation runs, and prints what stands below it."""

from __future__ import annotations

import contextlib
import doctest
import io
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
_BLOCK = re.compile(r"^```python\n(?P<code>.*?)^```\n(?:\n```text\n(?P<printed>.*?)^```\n)?", re.DOTALL | re.MULTILINE)


def _pages() -> list[Path]:
    return [page for page in PAGES if "_build" not in page.parts and "```python" in page.read_text(encoding="utf-8")]


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset)


@pytest.mark.parametrize("page", _pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_examples_of_a_page_run_and_print_what_they_say(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader who types the examples of a page, in order, sees what the page shows."""
    monkeypatch.chdir(ROOT)
    text = page.read_text(encoding="utf-8")
    namespace: dict[str, object] = {"__name__": "__main__"}
    ran = 0
    for block in _BLOCK.finditer(text):
        # blank lines in front, so that a traceback names the line of the page
        code = "\n" * (_line(text, block.start()) + 1) + block["code"]
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code, str(page), "exec", dont_inherit=True), namespace)  # noqa: S102  (our own pages)
        if block["printed"] is not None:
            flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
            same = doctest.OutputChecker().check_output(block["printed"], printed.getvalue(), flags)
            assert same, f"{page.name}:{_line(text, block.start()) + 1} printed\n{printed.getvalue()}"
        ran += 1
    assert ran, "the page shows Python that the test does not find: is a block not closed?"
