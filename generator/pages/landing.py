"""The page at the site's root, which sends readers on to their language."""

from __future__ import annotations

from collections.abc import Sequence

from generator.pages.asset_files import asset_root
from generator.pages.languages import language_name
from generator.pages.site_file import SiteFile
from generator.pages.templating import render_template
from generator.pages.ui_text import ui_text
from generator.spec import CourseFile
from generator.spec.text import pick


def render_landing(course: CourseFile, languages: Sequence[str]) -> SiteFile:
    """A page of its own, outside the theme: links for everyone, and a script that chooses one."""
    choices = [
        {
            "language": language,
            "name": language_name(language),
            "title": pick(course.title, language)[0],
            "open": ui_text("site_open_course", language),
        }
        for language in languages
    ]
    html = render_template("landing.html.jinja", choices=choices, asset_root=asset_root())
    return SiteFile("index.html", html, pick(course.title, languages[0])[0])
