"""The repository's own course, loaded, computed and rendered once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from generator.network import load_library
from generator.pages import SiteFile, render_lesson
from generator.pages.figure_html import FigureHtml
from generator.pages.terms import TermFinder
from generator.spec import Course, Lesson, load_course
from generator.values.evaluate import evaluate_lesson

LESSONS = Path(__file__).parents[2] / "lessons"
LOADED = load_course(LESSONS)
# Pictures have tests of their own; what stands around them is looked at here.
PICTURE = FigureHtml('<svg role="img" aria-label="x"></svg>', "x", "", "", None)
TASK_PICTURE = replace(PICTURE, live={"words": {}})


@pytest.fixture(scope="session")
def course() -> Course:
    return LOADED


@pytest.fixture(scope="session")
def computed() -> dict[str, Lesson]:
    """Each lesson with its expressions computed, by its id."""
    folder, file = LOADED.folder, LOADED.file
    models, records = (
        {name: folder / path for name, path in listed.items()} for listed in (file.models, file.records)
    )
    library = load_library(models, records)
    return {
        each.lesson.id: evaluate_lesson(each.lesson, library, file.model, each.path)
        for each in LOADED.lessons
    }


@pytest.fixture(scope="session")
def page_of(course: Course, computed: dict[str, Lesson]) -> Callable[[str, str], SiteFile]:
    """The page of a lesson in a language."""
    assert course.glossary
    finders = {language: TermFinder(course.glossary, language) for language in course.file.languages}

    @cache
    def render(name: str, language: str) -> SiteFile:
        lesson = computed[name]
        tasks = {picture.id for question in lesson.all_questions() if (picture := question.picture())}
        ids = (figure.id for figure in lesson.all_figures())
        figures = {each: TASK_PICTURE if each in tasks else PICTURE for each in ids}
        return render_lesson(lesson, language, figures, finders[language])

    return render
