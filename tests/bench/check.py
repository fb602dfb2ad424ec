"""``lessonloom check`` of one lesson, from a cold process to its answer."""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median

from tests.bench.measure import ROOT, Mark, Table, run_process


def check_lesson(_: Path, *, repeats: int) -> Table:
    """Check this project's first lesson and its longest, each with the course's other files beside it."""
    first, *others = sorted(path for path in (ROOT / "lessons").glob("*.yaml") if path.name[0].isdigit())
    longest = max((first, *others), key=lambda path: path.stat().st_size)
    rows, marks = [], []
    for name, lesson in (("first", first), ("longest", longest)):
        command = [sys.executable, "-m", "generator", "check", str(lesson.relative_to(ROOT))]
        run_process(command, ROOT)  # compiles the bytecode
        runs = [run_process(command, ROOT) for _ in range(repeats)]
        cpu, wall = median(run.cpu for run in runs), median(run.wall for run in runs)
        memory = f"{median(run.memory for run in runs):.0f} MB"
        size = f"{lesson.stat().st_size / 1e3:.0f} kB"
        rows.append((lesson.name, size, f"{cpu:.3f} s", f"{wall:.3f} s", memory))
        marks.append(Mark(f"check of the {name} lesson: CPU", cpu, 0.3, " s"))
    return Table(
        title="`lessonloom check` of one lesson",
        note=f"A new process for this project's first lesson, and for its longest. {repeats} runs, medians.",
        header=("lesson", "file", "CPU", "wall clock", "memory"),
        rows=tuple(rows),
        marks=tuple(marks),
    )
