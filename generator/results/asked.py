"""A course → its questions as its pages carry them, so that results can be told to belong to them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from generator.pages.questions import progress_key
from generator.pages.questions.choice import option_names
from generator.pages.questions.fingerprint import fingerprint, name_variant
from generator.pages.ui_text import ui_text
from generator.spec import Course, Lesson, LoadedLesson
from generator.spec.draws import spell_draw
from generator.spec.questions import Question
from generator.spec.questions.choice import Choice
from generator.spec.questions.true_false import TrueFalse
from generator.spec.text import pick


@dataclass(frozen=True)
class AskedOption:
    """What can be picked in a question."""

    text: str
    correct: bool


@dataclass(frozen=True)
class AskedVariant:
    """One variant of a question: its values in words, and what can be picked in it."""

    values: str
    options: Mapping[str, AskedOption]


@dataclass(frozen=True)
class AskedQuestion:
    """One question in one language.

    ``options`` is empty where nothing is picked, and of a question in ``variants``, which have their own.
    """

    key: str
    fingerprint: str
    ask: str
    points: float = 1
    options: Mapping[str, AskedOption] = field(default_factory=dict)
    variants: Mapping[str, AskedVariant] = field(default_factory=dict)


def load_asked(course: Course, keys: Collection[str]) -> dict[str, AskedQuestion]:
    """Every question of the lessons that ``keys`` speak of, by key, in the course's order.

    Loads NumPy only for a lesson whose questions are computed. Raises LessonloomError.
    """
    lessons = {key.split("/")[1] for key in keys if key.count("/") == 2}
    return {
        question.key: question
        for loaded in course.lessons
        if loaded.lesson.id in lessons
        for question in _asked_in(_evaluate(loaded, course))
    }


def _asked_in(lesson: Lesson) -> Iterator[AskedQuestion]:
    for language in lesson.languages:
        for question in lesson.all_questions():
            yield AskedQuestion(
                progress_key(question, language, lesson.id),
                fingerprint(question, language),
                _one_line(pick(question.ask, language)[0].strip().partition("\n\n")[0]),
                question.points,
                {} if question.vary else _options(question, language),
                {name_variant(each, language): _variant(each, language) for each in _variants(question)},
            )


def _variants(question: Question) -> tuple[Question, ...]:
    return question.all_variants() if question.vary else ()


def _variant(variant: Question, language: str) -> AskedVariant:
    values = spell_draw({name: options[0] for name, options in variant.values().items()})
    return AskedVariant(values, _options(variant, language))


def _options(question: Question, language: str) -> dict[str, AskedOption]:
    if isinstance(question, TrueFalse):
        return {
            name: AskedOption(ui_text(f"quiz_{name}", language), value == question.answer)
            for name, value in (("true", True), ("false", False))
        }
    if isinstance(question, Choice):
        texts = [_one_line(pick(option.text, language)[0]) for option in question.choices]
        named = zip(option_names(question, language), texts, question.choices, strict=True)
        return {name: AskedOption(text, option.correct is True) for name, text, option in named}
    return {}


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _evaluate(loaded: LoadedLesson, course: Course) -> Lesson:
    lesson = loaded.lesson
    if not any("{{" in repr(question) for question in lesson.all_questions()):
        return lesson
    from generator.network import load_library
    from generator.values.evaluate import evaluate_lesson

    weights, records = (
        {name: course.folder / path for name, path in files.items()}
        for files in (course.file.models, course.file.records)
    )
    library = load_library(weights, records)
    return evaluate_lesson(lesson, library, lesson.network(course.file.model), loaded.path)
