"""The commands: each reads paths (or the seeds), asks one question, and writes the answer."""

from __future__ import annotations

import functools
import io
import sys
from collections.abc import Callable
from typing import Any

import attrs
import click

from flanders_care.cli.output import write_outline, write_rows
from flanders_care.cli.sources import read
from flanders_care.errors import FlandersCareError
from flanders_care.families.kinds import FAMILIES
from flanders_care.model.funding import Stage
from flanders_care.model.loaded import Loaded
from flanders_care.show.outline import Outline
from flanders_care.show.report import diagnostics_section, empty_documents_section, report
from flanders_care.show.report_alignment import align_outline, align_rows
from flanders_care.show.report_budget import BUDGET_KEYS, budget_outline, budget_rows
from flanders_care.show.report_trails import follow_outline

_output = click.option("--output", type=click.Path(dir_okay=False), help="Write to this file.")
_sources = click.option("--sources", is_flag=True, help="Follow each line to document and quote.")
_section = click.option("--section", help='Only the promises of this section, such as "1.2.5".')


class Refusal(click.ClickException):
    """What cannot be read or asked: one line on standard error, exit code 2."""

    exit_code = 2


@attrs.frozen(kw_only=True)
class Asked:
    """What every command is given: what was read, and how to show the answer."""

    loaded: Loaded
    form: str
    output: str | None
    sources: bool

    def show(self, outline: Outline) -> None:
        """Write an answer in the format, and to the place, that was asked for."""
        write_outline(outline, form=self.form, output=self.output, sources=self.sources)


def _asks(*forms: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command its paths, how to read them and in which formats it answers.

    Errors of ours become one line and exit code 2.
    """

    def wrap(answer: Callable[..., None]) -> Callable[..., None]:
        @click.argument("paths", nargs=-1, type=click.Path())
        @click.option("--family", type=click.Choice(FAMILIES), help="The family of all paths, where it is not found.")
        @click.option("--quiet", is_flag=True, help="Show no progress.")
        @click.option(
            "--format", "form", type=click.Choice(forms), default=forms[0], show_default=True, help="How to write it."
        )
        @functools.wraps(answer)
        def run(
            *,
            paths: tuple[str, ...],
            family: str | None,
            quiet: bool,
            form: str,
            output: str | None = None,
            sources: bool = False,
            **options: Any,
        ) -> None:
            try:
                loaded = read(paths, family=family, quiet=quiet)
                answer(Asked(loaded=loaded, form=form, output=output, sources=sources), **options)
            except FlandersCareError as error:
                raise Refusal(str(error)) from None

        return run

    return wrap


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="flanders-care")
def command() -> None:
    """Which promises became decisions, which decisions became money, and what is missing.

    Every command takes files and folders; without any it reads the five documents on Flanders' Care that ship with it.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a console that cannot show a sign shows a question mark


@command.command("report")
@_asks("text", "markdown", "html", "json")
@_output
@_sources
@click.option("--no-chain", is_flag=True, help="Leave out trails and audit: faster on large folders.")
def report_command(asked: Asked, no_chain: bool) -> None:
    """Show what documents say: promises, decisions, programmes, sums, and what could not be read."""
    asked.show(report(asked.loaded, chain=not no_chain))


@command.command("check")
@_asks("text", "markdown", "html", "json")
def check_command(asked: Asked) -> None:
    """Show which documents gave no facts and what could not be read; exit with 1 where that is an error."""
    loaded = asked.loaded
    sections = (empty_documents_section(loaded.corpus), diagnostics_section(loaded.diagnostics))
    asked.show(Outline(title="Check", sections=sections))
    if loaded.errors:
        sys.exit(1)


@command.command("align")
@_asks("text", "markdown", "html", "json", "csv")
@_output
@_sources
@_section
@click.option("--top", type=click.IntRange(min=1), default=5, show_default=True, help="Most decisions for a promise.")
@click.option("--threshold", type=click.FloatRange(0, 1), default=0.2, show_default=True, help="Least score shown.")
def align_command(asked: Asked, **question: Any) -> None:
    """Show for each promise the decisions that carry it out, with score and deciding words."""
    if asked.form == "csv":
        write_rows(align_rows(asked.loaded.corpus, **question), asked.output)
    else:
        asked.show(align_outline(asked.loaded.corpus, **question))


@command.command("follow")
@_asks("text", "markdown", "html", "json")
@_output
@_sources
@_section
@click.option("--threshold", type=click.FloatRange(0, 1), help="From which score on a decision counts.")
def follow_command(asked: Asked, section: str | None, threshold: float | None) -> None:
    """Follow each firm promise to its decisions and the money, and show what is missing."""
    asked.show(follow_outline(asked.loaded.corpus, section=section, threshold=threshold))


@command.command("budget")
@_asks("text", "markdown", "html", "json", "csv")
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
def budget_command(asked: Asked, by: str, stages: tuple[str, ...], proof: bool) -> None:
    """Add the money, each euro once; requested, budgeted, awarded and paid apart."""
    if asked.form == "csv":
        write_rows(budget_rows(asked.loaded.corpus, by=by, stages=stages), asked.output)
    else:
        asked.show(budget_outline(asked.loaded.corpus, by=by, stages=stages, proof=proof or asked.sources))
