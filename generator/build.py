"""All of it: a course → the files of its site. Knows no host."""

from __future__ import annotations

from generator.figures import illustrate
from generator.network import load_library
from generator.pages import SiteFile, render_lesson
from generator.pages.render import FigureHtml
from generator.spec import Course
from generator.values.evaluate import evaluate_lesson


def build_site(course: Course) -> list[SiteFile]:
    """Every generated file of the site. Raises LessonloomError."""
    library = load_library({name: course.folder / path for name, path in course.file.models.items()})
    files: list[SiteFile] = []
    for loaded in course.lessons:
        model = loaded.lesson.model or course.file.model
        lesson = evaluate_lesson(loaded.lesson, library, model)
        for language in lesson.languages:
            figures = {}
            for figure in lesson.all_figures():
                picture = illustrate(figure, library, model=model, language=language)
                figures[figure.id] = FigureHtml(picture.svg, picture.alt, picture.caption, picture.table)
            files.append(render_lesson(lesson, language, figures))
    return files
