"""Weights that a person sets by hand: boxes of +1, −1 and 0 on 28 × 28 pixels. Needs no NumPy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

SIDE = 28
PRESETS = ("region", "surround", "empty")
_SIGNS = {1: "+", -1: "-", 0: "."}
_RUN = re.compile(r"(\d+)([-+.])")


class Box(NamedTuple):
    """One weight for all pixels of a part of the picture; what lies beyond its edges is left out."""

    weight: int
    top: int
    left: int
    height: int
    width: int


def preset_boxes(name: str, region: tuple[int, int, int, int]) -> tuple[Box, ...]:
    """+1 in the region (top, left, height, width) unless it is ``"empty"``; ``"surround"`` has −1 in as many
    rows above and below it."""
    if name == "empty":
        return ()
    top, left, height, width = region
    boxes = (Box(1, top, left, height, width),)
    if name == "region":
        return boxes
    return (*boxes, Box(-1, top - height, left, height, width), Box(-1, top + height, left, height, width))


def set_weights(boxes: Iterable[Box]) -> list[int]:
    """The 784 weights, row by row; a later box covers an earlier one."""
    weights = [0] * (SIDE * SIDE)
    for weight, top, left, height, width in boxes:
        for row in range(max(top, 0), min(top + height, SIDE)):
            for column in range(max(left, 0), min(left + width, SIDE)):
                weights[row * SIDE + column] = weight
    return weights


def write_signs(weights: Sequence[int]) -> str:
    """Weights of 1, −1 and 0 as runs: ``252.12+520.``; assets/js/grade-task.mjs reads the same."""
    runs: list[list[int]] = []
    for weight in weights:
        if runs and runs[-1][1] == weight:
            runs[-1][0] += 1
        else:
            runs.append([1, weight])
    return "".join(f"{length}{_SIGNS[weight]}" for length, weight in runs)


def read_signs(text: str) -> list[int]:
    """What ``write_signs`` wrote."""
    values = {sign: weight for weight, sign in _SIGNS.items()}
    return [values[sign] for length, sign in _RUN.findall(text) for _ in range(int(length))]
