"""``python -m tests.bench [--quick] [PART …]``: measure, print, and (all parts, not quick) write the page."""

from __future__ import annotations

import argparse
import os
import sys

from tests.bench import report
from tests.bench.measure import ENVIRONMENT, ROOT
from tests.bench.parts import PARTS, measure_apart

PAGE = ROOT / "docs" / "develop" / "benchmarks.md"


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
        tables.append(measure_apart(name, quick=chosen.quick))
    text = report.whole(tables)
    print(text)
    if not chosen.quick and not chosen.parts:
        report.write_into(PAGE, text)
        print(f"Written into {PAGE.relative_to(ROOT)}", file=sys.stderr)


if __name__ == "__main__":
    main()
