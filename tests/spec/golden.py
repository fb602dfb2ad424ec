"""Expected texts beside their inputs.

``LESSONLOOM_ACCEPT=1 .venv/bin/pytest tests/spec`` writes what the program says now; then read the diff.
"""

from __future__ import annotations

import os
from pathlib import Path


def assert_matches(text: str, expected: Path) -> None:
    """Compare ``text`` with the file ``expected``, or write it there if that was asked for."""
    if os.environ.get("LESSONLOOM_ACCEPT"):
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")
