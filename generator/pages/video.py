"""The video of a lesson: a facade that loads nothing until it is pressed, and links to its moments."""

from __future__ import annotations

import re

from markupsafe import Markup

from generator.pages.templating import render_template
from generator.pages.ui_text import ui_text
from generator.spec.lesson import Lesson, Section
from generator.spec.text import format_time, pick

_VIDEO_ID = re.compile(r"(?:v=|youtu\.be/)([A-Za-z0-9_-]{11})")


def video_address(lesson: Lesson, seconds: int = 0) -> str:
    """Where the lesson's video begins to play at ``seconds``; empty for a lesson without a video."""
    found = _VIDEO_ID.search(lesson.video or "")
    if not found:
        return ""
    return f"https://www.youtube.com/watch?v={found[1]}" + (f"&t={seconds}s" if seconds else "")


def render_video(lesson: Lesson, language: str) -> str:
    """The facade: without JavaScript a link, with it a player in its place (assets/js/video.mjs)."""
    return render_template(
        "video.html.jinja",
        address=video_address(lesson),
        title=pick(lesson.title, language)[0],
        say=lambda key: ui_text(key, language),
    )


def render_moment(lesson: Lesson, seconds: int, language: str) -> str:
    """A time such as 9:08; with a video, a link that plays it from there."""
    time = format_time(seconds)
    return render_template(
        "moment.html.jinja",
        address=video_address(lesson, seconds),
        seconds=seconds,
        time=time,
        label=ui_text("page_moment", language).format(time=time),
    )


def render_transcript(lesson: Lesson, section: Section, language: str) -> str:
    """What is said during a section, line by line, collapsed; empty where there is no transcript."""
    transcript = section.transcript
    if transcript is None or not transcript.cues:
        return ""
    cues = [(Markup(render_moment(lesson, cue.at, language)), cue.text) for cue in transcript.cues]
    return render_template(
        "transcript.html.jinja",
        cues=cues,
        spoken=transcript.language,
        heading=ui_text("page_transcript", language),
        count=ui_text("page_transcript_lines", language).format(count=len(cues)),
    )
