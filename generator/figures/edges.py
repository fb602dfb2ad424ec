"""Connections between neurons: equal ones share one path, so hundreds of lines take a few kilobytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

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


def curve(start: Point, end: Point, down: bool, middle: int, in_steps: bool = False) -> str:
    """An S-curve that leaves and arrives in the direction of flow, rightwards or ``down`` the page, and is
    half way where ``middle`` is along the flow.

    Whole pixels will do, because both ends lie under a neuron or the digit. Places recur from line to line
    and compress well; steps are shorter, which counts where there are very many lines.
    """
    x, y = round(start[0]), round(start[1])
    from_x, from_y = (0, 0) if in_steps else (x, y)
    to_x, to_y = round(end[0]) - x + from_x, round(end[1]) - y + from_y
    half = middle - (y if down else x) if in_steps else middle
    bend = f"{from_x} {half} {to_x} {half}" if down else f"{half} {from_y} {half} {to_y}"
    return f"M{x} {y}{'c' if in_steps else 'C'}{bend} {to_x} {to_y}".replace(" -", "-")


def mesh(starts: Sequence[Point], ends: Sequence[Point]) -> str:
    """A straight line from every start to every end, with as few strokes of the pen as can be.

    For two ends at a time the pen goes to and fro: from the first end to a start, on to the second end, to
    the next start, and back. Steps of whole pixels recur where the points stand at equal distances.
    """
    drawn = []
    for place in range(0, len(ends), 2):
        pair = ends[place : place + 2]
        stops = [pair[0]]
        for index, start in enumerate(starts):
            stops += [start, pair[(index + 1) % len(pair)]]
        whole = [(round(x), round(y)) for x, y in stops]
        steps = " ".join(f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in pairwise(whole))
        drawn.append(f"M{whole[0][0]} {whole[0][1]}l{steps}".replace(" -", "-"))
    return "".join(drawn)


def _level(edge: Edge) -> int:
    return round(abs(edge.strength) * LEVELS)


def _middle(edges: Sequence[Edge], down: bool) -> int:
    """Half way along the flow between the middle of all starts and that of all ends."""
    places = [point[down] for edge in edges for point in (edge.start, edge.end)]
    return round(sum(places) / len(places)) if places else 0


def _paths(edges: Iterable[Edge], down: bool, middle: int, in_steps: bool) -> Markup:
    """The edges of one sign, weakest first so that strong ones lie on top."""
    by_level: dict[int, list[str]] = {}
    for edge in edges:
        if level := _level(edge):
            by_level.setdefault(level, []).append(curve(edge.start, edge.end, down, middle, in_steps))
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


def signed_edges(
    edges: Iterable[Edge], down: bool, *, in_steps: bool = False, **attributes: object
) -> Markup:
    """Connections by sign and strength: positive solid, negative dashed, what is out of focus faded."""
    edges = tuple(edges)
    parts, middle = list[Markup](), _middle(edges, down)
    for focus in (False, True):
        chosen = [edge for edge in edges if edge.focus == focus]
        positive = _paths((edge for edge in chosen if edge.strength > 0), down, middle, in_steps)
        negative = _paths((edge for edge in chosen if edge.strength < 0), down, middle, in_steps)
        both = join(
            group(negative, stroke=paint("negative"), stroke_dasharray="5 2") if negative else Markup(""),
            group(positive, stroke=paint("positive")) if positive else Markup(""),
        )
        parts.append(group(both, opacity=None if focus else FADED) if both else Markup(""))
    return group(*parts, fill="none", **attributes)
