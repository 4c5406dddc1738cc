"""Where a command writes: standard output or the file it was given, in the format that was asked for."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from flanders_care.show.markdown import to_markdown
from flanders_care.show.outline import Outline
from flanders_care.show.page import to_page
from flanders_care.show.terminal import print_outline, to_text


def write_outline(outline: Outline, *, form: str, output: str | None, sources: bool) -> None:
    """Write an outline in a format.

    Args:
        outline: What to show.
        form: `text`, `markdown`, `html` or `json`.
        output: The file, or `None` for standard output.
        sources: Whether each line is followed by the places where it was read.
    """
    if form == "text" and output is None:
        print_outline(outline, sys.stdout, sources=sources)
        return
    if form == "json":
        from flanders_care.exchange.json import to_json

        text = to_json(outline) + "\n"
    else:
        write = {"text": to_text, "markdown": to_markdown, "html": to_page}[form]
        text = write(outline, sources=sources)
    write_text(text, output)


def write_text(text: str, output: str | None) -> None:
    """Write a text to the file that was given, in UTF-8 with plain newlines, or to standard output."""
    if output is None:
        sys.stdout.write(text)
        return
    try:
        Path(output).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.ClickException(f"{output} cannot be written: {error.strerror}; give another --output") from None


def write_rows(rows: list[dict[str, Any]], output: str | None) -> None:
    """Write plain rows as CSV in which nothing acts as a formula."""
    from flanders_care.exchange.csv import rows_to_csv

    write_text(rows_to_csv(rows), output)
