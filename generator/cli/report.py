"""lessonloom report: what learners' results say about the questions of a course."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from io import TextIOWrapper
from pathlib import Path

import click

from generator.errors import Diagnostic, LessonloomError, SpecError, format_diagnostic
from generator.results import LAYOUTS, ResultsFile, load_asked, make_report, read_results
from generator.spec import load_course


@click.command("report")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--course",
    "folder",
    default="lessons",
    show_default=True,
    type=click.Path(path_type=Path),
    help="The course that was answered.",
)
@click.option(
    "--format",
    "layout",
    type=click.Choice(list(LAYOUTS)),
    default="text",
    help="How the report is printed.",
)
def command(files: tuple[Path, ...], folder: Path, layout: str) -> None:
    """Tell how the questions did, from the results that learners downloaded.

    FILES are results files, one a learner. Exits with 1 if one of them cannot be read.
    """
    prepare_streams(layout)
    results, problems = _read_all(files)
    try:
        asked = load_asked(load_course(folder), {a.key for file in results for a in file.answers})
    except SpecError as error:
        _tell(error.diagnostics)
        raise click.ClickException("the course cannot be read; mend it first") from error
    except LessonloomError as error:
        raise click.ClickException(str(error)) from error
    report, more = make_report(results, asked)
    _tell((*problems, *more))
    click.echo(LAYOUTS[layout](report))
    sys.exit(any(problem.severity == "error" for problem in problems))


def prepare_streams(layout: str) -> None:
    """A terminal shows what it can; what is meant for programs is UTF-8 everywhere."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if layout != "text" and isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")


def _read_all(files: Iterable[Path]) -> tuple[list[ResultsFile], list[Diagnostic]]:
    """What can be read, and what is wrong with the rest. A file that is named twice is read once."""
    results: list[ResultsFile] = []
    problems: list[Diagnostic] = []
    for path in dict.fromkeys(files):
        file, found = read_results(path)
        problems += found
        results += [file] if file else []
    return results, problems


def _tell(diagnostics: Iterable[Diagnostic]) -> None:
    for diagnostic in diagnostics:
        click.echo(format_diagnostic(diagnostic), err=True)
