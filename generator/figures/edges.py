"""Connections between neurons: equal ones share one path, so hundreds of lines take a few kilobytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.figures.svg import Markup, element, group, join
from generator.figures.theme import paint

LEVELS = 6
"""Flat steps of width and opacity; what rounds to the zeroth is not drawn."""
FADED = 0.22
"""Opacity of the connections into outputs that did not win."""
Point = tuple[float, float]


@dataclass(frozen=True)
class Edge:
    """A connection from ``start`` to ``end``; ``strength`` is −1 … 1 on its layer's scale."""

    start: Point
    end: Point
    strength: float
    focus: bool = True


def curve(start: Point, end: Point, down: bool) -> str:
    """An S-curve that leaves and arrives in the direction of flow: rightwards, or ``down`` the page.

    Whole pixels will do, because both ends lie under a neuron or the digit.
    """
    x, y = round(start[0]), round(start[1])
    dx, dy = round(end[0]) - x, round(end[1]) - y
    bend = f"0 {dy // 2} {dx} {dy // 2}" if down else f"{dx // 2} 0 {dx // 2} {dy}"
    return f"M{x} {y}c{bend} {dx} {dy}".replace(" -", "-")


def straight(start: Point, end: Point) -> str:
    """A straight connection. Written with absolute, whole pixels many are alike, and compress well."""
    return f"M{start[0]:.0f} {start[1]:.0f}L{end[0]:.0f} {end[1]:.0f}"


def _level(edge: Edge) -> int:
    return round(abs(edge.strength) * LEVELS)


def _paths(edges: Iterable[Edge], down: bool) -> Markup:
    """The edges of one sign, weakest first so that strong ones lie on top."""
    by_level: dict[int, list[str]] = {}
    for edge in edges:
        if level := _level(edge):
            by_level.setdefault(level, []).append(curve(edge.start, edge.end, down))
    return join(
        *(
            element(
                "path",
                d="".join(by_level[level]),
                stroke_width=round(0.5 + 2.7 * level / LEVELS, 2),
                stroke_opacity=round(0.3 + 0.6 * level / LEVELS, 2),
            )
            for level in sorted(by_level)
        )
    )


def signed_edges(edges: Iterable[Edge], down: bool, **attributes: object) -> Markup:
    """Connections by sign and strength: positive solid, negative dashed, what is out of focus faded."""
    edges = tuple(edges)
    parts = []
    for focus in (False, True):
        chosen = [edge for edge in edges if edge.focus == focus]
        positive = _paths((edge for edge in chosen if edge.strength > 0), down)
        negative = _paths((edge for edge in chosen if edge.strength < 0), down)
        both = join(
            group(negative, stroke=paint("negative"), stroke_dasharray="5 2") if negative else Markup(""),
            group(positive, stroke=paint("positive")) if positive else Markup(""),
        )
        parts.append(group(both, opacity=None if focus else FADED) if both else Markup(""))
    return group(*parts, fill="none", **attributes)
