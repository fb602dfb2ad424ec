"""A task, on the page: its goal and its solution in words, and what the browser judges it by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.pages.ui_text import ui_text
from generator.spec.questions.task import (
    BiasGoal,
    ChangeGoal,
    ChooseGoal,
    DrawGoal,
    NeuronGoal,
    PaintGoal,
    Task,
)

# Said in the browser.
WORDS = (
    "parts", "empty_task", "task_digits", "task_reads", "task_runner_up", "task_pixels", "task_failed",
    "task_neuron", "task_white", "task_black", "task_restore", "task_brush", "task_progress", "task_again",
)  # fmt: skip


def view(question: Task, language: str) -> dict[str, Any]:
    """Goal and solution in words."""
    return {"goal": _say_goal(question, language), "solution": _say_solution(question, language)}


def key(question: Task, language: str) -> dict[str, Any]:
    """The goal's terms, the response that changes nothing and, but for drawings, the one that solves it."""
    goal = question.goal
    terms = goal.model_dump(mode="json", exclude={"solution", "top", "left", "height", "width", "preset"})
    if isinstance(goal, PaintGoal | BiasGoal):
        terms["weights"] = goal.weights()
    solution: object = goal.solution.strokes if isinstance(goal, DrawGoal) else goal.solved()
    return {"goal": terms, "start": goal.start(), "solution": solution}


def content(question: Task, language: str) -> object:
    """The goal; its solution may be edited."""
    return {name: value for name, value in key(question, language).items() if name != "solution"}


def _say(name: str, language: str, **slots: object) -> str:
    return ui_text(f"quiz_task_{name}", language).format(**slots)


def _number(value: float) -> str:
    return f"{value:g}".replace("-", "−")


def _list(values: Iterable[int]) -> str:
    return ", ".join(map(str, values))


def _say_goal(question: Task, language: str) -> str:
    goal = question.goal
    if isinstance(goal, NeuronGoal):
        name = "goal_neuron" if goal.active else "goal_silent"
        limits = {"at_least": _number(goal.at_least), "at_most": _number(goal.at_most)}
        return _say(name, language, active=_list(goal.active), total=len(goal.digits), **limits)
    if isinstance(goal, ChooseGoal):
        quantity = _say(goal.quantity, language, digit=goal.digit)
        extreme = _say(goal.extreme, language)
        return _say("goal_choose", language, layer=goal.layer, quantity=quantity, extreme=extreme)
    if isinstance(goal, DrawGoal):
        name = "goal_draw_sure" if goal.at_least else "goal_draw"
        return _say(name, language, digit=goal.reads_as, at_least=_number(goal.at_least))
    name = "goal_change" if goal.reads_as is None else "goal_change_to"
    return _say(name, language, digit=goal.reads_as, pixels=goal.pixels)


def _say_solution(question: Task, language: str) -> str:
    goal = question.goal
    if isinstance(goal, PaintGoal):
        boxes = [
            _say(
                "box",
                language,
                weight=_number(box.weight),
                rows=_span("row", box.top, box.height, language),
                columns=_span("column", box.left, box.width, language),
            )
            for box in goal.solution.all_boxes()
        ]
        return "; ".join([*boxes, _say("bias_is", language, bias=_number(goal.solution.bias))])
    if isinstance(goal, BiasGoal):
        return _say("bias_is", language, bias=_number(goal.solution.bias))
    if isinstance(goal, ChooseGoal):
        return _say("neuron", language, n=goal.solution.neuron)
    if isinstance(goal, DrawGoal):
        lines = ([f"({_number(x)}, {_number(y)})" for x, y in line] for line in goal.solution.strokes)
        return _say("strokes", language, strokes="; ".join(" → ".join(line) for line in lines))
    return _say_pixels(goal, language)


def _say_pixels(goal: ChangeGoal, language: str) -> str:
    parts = []
    for name, cells in (("white", goal.solution.white), ("black", goal.solution.black)):
        places = (_say("cell", language, row=row + 1, column=column + 1) for row, column in cells)
        if cells:
            parts.append(_say(f"make_{name}", language, cells="; ".join(places)))
    return " ".join(parts)


def _span(name: str, first: int, count: int, language: str) -> str:
    """Rows or columns as readers count them, without those beyond the edge."""
    start, end = max(first, 0) + 1, min(first + count, 28)
    return _say(f"{name}s", language, span=f"{start}–{end}") if end > start else _say(name, language, n=start)
