"""Figures of the lesson on backpropagation: a small network, by hand.

The small network, 2-2-1, is handed over by the lesson, which names its numbers in ``define``: inputs, then
the parameters in a row (weights of the first hidden neuron, of the second, of the output; biases likewise).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from generator.figures.canvas import Canvas, Plotted
from generator.network import Network

Numbers = Sequence[float]
Array = NDArray[np.float64]
PLACES = {"x1": (0, 1), "x2": (0, 0), "a1": (1, 1), "a2": (1, 0), "a": (2, 0.5)}
EDGES = (("x1", "a1"), ("x2", "a1"), ("x1", "a2"), ("x2", "a2"), ("a1", "a"), ("a2", "a"))
SUBSCRIPTS = str.maketrans("123456789", "₁₂₃₄₅₆₇₈₉")
SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def draw_small_network(
    network: Network, canvas: Canvas, values: Numbers, weights: Numbers, slopes: Numbers = ()
) -> Plotted:
    """The 2-2-1 network with the activations of its five neurons; with ``slopes`` ∂C/∂z of the last three."""
    figure, axes = canvas.axes(height=250 if slopes else 230)
    axes.set_xlim(-0.35, 2.35)
    axes.set_ylim(-0.45, 1.35)
    axes.set_axis_off()
    for (start, end), weight in zip(EDGES, weights, strict=True):
        _draw_edge(axes, canvas, (start, end), weight)
    told = dict(zip(PLACES, values, strict=True))
    for name, place in PLACES.items():
        axes.plot(*place, "o", markersize=46, color=canvas.colour("surface"), markeredgecolor="black")
        label = f"{name.translate(SUBSCRIPTS)}\n{canvas.number(told[name], 3)}"
        axes.text(*place, label, ha="center", va="center")
    for name, slope in zip(("a1", "a2", "a"), slopes, strict=False):
        x, y = PLACES[name]
        text = f"{name.replace('a', 'δ').translate(SUBSCRIPTS)} = {canvas.number(slope, 4)}"
        _write(axes, canvas, (x, y - 0.3), text, "bias-text")
    return Plotted(figure, *_small_words(canvas, told, slopes))


def _draw_edge(axes: Axes, canvas: Canvas, edge: tuple[str, str], weight: float) -> None:
    """A connection with its weight; negative ones are dashed, as everywhere on this site."""
    (x, y), (to_x, to_y) = (PLACES[end] for end in edge)
    colour = canvas.colour("positive" if weight >= 0 else "negative")
    axes.plot([x, to_x], [y, to_y], "-" if weight >= 0 else "--", color=colour, linewidth=2)
    part = 0.36 if abs(to_y - y) == 1 else 0.5
    place = (x + part * (to_x - x), y + part * (to_y - y))
    role = "positive-text" if weight >= 0 else "negative-text"
    _write(axes, canvas, place, canvas.number(weight, 1), role)


def _write(axes: Axes, canvas: Canvas, place: tuple[float, float], text: str, role: str) -> None:
    """A text on lines, which end where it begins."""
    ground = {"boxstyle": "square,pad=0.15", "facecolor": canvas.colour("surface"), "edgecolor": "none"}
    axes.text(*place, text, color=canvas.colour(role), ha="center", va="center", bbox=ground)


def _small_words(canvas: Canvas, told: dict[str, float], slopes: Numbers) -> tuple[str, str, str]:
    shown = ", ".join(f"{name.translate(SUBSCRIPTS)} = {canvas.number(told[name], 3)}" for name in PLACES)
    alt = canvas.say(
        en=f"Two inputs, two hidden neurons and one output, each joined to all of the next layer: {shown}.",
        ko=f"입력 두 개, 은닉 뉴런 두 개, 출력 하나가 층마다 모두 이어진 신경망: {shown}.",
    )
    caption = canvas.say(
        en="Activations are in the circles, weights on the lines.",
        ko="동그라미 안은 활성값, 선 위는 가중치입니다.",
    )
    if slopes:
        listed = ", ".join(canvas.number(slope, 4) for slope in slopes)
        caption = canvas.say(
            en="Below each neuron stands its δ, the slope of the cost with respect to its weighted "
            f"sum: {listed}.",
            ko=f"뉴런 아래의 수는 δ, 곧 가중합에 대한 비용의 기울기입니다: {listed}.",
        )
    reading = canvas.say(
        en="Read from left to right for the forward pass, from right to left for the backward pass. A dashed "
        "line has a negative weight.",
        ko="왼쪽에서 오른쪽으로 읽으면 순전파, 오른쪽에서 왼쪽으로 읽으면 역전파입니다. 점선은 음수 "
        "가중치입니다.",
    )
    return alt, caption, reading


def draw_cost_slope(network: Network, canvas: Canvas, z: float, target: float) -> Plotted:
    """The cost of one output over its weighted sum, with the tangent at ``z``."""
    places = np.linspace(z - 6, z + 5, 111)
    figure, axes = canvas.axes(height=240)
    axes.plot(places, (_sigmoid(places) - target) ** 2, **canvas.line(0))
    a = float(_sigmoid(np.float64(z)))
    cost, slope = (a - target) ** 2, 2 * (a - target) * a * (1 - a)
    along = np.array([z - 1.6, z + 1.2])
    axes.plot(along, cost + slope * (along - z), "--", color=canvas.colour("bias"), linewidth=2)
    axes.plot(z, cost, "o", color=canvas.colour("bias"))
    canvas.name_axes(
        axes,
        x=canvas.say(en="weighted sum z of the output", ko="출력의 가중합 z"),
        y=canvas.say(en="cost C", ko="비용 C"),
    )
    at, steep = canvas.number(z, 3), canvas.number(slope, 4)
    alt = canvas.say(
        en="The cost over the weighted sum: flat on the left, rising in the middle, flat on the right.",
        ko="가중합에 따른 비용: 왼쪽은 평평하고 가운데에서 올라가며 오른쪽은 다시 평평하다.",
    )
    caption = canvas.say(
        en=f"At z = {at} the tangent (dashed) has the slope {steep}: that is δ.",
        ko=f"z = {at}에서 접선(점선)의 기울기는 {steep}입니다. 이것이 δ입니다.",
    )
    reading = canvas.say(
        en="The steeper the curve where the dot stands, the more the cost reacts to a change of z.",
        ko="점이 있는 곳의 곡선이 가파를수록 z를 조금 바꿀 때 비용이 많이 달라집니다.",
    )
    return Plotted(figure, alt, caption, reading)


def draw_step(network: Network, canvas: Canvas, inputs: Numbers, values: Numbers, target: float) -> Plotted:
    """The small network's cost after one step against the gradient, over the learning rate."""
    parameters = np.array(values, dtype=np.float64)
    slopes = _small_gradient(inputs, parameters, target)
    rates = np.linspace(0, 10, 101)
    costs = np.array([_small_cost(inputs, parameters - rate * slopes, target) for rate in rates])
    figure, axes = canvas.axes(height=240)
    axes.plot(rates, costs, **canvas.line(0))
    axes.plot(rates, costs[0] - rates * float(slopes @ slopes), "--", color=canvas.colour("secondary"))
    axes.set_ylim(0, float(costs[0]) * 1.15)
    axes.plot(rates[10], costs[10], "o", color=canvas.colour("bias"))
    rate_name, cost_name = (
        canvas.say(en="learning rate η", ko="학습률 η"),
        canvas.say(en="cost after the step", ko="한 걸음 뒤의 비용"),
    )
    canvas.name_axes(axes, x=rate_name, y=cost_name)
    before, after = canvas.number(costs[0], 4), canvas.number(costs[10], 4)
    promised = canvas.number(costs[0] - float(slopes @ slopes), 4)
    alt = canvas.say(
        en="The cost falls the farther one steps, at first as steeply as a straight line.",
        ko="걸음이 길수록 비용이 줄어든다. 처음에는 곧은 선과 거의 같다.",
    )
    caption = canvas.say(
        en=f"A step with η = 1 (dot) takes the cost from {before} to {after}. The slopes alone "
        f"(dashed) promise {promised}.",
        ko=f"η = 1인 한 걸음(점)으로 비용이 {before}에서 {canvas.josa(after, '으로/로')} 줄어듭니다. "
        f"기울기만 보고 짐작한 값(점선)은 {promised}입니다.",
    )
    reading = canvas.say(
        en="The dashed line is what the cost would be if it went on falling as it does at the start.",
        ko="점선은 비용이 출발점의 기울기대로 계속 줄어든다고 했을 때의 값입니다.",
    )
    rows = [(float(rate), float(cost)) for rate, cost in zip(rates[::10], costs[::10], strict=True)]
    return Plotted(figure, alt, caption, reading, [(rate_name, cost_name), *rows])


