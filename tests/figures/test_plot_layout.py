"""The axes of a plot stand where matplotlib's constrained layout puts them, at a fraction of its price."""

from __future__ import annotations

import io
from collections.abc import Callable

import matplotlib
import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine

from generator.figures.canvas import settings
from generator.figures.matplotlib_svg import read_figure
from generator.figures.shared_shapes import SharedShapes

Dress = Callable[[Axes], object]
SINGLE: dict[str, Dress] = {
    "bare": lambda axes: None,
    "named": lambda axes: axes.set(xlabel="step", ylabel="cost", title="A title"),
    "many digits": lambda axes: axes.set(ylim=(0, 123456.5), xlabel="step"),
    "fewer decimals in more room": lambda axes: axes.set(ylim=(0, 1.5), xlabel="step"),
    "an offset": lambda axes: axes.set(ylim=(1e9, 3e9), title="above it"),
    "names on the other sides": lambda axes: (
        axes.xaxis.tick_top(),
        axes.xaxis.set_label_position("top"),
        axes.yaxis.tick_right(),
        axes.yaxis.set_label_position("right"),
        axes.set(xlabel="above", ylabel="at the right", title="higher still"),
    ),
    "a legend outside": lambda axes: axes.legend(["line"], loc="upper left", bbox_to_anchor=(1, 1)),
    "a second scale": lambda axes: (axes.secondary_xaxis("top"), axes.set_title("above the scale")),
    "logarithms": lambda axes: axes.set(yscale="log", ylim=(1e-3, 1e4)),
    "no frame": lambda axes: axes.set_axis_off(),
}
LEFT: dict[str, Dress] = {
    "squares": lambda axes: axes.set_aspect("equal"),
    "a title of the figure": lambda axes: axes.figure.suptitle("all"),
    "a place of its own": lambda axes: axes.set_position((0.2, 0.3, 0.4, 0.5)),
    "two scales": lambda axes: axes.twinx().plot([0, 1], [5, 9]),
}


def dressed(dress: Dress) -> Figure:
    figure = Figure(figsize=(330 / 72, 240 / 72), dpi=72)
    axes = figure.subplots()
    axes.plot([0, 10], [0.1, 1])
    dress(axes)
    return figure


def places(figure: Figure) -> list[tuple[float, ...]]:
    """Where the axes, their names and their title are, in pixels."""
    return [
        part.get_window_extent().extents
        for axes in figure.axes
        for part in (axes, axes.xaxis.label, axes.yaxis.label, axes.title, axes._left_title)
        if not hasattr(part, "get_text") or part.get_text()
    ]


@pytest.mark.parametrize("dress", [*SINGLE.values(), *LEFT.values()], ids=[*SINGLE, *LEFT])
def test_all_stands_where_constrained_layout_puts_it(dress):
    with matplotlib.rc_context(settings()):
        ours, theirs = dressed(dress), dressed(dress)
        read_figure(ours, "fig", SharedShapes("fig"))
        FigureCanvasSVG(theirs).print_svg(io.StringIO())
        np.testing.assert_allclose(places(ours), places(theirs), atol=0.5)


@pytest.mark.parametrize("name", [*SINGLE, *LEFT])
def test_the_solver_runs_only_for_what_needs_it(name, monkeypatch):
    runs = []
    monkeypatch.setattr(ConstrainedLayoutEngine, "execute", lambda *_: runs.append(1))
    with matplotlib.rc_context(settings()):
        read_figure(dressed({**SINGLE, **LEFT}[name]), "fig", SharedShapes("fig"))
    assert bool(runs) == (name in LEFT)


def test_what_stands_outside_at_a_part_of_the_axes_size_ends_at_the_pictures_edge():
    with matplotlib.rc_context(settings()):
        figure = dressed(lambda axes: axes.set_xlabel("here"))
        axes = figure.axes[0]
        axes.xaxis.set_label_coords(0.1, -0.4)
        text = axes.text(1.2, 0.5, "far out", transform=axes.transAxes)
        read_figure(figure, "fig", SharedShapes("fig"))
        edges = text.get_window_extent().x1, axes.xaxis.label.get_window_extent().y0
        assert edges == pytest.approx((327, 3), abs=3)
