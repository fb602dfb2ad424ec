"""How far a learner has come: the score of a lesson's page and the progress on the home page.

All of it stays hidden without JavaScript, and a lesson's progress until it has any.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.pages.questions import progress_key
from generator.pages.questions.answer_key import script_json
from generator.pages.questions.fingerprint import fingerprint
from generator.pages.questions.of_type import words_of
from generator.pages.site_file import END_QUIZ
from generator.pages.templating import render_template
from generator.pages.ui_text import UI_TEXT, ui_text
from generator.spec.lesson import Lesson
from generator.spec.questions import Question
from generator.spec.text import pick

# What every type of question says in the browser.
WORDS = (
    "check", "retry", "hint", "show", "earned", "earned_one", "correct", "partial", "close", "incorrect",
    "shown", "empty_choice", "empty_typed", "unreadable", "changed",
    "score", "score_points", "score_points_one", "score_none", "all_right", "unsaved", "reset_done",
)  # fmt: skip
# What questions answered in a field say besides: that they cannot be graded now, and how an answer that is
# almost right falls short.
TYPED = {"text", "number", "formula", "cloze"}
REASONS = tuple(name.removeprefix("quiz_") for name in UI_TEXT["en"] if name.startswith("quiz_close_"))
OF_TYPED = ("no_grader", *REASONS)
COURSE_WORDS = (
    "score", "score_points", "score_points_one", "score_none", "all_right", "unsaved", "reset_done",
    "continue", "continue_at", "saved", "saved_nothing", "loaded", "loaded_kept", "loaded_changed",
    "loaded_nothing", "not_results", "newer_results", "other_language", "other_course",
)  # fmt: skip


def render_page_score(lesson: Lesson, language: str) -> str:
    """The score of this page with its reset, and the words that the page's questions speak. Once per page."""
    if not lesson.all_questions():
        return ""
    questions = lesson.all_questions()
    typed = OF_TYPED if any(question.type in TYPED for question in questions) else ()
    own = {word for question in questions for word in words_of(question)}
    own |= {"variant" for question in questions if question.vary}
    return _render(
        "score",
        language,
        words=(*WORDS, *typed, *sorted(own)),
        reset=ui_text("quiz_reset", language),
        ask=ui_text("quiz_reset_ask", language),
    )


def render_lesson_progress(lesson: Lesson, language: str) -> str:
    """One lesson's progress, for the list of lessons. A lesson not written in ``language`` is in its own."""
    written = language if language in lesson.languages else lesson.languages[0]
    parts = [(section.id, pick(section.title, written)[0], section.questions) for section in lesson.sections]
    parts.append((END_QUIZ, ui_text("page_end_quiz", written), lesson.questions))
    sections = [
        (anchor, title, _marks(questions, written, lesson.id))
        for anchor, title, questions in parts
        if questions
    ]
    if not sections:
        return ""
    return render_template("questions/progress.jinja", sections=str(script_json(sections)))


def _marks(questions: Iterable[Question], language: str, lesson_id: str) -> list[tuple[str, str, float]]:
    """What the home page must know of questions to add them up: key, fingerprint, points."""
    return [(progress_key(q, language, lesson_id), fingerprint(q, language), q.points) for q in questions]


def render_course_progress(lessons: Sequence[Lesson], language: str) -> str:
    """The whole course's progress with its reset; it adds up the lessons listed on the same page."""
    if not _has_questions(lessons):
        return ""
    return _render(
        "course",
        language,
        words=COURSE_WORDS,
        reset=ui_text("quiz_reset_course", language),
        ask=ui_text("quiz_reset_course_ask", language),
    )


def render_results(lessons: Sequence[Lesson], title: str, language: str) -> str:
    """Where a learner takes the answers along as a file; ``title`` is the course's."""
    if not _has_questions(lessons):
        return ""
    words = {name: ui_text(f"quiz_results_{name}", language) for name in ("title", "text", "save", "load")}
    return render_template("questions/results.jinja", words=words, course=title, language=language)


def _has_questions(lessons: Sequence[Lesson]) -> bool:
    return any(lesson.all_questions() for lesson in lessons)


def _render(kind: str, language: str, *, words: Sequence[str], reset: str, ask: str) -> str:
    return render_template(
        "questions/score.jinja",
        kind=kind,
        title=ui_text(f"quiz_{kind}_title", language),
        reset=reset,
        ask=ask,
        yes=ui_text("quiz_reset_yes", language),
        no=ui_text("quiz_reset_no", language),
        words=script_json({name: ui_text(f"quiz_{name}", language) for name in words}),
    )
