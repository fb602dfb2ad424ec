"""Figures that only this course has: mkdocs.yml names the functions, lessons show them by ``kind: plot``."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from generator.figures.canvas import Canvas, Plotted
from generator.network import Network, forward

Moves = NDArray[np.float64]


def draw_bias_cost(network: Network, canvas: Canvas, neuron: int = 0, reach: float = 10.0) -> Plotted:
    """The cost of the sample digits while one bias of the output layer is moved and all else stays."""
    moves = np.linspace(-reach, reach, 161)
    costs = _costs(network, canvas, neuron, moves)
    lowest = int(costs.argmin())
    figure, axes = canvas.axes(height=260)
    axes.plot(moves, costs, **canvas.line(0))
    axes.plot(moves[lowest], costs[lowest], "o", color=canvas.colour("bias"))
    change = canvas.say(en="change of the bias", ko="편향의 변화")
    cost = canvas.say(en="mean cost", ko="평균 비용")
    canvas.name_axes(axes, x=change, y=cost)
    count, now, low = len(canvas.digits), canvas.number(costs[80], 3), canvas.number(costs[lowest], 3)
    where = canvas.number(moves[lowest])
    alt = canvas.say(
        en=f"The cost of {count} sample digits over one bias of the output layer.",
        ko=f"출력층 편향 하나에 따른 예시 숫자 {count}개의 비용.",
    )
    caption = canvas.say(
        en=f"The bias of output neuron {neuron} is moved, everything else stays. The mean cost of {count} "
        f"sample digits is {now} now, and lowest, {low}, at a change of {where}.",
        ko=f"출력층 뉴런 {neuron}의 편향만 움직이고 나머지는 그대로 둡니다. 예시 숫자 {count}개의 "
        f"평균 비용은 지금 {canvas.josa(now, '이고/고')}, 편향의 변화가 {where}일 때 {low}까지 내려갑니다.",
    )
    reading = canvas.say(
        en="Every point of the curve is the mean, over the sample digits, of the summed squares of what "
        "the ten outputs miss; the dot marks the lowest of the places that were tried.",
        ko="곡선의 점 하나는 출력 열 개가 목푯값에서 벗어난 만큼을 제곱하여 더하고, 이를 예시 숫자 전체에 "
        "대해 평균한 값입니다. 동그라미는 계산해 본 곳 가운데 가장 낮은 곳입니다.",
    )
    rows = ((float(moves[at]), float(costs[at])) for at in range(0, len(moves), 16))
    return Plotted(figure, alt, caption, reading, [(change, cost), *rows])


def _costs(network: Network, canvas: Canvas, neuron: int, moves: Moves) -> Moves:
    """The mean cost for every change of the bias; only that neuron's activation changes with it."""
    pixels = np.stack([digit.pixels for digit in canvas.digits.values()])
    labels = np.array([digit.label for digit in canvas.digits.values()])
    last = forward(network, pixels)[-1]
    missed = last.a - np.eye(last.a.shape[1])[labels]
    moved = 1 / (1 + np.exp(-(last.z[:, neuron] + moves[:, None]))) - (labels == neuron)
    others = (missed**2).sum(axis=1) - missed[:, neuron] ** 2
    costs: Moves = (others + moved**2).mean(axis=1)
    return costs
