"""``weighted_sum``: how one neuron gets its activation."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from generator.spec.figures.fields import DigitName, FigureBase, Inputs


class WeightedSum(FigureBase):
    """One neuron of the first hidden layer, step by step: image × weights, added up, + bias, activation."""

    kind: Literal["weighted_sum"]
    layer: ClassVar[int] = 1
    digit: DigitName = Field(description="A sample digit, e.g. '3-1' (the first 3) or 'misread-1'")
    neuron: int = Field(0, ge=0, description="A neuron of the first layer after the image, counted from 0")

    def inputs(self) -> Inputs:
        return "digit"
