"""A folder to import into, and the command as people call it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.exchange import Imported, import_lesson
from generator.spec import Lesson, load_lesson

NOTES = Path(__file__).parent / "notes"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory: an empty course."""
    (tmp_path / "lessons").mkdir()
    course = "title: {ko: 연습, en: Practice}\nlanguages: [ko, en]\n"
    (tmp_path / "lessons/course.yaml").write_text(course, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Callable[..., Result]:
    """``run("import", "notes.txt", "-o", "lessons/notes.yaml")``."""

    def call(*arguments: str) -> Result:
        result = CliRunner().invoke(main, list(arguments))
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return call


Importer = Callable[..., tuple[Lesson, Imported]]


@pytest.fixture
def imported(folder: Path) -> Importer:
    """Import a text, or data as JSON, and load the lesson with the strict loader."""

    def call(source: str | bytes | dict[str, Any], name: str = "notes.txt") -> tuple[Lesson, Imported]:
        if isinstance(source, dict):
            source = json.dumps(source, ensure_ascii=False, indent=1)
        raw = source.encode() if isinstance(source, str) else source
        Path(name).write_bytes(raw)
        result = import_lesson(Path(name), "notes")
        target = folder / "lessons/notes.yaml"
        target.write_text(result.yaml, encoding="utf-8")
        loaded = load_lesson(target)
        return loaded.lesson, result

    return call
