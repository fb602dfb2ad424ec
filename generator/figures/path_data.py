"""The data of SVG paths in few characters: of straight pieces what is seen of them, in tenths of a pixel."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

Point = tuple[float, float]
TOLERANCE = 0.1
"""So far from a line, in pixels, its points may be left out: nobody sees a tenth."""
FEW = 100
"""Points of a line that shows data; a function is drawn through more."""

_TOKEN = re.compile(r"[A-Za-z]|-?\d*\.?\d+(?:e-?\d+)?")
_NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")


def tenths(value: float) -> str:
    """With at most one decimal, nothing superfluous: 3.04 → ``3``, −0.52 → ``-.5``."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text.replace("0.", ".") if text.lstrip("-").startswith("0.") else text


def shorten_path(written: str) -> str:
    """The same path to the eye. Straight pieces become steps from point to point, curves keep places."""
    tokens = _TOKEN.findall(written)
    if not set(token for token in tokens if token.isalpha()) <= {"M", "L", "z"}:
        short = _NUMBER.sub(lambda match: tenths(float(match[0])), written)
        return re.sub(r"\s*([A-Za-z])\s*", r"\1", short).replace(" -", "-").strip()
    return "".join(draw_line(simplify(points), is_closed) for points, is_closed in _lines(tokens))


def _lines(tokens: Iterable[str]) -> Iterator[tuple[list[Point], bool]]:
    """Each line's points, and whether it is closed."""
    points: list[Point] = []
    numbers: list[float] = []
    for token in tokens:
        if token == "M" and points:
            yield points, False
            points = []
        elif token == "z":
            yield points, True
            points = []
        elif not token.isalpha():
            numbers.append(float(token))
            if len(numbers) == 2:
                points.append((numbers[0], numbers[1]))
                numbers = []
    if points:
        yield points, False


def draw_line(points: Sequence[Point], is_closed: bool = False) -> str:
    """A line as steps in tenths of a pixel: ``M36 210.2l16.7-.4 11.9-.5``; level and upright ones are ``h``
    and ``v``. Rounding does not add up. A line without any length stays a dot."""
    places = [(round(x * 10), round(y * 10)) for x, y in points]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(places) if a != b]
    written = f"M{tenths(places[0][0] / 10)} {tenths(places[0][1] / 10)}"
    command = ""
    for right, down in steps or [(0, 0)]:
        own = "h" if down == 0 else "v" if right == 0 else "l"
        numbers = [step / 10 for step in (right, down) if own == "l" or step] or [0.0]
        text = " ".join(map(tenths, numbers)).replace(" -", "-")
        written += text if own == command and text[0] == "-" else f"{own if own != command else ' '}{text}"
        command = own
    return f"{written}z" if is_closed else written


def simplify(points: Sequence[Point], tolerance: float = TOLERANCE) -> list[Point]:
    """Those points that a line needs so that no other is farther from it than ``tolerance``. Lines with few
    points show data, all of which stay.

    The algorithm of Ramer (1972) and of Douglas and Peucker (1973).
    """
    if len(points) <= FEW:
        return list(points)
    kept = {0, len(points) - 1}
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        between = points[first + 1 : last]
        distances = [_distance(point, points[first], points[last]) for point in between]
        if distances and max(distances) > tolerance:
            middle = first + 1 + distances.index(max(distances))
            kept.add(middle)
            waiting += [(first, middle), (middle, last)]
    return [points[index] for index in sorted(kept)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """How far a point is from a piece of a straight line."""
    along, across = end[0] - start[0], end[1] - start[1]
    right, down = point[0] - start[0], point[1] - start[1]
    length = along * along + across * across
    share = min(max((right * along + down * across) / length, 0.0), 1.0) if length else 0.0
    return float(((right - share * along) ** 2 + (down - share * across) ** 2) ** 0.5)
