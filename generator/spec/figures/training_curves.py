"""``training_curves``: loss and accuracy, epoch by epoch."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from generator.spec.figures.fields import FigureBase, RunName, each_once
from generator.spec.text import Expected


class TrainingCurves(FigureBase):
    """Loss and accuracy after every epoch of training, on the digits trained on and on digits held out."""

    kind: Literal["training_curves"]
    runs: Annotated[
        tuple[RunName, ...],
        Field(min_length=1, max_length=4, strict=False),
        AfterValidator(each_once),
        Expected("a list that names no training record twice"),
    ] = Field(
        (),
        description="Training records by name: shipped ones, or those of course.yaml; without it, the record"
        " named like the network",
    )

    def records(self, network: str) -> tuple[str, ...]:
        return self.runs or (network,)
