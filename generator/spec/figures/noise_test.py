"""``noise_test``: what the network makes of noise."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.spec.figures.fields import FigureBase, Inputs


class NoiseTest(FigureBase):
    """What the network answers to pictures of random pixels, and how sure it is of it."""

    kind: Literal["noise_test"]
    seed: int = Field(0, ge=0, le=2**32 - 1, description="Chooses the random pictures; any number is as good")

    def inputs(self) -> Inputs:
        return "square"
