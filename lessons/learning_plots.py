"""Figures of "How it learns" about whole networks and their digits.

Costs are those of the first three digits of each class, without the samples chosen for being misread.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from generator.figures.canvas import Canvas, Plotted
from generator.network import Network, forward
from generator.network.augment import Distortion, distort
from generator.network.backprop import Parameters, Workspace
from generator.network.library import load_sample_digits
from generator.network.model import random_network

Numbers = NDArray[np.float64]


@cache
def _digits() -> tuple[Numbers, NDArray[np.intp]]:
    """Pixels (30, 784) and labels (30,)."""
    chosen = [digit for name, digit in load_sample_digits().items() if not name.startswith("misread")]
    return np.stack([each.pixels for each in chosen]), np.array([each.label for each in chosen])


def draw_cost_of_one(network: Network, canvas: Canvas, digit: str = "3-1", seed: int = 1) -> Plotted:
    """What every output misses for one digit, squared: before training and after."""
    sample, places = canvas.digits[digit], np.arange(network.sizes[-1])
    before = random_network(network.sizes, network.activations, np.random.default_rng(seed))
    outputs = [forward(each, sample.pixels[None])[-1].a[0] for each in (before, network)]
    missed = [(each - (places == sample.label)) ** 2 for each in outputs]
    names = (canvas.say(en="untrained", ko="학습 전"), canvas.say(en="trained", ko="학습 후"))
    figure, axes = canvas.axes(height=280)
    for index, role in enumerate(("series-2", "series-1")):
        left = places + 0.42 * (index - 0.5)
        axes.bar(left, missed[index], 0.38, color=canvas.colour(role), label=names[index])
    axes.set_xticks(places)
    axes.set_ylim(0, 1.3 * float(max(map(np.max, missed))))  # room for the legend
    axes.locator_params(axis="y", nbins=4)
    axes.legend(loc="upper right", ncols=2)
    output = canvas.say(en="output neuron", ko="출력 뉴런")
    canvas.name_axes(axes, x=output, y=canvas.say(en="(output − target)²", ko="(출력 − 목푯값)²"))
    costs = [canvas.number(float(each.sum()), 3) for each in missed]
    alt = canvas.say(
        en=f"Squared misses of the ten outputs for the digit {digit}, before and after training.",
        ko=f"숫자 {digit}에 대한 출력 열 개의 제곱 오차, 학습 전과 후.",
    )
    caption = canvas.say(
        en=f"The ten bars of a kind add up to the cost of this {sample.label}: {costs[0]} for an untrained "
        f"network with random weights, {costs[1]} for the trained one.",
        ko=f"같은 색 막대 열 개를 더하면 이 {sample.label}의 비용입니다. 가중치가 무작위인 학습 전 신경망은 "
        f"{canvas.josa(costs[0], '이고/고')}, 학습을 마친 신경망은 {costs[1]}입니다.",
    )
    heads = (output, *(canvas.say(en=f"{name}: output", ko=f"{name}: 출력") for name in names), *names)
    rows = [(int(k), *(float(o[k]) for o in outputs), *(float(m[k]) for m in missed)) for k in places]
    return Plotted(figure, alt, caption, "", [heads, *rows])


def draw_valleys(network: Network, canvas: Canvas) -> Plotted:
    """The cost on the straight way between the network and its twin with hidden neurons in reverse order."""
    pixels, labels = _digits()
    plain, ways = network.astype(np.float64), np.linspace(0, 1, 61)
    (w1, w2, w3), (b1, b2, b3) = plain.weights, plain.biases
    twin = Network((w1[::-1], w2[:, ::-1], w3), (b1[::-1], b2, b3), plain.activations)
    targets, costs = np.eye(network.sizes[-1])[labels], []
    for way in ways:
        between = Network(
            tuple((1 - way) * u + way * v for u, v in zip(plain.weights, twin.weights, strict=True)),
            tuple((1 - way) * u + way * v for u, v in zip(plain.biases, twin.biases, strict=True)),
            plain.activations,
        )
        costs.append(float(((forward(between, pixels)[-1].a - targets) ** 2).sum(axis=1).mean()))
    figure, axes = canvas.axes(height=240)
    axes.plot(ways, costs, **canvas.line(0))
    axes.plot([0, 1], [costs[0], costs[-1]], "o", markersize=9, color=canvas.colour("bias"))
    axes.locator_params(nbins=4)
    way_name = canvas.say(en="share of the way", ko="간 거리의 비율")
    cost_name = canvas.say(en="mean cost of 30 digits", ko="숫자 30개의 평균 비용")
    canvas.name_axes(axes, x=way_name, y=cost_name)
    low, high = canvas.number(costs[0], 4), canvas.number(max(costs))
    alt = canvas.say(en="Two equal valleys and a hill between.", ko="똑같이 낮은 두 골짜기와 그 사이의 언덕.")
    caption = canvas.say(
        en=f"All parameters move at once on a straight line. Both ends cost {low}; on the way the cost rises "
        f"to {high}.",
        ko=f"매개변수 전부를 한꺼번에 곧게 옮겨 갑니다. 양쪽 끝의 비용은 똑같이 "
        f"{canvas.josa(low, '이지만/지만')}, 가는 길에 {high}까지 올라갑니다.",
    )
    rows = [(float(ways[at]), costs[at]) for at in range(0, len(ways), 6)]
    return Plotted(figure, alt, caption, "", [(way_name, cost_name), *rows])


@cache
def _descend_all(seed: int, rate: float, steps: int) -> tuple[tuple[float, ...], tuple[float, ...], int]:
    """Before every step in all parameters at once: cost and mean output; how many slopes are 0 at first."""
    pixels, labels = _digits()
    start = random_network((784, 16, 16, 10), ("sigmoid",) * 3, np.random.default_rng(seed))
    parameters = Parameters.of(start, np.float64)
    workspace = Workspace(parameters, start.activations, "squared_error", len(labels))
    workspace.x[...], workspace.labels[...] = pixels, labels
    costs, outputs, zeros = [], [], 0
    for step in range(steps + 1):
        costs.append(workspace.forward())
        outputs.append(float(workspace.a[-1].mean()))
        workspace.backward()
        if not step:
            zeros = int((workspace.gradient.flat == 0).sum())
        parameters.flat -= rate * workspace.gradient.flat
    return tuple(costs), tuple(outputs), zeros


def draw_all_knobs(network: Network, canvas: Canvas, rate: float = 1.5, steps: int = 400) -> Plotted:
    """Gradient descent in all parameters of an untrained network, on the sample digits."""
    (costs, outputs, zeros), early = _descend_all(1, rate, steps), 10
    black = int((_digits()[0] == 0).all(axis=0).sum())
    figure, axes = canvas.axes(height=260)
    axes.plot(costs, **canvas.line(0))
    axes.set_ylim(0)
    axes.locator_params(nbins=4)
    step_name = canvas.say(en="step", ko="걸음")
    cost_name = canvas.say(en="mean cost of 30 digits", ko="숫자 30개의 평균 비용")
    canvas.name_axes(axes, x=step_name, y=cost_name)
    first, last, mean = (canvas.number(each, 3) for each in (costs[0], costs[-1], outputs[early]))
    count = network.parameter_count
    alt = canvas.say(
        en="The cost falls while all knobs turn.", ko="손잡이를 모두 돌리는 동안 비용이 줄어든다."
    )
    caption = canvas.say(
        en=f"From random weights, {steps} steps at η = {rate:g}, each from all 30 digits: the cost goes from "
        f"{first} to {last}. After {early} steps the outputs are {mean} on average. In the first gradient "
        f"{zeros:,} of {count:,} slopes are exactly 0; {black} pixels are black in all 30 digits.",
        ko=f"무작위 가중치에서 시작해 η = {rate:g}로 {steps}걸음을 갑니다. 걸음마다 숫자 30개를 모두 씁니다. "
        f"비용은 {first}에서 {canvas.josa(last, '으로/로')} 줄어듭니다. {early}걸음 뒤의 출력은 평균 "
        f"{mean}입니다. 첫 그레이디언트의 성분 {count:,}개 가운데 {zeros:,}개는 정확히 0입니다. "
        f"늘 까만 픽셀은 {black}개입니다.",
    )
    rows = [(at, costs[at]) for at in range(0, steps + 1, steps // 10)]
    return Plotted(figure, alt, caption, "", [(step_name, cost_name), *rows])


def draw_copies(network: Network, canvas: Canvas, digit: str = "3-1", seed: int = 1) -> Plotted:
    """A sample digit and five distorted copies of it, made as in training."""
    sample, count, limits = canvas.digits[digit], 5, Distortion()
    image = np.rint(sample.pixels * 255).astype(np.uint8).reshape(1, 28, 28)
    copies = distort(np.repeat(image, count, axis=0), limits, np.random.default_rng(seed))
    columns, middles = 3, np.arange(28) + 0.5
    figure = canvas.figure(height=canvas.width / columns * 2 + 40)
    for index, axes in enumerate(figure.subplots(2, columns).flat):
        picture = (image if index == 0 else copies[index - 1 : index])[0] / 255
        axes.set(aspect="equal", xticks=[], yticks=[], xlim=(0, 28), ylim=(28, 0))
        axes.set_facecolor(canvas.colour("plate"))
        for level in (0.25, 0.65):
            axes.contourf(middles, middles, picture, (level, 1.01), colors=[canvas.colour("lit")], alpha=0.6)
        axes.grid(visible=False)
        axes.set_title(canvas.say(en="original", ko="원본") if index == 0 else f"{index}", fontsize=12)
    turn, scale = f"{limits.rotation:g}°", f"{limits.scale * 100:.0f}%"
    alt = canvas.say(
        en=f"The digit {digit} and {count} distorted copies.",
        ko=f"숫자 {digit}, 그리고 변형한 그림 {count}장.",
    )
    caption = canvas.say(
        en=f"Every copy is turned by up to {turn}, stretched and sheared by up to about {scale}, and bent "
        f"like rubber, all at random. It still is a {sample.label}. Greys are drawn in two steps.",
        ko=f"그림마다 무작위로 {turn} 안에서 돌리고, 약 {scale} 안에서 늘이거나 줄이고 기울이고, "
        f"고무판처럼 휘었습니다. 그래도 여전히 {sample.label}입니다. 밝기는 두 단계로 나타냈습니다.",
    )
    return Plotted(figure, alt, caption)
