"""``live_neuron``: a neuron whose weights learners paint."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field

from generator.spec.figures.fields import DigitName, FigureBase, Inputs, Region, each_once
from generator.spec.text import Expected

MOST_DIGITS = 10
Bias = Annotated[float, Field(ge=-40, le=40, allow_inf_nan=False)]
Preset = Literal["region", "surround", "empty"]
Strip = Annotated[
    tuple[DigitName, ...],
    Field(min_length=1, max_length=MOST_DIGITS, strict=False),
    AfterValidator(each_once),
    Expected("a list of different sample digits"),
]
FIRST_SAMPLES = tuple(f"{digit}-1" for digit in range(10))


class LiveNeuron(FigureBase, Region):
    """A neuron at work in the page: learners paint its weights and see what it answers to digits."""

    layer: ClassVar[int] = 1  # its weights are where the pixels are

    kind: Literal["live_neuron"]
    preset: Preset = Field(
        "surround", description="The weights at the beginning: +1 in a region, with −1 around it, or none"
    )
    neuron: Annotated[int, Field(ge=0)] | None = Field(
        None, description="Begin with this neuron of the first hidden layer instead, counted from 0"
    )
    bias: Bias | None = Field(
        None, description="The bias at the beginning; default: −8, or the neuron's own"
    )
    function: Literal["sigmoid", "relu"] = Field("sigmoid", description="The activation function at first")
    digits: Strip = Field(FIRST_SAMPLES, description="The sample digits that the neuron looks at")

    def inputs(self) -> Inputs:
        return "digit"
