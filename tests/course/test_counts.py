"""What every lesson of the course has to offer. Whoever raises the bar for one gives it a line in LEAST."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from generator.spec import Lesson
from generator.spec.lesson_expressions import KEYS
from generator.spec.questions import Question
from generator.spec.text import Model, format_time
from tests.course.conftest import LOADED


@dataclass(frozen=True)
class Least:
    """How much there must be at least; of sections also how many at most."""

    sections: tuple[int, int] = (10, 14)
    goals: int = 3
    figures: int = 8
    live: int = 1
    questions: int = 14
    types: int = 5
    computed: int = 4
    tasks: int = 1
    quiz: int = 4
    sources: int = 3
    terms: int = 10


LEAST = {
    "neural-network": Least(sections=(12, 14)),
}
# Where the parts of the lecture begin that the first lesson follows.
MOMENTS = "0:04 1:15 1:40 2:37 5:44 8:00 9:08 12:31 15:17 16:15 17:42 18:25".split()
LESSONS = {each.lesson.id: each.lesson for each in LOADED.lessons if each.lesson.id not in LOADED.file.pages}
BOTH = pytest.mark.parametrize("language", LOADED.file.languages)
EACH = pytest.mark.parametrize("name", LESSONS)


def is_computed(question: Question) -> bool:
    """Whether what is right is computed, or the question comes in variants."""
    return bool(question.vary) or any("{{" in key for key in keys_of(question))


def keys_of(value: object, field: str = "") -> list[str]:
    """Every text below a field that decides what is right."""
    if isinstance(value, Model):
        below = value.__dict__.items()
        return [key for name, item in below for key in keys_of(item, name if name in KEYS else field)]
    if isinstance(value, dict) or hasattr(value, "values"):
        return [key for item in value.values() for key in keys_of(item, field)]
    if isinstance(value, tuple):
        return [key for item in value for key in keys_of(item, field)]
    return [value] if isinstance(value, str) and field else []


def least_of(name: str) -> Least:
    return LEAST.get(name, Least())


def test_every_line_belongs_to_a_lesson():
    assert set(LEAST) <= set(LESSONS)


@EACH
def test_a_lesson_is_whole(name: str):
    lesson, least = LESSONS[name], least_of(name)
    first, last = least.sections
    assert first <= len(lesson.sections) <= last
    assert len(lesson.goals) >= least.goals and lesson.minutes and lesson.recap and lesson.summary
    assert len(lesson.sources) >= least.sources
    assert len(lesson.questions) >= least.quiz, "the quiz at the end"


def test_the_first_lesson_follows_its_lecture_from_the_first_minute_to_the_last():
    starts = [section.start for section in LESSONS["neural-network"].sections if section.start is not None]
    assert len(starts) == len(LESSONS["neural-network"].sections)
    assert set(MOMENTS) <= set(map(format_time, starts)) and len(MOMENTS) == 12


@EACH
def test_a_lesson_shows_enough(name: str):
    kinds = [figure.kind for figure in LESSONS[name].all_figures()]
    assert len(kinds) >= least_of(name).figures
    assert sum(kind.startswith("live_") for kind in kinds) >= least_of(name).live


@EACH
def test_a_lesson_asks_enough(name: str):
    questions, least = LESSONS[name].all_questions(), least_of(name)
    assert len(questions) >= least.questions
    assert len({question.type for question in questions}) >= least.types
    assert sum(map(is_computed, questions)) >= least.computed
    assert sum(question.type == "task" for question in questions) >= least.tasks


@EACH
def test_every_wrong_option_has_a_reason(name: str):
    options = [
        (question.id, option)
        for question in LESSONS[name].all_questions()
        if question.type == "choice"
        for option in question.choices
    ]
    assert options
    assert [where for where, option in options if option.correct is False and not option.because] == []


@BOTH
@EACH
def test_words_of_the_glossary_are_linked(name: str, language: str, page_of):
    page = page_of(name, language)
    assert len(page.mentions) >= least_of(name).terms
    assert set(re.findall(r'nn-term" href="\.\./glossary/#([a-z0-9-]+)"', page.content)) == set(page.mentions)


def test_a_typed_key_is_not_computed_and_a_computed_one_is():
    data = {
        "title": "T",
        "sections": [{"id": "s", "title": "S", "text": "."}],
        "questions": [
            {"id": "a", "type": "number", "ask": "{{ 1 }}?", "answer": 1},
            {"id": "b", "type": "number", "ask": "?", "answer": "{{ 1 + 1 }}"},
        ],
    }
    assert list(map(is_computed, Lesson.model_validate(data).questions)) == [False, True]
