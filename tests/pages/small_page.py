"""A small lesson and its finished page, as a browser would receive its content."""

from __future__ import annotations

from html.parser import HTMLParser

from generator.pages import SiteFile, render_lesson
from generator.pages.figure_html import FigureHtml
from generator.pages.site_file import fill_slots
from generator.spec.lesson import Lesson

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Outline(HTMLParser):
    """Every start tag with its attributes; fails on HTML whose tags do not close in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def named(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag == name]


def lesson_page(data: dict, language: str = "en") -> SiteFile:
    """The page of a lesson given as its YAML would be; every figure is the same small picture."""
    lesson = Lesson.model_validate(data, context={"language": "en"})
    table = (("neuron", "weight"), ("0", "0.5"))
    picture = FigureHtml(
        '<svg role="img" aria-label="x"></svg>', "x", "Computed &lt;caption&gt;", "How it is read.", table
    )
    return render_lesson(lesson, language, {figure.id: picture for figure in lesson.all_figures()})


def whole_page(page: SiteFile) -> str:
    return fill_slots(page.content, page.fragments)
