"""What is installed is what is here: a wheel carries every file that the program reads."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Built from a copy, so that no build folder appears beside the sources."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    shutil.copytree(ROOT / "generator", source / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    command = [sys.executable, "-m", "pip", "wheel", "-qq", "--no-deps", "--no-build-isolation", "-w", folder]
    subprocess.run([*command, source], check=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        yield archive


def test_the_wheel_carries_every_file_of_the_program(wheel):
    paths = [path for path in (ROOT / "generator").rglob("*") if path.is_file() and path.suffix != ".pyc"]
    written = {path.relative_to(ROOT).as_posix() for path in paths if not path.name.startswith(".")}
    assert written - set(wheel.namelist()) == set()


def test_the_wheel_brings_the_command_and_the_plugin(wheel):
    name = next(name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    text = wheel.read(name).decode()
    assert "lessonloom = generator.cli:main" in text
    assert "lessonloom = generator.plugin:LessonloomPlugin" in text


def test_every_dependency_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    asked = {simple(requirement) for group in groups for requirement in group}
    lines = (ROOT / ".ci" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert asked - {simple(line) for line in lines} == set()


def simple(requirement: str) -> str:
    """The name in a requirement, as indexes compare names: types_PyYAML>=6 → types-pyyaml."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", requirement, maxsplit=1)[0]).lower()
