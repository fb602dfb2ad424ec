"""``python -m tests.bench [--quick] [PART …]``: measure, print, and (all parts, not quick) write the page."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.bench import report
from tests.bench.measure import ENVIRONMENT, ROOT, Table

PAGE = ROOT / "docs" / "develop" / "benchmarks.md"

# Name → module, function, sizes in full, sizes when quick. Parts that start processes come first: a child's
# memory is counted from its parent's, which must not have loaded scikit-learn yet.
PARTS: dict[str, tuple[str, str, dict[str, Any], dict[str, Any]]] = {
    "sites": (
        "sites",
        "compare_with_mkdocs_quiz",
        {"lessons": 100, "repeats": 5},
        {"lessons": 10, "repeats": 1},
    ),
    "many": ("sites", "build_many", {"lessons": 1000, "repeats": 3}, {"lessons": 100, "repeats": 1}),
    "own": ("sites", "build_own", {"repeats": 5}, {"repeats": 1}),
    "serve": ("serve", "edit_to_page", {"lessons": 100, "edits": 5}, {"lessons": 10, "edits": 1}),
    "train": ("network", "compare_training", {"epochs": 20, "repeats": 7}, {"epochs": 2, "repeats": 1}),
    "forward": ("network", "compare_forward", {"repeats": 21}, {"repeats": 3}),
}


def measure(name: str, *, quick: bool) -> Table:
    """Measure one part in a folder of its own."""
    module, function, full, small = PARTS[name]
    with tempfile.TemporaryDirectory() as folder:
        table: Table = getattr(import_module(f"tests.bench.{module}"), function)(
            Path(folder), **(small if quick else full)
        )
    return table


def main() -> None:
    """Measure, and say which marks were met."""
    parser = argparse.ArgumentParser(prog="tests.bench", description="Benchmarks beside others.")
    parser.add_argument("--quick", action="store_true", help="small sizes, one round: does it run?")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; default: all")
    chosen = parser.parse_args()
    if unknown := set(chosen.parts) - set(PARTS):
        parser.error(f"no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    os.environ.update(ENVIRONMENT)  # before NumPy is imported, which reads the number of threads once
    tables = []
    for name in chosen.parts or PARTS:
        print(f"measuring: {name}", file=sys.stderr, flush=True)
        tables.append(measure(name, quick=chosen.quick))
    text = report.whole(tables)
    print(text)
    if not chosen.quick and not chosen.parts:
        report.write_into(PAGE, text)
        print(f"Written into {PAGE.relative_to(ROOT)}", file=sys.stderr)


if __name__ == "__main__":
    main()
