"""What is measured, each part in a process of its own."""

from __future__ import annotations

import tempfile
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from tests.bench.measure import Table

# Name → module, function, sizes in full, sizes when quick.
PARTS: dict[str, tuple[str, str, dict[str, Any], dict[str, Any]]] = {
    "sites": (
        "sites",
        "compare_with_mkdocs_quiz",
        {"lessons": 100, "repeats": 5},
        {"lessons": 10, "repeats": 1},
    ),
    "many": ("sites", "build_many", {"lessons": 1000, "repeats": 3}, {"lessons": 100, "repeats": 1}),
    "own": ("sites", "build_own", {"repeats": 5}, {"repeats": 1}),
    "check": ("check", "check_lesson", {"repeats": 11}, {"repeats": 2}),
    "figures": ("figures", "draw_first_lesson", {"repeats": 7}, {"repeats": 1}),
    "serve": ("serve", "edit_to_page", {"lessons": 100, "edits": 5}, {"lessons": 10, "edits": 1}),
    "train": ("network", "compare_training", {"epochs": 20, "repeats": 7}, {"epochs": 2, "repeats": 1}),
    "forward": ("network", "compare_forward", {"repeats": 21}, {"repeats": 3}),
    "live": ("live", "compare_live", {"passes": 5000, "frames": 600}, {"passes": 200, "frames": 60}),
}


def measure(name: str, *, quick: bool) -> Table:
    """Measure one part in a folder of its own."""
    module, function, full, small = PARTS[name]
    with tempfile.TemporaryDirectory() as folder:
        table: Table = getattr(import_module(f"tests.bench.{module}"), function)(
            Path(folder), **(small if quick else full)
        )
    return table


def measure_apart(name: str, *, quick: bool) -> Table:
    """Measure one part in a process of its own: a child's memory is counted from the most that its parent
    ever had, and no part may inherit what an earlier one needed."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
        return alone.submit(measure, name, quick=quick).result()
