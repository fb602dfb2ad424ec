"""``matrix_form``: a whole layer in one line."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.spec.figures.fields import DigitName, FigureBase, Inputs


class MatrixForm(FigureBase):
    """A layer's σ(Wa + b) for one digit: the matrix as a heat map, the vectors as numbers."""

    kind: Literal["matrix_form"]
    digit: DigitName = Field(description="A sample digit, e.g. '3-1' (the first 3) or 'misread-1'")
    layer: int = Field(
        3, ge=2, description="The layer that is computed; it and the one before it have at most 24 neurons"
    )

    def inputs(self) -> Inputs:
        return "digit"

    def widest(self) -> int:
        return 24
