"""From saving a lesson to the rebuilt page, under ``mkdocs serve``."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import yaml

from tests.bench.courses import contents, lesson_id, write_ours, write_theirs
from tests.bench.measure import ENVIRONMENT, Table
from tests.bench.sites import copy_project

DEADLINE = 120.0  # seconds after which a page counts as never shown
POLL = 0.02


@dataclass(frozen=True)
class Case:
    """A lesson to edit: its file, the title that stands in it, and where its page is served."""

    name: str
    project: Path
    source: Path
    title: str
    url: str


def edit_to_page(folder: Path, *, lessons: int, edits: int) -> Table:
    """Edit one lesson of our own project, of a large course, and of the same course with mkdocs-quiz."""
    content = contents(lessons)
    ours, theirs = write_ours(folder / "ours", content), write_theirs(folder / "theirs", content)
    lesson, title = lesson_id(0), content[0].title
    cases = (
        own_case(copy_project(folder)),
        Case(f"{lessons} lessons", ours, ours / "lessons" / f"{lesson}.yaml", title, f"en/{lesson}/"),
        Case(
            f"{lessons} lessons, mkdocs-quiz", theirs, theirs / "docs" / f"{lesson}.md", title, f"{lesson}/"
        ),
    )
    rows = []
    for case in cases:
        seconds = list(edit_times(case, edits))
        rows.append((case.name, f"{median(seconds):.2f} s", f"{max(seconds):.2f} s"))
    return Table(
        title="An edit in `mkdocs serve`",
        note=f"From saving one lesson until its page shows the change. {edits} edits.",
        header=("", "median", "slowest"),
        rows=tuple(rows),
    )


def own_case(project: Path) -> Case:
    source = next(path for path in sorted((project / "lessons").glob("*.yaml")) if path.name != "course.yaml")
    data = yaml.safe_load(source.read_text(encoding="utf-8"))
    lesson = data.get("id") or re.sub(r"^\d+-", "", source.stem)
    return Case("this project", project, source, data["title"]["en"], f"en/{lesson}/")


def edit_times(case: Case, edits: int) -> Iterator[float]:
    """Seconds of each edit: the title gets a new ending every time."""
    text = case.source.read_text(encoding="utf-8")
    with serving(case.project) as address:
        wait_until(lambda: case.title in fetch(address + case.url))
        for number in range(edits):
            ending = f"{case.title} edit {number}"
            start = time.perf_counter()
            case.source.write_text(text.replace(case.title, ending, 1), encoding="utf-8")
            wait_until(lambda: ending in fetch(address + case.url))  # noqa: B023 (called in this round only)
            yield time.perf_counter() - start


@contextmanager
def serving(project: Path) -> Iterator[str]:
    """``mkdocs serve`` on a free port of the loopback; yields its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    environment = {**os.environ, **ENVIRONMENT}
    with (project / "serve.log").open("wb") as log:
        server = subprocess.Popen(command, cwd=project, env=environment, stdout=log, stderr=log)
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait(timeout=30)


def fetch(url: str) -> str:
    """The page, or nothing while there is none."""
    try:
        with urllib.request.urlopen(url, timeout=DEADLINE) as answer:
            return str(answer.read().decode("utf-8"))
    except (urllib.error.URLError, ConnectionError):
        return ""


def wait_until(ready: Callable[[], bool]) -> None:
    """Poll until it is so. Raises RuntimeError after the deadline."""
    end = time.perf_counter() + DEADLINE
    while not ready():
        if time.perf_counter() > end:
            raise RuntimeError("the page never showed the edit")
        time.sleep(POLL)