def draw_check(network: Network, canvas: Canvas, inputs: Numbers, values: Numbers, target: float) -> Plotted:
    """How far nudging the first weight is from backpropagation, over the size of the nudge."""
    parameters = np.array(values, dtype=np.float64)
    exact = _small_gradient(inputs, parameters, target)[0]
    nudges = 10.0 ** np.arange(-1, -13, -1)
    missed = np.array(
        [[abs(slope - exact) for slope in _nudged(inputs, parameters, target, h)] for h in nudges]
    )
    figure, axes = canvas.axes(height=260)
    for row, name in enumerate(
        (canvas.say(en="one side", ko="한쪽"), canvas.say(en="both sides", ko="양쪽"))
    ):
        axes.plot(np.log10(nudges), np.log10(missed[:, row]), label=name, **canvas.line(row))
    axes.legend()
    nudge_name = canvas.say(en="size of the nudge h, power of ten", ko="변화량 h, 10의 거듭제곱")
    missed_name = canvas.say(en="error of the slope, power of ten", ko="기울기의 오차, 10의 거듭제곱")
    canvas.name_axes(axes, x=nudge_name, y=missed_name)
    rows = [(_power(h), float(one), float(two)) for h, (one, two) in zip(nudges, missed, strict=True)]
    head = (
        "h",
        canvas.say(en="error, one side", ko="오차, 한쪽"),
        canvas.say(en="error, both sides", ko="오차, 양쪽"),
    )
    return Plotted(figure, *_check_words(canvas, nudges, missed), [head, *rows])


