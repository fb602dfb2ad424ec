"""Files on disk → a Course. (First cut; errors with positions come next.)"""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from generator.spec.course import Course, CourseFile, LoadedLesson
from generator.spec.lesson import Lesson


def load_lesson(path: Path, language: str = "en") -> LoadedLesson:
    """Read one lesson. Raises SpecError with every problem found."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    data.setdefault("id", re.sub(r"^\d+-", "", path.stem))
    lesson = Lesson.model_validate(data, context={"language": data.get("language", language)})
    return LoadedLesson(path, lesson)


def load_course(folder: Path) -> Course:
    """Read course.yaml and every lesson beside it. Raises SpecError with every problem found."""
    data = yaml.safe_load((folder / "course.yaml").read_text(encoding="utf-8"))
    file = CourseFile.model_validate(data, context={"language": data.get("languages", ["en"])[0]})
    paths = sorted(path for path in folder.glob("*.yaml") if path.name != "course.yaml")
    return Course(folder, file, tuple(load_lesson(path, file.languages[0]) for path in paths))
