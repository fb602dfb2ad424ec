"""A lesson in YAML, the network's arrays, and the lesson that pages are made of."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from generator.errors import SpecError, format_diagnostic
from generator.network import Library
from generator.spec import Lesson, load_lesson
from generator.spec.lesson_expressions import check_expressions
from generator.spec.source import read_source
from generator.spec.vocabulary import World
from generator.values.evaluate import evaluate_lesson

LESSON = r"""
title: {en: "{{ model.sizes[0] }} pixels", ko: "픽셀 {{ model.sizes[0] }}개"}
summary: {en: "No expressions here.", ko: "수식 없음"}
sections:
  - id: one
    title: {en: Neurons, ko: 뉴런}
    text: {en: "It has {{ model.bias_count }} neurons: `{{ code }}`, \\{{ braces }}.", ko: "뉴런 {{ 0 - 1 }}"}
    figures:
      - {id: net, kind: network_diagram, caption: {en: "{{ model.parameter_count:,}} numbers", ko: 그림}}
    questions:
      - id: how-many
        type: number
        ask: {en: "How many?", ko: "몇 개일까요?"}
        answer: "{{ model.parameter_count }}"
        explain: {en: "{{ model.weight_count:,}} + {{ model.bias_count }}", ko: 설명}
      - id: which
        type: choice
        ask: {en: "Which?", ko: "무엇일까요?"}
        choices:
          - {text: "{{ model.sizes[1] }}", correct: true}
          - {text: "28", because: {en: "Not {{ 28 }}.", ko: 아닙니다.}}
      - id: word
        type: text
        ask: {en: Say it., ko: 말해 보세요.}
        accept: {en: ["{{ -model.sizes[1] }}", minus five], ko: ["{{ -0.5 }}"]}
    transcript: {language: en, cues: [{at: "0:01", text: "He said {{ 1 + 1 }}."}]}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "01-net.yaml"
    path.write_text(LESSON, encoding="utf-8")
    return path


@pytest.fixture
def lesson(path: Path, library: Library) -> Lesson:
    return evaluate_lesson(load_lesson(path).lesson, library, "tiny")


def test_every_text_is_computed(lesson: Lesson) -> None:
    section = lesson.sections[0]
    assert dict(lesson.title) == {"en": "784 pixels", "ko": "픽셀 784개"}
    assert section.text is not None
    assert section.text["en"] == "It has 19 neurons: `{{ code }}`, {{ braces }}."
    assert section.text["ko"] == "뉴런 −1"
    assert section.figures[0].caption is not None
    assert section.figures[0].caption["en"] == "3,999 numbers"


@pytest.mark.parametrize(
    ("expression", "key"), [("0.1 + 0.2", 0.3), ("0.1 * 30", 3.0), ("2 / 3", 0.666666666667)]
)
def test_a_computed_key_is_the_same_on_every_machine(
    path: Path, library: Library, expression: str, key: float
) -> None:
    path.write_text(
        LESSON.replace('"{{ model.parameter_count }}"', f'"{{{{ {expression} }}}}"'), encoding="utf-8"
    )
    lesson = evaluate_lesson(load_lesson(path).lesson, library, "tiny")
    number = lesson.sections[0].questions[0]
    assert number.type == "number" and number.answer == key


def test_keys_and_prose_come_from_the_same_value(lesson: Lesson) -> None:
    number, choice, text = lesson.sections[0].questions
    assert number.type == "number" and number.explain is not None
    assert (number.answer, type(number.answer)) == (3999.0, float)
    assert number.explain["en"] == "3,980 + 19"
    assert choice.type == "choice" and choice.choices[1].because is not None
    assert list(choice.choices[0].text.values()) == ["5", "5"]
    assert choice.choices[1].because["en"] == "Not 28."
    assert text.type == "text"
    assert dict(text.accept) == {"en": ("-5", "minus five"), "ko": ("-0.5",)}


def test_what_was_said_stays_as_it_was_said(lesson: Lesson) -> None:
    transcript = lesson.sections[0].transcript
    assert transcript is not None
    assert transcript.cues[0].text == "He said {{ 1 + 1 }}."


def test_a_lesson_without_expressions_is_not_copied(tmp_path: Path, library: Library) -> None:
    path = tmp_path / "plain.yaml"
    path.write_text("title: Plain\nsections: [{id: a, title: A, text: Nothing.}]\n", encoding="utf-8")
    lesson = load_lesson(path).lesson
    assert evaluate_lesson(lesson, library, "tiny") is lesson


