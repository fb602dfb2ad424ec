"""The budgets and rules of docs/develop/style.md; ruff checks the rest (parameters, complexity, imports)."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

FUNCTION_LINES = 40
TEST_FUNCTION_LINES = 25
MODULE_LINES = 300
SCRIPT_LINES = 150
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "base", "core", "manager"}

# Built from pieces, so that this file does not hold what it forbids.
MACHINE_TRACES = re.compile(
    "|".join(
        [
            r"(?<![\w.])/(?:work|farm)" + r"/\w",
            r"(?<![\w.])/(?:root|home)" + r"/\w",
            r"/tmp" + r"/\w",
            r"--?(?:extra-)?index" + r"-url",
            r"find" + r"-links",
            r"files\.python" + r"hosted",
            r"(?:index|proxy)\." + r"(?:internal|local)\b",
        ]
    )
)


def top_level() -> set[str]:
    """What stands at the top of the repository, without what .gitignore names."""
    ignored = [line.strip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()]
    names = {path.name for path in ROOT.iterdir()} - {".git"}
    return {name for name in names if not any(fnmatch(name, pattern) for pattern in ignored)}


def written(*patterns: str) -> list[Path]:
    """The files people wrote that match. No git is asked: an unpacked archive can be tested, too."""
    paths = [path for name in top_level() for path in (ROOT / name, *(ROOT / name).rglob("*"))]
    return sorted(
        path for path in paths if path.is_file() and any(path.match(pattern) for pattern in patterns)
    )


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from ``def`` to the end, without the docstring: explaining more must not cost anything."""
    docstring = 0
    if ast.get_docstring(function, clean=False) is not None:
        first = function.body[0]
        docstring = (first.end_lineno or first.lineno) - first.lineno + 1
    return (function.end_lineno or function.lineno) - function.lineno + 1 - docstring


def long_functions(path: Path, source: str) -> Iterator[str]:
    limit = TEST_FUNCTION_LINES if path.name.startswith("test_") else FUNCTION_LINES
    for function in functions(ast.parse(source)):
        if (lines := body_lines(function)) > limit:
            yield f"{function.name} has {lines} lines, {limit} are allowed"


def long_module(path: Path, source: str) -> Iterator[str]:
    limit = MODULE_LINES if path.suffix == ".py" else SCRIPT_LINES
    if (lines := source.count("\n")) > limit:
        yield f"the module has {lines} lines, {limit} are allowed"


def drawer(path: Path, source: str) -> Iterator[str]:
    if path.stem in DRAWERS:
        yield f"'{path.stem}' says nothing about what is inside"


def unfinished(path: Path, source: str) -> Iterator[str]:
    marks = (
        r"#\s*(?:TO" + r"DO|FIX" + r"ME|XXX)\b|pytest\.mark\.(?:sk" + r"ip|xf" + r"ail)|pytest\.sk" + r"ip\("
    )
    for match in re.finditer(marks, source):
        yield f"line {source.count(chr(10), 0, match.start()) + 1}: {match[0]}"


def machine_trace(path: Path, source: str) -> Iterator[str]:
    for match in MACHINE_TRACES.finditer(source):
        yield f"line {source.count(chr(10), 0, match.start()) + 1}: '{match[0]}' belongs to one machine"


PYTHON = ("*.py",)
CODE = ("*.py", "*.mjs")
TEXT = ("*.py", "*.mjs", "*.md", "*.yaml", "*.yml", "*.toml", "*.txt", "*.json", "*.jinja", "*.html", "*.css")
TEXT = (*TEXT, "Makefile", ".ci/*", ".gitignore", "LICENSE")

Rule = Callable[[Path, str], Iterator[str]]


def problems(rule: Rule, paths: list[Path]) -> list[str]:
    found = []
    for path in paths:
        source = path.read_text(encoding="utf-8", errors="replace")
        found += [f"{path.relative_to(ROOT)}: {problem}" for problem in rule(path, source)]
    return found


@pytest.mark.parametrize(
    ("rule", "patterns"),
    [
        (long_functions, PYTHON),
        (long_module, CODE),
        (drawer, CODE),
        (unfinished, CODE),
        (machine_trace, TEXT),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_house_rule(rule, patterns):
    paths = written(*patterns)
    assert paths
    assert problems(rule, paths) == []


@pytest.mark.parametrize(
    ("rule", "name", "source"),
    [
        (long_functions, "generator/a.py", "def f():\n" + "    x = 1\n" * 40),
        (long_functions, "tests/test_a.py", "def test_f():\n" + "    x = 1\n" * 25),
        (long_module, "generator/a.py", "x = 1\n" * 301),
        (long_module, "generator/a.mjs", "f();\n" * 151),
        (drawer, "generator/utils.py", ""),
        (unfinished, "generator/a.py", "x = 1  # TO" + "DO: y"),
        (machine_trace, "docs/a.md", "see /tm" + "p/x and so on"),
        (machine_trace, "docs/a.md", "pip install --index" + "-url https://example.org"),
    ],
)
def test_each_rule_finds_what_it_forbids(rule, name, source):
    assert len(list(rule(ROOT / name, source))) == 1


@pytest.mark.parametrize(
    ("rule", "name", "source"),
    [
        (long_functions, "generator/a.py", 'def f():\n    """' + "why\n" * 60 + '"""\n    return 1\n'),
        (machine_trace, "docs/a.md", "https://example.org/work" + "/shop and docs/home" + "/page"),
    ],
)
def test_each_rule_leaves_the_rest_alone(rule, name, source):
    assert list(rule(ROOT / name, source)) == []


def test_the_top_level_holds_what_the_design_names():
    files = {"Makefile", "README.md", "LICENSE", "mkdocs.yml", "pyproject.toml", ".gitignore"}
    assert top_level() == files | {"docs", "lessons", "generator", "tests", ".ci", ".github"}
