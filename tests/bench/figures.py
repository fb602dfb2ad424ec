"""Figures drawn for the first time: those of the first lesson, in both languages, after imports."""

from __future__ import annotations

import time
from importlib import import_module
from pathlib import Path
from statistics import median

from generator.figures import illustrate
from generator.network import load_library
from generator.spec import load_course
from tests.bench.measure import ROOT, Mark, Table


def draw_first_lesson(_: Path, *, repeats: int) -> Table:
    """Every figure of the first lesson of this project's course, from the networks' files to its SVG."""
    course = load_course(ROOT / "lessons")
    lesson = course.lessons[0].lesson
    figures = lesson.all_figures()
    for kind in {figure.kind for figure in figures}:
        import_module(f"generator.figures.{kind}")
    seconds = []
    for _round in range(repeats):
        start, library = time.perf_counter(), load_library()
        for language in lesson.languages:
            for figure in figures:
                illustrate(figure, library, model="digits", language=language, plots=course.plots)
        seconds.append(time.perf_counter() - start)
    first = seconds[0]
    return Table(
        title="Figures, drawn for the first time",
        note=f"In one process, with everything imported. {repeats} rounds; the first also warms the code up.",
        header=("lesson", "figures", "languages", "first round", "median"),
        rows=(
            (
                lesson.id,
                str(len(figures)),
                str(len(lesson.languages)),
                f"{first:.2f} s",
                f"{median(seconds):.2f} s",
            ),
        ),
        marks=(Mark("cold build of the first lesson's figures in both languages", first, 2.0, " s"),),
    )
