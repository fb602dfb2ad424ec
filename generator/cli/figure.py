"""lessonloom figure: one figure as a file of its own, for slides and papers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import click

from generator.errors import Diagnostic, FigureError, LessonloomError, format_diagnostic
from generator.spec.load import examine_lesson, load_course_file, load_setting
from generator.spec.source import parse_source

COURSE = Path("lessons")
"""Where the command looks for a course, whose networks a figure may then name."""
# A figure is checked in the smallest lesson there is, so that rules and messages are those of lessons.
LESSON = "title: '-'\nsections:\n- id: s\n  title: '-'\n  figures:\n  - id: figure\n"


def split_setting(
    context: click.Context, parameter: click.Parameter, settings: tuple[str, ...]
) -> list[tuple[str, str]]:
    """``layer=2`` → ``("layer", "2")``."""
    pairs = [setting.partition("=") for setting in settings]
    for key, equals, value in pairs:
        if not (key and equals and f"{key}{value}".isprintable()):
            raise click.BadParameter(
                f"'{key}{equals}{value}' is not of the form key=value", context, parameter
            )
    return [(key, value) for key, _, value in pairs]


@click.command("figure")
@click.argument("kind")
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="KEY=VALUE",
    callback=split_setting,
    help="A field of the figure, written as in a lesson; as often as needed.",
)
@click.option("--lang", type=click.Choice(["en", "ko"]), default="en", help="The language of its words.")
@click.option("--dark", is_flag=True, help="For a dark ground.")
@click.option("--model", help="The network it is computed from.")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="The SVG file to write.")
def command(kind: str, settings: list[tuple[str, str]], output: Path, **look: object) -> None:
    """Draw a figure into an SVG file that stands alone.

    KIND is a kind of figure that a lesson can show, such as weight_grid; what the docs call its fields is set
    like --set layer=1 --set neuron=3. Below a folder 'lessons' its networks may be named, too.
    """
    named = [("kind", json.dumps(kind))]
    named += [("model", json.dumps(look["model"]))] if look["model"] else []
    try:
        svg = draw_alone([*named, *settings], str(look["lang"]), bool(look["dark"]))
        output.write_text(svg, encoding="utf-8", newline="\n")
    except LessonloomError as error:
        hint = f"\n{error.hint}" if isinstance(error, FigureError) and error.hint else ""
        raise click.ClickException(f"{error}{hint}") from error
    except OSError as error:
        raise click.ClickException(f"{output} cannot be written: {error.strerror}") from error


def draw_alone(fields: Iterable[tuple[str, str]], language: str, dark: bool) -> str:
    """The figure with these fields, whose values are YAML, as an SVG document. Raises LessonloomError."""
    source, course, problems = load_course_file(COURSE)
    lines = "".join(f"    {json.dumps(key, ensure_ascii=False)}: {value}\n" for key, value in fields)
    setting, more = load_setting(COURSE, source, course)
    if source.data is not None:
        _refuse([*problems, *more], format_diagnostic)
    raw = parse_source(f"{LESSON}{lines}".encode(), "figure")
    examined = examine_lesson(Path("figure.yaml"), raw, setting, language)
    _refuse(examined.diagnostics, _in_one_line)
    assert examined.lesson is not None
    # After the checks, which need no numpy.
    from generator.figures import illustrate
    from generator.figures.standalone import stand_alone
    from generator.network import load_library

    (figure,) = examined.lesson.all_figures()
    weights, records = (
        {name: COURSE / path for name, path in files.items()} for files in (course.models, course.records)
    )
    library = load_library(weights, records)
    picture = illustrate(figure, library, model=course.model, language=language, plots=setting.plots)
    return stand_alone(picture, dark)


def _refuse(problems: Iterable[Diagnostic], tell: Callable[[Diagnostic], str]) -> None:
    """Raise LessonloomError if something is wrong with the course or with what was typed."""
    if told := [tell(each) for each in problems if each.severity == "error"]:
        raise LessonloomError("\n".join(told))


def _in_one_line(problem: Diagnostic) -> str:
    return f"{problem.message}{'; ' if problem.hint else ''}{problem.hint}"
