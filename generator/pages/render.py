"""A lesson in one language → a page. (First cut.)"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.pages.questions import render_question
from generator.pages.site_file import SiteFile
from generator.spec.lesson import Lesson
from generator.spec.text import pick


@dataclass(frozen=True)
class FigureHtml:
    """A picture as pages see it: they never import numpy, so the build copies these four out."""

    svg: str
    alt: str
    caption: str
    table: tuple[tuple[str, ...], ...] | None = None


def render_lesson(lesson: Lesson, language: str, figures: Mapping[str, FigureHtml]) -> SiteFile:
    parts, fragments = [f"# {pick(lesson.title, language)[0]}"], {}
    for section in lesson.sections:
        parts.append(f"## {pick(section.title, language)[0]} {{#{section.id}}}")
        if section.text:
            parts.append(pick(section.text, language)[0])
        for figure in section.figures:
            token = f"lessonloom-figure-{figure.id}"
            fragments[token] = f"<figure>{figures[figure.id].svg}<figcaption>{figures[figure.id].caption}</figcaption></figure>"
            parts.append(f'<div data-loom="{token}"></div>')
        for question in section.questions:
            token = f"lessonloom-question-{question.id}"
            fragments[token] = render_question(question, language)
            parts.append(f'<div data-loom="{token}"></div>')
    return SiteFile(
        f"{language}/{lesson.id}.md", "\n\n".join(parts), pick(lesson.title, language)[0], language, fragments
    )
