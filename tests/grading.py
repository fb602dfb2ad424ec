"""``python -m tests.grading FILE.jsonl …``: how the shipped grader judges labelled answers, in a browser.

A line is ``{"id", "type", "accept", "response", "label", "tag", …}``: an answer key with a response and the
verdict that a fair teacher would give. "close" rows may be graded close or incorrect, never correct.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import json
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from tests.browser.get_chromium import find_chromium

MODULES = Path(__file__).parents[1] / "generator" / "assets" / "js"
GRADE = """async (rows) => {
  const { grade } = await import("./grade.mjs");
  return rows.map((row) => {
    const start = performance.now();
    const { verdict, reason } = grade(row, row.response);
    return { verdict, reason, ms: performance.now() - start };
  });
}"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves modules and says nothing of it."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served meanwhile."""
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def grade_all(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Verdict, reason and milliseconds of each row."""
    with served(MODULES) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium())
        page = browser.new_page()
        page.goto(f"{address}grade.mjs")
        results: list[dict[str, Any]] = page.evaluate(GRADE, rows)
        browser.close()
    return results


def report(rows: list[dict[str, Any]], results: list[dict[str, Any]]) -> Iterator[str]:
    """Every row that is judged otherwise than labelled, then the sums."""
    judged = [
        (row, result, result["verdict"] == row["label"]) for row, result in zip(rows, results, strict=True)
    ]
    for row, result, agrees in judged:
        if not agrees:
            given = f"{result['verdict']} {result['reason'] or ''}".strip()
            yield f"{row.get('id')} [{row.get('tag')}] {row['response'][:60]!r}: {row['label']}, not {given}"
    clear = [agrees for row, _, agrees in judged if row["label"] != "close"]
    close = [agrees for row, _, agrees in judged if row["label"] == "close"]
    accepted = sum(r["verdict"] == "correct" != row["label"] for row, r, _ in judged)
    wrong = Counter(
        str(row.get("tag")) for row, _, agrees in judged if not agrees and row["label"] != "close"
    )
    yield f"right or wrong: {sum(clear)} of {len(clear)} as labelled ({sum(clear) / max(1, len(clear)):.1%})"
    yield f"close: {sum(close)} of {len(close)} as labelled"
    yield f"false accepts: {accepted}"
    yield f"tags at fault: {', '.join(f'{tag} {n}' for tag, n in wrong.most_common()) or 'none'}"
    yield f"slowest answer: {max(result['ms'] for result in results):.0f} ms"


def main() -> None:
    """Grade the files named on the command line."""
    parser = argparse.ArgumentParser(prog="tests.grading", description="The grader against labelled answers.")
    parser.add_argument("files", nargs="+", metavar="FILE.jsonl", type=Path)
    lines = [
        line for path in parser.parse_args().files for line in path.read_text("utf-8").splitlines() if line
    ]
    rows = [json.loads(line) for line in lines]
    sys.stdout.writelines(f"{line}\n" for line in report(rows, grade_all(rows)))


if __name__ == "__main__":
    main()
