"""Goals of tasks: NumPy judges as the page does, and a solution that does not reach its goal is refused."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from pydantic import TypeAdapter

from generator.build import Workshop
from generator.errors import SpecError, format_diagnostic
from generator.network import Network, load_library
from generator.spec import load_course
from generator.spec.hand_set import Box, preset_boxes, read_signs, set_weights, write_signs
from generator.spec.questions.task import Goal
from generator.values.tasks import Judge, solve

ROOT = Path(__file__).parents[2]
CASES = json.loads((ROOT / "tests" / "contract" / "grade_task.json").read_text(encoding="utf-8"))
SOLUTIONS = {
    "paint": {"bias": 0},
    "bias": {"bias": 0},
    "choose": {"neuron": 0},
    "draw": {"strokes": [[[1, 1]]]},
    "change": {},
}
LESSON = (ROOT / "tests" / "browser" / "live.yaml").read_text(encoding="utf-8")


def judge_of(question: dict) -> Judge:
    (layer,), sizes = question["network"]["layers"], question["network"]["sizes"]
    weights = np.array(layer["weights"], float).reshape(sizes[1], sizes[0])
    network = Network((weights,), (np.array(layer["biases"], float),), (layer["activation"],))
    digits = {each["name"]: SimpleNamespace(**each) for each in question["digits"]}
    return Judge(network, digits)


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_the_build_judges_as_the_page_does(case):
    terms = {name: value for name, value in case["question"]["goal"].items() if name != "weights"}
    signs = case["question"]["goal"].get("weights")
    goal = TypeAdapter(Goal).validate_python({**terms, "solution": SOLUTIONS[terms["kind"]]})
    if signs:
        object.__setattr__(goal, "weights", lambda: signs)
    judged = judge_of(case["question"]).judge(goal, case["response"])
    assert judged.score == pytest.approx(case["score"])
    assert judged.is_reached == (case["verdict"] == "correct")
    if "parts" in case:
        assert [part == "correct" for part in case["parts"]] == list(judged.parts)


def test_signs_are_read_as_they_were_written():
    weights = set_weights((*preset_boxes("surround", (0, 20, 3, 12)), Box(-1, 27, 27, 1, 1)))
    assert len(weights) == 784 and sum(weights) == 3 * 8 - 3 * 8 - 1
    assert read_signs(write_signs(weights)) == weights
    assert write_signs([0, 0, 1, -1, -1]) == "2.1+2-"


def build(tmp_path: Path, text: str) -> None:
    (tmp_path / "course.yaml").write_text("title: T\nlanguages: [en]\n", encoding="utf-8")
    (tmp_path / "live.yaml").write_text(text, encoding="utf-8")
    course = load_course(tmp_path)
    Workshop().build_lesson(course.lessons[0], course)


BROKEN = {
    "paint": ("preset: surround, bias: -8}", "preset: region, bias: -8}", "1-1 is 0.4"),
    "bias": ("{bias: -31}", "{bias: -30}", "3-1 is 0.128, 5-1 is 0.139"),
    "choose": ("{neuron: 8}", "{neuron: 9}", "it is neuron 8, with -17.316"),
    "change": ("pixels: 10", "pixels: 6", "7 pixels change, and the network reads 9"),
    "draw": ("at_least: 0.9", "at_least: 0.98", "the network reads 8, with 0.9"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_solution_that_does_not_reach_its_goal_is_refused_at_its_place(tmp_path, name):
    right, wrong, words = BROKEN[name]
    text = LESSON.replace(right, wrong)
    assert text != LESSON
    with pytest.raises(SpecError) as caught:
        build(tmp_path, text)
    (found,) = caught.value.diagnostics
    assert found.code == "goal-not-reached" and words in found.message
    at = text.splitlines()[found.line - 1][found.column - 1 :]
    assert at.startswith(("{preset", "{bias", "{neuron", "white:", "strokes:"))
    assert f"live.yaml:{found.line}:{found.column}: " in format_diagnostic(found)


def test_a_goal_that_is_reached_already_and_neurons_too_close_are_refused(tmp_path):
    with pytest.raises(SpecError, match="reached before learners do anything"):
        build(tmp_path, LESSON.replace("bias: 0\n", "bias: -32\n"))
    with pytest.raises(SpecError, match="two neurons are too close"):
        text = LESSON.replace("quantity: weight_sum", "quantity: activation\n          digit: 1-1")
        build(tmp_path, text.replace("{neuron: 8}", "{neuron: 6}"))


def test_the_lesson_of_the_browser_tests_can_be_solved(tmp_path):
    library = load_library()
    build(tmp_path, LESSON)
    for loaded in load_course(tmp_path).lessons:
        judge = Judge(library.models["digits"], library.digits)
        assert all(judge.judge(q.goal, solve(q.goal)).is_reached for q in loaded.lesson.all_questions())
