"""What the browser is told about a question, and what a learner's progress hangs on."""

from __future__ import annotations

import json

import pytest
import yaml

from generator.pages.progress import render_course_progress, render_lesson_progress
from generator.pages.questions import render_question
from generator.pages.questions.answer_key import answer_key, script_json
from generator.pages.questions.choice import option_names
from generator.pages.questions.fingerprint import fingerprint
from generator.pages.questions.number import shown_answer
from generator.spec.lesson import Lesson

CHOICE = """
id: one
type: choice
ask: {en: Pick, ko: 고르기}
choices:
  - {text: {en: A, ko: 가}, correct: true}
  - text: {en: B, ko: 나}
    because: {en: No., ko: 아닙니다.}
explain: {en: Because., ko: 그래서.}
"""
TEXT = "{id: two, type: text, ask: {en: Who, ko: 누구}, accept: {en: [me, I], ko: [나, 저]}}"
NUMBER = (
    "{id: three, type: number, ask: How many, answer: 13002.0, tolerance: '1%', unit: {en: pixels, ko: 개}}"
)


LESSON = Lesson.model_validate({"id": "l", "title": "T", "sections": [{"title": "S"}]})


def question(text):
    lesson = {"title": "T", "sections": [{"title": "S", "questions": [yaml.safe_load(text)]}]}
    return Lesson.model_validate(lesson, context={"language": "en"}).all_questions()[0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("No.", "Never."),
        ("Because.", "Just so."),
        ("ko: 고르기", "ko: 하나 고르기"),
        ("ko: 가", "ko: 카"),
    ],
    ids=["reason", "explanation", "other-ask", "other-option"],
)
def test_a_question_stays_itself_when_its_words_around_change(old, new):
    assert old in CHOICE
    assert fingerprint(question(CHOICE.replace(old, new)), "en") == fingerprint(question(CHOICE), "en")


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (CHOICE, "en: Pick", "en: Pick one"),
        (CHOICE, "en: B", "en: C"),
        (CHOICE, "correct: true", "correct: false"),
        (CHOICE, "type: choice", "type: choice\nmultiple: true"),
        (TEXT, "[me, I]", "[me]"),
        (NUMBER, "13002.0", "13003"),
        (NUMBER, "1%", "2%"),
        (NUMBER, "pixels", "weights"),
    ],
)
def test_a_question_becomes_another_when_its_key_changes(text, old, new):
    assert old in text
    assert fingerprint(question(text.replace(old, new)), "en") != fingerprint(question(text), "en")


def test_options_keep_their_names_when_they_move():
    data = yaml.safe_load(CHOICE)
    moved = yaml.safe_dump({**data, "choices": data["choices"][::-1]})
    first, second = option_names(question(CHOICE), "en")
    assert option_names(question(moved), "en") == (second, first)
    assert fingerprint(question(moved), "en") == fingerprint(question(CHOICE), "en")


def test_equal_options_are_told_apart():
    same = question(CHOICE.replace("en: B", "en: A"))
    first, second = option_names(same, "en")
    assert second == f"{first}-1"


def test_answer_keys():
    right = option_names(question(CHOICE), "ko")[0]
    assert answer_key(question(CHOICE), "ko") == {
        "type": "choice", "lang": "ko", "multiple": False, "correct": [right]
    }  # fmt: skip
    assert answer_key(question(TEXT), "ko") == {"type": "text", "lang": "ko", "accept": ["나", "저"]}
    assert answer_key(question(NUMBER), "en") == {
        "type": "number", "lang": "en", "accept": ["13002"], "tolerance": "1%", "units": ["pixels", "개"]
    }  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "tolerance", "shown"),
    [
        ("13002", "0", "13,002"),
        ("0.5", "0", "0.5"),
        ("-3", "0", "−3"),
        ("0.73105857863", "0.01", "0.73"),
        ("0.73105857863", "'1%'", "0.731"),
        ("0.73105857863", "{digits: 4}", "0.7311"),
        ("13002", "{digits: 2}", "13,002"),
        ("13002", "100", "13,002"),
        ("1.0e-9", "0", "1×10⁻⁹"),
        ("12345.678", "100", "12,346"),
        ("0", "0.1", "0"),
        ("12345678901234567", "0", "12,345,678,901,234,567"),
        ("3.14159265358979", "0", "3.14159265358979"),
        ("0.1", "1.0e-20", "0.1"),
        ("1.0e+300", "0", "1×10³⁰⁰"),
        ("1.0e+300", "{digits: 3}", "1×10³⁰⁰"),
        ("1.5e+14", "0", "150,000,000,000,000"),
    ],
)
def test_answers_are_shown_as_people_write_them(answer, tolerance, shown):
    text = f"{{id: n, type: number, ask: N, answer: {answer}, tolerance: {tolerance}}}"
    assert shown_answer(question(text)) == shown


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("13002.0", "13002"),
        ("12345678901234567", "12345678901234567"),
        ("3.14159265358979", "3.14159265358979"),
        ("1.0e+300", "1e+300"),
    ],
)
def test_a_key_keeps_the_digits_that_were_written(answer, accepted):
    text = f"{{id: n, type: number, ask: N, answer: {answer}}}"
    assert answer_key(question(text), "en")["accept"] == [accepted]


def test_a_small_tolerance_is_shown_as_it_was_written():
    text = "{id: n, type: number, ask: N, answer: 0.1, tolerance: 1.0e-20}"
    assert "±1×10⁻²⁰" in render_question(question(text), "en", lesson=LESSON)


def test_no_text_can_leave_its_script():
    hostile = {"accept": ["</script><!--<script>", "\u2028"]}
    json_text = str(script_json(hostile))
    assert "<" not in json_text
    assert json.loads(json_text) == hostile


def test_a_text_missing_in_the_language_of_the_page_is_marked():
    html = render_question(
        question("{id: t, type: text, ask: Who, accept: me}"), "ko", lesson=LESSON, number=1
    )
    assert '<span lang="en">Who</span>' in html
    assert '<span lang="en">me</span>' in html


def test_progress_only_where_there_is_something_to_answer():
    data = {"id": "l", "title": "T", "sections": [{"id": "s", "title": "S"}]}
    empty = Lesson.model_validate(data, context={"language": "en"})
    assert render_lesson_progress(empty, "en") == ""
    assert render_course_progress([empty], "en") == ""
