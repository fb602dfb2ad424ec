"""Figures of the lesson on backpropagation: what single digits ask of the real network's parameters."""

from __future__ import annotations

from functools import cache

import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from generator.figures.canvas import Canvas, Plotted
from generator.network import Network, random_network
from generator.network.backprop import Parameters, Workspace

SHADES = 7


def draw_wishes(network: Network, canvas: Canvas, digit: str) -> Plotted:
    """What one digit asks of the first layer's weights into the neuron on which it insists most."""
    slopes = _slopes(network, canvas.digits[digit].pixels.tobytes(), canvas.digits[digit].label).weights[0]
    neuron = int(np.abs(slopes).sum(axis=1).argmax())
    grid = -slopes[neuron].reshape(28, 28)
    most = float(np.abs(grid).max())
    figure, axes = canvas.axes(height=300)
    shades = canvas.signed_shades(SHADES)
    for level in range(-SHADES, SHADES + 1):
        squares = [_square(*place) for place in np.argwhere(np.rint(grid / most * SHADES) == level)]
        if level and squares:
            colour = shades(level + SHADES - (level > 0))
            axes.add_patch(PathPatch(Path.make_compound_path(*squares), facecolor=colour, linewidth=0))
    axes.set_aspect("equal")
    axes.set_xlim(0, 28)
    axes.set_ylim(0, 28)
    axes.set_axis_off()
    lit = int((grid != 0).sum())
    way = canvas.say(en="grow", ko="커져야") if grid.sum() > 0 else canvas.say(en="shrink", ko="작아져야")
    alt = canvas.say(
        en=f"The digit's pixels, coloured by how their weights into neuron {neuron} should move: all the "
        "same way.",
        ko=f"뉴런 {canvas.josa(neuron, '으로/로')} 가는 가중치가 움직여야 할 방향을 픽셀마다 색으로 나타낸 "
        "그림: 모두 같은 방향이다.",
    )
    caption = canvas.say(
        en=f"Neuron {neuron} of the first hidden layer, whose weights this digit wants to change most: the "
        f"{lit} weights of lit pixels should all {way}, and of the other {784 - lit} nothing is asked.",
        ko=f"이 숫자가 가장 많이 바꾸고 싶어 하는 첫 번째 은닉층의 뉴런 {neuron}: 밝은 픽셀의 가중치 "
        f"{lit}개는 모두 {way} 하고, 나머지 {784 - lit}개에는 아무 요구도 없습니다.",
    )
    reading = canvas.say(
        en="Each square is one weight. The stronger its colour, the larger the change that would lower the "
        "cost; where it would be next to nothing, the square is empty. The colours mean what they mean for "
        "weights: positive is up.",
        ko="칸 하나가 가중치 하나입니다. 색이 짙을수록 비용을 줄이려면 많이 바꿔야 하고, 거의 바꿀 필요가 "
        "없는 칸은 비워 두었습니다. 색의 뜻은 가중치와 같아서 양수면 키우라는 뜻입니다.",
    )
    return Plotted(figure, alt, caption, reading)


def draw_agreement(network: Network, canvas: Canvas, digit: str) -> Plotted:
    """How far other sample digits want what one of them wants, before and after learning: mean cosines."""
    untrained = random_network(network.sizes, network.activations, np.random.default_rng(1))
    before, after = (_agreement(each, canvas, digit) for each in (untrained, network))
    figure, axes = canvas.axes(height=260)
    names = canvas.say(en="before learning", ko="학습 전"), canvas.say(en="after learning", ko="학습 후")
    for place, (name, means) in enumerate(zip(names, (before, after), strict=True)):
        at = np.arange(10) + 0.4 * place - 0.2
        axes.bar(at, means, 0.36, color=canvas.colour(f"series-{place + 1}"), label=name)
    axes.axhline(0, color="black", linewidth=1)
    axes.set_ylim(min(0, *before, *after) - 0.08, 1.3)
    axes.set_xticks(range(10))
    axes.legend()
    class_name = canvas.say(en="digit", ko="숫자")
    canvas.name_axes(axes, x=class_name, y=canvas.say(en="agreement (cosine)", ko="일치도(코사인)"))
    rows = [(label, before[label], after[label]) for label in range(10)]
    words = _agreement_words(canvas, canvas.digits[digit].label, before, after)
    return Plotted(figure, *words, [(class_name, *names), *rows])


def _agreement(network: Network, canvas: Canvas, digit: str) -> list[float]:
    """The mean cosine between the slopes of one digit and those of the sample digits of each class."""
    slopes = {
        name: _slopes(network, each.pixels.tobytes(), each.label) for name, each in canvas.digits.items()
    }
    own = slopes[digit].flat
    cosines: dict[int, list[float]] = {label: [] for label in range(10)}
    for name, each in slopes.items():
        if name != digit and not name.startswith("misread"):
            cosine = own @ each.flat / np.linalg.norm(own) / np.linalg.norm(each.flat)
            cosines[canvas.digits[name].label].append(float(cosine))
    return [float(np.mean(cosines[label])) for label in range(10)]


def _agreement_words(
    canvas: Canvas, label: int, before: list[float], after: list[float]
) -> tuple[str, str, str]:
    same, later = canvas.number(before[label]), canvas.number(after[label])
    others = canvas.number(float(np.mean([mean for at, mean in enumerate(before) if at != label])))
    alt = canvas.say(
        en="Two bars for each digit. Before learning the same digit's bar is by far the longest; after "
        "learning all are short.",
        ko="숫자마다 막대 두 개. 학습 전에는 같은 숫자의 막대가 가장 길고, 학습 후에는 모두 짧다.",
    )
    caption = canvas.say(
        en=f"Before learning, the other {label}s agree with this one to {same}, the other digits to {others} "
        f"on average. After learning even the other {label}s agree only to {later}.",
        ko=f"학습 전에는 다른 {canvas.josa(label, '과/와')}의 일치도가 {same}, 나머지 숫자와의 일치도는 평균 "
        f"{others}입니다. 학습 후에는 다른 {canvas.josa(label, '과/와')}의 일치도조차 {later}입니다.",
    )
    reading = canvas.say(
        en="1 would be the same wish, 0 wishes that have nothing to do with each other, −1 the opposite. "
        "Each bar is the mean over the sample digits of that class, misread ones and the digit itself left "
        "out. The network before learning has random weights.",
        ko="1은 똑같은 요구, 0은 서로 상관없는 요구, −1은 정반대의 요구입니다. 막대는 그 숫자의 예시에 대한 "
        "평균이고, 잘못 읽는 예시와 자기 자신은 뺐습니다. 학습 전의 신경망은 가중치가 무작위입니다.",
    )
    return alt, caption, reading


def _square(row: int, column: int) -> Path:
    """A pixel of the picture; its rows count from the top."""
    left, top = int(column), 28 - int(row)
    return Path(
        [(left, top), (left + 1, top), (left + 1, top - 1), (left, top - 1), (left, top)], closed=True
    )


@cache
def _slopes(network: Network, pixels: bytes, label: int) -> Parameters:
    """The slopes of one digit's cost, squared error, for every parameter of the network."""
    parameters = Parameters.of(network, np.float64)
    workspace = Workspace(parameters, network.activations, "squared_error", 1)
    workspace.x[0] = np.frombuffer(pixels, dtype=np.float32)
    workspace.labels[0] = label
    workspace.forward()
    workspace.backward()
    return workspace.gradient
