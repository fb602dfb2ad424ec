"""Functions for ``plot`` as an instructor may write them, right and wrong."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.figure import Figure

from generator.figures.canvas import Canvas, Plotted


def draw_plain(network) -> Figure:
    """The simplest: a network goes in, a figure comes out."""
    figure = Figure(figsize=(5, 3))
    axes = figure.subplots()
    axes.plot(network.biases[0], "o-", label="편향 <b>")
    axes.set_xlabel("neuron")
    axes.legend()
    return figure


def draw_everything(network, canvas: Canvas) -> Plotted:
    """Surfaces, contours, markers, areas, turned text, two axes, a logarithmic scale."""
    figure = canvas.figure(320)
    left, right = figure.subplots(1, 2)
    x, y = np.meshgrid(np.linspace(-1, 1, 12), np.linspace(-1, 1, 12))
    left.contourf(x, y, x**2 + y**2, levels=6, cmap=canvas.shades("activation", 6))
    left.contour(x, y, x - y, levels=[-1, 0, 1], colors="black", linewidths=1)
    left.pcolormesh(x[:4, :4], y[:4, :4], x[:3, :3], cmap=canvas.signed_shades(), vmin=-1, vmax=1)
    left.scatter([0, 0.5], [0, 0.5], color=canvas.colour("bias"))
    left.annotate("here", (0, 0), (0.3, 0.7), arrowprops={"arrowstyle": "->"})
    right.fill_between([1, 2, 3], [1, 10, 100], alpha=0.3)
    right.plot([1, 2, 3], [1, 10, 1000], **canvas.line(1))
    right.set_yscale("log")
    right.set_ylabel(canvas.say(en="turned", ko="돌린 글"))
    size = canvas.number(float(network.biases[0].max()))
    return Plotted(
        figure,
        canvas.say(en=f"alt {size}", ko=f"대체 글 {size}"),
        canvas.say(en=f"The largest bias is {size}.", ko=f"은닉층의 편향 가운데 가장 큰 값은 {size}입니다."),
        canvas.say(en="reading", ko="읽는 법"),
        [("a", "b"), (1, 0.5), ("x", 2.5)],
    )


def draw_with(network, canvas, rate: float, steps: int = 3, names=()) -> Plotted:
    """Has parameters."""
    figure, _ = canvas.axes(height=200)
    return Plotted(figure, alt=f"{rate!r} {steps!r} {names!r}")


def draw_with_pyplot(network):
    figure, axes = plt.subplots(figsize=(4, 3))
    axes.plot([1, 2], [3, 4])
    return figure


def draw_words(network):
    return "a drawing"


def draw_image(network):
    figure = Figure()
    figure.subplots().imshow(np.eye(3))
    return figure


def draw_coloured(network):
    figure = Figure()
    figure.subplots().plot([1, 2], color="#ff00ff")
    return figure


def draw_small_type(network):
    figure = Figure()
    figure.text(0.5, 0.5, "tiny", fontsize=6)
    return figure


def draw_too_high(network):
    return Figure(figsize=(4, 40))


def draw_ragged(network):
    return Plotted(Figure(), alt="ragged", table=[("a", "b"), (1,)])


def draw_much(network):
    figure = Figure()
    figure.subplots().plot(np.random.default_rng(0).normal(size=9000), "o")
    return figure


def fail(network):
    return _divide(1, 0)


def _divide(a, b):
    return a / b


def leave(network):
    raise SystemExit(2)


def take_nothing():
    return Figure()


NOT_A_FUNCTION = 3
