"""What type checkers say of the public face: typed usage passes, misuse does not."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
COMMANDS = {
    "mypy": ["mypy", "--strict", "--config-file", "", "--cache-dir", "cache", "usage.py", "misuse.py"],
    "pyright": ["pyright", "--pythonpath", sys.executable],
}
_LINE = re.compile(r"(usage|misuse)\.py:(\d+)(?::\d+)?(?: -|:) error")


def run(tool: str, folder: Path) -> str:
    """Run a type checker on copies of both files, in a folder where no settings of ours hide one."""
    if importlib.util.find_spec(tool) is None:
        pytest.skip(f'{tool} is not here; install the "test" extra to run this test')
    for name in ("usage.py", "misuse.py"):
        shutil.copy(HERE / name, folder)
    (folder / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}', encoding="utf-8")
    command = [sys.executable, "-m", *COMMANDS[tool]]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=300)
    return done.stdout + done.stderr


@pytest.mark.parametrize("tool", COMMANDS)
def test_usage_and_misuse(tool: str, tmp_path: Path) -> None:
    """Every line of misuse that is marked so is rejected, no other line is, and no line of usage."""
    said = run(tool, tmp_path)
    found = {(name, int(number)) for name, number in _LINE.findall(said)}
    lines = (HERE / "misuse.py").read_text(encoding="utf-8").splitlines()
    marked = {("misuse", number) for number, line in enumerate(lines, 1) if "# rejected" in line}
    missed = [lines[number - 1].strip() for _, number in sorted(marked - found)]
    assert not missed, said
    assert found == marked, said
