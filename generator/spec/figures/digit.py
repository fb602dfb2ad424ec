"""``digit``: one handwritten digit."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.spec.figures.fields import DigitName, FigureBase


class Digit(FigureBase):
    """One handwritten digit as the network receives it: 28×28 numbers between 0 and 1."""

    kind: Literal["digit"]
    digit: DigitName = Field(description="A sample digit, e.g. '3-1' (the first 3) or 'misread-1'")
    inset: bool = Field(True, description="Show a cut-out of 9×9 pixels with their values as numbers")
