"""``histogram``: how the numbers of a layer are spread."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.spec.figures.fields import FigureBase, Inputs


class Histogram(FigureBase):
    """How many weights, biases or activations of a layer are how large."""

    kind: Literal["histogram"]
    of: Literal["weights", "biases", "activations"] = Field(
        "weights", description="activations: those that the sample digits cause"
    )
    layer: int = Field(1, ge=1, description="1 is the first layer after the input; the last is the output")

    def inputs(self) -> Inputs:
        return "digit" if self.of == "activations" else "any"
