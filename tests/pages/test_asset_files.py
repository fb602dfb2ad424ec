"""Modules are shipped without comments, indentation and idle line breaks, and nothing else changes."""

from __future__ import annotations

import re

import pytest

from generator.pages.asset_files import ASSETS, asset_files, slim

MODULES = sorted((ASSETS / "js").glob("*.mjs"))


def test_only_whole_comments_indentation_and_idle_line_breaks_are_left_out():
    module = "// Why.\nconst url = `http://${host}`; // stays\n\n  if (a) {\n    // Why.\n    b();\n  }\n"
    assert slim(module) == "const url = `http://${host}`; // stays\nif (a) {b();}\n"
    assert slim("a(1, // one,\n  2);\nb()\nc();\n") == "a(1, // one,\n2);b()\nc();"


def runs_over_lines(module: str) -> list[str]:
    """Lines on which a text, a comment between /* and */ or a line ending in a backslash is left open."""
    found = []
    for line in module.splitlines():
        plain = re.sub(r"\[[^\]\s]*\]", "[]", line)  # a backtick among a pattern's characters opens nothing
        if plain.count("`") % 2 or line.endswith("\\") or re.search(r"/\*(?!.*\*/)", plain):
            found.append(line)
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_no_text_in_a_module_runs_over_lines(path):
    assert runs_over_lines(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("line", ["const a = `one", "const a = [`one ${b[1]}", "/* one", "const a = 'one\\"])
def test_a_text_that_runs_over_lines_is_seen(line):
    assert runs_over_lines(f"const b = [`x`, /[`]/];\n{line}\n") == [line]


def shipped() -> dict[str, str]:
    files = {file.uri.rpartition("/")[2]: file.content for file in asset_files()}
    return {name: bytes(content).decode() for name, content in files.items() if name.endswith(".mjs")}


def test_shipped_modules_are_slim():
    grader = {"grade-text", "near", "numbers", "formula", "units"}
    sources = shipped()
    assert {path.stem for path in MODULES if path.name not in sources} >= grader
    for name, source in sources.items():
        if name != "grade.mjs":
            assert source == slim((ASSETS / "js" / name).read_text(encoding="utf-8"))


def test_the_grader_is_one_file_that_needs_no_other():
    grader = shipped()["grade.mjs"]
    assert re.findall(r"\bexport\b.{15}", grader) == ["export function grade"]
    assert "function gradeText(" in grader and "function readFormula(" in grader and "import" not in grader
    assert {"grade-choice.mjs", "grade-parts.mjs"} < shipped().keys(), "pages grade these without it"
