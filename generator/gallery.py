"""Questions and figures inside a page of documentation, live, each beside the YAML that it was written in.

A page names them in comments, ``<!-- gallery.yaml#id -->``: a lesson's file beside the page, and one of its
questions or figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from textwrap import dedent

from markupsafe import Markup

from generator.build import BuiltLesson, Workshop
from generator.errors import Diagnostic, SpecError
from generator.pages import SiteFile
from generator.pages.render import SCORE
from generator.pages.site_file import slot
from generator.pages.templating import render_template
from generator.spec import Course, load_lesson
from generator.spec.ids import items_in
from generator.spec.load import unnamed_course
from generator.spec.site_file import find_site_file, load_site_file
from generator.spec.source import Source, read_source

_MARK = re.compile(r"<!-- ([\w-]+\.yaml)#([a-z0-9-]+) -->")
# A lesson's own style sheet is for pages that are lessons.
_STYLES_LEFT_OUT = ("css/lesson.css",)


@dataclass(frozen=True)
class Gallery:
    """A page's HTML with slots for its questions and figures, which search must not read; these by their
    tokens; what they need from generator/assets, and the files that figures fetch."""

    html: str
    fragments: Mapping[str, str]
    modules: tuple[str, ...]
    styles: tuple[str, ...]
    files: tuple[SiteFile, ...]


def is_gallery(html: str) -> bool:
    """Whether a page of documentation names questions or figures."""
    return _MARK.search(html) is not None


def render_gallery(html: str, folder: Path, pictures: Path, site: Path | None = None) -> Gallery:
    """Put what ``html`` names in its place; pictures are kept in ``pictures``, ``site`` is the mkdocs.yml.

    Raises LessonloomError.
    """
    names = {name for name, _ in _MARK.findall(html)}
    built = {name: _build(folder / name, pictures, site) for name in names}
    pages = {name: lesson.pages[0] for name, lesson in built.items()}
    sources = {name: read_source(folder / name) for name in pages}
    fragments: dict[str, str] = {}

    def replace(match: re.Match[str]) -> str:
        name, item = match[1], match[2]
        text = _written(sources[name], item)
        if item not in pages[name].fragments or not text:
            where = "stands in its question: name that" if text else "is not in this file"
            message = f"the gallery names '{item}', which {where}"
            raise SpecError([Diagnostic(str(folder / name), 1, 1, "unknown-reference", message)])
        fragments[f"{name}#{item}"] = pages[name].fragments[item]
        return render_template("gallery.html.jinja", item=Markup(slot(f"{name}#{item}")), written=text)

    filled = _MARK.sub(replace, html)
    fragments[SCORE] = "".join(page.fragments.get(SCORE, "") for page in pages.values())
    return Gallery(
        filled + slot(SCORE),
        fragments,
        _all(page.modules for page in pages.values()),
        (*_all(page.styles for page in pages.values()), "css/gallery.css"),
        tuple(file for lesson in built.values() for file in lesson.files),
    )


def _all(names: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Every name once, in order."""
    each = dict.fromkeys(name for some in names for name in some)
    return tuple(name for name in each if name not in _STYLES_LEFT_OUT)


def _build(path: Path, pictures: Path, site: Path | None) -> BuiltLesson:
    """A lesson by itself; the gallery shows the page in its first language."""
    loaded = load_lesson(path, site=site)
    plots = load_site_file(site or find_site_file(path.parent)).plots
    course = Course(path.parent, unnamed_course(loaded.lesson.languages[0]), (loaded,), plots=plots)
    workshop = Workshop()
    workshop.keep_pictures(pictures)
    return workshop.build_lesson(loaded, course)


def _written(source: Source, name: str) -> str:
    """A question or figure as its author wrote it, without the indentation of its place; empty if none."""
    for loc, noun, item in items_in(source.data):
        if noun != "section" and item.get("id") == name:
            line, column = source.place(source.span(loc).start)
            return _block(source.text.splitlines()[line - 1 :], column - 1)
    return ""


def _block(lines: list[str], margin: int) -> str:
    """The first line from its margin on, and those below that stand at least as far to the right."""
    below = takewhile(lambda line: not line.strip() or not line[:margin].strip(), lines[1:])
    return dedent("\n".join([" " * margin + lines[0][margin:], *below])).strip()
