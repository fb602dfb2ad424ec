"""A lesson in one language → a page. (First cut.)"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from generator.pages.prose import render_block
from generator.pages.questions import render_question
from generator.pages.site_file import Heading, SiteFile, slot
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
    title = pick(lesson.title, language)[0]
    parts, fragments, headings = [f"<h1>{escape(title)}</h1>"], {}, []
    for section in lesson.sections:
        headings.append(Heading(section.id, pick(section.title, language)[0]))
        parts.append(f'<h2 id="{section.id}">{escape(headings[-1].title)}</h2>')
        if section.text:
            parts.append(render_block(*pick(section.text, language)))
        for figure in section.figures:
            html = f"<figure>{figures[figure.id].svg}<figcaption>{figures[figure.id].caption}</figcaption></figure>"
            fragments[figure.id] = html
            parts.append(slot(figure.id))
        for question in section.questions:
            fragments[question.id] = render_question(question, language)
            parts.append(slot(question.id))
    content = "\n".join(parts)
    return SiteFile(f"{language}/{lesson.id}.md", content, title, language, fragments, headings=tuple(headings))
