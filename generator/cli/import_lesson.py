"""lessonloom import: lecture notes or subtitles → a lesson file, and what was odd about them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path

import click

from generator.cli.check import check_path
from generator.errors import Diagnostic, ExchangeError, format_diagnostic, visible
from generator.exchange import Imported, Remark, import_lesson
from generator.exchange.languages import NAMES
from generator.plain_file import exists, is_folder
from generator.spec.text import format_time

_LINES_SHOWN = 12
SCHEMA = "../docs/lesson.schema.json"
"""What editors check a lesson with, seen from the course's folder; ``lessonloom schema`` writes it."""


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="The lesson to write, e.g. lessons/02-name.yaml.",
)
@click.option("--force", is_flag=True, help="Replace the lesson if it exists.")
def command(file: Path, output: Path, force: bool) -> None:
    """Make a lesson of lecture notes (text with JSON) or of subtitles (SRT, VTT)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that cannot show Hangul must not turn a report into a traceback.
            stream.reconfigure(errors="backslashreplace")
    try:
        check_output(output, force)
        imported = import_lesson(file, output.stem)
        write(output, editor_line(output) + imported.yaml)
    except ExchangeError as error:
        click.echo(visible(str(error)), err=True)
        sys.exit(1)
    diagnostics = check_path(output).diagnostics
    for line in account(imported, file, output, diagnostics):
        click.echo(visible(line))
    if any(diagnostic.severity == "error" for diagnostic in diagnostics):
        # What was imported is kept: to mend it is less work than to do it again.
        message = f"{output} is written, but cannot be built before the errors above are mended."
        click.echo(visible(message), err=True)
        sys.exit(1)


def check_output(output: Path, force: bool) -> None:
    """Whether the lesson can be written; asked before the work. Raises ExchangeError."""
    if output.suffix != ".yaml":
        raise ExchangeError(f"{output}: the name of a lesson file ends in .yaml")
    if output.name == "course.yaml":
        raise ExchangeError(f"{output}: this name belongs to the course file; choose another")
    if output.name[0] in "._":
        raise ExchangeError(f"{output}: a course takes no lesson from files that begin with '.' or '_'")
    if not is_folder(output.parent):
        raise ExchangeError(f"{output}: there is no folder {output.parent}")
    if exists(output) and not output.is_file():
        raise ExchangeError(f"{output}: this is not a file, so it cannot be replaced")
    if exists(output) and not force:
        raise ExchangeError(f"{output}: the file exists; --force replaces it")


def editor_line(output: Path) -> str:
    """The comment that tells editors where the schema is; nothing where there is none."""
    is_there = (output.parent.resolve() / SCHEMA).is_file()
    return f"# yaml-language-server: $schema={SCHEMA}\n" if is_there else ""


def write(output: Path, text: str) -> None:
    """Write the lesson. Raises ExchangeError."""
    try:
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise ExchangeError(f"{output}: the file cannot be written ({error.strerror})") from error


def account(imported: Imported, file: Path, output: Path, diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """What was read, what was odd, whether the course takes it, and what to do next."""
    yield f"{file} → {output}"
    yield ""
    yield from _contents(imported)
    if imported.notes.remarks:
        yield ""
        yield f"Odd in {file.name}:"
        yield from _remarks(imported.notes.remarks)
    if diagnostics:
        yield ""
        yield "'lessonloom check' finds:"
        for diagnostic in diagnostics:
            yield from (f"  {line}" for line in format_diagnostic(diagnostic).split("\n"))
    yield ""
    yield "Next:"
    yield f"  Read {output} through; 'lessonloom check {output}' tells what an edit breaks."
    if any(imported.layout.questions) or imported.layout.closing:
        yield "  Each question accepts the notes' own words only: add other right answers to 'accept'."
    if _is_listed(output.parent / "course.yaml"):
        yield f"  Add the lesson to 'lessons' in {output.parent / 'course.yaml'}."


def _contents(imported: Imported) -> Iterator[str]:
    notes, layout = imported.notes, imported.layout
    yield f"  title       {notes.title} ({_language(layout.language)})"
    yield f"  video       {notes.video or 'none'}"
    starts = [section.start for section in notes.sections if section.start is not None]
    span = f", from {format_time(starts[0])} to {format_time(starts[-1])}" if starts else ", without times"
    yield f"  sections    {len(notes.sections)}{span}"
    how = ", placed by the words they share with a section:" if notes.questions else ""
    yield f"  questions   {len(notes.questions)}{how}"
    for section, questions in zip(notes.sections, layout.questions, strict=True):
        for question in questions:
            yield f"                {question.ask} → {section.title}"
    for question in layout.closing:
        yield f"                {question.ask} → the end of the lesson (no section is clearly the one)"
    cues = f", {_language(layout.transcript_language)}" if notes.cues else ""
    yield f"  transcript  {len(notes.cues)} cues{cues}"


def _language(code: str) -> str:
    return NAMES.get(code, code)


def _remarks(remarks: Sequence[Remark]) -> Iterator[str]:
    """One line for each oddity; the same one in many lines is told once, with the lines."""
    grouped: dict[str, list[int]] = {}
    for remark in remarks:
        grouped.setdefault(remark.message, []).append(remark.line)
    for message, lines in grouped.items():
        shown = ", ".join(str(line) for line in lines[:_LINES_SHOWN] if line)
        more = f" and {len(lines) - _LINES_SHOWN} more" if len(lines) > _LINES_SHOWN else ""
        yield (
            f"  {'line' if len(lines) == 1 else 'lines'} {shown}{more}: {message}"
            if shown
            else f"  {message}"
        )


def _is_listed(course: Path) -> bool:
    """Whether a course lists its lessons, so that a new one has to be added."""
    try:
        return re.search(r"^lessons\s*:", course.read_text(encoding="utf-8"), re.MULTILINE) is not None
    except (OSError, UnicodeDecodeError):
        return False
