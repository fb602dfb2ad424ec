"""Tasks on the page: goal and solution in words, and which edits open an answered task again."""

from __future__ import annotations

import pytest
import yaml

from generator.pages.questions.answer_key import answer_key
from generator.pages.questions.fingerprint import fingerprint
from generator.pages.questions.task import view
from generator.spec.lesson import Lesson

GOALS = {
    "paint": """
kind: paint
active: [3, 5]
solution:
  boxes: [{top: 2, left: 27, height: 1, width: 4}, {weight: -1, top: 4, left: 0, height: 2, width: 2}]
  bias: -4
""",
    "bias": "{kind: bias, neuron: 5, at_most: 0.1, digits: [3-1, 8-1], solution: {bias: -2.5}}",
    "choose": "{kind: choose, quantity: activation, extreme: highest, digit: 3-1, solution: {neuron: 2}}",
    "draw": "{kind: draw, reads_as: 8, at_least: 0.9, solution: {strokes: [[[1, 2], [3.5, 4]]]}}",
    "change": """
{kind: change, digit: 7-1, pixels: 4, reads_as: 9, solution: {white: [[0, 1]], black: [[2, 3]]}}
""",
}
SAID = {
    "paint": (
        "An activation of at least 0.8 for 3, 5, of at most 0.2 for every other digit.",
        "weight 1 in row 3, column 28; weight −1 in rows 5–6, columns 1–2; bias −4",
    ),
    "bias": ("An activation of at most 0.1 for all 2 digits.", "bias −2.5"),
    "choose": ("The neuron of layer 1 with the highest activation for digit 3-1.", "Neuron 2"),
    "draw": (
        "The network reads 8, with an activation of at least 0.9.",
        "lines through (1, 2) → (3.5, 4), in pixels from the upper left corner",
    ),
    "change": (
        "With at most 4 pixels changed, the network reads 9.",
        "Make white: row 1, column 2. Make black: row 3, column 4.",
    ),
}


def task(goal: str):
    question = {"id": "q", "type": "task", "ask": "Do it", "goal": yaml.safe_load(goal)}
    data = {"id": "l", "title": "T", "sections": [{"title": "S", "questions": [question]}]}
    return Lesson.model_validate(data, context={"language": "en"}).all_questions()[0]


@pytest.mark.parametrize("kind", GOALS)
def test_goal_and_solution_in_words(kind):
    said = view(task(GOALS[kind]), "en")
    assert (said["goal"], said["solution"]) == SAID[kind]


@pytest.mark.parametrize("kind", GOALS)
def test_another_goal_opens_the_task_again_and_another_solution_does_not(kind):
    goals = yaml.safe_load(GOALS[kind])
    mark = fingerprint(task(GOALS[kind]), "en")
    other = {"paint": ("active", [3]), "bias": ("at_most", 0.2), "choose": ("layer", 2)}
    other |= {"draw": ("reads_as", 3), "change": ("pixels", 5)}
    name, value = other[kind]
    assert fingerprint(task(yaml.safe_dump({**goals, name: value})), "en") != mark
    solution = {"paint": ("bias", 1), "bias": ("bias", 1), "choose": ("neuron", 1)}
    solution |= {"draw": ("strokes", [[[1, 1]]]), "change": ("white", [[5, 5]])}
    edited = {**goals, "solution": {**goals["solution"], solution[kind][0]: solution[kind][1]}}
    assert fingerprint(task(yaml.safe_dump(edited)), "en") == mark


def test_the_browser_gets_terms_start_and_solution():
    key = answer_key(task(GOALS["bias"]), "en")
    assert (key["goal"]["kind"], key["goal"]["neuron"], key["goal"]["weights"]) == ("bias", 5, "")
    assert (key["start"], key["solution"]) == (["-8.0"], ["-2.5"])
    changed = answer_key(task(GOALS["change"]), "en")
    assert (changed["start"], changed["solution"]) == (["784."], ["1.1+57.1-724."])
