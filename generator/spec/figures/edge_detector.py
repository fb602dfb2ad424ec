"""``edge_detector``: weights set by hand."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.spec.figures.fields import FigureBase

Pixel = Annotated[int, Field(ge=0, le=27)]


class EdgeDetector(FigureBase):
    """A neuron with weights set by hand, with and without a negative surround, and its answer to digits."""

    kind: Literal["edge_detector"]
    top: Pixel = Field(6, description="The first row of the region that the neuron looks at, counted from 0")
    left: Pixel = Field(8, description="Its first column, counted from 0")
    height: Annotated[int, Field(ge=1, le=28)] = Field(3, description="How many rows it has")
    width: Annotated[int, Field(ge=1, le=28)] = Field(12, description="How many columns it has")
    bias: Annotated[float, Field(ge=-100, le=100, allow_inf_nan=False)] = Field(
        -8.0, description="Added to the weighted sum before σ"
    )
