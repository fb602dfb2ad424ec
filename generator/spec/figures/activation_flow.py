"""``activation_flow``: one digit through the whole network."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.spec.figures.fields import DigitName, FigureBase, Inputs


class ActivationFlow(FigureBase):
    """One digit on its way through the whole network."""

    kind: Literal["activation_flow"]
    digit: DigitName = Field(description="A sample digit, e.g. '3-1' (the first 3) or 'misread-1'")
    animated: bool = Field(
        True, description="Play once, layer by layer, when the figure comes into view; readers can replay it"
    )

    def inputs(self) -> Inputs:
        return "digit"
