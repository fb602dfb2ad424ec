"""``bias_effect``: how the bias moves the threshold."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from generator.spec.figures.fields import FigureBase
from generator.spec.text import Expected


def _each_once(biases: tuple[float, ...]) -> tuple[float, ...]:
    for index, bias in enumerate(biases):
        if bias in biases[:index]:
            raise ValueError(f"{bias:g} is listed twice")
    return biases


class BiasEffect(FigureBase):
    """The activation over the weighted sum for some biases: each moves the threshold to minus itself."""

    kind: Literal["bias_effect"]
    function: Literal["sigmoid", "relu"] = Field("sigmoid", description="The activation function")
    biases: Annotated[
        tuple[Annotated[float, Field(ge=-20, le=20, allow_inf_nan=False)], ...],
        Field(min_length=1, max_length=5, strict=False),
        AfterValidator(_each_once),
        Expected("a list of different numbers"),
    ] = Field((-4.0, 0.0, 4.0), description="One to five biases, each a curve of its own")
