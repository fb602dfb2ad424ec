"""``digit_gallery``: sample digits, chosen by a rule."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.spec.figures.fields import FigureBase, Inputs

Rule = Literal["most_certain", "most_mistaken", "class_means", "all"]


class DigitGallery(FigureBase):
    """Sample digits chosen by a rule, with what the network answers to each."""

    kind: Literal["digit_gallery"]
    rule: Rule = Field(
        "most_certain",
        description="Which digits: the ten the network is surest of, those that it misreads (the surest "
        "first, at most ten), the mean picture of each digit, or all samples",
    )

    def inputs(self) -> Inputs:
        return "digit"
