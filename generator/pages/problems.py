"""What a preview shows an author whose lesson cannot be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from generator.pages.home import count_text
from generator.pages.site_file import SiteFile
from generator.pages.templating import render_template
from generator.pages.ui_text import ui_text


def render_problems(
    problems: Sequence[str], language: str, *, of: str = "site_problems", note: str = ""
) -> str:
    """The problems as a box. ``of`` chooses the heading: a lesson's or the whole course's."""
    return render_template(
        "problems.html.jinja",
        heading=count_text(of, len(problems), language),
        problems=problems,
        notes=[text for text in (note, ui_text("site_problems_save", language)) if text],
    )


def show_problems(page: SiteFile, problems: Sequence[str]) -> SiteFile:
    """The page as it last was, under what is wrong with its lesson now."""
    language = str(page.language)
    box = render_problems(problems, language, note=ui_text("site_problems_last_good", language))
    return replace(page, content=f"{box}\n{page.content!s}", problems=True)


def render_broken_lesson(lesson_id: str, language: str, title: str, problems: Sequence[str]) -> SiteFile:
    """A page for a lesson that could not be read yet."""
    content = f"<h1>{escape(title)}</h1>\n{render_problems(problems, language)}"
    return SiteFile(f"{language}/{lesson_id}.md", content, title, language, problems=True)
