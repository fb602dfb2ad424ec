"""``lessonloom check`` of one lesson, from a cold process to its answer."""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median

from tests.bench.measure import ROOT, Mark, Table, run_process


def check_lesson(_: Path, *, repeats: int) -> Table:
    """Check this project's longest lesson, which its course's other files belong to."""
    lessons = (path for path in (ROOT / "lessons").glob("*.yaml") if path.name[0].isdigit())
    lesson = max(lessons, key=lambda path: path.stat().st_size)
    command = [sys.executable, "-m", "generator", "check", str(lesson.relative_to(ROOT))]
    run_process(command, ROOT)  # compiles the bytecode
    runs = [run_process(command, ROOT) for _ in range(repeats)]
    cpu = median(run.cpu for run in runs)
    row = (
        lesson.name,
        f"{lesson.stat().st_size / 1e3:.0f} kB",
        f"{cpu:.3f} s",
        f"{median(run.wall for run in runs):.3f} s",
        f"{median(run.memory for run in runs):.0f} MB",
    )
    return Table(
        title="`lessonloom check` of one lesson",
        note=f"A new process for this project's longest lesson. {repeats} runs, medians.",
        header=("lesson", "file", "CPU", "wall clock", "memory"),
        rows=(row,),
        marks=(Mark("check of one lesson: CPU", cpu, 0.3, " s"),),
    )
