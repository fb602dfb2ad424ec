"""``weight_grid``: the weights into a neuron or a layer."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.spec.figures.fields import FigureBase, Inputs, PaletteName


class WeightGrid(FigureBase):
    """The weights into one neuron as a 28×28 picture, or those of a whole layer as small multiples."""

    kind: Literal["weight_grid"]
    layer: int = Field(1, ge=1, description="1 is the first layer after the input; the last is the output")
    neuron: int | None = Field(None, ge=0, description="Counted from 0; without it the whole layer is drawn")
    palette: PaletteName = Field(
        "default", description="video: the lecture's green and red instead of blue and orange"
    )

    against: str | None = Field(
        None, description="Draw how the weights differ from those of this network, which are subtracted"
    )

    def inputs(self) -> Inputs:
        return "square" if self.layer == 1 else "any"
