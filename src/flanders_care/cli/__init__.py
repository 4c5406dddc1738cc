"""The command `flanders-care`: report, align, budget, follow and check, on files, folders or the seeds."""

from __future__ import annotations

import sys

from flanders_care.errors import MissingExtraError

__all__ = ["main"]


def main() -> None:
    """Run the command; without the `cli` extra, say how to get it."""
    try:
        from flanders_care.cli.commands import command
    except ModuleNotFoundError as missing:
        if missing.name not in {"click", "rich"}:
            raise
        sys.exit(str(MissingExtraError("cli", "the command flanders-care")))
    command(prog_name="flanders-care")
