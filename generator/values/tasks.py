"""Goals of tasks: judged with NumPy as assets/js/grade-task.mjs judges them in the page.

Every goal must be reached by its lesson's own solution, and not by changing nothing.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from generator.errors import Diagnostic, SpecError
from generator.network import Library, Network, SampleDigit, forward
from generator.network.activations import ACTIVATIONS
from generator.network.drawings import draw_strokes, prepare
from generator.spec import Lesson
from generator.spec.draft import Draft, Setting
from generator.spec.hand_set import read_signs
from generator.spec.places import Loc
from generator.spec.prune import Pruned
from generator.spec.questions.task import BiasGoal, ChangeGoal, ChooseGoal, DrawGoal, Goal, PaintGoal, Task
from generator.spec.source import Source, read_source

Floats = NDArray[np.float64]

FINE = 84
"""Cells along a drawing, and the brush that draws on it; as assets/js/pad.mjs has them."""
RADIUS = 3.4
ROUNDING = 0.002
"""A browser's weights have 12 bits: a solution must reach its goal by this much more."""
CLOSE = 0.02
"""Sums of weights that differ by less may change places in a browser."""


@dataclass(frozen=True)
class Judged:
    """Whether a goal is reached, how much of it (0 to 1), and in words what is or is not so."""

    score: float
    parts: tuple[bool, ...]
    words: str

    @property
    def is_reached(self) -> bool:
        return all(self.parts)


@dataclass(frozen=True)
class Judge:
    """What goals are judged by. ``margin`` is by how much an activation must keep a goal's limits."""

    network: Network
    digits: Mapping[str, SampleDigit]
    margin: float = 0.0

    def judge(self, goal: Goal, response: list[str]) -> Judged:
        """What a response is worth."""
        if isinstance(goal, PaintGoal | BiasGoal):
            return self._judge_neuron(goal, response)
        if isinstance(goal, ChooseGoal):
            return self._judge_choice(goal, int(response[0]))
        if isinstance(goal, DrawGoal):
            return self._judge_drawing(goal, read_pixels(response[0]))
        return self._judge_change(goal, np.array(read_signs(response[0])))

    def _judge_neuron(self, goal: PaintGoal | BiasGoal, response: list[str]) -> Judged:
        signs = response[1] if isinstance(goal, PaintGoal) else goal.weights()
        weights = np.array(read_signs(signs) if signs else self.network.weights[0][_neuron(goal)], np.float64)
        digits = [self.digits[name] for name in goal.digits]
        sums = np.stack([digit.pixels for digit in digits]).astype(np.float64) @ weights
        activations = ACTIVATIONS[goal.function](sums + float(response[0]))
        wanted = [digit.label in goal.active for digit in digits]
        low, high = goal.at_most - self.margin, goal.at_least + self.margin
        met = [bool(a >= high if on else a <= low) for a, on in zip(activations, wanted, strict=True)]
        pairs = [*zip(met, wanted, strict=True)]
        shares = ([ok for ok, on in pairs if on is kind] or [True] for kind in (True, False))
        score = 1.0 if all(met) else min(sum(share) / len(share) for share in shares)
        missed = [f"{n} is {a:.3f}" for n, a, ok in zip(goal.digits, activations, met, strict=True) if not ok]
        return Judged(score, tuple(met), f"the activation for {', '.join(missed)}")

    def _judge_choice(self, goal: ChooseGoal, neuron: int) -> Judged:
        values = self.quantities(goal)
        best = int(values.argmin() if goal.extreme == "lowest" else values.argmax())
        is_right = bool(0 <= neuron < values.size and values[neuron] == values[best])
        return Judged(float(is_right), (is_right,), f"it is neuron {best}, with {values[best]:.3f}")

    def quantities(self, goal: ChooseGoal) -> Floats:
        """The number by which a neuron is chosen, for each of the layer (neurons,)."""
        at = goal.layer - 1
        if goal.quantity == "weight_sum":
            sums: Floats = np.asarray(self.network.weights[at], np.float64).sum(axis=1)
            return sums
        if goal.quantity == "bias":
            return np.asarray(self.network.biases[at], np.float64)
        pixels = np.asarray(self.digits[goal.digit or ""].pixels, np.float64)
        state = forward(self.network, pixels[None, :])[at]
        return np.asarray(state.z[0] if goal.quantity == "weighted_sum" else state.a[0], np.float64)

    def _judge_drawing(self, goal: DrawGoal, pixels: Floats) -> Judged:
        winner, activation = self.read(pixels)
        is_right = winner == goal.reads_as and activation >= goal.at_least + self.margin * (goal.at_least > 0)
        return Judged(float(is_right), (is_right,), f"the network reads {winner}, with {activation:.3f}")

    def _judge_change(self, goal: ChangeGoal, signs: NDArray[np.int64]) -> Judged:
        start = np.asarray(self.digits[goal.digit].pixels, np.float64)
        first = self.read(start)[0]
        winner, activation = self.read(np.where(signs == 0, start, signs > 0))
        reads = winner != first if goal.reads_as is None else winner == goal.reads_as
        changed = int(np.count_nonzero(signs))
        is_right = reads and changed <= goal.pixels
        words = f"{changed} pixels change, and the network reads {winner}, with {activation:.3f}"
        return Judged(float(is_right), (is_right,), words)

    def read(self, pixels: Floats) -> tuple[int, float]:
        """Which output has the highest activation, and that activation."""
        outputs = forward(self.network, pixels[None, :])[-1].a[0]
        return int(outputs.argmax()), float(outputs.max())


