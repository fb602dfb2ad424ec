"""How things are timed: whole processes by their own CPU, competitors in turn, medians and paired ratios."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TypeVar

ROOT = Path(__file__).parents[2]
T = TypeVar("T")

# One thread everywhere; no advertisement on stderr; one hash seed for everyone. Bytecode is kept whatever
# the caller's shell says: pip has compiled the others' packages, and without it our sources alone would be
# compiled anew by every run.
ENVIRONMENT = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "",
}


@dataclass(frozen=True)
class Run:
    """One run of a process: seconds of CPU (user and system) and of wall clock, peak memory in MB."""

    cpu: float
    wall: float
    memory: float


@dataclass(frozen=True)
class Size:
    """What a site weighs: all files, and the median page raw and gzipped; bytes."""

    site: int
    page: int
    page_gz: int


@dataclass(frozen=True)
class Mark:
    """What we promised (at most ``limit``) and what came out."""

    promise: str
    value: float
    limit: float
    unit: str = ""

    @property
    def met(self) -> bool:
        return self.value <= self.limit


@dataclass(frozen=True)
class Table:
    """One measurement as a table of text, with what it means and the marks it decides."""

    title: str
    note: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    marks: tuple[Mark, ...] = ()


def run_process(command: Sequence[str], folder: Path) -> Run:
    """Run to the end and measure the process with all it starts. Raises RuntimeError with its output."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        child = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **ENVIRONMENT}, stdout=output, stderr=output
        )
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            output.seek(0)
            raise RuntimeError(f"{' '.join(command)}\n{output.read().decode(errors='replace')}")
    to_megabytes = 1e6 if sys.platform == "darwin" else 1e3
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / to_megabytes)


def build(project: Path) -> Run:
    """Build an MkDocs project strictly, from an empty site folder, in a new process."""
    return run_process([sys.executable, "-m", "mkdocs", "build", "--strict", "--clean", "--quiet"], project)


def in_turn(repeats: int, *competitors: Callable[[], T]) -> list[list[T]]:
    """Run the competitors one after the other, ``repeats`` times; one list of results for each."""
    rounds = [[competitor() for competitor in competitors] for _ in range(repeats)]
    return [list(results) for results in zip(*rounds, strict=True)]


def paired_ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of the rounds' ratios: noise that hits both of a round cancels."""
    return median(a / b for a, b in zip(ours, theirs, strict=True))


def weigh(site: Path, pages: Sequence[Path]) -> Size:
    """Weigh a site and its lesson pages."""
    contents = [page.read_bytes() for page in pages]
    return Size(
        site=sum(path.stat().st_size for path in site.rglob("*") if path.is_file()),
        page=round(median(len(content) for content in contents)),
        page_gz=round(median(len(gzip.compress(content, 9, mtime=0)) for content in contents)),
    )
