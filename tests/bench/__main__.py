"""``python -m tests.bench [--quick] [PART …]``: measure, print, and (all parts, not quick) write the page.

Parts: sites, many, own, serve, train, forward.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.bench.measure import ENVIRONMENT, ROOT, Table

PAGE = ROOT / "docs" / "develop" / "benchmarks.md"


def parts(*, quick: bool) -> dict[str, Callable[[Path], Table]]:
    """Name → measurement. NumPy is first imported here, when the number of threads is already set."""
    os.environ.update(ENVIRONMENT)
    from tests.bench import network, serve, sites

    repeats = 1 if quick else 5
    lessons = 10 if quick else 100
    return {
        "sites": partial(sites.compare_with_mkdocs_quiz, lessons=lessons, repeats=repeats),
        "many": partial(sites.build_many, lessons=10 * lessons, repeats=1 if quick else 3),
        "own": partial(sites.build_own, repeats=repeats),
        "serve": partial(serve.edit_to_page, lessons=lessons, edits=repeats),
        "train": partial(network.compare_training, epochs=2 if quick else 20, repeats=repeats),
        "forward": partial(network.compare_forward, repeats=4 * repeats),
    }


def main() -> int:
    """Measure, and exit 1 if a mark was missed."""
    parser = argparse.ArgumentParser(prog="tests.bench", description="Benchmarks beside others.")
    parser.add_argument("--quick", action="store_true", help="small sizes, one round: does it run?")
    parser.add_argument("parts", nargs="*", metavar="PART", help="default: all")
    chosen = parser.parse_args()
    available = parts(quick=chosen.quick)
    if unknown := set(chosen.parts) - set(available):
        parser.error(f"no part {', '.join(sorted(unknown))}; there are {', '.join(available)}")
    tables = []
    for name in chosen.parts or available:
        print(f"measuring: {name}", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory() as folder:
            tables.append(available[name](Path(folder)))
    from tests.bench import report

    text = report.whole(tables)
    print(text)
    if not chosen.quick and not chosen.parts:
        report.write_into(PAGE, text)
        print(f"Written into {PAGE.relative_to(ROOT)}", file=sys.stderr)
    return int(any(not mark.met for table in tables for mark in table.marks))


if __name__ == "__main__":
    raise SystemExit(main())
