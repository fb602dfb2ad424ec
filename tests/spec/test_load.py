"""Folders of files → courses: ids, languages, order, and what is kept when something is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import SpecError
from generator.spec import load_course, load_course_leniently, load_lesson

COURSE = "title: {en: Networks, ko: 신경망}\nlanguages: [ko, en]\n"
LESSON = "title: {en: One, ko: 하나}\nsections:\n  - {id: a, title: {en: A, ko: 가}, text: '784'}\n"


@pytest.fixture
def write(tmp_path):
    def write_files(**files: str) -> Path:
        for name, text in files.items():
            (tmp_path / f"{name.replace('__', '-')}.yaml").write_text(text, encoding="utf-8")
        return tmp_path

    return write_files


def test_lessons_come_in_the_order_of_the_course_then_of_the_files(write):
    files = {f"0{n}__{name}": LESSON for n, name in enumerate(("first", "second", "third"))}
    folder = write(course=COURSE + "lessons: [third]\n", **files)
    course = load_course(folder)
    assert [each.lesson.id for each in course.lessons] == ["third", "first", "second"]
    assert [warning.code for warning in course.warnings] == ["unlisted-lesson"]


def test_a_text_without_letters_is_there_in_every_language(write):
    course = load_course(write(course=COURSE, lesson=LESSON))
    assert dict(course.lessons[0].lesson.sections[0].text) == {"en": "784", "ko": "784"}
    assert course.warnings == ()


def test_a_unit_is_there_in_every_language(write):
    question = "{id: far, type: number, ask: '?', answer: 5, unit: UNIT}"
    for unit, languages in (("km", {"en", "ko"}), ("m/s", {"en", "ko"}), ("steps", {"ko"})):
        lesson = f"{LESSON}questions: [{question.replace('UNIT', unit)}]\n"
        (number,) = load_course(write(course=COURSE, lesson=lesson)).lessons[0].lesson.questions
        assert set(number.unit) == languages


def test_a_formula_is_there_in_every_language_although_max_is_a_word(write):
    question = "{id: relu, type: formula, ask: '?', accept: ['max(0, a)'], reject: [{answers: 'max(1, a)'}]}"
    course = load_course(write(course=COURSE, lesson=f"{LESSON}questions: [{question}]\n"))
    (formula,) = course.lessons[0].lesson.questions
    assert dict(formula.accept) == {"en": ("max(0, a)",), "ko": ("max(0, a)",)}
    assert set(formula.reject[0].answers) == {"en", "ko"}
    assert [warning.code for warning in course.warnings] == []


def test_plain_strings_are_in_the_courses_first_language_or_the_lessons_own(write):
    plain = "title: T\nsections:\n  - {id: a, title: A, text: T}\n"
    course = load_course(write(course=COURSE, a__ko=plain, b__en=f"language: en\n{plain}"))
    assert [each.lesson.languages for each in course.lessons] == [("ko",), ("en",)]


def test_a_lesson_may_be_called_what_the_site_uses_above_a_language_only(write):
    names = ("404", "assets", "authoring", "develop", "en", "javascripts", "ko", "sitemap", "stylesheets")
    files = {f"n{number}": f"id: '{name}'\n{LESSON}" for number, name in enumerate(names)}
    course, diagnostics = load_course_leniently(write(course=COURSE, taken=f"id: search\n{LESSON}", **files))
    assert tuple(each.lesson.id for each in course.lessons) == names
    assert [each.code for each in diagnostics] == ["reserved-id"]


def test_a_folder_of_misnamed_lessons_says_so(write, tmp_path, check):
    (tmp_path / "01-one.yml").write_text(LESSON, encoding="utf-8")
    (tmp_path / "_draft.yml").write_text(LESSON, encoding="utf-8")
    told = "01-one.yml:1:1: warning: this file is not read, because its name does not end in .yaml"
    assert check(tmp_path, ".")[0].count(told) == 1
    write(course=COURSE)
    assert check(tmp_path, ".")[0].count("[misnamed-file]") == 1


def test_ids_that_are_left_out_do_not_depend_on_the_place(write):
    questions = [f"  - {{type: number, ask: {ask}, answer: 1}}\n" for ask in ("'1 + 0'", "'2 - 1'")]
    folder = write(
        one=f"{LESSON}questions:\n{''.join(questions)}", two=f"{LESSON}questions:\n{''.join(questions[::-1])}"
    )
    one, two = (load_lesson(folder / f"{name}.yaml").lesson for name in ("one", "two"))
    assert [question.id for question in one.questions] == [question.id for question in two.questions][::-1]


def test_questions_that_only_ask_the_same_have_ids_of_their_own(write):
    choices = (
        "[{text: a, correct: true}, {text: b, because: No.}]",
        "[{text: c, correct: true}, {text: d, because: No.}]",
    )
    questions = [f"  - {{type: choice, ask: Which?, choices: {each}}}\n" for each in choices]
    folder = write(one=f"{LESSON}questions:\n{''.join(questions)}", two=f"{LESSON}questions:\n{questions[1]}")
    one, two = (load_lesson(folder / f"{name}.yaml").lesson for name in ("one", "two"))
    assert one.questions[0].id != one.questions[1].id == two.questions[0].id


def test_a_broken_lesson_leaves_the_others_alone(write):
    folder = write(course=COURSE, good=LESSON, bad=LESSON + "colour: red\n", worse="title: [")
    course, diagnostics = load_course_leniently(folder)
    assert [each.lesson.id for each in course.lessons] == ["good"]
    assert [(each.id, [d.code for d in each.diagnostics]) for each in course.broken] == [
        ("bad", ["unknown-field"]),
        ("worse", ["unclosed-bracket"]),
    ]
    assert dict(course.broken[0].title) == {"en": "One", "ko": "하나"}
    with pytest.raises(SpecError) as caught:
        load_course(folder)
    assert caught.value.diagnostics == diagnostics


def test_a_broken_course_file_leaves_the_lessons_alone(write):
    course, diagnostics = load_course_leniently(write(course="titel: x\nlanguages: [ko, en]\n", good=LESSON))
    assert course.file.languages == ("ko", "en")
    assert [each.lesson.id for each in course.lessons] == ["good"]
    assert [d.code for d in diagnostics] == ["unknown-field"]
