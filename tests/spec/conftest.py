"""How the tests in this folder call the program."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from generator.cli import main


@pytest.fixture
def check(monkeypatch):
    """Run ``lessonloom check`` in a folder; returns what it prints and its exit code."""

    def run(folder, *arguments):
        monkeypatch.chdir(folder)
        result = CliRunner().invoke(main, ["check", *map(str, arguments)], catch_exceptions=False)
        return result.output, result.exit_code

    return run
