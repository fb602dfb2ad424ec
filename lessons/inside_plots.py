"""Figures of the lesson on what the network has learnt: neurons switched off, deep slopes, dead ReLUs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from generator.figures.canvas import Canvas, Plotted
from generator.network import Network, forward, random_network
from generator.network.activations import ACTIVATIONS
from generator.network.backprop import Parameters, Workspace

Array = NDArray[np.float64]


def draw_switched_off(network: Network, canvas: Canvas, layer: int = 1) -> Plotted:
    """How many sample digits are still read right when one neuron of a layer is held at 0."""
    pixels, labels = _samples(canvas)
    whole = _right(network, pixels, labels, layer, None)
    rights = [_right(network, pixels, labels, layer, neuron) for neuron in range(network.sizes[layer])]
    figure, axes = canvas.axes(height=250)
    axes.bar(range(len(rights)), rights, color=canvas.colour("activation"))
    axes.axhline(whole, color=canvas.colour("secondary"), linestyle="--", linewidth=1)
    axes.set_ylim(0, len(labels) + 1)
    axes.set_xticks(range(0, len(rights), 1 if not canvas.is_narrow else 3))
    off, right = (
        canvas.say(en="neuron held at 0", ko="0으로 고정한 뉴런"),
        canvas.say(en="read right", ko="맞게 읽은 수"),
    )
    canvas.name_axes(axes, x=off, y=right)
    worst, best = int(np.argmin(rights)), int(np.argmax(rights))
    alt = canvas.say(
        en=f"A bar for each neuron of hidden layer {layer}: some are as high as without switching off, "
        "some far lower.",
        ko=f"은닉층 {layer}의 뉴런마다 막대 하나: 어떤 것은 끄지 않았을 때만큼 높고 어떤 것은 훨씬 낮다.",
    )
    caption = canvas.say(
        en=f"With all neurons, {whole} of {len(labels)} sample digits are read right (dashed). Without "
        f"neuron {worst} it is {rights[worst]}, without neuron {best} still {rights[best]}.",
        ko=f"뉴런을 모두 쓰면 예시 숫자 {len(labels)}개 가운데 {whole}개를 맞게 읽습니다(점선). "
        f"뉴런 {worst} 하나를 끄면 {rights[worst]}개로 줄고, "
        f"뉴런 {canvas.josa(best, '을/를')} 끄면 {rights[best]}개입니다.",
    )
    reading = canvas.say(
        en="One neuron at a time gives 0 whatever it sees, and everything after it is computed anew. "
        "Only the three sample "
        "digits of each class are read, without those that were chosen because the network misreads them.",
        ko="뉴런을 하나씩 골라, 무엇을 보든 0을 내보내게 하고 그 뒤를 다시 계산합니다. 숫자마다 세 "
        "개씩 있는 예시만 쓰고, "
        "신경망이 잘못 읽어서 뽑은 예시는 뺐습니다.",
    )
    return Plotted(figure, alt, caption, reading, [(off, right), *enumerate(rights)])


def draw_gradient_sizes(network: Network, canvas: Canvas, depth: int = 10, seed: int = 1) -> Plotted:
    """The mean size of the slopes in every layer of fresh deep networks, sigmoid beside ReLU."""
    sizes = {name: _slope_sizes(canvas, name, depth, seed) for name in ("sigmoid", "relu")}
    names = {"sigmoid": canvas.say(en="sigmoid", ko="시그모이드"), "relu": "ReLU"}
    figure, axes = canvas.axes(height=280)
    for place, (name, values) in enumerate(sizes.items()):
        axes.plot(range(1, depth + 2), np.log10(values), marker="o", label=names[name], **canvas.line(place))
    axes.set_xticks(range(1, depth + 2, 2))
    axes.legend()
    layer = canvas.say(en="layer", ko="층")
    canvas.name_axes(
        axes,
        x=layer,
        y=canvas.say(en="mean size of slopes, power of ten", ko="기울기 크기의 평균, 10의 거듭제곱"),
    )
    times = {name: _power(float(values[-1] / values[0])) for name, values in sizes.items()}
    alt = canvas.say(
        en="From the output back to the first layer, the sigmoid's line falls steeply and that of ReLU "
        "hardly.",
        ko="출력에서 첫 층으로 갈수록 시그모이드의 선은 가파르게 내려가고 ReLU의 선은 거의 내려가지 않는다.",
    )
    caption = canvas.say(
        en="From the output layer to the first, the slopes shrink to about one part in "
        f"{times['sigmoid']} with the sigmoid, and to about one in {times['relu']} with ReLU.",
        ko=f"출력층에서 첫 층까지 가는 동안 기울기가 시그모이드에서는 약 {times['sigmoid']}분의 1로, "
        f"ReLU에서는 약 {times['relu']}분의 1로 줄어듭니다.",
    )
    reading = canvas.say(
        en=f"Two networks with {depth} hidden layers of 16 neurons and fresh random weights, drawn as "
        "is usual for each kind. The slopes are those of the squared error, averaged over the sample "
        "digits. Every step down "
        "the scale is ten times less.",
        ko=f"뉴런이 16개인 은닉층이 {depth}개 있고, 가중치는 종류마다 흔히 쓰는 방법으로 무작위로 정한 "
        "두 신경망입니다. 기울기는 제곱 오차의 기울기를 예시 숫자 전체에 대해 평균한 것입니다. "
        "눈금 한 칸 아래는 열 배 작습니다.",
    )
    rows = [(at + 1, *(f"{values[at]:.1e}" for values in sizes.values())) for at in range(depth + 1)]
    return Plotted(figure, alt, caption, reading, [(layer, *names.values()), *rows])


def draw_relu_activity(network: Network, canvas: Canvas, layer: int = 1) -> Plotted:
    """On how many sample digits each neuron of a ReLU layer is active."""
    pixels, _ = _samples(canvas)
    active = (forward(network, pixels)[layer - 1].a > 0).sum(axis=0)
    figure, axes = canvas.axes(height=240)
    axes.bar(range(len(active)), active, color=canvas.colour("activation"))
    axes.set_ylim(0, len(pixels) + 1)
    axes.set_xticks(range(0, len(active), 1 if not canvas.is_narrow else 3))
    neuron, count = (
        canvas.say(en="neuron", ko="뉴런"),
        canvas.say(en="sample digits that activate it", ko="뉴런을 켜는 예시 숫자의 수"),
    )
    canvas.name_axes(axes, x=neuron, y=count)
    never, always = (active == 0).nonzero()[0].tolist(), int((active == len(pixels)).sum())
    shown = ", ".join(str(each) for each in never)
    alt = canvas.say(
        en=f"A bar for each ReLU neuron of hidden layer {layer}: how many of {len(pixels)} digits "
        "activate it.",
        ko=f"은닉층 {layer}의 ReLU 뉴런마다 막대 하나: 숫자 {len(pixels)}개 가운데 몇 개가 그 뉴런을 "
        "켜는지 나타낸다.",
    )
    caption = canvas.say(
        en=f"ReLU neurons that stay at 0 for all {len(pixels)} sample digits: {len(never)} of {len(active)}"
        f"{f' (neuron {shown})' if never else ''}. Active for every one: {always}.",
        ko=f"예시 숫자 {len(pixels)}개 모두에서 0인 ReLU 뉴런은 {len(active)}개 가운데 {len(never)}개"
        f"{f'(뉴런 {shown})' if never else ''}, 모두에서 켜지는 뉴런은 {always}개입니다.",
    )
    reading = canvas.say(
        en="A neuron counts as active where its activation is above 0. Nothing but the sample digits "
        "was tried, so a neuron "
        "that is silent here may still wake up for another picture.",
        ko="활성값이 0보다 크면 켜진 것으로 셉니다. 예시 숫자만 넣어 보았으므로, 여기서 조용한 뉴런도 "
        "다른 그림에는 켜질 수 있습니다.",
    )
    rows = [(at, int(each)) for at, each in enumerate(active)]
    return Plotted(figure, alt, caption, reading, [(neuron, count), *rows])


def _samples(canvas: Canvas) -> tuple[Array, NDArray[np.intp]]:
    """The first digits of each class: pixels (count, 784) and labels."""
    digits = [digit for name, digit in canvas.digits.items() if not name.startswith("misread")]
    pixels = np.stack([digit.pixels for digit in digits]).astype(np.float64)
    return pixels, np.array([digit.label for digit in digits], dtype=np.intp)


def _right(network: Network, pixels: Array, labels: NDArray[np.intp], layer: int, off: int | None) -> int:
    """How many digits are read right while neuron ``off`` of ``layer`` is held at 0."""
    a = pixels
    steps = zip(network.weights, network.biases, network.activations, strict=True)
    for at, (w, b, name) in enumerate(steps, 1):
        a = np.array(ACTIVATIONS[name](a @ w.T + b))
        if at == layer and off is not None:
            a[:, off] = 0
    return int((a.argmax(axis=1) == labels).sum())


def _slope_sizes(canvas: Canvas, activation: str, depth: int, seed: int) -> Array:
    """The mean size of the slopes for each layer's weights, first layer first."""
    pixels, labels = _samples(canvas)
    activations = (*[activation] * depth, "sigmoid")
    fresh = random_network((784, *[16] * depth, 10), activations, np.random.default_rng(seed))
    workspace = Workspace(Parameters.of(fresh, np.float64), activations, "squared_error", len(labels))
    workspace.x[:], workspace.labels[:] = pixels, labels
    workspace.forward()
    workspace.backward()
    return np.array([np.abs(slopes).mean() for slopes in workspace.gradient.weights])


def _power(ratio: float) -> str:
    """A ratio to one significant digit, in digits: 10,000,000."""
    digits = int(np.floor(np.log10(ratio)))
    return f"{round(ratio / 10**digits) * 10**digits:,}"
