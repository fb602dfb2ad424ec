"""What a preview shows an author: errors in a lesson that cannot be read, and warnings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape

from generator.pages.home import count_text
from generator.pages.site_file import SiteFile
from generator.pages.templating import render_template
from generator.pages.ui_text import ui_text

# A longer list of warnings is folded up: the lesson matters more.
OPEN_WARNINGS = 3

_EXCERPT = re.compile(r" *\d* \| ?")
_HINT_BESIDE_CARETS = re.compile(r"( *\| *\^+) (.+)")
_HINT = re.compile(r" *= (.+)")


@dataclass(frozen=True)
class Told:
    """One problem in its parts: words wrap, the lines of the file scroll."""

    message: str
    excerpt: str
    hint: str


def split_problem(text: str) -> Told:
    """The parts of a problem as ``format_diagnostic`` lays it out; a traceback is all excerpt."""
    if text.startswith("Traceback"):
        return Told("", text, "")
    message: list[str] = []
    excerpt: list[str] = []
    hint = ""
    for line in text.split("\n"):
        if beside := _HINT_BESIDE_CARETS.fullmatch(line):
            excerpt.append(beside[1])
            hint = beside[2]
        elif below := _HINT.fullmatch(line):
            hint = below[1]
        else:
            (excerpt if _EXCERPT.match(line) else message).append(line)
    return Told("\n".join(message), "\n".join(excerpt), hint)


def render_problems(
    problems: Sequence[str], language: str, *, of: str = "site_problems", note: str = ""
) -> str:
    """The problems as a box. ``of`` chooses the heading: a lesson's or the whole course's."""
    return render_template(
        "problems.html.jinja",
        heading=count_text(of, len(problems), language),
        problems=[split_problem(each) for each in problems],
        notes=[text for text in (note, ui_text("site_problems_save", language)) if text],
    )


def show_warnings(page: SiteFile, warnings: Sequence[str]) -> SiteFile:
    """The page under what a preview warns its author of, if anything."""
    if not warnings:
        return page
    box = render_template(
        "warnings.html.jinja",
        heading=count_text("site_warnings", len(warnings), str(page.language)),
        warnings=[split_problem(each) for each in warnings],
        open=len(warnings) <= OPEN_WARNINGS,
    )
    return replace(page, content=f"{box}\n{page.content!s}")


def show_problems(page: SiteFile, problems: Sequence[str]) -> SiteFile:
    """The page as it last was, under what is wrong with its lesson now."""
    language = str(page.language)
    box = render_problems(problems, language, note=ui_text("site_problems_last_good", language))
    return replace(page, content=f"{box}\n{page.content!s}", problems=True)


def render_broken_lesson(lesson_id: str, language: str, title: str, problems: Sequence[str]) -> SiteFile:
    """A page for a lesson that could not be read yet."""
    content = f"<h1>{escape(title)}</h1>\n{render_problems(problems, language)}"
    return SiteFile(f"{language}/{lesson_id}.md", content, title, language, problems=True)
