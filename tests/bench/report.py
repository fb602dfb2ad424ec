"""Tables → text for a terminal and for docs/develop/benchmarks.md."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.bench.measure import Mark, Table

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
PACKAGES = ("numpy", "scikit-learn", "mkdocs", "mkdocs-material", "mkdocs-quiz")


def machine() -> str:
    """When and where: date, processor, cores, memory, system, versions."""
    versions = ", ".join(f"{package} {version(package)}" for package in PACKAGES)
    return (
        f"Measured {datetime.now(UTC):%Y-%m-%d %H:%M} UTC on {os.cpu_count()} cores ({processor()}), "
        f"{memory_gigabytes():.0f} GB, {platform.system()}, Python {platform.python_version()}, {versions}."
    )


def processor() -> str:
    """The processor's name where the system tells it."""
    information = Path("/proc/cpuinfo")
    if information.exists() and (found := re.search(r"model name\s*:\s*(.+)", information.read_text())):
        return found[1].strip()
    return platform.processor() or platform.machine()


def memory_gigabytes() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


def as_markdown(table: Table) -> str:
    return f"### {table.title}\n\n{table.note}\n\n{grid(table.header, table.rows)}\n"


def marks_as_markdown(marks: Sequence[Mark]) -> str:
    """What was promised, what came out."""
    rows = [
        (
            mark.promise,
            f"≤ {mark.limit:g}{mark.unit}",
            f"{mark.value:.2f}{mark.unit}",
            "met" if mark.met else "**missed**",
        )
        for mark in marks
    ]
    return f"### Marks\n\n{grid(('', 'mark', 'measured', ''), rows)}\n"


def grid(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; every column but the first is aligned to the right."""
    widths = [max(len(row[column]) for row in (header, *rows)) for column in range(len(header))]
    widths = [max(width, 3) for width in widths]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    lines = []
    for row in (header, rule, *rows):
        cells = [
            row[0].ljust(widths[0]),
            *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)),
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def whole(tables: Sequence[Table]) -> str:
    """Everything that was measured, the marks first."""
    marks = [mark for table in tables for mark in table.marks]
    return "\n".join([machine() + "\n", marks_as_markdown(marks), *(as_markdown(table) for table in tables)])


def write_into(page: Path, text: str) -> None:
    """Replace what stands between the two comments of the page."""
    before, rest = page.read_text(encoding="utf-8").split(BEGIN)
    _, after = rest.split(END)
    page.write_text(f"{before}{BEGIN}\n\n{text}\n{END}{after}", encoding="utf-8")
