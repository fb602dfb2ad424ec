"""``confusion_matrix``: which digits are taken for which."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.spec.figures.fields import FigureBase, RunName


class ConfusionMatrix(FigureBase):
    """How often every digit is read as every other, by networks that had not seen it."""

    kind: Literal["confusion_matrix"]
    run: RunName | None = Field(
        None, description="A training record by name; without it, the record named like the network"
    )

    def records(self, network: str) -> tuple[str, ...]:
        return (self.run or network,)
