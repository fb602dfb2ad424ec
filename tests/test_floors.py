"""The import law: a module imports only what stands below it, and the light parts stay light."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

# Package or module of generator/ → what of generator/ it may import besides itself.
BELOW_SPEC = {"errors", "plain_file", "training_record", "weight_header"}
BELOW_PAGES = BELOW_SPEC | {"spec"}
BELOW_BUILD = BELOW_PAGES | {"network", "values", "figures", "pages"}
MAY_IMPORT = {
    "errors": set(),
    "kept_file": set(),
    "plain_file": set(),
    "weight_header": {"errors", "plain_file"},
    "training_record": {"errors", "plain_file", "weight_header"},
    "spec": BELOW_SPEC,
    "network": BELOW_SPEC,
    "values": BELOW_PAGES | {"network"},
    "figures": BELOW_PAGES | {"network"},
    "pages": {"errors", "kept_file", "spec"},
    "exchange": {"errors", "plain_file", "spec"},
    "assets": set(),
    "results": BELOW_BUILD,
    "picture_cache": {"kept_file", "pages"},
    "build": BELOW_BUILD | {"picture_cache"},
    "gallery": {"errors", "spec", "pages", "build"},
    "preview": {"errors", "spec", "pages", "build"},
    "plugin": {"errors", "spec", "pages", "build", "gallery", "preview"},
    "cli": BELOW_BUILD | {"exchange", "build", "results"},
    "__init__": set(),
    "__main__": {"cli"},
}

# Third-party package → the parts of generator/ that may import it. Nothing else may be imported at all.
THIRD_PARTY = {
    "click": {"cli"},
    "fontTools": {"pages"},
    "jinja2": {"pages"},
    "markdown": {"pages"},
    "markupsafe": {"gallery", "pages", "plugin"},
    "material": {"plugin"},
    "matplotlib": {"figures"},
    "mkdocs": {"plugin"},
    "mlxtend": {"network"},
    "nh3": {"pages"},
    "numpy": {"network", "values", "figures", "build", "cli"},
    "pydantic": {"spec"},
    "pydantic_core": {"spec"},
    "yaml": {"spec"},
}


def part_of(path: Path, package: Path) -> str:
    """The floor's room that a file belongs to: spec/load.py → spec, build.py → build."""
    relative = path.relative_to(package)
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem


def imported_names(tree: ast.AST, module: str, *, is_package: bool) -> Iterator[tuple[int, str]]:
    """Every (line, absolute dotted name) that a module imports, in whatever way and however deep."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = absolute(node.module or "", node.level, module, is_package=is_package)
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and is_import_call(node.func) and node.args:
            if name := leading_text(node.args[0]):
                yield node.lineno, name


def absolute(name: str, level: int, module: str, *, is_package: bool) -> str:
    """``from ..a import b`` seen from a module → the dotted name of ``..a``."""
    if not level:
        return name
    parts = module.split(".")
    kept = parts[: len(parts) - level + is_package]
    return ".".join([*kept, *([name] if name else [])])


def is_import_call(function: ast.expr) -> bool:
    """Whether it is ``import_module``, ``importlib.import_module`` or ``__import__``."""
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name in {"import_module", "__import__"}


def leading_text(argument: ast.expr) -> str:
    """The constant start of a string: f"generator.figures.{kind}" → generator.figures."""
    if isinstance(argument, ast.JoinedStr):
        argument = argument.values[0]
    return str(argument.value).rstrip(".") if isinstance(argument, ast.Constant) else ""


def violations(package: Path) -> list[str]:
    """Each import that breaks the law, as file:line and what is wrong."""
    found = []
    for path in sorted(package.rglob("*.py")):
        names = path.relative_to(package.parent).with_suffix("").parts
        is_package = names[-1] == "__init__"
        module = ".".join(names[:-1] if is_package else names)
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for line, name in imported_names(tree, module, is_package=is_package):
            if problem := judge(part_of(path, package), name):
                found.append(f"{path.relative_to(package.parent)}:{line}: {problem}")
    return found


def judge(part: str, name: str) -> str:
    """What is wrong with a part importing a name, or nothing."""
    if part not in MAY_IMPORT:
        return f"'{part}' stands on no floor; give it one in tests/test_floors.py"
    top, *rest = name.split(".")
    if top in sys.stdlib_module_names:
        return ""
    if top != "generator":
        return "" if part in THIRD_PARTY.get(top, ()) else f"{part} may not import {top}"
    if not rest or rest[0] == "__version__" or rest[0] == part or rest[0] in MAY_IMPORT[part]:
        return ""
    return f"{part} may not import generator.{rest[0]}"


def test_every_module_imports_only_what_stands_below_it():
    assert violations(ROOT / "generator") == []


@pytest.mark.parametrize(
    ("file", "source", "problem"),
    [
        ("spec/a.py", "import numpy", "spec may not import numpy"),
        ("spec/a.py", "import generator.network.model", "spec may not import generator.network"),
        ("spec/a.py", "from generator import network", "spec may not import generator.network"),
        ("spec/a.py", "from ..network import forward", "spec may not import generator.network"),
        ("spec/__init__.py", "from ..network import forward", "spec may not import generator.network"),
        ("network/a.py", "from .. import spec", "network may not import generator.spec"),
        ("pages/deep/a.py", "from ... import figures", "pages may not import generator.figures"),
        ("pages/a.py", "def f():\n    import matplotlib.figure", "pages may not import matplotlib"),
        ("spec/a.py", "importlib.import_module('generator.values')", "spec may not import generator.values"),
        ("pages/a.py", "import_module(f'generator.network.{a}')", "pages may not import generator.network"),
        ("build.py", "import mkdocs", "build may not import mkdocs"),
        ("spec/a.py", "import generator.cli.check", "spec may not import generator.cli"),
        ("extra/a.py", "import re", "'extra' stands on no floor; give it one in tests/test_floors.py"),
    ],
)
def test_the_law_sees_every_way_to_import(tmp_path, file, source, problem):
    path = tmp_path / "generator" / file
    path.parent.mkdir(parents=True)
    path.write_text(source, encoding="utf-8")
    line = source.count("\n") + 1
    assert violations(tmp_path / "generator") == [f"generator/{file}:{line}: {problem}"]


@pytest.mark.parametrize("module", ["generator.spec", "generator.cli.check", "generator.errors"])
def test_importing_a_light_module_loads_nothing_heavy(module):
    assert heavy_after(f"import {module}") == "[]"


def test_a_course_without_figures_and_expressions_needs_no_numpy(tmp_path):
    (tmp_path / "course.yaml").write_text("title: Plain\n", encoding="utf-8")
    section = "sections: [{id: one, title: One, text: Words.}]"
    (tmp_path / "lesson.yaml").write_text(f"title: Lesson\n{section}\n", encoding="utf-8")
    load = "from pathlib import Path; from generator.spec import load_course"
    build = f"from generator.build import build_site; build_site(load_course(Path({str(tmp_path)!r})))"
    assert "numpy" not in heavy_after(f"{load}; {build}")


def test_the_light_import_test_can_fail():
    assert "numpy" in heavy_after("import generator.network")


def heavy_after(statement: str) -> str:
    """Which heavy packages a fresh interpreter has loaded after a statement."""
    program = f"""{statement}
import sys
heavy = ["numpy", "matplotlib", "mkdocs", "material", "markdown", "jinja2", "nh3"]
print([name for name in heavy if name in sys.modules])"""
    command = [sys.executable, "-c", program]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()
