"""``live_network``: the network to play with."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from generator.spec.figures.fields import DigitName, FigureBase, Inputs, each_once
from generator.spec.text import Expected, Slug


class LiveNetwork(FigureBase):
    """The network at work in the page: learners draw a digit and watch every layer."""

    kind: Literal["live_network"]
    digit: DigitName = Field("3-1", description="The sample digit that is there until learners draw")
    models: Annotated[
        tuple[Slug, ...],
        Field(max_length=4, strict=False),
        AfterValidator(each_once),
        Expected("a list of at most four networks that names none twice"),
    ] = Field((), description="Networks that learners can switch between, by their names in course.yaml")

    def inputs(self) -> Inputs:
        return "digit"

    def networks(self, lesson_network: str) -> tuple[str, ...]:
        own = self.network(lesson_network)
        return (own, *(name for name in self.models if name != own))
