"""Where the axes of a plot stand: matplotlib's constrained layout, with one look at the texts for many.

Constrained layout solves for grids of axes and measures every tick label a dozen times. One pair of axes
needs no solver: its margins are as wide as what sticks out of it.
"""

from __future__ import annotations

from operator import sub
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backend_bases import RendererBase
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.transforms import Affine2D, BboxBase

DPI = 72
_WHOLE = (0, 0, 1, 1)
# About what names and numbers need, in pixels: left, bottom, right, top.
_USUAL = (30, 39, 3, 18)
# What is placed by the size of the axes moves when that changes by more than so many pixels: look again.
_NEAR, _LOOKS = 15, 3
_SIDES = {"left": 0, "bottom": 0, "right": 1, "top": 1}


def place_axes(figure: Figure, renderer: RendererBase) -> None:
    """Lay out a figure of one pair of axes, at 72 dots an inch; leave any other to matplotlib."""
    every: list[Any] = [axis for axes in figure.axes for axis in (axes.xaxis, axes.yaxis)]
    for axis in every:
        if not axis.get_label_text():
            axis.set_label_coords(0, 0)  # else matplotlib looks for the place of an empty text
    engine = figure.get_layout_engine()
    if isinstance(engine, ConstrainedLayoutEngine) and _is_single(figure, engine):
        figure.set_layout_engine("none")
        asked = engine.get()
        measured = _fit(figure.axes[0], renderer, (asked["w_pad"] * DPI, asked["h_pad"] * DPI))
        _keep_places(figure.axes[0], measured)


def _is_single(figure: Figure, engine: ConstrainedLayoutEngine) -> bool:
    """Whether nothing but one pair of straight axes, which may fill the figure, has to be placed."""
    others: Any = (figure.subfigs, figure.texts, figure.legends)
    if len(figure.axes) != 1 or any(others) or tuple(engine.get()["rect"]) != _WHOLE:
        return False
    axes, grid = figure.axes[0], figure.axes[0].get_subplotspec()
    is_alone = grid is not None and grid.get_geometry() == (1, 1, 0, 0) and axes.get_in_layout()
    return is_alone and axes.get_aspect() == "auto" and axes.name == "rectilinear"


def _fit(axes: Axes, renderer: RendererBase, pads: tuple[float, float]) -> BboxBase:
    """Give the axes the room that their texts leave; where they stood when these were measured, in pixels."""
    size, (w_pad, h_pad) = renderer.get_canvas_width_height(), pads
    margins = _USUAL if axes.axison else (w_pad, h_pad, w_pad, h_pad)
    _set_margins(axes, size, margins)
    for _ in range(_LOOKS):
        before, ticks, inner = margins, _ticks(axes), axes.bbox.frozen()
        outer: Any = axes.get_tightbbox(renderer, for_layout_only=True)
        right, top = outer.x1 - inner.x1 + w_pad, outer.y1 - inner.y1 + h_pad
        margins = (inner.x0 - outer.x0 + w_pad, inner.y0 - outer.y0 + h_pad, right, top)
        _set_margins(axes, size, margins)
        if _ticks(axes) == ticks and max(map(abs, map(sub, margins, before))) < _NEAR:
            break
    return inner


def _set_margins(axes: Axes, size: tuple[float, float], margins: tuple[float, float, float, float]) -> None:
    """All in pixels; the margins are left, bottom, right, top."""
    (width, height), (left, bottom, right, top) = size, margins
    axes.set_position(
        (left / width, bottom / height, (width - left - right) / width, (height - bottom - top) / height)
    )


def _ticks(axes: Axes) -> list[float]:
    """The numbers along both axes, which depend on how much room there is for them."""
    return [*axes.get_xticks(), *axes.get_yticks()] if axes.axison else []


def _keep_places(axes: Axes, measured: BboxBase) -> None:
    """Names move with the axes, so that drawing need not look for their places again."""
    both: tuple[tuple[Any, bool], ...] = ((axes.xaxis, True), (axes.yaxis, False))
    for axis, is_x in both:
        if getattr(axis, "_autolabelpos", False):  # there is no public way to ask
            at, (x, y) = _SIDES[axis.get_label_position()], axis.label.get_position()
            edge = measured.y0 + at * measured.height if is_x else measured.x0 + at * measured.width
            away = Affine2D().translate(0, y - edge) if is_x else Affine2D().translate(x - edge, 0)
            axis.set_label_coords(*((x, at) if is_x else (at, y)), transform=axes.transAxes + away)
    if axes.title.get_position()[1] == 1:  # right above the axes, whatever their size
        titled: Any = axes
        titled._autotitlepos = False  # nor a public way to say so