def section_text(lesson: Lesson) -> str:
    text = lesson.sections[0].text
    assert text is not None
    return text["en"]


def test_the_lessons_own_model_wins(tmp_path: Path, library: Library) -> None:
    path = tmp_path / "own.yaml"
    text = "{{ model.layers[2].activation }}"
    path.write_text(f'title: T\nsections: [{{id: a, title: A, text: "{text}"}}]\n', encoding="utf-8")
    lesson = load_lesson(path).lesson
    assert section_text(evaluate_lesson(lesson, library, "tiny")) == "relu"
    own = lesson.model_copy(update={"model": "mirrored"})
    assert section_text(evaluate_lesson(own, library, "tiny")) == "sigmoid"


WRONG = """\
title: Wrong
sections:
  - id: one
    title: One
    text: |
      First line.
      The logarithm is {{ log(digit["3-1"].pixels[0] - 2) }}.
    questions:
      - {id: q, type: number, ask: "How many?", answer: "{{ 1 / (digit['3-1'].label - 3) }}"}
    transcript: {language: en, cues: [{at: "0:01", text: "{{ nonsense }}"}]}
"""

EXPECTED = """\
wrong.yaml:7:27: only a positive number has a logarithm [no-value]
    7 |       The logarithm is {{ log(digit["3-1"].pixels[0] - 2) }}.
      |                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
wrong.yaml:9:61: division by zero [no-value]
    9 |       - {id: q, type: number, ask: "How many?", answer: "{{ 1 / (digit['3-1'].label - 3) }}"}
      |                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
"""


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "wrong.yaml"
    path.write_text(WRONG, encoding="utf-8")
    return path


def test_every_expression_without_a_value_is_told_with_its_place(wrong: Path, library: Library) -> None:
    """``check`` cannot know (the lesson loads), the build does."""
    lesson = load_lesson(wrong).lesson
    with pytest.raises(SpecError) as caught:
        evaluate_lesson(lesson, library, "tiny", wrong)
    told = "\n".join(format_diagnostic(diagnostic) for diagnostic in caught.value.diagnostics) + "\n"
    assert told.replace(f"{wrong.parent}/", "") == EXPECTED


def test_without_the_file_the_lesson_is_named(wrong: Path, library: Library) -> None:
    with pytest.raises(SpecError, match="wrong:1:1: an expression of this lesson has no value"):
        evaluate_lesson(load_lesson(wrong).lesson, library, "tiny")


def test_check_points_into_the_file(tmp_path: Path, headers_only: World) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(
        """title: {en: 'A {{ model.layers[7].size }}', ko: 가}\nsummary: "{{ nope }}"\n""", encoding="utf-8"
    )
    diagnostics = check_expressions(read_source(path, "bad.yaml"), headers_only)
    places = [(each.line, each.column, each.length, each.code) for each in diagnostics]
    assert places == [(1, 32, 1, "out-of-range"), (2, 14, 4, "unknown-name")]


DEFINED = """
title: By hand
define: {w: -2, b: 1, z: w * 0.25 + b, a: "sigmoid(z)", which: "'3-1'", seen: "digit[which].label"}
sections:
  - id: one
    title: "z = {{ z }}"
    text: "$a = {{ a:.2f }}$, a {{ seen }}"
    questions:
      - {id: twice, type: number, vary: {n: [2, 3]}, ask: "{{ n }}z?", answer: "{{ n * z + a }}"}
"""


def test_names_of_the_lesson_are_computed_once_and_used_everywhere(tmp_path: Path, library: Library) -> None:
    path = tmp_path / "defined.yaml"
    path.write_text(DEFINED, encoding="utf-8")
    (section,) = evaluate_lesson(load_lesson(path).lesson, library, "tiny").sections
    assert (section.title["en"], section.text["en"]) == ("z = 0.5", "$a = {0.62}$, a 3")
    answers = {question.answer for question in section.questions[0].all_variants()}
    assert sorted(answers) == pytest.approx([n * 0.5 + 1 / (1 + math.exp(-0.5)) for n in (2, 3)])


def test_a_definition_that_only_the_network_can_refuse(tmp_path: Path, library: Library) -> None:
    path = tmp_path / "defined.yaml"
    refused = DEFINED.replace("seen: ", "none: 'log(-abs(model.weights[1][0][0]))', seen: ")
    path.write_text(refused, encoding="utf-8")
    with pytest.raises(SpecError) as caught:
        evaluate_lesson(load_lesson(path).lesson, library, "tiny", path)
    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.code, diagnostic.line) == ("no-value", 3)
