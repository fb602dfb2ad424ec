"""The sources of a lesson and what to read on: the list at the end of its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.prose import LESSONS, render_inline
from generator.pages.templating import render_template
from generator.spec.lesson import Reading
from generator.spec.text import pick


@dataclass(frozen=True)
class _Entry:
    """What the template shows of one source. ``language`` is set where the note is not in the page's."""

    title: str
    url: str
    note: Markup
    language: str | None


def render_readings(sources: Sequence[Reading], language: str) -> Markup:
    """A list of links that lead out; on paper each has its address."""
    return Markup(
        render_template("readings.html.jinja", entries=[_view(source, language) for source in sources])
    )


def _view(source: Reading, language: str) -> _Entry:
    note, spoken = pick(source.note, language) if source.note else ("", language)
    html = Markup(render_inline(note, spoken, LESSONS))
    return _Entry(pick(source.title, language)[0], source.url, html, None if spoken == language else spoken)