def _neuron(goal: PaintGoal | BiasGoal) -> int:
    return goal.neuron or 0 if isinstance(goal, BiasGoal) else 0


def read_pixels(text: str) -> Floats:
    """A drawing as a response has it: a byte a pixel, base64."""
    return np.frombuffer(base64.b64decode(text), np.uint8) / 255


def solve(goal: Goal) -> list[str]:
    """The response that a goal's own solution is."""
    if not isinstance(goal, DrawGoal):
        return goal.solved()
    scale = FINE / 28
    lines = [[(x * scale, y * scale) for x, y in line] for line in goal.solution.strokes]
    pieces = (pair for line in lines for pair in zip(line, line[1:] or line, strict=False))
    strokes = [(*start, *end, RADIUS, 1.0) for start, end in pieces]
    pixels = prepare(draw_strokes(FINE, strokes), centred=True)
    return [base64.b64encode(np.rint(pixels * 255).astype(np.uint8).tobytes()).decode("ascii")]


@dataclass(frozen=True)
class Fault:
    """What is wrong with a goal, at one of its fields."""

    field: str
    code: str
    message: str


def check_tasks(lesson: Lesson, library: Library, model: str, path: Path) -> None:
    """Raises SpecError with every task whose solution does not reach its goal, and every one whose goal is
    reached before anything is done. ``model`` is the network of lessons that name none."""
    draft = Draft(Source(str(path)), Setting(Path()), {}, lesson, Pruned())
    judge = Judge(library.models[lesson.network(model)], library.digits, ROUNDING)
    found = [
        (loc, fault)
        for loc, question in draft.questions()
        if isinstance(question, Task) and (fault := _find_fault(judge, question.goal))
    ]
    if found:
        source = read_source(path)
        raise SpecError([_at(source, loc, fault) for loc, fault in found])


def _find_fault(judge: Judge, goal: Goal) -> Fault | None:
    judged = judge.judge(goal, solve(goal))
    if not judged.is_reached:
        return Fault("solution", "goal-not-reached", f"the solution misses the goal: {judged.words}")
    if isinstance(goal, ChooseGoal) and (distance := _lead(judge.quantities(goal), goal.extreme)) < CLOSE:
        message = f"two neurons are too close to choose between: {distance:.3f}"
        return Fault("extreme", "goal-not-reached", message)
    start = goal.start()
    if start and replace(judge, margin=0).judge(goal, start).is_reached:
        return Fault("kind", "goal-reached-already", "the goal is reached before learners do anything")
    return None


def _lead(values: Floats, extreme: str) -> float:
    """How far the lowest or highest number is from the next."""
    ordered = np.sort(values if extreme == "lowest" else -values)
    return float(ordered[1] - ordered[0]) if ordered.size > 1 else CLOSE


def _at(source: Source, loc: Loc, fault: Fault) -> Diagnostic:
    return source.at_value((*loc, "goal", fault.field), fault.code, fault.message)
