"""The commands: each reads paths (or the seeds), asks one question, and writes the answer."""

from __future__ import annotations

import functools
import io
import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

from flanders_care.cli.output import write_outline, write_rows
from flanders_care.cli.sources import read
from flanders_care.errors import FlandersCareError
from flanders_care.families.kinds import FAMILIES
from flanders_care.model.funding import Stage
from flanders_care.show.outline import Outline
from flanders_care.show.report import diagnostics_section, report
from flanders_care.show.report_alignment import align_outline, align_rows
from flanders_care.show.report_budget import BUDGET_KEYS, budget_outline, budget_rows
from flanders_care.show.report_trails import follow_outline

F = TypeVar("F", bound=Callable[..., Any])

_paths = click.argument("paths", nargs=-1, type=click.Path())
_family = click.option("--family", type=click.Choice(FAMILIES), help="The family of all paths, where it is not found.")
_quiet = click.option("--quiet", is_flag=True, help="Show no progress.")
_output = click.option("--output", type=click.Path(dir_okay=False), help="Write to this file.")
_sources = click.option("--sources", is_flag=True, help="Follow each line to document and quote.")


def _form(*forms: str) -> Callable[[F], F]:
    return click.option(
        "--format", "form", type=click.Choice(forms), default=forms[0], show_default=True, help="How to write it."
    )


class Refusal(click.ClickException):
    """What cannot be read or asked: one line on standard error, exit code 2."""

    exit_code = 2


def _reading(run: F) -> F:
    """Give a command its paths and how to read them; turn our errors into one line and exit code 2."""

    @_paths
    @_family
    @_quiet
    @functools.wraps(run)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        try:
            return run(*args, **kwargs)
        except FlandersCareError as error:
            raise Refusal(str(error)) from None

    return wrapped  # type: ignore[return-value]


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="flanders-care")
def command() -> None:
    """Which promises became decisions, which decisions became money, and what is missing.

    Every command takes files and folders; without any it reads the five documents on Flanders' Care that ship with it.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a console that cannot show a sign shows a question mark


@command.command("report")
@_reading
@_form("text", "markdown", "html", "json")
@_output
@_sources
@click.option("--no-chain", is_flag=True, help="Leave out trails and audit: faster on large folders.")
def report_command(
    paths: tuple[str, ...],
    family: str | None,
    quiet: bool,
    form: str,
    output: str | None,
    sources: bool,
    no_chain: bool,
) -> None:
    """Show what documents say: promises, decisions, programmes, sums, and what could not be read."""
    loaded = read(paths, family=family, quiet=quiet)
    write_outline(report(loaded, chain=not no_chain), form=form, output=output, sources=sources)


@command.command("check")
@_reading
@_form("text", "markdown", "html", "json")
def check_command(paths: tuple[str, ...], family: str | None, quiet: bool, form: str) -> None:
    """Show only what could not be read; exit with 1 where that is an error."""
    loaded = read(paths, family=family, quiet=quiet)
    outline = Outline(title="Check", sections=(diagnostics_section(loaded.diagnostics),))
    write_outline(outline, form=form, output=None, sources=False)
    if loaded.errors:
        sys.exit(1)


@command.command("align")
@_reading
@_form("text", "markdown", "html", "json", "csv")
@_output
@_sources
@click.option("--section", help='Only the promises of this section, such as "1.2.5".')
@click.option("--top", type=click.IntRange(min=1), default=5, show_default=True, help="Most decisions for a promise.")
@click.option("--threshold", type=click.FloatRange(0, 1), default=0.2, show_default=True, help="Least score shown.")
def align_command(
    paths: tuple[str, ...],
    family: str | None,
    quiet: bool,
    form: str,
    output: str | None,
    sources: bool,
    section: str | None,
    top: int,
    threshold: float,
) -> None:
    """Show for each promise the decisions that carry it out, with score and deciding words."""
    corpus = read(paths, family=family, quiet=quiet).corpus
    if form == "csv":
        write_rows(align_rows(corpus, section=section, top=top, threshold=threshold), output)
        return
    outline = align_outline(corpus, section=section, top=top, threshold=threshold)
    write_outline(outline, form=form, output=output, sources=sources)


@command.command("follow")
@_reading
@_form("text", "markdown", "html", "json")
@_output
@_sources
@click.option("--section", help='Only the promises of this section, such as "1.2.5".')
@click.option("--threshold", type=click.FloatRange(0, 1), help="From which score on a decision counts.")
def follow_command(
    paths: tuple[str, ...],
    family: str | None,
    quiet: bool,
    form: str,
    output: str | None,
    sources: bool,
    section: str | None,
    threshold: float | None,
) -> None:
    """Follow each firm promise to its decisions and the money, and show what is missing."""
    corpus = read(paths, family=family, quiet=quiet).corpus
    outline = follow_outline(corpus, section=section, threshold=threshold)
    write_outline(outline, form=form, output=output, sources=sources)


@command.command("budget")
@_reading
@_form("text", "markdown", "html", "json", "csv")
@_output
@_sources
@click.option("--by", type=click.Choice(BUDGET_KEYS), default="programme", show_default=True, help="Group by this.")
@click.option(
    "--stage",
    "stages",
    multiple=True,
    type=click.Choice([stage.value for stage in Stage]),
    help="Only this stage; may be repeated.",
)
@click.option("--proof", is_flag=True, help="Show each line that was added or left out.")
def budget_command(
    paths: tuple[str, ...],
    family: str | None,
    quiet: bool,
    form: str,
    output: str | None,
    sources: bool,
    by: str,
    stages: tuple[str, ...],
    proof: bool,
) -> None:
    """Add the money, each euro once; requested, budgeted, awarded and paid apart."""
    corpus = read(paths, family=family, quiet=quiet).corpus
    if form == "csv":
        write_rows(budget_rows(corpus, by=by, stages=stages), output)
        return
    outline = budget_outline(corpus, by=by, stages=stages, proof=proof or sources)
    write_outline(outline, form=form, output=output, sources=sources)
