"""``edge_detector``: weights set by hand."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.spec.figures.fields import FigureBase, Region


class EdgeDetector(FigureBase, Region):
    """A neuron with weights set by hand, with and without a negative surround, and its answer to digits."""

    kind: Literal["edge_detector"]
    bias: Annotated[float, Field(ge=-100, le=100, allow_inf_nan=False)] = Field(
        -8.0, description="Added to the weighted sum before σ"
    )