def _check_words(canvas: Canvas, nudges: Array, missed: Array) -> tuple[str, str, str]:
    best = [int(missed[:, row].argmin()) for row in (0, 1)]
    first, second = (_power(nudges[place]) for place in best)
    alt = canvas.say(
        en="Two V-shaped lines: the error is smallest for nudges that are neither large nor tiny.",
        ko="V자 모양의 선 두 개: 변화량이 너무 크지도 작지도 않을 때 오차가 가장 작다.",
    )
    caption = canvas.say(
        en=f"Of the sizes tried, nudging on one side is most exact at h = {first}, nudging on both sides at "
        f"h = {second}, and then more exact by far.",
        ko=f"해 본 값 가운데 한쪽만 바꾸면 h = {first}일 때, 양쪽으로 바꾸면 h = {second}일 때 가장 "
        "정확합니다. 양쪽으로 바꾸는 편이 훨씬 정확합니다.",
    )
    reading = canvas.say(
        en="On the left the nudge is so small that the computer's rounding drowns it; on the right it is so "
        "large that the curve bends on the way.",
        ko="왼쪽에서는 변화량이 너무 작아 컴퓨터의 반올림 오차에 묻히고, 오른쪽에서는 변화량이 너무 "
        "커서 그 사이에 곡선이 휩니다.",
    )
    return alt, caption, reading


def _power(value: float) -> str:
    """A power of ten as 10⁻⁷."""
    return f"10{str(round(float(np.log10(value)))).translate(SUPERSCRIPTS)}"


def _sigmoid(z: Array) -> Array:
    result: Array = 1 / (1 + np.exp(-z))
    return result


def _small_forward(inputs: Numbers, parameters: Array) -> tuple[Array, Array, float]:
    """Inputs, hidden activations and output of the 2-2-1 network whose nine parameters are given in a row."""
    x = np.asarray(inputs, dtype=np.float64)
    hidden = _sigmoid(parameters[:4].reshape(2, 2) @ x + parameters[6:8])
    return x, hidden, float(_sigmoid(parameters[4:6] @ hidden + parameters[8]))


def _small_cost(inputs: Numbers, parameters: Array, target: float) -> float:
    return (_small_forward(inputs, parameters)[2] - target) ** 2


def _small_gradient(inputs: Numbers, parameters: Array, target: float) -> Array:
    """The slopes of the cost, in the order of the parameters, by backpropagation."""
    x, hidden, a = _small_forward(inputs, parameters)
    delta = 2 * (a - target) * a * (1 - a)
    deltas = delta * parameters[4:6] * hidden * (1 - hidden)
    return np.concatenate((np.outer(deltas, x).ravel(), delta * hidden, deltas, [delta]))


def _nudged(inputs: Numbers, parameters: Array, target: float, h: float) -> tuple[float, float]:
    """The slope by the first weight, from nudging it up by ``h``, and from nudging it up and down."""
    nudge = np.zeros_like(parameters)
    nudge[0] = h
    up, down = (_small_cost(inputs, parameters + sign * nudge, target) for sign in (1, -1))
    return (up - _small_cost(inputs, parameters, target)) / h, (up - down) / (2 * h)
