"""``depth_comparison``: sigmoid against ReLU in deeper and deeper networks."""

from __future__ import annotations

from typing import Literal

from generator.spec.figures.fields import FigureBase


class DepthComparison(FigureBase):
    """What sigmoid and ReLU networks of 2 to 10 hidden layers reach, and the gradient in the first one."""

    kind: Literal["depth_comparison"]
