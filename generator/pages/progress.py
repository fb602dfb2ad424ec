"""How far a learner has come: the score of a lesson's page and the progress on the home page.

All of it stays hidden without JavaScript, and a lesson's progress until it has any.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.pages.questions import progress_key
from generator.pages.questions.answer_key import script_json
from generator.pages.questions.fingerprint import fingerprint
from generator.pages.templating import render_template
from generator.pages.ui_text import ui_text
from generator.spec.lesson import Lesson

WORDS = (
    "check", "retry", "show", "correct", "partial", "close", "incorrect", "shown",
    "empty_choice", "empty_typed", "unreadable", "changed", "picked",
    "score", "score_none", "all_right", "unsaved", "reset_done",
)  # fmt: skip


def render_page_score(lesson: Lesson, language: str) -> str:
    """The score of this page with its reset, and the words that the page's questions speak. Once per page."""
    if not lesson.all_questions():
        return ""
    return _render(
        "score", language, reset=ui_text("quiz_reset", language), ask=ui_text("quiz_reset_ask", language)
    )


def render_lesson_progress(lesson: Lesson, language: str) -> str:
    """One lesson's progress, for the list of lessons. A lesson not written in ``language`` is in its own."""
    written = language if language in lesson.languages else lesson.languages[0]
    questions = lesson.all_questions()
    if not questions:
        return ""
    fingerprints = {
        progress_key(question, written, lesson.id): fingerprint(question, written) for question in questions
    }
    return render_template("questions/progress.jinja", fingerprints=str(script_json(fingerprints)))


def render_course_progress(lessons: Sequence[Lesson], language: str) -> str:
    """The whole course's progress with its reset; it adds up the lessons listed on the same page."""
    if not any(lesson.all_questions() for lesson in lessons):
        return ""
    return _render(
        "course",
        language,
        reset=ui_text("quiz_reset_course", language),
        ask=ui_text("quiz_reset_course_ask", language),
    )


def _render(kind: str, language: str, *, reset: str, ask: str) -> str:
    return render_template(
        "questions/score.jinja",
        kind=kind,
        title=ui_text(f"quiz_{kind}_title", language),
        reset=reset,
        ask=ask,
        yes=ui_text("quiz_reset_yes", language),
        no=ui_text("quiz_reset_no", language),
        words=script_json({name: ui_text(f"quiz_{name}", language) for name in WORDS}),
    )
