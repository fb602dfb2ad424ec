"""lessonloom check: every problem in lessons, without building them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path
from typing import NamedTuple

import click

from generator.errors import Diagnostic, Format, format_diagnostic, format_github, format_json
from generator.plain_file import exists, is_folder
from generator.spec.ids import link_targets
from generator.spec.load import (
    COURSE_FILE,
    NO_LESSONS,
    examine_lesson,
    lesson_paths,
    load_course_file,
    load_course_leniently,
    load_setting,
    unnamed_course,
    warn_of_misnamed,
    written_id,
)
from generator.spec.load_glossary import read_glossary, term_ids
from generator.spec.source import Source, read_source

_COLOURS = {"error": "red", "warning": "yellow"}


class Checked(NamedTuple):
    """What was found in how many lessons."""

    lessons: int
    diagnostics: tuple[Diagnostic, ...]


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option(
    "--format",
    "layout",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="How problems are printed.",
)
def command(paths: tuple[Path, ...], strict: bool, layout: Format) -> None:
    """Check lessons without building them.

    PATHS are lesson files and folders (default: lessons). Exits with 1 if there is an error.
    """
    checked = [check_path(path) for path in dict.fromkeys(paths or (Path("lessons"),))]
    diagnostics = sorted(
        {d for each in checked for d in each.diagnostics}, key=lambda diagnostic: diagnostic.place
    )
    if strict:
        diagnostics = [replace(diagnostic, severity="error") for diagnostic in diagnostics]
    if isinstance(sys.stdout, TextIOWrapper):
        # A terminal that cannot show Hangul must not turn a report into a traceback.
        sys.stdout.reconfigure(errors="backslashreplace")
    for line in _lines(diagnostics, sum(each.lessons for each in checked), layout):
        click.echo(line)
    sys.exit(any(diagnostic.severity == "error" for diagnostic in diagnostics))


def _lines(diagnostics: Sequence[Diagnostic], lessons: int, layout: Format) -> Iterator[str]:
    if layout == "json":
        yield format_json(diagnostics)
        return
    if layout == "github":
        yield from map(format_github, diagnostics)
        return
    for diagnostic in diagnostics:
        yield _coloured(format_diagnostic(diagnostic), diagnostic) + "\n"
    yield _summary(diagnostics, lessons)


def _coloured(text: str, diagnostic: Diagnostic) -> str:
    """The message in bold, the carets in the colour of their kind; click drops both where no terminal is."""
    head, *rest = text.split("\n")
    place, _, message = head.partition(": ")
    lines = [f"{place}: {click.style(message, bold=True)}"]
    colour = _COLOURS[diagnostic.severity]
    lines += [click.style(line, fg=colour) if index else line for index, line in enumerate(rest)]
    return "\n".join(lines)


def _summary(diagnostics: Sequence[Diagnostic], lessons: int) -> str:
    """``3 errors and 1 warning in 2 files; 5 lessons checked.``"""
    counts = [(sum(d.severity == kind for d in diagnostics), kind) for kind in ("error", "warning")]
    parts = [_count(number, kind) for number, kind in counts if number]
    checked = f"{_count(lessons, 'lesson')} checked"
    if not parts:
        return click.style(f"{checked}: no problems.", fg="green")
    files = _count(len({diagnostic.path for diagnostic in diagnostics}), "file")
    return click.style(
        f"{' and '.join(parts)} in {files}; {checked}.", fg="red" if counts[0][0] else "yellow"
    )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"


def check_path(path: Path) -> Checked:
    """A course folder, a folder of single lessons, or one lesson, which may belong to a course."""
    if is_folder(path):
        if exists(path / COURSE_FILE):
            diagnostics = load_course_leniently(path)[1]
            return Checked(len(lesson_paths(path)), diagnostics)
        files = lesson_paths(path)
        if not files:
            none = Diagnostic(str(path), 1, 1, "no-lessons", "there is no lesson in this folder")
            return Checked(0, (none, *warn_of_misnamed(path)))
        diagnostics = tuple(d for file in files for d in _check_file(file).diagnostics)
        return Checked(len(files), (*diagnostics, *warn_of_misnamed(path)))
    if path.name in NO_LESSONS:
        diagnostics = tuple(d for d in load_course_leniently(path.parent)[1] if d.path == str(path))
        return Checked(0, diagnostics)
    return _check_file(path)


def _check_file(path: Path) -> Checked:
    """One lesson, with what its course knows if it has one; problems of the course itself are not its own."""
    folder, own = path.parent, read_source(path)
    if exists(folder / COURSE_FILE):
        source, file, _ = load_course_file(folder)
        # Other lessons are read only if this one has links to lessons.
        others = lesson_paths(folder) if "lesson:" in own.text else [path]
        texts = [(each, own if each == path else read_source(each)) for each in others]
        ids = {written_id(each, text): link_targets(text.data, each) for each, text in reversed(texts)}
    else:
        source, file, ids = Source(""), unnamed_course("en"), {}
    setting = load_setting(folder, source, file, ids)[0]
    if ids:
        setting = replace(setting, terms=term_ids(read_glossary(folder)))
    return Checked(1, examine_lesson(path, own, setting).diagnostics)
