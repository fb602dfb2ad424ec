"""What a learner will be able to do, and how long that takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.prose import render_inline
from generator.pages.templating import render_template
from generator.pages.ui_text import ui_text
from generator.spec.text import pick

HOUR = 60


@dataclass(frozen=True)
class Goal:
    """One goal as HTML. ``language`` is set where it is not the page's."""

    html: Markup
    language: str | None


def render_goals(
    goals: Sequence[Mapping[str, str]], heading: tuple[str, str], language: str, lessons: str
) -> str:
    """A box with a heading (its id, its words) and the goals; ``lessons`` is the way to their folder."""
    listed = []
    for goal in goals:
        text, spoken = pick(goal, language)
        html = Markup(render_inline(text, spoken, lessons))
        listed.append(Goal(html, None if spoken == language else spoken))
    return render_template("goals.html.jinja", id=heading[0], heading=heading[1], goals=listed)


def describe_time(minutes: int, language: str) -> str:
    """``about 25 min``, ``약 1시간 5분``."""
    hours, rest = divmod(minutes, HOUR)
    key = "page_minutes" if not hours else "page_hours_minutes" if rest else "page_hours"
    return ui_text(key, language).format(hours=hours, minutes=rest)
