"""Building sites: 100 lessons beside mkdocs-quiz, 1,000 lessons, and this project from cold."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from tests.bench.courses import QUESTIONS, SECTIONS, WORDS, contents, lesson_id, write_ours, write_theirs
from tests.bench.measure import ROOT, Mark, Run, Size, Table, build, in_turn, paired_ratio, weigh


def compare_with_mkdocs_quiz(folder: Path, *, lessons: int, repeats: int) -> Table:
    """Build equal content with both, in turn."""
    content = contents(lessons)
    ours, theirs = write_ours(folder / "ours", content), write_theirs(folder / "theirs", content)
    build(ours), build(theirs)  # both have their bytecode compiled now
    our_pages = [ours / "site" / "en" / lesson_id(index) / "index.html" for index in range(lessons)]
    their_pages = [theirs / "site" / lesson_id(index) / "index.html" for index in range(lessons)]
    assert_same_questions(our_pages, their_pages)
    our_runs, their_runs = in_turn(repeats, lambda: build(ours), lambda: build(theirs))
    our_size, their_size = weigh(ours / "site", our_pages), weigh(theirs / "site", their_pages)
    ratio = paired_ratio([run.cpu for run in our_runs], [run.cpu for run in their_runs])
    return Table(
        title=f"{lessons} lessons beside mkdocs-quiz",
        note=(
            f"A lesson has {SECTIONS} sections of {WORDS} words and {QUESTIONS} choice questions, the same "
            "words on both sides; one language; Material with search; `mkdocs build --strict`; "
            f"{repeats} pairs of runs in turn, medians. A ratio is the median over the pairs."
        ),
        header=("", "lessonloom", "mkdocs-quiz", "ratio"),
        rows=(*time_rows(our_runs, their_runs), *size_rows(our_size, their_size)),
        marks=(Mark(f"{lessons} lessons: CPU beside mkdocs-quiz", ratio, 0.5, "×"),),
    )


def time_rows(ours: Sequence[Run], theirs: Sequence[Run]) -> list[tuple[str, ...]]:
    rows = []
    for name, attribute, unit in (
        ("CPU", "cpu", "s"),
        ("wall clock", "wall", "s"),
        ("memory", "memory", "MB"),
    ):
        a = [getattr(run, attribute) for run in ours]
        b = [getattr(run, attribute) for run in theirs]
        places = 0 if unit == "MB" else 2
        values = (
            f"{median(a):.{places}f} {unit}",
            f"{median(b):.{places}f} {unit}",
            f"{paired_ratio(a, b):.2f}",
        )
        rows.append((name, *values))
    return rows


def size_rows(ours: Size, theirs: Size) -> list[tuple[str, ...]]:
    named = (
        ("site", "site", 1e6, "MB"),
        ("page", "page", 1e3, "kB"),
        ("page, gzipped", "page_gz", 1e3, "kB"),
    )
    rows = []
    for name, attribute, scale, unit in named:
        a, b = getattr(ours, attribute), getattr(theirs, attribute)
        rows.append((name, f"{a / scale:.1f} {unit}", f"{b / scale:.1f} {unit}", f"{a / b:.2f}"))
    return rows


def assert_same_questions(ours: Sequence[Path], theirs: Sequence[Path]) -> None:
    """A site that left its questions out would be quick; count the options of each page on both sides."""
    for our_page, their_page in zip(ours, theirs, strict=True):
        pages = (page.read_text(encoding="utf-8") for page in (our_page, their_page))
        counts = [len(re.findall(r"<input(?![^>]*__palette)[^>]+type=.?radio", page)) for page in pages]
        if counts[0] != counts[1] or counts[0] < QUESTIONS:
            raise RuntimeError(f"{our_page} has {counts[0]} options, {their_page} has {counts[1]}")


def build_many(folder: Path, *, lessons: int, repeats: int) -> Table:
    """A course as large as a curriculum."""
    project = write_ours(folder / "many", contents(lessons))
    runs = [build(project) for _ in range(repeats)]
    pages = [project / "site" / "en" / lesson_id(index) / "index.html" for index in range(lessons)]
    size = weigh(project / "site", pages)
    cpu = median(run.cpu for run in runs)
    row = (
        f"{cpu:.1f} s",
        f"{median(run.wall for run in runs):.1f} s",
        f"{median(run.memory for run in runs):.0f} MB",
    )
    return Table(
        title=f"{lessons:,} lessons",
        note=f"The same kind of lessons. {repeats} runs, medians.",
        header=("CPU", "wall clock", "memory", "site", "page", "page, gzipped"),
        rows=(
            (*row, f"{size.site / 1e6:.0f} MB", f"{size.page / 1e3:.1f} kB", f"{size.page_gz / 1e3:.1f} kB"),
        ),
        marks=(Mark(f"{lessons:,} lessons: CPU", cpu, 15 * lessons / 1000, " s"),),
    )


def copy_project(folder: Path) -> Path:
    """A copy of this project to build and to edit, without what was built before."""
    ignore = shutil.ignore_patterns(
        ".venv", ".git", "site", ".cache", "__pycache__", "*.egg-info", ".*_cache"
    )
    shutil.copytree(ROOT, folder / "project", ignore=ignore)
    return folder / "project"


def build_own(folder: Path, *, repeats: int) -> Table:
    """This project's own site, every figure and document, with no cache of ours left from before: with all
    lessons, and with the first alone, which is what the project had when the mark was set."""
    project = copy_project(folder)
    rows, marks = [], []
    for name in ("all lessons", "first lesson alone"):
        if name == "first lesson alone":
            leave_one_lesson(project / "lessons")
        runs = build_cold(project, repeats)
        cpu, pages = median(run.cpu for run in runs), list((project / "site").rglob("index.html"))
        wall, memory = median(run.wall for run in runs), median(run.memory for run in runs)
        rows.append((name, f"{cpu:.2f} s", f"{wall:.2f} s", f"{memory:.0f} MB", str(len(pages))))
        marks.append(Mark(f"own cold build, {name}: CPU", cpu, 3.0, " s"))
    return Table(
        title="This project's own site, cold",
        note=f"A new process, no cache, both languages and these documents. {repeats} runs, medians.",
        header=("", "CPU", "wall clock", "memory", "pages"),
        rows=tuple(rows),
        marks=tuple(marks),
    )


def build_cold(project: Path, repeats: int) -> list[Run]:
    """Builds that find bytecode and nothing else."""
    build(project)  # compiles the bytecode
    runs = []
    for _ in range(repeats):
        for leftover in ("site", ".cache"):
            shutil.rmtree(project / leftover, ignore_errors=True)
        runs.append(build(project))
    return runs


def leave_one_lesson(folder: Path) -> None:
    """Delete every lesson but the first."""
    _, *others = sorted(path for path in folder.glob("*.yaml") if path.name[0].isdigit())
    for path in others:
        path.unlink()
