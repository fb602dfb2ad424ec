"""Figures of "How it learns" in which one weight or two are turned, and all others stay as they are.

Costs are those of the first three digits of each class, without the samples chosen for being misread.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from generator.figures.canvas import Canvas, Plotted
from generator.network import Network, forward
from generator.network.library import load_sample_digits

Numbers = NDArray[np.float64]
NEURON, KNOB, OTHER_KNOB = 4, 8, 0  # weights from two hidden neurons into output 4
HALF = 16.0


@cache
def _digits() -> tuple[Numbers, NDArray[np.intp]]:
    """Pixels (30, 784) and labels (30,)."""
    chosen = [digit for name, digit in load_sample_digits().items() if not name.startswith("misread")]
    return np.stack([each.pixels for each in chosen]), np.array([each.label for each in chosen])


def _sigmoid(z: Numbers) -> Numbers:
    result: Numbers = 0.5 * np.tanh(0.5 * z) + 0.5
    return result


class _Knobs:
    """The mean cost while some weights into one output neuron are turned and everything else stays."""

    def __init__(self, network: Network, neuron: int, inputs: Sequence[int]) -> None:
        pixels, labels = _digits()
        *_, below, last = forward(network.astype(np.float64), pixels.astype(np.float64))
        missed = (last.a - np.eye(last.a.shape[1])[labels]) ** 2
        self.now = network.weights[-1][neuron, list(inputs)].astype(np.float64)
        self._others = missed.sum(axis=1) - missed[:, neuron]
        self._target = (labels == neuron).astype(np.float64)
        self._a = below.a[:, list(inputs)]  # (digits, knobs)
        self._rest = last.z[:, neuron] - self._a @ self.now

    def costs(self, weights: Numbers) -> Numbers:
        """The mean cost at each place; ``weights`` (…, knobs)."""
        missed = _sigmoid(weights @ self._a.T + self._rest) - self._target
        result: Numbers = (missed**2 + self._others).mean(axis=-1)
        return result

    def gradient(self, weights: Numbers, chosen: slice | NDArray[np.intp] = slice(None)) -> Numbers:
        """The slope for every knob at one place, over some of the digits or over all."""
        a = self._a[chosen]
        output = _sigmoid(a @ weights + self._rest[chosen])
        result: Numbers = (2 * (output - self._target[chosen]) * output * (1 - output)) @ a / len(a)
        return result

    def descend(self, start: Sequence[float], rate: float, steps: int, batch: int = 0) -> Numbers:
        """The places (steps + 1, knobs) that gradient descent visits; ``batch`` digits a step, or all."""
        rng, at = np.random.default_rng(1), [np.array(start, dtype=np.float64)]
        for _ in range(steps):
            chosen = rng.permutation(len(self._a))[:batch] if batch else slice(None)
            at.append(at[-1] - rate * self.gradient(at[-1], chosen))
        return np.array(at)


def draw_one_weight(network: Network, canvas: Canvas, tangents: Sequence[float] = (-9, 5)) -> Plotted:
    """The mean cost along one weight into an output neuron, with tangents at some places."""
    knobs, weights = _Knobs(network, NEURON, [KNOB]), np.linspace(-HALF, HALF, 161)
    costs, now = knobs.costs(weights[:, None]), canvas.number(float(knobs.now[0]))
    figure, axes = canvas.axes(height=300)
    axes.plot(weights, costs, **canvas.line(0))
    told = "; ".join(_draw_tangent(canvas, axes, knobs, place) for place in tangents)
    axes.plot(knobs.now, knobs.costs(knobs.now), "o", markersize=9, color=canvas.colour("bias"))
    axes.locator_params(nbins=4)
    weight, cost = canvas.say(en="the weight", ko="가중치"), _cost_name(canvas)
    canvas.name_axes(axes, x=weight, y=cost)
    alt = canvas.say(en="The cost along one weight: a valley.", ko="가중치 하나에 따른 비용: 골짜기 모양.")
    here, output = canvas.number(float(knobs.costs(knobs.now)), 4), canvas.josa(NEURON, "으로/로")
    caption = canvas.say(
        en=f"The weight from neuron {KNOB} of the last hidden layer to output {NEURON} is turned, everything "
        f"else stays. The large dot is where training left it: {now}, cost {here}. Short lines are slopes: "
        f"{told}.",
        ko=f"마지막 은닉층의 뉴런 {KNOB}에서 출력 {output} 가는 가중치만 돌리고 나머지는 그대로 둡니다. "
        f"큰 점은 학습이 끝난 자리입니다(가중치 {now}, 비용 {here}). 짧은 선은 기울기입니다: {told}.",
    )
    rows = [(float(weights[at]), float(costs[at])) for at in range(0, len(weights), 10)]
    return Plotted(figure, alt, caption, "", [(weight, cost), *rows])


def _cost_name(canvas: Canvas) -> str:
    return canvas.say(en="mean cost of 30 digits", ko="숫자 30개의 평균 비용")


def _draw_tangent(canvas: Canvas, axes: Axes, knobs: _Knobs, place: float) -> str:
    """The slope at a place as a short line; the slope in words."""
    at, ends = np.array([place], dtype=np.float64), np.array([-2.5, 2.5])
    slope, cost = float(knobs.gradient(at)[0]), float(knobs.costs(at))
    colour = canvas.colour("series-3")
    axes.plot(place + ends, cost + slope * ends, "-", color=colour, linewidth=1.6)
    axes.plot(place, cost, "o", color=colour)
    where, steep = canvas.number(place, 0), canvas.number(slope, 3)
    return canvas.say(en=f"at {where} the slope is {steep}", ko=f"가중치 {where}에서 기울기 {steep}")


def draw_descent(
    network: Network, canvas: Canvas, rates: Sequence[float], start: float = 9.0, steps: int = 12
) -> Plotted:
    """Gradient descent in one weight, once for each learning rate."""
    knobs, weights = _Knobs(network, NEURON, [KNOB]), np.linspace(-HALF, HALF, 97)
    costs, narrow = knobs.costs(weights[:, None]), canvas.is_narrow
    figure = canvas.figure(height=200 * len(rates) if narrow else 250)
    panels = figure.subplots(*((len(rates), 1) if narrow else (1, len(rates))), sharex=True, sharey=True)
    ends, rows = [], []
    for index, (rate, axes) in enumerate(zip(rates, np.ravel(panels), strict=True)):
        way = knobs.descend([start], rate, steps)
        reached, colour = knobs.costs(way), canvas.colour(f"series-{index + 1}")
        axes.plot(weights, costs, color=canvas.colour("secondary"), linewidth=1.4)
        axes.plot(way[:, 0], reached, "o-", markersize=5, linewidth=1, color=colour)
        axes.plot(start, reached[0], "o", markersize=8, color=canvas.colour("bias"))
        axes.set_title(f"η = {rate:g}")
        axes.set_xlim(-HALF, HALF)
        axes.locator_params(nbins=3)
        place, cost = canvas.number(float(way[-1, 0])), canvas.number(float(reached[-1]), 4)
        ends.append(canvas.say(en=f"weight {place}, cost {cost}", ko=f"가중치 {place}, 비용 {cost}"))
        ends[-1] = f"η = {rate:g}: {ends[-1]}"
        rows += [(rate, at, float(way[at, 0]), float(reached[at])) for at in (0, 1, 2, 3, steps)]
    told = "; ".join(ends)
    alt = canvas.say(en="Descent with three learning rates.", ko="학습률 세 가지로 내려가는 모습.")
    caption = canvas.say(
        en=f"{steps} steps from the same start, {start:g} (large dot). Where they end: {told}.",
        ko=f"같은 자리 {start:g}(큰 점)에서 {steps}걸음씩 내려갔습니다. 도착한 곳: {told}.",
    )
    heads = canvas.say(en="η|step|weight|cost", ko="η|걸음|가중치|비용").split("|")
    return Plotted(figure, alt, caption, "", [heads, *rows])


def draw_two_weights(network: Network, canvas: Canvas, batch: int = 0, rate: float = 30.0) -> Plotted:
    """The cost over two weights as a map, and the way that gradient descent takes on it."""
    inputs, steps = (KNOB, OTHER_KNOB), 30
    knobs = _Knobs(network, NEURON, inputs)
    path = knobs.descend((9.0, 11.0), rate, steps, batch)
    heights = knobs.costs(path)
    figure, axes = canvas.axes(height=min(canvas.width, 420))
    _draw_map(canvas, axes, knobs)
    axes.plot(path[:, 0], path[:, 1], "o-", markersize=4, linewidth=1.4, color=canvas.colour("series-3"))
    axes.plot(*path[0], "o", markersize=8, color=canvas.colour("bias"))
    names = [canvas.say(en=f"weight from neuron {k}", ko=f"뉴런 {k}에서 오는 가중치") for k in inputs]
    canvas.name_axes(axes, *names)
    begin, end = (canvas.number(float(heights[at]), 4) for at in (0, -1))
    alt = canvas.say(en="A map of the cost with a way down.", ko="비용의 지도와 내려가는 길.")
    caption = canvas.say(
        en=f"Two weights into output {NEURON}; the stronger the colour, the higher the cost. {steps} steps "
        f"at η = {rate:g} lead from a cost of {begin} to {end}. Each step looks at "
        f"{f'{batch} digits drawn at random' if batch else 'all 30 digits'}.",
        ko=f"출력 {canvas.josa(NEURON, '으로/로')} 들어가는 가중치 두 개입니다. 색이 진할수록 비용이 큽니다. "
        f"η = {rate:g}로 {steps}걸음을 가면 비용이 {begin}에서 {canvas.josa(end, '으로/로')} 바뀝니다. "
        f"한 걸음마다 {f'무작위로 뽑은 숫자 {batch}개만' if batch else '숫자 30개를 모두'} 봅니다.",
    )
    heads = (canvas.say(en="step", ko="걸음"), *names, canvas.say(en="cost", ko="비용"))
    rows = [(at, *map(float, path[at]), float(heights[at])) for at in (0, 1, 2, 3, 5, 10, 20, steps)]
    return Plotted(figure, alt, caption, "", [heads, *rows])


def _draw_map(canvas: Canvas, axes: Axes, knobs: _Knobs) -> None:
    """Heights as shades, with thin lines of equal cost."""
    line = np.linspace(-HALF, HALF, 41)
    costs = knobs.costs(np.stack(np.meshgrid(line, line), axis=-1))
    levels = np.linspace(float(costs.min()), float(costs.max()), 9)
    axes.contourf(line, line, costs, levels, cmap=canvas.shades("series-1", 8))
    axes.contour(line, line, costs, levels[1:-1], colors=[canvas.colour("secondary")], linewidths=0.6)
    axes.grid(visible=False)
    axes.locator_params(nbins=4)
    axes.set(aspect="equal", xlim=(-HALF, HALF), ylim=(-HALF, HALF))
