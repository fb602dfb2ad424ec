"""A question → the HTML that works without JavaScript and that the browser's elements enhance.

This is the frame; each type has a module of its name beside this one and a template of its name in
templates/questions.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from generator.pages.questions.answer_key import answer_key, script_json
from generator.pages.questions.author_text import prose_block, prose_or_none, split_ask
from generator.pages.questions.fingerprint import fingerprint, name_variant
from generator.pages.questions.of_type import module_of
from generator.pages.templating import render_template
from generator.pages.ui_text import ui_text
from generator.pages.video import render_moment
from generator.spec.lesson import Lesson
from generator.spec.questions import Question

# What the templates say, in the interface's language.
WORDS = (
    *("how_single", "how_multiple", "how_true_false", "how_text", "how_number", "how_formula"),
    *("how_cloze", "how_order", "how_match", "your_answer", "right_order", "no_partner"),
    *("how_task", "task_goal", "task_solution"),
    *("answer", "answer_is", "also", "not_right", "right", "wrong", "hint", "watch_again"),
)


def render_question(
    question: Question, language: str, *, lesson: Lesson, number: int | None = None, figure: str = ""
) -> str:
    """One question as a form, its hints and answer in ``<details>``, its key as JSON.

    ``number`` counts from 1; ``figure`` is the HTML of the question's own figure. Variants after the first
    wait in ``<template>``, each complete but for the figure, which is the same and goes from one to the next.
    """
    place = _Place(lesson, language, number, figure, fingerprint(question, language))
    first, *others = question.all_variants()
    if not others:
        return _render_one(question, place, "")
    places = [place, *[place._replace(figure="")] * len(others)]
    rendered = [
        _render_one(each, where, name_variant(each, language))
        for each, where in zip((first, *others), places, strict=True)
    ]
    return render_template(
        "questions/variants.jinja", variants=rendered, another=ui_text("quiz_another", language)
    )


class _Place(NamedTuple):
    """What all variants of a question have in common."""

    lesson: Lesson
    language: str
    number: int | None
    figure: str
    fingerprint: str


def _render_one(question: Question, place: _Place, variant: str) -> str:
    lesson, language, number, figure, mark = place
    words = _words(language)
    ask, more = split_ask(question.ask, language)
    label = ui_text("quiz_question", language).format(number="" if number is None else number)
    return render_template(
        f"questions/{question.type}.jinja",
        id=question.id,
        type=question.type,
        progress=progress_key(question, language, lesson.id),
        fingerprint=mark,
        variant=variant,
        label=label.strip(),
        points=_points(question, language),
        ask=ask,
        more=more,
        figure=Markup(figure),
        hints=[prose_block(hint, language) for hint in question.hints],
        explain=prose_or_none(question.explain, language),
        moment=Markup(_moment(question, lesson, language)),
        key=script_json(answer_key(question, language)),
        words=words,
        **module_of(question).view(question, language),
    )


@lru_cache(maxsize=16)
def _words(language: str) -> dict[str, str]:
    return {name: ui_text(f"quiz_{name}", language) for name in WORDS}


def _points(question: Question, language: str) -> tuple[str, str] | None:
    """What the question counts, for the program and in words; nothing where it counts one like most."""
    if question.points == 1:
        return None
    number = f"{question.points:g}"
    return number, ui_text("quiz_points", language).format(points=number)


def _moment(question: Question, lesson: Lesson, language: str) -> str:
    """A link to the moment of the video to watch again; nothing in a lesson without a video."""
    if question.start is None or not lesson.video:
        return ""
    return render_moment(lesson, question.start, language)


def progress_key(question: Question, language: str, lesson_id: str) -> str:
    """Where the browser keeps the answer, below the site's own path. Each language is answered for itself."""
    return f"{language}/{lesson_id}/{question.id}"
